using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// The frames in which code of a class runs, one for each class whose objects run it: what a base class's fields, virtual members and clients are differs from one
/// derived class to the other, and they must not be mixed.
/// </summary>
internal sealed class Instances(Implementations implementations, Calls calls)
{
    /// <summary>Empty where there is nothing to tell apart: the code is of one class, of none, or of too many.</summary>
    public ImmutableArray<Frame> Of(IOperation operation, CancellationToken cancellation)
    {
        if (calls.EnclosingType(operation) is not { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } type || IsStatic(operation.Syntax))
        {
            return [];
        }

        return Below(type, cancellation) is { Length: > 0 and <= Limits.Implementations } classes && (classes.Length > 1 || !Declarations.Same(classes[0], type))
            ? [.. classes.Select(derived => Frame.Root.OfJust(derived, Calls.TypeArguments(type, derived)))]
            : [];
    }

    /// <summary>The classes whose objects a class's members run on.</summary>
    private ImmutableArray<INamedTypeSymbol> Below(INamedTypeSymbol type, CancellationToken cancellation) =>
        [.. implementations.DerivedFrom(type, cancellation).Insert(0, type).Where(next => !next.IsAbstract)];

    private static bool IsStatic(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) switch
    {
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(modifier => modifier.ValueText == "static"),
        BasePropertyDeclarationSyntax property => property.Modifiers.Any(modifier => modifier.ValueText == "static"),
        BaseFieldDeclarationSyntax field => field.Modifiers.Any(modifier => modifier.ValueText == "static"),
        _ => true,
    };
}
