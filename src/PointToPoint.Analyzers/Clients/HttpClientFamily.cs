using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary><c>System.Net.Http.HttpClient</c>, what it inherits, <c>System.Net.Http.Json</c>, and the older extensions of <c>Microsoft.AspNet.WebApi.Client</c>.</summary>
internal sealed class HttpClientFamily : ClientFamily
{
    internal const string HttpClientName = "System.Net.Http.HttpClient";
    internal const string InvokerName = "System.Net.Http.HttpMessageInvoker";
    internal const string JsonName = "System.Net.Http.Json.HttpClientJsonExtensions";
    internal const string FormattingName = "System.Net.Http.HttpClientExtensions";
    internal const string RegistrationsName = "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions";
    internal const string BuilderName = "Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions";

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
        new("PostAsXmlAsync", "POST"),
        new("PutAsXmlAsync", "PUT"),
    });

    private readonly INamedTypeSymbol _client;
    private readonly INamedTypeSymbol? _invoker;
    private readonly ImmutableArray<INamedTypeSymbol> _registrations;

    private HttpClientFamily(INamedTypeSymbol client, Compilation compilation)
    {
        _client = client;
        _invoker = KnownTypes.Find(compilation, InvokerName);
        _registrations = [.. new[] { RegistrationsName, BuilderName }.Select(name => KnownTypes.Find(compilation, name)).OfType<INamedTypeSymbol>()];
        Types = [.. new[] { client, _invoker, KnownTypes.Find(compilation, JsonName), KnownTypes.Find(compilation, FormattingName) }.OfType<INamedTypeSymbol>(), .. _registrations];
    }

    public override string Protocol => "http";

    public override string ClientName => HttpClientName;

    public override ImmutableArray<INamedTypeSymbol> Types { get; }

    public static HttpClientFamily? TryCreate(Compilation compilation) => KnownTypes.Find(compilation, HttpClientName) is { } client
        ? new HttpClientFamily(client, compilation)
        : null;

    public override bool Calls(string name) => Verbs.ContainsKey(name);

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
            Client = Declarations.Same(method.ContainingType, _invoker) ? InvokerName : HttpClientName,
            Verb = verb,
            Instance = invocation.Receiver(),
            Address = invocation.Argument("requestUri"),
            Message = invocation.Argument("request"),
        };
    }

    public override ClientOperation? Match(IMethodReferenceOperation reference, Func<string, IOperation?> argument)
    {
        var method = reference.Method;
        return !Verbs.TryGetValue(method.Name, out var verb) || reference.Instance is not { } instance || instance.Syntax.ToString() == "base" ? null : new ClientOperation
        {
            Client = Declarations.Same(method.ContainingType, _invoker) ? InvokerName : HttpClientName,
            Verb = verb,
            Instance = instance,
            Address = argument("requestUri"),
            Message = argument("request"),
            Each = method.Parameters is [{ Name: "requestUri" }, ..] && argument("requestUri") is null ? EachCalls.CollectionOf(reference) : null,
            IsPassedOn = argument("requestUri") is null && argument("request") is null,
        };
    }

    public override bool IsRegistration(IMethodSymbol method) => _registrations.Contains(method.ContainingType, Declarations.Comparer);

    public override bool IsWiring(IPropertySymbol property) =>
        property.Name == "BaseAddress" && Declarations.Same(property.ContainingType, _client);
}
