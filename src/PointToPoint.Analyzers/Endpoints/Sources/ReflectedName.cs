using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>The names that run time has for types. Two types of one name in different namespaces are two clients, so nothing is left out of them.</summary>
internal static class ReflectedName
{
    /// <summary><see cref="Type.FullName"/>: of a generic type it also has the assemblies of the arguments, whose versions nobody knows here.</summary>
    public static string? Full(ITypeSymbol type) => type is INamedTypeSymbol named && Arguments(named).IsEmpty ? Definition(named) : null;

    /// <summary>What <see cref="Type.ToString"/> gives; null where it isn't known.</summary>
    public static string? Shown(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || Definition(named) is not { } name)
        {
            return null;
        }

        var arguments = Arguments(named).Select(Shown).ToList();
        return arguments.Count == 0 ? name : arguments.Contains(null) ? null : $"{name}[{string.Join(",", arguments)}]";
    }

    /// <summary>The name without arguments; null of a type that isn't there, since its namespace isn't either.</summary>
    private static string? Definition(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } or { IsTupleType: true } or { IsAnonymousType: true } => null,
        { ContainingType: { } outer } => Definition(outer) is { } around ? around + "+" + type.MetadataName : null,
        { ContainingNamespace: { IsGlobalNamespace: false } space } => space.ToDisplayString() + "." + type.MetadataName,
        _ => type.MetadataName,
    };

    private static ImmutableArray<ITypeSymbol> Arguments(INamedTypeSymbol type) => type.ContainingType is { } outer ? Arguments(outer).AddRange(type.TypeArguments) : type.TypeArguments;
}
