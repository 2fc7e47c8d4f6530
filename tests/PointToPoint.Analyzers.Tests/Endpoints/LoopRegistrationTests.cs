using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Clients that a loop registers: each round is a registration of its own.</summary>
public sealed class LoopRegistrationTests
{
    private const string Usings = """
        using System.Linq;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Literals = "new[] { (\"crm\", \"https://crm.contoso.com\"), (\"erp\", \"https://erp.contoso.com\") }";
    private const string Records = "new Sys[] { new(\"crm\", \"https://crm.contoso.com\"), new(\"erp\", \"https://erp.contoso.com\") }";
    private const string Dictionary = "new Dictionary<string, string> { [\"crm\"] = \"https://crm.contoso.com\", [\"erp\"] = \"https://erp.contoso.com\" }";

    [Theory]
    [InlineData("foreach (var (name, url) in " + Literals + ") services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri(url));")]
    [InlineData("foreach (var (name, url) in " + Literals + ") { services.AddHttpClient(name).{|#0:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(url)); }")]
    [InlineData("foreach (var entry in " + Literals + ") services.{|#0:AddHttpClient|}(entry.Item1, c => c.BaseAddress = new Uri(entry.Item2));")]
    [InlineData("foreach (var system in " + Records + ") services.{|#0:AddHttpClient|}(system.Name, c => c.BaseAddress = new Uri(system.Url));")]
    [InlineData("foreach (var (name, url) in " + Records + ") services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri(url));")]
    [InlineData("foreach (var system in systems) { var name = system.Name; services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri(system.Url)); }")]
    [InlineData("var all = new List<Section> { new Section { Name = \"crm\", Url = \"https://crm.contoso.com\" } }; all.Add(new() { Name = \"erp\", Url = \"https://erp.contoso.com\" }); foreach (var section in all) services.{|#0:AddHttpClient|}(section.Name, c => c.BaseAddress = new Uri(section.Url));")]
    [InlineData("foreach (var (name, url) in " + Dictionary + ") services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri(url));")]
    [InlineData("foreach (var entry in " + Dictionary + ") services.{|#0:AddHttpClient|}(entry.Key, c => c.BaseAddress = new Uri(entry.Value));")]
    [InlineData("foreach (var name in new[] { \"crm\", \"erp\" }) services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri($\"https://{name}.contoso.com\"));")]
    [InlineData("foreach (var name in \"crm,erp\".Split(',')) services.{|#0:AddHttpClient|}(name, c => c.BaseAddress = new Uri($\"https://{name}.contoso.com\"));")]
    [InlineData("foreach (var (name, url) in " + Literals + ") services.{|#0:AddApi|}(name, url);")]
    [InlineData("foreach (var system in systems) {|#0:AddOne|}(system); void AddOne(Sys one) => services.AddApi(one.Name, one.Url);")]
    [InlineData("systems.ToList().ForEach(system => services.{|#0:AddHttpClient|}(system.Name, c => c.BaseAddress = new Uri(system.Url)));")]
    [InlineData("Array.ForEach(systems, system => services.AddHttpClient(system.Name).{|#0:Boo|}(system.Url));")]
    public Task ElementsThatAreListed(string loop) => EndpointTest.Test.Reports(
        Usings + $$"""
            record Sys(string Name, string Url);
            class Section { public string Name { get; set; } = ""; public string Url { get; set; } = ""; }
            class C(IHttpClientFactory factory)
            {
                Task Crm() => factory.CreateClient("crm").{|#1:GetAsync|}("customers");
                Task Erp() => factory.CreateClient("erp").{|#2:GetAsync|}("orders");
            }
            static class Setup
            {
                static readonly Sys[] systems = [new("crm", "https://crm.contoso.com"), new("erp", "https://erp.contoso.com")];
                static void Add(IServiceCollection services)
                {
                    {{loop}}
                }
                static void AddApi(this IServiceCollection services, string name, string url) => services.AddHttpClient(name, c => c.BaseAddress = new Uri(url));
                static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));
            }
            """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://crm.contoso.com | https://erp.contoso.com"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/customers"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(2).WithProperty("endpoint", "https://erp.contoso.com/orders"));

    [Theory]
    [InlineData("foreach (var system in configuration.GetSection(\"Systems\").GetChildren()) services.AddHttpClient(system.Key, c => c.BaseAddress = new Uri(system[\"Url\"]!));")]
    [InlineData("foreach (var system in configuration.GetSection(\"Systems\").Get<List<Sys>>()!) services.AddHttpClient(system.Name, c => c.BaseAddress = new Uri(system.Url));")]
    public Task NamesThatAreData_AreSaidToBe(string loop) => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).IgnoringRules(RuleIds.DirectWiring)
        .WithProperty("unknownReason", "client \"crm\" may be one of those that AddHttpClient(\"…\") registers under names that only run time knows").Reports(Usings + $$"""
        record Sys(string Name, string Url);
        class C(IHttpClientFactory factory) { Task Crm() => factory.CreateClient("crm").[|GetAsync|]("customers"); }
        static class Setup { static void Add(IServiceCollection services, IConfiguration configuration) { {{loop}} } }
        """);

    [Fact]
    public Task KnownNameBesidesOnesThatAreData_IsKnown() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://crm.contoso.com/customers").Reports(Usings + """
        class C(IHttpClientFactory factory) { Task Crm() => factory.CreateClient("crm").[|GetAsync|]("customers"); }
        static class Setup
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.AddHttpClient("crm", c => c.BaseAddress = new Uri("https://crm.contoso.com"));
                foreach (var system in configuration.GetChildren()) services.AddHttpClient(system.Key);
            }
        }
        """);
}
