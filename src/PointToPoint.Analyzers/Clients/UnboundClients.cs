using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// The families a second time, for calls that don't bind because a package is missing: by the names of method and receiver. Only for tools that look at
/// code which isn't restored; to a compiler such code is an error, and nothing is said about it.
/// </summary>
internal sealed class UnboundClients(ClientFamilies families, CodeBase code, UnboundLibraries? libraries, MissingNames names)
{
    // What packages add to HttpClient, beyond the verbs that the family knows.
    private static readonly ImmutableDictionary<string, string?> _extensions = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string?>[]
    {
        new("GetJsonAsync", "GET"),
        new("PostJsonAsync", "POST"),
        new("PutJsonAsync", "PUT"),
    });

    /// <summary>True if a missing package may have a method of this name.</summary>
    public static bool Calls(string name) => _extensions.ContainsKey(name);

    /// <summary>What a call does, if it leaves the process as far as names tell.</summary>
    public (ClientFamily Family, ClientOperation Operation)? Match(UnboundCall call, CancellationToken cancellation)
    {
        if ((OfInterface(call, cancellation) ?? OfRefit(call, cancellation)) is { } refit)
        {
            return refit;
        }

        if (!(HttpClientFamily.Verbs.TryGetValue(call.Name, out var verb) || _extensions.TryGetValue(call.Name, out verb))
            || families.Named(HttpClientFamily.HttpClientName) is not { } family
            || !(call.ReceiverType is { Name: "HttpClient" or "HttpMessageInvoker" } receiver ? IsHttp(receiver) : IsOfFactory(call, cancellation)))
        {
            return libraries?.Match(call, cancellation) is var (library, operation) ? (library, operation) : OfGivenClient(call, cancellation);
        }

        var first = call.Argument("requestUri", 0, code, cancellation);
        var isMessage = call.Name is "Send" or "SendAsync";
        return (family, new ClientOperation
        {
            Client = HttpClientFamily.HttpClientName,
            Verb = verb,
            Instance = call.Receiver(code, cancellation),
            Address = isMessage ? null : first,
            Message = isMessage ? first : null,
        });
    }

    /// <summary>A call of a missing package's method that is named like HttpClient's own, waited for, and given a client with a <see cref="Uri"/>: <c>await reader.GetAsync&lt;Order>(http, url)</c>. A text may be anything.</summary>
    private (ClientFamily Family, ClientOperation Operation)? OfGivenClient(UnboundCall call, CancellationToken cancellation)
    {
        if (!HttpClientFamily.Verbs.TryGetValue(call.Name, out var verb) || verb is null || families.Named(HttpClientFamily.HttpClientName) is not { } family
            || call.ReceiverType is not (null or { TypeKind: TypeKind.Error }) || !WaitedFor.Is(call.Syntax) || !call.Candidates(code, cancellation).IsEmpty || !call.Extensions(code, cancellation).IsEmpty)
        {
            return null;
        }

        var given = call.Syntax.ArgumentList.Arguments.Select(argument => code.OperationAt(argument.Expression, cancellation)).OfType<IOperation>().ToList();
        return given.Find(value => value.Type?.ToDisplayString() == HttpClientFamily.HttpClientName) is { } client && given.Find(value => value.Type is { Name: nameof(Uri) }) is { } address
            ? (family, new ClientOperation { Client = HttpClientFamily.HttpClientName, Verb = verb, Instance = client, Address = address })
            : null;
    }

    /// <summary>A call on an interface of the code's own that doesn't bind because the type of an argument is missing.</summary>
    private (ClientFamily Family, ClientOperation Operation)? OfInterface(UnboundCall call, CancellationToken cancellation)
    {
        if (call.ReceiverType is not INamedTypeSymbol { TypeKind: TypeKind.Interface } api || call.Receiver(code, cancellation) is not { } client)
        {
            return null;
        }

        var count = call.Syntax.ArgumentList.Arguments.Count;
        return call.Candidates(code, cancellation).Where(method => Declarations.Takes(method, count)).ToList() is [var method]
            ? families.Attributed.Select(family => (Family: (ClientFamily)family, Operation: family.Match(method, api, client)!)).Where(pair => pair.Operation is not null).Select(pair => ((ClientFamily, ClientOperation)?)pair).FirstOrDefault()
            : null;
    }

    /// <summary>A call on a local that has its type from a call which doesn't bind either: <c>var erp = RestService.For&lt;IErpApi&gt;(…)</c>.</summary>
    private (ClientFamily Family, ClientOperation Operation)? OfRefit(UnboundCall call, CancellationToken cancellation)
    {
        if (call.ReceiverType is not { TypeKind: TypeKind.Error }
            || call.Receiver(code, cancellation) is not { } client || Made(client, cancellation) is not { } made || AttributedCreation.Of(made, code, cancellation) is not { Api: INamedTypeSymbol api } creation
            || families.Named(creation.Library.ServiceName) is not AttributedInterfaces family)
        {
            return null;
        }

        // Of several methods of one name it can't be told which is meant.
        return api.AllInterfaces.Add(api).SelectMany(type => type.GetMembers(call.Name)).OfType<IMethodSymbol>().ToList() is [var method] && family.Match(method, api, client) is { } operation
            ? (family, operation)
            : null;
    }

    /// <summary>What a local starts as, or the value itself if it is a call.</summary>
    private IOperation? Made(IOperation client, CancellationToken cancellation) => client is IInvalidOperation { Syntax: InvocationExpressionSyntax } ? client
        : client is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } ? code.OperationAt(value, cancellation)
        : null;

    /// <summary>True if it is called on what a missing factory makes: <c>factory.CreateClient("erp")</c>.</summary>
    private bool IsOfFactory(UnboundCall call, CancellationToken cancellation) => call.ReceiverType is null or { TypeKind: TypeKind.Error }
        && (call.Syntax.Expression as MemberAccessExpressionSyntax)?.Expression is { } client && Endpoints.Origins.UnboundFactory.Makes(client, names, cancellation);

    /// <summary>True for the class itself, and for a missing one of its name: there is no other.</summary>
    private static bool IsHttp(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type.ToDisplayString() is HttpClientFamily.HttpClientName or HttpClientFamily.InvokerName;
}
