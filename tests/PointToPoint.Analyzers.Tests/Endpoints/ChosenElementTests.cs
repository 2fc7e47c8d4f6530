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
    [InlineData("All.SingleOrDefault(system => \"erp\" == system.Name)!.Url")]
    [InlineData("All.Where(system => system.Name == \"erp\").First().Url")]
    [InlineData("Listed.Find(system => system.Name.Equals(\"erp\"))!.Url")]
    [InlineData("Tuples.First(system => system.Name == \"erp\").Url")]
    public Task ElementOfThatName(string expression) => EndpointTest.Resolves(expression + " + \"/orders\"", "https://erp.contoso.com/orders", Systems);

    [Fact]
    public Task ElementThatOnlyRunTimeChooses_IsData() =>
        EndpointTest.IsUnknown("All.First(system => system.Name == text).Url", "the address comes from property 'Sys.Url'", Systems);

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
