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
        ["odd text methods"] = """
            class C(HttpClient http)
            {
                const string R = "https://erp.contoso.com/";
                void M(string s, int i, char[] none)
                {
                    foreach (var a in new[] { R.Substring(99), R.Substring(-1, 3), R.Substring(3, 99), R.Remove(-1), R.Remove(3, int.MaxValue), R.Insert(999, "x"), R.Insert(-1, s), R.PadLeft(int.MaxValue), R.PadLeft(-1, 'x'), R[^99..], R[9..3], R[i..], R[..^i] }) { http.GetAsync(a); }
                    http.GetAsync(R.Trim(null)); http.GetAsync(R.TrimEnd(none)); http.GetAsync(R.Trim(default(char[]))); http.GetAsync(R.Replace("", "x")); http.GetAsync(R.Replace(null!, null)); http.GetAsync(R.Split(' ')[7]); http.GetAsync(R.Split()[0]); http.GetAsync("".Trim()[0] + R);
                    http.GetAsync(string.Join(null, (string[])null!)); http.GetAsync(string.Join("/")); http.GetAsync(string.Concat()); http.GetAsync(string.Concat((object)null!)); http.GetAsync(string.Format(R, null)); http.GetAsync(string.Format(null!, s)); http.GetAsync(string.Format("{", s)); http.GetAsync(string.Format("}{0}", s)); http.GetAsync(string.Format("{0:}", R));
                    http.GetAsync(new[] { R }[5]); http.GetAsync(new[] { R }[-1]); http.GetAsync(new string[3][0]); http.GetAsync(new string[,] { { R } }[0, 0]); http.GetAsync(new[] { new[] { R } }[0][0]); http.GetAsync(new System.Collections.Generic.Dictionary<string, string> { [null!] = R }[null!]);
                    http.GetAsync(new[] { R }.Aggregate((a, b) => a + b)); http.GetAsync(Array.Empty<string>().Aggregate((a, b) => a)); http.GetAsync(new[] { R }.Select((x, n) => x + n).First()); http.GetAsync(Array.Empty<string>().First()); http.GetAsync(new[] { R }.Skip(9).Last());
                }
            }
            """,
        ["odd builders"] = """
            class C(HttpClient http)
            {
                System.Text.StringBuilder b = new(); UriBuilder u = new();
                object A() { var b = new System.Text.StringBuilder(); b.Length = -1; b.Length = 99; b.Length -= 7; b.Insert(99, "x"); b.Remove(9, 9); b[0] = 'x'; b.AppendFormat(null!, 1); b.AppendJoin(',', new int[3]); b.Append('x', int.MaxValue); b.Append(b); b.Append(b.ToString()); b = b.Append("https://erp.contoso.com"); b = new(b.ToString()); return http.GetAsync(b.ToString(0, 3) + b); }
                object B() { var u = new UriBuilder(""); u.Host = null; u.Port = -7; u.Path = null; u.Query = null; u.Scheme = ""; u.Fragment = "x"; u.Host += u.Host; u.Path += u.Uri; u = new UriBuilder(u.Uri) { Host = u.Host }; return http.GetAsync(u.Uri); }
                object D() { b.Append("https://erp.contoso.com"); u.Host = "x"; return http.GetAsync(b.ToString() + u.Uri + this.u); }
                object E(System.Text.StringBuilder x, UriBuilder y) { x.Append("/x"); y.Path = "z"; F(ref x); return http.GetAsync(y.Uri + x.ToString()); } void F(ref System.Text.StringBuilder x) => x = null!;
                object G() { var b = new System.Text.StringBuilder("https://erp.contoso.com"); Action add = () => b.Append("/x"); add(); void More() { b.Append("/y"); More(); } More(); return http.GetAsync(b.ToString()); }
            }
            """,
        ["odd loops"] = """
            class C(HttpClient http)
            {
                object A() { var u = "https://erp.contoso.com"; for (; ; ) { u += "/x"; if (u.Length > 99) break; } return http.GetAsync(u); }
                object B(int n) { var u = "https://erp.contoso.com"; again: u += "/x"; for (var i = 0; i < n; i++, n--) { if (i == 3) goto again; if (i == 4) continue; foreach (var c in u) { u += c; if (c == 'x') return http.GetAsync(u); } } return http.GetAsync(u); }
                object D() { var u = "https://erp.contoso.com"; while (true) { try { u += "/x"; } catch { u = "y"; continue; } finally { u += "/z"; } lock (u) { if (u == "z") throw new Exception(u); } using (var m = new System.IO.MemoryStream()) { u += m; } switch (u) { case "a": continue; case "b": break; case { Length: > 9 }: return http.GetAsync(u); default: u += u; break; } } }
                object E(string[] p) { var u = p[0]; for (var i = p.Length - 1; i >= 0; i--) u = p[i] + u; var j = 0; do u += p[j]; while (++j < p.Length); return http.GetAsync(u); }
                object F() { string u = null!; foreach (var (a, b) in new[] { ("https://erp.contoso.com", "/x") }) u = a + b; foreach (var x in new[] { u }) foreach (var y in new[] { x, x + "/" }) { u = y; u = u; u += y += x; } return http.GetAsync(u); }
                async Task<object> G(System.Collections.Generic.IAsyncEnumerable<string> p) { var u = "https://erp.contoso.com"; await foreach (var x in p) { u += x; } return http.GetAsync(u); }
                System.Collections.Generic.IEnumerable<object> H(bool f) { var u = "https://erp.contoso.com"; while (f) { yield return http.GetAsync(u); u += "/x"; if (u.Length > 9) yield break; } }
                string P { get { var u = ""; foreach (var x in new[] { "https://erp.contoso.com", "/x" }) u += x; return u; } } object I() => http.GetAsync(P);
            }
            """,
        ["odd tuples and copies"] = """
            record R(string Url, R? Inner) { public string Path { get; init; } = "/x"; }
            class C(HttpClient http)
            {
                (string, string) Twice() => Twice(); (string A, (string B, string D) E) Deep() => ("https://erp.contoso.com", (Deep().A, Deep().E.D));
                object A() { var (a, b) = Twice(); (a, b) = (b, a); return http.GetAsync(a + b); } object B() => http.GetAsync(Deep().E.B + Deep().E.D + Deep().Item2.Item1);
                object D(R r) { var x = r with { Url = r.Url }; x = x with { Inner = x }; var (u, i) = x; return http.GetAsync(u + x.Inner!.Url + (r with { }).Path + i!.Url); }
                object E() { var (a, _, (_, b)) = ("https://erp.contoso.com", 1, (2, "/x")); (_, var d) = (a, b); return http.GetAsync(a + d); }
                async Task<string> F() => await F(); object G() => http.GetAsync(F().Result + F().GetAwaiter().GetResult()); object H() => http.GetAsync(Task.Run(() => Task.Run(() => "https://erp.contoso.com")).Result);
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

    /// <summary>1,000 steps of one builder, and 10,000 of another.</summary>
    public static string LongBuilders() => $$"""
        class C(HttpClient http)
        {
            object M() { var b = new System.Text.StringBuilder("https://erp.contoso.com/"); {{string.Concat(Enumerable.Repeat("b.Append('x'); ", 500))}} return http.GetAsync(b.ToString()); }
            object N() { var b = new System.Text.StringBuilder("https://erp.contoso.com/"); {{string.Concat(Enumerable.Repeat("b.Append('x'); ", 10_000))}} return http.GetAsync(b.ToString()); }
            object P(string[] p) { var b = new System.Text.StringBuilder("https://erp.contoso.com/"); b{{string.Concat(Enumerable.Repeat(".Append(p[0])", 500))}}; return http.GetAsync(b.ToString()); }
        }
        """;

    /// <summary>Loops in loops, known and unknown, and a text that doubles in each round: all of them would be more work than anybody has time for.</summary>
    public static string NestedLoops()
    {
        var known = string.Concat(Enumerable.Range(0, 12).Select(i => $"foreach (var a{i} in new[] {{ \"/a\", \"/b\", \"/c\" }}) "));
        var unknown = string.Concat(Enumerable.Range(0, 12).Select(i => $"foreach (var a{i} in p) "));
        return $$"""
            class C(HttpClient http)
            {
                object K() { var u = "https://erp.contoso.com"; {{known}} u += a11; return http.GetAsync(u); }
                object U(string[] p) { var u = "https://erp.contoso.com"; {{unknown}} u += "/" + a11; return http.GetAsync(u); }
                object D() { var u = "https://erp.contoso.com"; for (var i = 0; i < 30; i++) { u += u; } return http.GetAsync(u); }
                object B(bool f) { var u = "https://erp.contoso.com"; {{string.Concat(Enumerable.Range(0, 30).Select(i => $"if (f) {{ u += \"/{i}\"; }} "))}} return http.GetAsync(u); }
                object S(int n) { var u = "https://erp.contoso.com"; foreach (var a in new[] { "a", "b" }) { switch (n) { {{string.Concat(Enumerable.Range(0, 1_000).Select(i => $"case {i}: u += \"/{i}\"; break; "))}} } } return http.GetAsync(u); }
            }
            """;
    }

    /// <summary>Helpers that call each other with loops and branches between.</summary>
    public static string RecursiveHelpers() => """
        class C(HttpClient http)
        {
            static string A(int n, string s) { foreach (var x in new[] { "/a", "/b", "/c" }) { if (n == 0) return s; s += B(n - 1, s + x); } return s; }
            static string B(int n, string s) { if (string.IsNullOrEmpty(s)) return A(n, s); while (n > 0) { s = A(n--, s); } return s + A(n, s); }
            object M(int n) => http.GetAsync(A(n, "https://erp.contoso.com")); object N() => http.GetAsync(B(9, "https://erp.contoso.com"));
            static string Down(int n) { if (n == 0) { return "https://erp.contoso.com"; } return Down(n - 1) + "/" + n; } object O() => http.GetAsync(Down(3)); object P() => http.GetAsync(Down(3_000));
        }
        """;

    /// <summary>A sum of 10,000 terms where it isn't the address: behind it the walk goes on.</summary>
    public static string LongSumOnTheWay() => $$"""
        class C(HttpClient http)
        {
            static string s = "";
            object M(string x) { Func<string> f = () => { Console.WriteLine(x{{string.Concat(Enumerable.Repeat(" + x", 10_000))}}); return "https://erp.contoso.com/x"; }; return http.GetAsync(f()); }
            object N(string x) { var u = "https://erp.contoso.com"; foreach (var p in new[] { "/a" }) { s = x{{string.Concat(Enumerable.Repeat(" + x", 10_000))}}; u += p; } return http.GetAsync(u); }
        }
        """;

    /// <summary>Five megabytes in one file, most of it text, with calls among it.</summary>
    public static string FiveMegabytes()
    {
        var line = "// " + new string('x', 2_400) + "\n";
        return $$"""
            class C(HttpClient http)
            {
                string root = "https://erp.contoso.com";
                static string Combine(params string[] parts) { var url = parts[0]; for (var i = 1; i < parts.Length; i++) { url += "/" + parts[i]; } return url; }
            {{string.Concat(Enumerable.Range(0, 2_000).Select(i => line + $"    Task<HttpResponseMessage> M{i}(int id) => http.GetAsync(Combine(root, \"orders\", id.ToString(), \"{i}\"));\n"))}}
            }
            """;
    }

    /// <summary>A class with thousands of calls, each with an address of its own.</summary>
    public static string LargeClass() => $$"""
        class C(HttpClient http)
        {
        {{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"    object M{i}(int id) => http.GetAsync($\"https://erp{i}.contoso.com/orders/{{id}}\");\n"))}}
        }
        """;

    /// <summary>A variable that is written and used thousands of times.</summary>
    public static string OverusedVariable() => $$"""
        class C(HttpClient http)
        {
            void M(int id)
            {
                string url;
        {{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"        url = $\"https://erp{i}.contoso.com/orders/{{id}}\"; http.GetAsync(url);\n"))}}
            }
        }
        """;

    /// <summary>An interface with a class for each of hundreds of messages, and as many calls of it.</summary>
    public static string ManyImplementations() => $$"""
        interface ISender { object Send(string path); }
        class C(ISender sender)
        {
        {{string.Concat(Enumerable.Range(0, 500).Select(i => $"    object M{i}() => sender.Send(\"orders{i}\");\n"))}}
        }
        {{string.Concat(Enumerable.Range(0, 500).Select(i => $"class S{i}(HttpClient http) : ISender {{ public object Send(string path) => http.GetAsync(\"https://erp{i}.contoso.com/\" + path); }}\n"))}}
        """;

    /// <summary>Methods each of which calls all others: more ways between them than there are seconds in a year. One sends, one binds, one calls what it is given.</summary>
    public static string Circles() => $$"""
        class Orders(Api api, Box box)
        {
            Task M() => api.M1("https://erp.contoso.com/orders", 3);
            void N() => Setup.B1("https://erp.contoso.com/", 3);
            void O() => box.F1(options => options.Address = "https://erp.contoso.com/", 3);
        }
        class Api(HttpClient http)
        {
            Task M0(string url, int n) => http.GetAsync(url);
        {{string.Concat(Enumerable.Range(1, 14).Select(i => $"    public async Task M{i}(string url, int n) {{ {All(i, j => $"await M{j}(url, n - 1);")} await M0(url, n); }}\n"))}}
        }
        class Quiet
        {
            void Send(string url, int n) => Console.WriteLine(url);
        {{string.Concat(Enumerable.Range(1, 14).Select(i => $"    public void M{i}(string url, int n) {{ {All(i, j => $"M{j}(url, n - 1);")} Send(url, n); }}\n"))}}
        }
        static class Setup
        {
            static void B0(string url, int n) { var http = new HttpClient(); http.BaseAddress = new Uri(url); }
        {{string.Concat(Enumerable.Range(1, 14).Select(i => $"    public static void B{i}(string url, int n) {{ {All(i, j => $"B{j}(url, n - 1);")} B0(url, n); }}\n"))}}
        }
        class Options { public string Address { get; set; } = ""; }
        class Box(HttpClient http)
        {
            Task F0(Action<Options> configure, int n) { var options = new Options(); configure(options); return http.GetAsync(options.Address); }
        {{string.Concat(Enumerable.Range(1, 14).Select(i => $"    public async Task F{i}(Action<Options> configure, int n) {{ {All(i, j => $"await F{j}(configure, n - 1);")} await F0(configure, n); }}\n"))}}
        }
        """;

    private static string All(int but, Func<int, string> call) => string.Join(' ', Enumerable.Range(1, 14).Where(i => i != but).Select(i => $"if (n == {i}) {{ {call(i)} }}"));

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
