using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>The configuration of .NET Framework: the value stands in app.config or web.config, so the key names the system.</summary>
public sealed class ConfigurationManagerTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    // What System.Configuration declares, as far as these tests use it.
    private const string Manager = """
        -- Manager.cs
        namespace System.Configuration
        {
            public class ConnectionStringSettings { public string ConnectionString { get; set; } = ""; }
            public class ConnectionStringSettingsCollection { public ConnectionStringSettings this[string name] => new(); }
            public static class ConfigurationManager
            {
                public static System.Collections.Specialized.NameValueCollection AppSettings => new();
                public static ConnectionStringSettingsCollection ConnectionStrings => new();
            }
        }

        -- Test0.cs
        using System.Configuration;

        """;

    [Theory]
    [InlineData("ConfigurationManager.AppSettings[\"ErpUrl\"]", "config:ErpUrl/orders")]
    [InlineData("ConfigurationManager.AppSettings.Get(\"ErpUrl\")", "config:ErpUrl/orders")]
    [InlineData("ConfigurationManager.ConnectionStrings[\"Erp\"].ConnectionString", "config:ConnectionStrings:Erp/orders")]
    public Task KeyOfASetting_NamesTheSystem(string read, string endpoint) => _test.WithProperty("to", "Erp").WithProperty("endpoint", endpoint).Reports(Manager + $$"""
        class C
        {
            async Task M(HttpClient client) => await client.[|GetAsync|]({{read}} + "/orders");
        }
        """);

    [Fact]
    public Task KeyOfASetting_IsAnEndpointOfASystem() => _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["config:Backend"] } } }""").WithProperty("to", "ERP").Reports(Manager + """
        class C
        {
            async Task M(HttpClient client) => await client.[|GetAsync|](ConfigurationManager.AppSettings["Backend"] + "/orders");
        }
        """);

    [Fact]
    public Task OtherSettings_AreNone() => _test.Reports(Manager + """
        class Own { public static System.Collections.Specialized.NameValueCollection AppSettings => new(); }
        class C
        {
            async Task M(HttpClient client) => await client.{|P2P1010:GetAsync|}(Own.AppSettings["ErpUrl"] + "/orders");
        }
        """);
}
