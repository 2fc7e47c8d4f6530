using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What one element of a list says that a condition chooses, what an indexer gives, and what a method leaves in a variable that it is lent.</summary>
public sealed class ChosenElementTests
{
    private const string Systems = """
        record Sys(string Name, string Url);
            static readonly Sys[] All = [new("crm", "https://crm.contoso.com"), new("erp", "https://erp.contoso.com")];
            static readonly (string Name, string Url)[] Tuples = [("crm", "https://crm.contoso.com"), ("erp", "https://erp.contoso.com")];
            static readonly List<Sys> Listed = new() { new("crm", "https://crm.contoso.com"), new("erp", "https://erp.contoso.com") };
        """;

    [Theory]
    [InlineData("All.First(system => system.Name == \"erp\").Url")]
    [InlineData("All.First(system => system.Name.Equals(\"ERP\", System.StringComparison.OrdinalIgnoreCase)).Url")]
    [InlineData("All.First(system => string.Equals(system.Name, \"Erp\", System.StringComparison.OrdinalIgnoreCase)).Url")]
    [InlineData("All.SingleOrDefault(system => \"erp\" == system.Name)!.Url")]
    [InlineData("All.Where(system => system.Name == \"erp\").First().Url")]
    [InlineData("Listed.Find(system => system.Name.Equals(\"erp\"))!.Url")]
    [InlineData("Tuples.First(system => system.Name == \"erp\").Url")]
    public Task ElementOfThatName(string expression) => EndpointTest.Resolves(expression + " + \"/orders\"", "https://erp.contoso.com/orders", Systems);

    [Fact]
    public Task ElementThatOnlyRunTimeChooses_IsAnyOfThem() =>
        EndpointTest.Resolves("All.First(system => system.Name == text).Url", "https://crm.contoso.com | https://erp.contoso.com", Systems);

    [Theory]
    [InlineData("All[0].Url", "https://crm.contoso.com")]
    [InlineData("All[^1].Url", "https://erp.contoso.com")]
    [InlineData("All[id].Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("All[Random.Shared.Next(All.Length)].Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("Listed[1].Url", "https://erp.contoso.com")]
    [InlineData("Listed.Last().Url", "https://erp.contoso.com")]
    [InlineData("All.OrderBy(system => system.Name).First().Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("All.MinBy(system => system.Name)!.Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("All.Where(system => system.Name != text).Select(system => system.Url).First()", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("All.Where(system => system.Name != \"crm\").First().Url", "https://erp.contoso.com")]
    [InlineData("Map[\"erp\"].Url", "https://erp.contoso.com")]
    [InlineData("Map[text].Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("Map.Values.First().Url", "https://crm.contoso.com | https://erp.contoso.com")]
    [InlineData("(Map.TryGetValue(\"erp\", out var found) ? found.Url : \"https://other.contoso.com\")", "https://erp.contoso.com | https://other.contoso.com")]
    [InlineData("Grown[\"erp\"].Url", "https://erp.contoso.com")]
    [InlineData("Frozen[\"erp\"].Url", "https://erp.contoso.com")]
    [InlineData("Texts[\"erp\"]", "https://erp.contoso.com")]
    [InlineData("All.ToDictionary(system => system.Name)[\"erp\"].Url", "https://erp.contoso.com")]
    [InlineData("All.ToDictionary(system => system.Name, system => system.Url)[\"erp\"]", "https://erp.contoso.com")]
    public Task MemberOfAnElement(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Systems + """
        sealed class Target { public string Url { get; set; } = ""; }
            static readonly Dictionary<string, Target> Map = new() { ["crm"] = new() { Url = "https://crm.contoso.com" }, ["erp"] = new() { Url = "https://erp.contoso.com" } };
            static readonly System.Collections.Immutable.ImmutableDictionary<string, Sys> Grown = System.Collections.Immutable.ImmutableDictionary<string, Sys>.Empty.Add("crm", All[0]).Add("erp", All[1]);
            static readonly System.Collections.Frozen.FrozenDictionary<string, Target> Frozen = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(Map);
            static readonly System.Collections.Frozen.FrozenDictionary<string, string> Texts = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(All, system => system.Name, system => system.Url);
        """);

    [Theory]
    [InlineData("Map[name].Url")]
    [InlineData("All.First(system => system.Name == name).Url")]
    public Task CallerThatSaysWhichElement_IsTold(string expression) => EndpointTest.Test.Reports($$"""
        record Sys(string Name, string Url);
        class Sender(HttpClient http)
        {
            static readonly Sys[] All = [new("crm", "https://crm.contoso.com"), new("erp", "https://erp.contoso.com")];
            static readonly Dictionary<string, Sys> Map = new() { ["crm"] = All[0], ["erp"] = All[1] };
            public Task Send(string name, string path) => http.GetAsync({{expression}} + path);
        }
        class C(Sender sender) { public Task M() => sender.{|#0:Send|}("erp", "/orders"); public Task N() => sender.{|#1:Send|}("crm", "/customers"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/customers"));

    [Theory]
    [InlineData("All.First(customer => customer.Id == id)")]
    [InlineData("All[id]")]
    [InlineData("ById[id]")]
    public Task DataThatOnlyRunTimeChooses_IsNoPath(string expression) => EndpointTest.Test.Reports($$"""
        record Customer(int Id, string Segment);
        class Marketing(HttpClient http) { public Task Campaigns(string segment) => http.{|#0:GetAsync|}($"https://erp.contoso.com/campaigns/{segment}"); }
        class C(Marketing marketing)
        {
            static readonly Customer[] All = [new(1, "retail"), new(2, "industry")];
            static readonly Dictionary<int, Customer> ById = new() { [1] = new(1, "retail"), [2] = new(2, "industry") };
            public Task M(int id) => marketing.Campaigns({{expression}}.Segment);
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/campaigns/{}"));

    [Fact]
    public Task IndexerOfTheCodesOwn() => EndpointTest.Resolves("this[\"erp\"] + \"/orders\"", "https://erp.contoso.com/orders", "string this[string name] => $\"https://{name}.contoso.com\";");

    [Theory]
    [InlineData("Below(ref url);", "https://erp.contoso.com/orders")]
    [InlineData("Set(ref url);", "https://crm.contoso.com")]
    [InlineData("Show(ref url);", "https://erp.contoso.com")]
    [InlineData("May(ref url);", "https://erp.contoso.com | https://crm.contoso.com")]
    public Task VariableThatAMethodIsLent(string call, string endpoint) => EndpointTest.BodyResolves("var url = \"https://erp.contoso.com\"; " + call, endpoint, """
        static void Below(ref string url) => url = url + "/orders";
            static void Set(ref string url) { url = ""; url = "https://crm.contoso.com"; }
            static void Show(ref string url) => Console.WriteLine(url);
            static void May(ref string url) { if (DateTime.Now.Hour > 12) url = "https://crm.contoso.com"; }
        """);

    [Theory]
    [InlineData("Of<Erp>()", "https://erp.contoso.com")]
    [InlineData("Of<Crm>()", "https://other.contoso.com")]
    [InlineData("Of<string>()", "https://other.contoso.com")]
    public Task DefaultOfATypeArgument(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, """
        interface IErp; struct Erp : IErp; struct Crm;
            static string Of<T>() => default(T) is IErp ? "https://erp.contoso.com" : "https://other.contoso.com";
        """);
}
