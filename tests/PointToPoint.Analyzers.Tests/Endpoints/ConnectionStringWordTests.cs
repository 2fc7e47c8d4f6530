using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Addresses that are read out of a connection string by a builder.</summary>
public sealed class ConnectionStringWordTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("var url = (string)builder[\"endpoint\"];")]
    [InlineData("var url = (string?)builder[\"Endpoint\"] ?? throw new InvalidOperationException();")]
    [InlineData("var url = builder.TryGetValue(\"Endpoint\", out var value) ? (string)value : throw new InvalidOperationException();")]
    [InlineData("builder.TryGetValue(\"Endpoint\", out var value); var url = value!.ToString();")]
    [InlineData("if (!builder.TryGetValue(\"Endpoint\", out var value)) return; var url = new Uri((string)value);")]
    public Task WordOfAConfiguredConnectionString_IsWhatStandsBehindIt(string body) => _test
        .WithAdditionalFile("appsettings.json", """{ "ConnectionStrings": { "chat": "Endpoint=https://erp.contoso.com/;Key=12345" } }""")
        .WithProperty("endpoint", "https://erp.contoso.com/")
        .Reports($$"""
            using System.Data.Common;
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration)
            {
                async Task M()
                {
                    var builder = new DbConnectionStringBuilder();
                    builder.ConnectionString = configuration.GetConnectionString("chat");
                    {{body}}
                    await http.[|GetAsync|](url);
                }
            }
            """);

    [Fact]
    public Task WordOfAConnectionStringThatNobodyHereKnows_IsNamedByItsKey() => _test
        .WithProperty("to", "chat").WithProperty("endpoint", "config:ConnectionStrings:chat/orders")
        .Reports("""
            using System.Data.Common;
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration)
            {
                Task M()
                {
                    var builder = new DbConnectionStringBuilder { ConnectionString = configuration.GetConnectionString("chat") };
                    var url = builder.TryGetValue("Endpoint", out var value) ? (string)value : throw new InvalidOperationException();
                    return http.[|GetAsync|](url + "/orders");
                }
            }
            """);

    [Fact]
    public Task WordThatTheTextHasNot_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using System.Data.Common;
        class C(HttpClient http)
        {
            public Task M() => http.[|GetAsync|]((string)new DbConnectionStringBuilder { ConnectionString = "Key=12345" }["Endpoint"]);
        }
        """);

    [Fact]
    public Task WordThatIsNoAddress_IsNotShown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using System.Data.Common;
        class C(HttpClient http)
        {
            public Task M() => http.[|GetAsync|]((string)new DbConnectionStringBuilder { ConnectionString = "Endpoint=https://erp.contoso.com/;Key=12345" }["Key"]);
        }
        """);

    [Fact]
    public Task SetEndpoint_GoesBeforeThatOfTheText() => _test.WithProperty("endpoint", "https://crm.contoso.com/").Reports("""
        using System.Data.Common;
        class C(HttpClient http)
        {
            Task M()
            {
                var builder = new DbConnectionStringBuilder { ConnectionString = "Endpoint=https://erp.contoso.com/" };
                builder["Endpoint"] = "https://crm.contoso.com/";
                return http.[|GetAsync|]((string)builder["Endpoint"]);
            }
        }
        """);
}
