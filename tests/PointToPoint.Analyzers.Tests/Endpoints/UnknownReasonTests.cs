namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Why nothing is known: each reason names a thing that a person can go to.</summary>
public sealed class UnknownReasonTests
{
    [Theory]
    [InlineData("Func<string> getUrl", "getUrl()", "the address comes from what function 'getUrl' returns")]
    [InlineData("string[] urls", "urls[0]", "the address comes from an element of 'urls'")]
    [InlineData("dynamic settings", "(string)settings.Url", "the address comes from a dynamic value")]
    [InlineData("Microsoft.Extensions.Configuration.IConfiguration configuration", "configuration[Console.ReadLine()!]", "the address comes from a configuration key that comes from the result of 'Console.ReadLine'")]
    [InlineData("string name", "Environment.GetEnvironmentVariable(name)", "the address comes from an environment variable whose name comes from parameter 'name' of public method 'C.M'")]
    [InlineData("IDictionary<string, object> headers", "headers[\"X-Callback\"].ToString()", "the address comes from \"X-Callback\" of parameter 'headers' of public method 'C.M'")]
    public Task Address(string parameter, string expression, string reason) => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", reason).Reports($$"""
        class C(HttpClient http) { public async Task M({{parameter}}) => await http.[|GetAsync|]({{expression}}); }
        """);

    [Theory]
    [InlineData("name", "the client's name comes from parameter 'name' of public method 'C.M'")]
    [InlineData("Console.ReadLine()!", "the client's name comes from the result of 'Console.ReadLine'")]
    public Task ClientsName(string expression, string reason) => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", reason).Reports($$"""
        class C(IHttpClientFactory factory) { public async Task M(string name) => await factory.CreateClient({{expression}}).[|GetAsync|]("/orders"); }
        """);
}
