using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// Clients that a missing package registers by a method which is called after their API, <c>services.AddOrdersApiClient&lt;IOrdersClient, OrdersClient>(configuration)</c>, or which are called after it
/// themselves. The address is the package's affair, whose API it is the name says.
/// </summary>
internal sealed class PackageRegistrations
{
    private readonly CodeBase _code;
    private readonly NamespacesInScope _scopes;
    private readonly Lazy<ILookup<string, (Library Library, SyntaxTree Tree)>> _types;

    public PackageRegistrations(CodeBase code, NamespacesInScope scopes) => (_code, _scopes, _types) = (code, scopes, new(Find, LazyThreadSafetyMode.PublicationOnly));

    /// <summary>The library whose clients a call registers; null if it registers none, is one of the code's own methods, or is given types of the code's own or the address.</summary>
    public Library? Of(InvocationExpressionSyntax call, CancellationToken cancellation) => SyntaxNames.OfCalled(call) is { Identifier.ValueText: var name } called && (PackageClients.OfRegistration(name) ?? OfTypes(called)) is { } library
        && UnboundCall.At(call, _code, cancellation) is { } add && IsOnServices(add) && add.Candidates(_code, cancellation).IsEmpty && add.Extensions(_code, cancellation).IsEmpty
        && add.TypeArguments(_code, cancellation).All(type => type.DeclaringSyntaxReferences.IsEmpty)
        && call.ArgumentList.Arguments.All(argument => _code.OperationAt(argument.Expression, cancellation)?.Type is not { } given || !VariableValues.IsAddress(given)) ? library : null;

    /// <summary>The library that registers a type of this name, as the usings of its file and of the registration's agree; null if none does, or two do.</summary>
    public Library? OfType(string simple, SyntaxTree tree)
    {
        if (!simple.EndsWith("Client", StringComparison.Ordinal) || !_types.Value.Contains(simple))
        {
            return null;
        }

        var missing = _scopes.Missing(tree);
        var found = _types.Value[simple].Where(pair => _scopes.Missing(pair.Tree).Any(space => missing.Any(other => CatalogNames.IsIn(space, other) || CatalogNames.IsIn(other, space)))).Select(pair => pair.Library).ToList();
        return found.Select(library => library.System).Distinct().Count() == 1 ? found[0] : null;
    }

    /// <summary>The library that the types say which a call registers as clients: <c>AddCustomHttpClients&lt;IOrdersApiClient, OrdersApiClient>()</c>.</summary>
    private Library? OfTypes(SimpleNameSyntax called) =>
        called is GenericNameSyntax { Identifier.ValueText: var name, TypeArgumentList.Arguments: var types } && name != RegistrationScan.MethodName && !RegistrationScan.RefitNames.Contains(name)
        && PackageClients.AddsClients(name)
            ? types.Select(type => PackageClients.Of(SyntaxNames.OfType(type), _scopes.Missing(called.SyntaxTree))).FirstOrDefault(library => library is not null)
            : null;

    private static bool IsOnServices(UnboundCall add) => add.ReceiverType switch
    {
        { Name: "IServiceCollection" or "ServiceCollection" } => true,

        // Of a missing host builder.
        null or { TypeKind: TypeKind.Error } => UnboundCall.Receiver(add.Syntax) is { } receiver && string.Equals(SyntaxNames.Last(receiver), "services", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>The types by name, which is all there is of missing ones.</summary>
    private ILookup<string, (Library Library, SyntaxTree Tree)> Find()
    {
        var found = from pair in _code.Trees
                    from named in pair.Facts.Sites.Calls
                    where PackageClients.OfRegistration(named.Key) is not null
                    from site in named
                    let call = CodeBase.NodeAt<InvocationExpressionSyntax>(pair.Tree, site.Span, CancellationToken.None)
                    where call is not null
                    let library = Of(call, CancellationToken.None)
                    where library is not null
                    from type in TypesOf(call)
                    select (Type: type, Library: library, pair.Tree);
        return found.ToLookup(one => one.Type, one => (one.Library, one.Tree), StringComparer.Ordinal);
    }

    private static IEnumerable<string> TypesOf(InvocationExpressionSyntax call) =>
        SyntaxNames.OfCalled(call) is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(SyntaxNames.OfType) : [];
}
