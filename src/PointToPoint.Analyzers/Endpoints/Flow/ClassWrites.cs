using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the classes between an object's own and the one that declares a member set that member to. A derived class's constructor runs last, and a constructor that
/// no object of the class runs sets nothing.
/// </summary>
internal sealed class ClassWrites(MemberWrites members, Objects objects, CodeBase code)
{
    public ImmutableArray<Write> WritesTo(ISymbol member, INamedTypeSymbol? reader, Frame frame, CancellationToken cancellation)
    {
        if (member.IsStatic || frame.ThisType is not { } type || Declarations.Same(type, member.ContainingType))
        {
            return members.WritesTo(member, reader, cancellation);
        }

        for (INamedTypeSymbol? next = type; next is not null && !Declarations.Same(next, member.ContainingType); next = next.BaseType)
        {
            var own = members.WritesTo(member, next, cancellation).Where(write => IsIn(write, next, cancellation)).ToImmutableArray();
            if (own.Any(MemberWrites.IsSure))
            {
                return own;
            }
        }

        return [.. members.WritesTo(member, reader, cancellation).Where(write => Constructor(write, cancellation) is not { } constructor || objects.MayRun(constructor, frame, cancellation))];
    }

    private bool IsIn(Write write, INamedTypeSymbol type, CancellationToken cancellation) =>
        write.Operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && Declarations.Same(code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation), type);

    private IMethodSymbol? Constructor(Write write, CancellationToken cancellation) =>
        write.Operation.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } declaration ? code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol : null;
}
