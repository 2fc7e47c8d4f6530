namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Conversions and operators that a type declares: what they return is the address, and nothing that their operands look like.</summary>
public sealed class OperatorTests
{
    private const string Types = """
        public readonly struct Route(string text)
            {
                public string Text => text;
                public static implicit operator Route(string name) => new("https://" + name + ".contoso.com");
                public static implicit operator string(Route route) => route.Text + "/api";
                public static string operator +(Route route, string path) => route.Text + "/v1" + path;
                public static Route operator /(Route route, string path) => new(route.Text + "/" + path);
            }
            sealed class Link(string text) { readonly string t = text; public static explicit operator Uri(Link link) => new Uri(link.t + "/linked"); }
            static readonly Route Erp = "erp";
            static string Root => Erp;
            static Route Made() => "crm";
        """;

    [Theory]
    [InlineData("((Route)\"erp\").Text", "https://erp.contoso.com")]
    [InlineData("(string)new Route(\"https://erp.contoso.com\")", "https://erp.contoso.com/api")]
    [InlineData("new Route(\"https://erp.contoso.com\")", "https://erp.contoso.com/api")]
    [InlineData("new Route(\"https://erp.contoso.com\") + \"/orders\"", "https://erp.contoso.com/v1/orders")]
    [InlineData("(new Route(\"https://erp.contoso.com\") / \"orders\").Text", "https://erp.contoso.com/orders")]
    [InlineData("(Uri)new Link(\"https://erp.contoso.com\")", "https://erp.contoso.com/linked")]
    [InlineData("Erp.Text", "https://erp.contoso.com")]
    [InlineData("Root", "https://erp.contoso.com/api")]
    [InlineData("Made().Text", "https://crm.contoso.com")]
    public Task BodyOfTheOperator_SaysTheAddress(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Types);

    [Theory]
    [InlineData("Route r = \"erp\"; string url = r;", "https://erp.contoso.com/api")]
    [InlineData("Route r = \"erp\"; r /= \"orders\"; var url = r.Text;", "https://erp.contoso.com/orders")]
    public Task VariableOfTheType_HoldsWhatTheConversionMakes(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Types);

    [Fact]
    public Task ConversionOfALibrary_IsUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", "the address comes from the conversion of JsonNode to String").Reports("""
        class C(HttpClient http) { public Task M(System.Text.Json.Nodes.JsonNode node) => http.[|GetAsync|]((string)node["url"]!); }
        """);
}
