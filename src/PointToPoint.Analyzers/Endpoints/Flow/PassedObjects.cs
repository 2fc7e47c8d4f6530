using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Objects that carry a part of an address: <c>api.Send(new Request("orders"))</c>. Each holds its own, so what is said of one object of a class is said of no other.
/// </summary>
internal sealed class PassedObjects(CallSites sites, MemberWrites members, Objects objects)
{
    /// <summary>The parameter that an object came through, if the method's callers are seen: they say which object it is. Null where any that is created may be it.</summary>
    public IParameterSymbol? Teller(TracedObject traced, CancellationToken cancellation) =>
        traced.On is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } method } parameter && sites.IsCalled(method, cancellation)
            ? parameter
            : null;

    /// <summary>True if a member holds what each object is given, and not the same for all of a class.</summary>
    public bool IsOfObject(ISymbol member, CancellationToken cancellation) => MayBePart(member)
        && (Positional(member, cancellation) is not null || members.WritesTo(member, null, cancellation).Any(IsGiven));

    /// <summary>The writes without those to objects that were created elsewhere.</summary>
    public ImmutableArray<Write> WithoutOthers(ImmutableArray<Write> writes, TracedObject traced, CancellationToken cancellation) =>
        traced is not { IsWhole: true, Creations.IsEmpty: false } || writes.Length > Limits.Creations ? writes : writes.RemoveAll(write =>
            write.Operation is IAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } other } } && other.Bare() is not IInstanceReferenceOperation
            && objects.Trace(new Place(other, write.Frame ?? Frame.Root), cancellation) is { IsWhole: true, Creations: { IsEmpty: false } creations }
            && !creations.Any(creation => traced.Creations.Any(mine => mine.Operation.Syntax == creation.Operation.Syntax)));

    /// <summary>The constructor's parameter that a positional record's property shows; null if the property is none.</summary>
    public static IParameterSymbol? Positional(ISymbol member, CancellationToken cancellation) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax(cancellation) is ParameterSyntax syntax
            ? member.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.Any(declared => declared.Span == syntax.Span && declared.SyntaxTree == syntax.SyntaxTree))
            : null;

    /// <summary>True for what may be a part of an address, or hold one: verbs, clients and contents are told apart by nobody's callers.</summary>
    private static bool MayBePart(ISymbol member) => ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) is { } type
        && (VariableValues.IsAddress(type) || type.SpecialType != SpecialType.None || type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false });

    /// <summary>True if it writes what a constructor or a method was given, or what a method finds out.</summary>
    private static bool IsGiven(Write write) => write.Value is not { } value || value.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation or ILocalReferenceOperation)
        || (write.Operation is IAssignmentOperation && write.Operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not null);
}
