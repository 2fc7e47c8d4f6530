using System.Globalization;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>Sources that analyzers stumble over: odd, broken, or large. Each calls out, so that the engine is really asked.</summary>
internal static class AwkwardCode
{
    public static IReadOnlyDictionary<string, string> Small { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["empty file"] = "",
        ["comment only"] = "// nothing",
        ["broken syntax"] = """
            class C { Task M(HttpClient http) { http.GetAsync("https://erp.contoso.com" + ; http.GetAsync( ; } class D { http.
            """,
        ["half a string"] = """
            class C { object M(HttpClient http) => http.GetAsync($"https://erp.contoso.com/{
            """,
        ["missing types"] = """
            class C(Missing missing, HttpClient http) : Gone<int>
            {
                object A() => missing.Http.GetAsync("https://erp.contoso.com");
                object B() => http.GetAsync(missing.Url + Nowhere.Path);
                object D() => http.GetAsync(new Absent("x").Value);
                object E() => new HttpClient(missing) { BaseAddress = missing.Uri, Unknown = 1 };
            }
            """,
        ["wrong arguments"] = """
            class C(HttpClient http)
            {
                object A() => http.GetAsync();
                object B() => http.GetAsync(1, 2, 3, 4, 5);
                object D() => http.GetAsync(requestUri: "https://erp.contoso.com", requestUri: "x");
                object E() => http.SendAsync(null!);
                object F() => http.GetAsync((string?)null);
                object G() => http.GetAsync(default(Uri));
            }
            """,
        ["nameof and documentation"] = """
            /// <summary><see cref="HttpClient.GetAsync(string)"/> https://erp.contoso.com</summary>
            class C { const string N = nameof(HttpClient.GetAsync); Func<string, Task> F(HttpClient http) => http.GetAsync; }
            """,
        ["attribute arguments"] = """
            class A(string url) : Attribute { public string Url => url; }
            [A("https://erp.contoso.com")] class C { [A(Url)] Task M(HttpClient http, string x = Url) => http.GetAsync(x); const string Url = "https://erp.contoso.com"; }
            """,
        ["top-level statements"] = """
            var http = new HttpClient { BaseAddress = new Uri(args.Length > 0 ? args[0] : "https://erp.contoso.com") };
            await Local("orders"); async Task Local(string path) { await http.GetAsync(path); await Local(path + "/x"); }
            """,
        ["partial classes"] = """
            partial class C { private readonly HttpClient http; partial string Url(); }
            partial class C { C(HttpClient http) => this.http = http; partial string Url() => root + "/x"; }
            partial class C { string root = "https://erp.contoso.com"; object M() => http.GetAsync(Url()); }
            """,
        ["dynamic"] = """
            class C { async Task M(dynamic http, HttpClient real, dynamic url) { await http.GetAsync("https://erp.contoso.com"); await real.GetAsync(url); await real.GetAsync((string)url.X); } }
            """,
        ["records"] = """
            record R(HttpClient Http, string Url = "https://erp.contoso.com") { public object M() => Http.GetAsync(Url); public R Other => this with { Url = Url + "/x" }; }
            record struct S(Uri Address) { object M(HttpClient http) => http.GetAsync(Address); }
            """,
        ["cyclic initialisers"] = """
            static class A { public static string X = B.Y; } static class B { public static string Y = A.X; }
            class C(HttpClient http) { string P => Q; string Q => P; object M() { var a = P; a = a + Q; return http.GetAsync(A.X + a); } }
            """,
        ["recursive helpers"] = """
            class C(HttpClient http)
            {
                string F(int n) => n == 0 ? "https://erp.contoso.com" : G(n - 1); string G(int n) => F(n) + F(n - 1);
                HttpClient Make() => Again(); HttpClient Again() => Make(); object M() => Make().GetAsync(F(9)); object N() => http.GetAsync(G(3));
            }
            """,
        ["cyclic inheritance"] = """
            class A : B { protected HttpClient Http = new(); } class B : A { object M() => Http.GetAsync("https://erp.contoso.com"); }
            interface I : J { } interface J : I { HttpClient Http { get; } }
            class C<T> where T : C<T> { object M(I i) => i.Http.GetAsync("x"); }
            """,
        ["own HttpClient"] = """
            class Mine : HttpClient { public new object GetAsync(string url) => base.GetAsync(url); object M() => this.GetAsync("https://erp.contoso.com"); object N() => GetStringAsync("https://erp.contoso.com"); }
            """,
        ["expression trees and queries"] = """
            class C(HttpClient http)
            {
                System.Linq.Expressions.Expression<Func<string, object>> E => url => http.GetAsync(url + "https://erp.contoso.com");
                object Q(string[] hosts) => from host in hosts let url = "https://" + host select http.GetAsync(url);
            }
            """,
        ["unsafe and goto"] = """
            class C(HttpClient http)
            {
                unsafe object U(string* p) => http.GetAsync(*p);
                async Task G() { var url = "https://erp.contoso.com"; again: await http.GetAsync(url); url += "/x"; if (url.Length < 99) goto again; }
                void R(ref string url, out string other, in string third) { other = url; http.GetAsync(url); url = third; http.GetAsync(other); }
            }
            """,
        ["patterns and switches"] = """
            class C(HttpClient http)
            {
                object M(object o) => http.GetAsync(o switch { string s => s, Uri { Host: var h } => "https://" + h, [var x, ..] => "https://erp.contoso.com", _ => throw new Exception() });
                object N(string? a) => http.GetAsync(a ??= "https://erp.contoso.com"); object P() { try { return http.GetAsync(Url); } catch when (Url is { Length: > 3 } u) { return http.GetAsync(u); } }
                string Url { get; set { field = value; } } = "https://erp.contoso.com";
            }
            """,
        ["odd addresses"] = """
            class C(HttpClient http)
            {
                void M()
                {
                    foreach (var _ in new[] { 0 })
                    {
                        http.GetAsync(""); http.GetAsync(" "); http.GetAsync("https://"); http.GetAsync("https:///x"); http.GetAsync("//erp"); http.GetAsync(":"); http.GetAsync("http://[::1"); http.GetAsync("https://user:pass@");
                        http.GetAsync("https://erp.contoso.com:99999/"); http.GetAsync("\0\uD800"); http.GetAsync("file:///etc"); http.GetAsync("https://{0}/"); http.GetAsync(string.Format("{0}{", 1)); http.GetAsync(string.Format("{9999999999}", 1));
                        http.GetAsync(new Uri(new Uri("x", UriKind.Relative), "y")); http.GetAsync(new Uri("https://a%zz")); http.GetAsync(new UriBuilder { Host = null, Port = -7 }.Uri);
                    }
                }
            }
            """,
        ["extension block"] = """
            static class Extensions { extension(HttpClient http) { public object Orders => http.GetAsync("https://erp.contoso.com"); public static string Root => "https://erp.contoso.com"; object M() => http.GetAsync(HttpClient.Root); } }
            """,
        ["registrations"] = """
            using Microsoft.Extensions.DependencyInjection;
            class C<T> where T : class
            {
                void M(IServiceCollection s, string name)
                {
                    s.AddHttpClient<T>(c => c.BaseAddress = null); s.AddHttpClient(name, (p, c) => { c.BaseAddress = new Uri(name); c.BaseAddress = c.BaseAddress; });
                    s.AddHttpClient("x", Configure).AddHttpClient("y"); s.AddHttpClient(); s.AddHttpClient<Missing, T>(); s.AddHttpClient("z", c => { }).ConfigureHttpClient(c => throw null!); void Configure(HttpClient c) => Configure(c);
                }
            }
            """,
    };

    /// <summary>10,000 terms in one concatenation.</summary>
    public static string LongConcatenation() =>
        $$"""class C(HttpClient http) { object M(string x) => http.GetAsync("https://erp.contoso.com"{{string.Concat(Enumerable.Repeat(" + x", 10_000))}}); }""";

    /// <summary>1,000 arms in one switch.</summary>
    public static string LongSwitch()
    {
        var arms = string.Concat(Enumerable.Range(0, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} => \"https://h{i}.contoso.com/x\", ")));
        return $$"""class C(HttpClient http) { object M(int i) => http.GetAsync(i switch { {{arms}} _ => "" }); }""";
    }

    /// <summary>Nested as deep as the compiler itself bears without complaint, and each level a choice: two to the power of the depth ways through.</summary>
    public static string DeepNesting() => $$"""
        class C(HttpClient http)
        {
            object Brackets(string x) => http.GetAsync({{new string('(', 200)}}x{{new string(')', 200)}});
            object Choices(bool b) => http.GetAsync({{string.Concat(Enumerable.Repeat("b ? \"https://a.contoso.com\" : ", 200))}}"");
            void Blocks() { {{string.Concat(Enumerable.Repeat("{ if (true) ", 100))}} http.GetAsync("https://erp.contoso.com"); {{new string('}', 100)}} }
            object Lambdas() { var url = "https://erp.contoso.com"; {{string.Concat(Enumerable.Range(0, 30).Select(i => $"Action a{i} = () => {{ "))}} http.GetAsync(url); {{string.Concat(Enumerable.Repeat("};", 30))}} return url; }
        }
        """;

    /// <summary>Variables that each depend twice on the one before: 2^60 ways, if every one of them were gone.</summary>
    public static string Doubling() => $$"""
        class C(HttpClient http)
        {
            object M(string v0) { {{string.Concat(Enumerable.Range(1, 60).Select(i => $"var v{i} = v{i - 1} + v{i - 1}; "))}} return http.GetAsync("https://erp.contoso.com" + v60); }
            object N() => http.GetAsync(f60); static string f0 = "https://erp.contoso.com"; {{string.Concat(Enumerable.Range(1, 60).Select(i => $"static string f{i} = f{i - 1} + f{i - 1}; "))}}
        }
        """;

    /// <summary>2,000 methods and as many calls in one file, half a megabyte.</summary>
    public static string HugeFile() => $$"""
        class C(HttpClient http)
        {
            string root = "https://erp.contoso.com";
        {{string.Concat(Enumerable.Range(0, 2_000).Select(i => $$"""
                /// <summary>Method number {{i}}, with a comment that makes the file as long as such files are in practice.</summary>
                public Task<HttpResponseMessage> M{{i}}(int id) { var path = $"/api/v{id}/orders/{{i}}"; if (id > {{i}}) { path += "/lines"; } return http.GetAsync(root + path); }

            """))}}
        }
        """;
}
