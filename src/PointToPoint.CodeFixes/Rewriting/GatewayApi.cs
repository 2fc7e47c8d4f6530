using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>The gateway that rewritten code depends on: ours, or the type a team named in <c>p2p_gateway_type</c>.</summary>
internal sealed class GatewayApi
{
    private GatewayApi(INamedTypeSymbol type, bool hasBasePath)
    {
        Type = type;
        HasBasePath = hasBasePath;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Whether <c>CreateClient("erp", "api/")</c> exists.</summary>
    public bool HasBasePath { get; }

    /// <summary>The gateway of a compilation, or why there is none.</summary>
    public static (GatewayApi? Api, RefusalReason Refusal) Find(Compilation compilation, string? configured)
    {
        var name = string.IsNullOrWhiteSpace(configured) ? GatewayTypes.InterfaceName : configured!.Trim();
        if (KnownTypes.Find(compilation, name) is not { } type)
        {
            return (null, RefusalReason.NoGateway);
        }

        if (!Has(type, [SpecialType.System_String]))
        {
            return (null, RefusalReason.GatewayShape);
        }

        var isOurs = type.ToDisplayString() == GatewayTypes.InterfaceName;
        return (new GatewayApi(type, isOurs || Has(type, [SpecialType.System_String, SpecialType.System_String])), default);
    }

    /// <summary>True for the gateway's own type and all that implement it.</summary>
    public bool Is(ITypeSymbol? type) => type is not null
        && (SymbolEqualityComparer.Default.Equals(type, Type) || type.AllInterfaces.Contains(Type, SymbolEqualityComparer.Default));

    private static bool Has(INamedTypeSymbol type, SpecialType[] parameters) =>
        new[] { type }.Concat(type.AllInterfaces).SelectMany(each => each.GetMembers("CreateClient")).OfType<IMethodSymbol>().Any(method =>
            !method.IsStatic && ClientTypes.IsHttpClient(method.ReturnType) && method.Parameters.Select(parameter => parameter.Type.SpecialType).SequenceEqual(parameters));
}
