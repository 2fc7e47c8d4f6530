using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary><c>System.Net.Http.HttpClient</c>, what it inherits, and <c>System.Net.Http.Json</c>.</summary>
internal sealed class HttpClientFamily : ClientFamily
{
    internal const string HttpClientName = "System.Net.Http.HttpClient";
    internal const string InvokerName = "System.Net.Http.HttpMessageInvoker";
    internal const string JsonName = "System.Net.Http.Json.HttpClientJsonExtensions";

    /// <summary>Method name to verb; null where the request message says it.</summary>
    internal static readonly ImmutableDictionary<string, string?> Verbs = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string?>[]
    {
        new("GetAsync", "GET"),
        new("GetStringAsync", "GET"),
        new("GetStreamAsync", "GET"),
        new("GetByteArrayAsync", "GET"),
        new("PostAsync", "POST"),
        new("PutAsync", "PUT"),
        new("PatchAsync", "PATCH"),
        new("DeleteAsync", "DELETE"),
        new("SendAsync", null),
        new("Send", null),
        new("GetFromJsonAsync", "GET"),
        new("GetFromJsonAsAsyncEnumerable", "GET"),
        new("DeleteFromJsonAsync", "DELETE"),
        new("PostAsJsonAsync", "POST"),
        new("PutAsJsonAsync", "PUT"),
        new("PatchAsJsonAsync", "PATCH"),
    });

    private readonly INamedTypeSymbol _client;
    private readonly INamedTypeSymbol? _json;

    private HttpClientFamily(INamedTypeSymbol client, INamedTypeSymbol? invoker, INamedTypeSymbol? json)
    {
        _client = client;
        _json = json;
        Types = [.. new[] { client, invoker, json }.OfType<INamedTypeSymbol>()];
    }

    public override string Protocol => "http";

    public override ImmutableArray<INamedTypeSymbol> Types { get; }

    public static HttpClientFamily? TryCreate(Compilation compilation) => KnownTypes.Find(compilation, HttpClientName) is { } client
        ? new HttpClientFamily(client, KnownTypes.Find(compilation, InvokerName), KnownTypes.Find(compilation, JsonName))
        : null;

    public override ClientOperation? Match(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!Verbs.TryGetValue(method.Name, out var verb))
        {
            return null;
        }

        // base.SendAsync(…) in a client or invoker of one's own hands an inner call on; whoever called it is the caller.
        if (invocation.Instance is IInstanceReferenceOperation && invocation.Syntax.ToString().StartsWith("base.", StringComparison.Ordinal))
        {
            return null;
        }

        return new ClientOperation
        {
            Client = SymbolEqualityComparer.Default.Equals(method.ContainingType, _json) || SymbolEqualityComparer.Default.Equals(method.ContainingType, _client)
                ? HttpClientName
                : InvokerName,
            Verb = verb,
            Instance = invocation.Receiver(),
            Address = invocation.Argument("requestUri"),
            Message = invocation.Argument("request"),
        };
    }

    public override bool IsWiring(IPropertySymbol property) =>
        property.Name == "BaseAddress" && SymbolEqualityComparer.Default.Equals(property.ContainingType, _client);
}
