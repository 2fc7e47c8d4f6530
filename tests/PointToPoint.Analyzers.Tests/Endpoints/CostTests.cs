using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What the engine does, counted: never measured by the clock.</summary>
public sealed class CostTests
{
    private const string Solution = """
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.{|P2P1003:AddHttpClient|}<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
                services.{|P2P1003:AddHttpClient|}<CrmClient>(c => c.BaseAddress = new Uri("https://crm.contoso.com/"));
            }
        }
        -- ErpClient.cs
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        -- CrmClient.cs
        class CrmClient(HttpClient http) { public int Count => 1; }
        -- Other.cs
        class Other { public int Count => 1; }
        """;

    private static AnalyzerTest Test(EngineCounters counters) =>
        AnalyzerTest.For(() => CouplingTest.Analyzer(counters)).WithDefaultRule(RuleIds.DirectHttpCall).WithoutRepeatCheck().WithoutGeneratedCodeCheck().WithoutPragmaCheck();

    [Fact]
    public async Task OneTypedClient_BindsOnlyItsRegistration()
    {
        var counters = new EngineCounters();
        await Test(counters).Reports(Solution);
        Assert.Equal(1, counters.RegistrationsBound);
    }

    [Fact]
    public async Task AbsoluteAddress_NeedsNoRegistrationScan()
    {
        var counters = new EngineCounters();
        await Test(counters).Reports("""
            -- Program.cs
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations { static void Add(IServiceCollection services) => services.AddHttpClient("erp"); }
            -- C.cs
            class C(HttpClient http) { public Task Load(int id) => http.[|GetAsync|]($"https://erp.contoso.com/{id}"); }
            """);
        Assert.Equal((0, 0, 0), (counters.TreesRead, counters.RegistrationsBound, counters.BodiesBound));
    }

    [Fact]
    public async Task EditOfOneFile_ReadsThatTreeOnly()
    {
        var counters = new EngineCounters();
        var live = await Test(counters).OpenLive(Solution);
        var before = counters.TreesRead;
        Assert.True(before >= 4, "every file is searched once");

        await live.Edit("ErpClient.cs", """
            class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders/all"); }
            """);
        Assert.Equal(before + 1, counters.TreesRead);

        await live.Edit("Other.cs", "class Other { public int Count => 2; }");
        Assert.Equal(before + 2, counters.TreesRead);
    }

    [Fact]
    public async Task EditOfTheRegistration_ShowsAtTheCallAtOnce()
    {
        var live = await Test(new EngineCounters()).WithProperty("endpoint", "https://erp.contoso.com/orders").OpenLive("""
            -- Program.cs
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations { static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("http://localhost:1")); }
            -- ErpClient.cs
            class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
            """);
        await live.Edit("""
            -- Program.cs
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations { static void Add(IServiceCollection services) => services.{|P2P1003:AddHttpClient|}<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/orders")); }
            -- ErpClient.cs
            class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
            """);
    }
}
