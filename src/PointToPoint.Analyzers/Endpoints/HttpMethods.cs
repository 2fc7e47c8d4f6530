using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>The framework's own objects for verbs: <c>HttpMethod.Get</c>.</summary>
internal static class HttpMethods
{
    public static bool Is(ITypeSymbol? type) => type is { Name: "HttpMethod", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } };

    /// <summary>True for a property that is one of the verbs.</summary>
    public static bool Is(IPropertySymbol property) => property.IsStatic && Is(property.ContainingType);
}
