using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What p2p.json calls a client's type.</summary>
internal static class TypedClient
{
    /// <summary>Full name as documentation IDs have it: <c>Contoso.IApiClient`1</c>.</summary>
    public static string NameOf(ITypeSymbol type) => RecordMaker.DocumentationId(type) is ['T', ':', ..] id ? id.Substring(2) : type.Name;

    /// <summary>Names of the type arguments; empty where only the caller's caller knows them.</summary>
    public static ImmutableArray<string> ArgumentsOf(ITypeSymbol type) => type is INamedTypeSymbol named && !named.TypeArguments.Any(argument => argument is ITypeParameterSymbol)
        ? [.. named.TypeArguments.Select(argument => argument.Name)]
        : [];
}
