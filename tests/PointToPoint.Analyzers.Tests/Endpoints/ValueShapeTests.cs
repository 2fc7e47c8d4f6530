namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Values that come in something: tuples, records, dictionaries, tasks; and the choices between them.</summary>
public sealed class ValueShapeTests
{
    private const string Members = """
        const string Root = "https://erp.contoso.com";
        record Endpoint(string Host, string Path = "/x") { public string Full => Host + Path; public string? Query { get; init; } }
        record struct Pair(string First, string Second);
        enum Kind { Erp, Crm }
        static (string Host, string Path) Both(string path) => (Root, path);
        static (string Host, string Path) Made() { var path = "/x"; return (Root, path); }
        static System.Threading.Tasks.Task<string> Later(string path) => System.Threading.Tasks.Task.FromResult(Root + path);
        static System.Threading.Tasks.ValueTask<string> Soon() => new(Root + "/x");
        static async System.Threading.Tasks.Task<string> Awaited() { await System.Threading.Tasks.Task.Yield(); return Root + "/x"; }
        """;

    [Theory]
    [InlineData("var t = (Root, \"/x\"); var url = t.Item1 + t.Item2;", "https://erp.contoso.com/x")]
    [InlineData("var t = (Host: Root, Path: \"/x\"); var url = t.Host + t.Path;", "https://erp.contoso.com/x")]
    [InlineData("var url = Both(\"/x\").Host + Both(\"/x\").Path;", "https://erp.contoso.com/x")]
    [InlineData("var (host, path) = (Root, \"/x\"); var url = host + path;", "https://erp.contoso.com/x")]
    [InlineData("var (host, path) = Both(\"/x\"); var url = host + path;", "https://erp.contoso.com/x")]
    [InlineData("var (host, path) = Made(); var url = host + path;", "https://erp.contoso.com/x")]
    [InlineData("string host, path; (host, path) = (Root, \"/x\"); var url = host + path;", "https://erp.contoso.com/x")]
    [InlineData("(string host, _) = Both(text); var url = host + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var ((host, _), path) = (Both(text), \"/x\"); var url = host + path;", "https://erp.contoso.com/x")]
    [InlineData("var t = flag ? (Root, \"/a\") : (Root, \"/b\"); var url = t.Item1 + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var (host, path) = flag ? (Root, \"/a\") : (Root, \"/a\"); var url = host + path;", "https://erp.contoso.com/a")]
    public Task Tuple(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Theory]
    [InlineData("var e = new Endpoint(Root); var url = e.Host + e.Path;", "https://erp.contoso.com/x")]
    [InlineData("var e = new Endpoint(Root, \"/orders\"); var url = e.Full;", "https://erp.contoso.com/orders")]
    [InlineData("var e = new Endpoint(Root) with { Path = \"/orders\" }; var url = e.Host + e.Path;", "https://erp.contoso.com/orders")]
    [InlineData("var e = new Endpoint(Root, \"/y\"); var other = e with { Host = \"https://crm.contoso.com\" }; var url = other.Host + other.Path;", "https://crm.contoso.com/y")]
    [InlineData("var e = new Endpoint(Root) { Query = \"?a=b\" }; var url = e.Full + e.Query;", "https://erp.contoso.com/x")]
    [InlineData("var (host, path) = new Endpoint(Root, \"/y\"); var url = host + path;", "https://erp.contoso.com/y")]
    [InlineData("var p = new Pair(Root, \"/y\"); var (host, path) = p; var url = host + path;", "https://erp.contoso.com/y")]
    public Task Record(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Theory]
    [InlineData("var url = await Later(\"/x\");", "https://erp.contoso.com/x")]
    [InlineData("var url = await Soon();", "https://erp.contoso.com/x")]
    [InlineData("var url = await Awaited();", "https://erp.contoso.com/x")]
    [InlineData("var url = await Later(\"/x\").ConfigureAwait(false);", "https://erp.contoso.com/x")]
    [InlineData("var url = Later(\"/x\").Result;", "https://erp.contoso.com/x")]
    [InlineData("var url = Later(\"/x\").GetAwaiter().GetResult();", "https://erp.contoso.com/x")]
    [InlineData("var url = await System.Threading.Tasks.ValueTask.FromResult(Root + \"/x\");", "https://erp.contoso.com/x")]
    [InlineData("var url = await System.Threading.Tasks.Task.Run(() => Root + \"/x\");", "https://erp.contoso.com/x")]
    public Task TaskOfAText(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);

    [Theory]
    [InlineData("var urls = new System.Collections.Generic.Dictionary<string, string> { [\"erp\"] = Root + \"/x\", [\"crm\"] = \"https://crm.contoso.com\" }; var url = urls[\"erp\"];", "https://erp.contoso.com/x")]
    [InlineData("var urls = new System.Collections.Generic.Dictionary<string, string> { { \"erp\", Root + \"/x\" }, { \"crm\", \"https://crm.contoso.com\" } }; var url = urls[\"erp\"];", "https://erp.contoso.com/x")]
    [InlineData("var urls = new System.Collections.Generic.Dictionary<Kind, Uri> { [Kind.Erp] = new(Root), [Kind.Crm] = new(\"https://crm.contoso.com\") }; var url = urls[Kind.Erp] + \"x\";", "https://erp.contoso.com/x")]
    [InlineData("var urls = new System.Collections.Generic.Dictionary<string, string> { [\"erp\"] = Root }; if (!urls.TryGetValue(\"erp\", out var root)) { return; } var url = root + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var urls = new System.Collections.Generic.Dictionary<string, string> { [\"a\"] = Root + \"/a\", [\"b\"] = Root + \"/b\" }; var url = urls[text];", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("var url = Table[\"erp\"] + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Frozen[\"erp\"] + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Table.GetValueOrDefault(\"erp\", \"https://crm.contoso.com\") + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Hosts[1] + \"/x\";", "https://erp2.contoso.com/x")]
    [InlineData("var url = Hosts[^1] + \"/x\";", "https://erp2.contoso.com/x")]
    [InlineData("var url = Hosts.First() + \"/x\";", "https://erp1.contoso.com/x")]
    [InlineData("var url = List[0] + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = Hosts[id] + \"/x\";", "https://erp1.contoso.com/x | https://erp2.contoso.com/x")]
    [InlineData("var url = Hosts[id % Hosts.Length] + \"/x\";", "https://erp1.contoso.com/x | https://erp2.contoso.com/x")]
    public Task Collection(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members + """
        static readonly System.Collections.Generic.IReadOnlyDictionary<string, string> Table = new System.Collections.Generic.Dictionary<string, string> { ["erp"] = Root, ["crm"] = "https://crm.contoso.com" };
        static readonly System.Collections.Frozen.FrozenDictionary<string, string> Frozen = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new System.Collections.Generic.Dictionary<string, string> { ["erp"] = Root });
        static readonly string[] Hosts = ["https://erp1.contoso.com", "https://erp2.contoso.com"];
        static readonly System.Collections.Generic.List<string> List = [Root];
        """);

    [Fact]
    public Task KeyThatIsNotListed_IsUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class C(HttpClient http)
        {
            static readonly Dictionary<string, string> Urls = new() { ["erp"] = "https://erp.contoso.com" };
            Task M() => http.[|GetAsync|](Urls["crm"]);
        }
        """);

    [Fact]
    public Task DictionaryThatIsFilledElsewhere_IsUnknownForOtherKeys() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/").Reports("""
        class C(HttpClient http)
        {
            async Task M()
            {
                var urls = new Dictionary<string, string>();
                urls["erp"] = "https://erp.contoso.com/";
                urls.Add("crm", "https://crm.contoso.com/");
                await http.[|GetAsync|](urls["erp"]);
            }
        }
        """);

    [Theory]
    [InlineData("string url; switch (id) { case 1: url = Root + \"/a\"; break; case 2: url = Root + \"/b\"; break; default: return; }", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("var url = id switch { 1 => Root + \"/a\", 2 => Root + \"/b\", _ => throw new System.Exception() };", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("var url = Of(Kind.Crm);", "https://crm.contoso.com/x")]
    [InlineData("var url = Of2(Kind.Erp);", "https://erp.contoso.com/x")]
    [InlineData("string? url = null; url ??= Root + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = (flag ? Root : Root) + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = string.IsNullOrEmpty(Root) ? \"https://crm.contoso.com\" : Root + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("var url = string.IsNullOrWhiteSpace(text) ? Root + \"/a\" : Root + \"/b\";", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("object boxed = Root + \"/x\"; var url = (string)boxed;", "https://erp.contoso.com/x")]
    [InlineData("object boxed = Root + \"/x\"; var url = boxed as string;", "https://erp.contoso.com/x")]
    [InlineData("object boxed = Root + \"/x\"; if (boxed is not string url) { return; }", "https://erp.contoso.com/x")]
    [InlineData("string? maybe = Root; var url = (maybe!) + \"/x\";", "https://erp.contoso.com/x")]
    [InlineData("if (!Uri.TryCreate(Root + \"/x\", UriKind.Absolute, out var url)) { return; }", "https://erp.contoso.com/x")]
    [InlineData("if (!Uri.TryCreate(new Uri(Root), \"x\", out var url)) { return; }", "https://erp.contoso.com/x")]
    [InlineData("Uri.TryCreate(Root, UriKind.Absolute, out var root); var url = new Uri(root!, \"x\");", "https://erp.contoso.com/x")]
    public Task Choice(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members + """
        static string Of(Kind kind) { switch (kind) { case Kind.Erp: return Root; case Kind.Crm: return "https://crm.contoso.com/x"; default: throw new System.Exception(); } }
        static string Of2(Kind kind) => kind switch { Kind.Erp => Root + "/x", Kind.Crm => "https://crm.contoso.com/x", _ => throw new System.Exception() };
        """);

    [Fact]
    public Task FallbackForAnUnknownText_IsAnAlternative() => EndpointTest.Resolves(
        "string.IsNullOrEmpty(Find()) ? \"https://erp.contoso.com/x\" : Find()", "https://erp.contoso.com/x", "static string? Find() => System.Console.ReadLine();");

    [Fact]
    public Task MethodThatMayReturnNull_IsNotTakenForGranted() => EndpointTest.Resolves(
        "Find(flag) ?? \"https://erp.contoso.com/b\"",
        "https://erp.contoso.com/a | https://erp.contoso.com/b",
        "static string? Find(bool flag) { if (flag) { return \"https://erp.contoso.com/a\"; } return null; }");

    [Theory]
    [InlineData("foreach (var (name, url) in Urls) { await http.[|GetAsync|](url); }")]
    [InlineData("foreach (var entry in Urls) { await http.[|GetAsync|](entry.Value); }")]
    [InlineData("foreach (var (url, _) in new[] { (\"https://a.contoso.com/\", 1), (\"https://b.contoso.com/\", 2) }) { await http.[|GetAsync|](url); }")]
    public Task LoopOverPairs_IsAnyOfThem(string body) => EndpointTest.Test.WithProperty("endpoint", "https://a.contoso.com/ | https://b.contoso.com/").Reports($$"""
        class C(HttpClient http)
        {
            static readonly Dictionary<string, string> Urls = new() { ["a"] = "https://a.contoso.com/", ["b"] = "https://b.contoso.com/" };
            async Task M() { {{body}} }
        }
        """);

    [Theory]
    [InlineData("public string Mode { get; set; } = \"a\";", "Mode == \"a\"")]
    [InlineData("public string Mode = \"a\";", "Mode == \"a\"")]
    [InlineData("public string Mode { get; set; } = \"a\";", "Mode.StartsWith(\"a\")")]
    [InlineData("public int Mode { get; set; } = 1;", "Mode == 1")]
    [InlineData("int mode = 1;", "mode > 0")]
    [InlineData("public bool Mode { get; set; } = true;", "Mode")]
    public Task ConditionThatOthersMaySet_IsNotDecided(string member, string condition) => EndpointTest.Resolves(
        condition + " ? \"https://a.contoso.com/\" : \"https://b.contoso.com/\"", "https://a.contoso.com/ | https://b.contoso.com/", member);

    [Theory]
    [InlineData("public string Mode { get; set; } = \"a\";", "Mode")]
    [InlineData("string mode = \"a\";", "mode")]
    public Task SwitchOverWhatOthersMaySet_IsNotDecided(string member, string value) => EndpointTest.Resolves(
        value + " switch { \"a\" => \"https://a.contoso.com/\", _ => \"https://b.contoso.com/\" }", "https://a.contoso.com/ | https://b.contoso.com/", member);

    [Fact]
    public Task ConstantOfAnotherProject_IsKnown() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").WithSolution("""
        # project Contracts
        -- Urls.cs
        namespace Contracts { public static class Urls { public const string Erp = "https://erp.contoso.com"; } }
        # project App -> Contracts
        -- C.cs
        class C(HttpClient http) { Task M() => http.[|GetAsync|](Contracts.Urls.Erp + "/x"); }
        """).Reports();

    [Fact]
    public Task FlurlCombine_PutsOneSlashBetween() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}").Reports("""
        -- Flurl.cs
        namespace Flurl { public static class Url { public static string Combine(params string[] parts) => throw null!; } }
        -- C.cs
        class C(HttpClient http) { Task M(string id) => http.[|GetAsync|](Flurl.Url.Combine("https://erp.contoso.com/", "/api/", "orders", id)); }
        """);
}
