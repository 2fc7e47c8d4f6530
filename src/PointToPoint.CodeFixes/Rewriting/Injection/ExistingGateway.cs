using Microsoft.CodeAnalysis;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Finds a gateway that is in reach already where a client is made: nothing is injected twice.</summary>
internal static class ExistingGateway
{
    /// <summary>How it is written there; null if there is none.</summary>
    public static string? Find(GatewayUse use, GatewayApi api)
    {
        var place = UsePlace.Of(use.Creation);
        var visible = use.Part.Model.LookupSymbols(use.Creation.SpanStart).Where(symbol => api.Is(TypeOf(symbol))).ToList();
        var parameter = visible.OfType<IParameterSymbol>().FirstOrDefault(each => !IsPrimary(each, use.Type.Type) && IsInside(each, place.Boundary));
        if (parameter is not null)
        {
            return parameter.Name;
        }

        var primary = visible.OfType<IParameterSymbol>().FirstOrDefault(each => IsPrimary(each, use.Type.Type));
        var member = visible.FirstOrDefault(symbol => symbol is IFieldSymbol or IPropertySymbol { GetMethod: not null } && (place.Scope == UseScope.Member || symbol.IsStatic));
        return place.Scope switch
        {
            UseScope.Member => member?.Name ?? primary?.Name,
            UseScope.Initializer => primary?.Name ?? member?.Name,

            // What a base class holds is there before the constructor's body runs.
            UseScope.Constructor => Inherited(visible, use.Type.Type)?.Name ?? member?.Name,
            _ => member?.Name,
        };
    }

    private static ISymbol? Inherited(IEnumerable<ISymbol> visible, INamedTypeSymbol type) =>
        visible.FirstOrDefault(symbol => symbol is IFieldSymbol or IPropertySymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingType?.OriginalDefinition, type.OriginalDefinition)
            && type.AllBases().Contains(symbol.ContainingType?.OriginalDefinition, SymbolEqualityComparer.Default));

    private static IEnumerable<INamedTypeSymbol> AllBases(this INamedTypeSymbol type)
    {
        for (var next = type.BaseType; next is not null; next = next.BaseType)
        {
            yield return next.OriginalDefinition;
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsPrimary(IParameterSymbol parameter, INamedTypeSymbol type) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, type.OriginalDefinition)
        && constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    private static bool IsInside(IParameterSymbol parameter, SyntaxNode boundary) =>
        parameter.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == boundary.SyntaxTree && boundary.FullSpan.Contains(reference.Span);
}
