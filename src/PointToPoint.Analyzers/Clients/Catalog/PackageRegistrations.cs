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
    private static readonly string[] _addresses = ["Url", "Uri", "Address", "Endpoint", "Host"];

    private readonly CodeBase _code;
    private readonly NamespacesInScope _scopes;
    private readonly Lazy<ILookup<string, (Library Library, SyntaxTree Tree)>> _types;

    public PackageRegistrations(CodeBase code, NamespacesInScope scopes) => (_code, _scopes, _types) = (code, scopes, new(Find, LazyThreadSafetyMode.PublicationOnly));

    /// <summary>
    /// The library whose clients a call registers; null if it registers none, is one of the code's own methods, or is given types of the code's own. What is given the address says less by its name: that is called after the
    /// one client it registers.
    /// </summary>
    public Library? Of(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        if (SyntaxNames.OfCalled(call) is not { Identifier.ValueText: var name } called)
        {
            return null;
        }

        var telling = PackageClients.OfRegistration(name) ?? OfTypes(called);
        var library = telling ?? (called is IdentifierNameSyntax ? PackageClients.OfAddressed(name) : null);
        return library is not null && IsOfMissing(call, cancellation)
            && (telling is null ? call.ArgumentList.Arguments.Any(argument => IsAddress(argument.Expression, cancellation)) : call.ArgumentList.Arguments.All(argument => !MayBeAddress(argument.Expression, cancellation)))
                ? library
                : null;
    }

    /// <summary>True for an extension of the services that isn't there, and is given no types of the code's own.</summary>
    private bool IsOfMissing(InvocationExpressionSyntax call, CancellationToken cancellation) => UnboundCall.At(call, _code, cancellation) is { } add && IsOnServices(add)
        && add.Candidates(_code, cancellation).IsEmpty && add.Extensions(_code, cancellation).IsEmpty && add.TypeArguments(_code, cancellation).All(type => type.DeclaringSyntaxReferences.IsEmpty);

    private bool MayBeAddress(ExpressionSyntax argument, CancellationToken cancellation) => _code.OperationAt(argument, cancellation)?.Type is { } given && VariableValues.IsAddress(given);

    /// <summary>True for an absolute address that is written out, <c>"http://tenants:8082"</c> or <c>new Uri("http://tenants:8082")</c>, and for a setting that is called after one: <c>configuration["Tenants:Url"]</c>.</summary>
    private bool IsAddress(ExpressionSyntax argument, CancellationToken cancellation) => argument switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var text] } => IsAddress(text.Expression, cancellation),
        PostfixUnaryExpressionSyntax { Operand: var operand } => IsAddress(operand, cancellation),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } => IsAddressKey(key.Expression, cancellation),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var key, ..] } read when SyntaxNames.OfCalled(read)?.Identifier.ValueText is "GetValue" or "GetSection" => IsAddressKey(key.Expression, cancellation),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section } => IsAddress(section, cancellation),
        _ => Text(argument, cancellation) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
    };

    private bool IsAddressKey(ExpressionSyntax key, CancellationToken cancellation) => Text(key, cancellation) is { } text && _addresses.Any(end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private string? Text(ExpressionSyntax text, CancellationToken cancellation) => _code.OperationAt(text, cancellation)?.ConstantValue is { HasValue: true, Value: string constant } ? constant : null;

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
                    where (PackageClients.OfRegistration(named.Key) ?? PackageClients.OfAddressed(named.Key)) is not null
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
        SyntaxNames.OfCalled(call) switch
        {
            GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Select(SyntaxNames.OfType),
            { Identifier.ValueText: var name } => ["I" + name.Substring(3), name.Substring(3)],
            _ => [],
        };
}
