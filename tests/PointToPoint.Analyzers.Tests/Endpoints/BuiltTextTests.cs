using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Addresses that are built step by step: by builders, and in loops.</summary>
public sealed class BuiltTextTests
{
    private const string Members = """
        const string Root = "https://erp.contoso.com";
        static readonly string[] Hosts = { "https://erp1.contoso.com", "https://erp2.contoso.com" };
        static string[] Unknown() => System.Console.ReadLine()!.Split(' ');
        """;

    [Theory]
    [InlineData("var b = new System.Text.StringBuilder(); b.Append(Root); b.Append(\"/orders/\").Append(id); var url = b.ToString();", "https://erp.contoso.com/orders/{}")]
    [InlineData("var b = new System.Text.StringBuilder(Root); b.AppendFormat(\"/{0}/{1}\", \"orders\", id); var url = b.ToString();", "https://erp.contoso.com/orders/{}")]
    [InlineData("var b = new System.Text.StringBuilder(Root); b.Append('/').Append($\"orders/{id}\"); var url = b.ToString();", "https://erp.contoso.com/orders/{}")]
    [InlineData("var b = new System.Text.StringBuilder(); b.AppendLine(Root + \"/x\"); var url = b.ToString().Trim();", "https://erp.contoso.com/x")]
    [InlineData("var b = new System.Text.StringBuilder(\"/orders\"); b.Insert(0, Root); var url = b.ToString();", "https://erp.contoso.com/orders")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/\"); b.AppendJoin('/', \"api\", text); var url = b.ToString();", "https://erp.contoso.com/api/{}")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/orders/\"); b.Length--; var url = b.ToString();", "https://erp.contoso.com/orders")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/{id}\"); b.Replace(\"{id}\", text); var url = b.ToString();", "https://erp.contoso.com/{}")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/a\"); if (flag) { b.Append(\"/b\"); } var url = b.ToString();", "https://erp.contoso.com/a/b | https://erp.contoso.com/a")]
    [InlineData("var b = new System.Text.StringBuilder(Root); if (flag) b.Append(\"/a\"); else b.Append(\"/b\"); b.Append(\"/c\"); var url = b.ToString();", "https://erp.contoso.com/a/c | https://erp.contoso.com/b/c")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/x\"); foreach (var p in Unknown()) { b.Append('/').Append(p); } var url = b.ToString();", "https://erp.contoso.com/x/{}")]
    [InlineData("var b = new System.Text.StringBuilder(\"nothing\"); b.Clear(); b.Append(Root).Append(\"/x\"); var url = b.ToString();", "https://erp.contoso.com/x")]
    [InlineData("var url = new System.Text.StringBuilder(Root).Append(\"/x\").Append('/', 2).ToString();", "https://erp.contoso.com/x//")]
    public Task StringBuilder(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Theory]
    [InlineData("b.Length--;")]
    [InlineData("b.Length -= 1;")]
    [InlineData("")]
    public Task StringBuilder_WithManyOptionalParametersInItsQuery_KeepsItsPath(string end)
    {
        var parameters = string.Concat(Enumerable.Range(1, 12).Select(n =>
            $"if (n > {n}) {{ b.Append(Uri.EscapeDataString(\"p{n}\")).Append('=').Append(Uri.EscapeDataString(Shown(unknown, System.Globalization.CultureInfo.InvariantCulture))).Append('&'); }}\n"));
        return EndpointTest.BodyResolves(
            $"object? unknown = Unknown(); int n = Unknown().Length; var b = new System.Text.StringBuilder(); b.Append(Root); b.Append(\"/orders\"); b.Append('?'); {parameters} {end} var url = b.ToString();",
            "https://erp.contoso.com/orders",
            Members + """
            static string Shown(object? value, IFormatProvider culture)
            {
                if (value == null) return "";
                if (value is Enum) { var name = Enum.GetName(value.GetType(), value); if (name != null) { return name; } return Convert.ToString(Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), culture)) ?? ""; }
                if (value is bool) return Convert.ToString((bool)value, culture)!.ToLowerInvariant();
                if (value is byte[]) return Convert.ToBase64String((byte[])value);
                if (value is string[]) return string.Join(",", (string[])value);
                if (value.GetType().IsArray) { var values = (Array)value; var texts = new string[values.Length]; for (int i = 0; i < values.Length; i++) texts[i] = Shown(values.GetValue(i), culture); return string.Join(",", texts); }
                var result = Convert.ToString(value, culture);
                return result == null ? "" : result;
            }
            """);
    }

    [Theory]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/orders?page=1\"); if (flag) { b.Clear().Append(\"https://crm.contoso.com/customers\"); } else { b.Clear().Append(\"https://crm.contoso.com/customers\"); } var url = b.ToString();", "https://crm.contoso.com/customers")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/{kind}?page=1\"); if (flag) { b.Replace(\"{kind}\", \"orders\").Append(\"&x=1\"); } else { b.Replace(\"{kind}\", \"orders\"); } var url = b.ToString();", "https://erp.contoso.com/orders")]
    [InlineData("var b = new System.Text.StringBuilder(Root + \"/orders?\"); if (flag) { b.Append(\"page=1\"); } b.Length = 0; b.Append(\"https://crm.contoso.com/customers\"); var url = b.ToString();", "https://crm.contoso.com/customers")]
    [InlineData("var url = Root; if (flag) { var b = new System.Text.StringBuilder(Root + \"/orders?to=\"); b.Append(\"x\"); b.Replace(\"?to=\", \"/\"); url = b.ToString(); } else { url = Root + \"/orders/x\"; }", "https://erp.contoso.com/orders/x")]
    public Task StringBuilder_WhoseQueryIsChanged_IsFollowed(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Fact]
    public Task PagesThatAreReadUntilOneIsEmpty_AreOneAddress() => EndpointTest.Test.Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class Feed { public string[] Value { get; set; } = []; }
        class Settings { public string Root { get; set; } = ""; public string Service { get; set; } = ""; }
        static class First { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<Settings>(configuration.GetSection("Erp")); }
        static class Second { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<Settings>(configuration.GetSection("Erp")); }
        static class Third { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<Settings>(settings => configuration.GetSection("Erp").Bind(settings)); }
        static class Fourth { static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOptions<Settings>().Configure<IConfiguration>((settings, other) => other.GetSection("Erp").Bind(settings)); }
        class C(HttpClient http, IOptions<Settings> settings)
        {
            async Task<string> Get(string url) => await http.GetStringAsync(url);
            static Feed Read(string text) => System.Text.Json.JsonSerializer.Deserialize<Feed>(text)!;
            public async Task<List<string>> All(string kind)
            {
                var list = new Uri($"{settings.Value.Root}/api/{settings.Value.Service}/{kind}");
                var isDone = false;
                var data = new List<string>();
                var page = 0;
                do
                {
                    string url;
                    if (string.IsNullOrWhiteSpace(list.Query)) { url = $"{list}?$top=50&$skip={50 * page}"; }
                    else { url = $"{list.GetLeftPart(UriPartial.Path)}?$top=50&$skip={50 * page}&{list.Query.TrimStart('?')}"; }
                    var results = Read(await Get(url));
                    if (results == null || results.Value.Length == 0) { isDone = true; }
                    else { data.AddRange(results.Value); page++; }
                }
                while (!isDone);
                return data;
            }
            public Task Orders() => {|#0:All|}("orders");
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "config:Erp:Root/api/{}/orders"));

    [Fact]
    public Task StringBuilderThatAMethodGets_IsUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the address comes from 'b', which 'C.Fill' may change").Reports("""
        class C(HttpClient http)
        {
            static void Fill(System.Text.StringBuilder b) { again: b.Append("/"); if (b.Length < 9) goto again; }
            async Task M() { var b = new System.Text.StringBuilder("https://erp.contoso.com"); Fill(b); await http.[|GetAsync|](b.ToString()); }
        }
        """);

    [Theory]
    [InlineData("var b = new System.Text.StringBuilder(Root); b = b.Append(\"/x\"); var url = b.ToString();", "https://erp.contoso.com/x")]
    [InlineData("var b = new System.Text.StringBuilder(Root); var c = b.Append(\"/x\"); var url = c.ToString();", "https://erp.contoso.com/x")]
    [InlineData("var b = new System.Text.StringBuilder(Root); Action<System.Text.StringBuilder> add = x => x.Append(\"/x\"); add(b); var url = b.ToString();", "https://erp.contoso.com/x")]
    [InlineData("var b = new System.Text.StringBuilder(Root); Add(b, text); Add(b, \"x\"); var url = b.ToString();", "https://erp.contoso.com/{}/x")]
    [InlineData("var b = new System.Text.StringBuilder(Root); Keep(b); var url = b.ToString();", "https://erp.contoso.com")]
    [InlineData("var b = new UriBuilder(Root); Move(b); var url = b.Uri;", "https://crm.contoso.com/")]
    [InlineData("var b = new UriBuilder(Root); Apply(b, x => x.Host = \"crm.contoso.com\"); var url = b.Uri;", "https://crm.contoso.com/")]
    [InlineData("var b = new UriBuilder(Root); Action<UriBuilder> move = x => x.Host = \"crm.contoso.com\"; move(b); var url = b.Uri;", "https://crm.contoso.com/")]
    [InlineData("var b = new UriBuilder(Root); b = Below(b, \"orders\"); var url = b.Uri;", "https://erp.contoso.com/orders")]
    [InlineData("var b = new UriBuilder(Root); Below(b, \"orders\"); var url = b.Uri;", "https://erp.contoso.com/orders")]
    public Task BuilderThatOtherCodeChanges_IsFollowedThere(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members + """
        static void Add(System.Text.StringBuilder b, string part) => b.Append('/').Append(part);
            static int Keep(System.Text.StringBuilder b) => b.Length;
            static void Move(UriBuilder b) { b.Host = "crm.contoso.com"; }
            static void Apply(UriBuilder b, Action<UriBuilder> change) => change(b);
            static UriBuilder Below(UriBuilder b, string part) { if (string.IsNullOrEmpty(part)) { return b; } b.Path += part; return b; }
        """);

    [Theory]
    [InlineData("change(b);", "which 'change' may change")]
    [InlineData("Action move = () => b.Host = \"crm.contoso.com\"; move();", "which is built in too many ways to follow")]
    [InlineData("void Move() { b.Host = \"crm.contoso.com\"; } Move();", "which is built in too many ways to follow")]
    [InlineData("var other = b; other.Host = \"crm.contoso.com\";", "which goes by another name, too")]
    [InlineData("held = b; held.Host = \"crm.contoso.com\";", "which goes by another name, too")]
    [InlineData("new Mover(b);", "which 'new Mover' may change")]
    public Task BuilderThatMayBeChangedUnseen_IsUnknown(string change, string reason) => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", "the address comes from 'b', " + reason).Reports($$"""
        class Mover { public Mover(UriBuilder b) => b.Host = "crm.contoso.com"; }
        class C(HttpClient http)
        {
            UriBuilder? held;
            public async Task M(Action<UriBuilder> change) { var b = new UriBuilder("https://erp.contoso.com"); {{change}} await http.[|GetAsync|](b.Uri); }
        }
        """);

    [Theory]
    [InlineData("var b = new UriBuilder(Root); b.Path = \"/orders\"; b.Query = \"x=1\"; var url = b.Uri;", "https://erp.contoso.com/orders")]
    [InlineData("var b = new UriBuilder(); b.Scheme = \"https\"; b.Host = \"erp.contoso.com\"; b.Path = $\"orders/{id}\"; var url = b.ToString();", "https://erp.contoso.com/orders/{}")]
    [InlineData("var b = new UriBuilder(Root + \"/api\"); b.Path += \"/orders\"; var url = b.Uri;", "https://erp.contoso.com/api/orders")]
    [InlineData("var b = new UriBuilder(Root + \"/api/\"); b.Path = b.Path.TrimEnd('/') + \"/orders\"; var url = b.Uri.ToString();", "https://erp.contoso.com/api/orders")]
    [InlineData("var b = new UriBuilder(new Uri(Root)) { Path = \"a\" }; if (flag) { b.Path = \"b\"; } var url = b.Uri;", "https://erp.contoso.com/b | https://erp.contoso.com/a")]
    [InlineData("var b = new UriBuilder(Root) { Port = 8443 }; b.Port = -1; var url = b.Uri;", "https://erp.contoso.com/")]
    [InlineData("var b = new UriBuilder(Root); b.Host = \"crm.contoso.com\"; var url = b.Uri.AbsoluteUri + \"x\";", "https://crm.contoso.com/x")]
    public Task UriBuilderSetInSteps(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Theory]
    [InlineData("var url = Root; foreach (var p in new[] { \"api\", \"orders\" }) { url += \"/\" + p; }", "https://erp.contoso.com/api/orders")]
    [InlineData("var url = Root; foreach (var p in new[] { \"api\", text }) { url = $\"{url.TrimEnd('/')}/{p.TrimStart('/')}\"; }", "https://erp.contoso.com/api/{}")]
    [InlineData("var parts = new[] { Root, \"api\", \"orders\" }; var url = parts[0]; for (var i = 1; i < parts.Length; i++) { url += \"/\" + parts[i]; }", "https://erp.contoso.com/api/orders")]
    [InlineData("var parts = new[] { Root, \"api\", \"orders\" }; var url = \"\"; var i = 0; while (i < parts.Length) { if (i > 0) { url += \"/\"; } url += parts[i]; i++; }", "https://erp.contoso.com/api/orders")]
    [InlineData("var url = \"\"; var first = true; foreach (var p in new[] { Root, \"x\" }) { if (!first) { url += \"/\"; } url += p; first = false; }", "https://erp.contoso.com/x")]
    [InlineData("var url = \"\"; foreach (var p in new[] { Root, \"\", \"x\" }) { if (string.IsNullOrEmpty(p)) { continue; } url = url.Length == 0 ? p : url + \"/\" + p; }", "https://erp.contoso.com/x")]
    [InlineData("var url = Root; foreach (var p in new[] { \"a\", \"b\", \"c\" }) { if (p == \"c\") { break; } url += \"/\" + p; }", "https://erp.contoso.com/a/b")]
    [InlineData("var url = Root + \"/x\"; foreach (var p in Unknown()) { url += \"/\" + p; }", "https://erp.contoso.com/x/{}")]
    [InlineData("var url = Root + \"/\"; foreach (var p in Unknown()) { url = $\"{url.TrimEnd('/')}/{p}\"; }", "https://erp.contoso.com/{}")]
    [InlineData("var url = Root + \"/x\"; for (var i = 0; i < id; i++) { url += \"/a\"; }", "https://erp.contoso.com/x/a{}")]
    [InlineData("var url = Root + \"/\"; var i = 0; var more = true; while (more && i < 3) { url += i; if (flag) { more = false; } i++; }", "https://erp.contoso.com/0 | https://erp.contoso.com/01 | https://erp.contoso.com/012")]
    [InlineData("var url = Root + \"/x\"; do { url += \"/a\"; } while (url.Length < id);", "https://erp.contoso.com/x/a/a{}")]
    [InlineData("var url = Root; if (!url.EndsWith('/')) { url += \"/\"; } url += \"x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Root + \"/\"; if (!url.EndsWith(\"/\")) { url = url + \"/\"; } url += \"x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Root + \"/x\"; try { foreach (var p in new[] { \"a\" }) { url += \"/\" + p; } } finally { url += \"/z\"; }", "https://erp.contoso.com/x/a/z")]
    [InlineData("var url = Root; foreach (var p in new[] { \"a\", \"b\" }) { switch (p) { case \"a\": url += \"/a\"; break; default: url += \"/d\"; break; } }", "https://erp.contoso.com/a/d")]
    public Task LoopBuiltText(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Fact]
    public Task LoopThatMakesTheHost_IsUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class C(HttpClient http)
        {
            static string[] Unknown() => System.Console.ReadLine()!.Split(' ');
            async Task M() { var url = "https://"; foreach (var p in Unknown()) { url += p; } await http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task LoopThatReplacesTheText_KeepsBoth() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        class C(HttpClient http)
        {
            static string[] Unknown() => System.Console.ReadLine()!.Split(' ');
            async Task M() { var url = "https://erp.contoso.com/x"; foreach (var p in Unknown()) { url = p; } await http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task LoopVariable_IsAnyOfTheElements() => EndpointTest.Test.WithProperty("endpoint", "https://erp1.contoso.com/x | https://erp2.contoso.com/x").Reports("""
        class C(HttpClient http)
        {
            static readonly string[] Hosts = { "https://erp1.contoso.com", "https://erp2.contoso.com" };
            async Task M() { foreach (var host in Hosts) { await http.[|GetAsync|](host + "/x"); } }
        }
        """);

    [Fact]
    public Task UseInTheLoop_SeesEveryRound() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/ | https://erp.contoso.com/a/ | https://erp.contoso.com/a/b/").Reports("""
        class C(HttpClient http)
        {
            async Task M() { var url = "https://erp.contoso.com"; foreach (var p in new[] { "a", "b", "c" }) { await http.[|GetAsync|](url + "/"); url = (url + "/" + p).TrimEnd('/'); } }
        }
        """);

    [Theory]
    [InlineData("readonly System.Text.StringBuilder b = new(\"https://erp.contoso.com\");", "b.ToString()", "C.b")]
    [InlineData("UriBuilder B { get; } = new(\"https://erp.contoso.com\");", "B.Uri", "C.B")]
    public Task BuilderInAMember_IsUnknown(string member, string expression, string name) =>
        EndpointTest.IsUnknown(expression, $"the address comes from '{name}', which is built in too many ways to follow", member);

    [Fact]
    public Task BuilderThatAGetterMakes_IsKnown() => EndpointTest.Resolves("B.Uri", "https://erp.contoso.com/", "static UriBuilder B => new(\"https://erp.contoso.com\");");

    [Theory]
    [InlineData("var b = new System.Text.StringBuilder(\"https://erp.contoso.com/orders?\"); foreach (var (k, v) in given) { b.Append(k).Append('=').Append(v).Append('&'); } b.Length--;")]
    [InlineData("var b = new System.Text.StringBuilder(\"https://erp.contoso.com/orders\"); if (given.Count > 0) { b.Append('?'); foreach (var p in given) { b.Append($\"{p.Key}={p.Value}&\"); } b.Length -= 1; }")]
    public Task LastSeparatorThatIsCutOff_LeavesTheRest(string body) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class C(HttpClient http) { Task M(Dictionary<string, string> given) { {{body}} return http.[|GetAsync|](b.ToString()); } }
        """);
}
