using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>A property of the object itself that is set where the object is created: <c>new ErpClient { Url = "https://…" }</c>.</summary>
public sealed class CreatedObjectTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring, RuleIds.UnknownTarget);

    [Theory]
    [InlineData("public required string Url { get; init; }", "new ErpClient { Url = \"https://erp.contoso.com\" }.Load()")]
    [InlineData("public string Url { get; init; } = \"\";", "new ErpClient { Url = \"https://erp.contoso.com\" }.Load()")]
    [InlineData("public string? Url { get; set; }", "new ErpClient { Url = \"https://erp.contoso.com\" }.Load()")]
    [InlineData("public string Url = \"\";", "new ErpClient { Url = \"https://erp.contoso.com\" }.Load()")]
    [InlineData("public required string Url { get; init; }", "Make().Load()")]
    [InlineData("public required Uri Url { get; init; }", "new ErpClient { Url = new Uri(\"https://erp.contoso.com\") }.Load()")]
    [InlineData("public required string Url { get; init; }", "_erp.Load()")]
    [InlineData("public string? Url { get; set; }", "Set()")]
    public Task SetWhereItIsCreated_Flows(string member, string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- ErpClient.cs
        public class ErpClient
        {
            readonly HttpClient http = new();
            {{member}}
            public Task Load() => http.[|GetAsync|]($"{{(member.Contains("Uri") ? "{Url}orders" : "{Url}/orders")}}");
        }
        -- Program.cs
        class Program
        {
            {{(call.StartsWith('_') ? "readonly ErpClient _erp = new() { Url = \"https://erp.contoso.com\" };" : "")}}
            {{(call.StartsWith("Make", StringComparison.Ordinal) ? "static ErpClient Make() => new() { Url = \"https://erp.contoso.com\" };" : "")}}
            {{(call.StartsWith("Set", StringComparison.Ordinal) ? "static Task Set() { var erp = new ErpClient(); erp.Url = \"https://erp.contoso.com\"; return erp.Load(); }" : "")}}
            Task Run() => {{call}};
        }
        """);

    [Theory]
    [InlineData("services.AddSingleton(new ErpClient { Url = \"https://erp.contoso.com\" });")]
    [InlineData("services.AddSingleton(_ => new ErpClient { Url = \"https://erp.contoso.com\" });")]
    [InlineData("services.AddScoped<ErpClient>(sp => new() { Url = \"https://erp.contoso.com\" });")]
    [InlineData("services.AddTransient<IErpClient>(sp => { var erp = new ErpClient { Url = sp.GetRequiredService<IConfiguration>()[\"Erp\"]! }; return erp; });")]
    [InlineData("services.AddTransient<IErpClient>(Make);")]
    [InlineData("Add(services, \"https://erp.contoso.com\");")]
    public Task SetWhereTheContainerMakesIt_Flows(string registration) => _test.WithAdditionalFile("appsettings.json", """{ "Erp": "https://erp.contoso.com" }""")
        .WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- ErpClient.cs
        public interface IErpClient { Task Load(); }
        public class ErpClient : IErpClient
        {
            readonly HttpClient http = new();
            public required string Url { get; init; }
            public Task Load() => http.[|GetAsync|](Url + "/orders");
        }
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Register(IServiceCollection services) { {{registration}} }
            {{(registration.Contains("Make)") ? "static IErpClient Make(IServiceProvider services) => new ErpClient { Url = \"https://erp.contoso.com\" };" : "")}}
            {{(registration.StartsWith("Add(", StringComparison.Ordinal) ? "static void Add(IServiceCollection services, string url) => services.AddSingleton(_ => new ErpClient { Url = url });" : "")}}
        }
        """);

    [Theory]
    [InlineData("var erp = new ErpSettings(\"https://old.contoso.com\", 3) with { Url = \"https://erp.contoso.com\" }; return new ErpClient(erp).Load();")]
    [InlineData("var old = new ErpSettings(\"https://old.contoso.com\", 3); var erp = old with { Url = \"https://erp.contoso.com\" }; return new ErpClient(erp).Load();")]
    [InlineData("var old = new ErpSettings(\"https://erp.contoso.com\", 3); var erp = old with { Retries = 4 }; return new ErpClient(erp).Load();")]
    [InlineData("return new ErpClient(Default with { Url = \"https://erp.contoso.com\" }).Load();")]
    [InlineData("return new ErpClient(Default.At(\"https://erp.contoso.com\")).Load();")]
    public Task ChangedCopyOfARecord_Flows(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- ErpClient.cs
        public record ErpSettings(string Url, int Retries) { public ErpSettings At(string url) => this with { Url = url }; }
        public class ErpClient(ErpSettings settings)
        {
            readonly HttpClient http = new();
            public Task Load() => http.[|GetAsync|](settings.Url + "/orders");
        }
        -- Program.cs
        class Program
        {
            static readonly ErpSettings Default = new("https://default.contoso.com", 1);
            Task Run() { {{body}} }
        }
        """);

    [Fact]
    public Task SeveralObjects_AreAlternatives() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://crm.contoso.com/orders").Reports("""
        -- Client.cs
        public class Client
        {
            readonly HttpClient http = new();
            public required string Url { get; init; }
            public Task Load() => http.[|GetAsync|](Url + "/orders");
        }
        -- Program.cs
        class Program
        {
            readonly Client erp = new() { Url = "https://erp.contoso.com" };
            readonly Client crm = new() { Url = "https://crm.contoso.com" };
            async Task Run() { await erp.Load(); await crm.Load(); }
        }
        """);

    [Theory]
    [InlineData("services.AddSingleton(_ => new ErpClient(url));")]
    [InlineData("services.AddSingleton(new ErpClient(url));")]
    [InlineData("services.AddSingleton<ErpClient>(_ => { return new(url); });")]
    public Task GivenToTheContainerByAMethodOfTheCodesOwn_HasWhatItsCallersGive(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => AddErp(services, "https://erp.contoso.com");
            static void AddErp(IServiceCollection services, string url) { {{registration}} }
        }
        class ErpClient(string url) { readonly HttpClient http = new(); public Task Load() => http.[|GetAsync|](url + "/orders"); }
        """);

    [Theory]
    [InlineData("services.AddSingleton<Erp>();")]
    [InlineData("services.AddScoped<IErp, Erp>();")]
    [InlineData("services.TryAddTransient(typeof(Erp));")]
    public Task ObjectThatTheContainerMakesToo_KeepsTheMembersOwnValue(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://default.contoso.com/orders").Reports($$"""
        -- Erp.cs
        public interface IErp { Task Load(); }
        public class Erp : IErp { readonly HttpClient http = new(); public string Url { get; set; } = "https://default.contoso.com"; public Task Load() => http.[|GetAsync|](Url + "/orders"); }
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        static class Registrations
        {
            static void Register(IServiceCollection services) { {{registration}} }
            static Task Run() => new Erp { Url = "https://erp.contoso.com" }.Load();
        }
        """);
}
