using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Of values that are set one after the other, those count that may still be there: the rest would be systems that nobody calls.</summary>
public sealed class OverwrittenValueTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" } }""");

    [Theory]
    [InlineData("public static string Url { get; set; } = \"\";", "https://erp.contoso.com/orders")]
    [InlineData("public static string? Url { get; set; }", "https://erp.contoso.com/orders")]
    [InlineData("internal static string Url = string.Empty;", "https://erp.contoso.com/orders")]
    [InlineData("public static string Url { get; set; } = \"https://default.contoso.com\";", "https://default.contoso.com/orders | https://erp.contoso.com/orders")]
    public Task StaticMember_HasWhatOtherClassesSet(string member, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        var builder = WebApplication.CreateBuilder(args);
        Endpoints.Url = builder.Configuration["Erp:Url"]!;
        builder.Build().Run();
        -- Endpoints.cs
        static class Endpoints { {{member}} }
        -- Orders.cs
        class Orders(HttpClient http) { public Task<string> All() => http.[|GetStringAsync|](Endpoints.Url + "/orders"); }
        """);

    [Fact]
    public Task StaticMember_HasWhatTheCallersOfAMethodSay() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        static class Endpoints
        {
            public static string Url { get; private set; } = "";
            public static void Use(string url) => Url = url.TrimEnd('/');
        }
        static class Startup { static void Run() => Endpoints.Use("https://erp.contoso.com/"); }
        class Orders(HttpClient http) { public Task<string> All() => http.[|GetStringAsync|](Endpoints.Url + "/orders"); }
        """);

    [Fact]
    public Task StaticMemberOfAnotherClass_IsNotMeant() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        static class Endpoints { public static string Url { get; set; } = "https://erp.contoso.com"; }
        namespace Other { static class Endpoints { public static string Url { get; set; } = "https://crm.contoso.com"; } class C { void M() => Endpoints.Url = "https://hr.contoso.com"; } }
        class Orders(HttpClient http) { public Task<string> All() => http.[|GetStringAsync|](Endpoints.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("static string root = \"https://old.contoso.com\"; static C() { root = \"https://erp.contoso.com\"; }")]
    [InlineData("string root = \"https://old.contoso.com\"; public C() { root = \"https://erp.contoso.com\"; }")]
    [InlineData("string root { get; } = \"https://old.contoso.com\"; string name; public C(string name) { (root, this.name) = (\"https://erp.contoso.com\", name); } public C() : this(\"x\") { }")]
    public Task ConstructorThatSetsIt_HidesTheInitialiser(string members) => EndpointTest.Resolves("root + \"/orders\"", "https://erp.contoso.com/orders", members);

    [Fact]
    public Task ConstructorThatMaySetIt_HidesNothing() => EndpointTest.Resolves(
        "root + \"/orders\"", "https://old.contoso.com/orders | https://erp.contoso.com/orders", "string root = \"https://old.contoso.com\"; public C() { } public C(int x) { root = \"https://erp.contoso.com\"; }");

    [Fact]
    public Task InitialiserOfEveryObject_HidesThatOfTheClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public string Root { get; init; } = "https://default.contoso.com";
            public Task<string> Orders() => http.[|GetStringAsync|](Root + "/orders");
        }
        class C(HttpClient http) { Task M() => new Api(http) { Root = "https://erp.contoso.com" }.Orders(); }
        """);

    [Fact]
    public Task ObjectWithoutInitialiser_HasTheOneOfTheClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://default.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public string Root { get; init; } = "https://default.contoso.com";
            public Task<string> Orders() => http.[|GetStringAsync|](Root + "/orders");
        }
        class C(HttpClient http)
        {
            Task A() => new Api(http) { Root = "https://erp.contoso.com" }.Orders();
            Task B() => new Api(http).Orders();
        }
        """);

    [Theory]
    [InlineData("readonly HttpClient http = new(); ", "http.BaseAddress = new Uri(\"https://a.contoso.com\"); await http.[|GetAsync|](\"orders\");")]
    [InlineData("", "given.BaseAddress = new Uri(\"https://a.contoso.com\"); await given.[|GetAsync|](\"orders\");")]
    [InlineData("readonly HttpClient http = given;", "http.BaseAddress = new Uri(\"https://a.contoso.com\"); await http.[|GetAsync|](\"orders\");")]
    [InlineData("string root = \"\";", "root = \"https://a.contoso.com\"; await given.[|GetAsync|](root + \"/orders\");")]
    [InlineData("string root = \"\";", "this.root = id > 0 ? \"https://a.contoso.com\" : \"https://a.contoso.com\"; await given.[|GetAsync|]($\"{root}/orders\");")]
    public Task WhatTheMethodItselfSets_HidesWhatOthersSet(string member, string body) => _test.WithProperty("endpoint", "https://a.contoso.com/orders").Reports($$"""
        class C(HttpClient given)
        {
            {{member}}
            public async Task A(int id) { {{body}} }
            public void B() { {{(member.Contains("root", StringComparison.Ordinal) ? "root = \"https://b.contoso.com\";" : (member.Length > 0 ? "http" : "given") + ".BaseAddress = new Uri(\"https://b.contoso.com\");")}} }
        }
        """);

    [Theory]
    [InlineData("if (id > 0) { root = \"https://a.contoso.com\"; }")]
    [InlineData("root = \"https://a.contoso.com\"; Change();")]
    [InlineData("void Local() => root = \"https://a.contoso.com\"; Local();")]
    public Task WhatMayBeUnsetOrChangedBetween_HidesNothing(string body) => _test.WithProperty("endpoint", "https://a.contoso.com/orders | https://b.contoso.com/orders").Reports($$"""
        class C(HttpClient http)
        {
            string root = "";
            public async Task A(int id) { {{body}} await http.[|GetAsync|](root + "/orders"); }
            public void Change() { root = "https://b.contoso.com"; }
        }
        """);

    [Theory]
    [InlineData("Url = \"\"", "App.Current.Url", "https://erp.contoso.com/orders")]
    [InlineData("Url = \"https://default.contoso.com\"", "App.Current.Url", "https://erp.contoso.com/orders | https://default.contoso.com/orders")]
    [InlineData("Url = \"\"", "App.Current.Inner.Url", "https://crm.contoso.com/orders")]
    public Task ObjectInAStaticMember_HasWhatCodeSetsOnIt(string initial, string read, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        class Inner { public string Url { get; set; } = ""; }
        class Settings { public string {{initial.Replace("Url", "Url { get; set; }", StringComparison.Ordinal)}}; public Inner Inner { get; } = new(); }
        static class App { public static Settings Current { get; } = new(); public static Settings Other { get; } = new(); }
        static class Startup
        {
            static void Run()
            {
                App.Current.Url = "https://erp.contoso.com";
                App.Current.Inner.Url = "https://crm.contoso.com";
                App.Other.Url = "https://hr.contoso.com";
            }
        }
        class Orders(HttpClient http) { public Task All() => http.[|GetAsync|]({{read}} + "/orders"); }
        """);

    [Fact]
    public Task BaseAddressThatIsSetOnlyIfThereIsNone() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Orders
        {
            readonly HttpClient http;
            public Orders(HttpClient http) { this.http = http; this.http.BaseAddress ??= new Uri("https://erp.contoso.com"); }
            public Task All() => http.[|GetAsync|]("orders");
        }
        """);

    [Theory]
    [InlineData("Interlocked.Exchange(ref root, \"https://b.contoso.com\");")]
    [InlineData("Volatile.Write(ref root, \"https://b.contoso.com\");")]
    public Task FieldThatIsExchanged_HasEither(string change) => EndpointTest.Resolves(
        "root + \"/orders\"", "https://a.contoso.com/orders | https://b.contoso.com/orders", $$"""string root = "https://a.contoso.com"; void Change() { {{change}} }""");

    [Fact]
    public Task OptionsThatCodeChangesAfterBinding_AreWhatItSaysLast() => _test.WithProperty("endpoint", "https://fixed.contoso.com/orders").WithProperty("provenance", "property ErpOptions.Url ← literal").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class ErpOptions { public string Url { get; set; } = ""; }
        static class Startup
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                var options = new ErpOptions();
                configuration.GetSection("Erp").Bind(options);
                options.Url = "https://fixed.contoso.com";
                services.AddSingleton(options);
            }
        }
        class Orders(HttpClient http, ErpOptions options) { public Task All() => http.[|GetAsync|]($"{options.Url}/orders"); }
        """);
}
