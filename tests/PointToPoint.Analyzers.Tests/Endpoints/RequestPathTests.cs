using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Addresses that are put together from ASP.NET's pieces, and all environment variables together.</summary>
public sealed class RequestPathTests
{
    [Theory]
    [InlineData("\"https://erp.contoso.com\" + new PathString(\"/api\").Add(\"/orders\")", "https://erp.contoso.com/api/orders")]
    [InlineData("\"https://erp.contoso.com\" + new PathString(\"/api/\").Add(new PathString(\"/orders\")).Value", "https://erp.contoso.com/api/orders")]
    [InlineData("\"https://erp.contoso.com\" + (new PathString(\"/api\") + \"/orders\")", "https://erp.contoso.com/api/orders")]
    [InlineData("UriHelper.BuildAbsolute(\"https\", new HostString(\"erp.contoso.com\"), \"/api\", \"/orders\")", "https://erp.contoso.com/api/orders")]
    [InlineData("UriHelper.BuildAbsolute(\"https\", new HostString(\"erp.contoso.com\", 8443), path: \"/orders\")", "https://erp.contoso.com:8443/orders")]
    [InlineData("Environment.GetEnvironmentVariables()[\"ERP_URL\"] + \"/orders\"", "config:ERP_URL/orders")]
    [InlineData("(string)Environment.GetEnvironmentVariables()[\"ERP_URL\"]! + \"/orders\"", "config:ERP_URL/orders")]
    public Task PiecesPutTogether(string expression, string endpoint) => EndpointTest.Test.WithReferences(ReferenceSet.AspNetCore).WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Extensions;
        class C(HttpClient http) { public Task M() => http.[|GetAsync|]({{expression}}); }
        """);
}
