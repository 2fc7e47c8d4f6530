namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Uri and UriBuilder, taken apart and put together.</summary>
public sealed class UriTextTests
{
    private const string Members = """
        static readonly Uri Root = new("https://erp.contoso.com");
        static readonly Uri Deep = new("https://user@erp.contoso.com:8443/api/v1?x=1");
        static string Host() => System.Console.ReadLine()!;
        """;

    [Theory]
    [InlineData("Root + \"orders\"", "https://erp.contoso.com/orders")]
    [InlineData("$\"{Root}orders/{id}\"", "https://erp.contoso.com/orders/{}")]
    [InlineData("Root.AbsoluteUri + \"orders\"", "https://erp.contoso.com/orders")]
    [InlineData("Root.OriginalString + \"/orders\"", "https://erp.contoso.com/orders")]
    [InlineData("Root.ToString().TrimEnd('/') + \"/orders\"", "https://erp.contoso.com/orders")]
    [InlineData("Deep.GetLeftPart(UriPartial.Authority) + \"/orders\"", "https://erp.contoso.com:8443/orders")]
    [InlineData("Deep.GetLeftPart(UriPartial.Path) + \"/orders\"", "https://erp.contoso.com:8443/api/v1/orders")]
    [InlineData("$\"{Deep.Scheme}://{Deep.Host}/x\"", "https://erp.contoso.com/x")]
    [InlineData("Deep.Scheme + Uri.SchemeDelimiter + Deep.Authority + Deep.AbsolutePath", "https://erp.contoso.com:8443/api/v1")]
    [InlineData("$\"{Uri.UriSchemeHttps}://{Root.Host}:{Deep.Port}{Deep.PathAndQuery}\"", "https://erp.contoso.com:8443/api/v1")]
    [InlineData("new Uri(Root, \"orders\").AbsoluteUri", "https://erp.contoso.com/orders")]
    public Task PiecesOfAUri(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("new UriBuilder(\"https://erp.contoso.com\") { Path = \"orders\" }.Uri", "https://erp.contoso.com/orders")]
    [InlineData("new UriBuilder(\"erp.contoso.com\") { Path = \"orders\" }.Uri", "http://erp.contoso.com/orders")]
    [InlineData("new UriBuilder(Root) { Path = \"/orders\", Query = \"a=\" + text }.Uri", "https://erp.contoso.com/orders")]
    [InlineData("new UriBuilder(\"https\", \"erp.contoso.com\").Uri", "https://erp.contoso.com/")]
    [InlineData("new UriBuilder(\"https\", \"erp.contoso.com\", 8443).Uri", "https://erp.contoso.com:8443/")]
    [InlineData("new UriBuilder(\"https\", \"erp.contoso.com\", 443, \"orders\").Uri", "https://erp.contoso.com/orders")]
    [InlineData("new UriBuilder(\"https\", \"erp.contoso.com\", -1, $\"orders/{id}\", \"?a=b\").ToString()", "https://erp.contoso.com/orders/{}")]
    [InlineData("new UriBuilder { Scheme = \"https\", Host = \"erp.contoso.com\", Path = text }.Uri", "https://erp.contoso.com/{}")]
    [InlineData("new UriBuilder { Scheme = Uri.UriSchemeHttps, Host = \"erp.contoso.com\", Port = id, Path = \"x\" }.Uri", "https://erp.contoso.com:{}/x")]
    [InlineData("new UriBuilder(Deep) { Host = \"crm.contoso.com\", Port = -1 }.Uri", "https://crm.contoso.com/api/v1")]
    [InlineData("new UriBuilder(\"http://erp.contoso.com/x\") { Scheme = \"https\" }.Uri", "https://erp.contoso.com:80/x")]
    [InlineData("new UriBuilder(\"http://erp.contoso.com/x\") { Scheme = \"https\", Port = 443 }.Uri", "https://erp.contoso.com/x")]
    [InlineData("new UriBuilder(\"http://erp.contoso.com/x\").Uri", "http://erp.contoso.com/x")]
    [InlineData("new Uri(new UriBuilder(Deep).Path == \"\" ? Root : Root, \"x\")", "https://erp.contoso.com/x")]
    public Task Builder(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Fact]
    public Task BuilderWithAnUnknownHost_IsUnknown() =>
        EndpointTest.IsUnknown("new UriBuilder(\"https\", text) { Path = \"x\" }.Uri", "the address comes from parameter 'text' of public method 'C.M'", Members);

    [Fact]
    public Task BuilderOfAnUnknownAddress_IsUnknown() =>
        EndpointTest.IsUnknown("new UriBuilder(text) { Path = \"x\" }.Uri", "the address comes from parameter 'text' of public method 'C.M'", Members);

    [Fact]
    public Task HostOfAnUnknownUri_IsUnknown() => EndpointTest.IsUnknown(
        "\"https://\" + new Uri(text).Host + \"/x\"", "the address comes from parameter 'text' of public method 'C.M'", Members);

    [Fact]
    public Task ConfiguredBuilder_KeepsItsKey() => EndpointTest.Test.WithProperty("endpoint", "config:Erp:Url/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            Task M() => http.[|GetAsync|](new UriBuilder(configuration["Erp:Url"]!) { Path = "orders", Query = "a=b" }.Uri);
        }
        """);
}
