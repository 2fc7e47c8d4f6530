namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods of people's own that put segments together: with an array, a loop, guards against empty ones.</summary>
public sealed class CombiningMethodTests
{
    [Theory]
    [InlineData("""
        static string Combine(params string[] parts)
        {
            var url = string.Empty;
            if (parts != null && parts.Length > 0)
            {
                url = (parts[0] ?? string.Empty).TrimEnd(Trims);
                for (var i = 1; i < parts.Length; i++)
                {
                    url = $"{url.TrimEnd(Trims)}/{(parts[i] ?? string.Empty).TrimStart(Trims)}";
                }
            }

            return url;
        }
        static readonly char[] Trims = { '\\', '/' };
        """)]
    [InlineData("""
        static string Combine(string root, params string[] parts)
        {
            foreach (var part in parts) { root = root.TrimEnd('/') + "/" + part.TrimStart('/'); }
            return root;
        }
        """)]
    [InlineData("""
        static string Combine(string root, params System.Collections.Generic.IEnumerable<string> parts)
        {
            var builder = new System.Text.StringBuilder(root.TrimEnd('/'));
            foreach (var part in parts) { if (string.IsNullOrWhiteSpace(part)) continue; builder.Append('/').Append(part.Trim('/')); }
            return builder.ToString();
        }
        """)]
    [InlineData("static string Combine(params string[] parts) => string.Join(\"/\", parts.Select(part => part.Trim('/')));")]
    [InlineData("static string Combine(params string[] parts) => string.Join(\"/\", parts.Where(part => !string.IsNullOrEmpty(part)).Select(part => part.Trim('/')).ToArray());")]
    [InlineData("static string Combine(string root, params string[] parts) => parts.Aggregate(root, (current, part) => $\"{current.TrimEnd('/')}/{part.TrimStart('/')}\");")]
    [InlineData("static string Combine(params string[] parts) => parts.Aggregate((current, part) => current.TrimEnd('/') + \"/\" + part.TrimStart('/'));")]
    [InlineData("static Uri Combine(string root, params string[] parts) => new(parts.Aggregate(new Uri(root).AbsoluteUri, (current, part) => string.Format(\"{0}/{1}\", current.TrimEnd('/'), part.TrimStart('/'))));")]
    [InlineData("""
        static string Combine(string root, string first, string second) => Two(Two(root, first), second);
        static string Two(string first, string second)
        {
            if (string.IsNullOrEmpty(first)) return second;
            if (string.IsNullOrEmpty(second)) return first;
            if (first.EndsWith("/") && second.StartsWith("/")) return first + second.Substring(1);
            if (first.EndsWith("/") || second.StartsWith("/")) return first + second;
            return first + "/" + second;
        }
        """)]
    [InlineData("""
        static string Combine(string root, string first, string second)
        {
            if (!root.EndsWith('/')) { root += "/"; }
            return root + first.Trim('/') + "/" + second;
        }
        """)]
    [InlineData("""
        static string Combine(params string[] parts)
        {
            if (parts == null || parts.Length == 0) { return ""; }
            var result = "";
            foreach (var part in parts)
            {
                if (string.IsNullOrEmpty(result)) { result = part; }
                else { result = result.TrimEnd('/') + "/" + part.TrimStart('/'); }
            }

            return result;
        }
        """)]
    [InlineData("""
        static string Combine(params string[] parts) => parts.Length switch { 0 => "", 1 => parts[0], _ => string.Join("/", parts.Select(part => part.Trim('/'))) };
        """)]
    public Task OwnCombiner_IsRun(string members) =>
        EndpointTest.Resolves("Combine(\"https://erp.contoso.com/\", \"/api/\", $\"orders/{id}\")", "https://erp.contoso.com/api/orders/{}", members);

    [Fact]
    public Task OwnCombinerOfAKey_KeepsTheKey() => EndpointTest.Test.WithProperty("endpoint", "config:Erp:Url/api/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            static string Combine(params string[] parts)
            {
                var url = string.Empty;
                if (parts != null && parts.Length > 0)
                {
                    url = (parts[0] ?? string.Empty).TrimEnd('/');
                    for (var i = 1; i < parts.Length; i++) { url = $"{url.TrimEnd('/')}/{(parts[i] ?? string.Empty).TrimStart('/')}"; }
                }

                return url;
            }

            Task M() => http.[|GetAsync|](Combine(configuration["Erp:Url"]!, "api/orders"));
        }
        """);

    [Fact]
    public Task OwnCombinerOfUnknownParts_IsAHoleBehindTheRoot() => EndpointTest.Resolves(
        "Combine(\"https://erp.contoso.com/x\", Unknown())",
        "https://erp.contoso.com/x/{}",
        """
        static string[] Unknown() => System.Console.ReadLine()!.Split(' ');
        static string Combine(string root, string[] parts) { foreach (var part in parts) { root += "/" + part; } return root; }
        """);

    [Fact]
    public Task UrlKeptByType_IsFoundBehindAGuard() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://orders.contoso.com/api").Reports("""
        class Order;
        class Urls
        {
            readonly Dictionary<Type, string> urls = new();
            public Urls Add(Type type, string url) { urls[type] = url; return this; }
            public string? Of(Type type)
            {
                var isThere = urls.TryGetValue(type, out var url);
                if (isThere) { return url; }
                return null;
            }
        }
        class C(HttpClient http)
        {
            Task M() => http.[|GetAsync|](new Urls().Add(typeof(Order), "https://orders.contoso.com/api").Of(typeof(Order)));
        }
        """);

    [Fact]
    public Task GuardedMethod_KeepsWhatItsCallerKnows() => EndpointTest.Test.WithProperty("endpoint", "https://orders.contoso.com/api/x{}").Reports("""
        class Client(HttpClient http)
        {
            static string Of(string url, string? id) { if (id is null) { return url; } return $"{url}/{id}"; }
            public Task Load(string url, string id) => http.GetAsync(Of(url, "x" + id));
        }
        class C(Client client) { Task M(string id) => client.[|Load|]("https://orders.contoso.com/api", id); }
        """);
}
