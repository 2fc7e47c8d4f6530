using PointToPoint.Analyzers.Tests.Endpoints;

namespace PointToPoint.Analyzers.Tests.Systems;

public sealed class SharedHostTests
{
    [Theory]
    [InlineData("$\"https://{text}.azurewebsites.net/x\"", "{}.azurewebsites.net")]
    [InlineData("$\"https://{text}.execute-api.eu-west-1.amazonaws.com/x\"", "{}.execute-api.eu-west-1.amazonaws.com")]
    [InlineData("$\"https://{text}.co.uk/x\"", "{}.co.uk")]
    [InlineData("$\"https://{text}.crm.contoso.com/x\"", "crm.contoso.com")]
    [InlineData("\"https://crm.azurewebsites.net/x\"", "crm.azurewebsites.net")]
    public Task TenantInFrontOfASharedDomain_LeavesNoSystemOfTheDomainsName(string address, string to) => EndpointTest.Test.WithProperty("to", to).Reports($$"""
        class C(HttpClient http) { public Task M(int text) => http.[|GetAsync|]({{address}}); }
        """);

    [Fact]
    public Task ConfiguredTenant_IsNamedByItsKey() => EndpointTest.Test.WithProperty("to", "Crm").WithProperty("endpoint", "https://{}.azurewebsites.net/x").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { public Task M() => http.[|GetAsync|]($"https://{configuration["Crm:Host"]}.azurewebsites.net/x"); }
        """);
}
