using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the classes between an object's own and the one that declares a member set that member to. A derived class's constructor runs last, and a constructor that
/// no object of the class runs sets nothing.
/// </summary>
internal sealed class ClassWrites(MemberWrites members, Objects objects, CodeBase code, CallSites sites)
{
    public ImmutableArray<Write> WritesTo(ISymbol member, IOperation use, INamedTypeSymbol? reader, Frame frame, CancellationToken cancellation) =>
        Told(Written(member, reader, frame, cancellation), use.Syntax, frame, cancellation);

    /// <summary>What is set on the object that a static member holds, by whoever does.</summary>
    public ImmutableArray<Write> WritesToShared(IOperation holder, ISymbol member, IOperation use, Frame frame, CancellationToken cancellation) =>
        Told(members.WritesToShared(holder, member, cancellation), use.Syntax, frame, cancellation);

    private ImmutableArray<Write> Written(ISymbol member, INamedTypeSymbol? reader, Frame frame, CancellationToken cancellation)
    {
        if (member.IsStatic || frame.ThisType is not { } type || Declarations.Same(type, member.ContainingType))
        {
            return Standing(member, OfObject(members.WritesTo(member, reader, cancellation), member, frame, cancellation));
        }

        for (INamedTypeSymbol? next = type; next is not null && !Declarations.Same(next, member.ContainingType); next = next.BaseType)
        {
            var own = members.WritesTo(member, next, cancellation).Where(write => IsIn(write, next, cancellation)).ToImmutableArray();
            if (own.Any(MemberWrites.IsSure))
            {
                return own;
            }
        }

        return Standing(member, [.. members.WritesTo(member, reader, cancellation).Where(write => Constructor(write, cancellation) is not { } constructor || objects.MayRun(constructor, frame, cancellation))]);
    }

    /// <summary>Without what constructors write that didn't make the object: where a class has several, each object is made by one of them.</summary>
    private ImmutableArray<Write> OfObject(ImmutableArray<Write> writes, ISymbol member, Frame frame, CancellationToken cancellation) =>
        member.IsStatic || frame.This is null || writes.Length < 2 || member.ContainingType.InstanceConstructors.Length < 2 ? writes
            : writes.RemoveAll(write => Constructor(write, cancellation) is { } constructor && !objects.MayRun(constructor, frame, cancellation));

    /// <summary>Without the initialiser, where each constructor that begins with it is sure to set something else.</summary>
    private static ImmutableArray<Write> Standing(ISymbol member, ImmutableArray<Write> writes)
    {
        if (writes is not [{ Operation: not IAssignmentOperation } initial, _, ..])
        {
            return writes;
        }

        var setting = writes.Where(write => MemberWrites.IsSure(write) && write.Operation is ISimpleAssignmentOperation or IDeconstructionAssignmentOperation).ToList();
        var constructors = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors).Where(constructor => !IsCopying(constructor)).ToList();
        return constructors.Count > 0 && constructors.TrueForAll(constructor => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is ConstructorDeclarationSyntax declaration
            && (declaration.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer) || setting.Exists(write => declaration.SyntaxTree == write.Operation.Syntax.SyntaxTree && declaration.Span.Contains(write.Operation.Syntax.Span))))
            ? writes.Remove(initial)
            : writes;
    }

    /// <summary>True for the constructor by which <c>with</c> copies a record.</summary>
    private static bool IsCopying(IMethodSymbol constructor) => constructor is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true, Parameters: [{ Type: var type }] } && Declarations.Same(type, constructor.ContainingType);

    /// <summary>What a method is given to write, by each of its callers: <c>void Use(string url) => root = url;</c>.</summary>
    private ImmutableArray<Write> Told(ImmutableArray<Write> writes, SyntaxNode use, Frame frame, CancellationToken cancellation) => frame.LeavesState || writes.All(write => Given(write, use, frame) is null) ? writes :
    [
        .. writes.SelectMany(write => Given(write, use, frame) is { } method && sites.Frames(method, cancellation) is var frames && frames[0] != Frame.Root ? frames.Select(outer => write with { Frame = outer }) : [write]),
    ];

    /// <summary>The method around a write whose callers say what is written; null if they don't, or if it is theirs to read it, too.</summary>
    private static IMethodSymbol? Given(Write write, SyntaxNode use, Frame frame) => write is { Operation: IAssignmentOperation { Syntax: var syntax }, Value: { } value }
        && value.DescendantsAndSelf().OfType<IParameterReferenceOperation>().FirstOrDefault()?.Parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter
        && !frame.Arguments.ContainsKey(parameter)
        && !(syntax.SyntaxTree == use.SyntaxTree && syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Span.Contains(use.Span) == true)
            ? method
            : null;

    private bool IsIn(Write write, INamedTypeSymbol type, CancellationToken cancellation) =>
        write.Operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && Declarations.Same(code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation), type);

    private IMethodSymbol? Constructor(Write write, CancellationToken cancellation) =>
        write.Operation.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } declaration ? code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol : null;
}
