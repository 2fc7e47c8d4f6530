using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// Clients that somebody publishes for an API of theirs, by what such packages and their types are called: <c>Contoso.Orders.Api.Client</c>, <c>Contoso.OrdersApi.Client</c>,
/// <c>Contoso.OrdersApiClient</c>, <c>IOrdersApiClient</c>. What is awaited of them is a call of that API.
/// </summary>
internal static class PackageClients
{
    private static readonly string[] _bases = ["ApiClientBase", "ApiClient", "HttpClientBase", "RestClientBase", "RestHttpClient", "ServiceClientBase"];
    private static readonly string[] _endings = ["ApiClient", "HttpClient", "RestClient", "ServiceClient", "Client"];
    private static readonly string[] _httpEndings = ["ApiClient", "HttpClient", "RestClient"];
    private static readonly string[] _services = ["Service", "Client", "Gateway", "Api"];
    private static readonly string[] _doubles = ["Fake", "Mock", "Stub", "Dummy", "Null", "InMemory", "Test"];

    // What says of a client how it does it, and not whose API it is.
    private static readonly string[] _general = ["Http", "Rest", "Web", "Test", "Internal", "External", "Base", "Default", "Common", "Generic", "Typed", "Own", "My", "Api", "Json", "Shared"];

    // What a method that registers clients says of how it does so.
    private static readonly string[] _manners =
    [
        "All", "Authenticated", "Authorized", "Backend", "Cached", "Caching", "Custom", "Flurl", "Generated", "Grpc", "HttpClient", "Keyed", "Kiota", "Named", "NSwag", "OAuth", "OData", "OpenApi", "Polly", "Project", "Proxy", "Refit",
        "Resilient", "RestEase", "Retry", "Retrying", "Scoped", "Secure", "Secured", "Singleton", "Swagger", "Transient", "TypedHttp", "TypedRest", "V1", "V2",
    ];

    // What a package of that name does, and no system.
    private static readonly string[] _techniques =
    [
        "Authentication", "Authorization", "Blazor", "Cache", "Caching", "Cms", "Components", "Configuration", "Discovery", "Events", "Feature", "FeatureFlag", "FeatureFlags", "Features", "Hosting", "IdentityModel", "JsonRpc",
        "Localization", "Logging", "Messaging", "Metrics", "Monitoring", "Navigation", "Network", "Queue", "Redis", "Security", "Serialization", "Session", "SignalR", "Storage", "Telemetry", "Theme", "Themes", "Tracing", "Validation",
    ];

    // What an application keeps for itself, and reaches by HTTP.
    private static readonly string[] _infrastructure =
    [
        "ClickHouse", "Consul", "Couch", "CouchDb", "Elastic", "Elasticsearch", "ElasticSearch", "Etcd", "Eureka", "InfluxDb", "Jaeger", "Loki", "Meilisearch", "MinIo", "Minio", "OpenSearch", "Opensearch", "Otlp", "Prometheus", "Qdrant",
        "Raven", "RavenDb", "Seq", "Solr", "Typesense", "Vault", "Weaviate", "Zipkin",
    ];

    // Vendors whose names are words.
    private static readonly string[] _words = ["Front", "Intercom", "Kraken", "Notion", "Paddle", "Resend", "Segment", "Square", "Steam"];

    private static readonly string[] _platforms = ["Amazon", "AWSSDK", "Azure", "Google", "Microsoft", "System", "Windows"];

    /// <summary>The packages of that kind that a compilation references. What a project of the same solution makes is no package: its calls are told in itself.</summary>
    public static IEnumerable<Library> Of(Compilation compilation) =>
        from reference in compilation.References
        where reference is PortableExecutableReference { FilePath: { } path } && IsOfPackage(path)
        let assembly = compilation.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol
        where assembly is not null && Root(assembly.Name) == assembly.Name
        select Of(assembly.Name) with { Assemblies = [assembly.Name] };

    /// <summary>True for what is called a client: a package has builders, models, handlers and doubles beside it.</summary>
    public static bool IsClient(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Interface && type.Name.EndsWith("Client", StringComparison.Ordinal) && !IsDouble(type.Name);

    private static bool IsDouble(string name) => _doubles.Any(start => name.StartsWith(start, StringComparison.Ordinal) || name.StartsWith("I" + start, StringComparison.Ordinal));

    /// <summary>The library that a type belongs to whose package is missing; null if its name and the namespaces that are missing with it say none.</summary>
    /// <param name="written">The type's name, qualified or not.</param>
    /// <param name="missing">The namespaces that the file uses and nobody declares.</param>
    public static Library? Of(string written, ImmutableHashSet<string> missing)
    {
        var dot = written.LastIndexOf('.');
        var simple = written.Substring(dot + 1);
        var isClient = simple.EndsWith("Client", StringComparison.Ordinal);
        if ((!isClient && !IsInterface(simple)) || IsDouble(simple) || (dot < 0 && missing.IsEmpty))
        {
            return null;
        }

        var roots = (dot < 0 ? missing : [written.Substring(0, dot)]).Select(Root).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (roots is [var root])
        {
            return isClient || IsCalledAfter(simple, SystemOf(root.Split('.'))!) ? Of(root) : null;
        }

        var name = IsInterface(simple) ? simple.Substring(1) : simple;
        if (dot < 0 && OfOwnPackage(simple, name, missing) is { } own)
        {
            return own;
        }

        if (!isClient)
        {
            return null;
        }

        return dot < 0 && name.EndsWith("ApiClient", StringComparison.Ordinal) && IsTelling(Without(name, "ApiClient")) ? Of(simple, name.Substring(0, name.Length - "ApiClient".Length)) with { Clients = [new LibraryType("T:" + simple, IncludesDerived: false)] } : null;
    }

    /// <summary>The library of a client that is called after its package, <c>IStockClient</c> or <c>StockHttpClient</c> of <c>Contoso.Stock.Client</c>; null for any other.</summary>
    private static Library? OfOwnPackage(string simple, string name, ImmutableHashSet<string> missing)
    {
        var root = missing.Select(OwnRoot).OfType<string>()
            .FirstOrDefault(one => name.StartsWith(SystemOf(one), StringComparison.Ordinal) && name.Substring(SystemOf(one).Length) is "Client" or "HttpClient" or "RestClient");
        return root is null ? null : OfVendor(root, simple, SystemOf(root));
    }

    /// <summary>The part before the last: <c>Stock</c> of <c>Contoso.Stock.Client</c>.</summary>
    private static string SystemOf(string root) => root.Split('.') is var parts ? parts[parts.Length - 2] : root;

    /// <summary>The part of a namespace that is a package of clients of somebody's own: <c>Contoso.Stock.Client</c>; null if none is.</summary>
    private static string? OwnRoot(string space)
    {
        var parts = space.Split('.');
        var last = Array.FindIndex(parts, part => part is "Client" or "Clients" or "HttpClient");
        return last > 1 && !_platforms.Contains(parts[0]) && IsTelling(parts[last - 1]) && !_manners.Contains(parts[last - 1], StringComparer.OrdinalIgnoreCase) && !_techniques.Contains(parts[last - 1], StringComparer.OrdinalIgnoreCase) && parts[last - 1].Length > 3 ? string.Join(".", parts.Take(last + 1)) : null;
    }

    /// <summary>
    /// The library of a class that derives from a client's base class whose package is missing: <c>QnaApiClient : ApiClientBase</c> sends to the API that it is called after what it gives its base class.
    /// Null for any other.
    /// </summary>
    public static Library? OfDerived(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false, BaseType: { TypeKind: TypeKind.Error } parent }
        && _bases.Any(name => parent.Name.EndsWith(name, StringComparison.Ordinal))
        && _endings.FirstOrDefault(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) is { } end && IsTelling(Without(type.Name, end)) && !IsDouble(type.Name)
            ? Of(type.Name, Without(type.Name, end)) with { Clients = [new LibraryType("T:" + type.Name, IncludesDerived: false)], Messages = [MessageShape.Http], Protocol = "http" }
            : null;

    /// <summary>The library whose clients a method of a package registers that is called so: <c>AddOrdersApiClient</c>. Null if the name says no API.</summary>
    public static Library? OfRegistration(string method)
    {
        const string Start = "Add";
        const string End = "ApiClient";
        var name = method.TrimEnd('s');
        return name.Length > Start.Length + End.Length && name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal) && Without(name.Substring(Start.Length), End) is var system && char.IsUpper(system[0]) && IsTelling(system) && !IsDouble(system) && !_manners.Contains(system, StringComparer.OrdinalIgnoreCase)
            ? Of(method, system) with { IsRegistered = true }
            : null;
    }

    /// <summary>The library whose client a method of a package registers that is called after it, where it is given the address: <c>AddTenantsHttpClient("http://tenants")</c>. Null if the name says no system.</summary>
    public static Library? OfAddressed(string method) =>
        method.StartsWith("Add", StringComparison.Ordinal) && _httpEndings.FirstOrDefault(end => method.EndsWith(end, StringComparison.Ordinal)) is { } ending && method.Length > 5 + ending.Length
            && Without(method.Substring(3), ending) is var system && char.IsUpper(system[0]) && IsTelling(system) && !IsDouble(system)
            && !_manners.Concat(_techniques).Concat(_infrastructure).Contains(system, StringComparer.OrdinalIgnoreCase)
                ? Of(method, system) with { IsRegistered = true }
                : null;

    /// <summary>What an interface is called after that does something with it: <c>SharePoint</c> for <c>ISharePointService</c>. Null if it is called otherwise.</summary>
    public static string? VendorOf(string type) =>
        _services.FirstOrDefault(end => type.Length > end.Length + 1 && type.EndsWith(end, StringComparison.Ordinal)) is { } ending && Without(type, ending).Substring(1) is var vendor && !_words.Contains(vendor) ? vendor : null;

    /// <summary>True for a namespace whose package is called after a vendor, and what stands in it says no more: <c>Contoso.Common.SharePoint.Interfaces</c>.</summary>
    public static bool IsOfVendor(string space, string vendor) =>
        Array.IndexOf(space.Split('.'), vendor) is > 0 and var at && space.Split('.').Skip(at + 1).All(part => part is "Abstractions" or "Client" or "Clients" or "Contracts" or "Interfaces" or "Services");

    /// <summary>True for a method that is called after how it registers clients, and nothing else: <c>AddCustomHttpClients</c>.</summary>
    public static bool AddsClients(string method)
    {
        var name = method.TrimEnd('s');
        return name.StartsWith("Add", StringComparison.Ordinal) && _endings.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal)) is { } ending && name.Length >= ending.Length + 3
            && name.Substring(3, name.Length - 3 - ending.Length) is var manner && (manner.Length == 0 || _manners.Contains(manner, StringComparer.Ordinal));
    }

    /// <summary>The library of one type that a package has for a vendor's system.</summary>
    public static Library OfVendor(string root, string type, string system) => Of(root, system) with { Namespaces = [root], Clients = [new LibraryType("T:" + type, IncludesDerived: false)] };

    /// <summary>The part of a namespace that is such a package's; null if none is.</summary>
    private static string? Root(string space)
    {
        var parts = space.Split('.');
        for (var i = 0; i < parts.Length && !_platforms.Contains(parts[0]); i++)
        {
            var root = parts.Take(i + 1).ToArray();
            if (SystemOf(root) is not null)
            {
                return string.Join(".", root);
            }
        }

        return null;
    }

    /// <summary>Whose API it is: what stands before the words that say that it is an API's client.</summary>
    private static string? SystemOf(string[] parts)
    {
        var last = parts[parts.Length - 1].TrimEnd('s');
        var words = last.EndsWith("ApiClient", StringComparison.Ordinal) ? parts.Take(parts.Length - 1).Append(Without(last, "ApiClient"))
            : last == "Client" && parts.Length > 1 && parts[parts.Length - 2] is var api && api.EndsWith("Api", StringComparison.OrdinalIgnoreCase) ? parts.Take(parts.Length - 2).Append(Without(api, "Api"))
            : (IEnumerable<string>)[];
        var said = words.Where(word => word.Length > 0).ToList();

        // Contoso.ApiClient is one of the company's, and says not for what.
        return said.Count > 0 && IsTelling(said[said.Count - 1]) && (said.Count > 1 || words.Last().Length > 0) ? said[said.Count - 1] : null;
    }

    /// <summary>True for an interface that is called after the API and nothing else: INotifications of Contoso.Notification.Api.Client. An INotificationHandler may be anybody's.</summary>
    private static bool IsCalledAfter(string name, string system) => name.IndexOf(system, StringComparison.OrdinalIgnoreCase) == 1 && name.Substring(1 + system.Length) is "" or "s" or "Api";

    private static bool IsInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static bool IsTelling(string name) => name.Length > 0 && !_general.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string Without(string word, string end) => word.Substring(0, word.Length - end.Length);

    private static Library Of(string root) => Of(root, SystemOf(root.Split('.'))!) with { Namespaces = [root], Clients = [new LibraryType("N:" + root, IncludesDerived: false)] };

    private static Library Of(string name, string system) => new() { Name = name, Protocol = "sdk", System = system, IsOfPackage = true };

    /// <summary>NuGet's folders have <c>lib</c> or <c>ref</c>, and below it the framework; a project's output has neither of them right above the file's folder.</summary>
    private static bool IsOfPackage(string path)
    {
        var folders = path.Split('/', '\\');
        return folders.Length > 3 && folders[folders.Length - 3] is "lib" or "ref" && folders[folders.Length - 2].StartsWith("net", StringComparison.OrdinalIgnoreCase);
    }
}
