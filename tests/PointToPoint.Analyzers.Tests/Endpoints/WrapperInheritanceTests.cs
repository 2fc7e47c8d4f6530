using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Wrappers in base classes: each derived class calls its own address with its own path, and nothing is told in between.</summary>
public sealed class WrapperInheritanceTests
{
    private const string Registrations = """
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Erp>(c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
                services.AddHttpClient<Crm>(c => c.BaseAddress = new Uri("https://crm.contoso.com/"));
            }
        }
        """;

    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task TwoLevels_OfATypedClient() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/mid/orders")
        .WithProperty("verb", "GET")
        .WithProperty("via", "M:Mid1.G2(System.String) ← M:Base1.G(System.String)")
        .WithProperty("provenance", "via Mid1.G2 ← via Base1.G ← field Base1.http ← typed client Leaf ← AddHttpClient<Leaf> ← literal")
        .Reports("""
            using Microsoft.Extensions.DependencyInjection;
            abstract class Base1 { protected readonly HttpClient http; protected Base1(HttpClient http) { this.http = http; } protected Task<string> G(string p) => http.GetStringAsync(p); }
            abstract class Mid1 : Base1 { protected Mid1(HttpClient http) : base(http) { } protected Task<string> G2(string p) => G("mid/" + p); }
            class Leaf : Mid1 { public Leaf(HttpClient http) : base(http) { } Task A() => [|G2|]("orders"); }
            static class Registrations { static void Add(IServiceCollection services) => services.AddHttpClient<Leaf>(c => c.BaseAddress = new Uri("https://erp.contoso.com/")); }
            """);

    [Fact]
    public Task ThreeLevels_OfTypedClients() => Says(Registrations + """
        abstract class B1(HttpClient http) { protected Task<string> G(string p) => http.GetStringAsync(p); }
        abstract class B2(HttpClient http) : B1(http) { protected Task<string> G2(string p) => G("b2/" + p); }
        abstract class B3(HttpClient http) : B2(http) { protected Task<string> G3(string p) => G2("b3/" + p); }
        class Erp(HttpClient http) : B3(http) { public Task A() => {|#0:G3|}("orders"); }
        class Crm(HttpClient http) : B3(http) { public Task A() => {|#1:G3|}("customers"); }
        """,
        "https://erp.contoso.com/b2/b3/orders",
        "https://crm.contoso.com/b2/b3/customers");

    private const string Providers = """
        interface IProvider { Task Load(); }
        abstract class Base1(HttpClient http) : IProvider { protected abstract string Url { get; } public Task Load() => http.{CALL}(Url + "/orders"); }
        class Erp(HttpClient http) : Base1(http) { protected override string Url => "https://erp.contoso.com"; }
        class Crm(HttpClient http) : Base1(http) { protected override string Url => "https://crm.contoso.com"; }

        """;

    [Theory]
    [InlineData("IProvider")]
    [InlineData("Base1")]
    public Task CallersThatTakeWhateverClassThereIs_LeaveItToTheBaseClass(string type) => Says(Providers.Replace("{CALL}", "{|#0:GetAsync|}") + $$"""
        class Job({{type}} provider) { public Task Run() => provider.Load(); }
        class Other(Job job) { public Task Run() => job.Run(); }
        """,
        "https://erp.contoso.com/orders | https://crm.contoso.com/orders");

    [Fact]
    public Task MethodThatIsHandedTheObject_LeavesTheChoiceToItsCallers() => Says(Providers.Replace("{CALL}", "GetAsync") + """
        static class Retrying { public static Task Retry(Base1 provider) => provider.Load(); }
        class First(HttpClient http) { public Task Run() => Retrying.{|#0:Retry|}(new Erp(http)); }
        class Second(HttpClient http) { public Task Run() => Retrying.{|#1:Retry|}(new Crm(http)); }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/orders");

    [Fact]
    public Task CallerThatChoosesTheClass_IsTold() => Says(Providers.Replace("{CALL}", "GetAsync") + """
        class Job(Erp provider) { public Task Run() => provider.{|#0:Load|}(); }
        """,
        "https://erp.contoso.com/orders");

    [Fact]
    public Task AddressGivenUpTheConstructors() => Says("""
        abstract class Base1 { readonly HttpClient http; protected Base1(string url) { http = new HttpClient { BaseAddress = new Uri(url) }; } protected Task<string> G(string p) => http.GetStringAsync(p); }
        abstract class Mid1 : Base1 { protected Mid1(string system) : base($"https://{system}.contoso.com") { } protected Task<string> G2(string p) => G("mid/" + p); }
        class Erp : Mid1 { public Erp() : base("erp") { } public Task A() => {|#0:G2|}("orders"); }
        class Crm() : Mid1("crm") { public Task A() => {|#1:G2|}("customers"); }
        """,
        "https://erp.contoso.com/mid/orders",
        "https://crm.contoso.com/mid/customers");

    [Fact]
    public Task DefaultOfTheConstructorChain_IsThatOfWhoeverSaysNothing() => Says("""
        class Base1
        {
            protected readonly string root;
            readonly HttpClient http = new();
            public Base1() : this("https://default.contoso.com") { }
            public Base1(string root) => this.root = root;
            protected Task<string> Get(string p) => http.GetStringAsync(root + "/" + p);
        }
        class Erp : Base1 { public Task A() => {|#0:Get|}("orders"); }
        class Crm : Base1 { public Crm() : base("https://crm.contoso.com") { } public Task A() => {|#1:Get|}("customers"); }
        class Hrm : Base1 { public Hrm() { } public Task A() => {|#2:Get|}("people"); }
        """,
        "https://default.contoso.com/orders",
        "https://crm.contoso.com/customers",
        "https://default.contoso.com/people");

    [Fact]
    public Task ConstructorThatAClassNeverRuns_SetsNothing() => Says("""
        abstract class Base1
        {
            readonly string root;
            readonly HttpClient http = new();
            protected Base1() { root = "https://default.contoso.com"; }
            protected Base1(string root) { this.root = root; }
            protected Task<string> Get(string p) => http.GetStringAsync(root + "/" + p);
        }
        class Erp : Base1 { public Task A() => {|#0:Get|}("orders"); }
        class Crm : Base1 { public Crm() : base("https://crm.contoso.com") { } public Task A() => {|#1:Get|}("customers"); }
        """,
        "https://default.contoso.com/orders",
        "https://crm.contoso.com/customers");

    [Fact]
    public Task PropertyThatADerivedConstructorSets_IsItsOwn() => Says("""
        abstract class Base1
        {
            protected string Root { get; set; } = "https://default.contoso.com";
            readonly HttpClient http = new();
            protected Task<string> Get(string p) => http.GetStringAsync(Root + "/" + p);
        }
        class Erp : Base1 { public Erp() { Root = "https://erp.contoso.com"; } public Task A() => {|#0:Get|}("orders"); }
        class Crm : Base1 { public Task A() => {|#1:Get|}("customers"); }
        """,
        "https://erp.contoso.com/orders",
        "https://default.contoso.com/customers");

    [Fact]
    public Task VirtualMembers_AreThoseOfTheClass() => Says("""
        abstract class B { protected virtual string Area => "base"; readonly HttpClient http = new(); protected virtual Task<string> G(string p) => http.GetStringAsync($"https://erp.contoso.com/{Area}/{p}"); }
        abstract class M : B { protected override string Area => "mid/" + Part; protected abstract string Part { get; } protected override Task<string> G(string p) => base.G("v2/" + p); }
        class Orders : M { protected override string Part => "orders"; public Task A() => {|#0:G|}("all"); }
        class People : M { protected override string Part => "people"; public Task A() => {|#1:G|}("all"); }
        class Plain : B { public Task A() => {|#2:G|}("all"); }
        """,
        "https://erp.contoso.com/mid/orders/v2/all",
        "https://erp.contoso.com/mid/people/v2/all",
        "https://erp.contoso.com/base/all");

    [Fact]
    public Task GenericBases_AreThoseOfTheClass() => Says(Registrations + """
        record Order; record Person;
        abstract class Repository<T>(HttpClient http) { protected abstract string Root { get; } protected Task<string> Get(string p) => http.GetStringAsync($"{typeof(T).Name}/{Root}/{p}"); }
        abstract class Cached<TItem>(HttpClient http) : Repository<TItem>(http) { protected Task<string> GetCached(string p) => Get("cached/" + p); }
        class Erp(HttpClient http) : Cached<Order>(http) { protected override string Root => "r1"; public Task A() => {|#0:GetCached|}("all"); }
        class Crm(HttpClient http) : Cached<Person>(http) { protected override string Root => "r2"; public Task A() => {|#1:GetCached|}("all"); }
        """,
        "https://erp.contoso.com/Order/r1/cached/all",
        "https://crm.contoso.com/Person/r2/cached/all");

    [Fact]
    public Task CallThatTheBaseClassFixes_HasOneAlternativeForEachClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/all | https://crm.contoso.com/people/all").Reports("""
        using Microsoft.Extensions.DependencyInjection;

        """ + Registrations + """
        abstract class Base1(HttpClient http) { protected abstract string Root { get; } public Task All() => http.[|GetStringAsync|](Root + "/all"); }
        class Erp(HttpClient http) : Base1(http) { protected override string Root => "orders"; }
        class Crm(HttpClient http) : Base1(http) { protected override string Root => "people"; }
        """);

    [Fact]
    public Task NameOfTheClient_IsThatOfTheClass() => Says("""
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
                services.AddHttpClient("crm", c => c.BaseAddress = new Uri("https://crm.contoso.com/"));
            }
        }
        abstract class B(IHttpClientFactory factory, string name) { protected Task<string> G(string p) => factory.CreateClient(name).GetStringAsync(p); }
        abstract class M(IHttpClientFactory factory, string name) : B(factory, name) { protected Task<string> G2(string p) => G("m/" + p); }
        class Erp(IHttpClientFactory factory) : M(factory, "erp") { public Task A() => {|#0:G2|}("orders"); }
        class Crm(IHttpClientFactory factory) : M(factory, "crm") { public Task A() => {|#1:G2|}("customers"); }
        """,
        "https://erp.contoso.com/m/orders",
        "https://crm.contoso.com/m/customers");

    [Fact]
    public Task BaseAddressThatABaseClassSets_IsThatOfTheClass() => Says("""
        abstract class B { protected readonly HttpClient http; protected B(HttpClient http, string url) { this.http = http; this.http.BaseAddress = new Uri(url); } protected Task<string> G(string p) => http.GetStringAsync(p); }
        class Erp(HttpClient http) : B(http, "https://erp.contoso.com") { public Task A() => {|#0:G|}("orders"); }
        class Crm : B { public Crm(HttpClient http) : base(http, "https://crm.contoso.com") { } public Task A() => {|#1:G|}("customers"); }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/customers");

    [Fact]
    public Task ClassWithoutAnAddress_IsUnknownAlone() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        abstract class B(HttpClient http) { protected Task<string> G(string p) => http.GetStringAsync(p); }
        class Erp(HttpClient http) : B(http) { public Task A() => {|#0:G|}("orders"); }
        class Crm(HttpClient http) : B(http) { public Task A() => {|#1:G|}("customers"); }
        static class Registrations { static void Add(IServiceCollection services) => services.AddHttpClient<Erp>(c => c.BaseAddress = new Uri("https://erp.contoso.com/")); }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.UnknownTarget).WithLocation(1).WithProperty("unknownReason", "no registration of 'Crm' was found that sets a base address"));

    [Theory]
    [InlineData("\"api/\" + p")]
    [InlineData("$\"api/{p}\"")]
    [InlineData("$\"api/{p}?full=true\"")]
    [InlineData("\"api/\" + p.TrimStart('/')")]
    public Task ParameterWhoseNameSaysNothing_IsAPath_WhereCallersGiveOne(string address) => Says($$"""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Get(string p) => http.GetStringAsync({{address}});
        }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Get|}("orders");
            Task B(string id) { var p = $"orders/{id}"; return {|#1:Through|}(p); }
            Task Through(string s) => api.Get(s);
        }
        """,
        "https://erp.contoso.com/api/orders",
        "https://erp.contoso.com/api/orders/{}");

    private static Task Says(string code, params string[] endpoints) => _test.Reports("using Microsoft.Extensions.DependencyInjection;\n" + code, [.. endpoints.Select((endpoint, location) => Site(location, endpoint))]);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
