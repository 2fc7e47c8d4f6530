using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// The types that p2p.json's <c>clients</c> names, as far as this compilation references them: clients whose code is elsewhere. Of those only remote
/// operations are calls: methods with an awaitable result, and their synchronous twins; all, where a type has no awaitable ones.
/// </summary>
internal sealed class BoundClients
{
    private readonly ImmutableDictionary<ISymbol, string> _types;
    private readonly ImmutableArray<string> _missing;

    private BoundClients(ImmutableDictionary<ISymbol, string> types, ImmutableArray<string> missing)
    {
        _types = types;
        _missing = missing;
    }

    /// <summary>Null if there is none: then nothing is asked.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="manifest">What p2p.json says.</param>
    /// <param name="mayLackPackages">True if types that aren't there count as well, by name.</param>
    public static BoundClients? Of(Compilation compilation, SystemsManifest manifest, bool mayLackPackages)
    {
        if (manifest.Clients.IsEmpty)
        {
            return null;
        }

        var types = ImmutableDictionary.CreateBuilder<ISymbol, string>(Declarations.Comparer);
        foreach (var client in manifest.Clients)
        {
            if (Find(compilation, client.Type) is { } type)
            {
                types[type] = client.Type;
            }
        }

        var missing = mayLackPackages ? manifest.Clients.Select(client => client.Type).Where(type => !types.ContainsValue(type)).ToImmutableArray() : [];
        return types.Count == 0 && missing.IsEmpty ? null : new BoundClients(types.ToImmutable(), missing);
    }

    /// <summary>The first and cheapest question about a call.</summary>
    public bool Concerns(IInvocationOperation invocation) => TypeOf(invocation) is not null;

    /// <summary>Where a call goes, if it is a remote operation of such a client; null for all others.</summary>
    public (string Client, Candidate Candidate)? Match(IInvocationOperation invocation, Frame frame)
    {
        if (TypeOf(invocation) is not { } type || !IsRemote(invocation.TargetMethod, type))
        {
            return null;
        }

        var arguments = type.TypeArguments.Select(frame.Resolve).ToImmutableArray();
        var endpoint = new ResolvedEndpoint
        {
            ClientType = _types[type.OriginalDefinition],
            ClientTypeArguments = arguments.Any(argument => argument is ITypeParameterSymbol) ? [] : [.. arguments.Select(argument => argument.Name)],
        };
        var display = "client:" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return (TypedClient.NameOf(type), new Candidate(endpoint, display, null, ["p2p.json: clients"]));
    }

    /// <summary>The same for a call that doesn't bind because a package is missing: whatever it is called, it is a call of such a client.</summary>
    public (string Client, Candidate Candidate)? Match(UnboundCall call)
    {
        if (call.ReceiverType is not INamedTypeSymbol type
            || (_types.TryGetValue(type.OriginalDefinition, out var known) ? known : type.TypeKind == TypeKind.Error ? _missing.FirstOrDefault(name => IsNamed(type, name)) : null) is not { } client)
        {
            return null;
        }

        var endpoint = new ResolvedEndpoint { ClientType = client, ClientTypeArguments = [.. type.TypeArguments.Select(argument => argument.Name)] };
        return (client, new Candidate(endpoint, "client:" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), null, [UnboundCall.Step, "p2p.json: clients"]));
    }

    /// <summary>By the last part of the name and the number of type parameters: a missing type has no namespace.</summary>
    private static bool IsNamed(INamedTypeSymbol type, string name) =>
        name.Substring(name.LastIndexOf('.') + 1) == (type.Arity == 0 ? type.Name : type.Name + "`" + type.Arity.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private INamedTypeSymbol? TypeOf(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.ContainingType is { } declaring && _types.ContainsKey(declaring.OriginalDefinition))
        {
            return declaring;
        }

        // A member of a base class or interface of the client.
        return invocation.Instance?.Type is INamedTypeSymbol type && _types.ContainsKey(type.OriginalDefinition) ? type : null;
    }

    private static bool IsRemote(IMethodSymbol method, INamedTypeSymbol type) => RemoteOperations.IsOrdinary(method)
        && (RemoteOperations.Contains(method, type) || !(RemoteOperations.HasAwaitable(type) || RemoteOperations.HasAwaitable(method.ContainingType)));

    /// <summary>By the name that documentation IDs have; there a nested type is written as one of a namespace.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        for (var dot = name.Length; dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            var metadataName = dot == name.Length ? name : name.Substring(0, dot) + name.Substring(dot).Replace('.', '+');
            if (KnownTypes.Find(compilation, metadataName) is { } type)
            {
                return type;
            }
        }

        return null;
    }
}
