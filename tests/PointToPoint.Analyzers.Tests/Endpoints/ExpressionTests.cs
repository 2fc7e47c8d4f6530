namespace PointToPoint.Analyzers.Tests.Endpoints;

public sealed class ExpressionTests
{
    [Fact]
    public Task Literal() => EndpointTest.Resolves("\"https://erp.contoso.com/x\"", "https://erp.contoso.com/x", provenance: "literal");

    [Theory]
    [InlineData("$\"{Root}/orders\"")]
    [InlineData("$\"https://{Host}/orders\"")]
    [InlineData("\"https://\" + Host + \"/orders\"")]
    [InlineData("string.Join('/', Root, \"orders\")")]
    [InlineData("string.Format(\"{0}/orders\", Root)")]
    public Task WhatIsWrittenOutAroundAValue_IsNoStepToIt(string expression) => EndpointTest.Resolves(
        expression, "https://erp.contoso.com/orders", "string Host { get; } = \"erp.contoso.com\"; string Root { get; } = \"https://erp.contoso.com\";", expression.Contains("Root", StringComparison.Ordinal) ? "property C.Root ← literal" : "property C.Host ← literal");

    [Fact]
    public Task Constant_NamesItself() => EndpointTest.Resolves("Url", "https://erp.contoso.com/x", "const string Url = \"https://erp.contoso.com/x\";", "constant C.Url");

    [Fact]
    public Task Interpolation_LeavesHoles() => EndpointTest.Resolves("$\"https://erp.contoso.com/orders/{id}/lines/{text}\"", "https://erp.contoso.com/orders/{}/lines/{}");

    [Fact]
    public Task InterpolatedConstant_IsFilledIn() => EndpointTest.Resolves("$\"{Root}/orders/{id}\"", "https://erp.contoso.com/orders/{}", "const string Root = \"https://erp.contoso.com\";");

    [Fact]
    public Task Concatenation() => EndpointTest.Resolves("\"https://erp.contoso.com\" + \"/orders/\" + id + \"?x=1\"", "https://erp.contoso.com/orders/{}");

    [Fact]
    public Task StringConcat() => EndpointTest.Resolves("string.Concat(\"https://erp.contoso.com\", \"/orders/\", text)", "https://erp.contoso.com/orders/{}");

    [Theory]
    [InlineData("string.Format(\"https://erp.contoso.com/{0}/{1}\", \"orders\", id)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Format(\"https://erp.contoso.com/{1}/{0:D4}\", id, \"orders\")", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Format(System.Globalization.CultureInfo.InvariantCulture, \"https://erp.contoso.com/{0,5}\", id)", "https://erp.contoso.com/{}")]
    [InlineData("string.Format(\"https://erp.contoso.com/a{{b}}/{0}{1}{2}{3}\", 1, 2, 3, 4)", "https://erp.contoso.com/a{b}/1234")]
    public Task StringFormat(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint);

    [Theory]
    [InlineData("$\"https://erp.contoso.com/orders{text}&page={id}\"", "https://erp.contoso.com/orders{}")]
    [InlineData("$\"https://erp.contoso.com/orders&lines/{id}&x\"", "https://erp.contoso.com/orders&lines/{}&x")]
    [InlineData("\"https://erp.contoso.com/find/name=x&type=y/items/\" + id", "https://erp.contoso.com/find/name=x&type=y/items/{}")]
    public Task QueryThatAHoleStarts_IsNoPath(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint);

    [Theory]
    [InlineData("new Uri(\"https://erp.contoso.com/x\")", "https://erp.contoso.com/x")]
    [InlineData("new Uri(\"https://erp.contoso.com/x\", UriKind.Absolute)", "https://erp.contoso.com/x")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/v1\"), \"orders\")", "https://erp.contoso.com/api/orders")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/v1/\"), \"orders\")", "https://erp.contoso.com/api/v1/orders")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/v1/\"), \"/orders\")", "https://erp.contoso.com/orders")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/v1/\"), \"../v2/orders\")", "https://erp.contoso.com/api/v2/orders")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/\"), $\"orders/{id}\")", "https://erp.contoso.com/api/orders/{}")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/api/\"), new Uri(\"https://crm.contoso.com/x\"))", "https://crm.contoso.com/x")]
    [InlineData("new Uri(\"https://erp.contoso.com/x\").ToString()", "https://erp.contoso.com/x")]
    [InlineData("new Uri(\"https://erp.contoso.com/x\").AbsoluteUri", "https://erp.contoso.com/x")]
    public Task Uris(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint);

    [Theory]
    [InlineData("\"https://erp.contoso.com/\".TrimEnd('/') + \"/orders\"", "https://erp.contoso.com/orders")]
    [InlineData("$\"{Root.TrimEnd('/')}/orders\"", "https://erp.contoso.com/orders")]
    public Task TrimmedText(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, "static readonly string Root = \"https://erp.contoso.com/\";");

    [Fact]
    public Task Choice_KeepsBothAlternatives() => EndpointTest.Resolves(
        "flag ? \"https://erp.contoso.com/a\" : \"https://erp.contoso.com/b\"", "https://erp.contoso.com/a | https://erp.contoso.com/b");

    [Fact]
    public Task TwoSystems_AreOneSite() => EndpointTest.Test.WithProperty("to", "erp.contoso.com").WithProperty("alsoTo", "crm.contoso.com").Reports("""
        class C(HttpClient http) { Task M(bool flag) => http.[|GetAsync|](flag ? "https://erp.contoso.com/a" : "https://crm.contoso.com/b"); }
        """);

    [Fact]
    public Task Default_IsASecondAlternative() => EndpointTest.Resolves("M2() ?? \"https://erp.contoso.com/b\"", "https://erp.contoso.com/b", "static string? M2() => System.Console.ReadLine();");

    [Fact]
    public Task HoleInTheHost_IsUnknown() => EndpointTest.IsUnknown("$\"https://{text}/x\"", "the address comes from parameter 'text' of public method 'C.M'");

    [Fact]
    public Task ConfiguredTenantInTheHost_LeavesTheRestOfTheHost() => EndpointTest.Test.WithProperty("to", "crm.contoso.com").WithProperty("endpoint", "https://{}.crm.contoso.com/x").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|]("https://" + configuration["Crm:Region"] + ".crm.contoso.com/x"); }
        """);

    [Fact]
    public Task TenantInTheHost_IsKnown() => EndpointTest.Test.WithProperty("to", "crm.contoso.com").WithProperty("endpoint", "https://{}.crm.contoso.com/x").Reports("""
        class C(HttpClient http) { Task M(string tenant) => http.[|GetAsync|]($"https://{tenant}.crm.contoso.com/x"); }
        """);

    [Fact]
    public Task PortInAHole_ShowsAsOne() => EndpointTest.Resolves("$\"https://erp.contoso.com:{id}/x\"", "https://erp.contoso.com:{}/x");

    [Fact]
    public Task Parameter_IsUnknownWithItsMethod() => EndpointTest.IsUnknown("text", "the address comes from parameter 'text' of public method 'C.M'");

    [Fact]
    public Task UserInfoAndQuery_NeverShow() => EndpointTest.Resolves("\"https://admin:secret@erp.contoso.com:8443/x?key=secret#f\"", "https://erp.contoso.com:8443/x");

    [Fact]
    public Task RelativeAddressWithoutBase_IsUnknown() => EndpointTest.IsUnknown("\"orders\"", "the client that is created here has no base address");

    [Fact]
    public Task NotHttp_IsStillAnAddress() => EndpointTest.Resolves("\"https+http://erp-api/x\"", "https+http://erp-api/x");
}
