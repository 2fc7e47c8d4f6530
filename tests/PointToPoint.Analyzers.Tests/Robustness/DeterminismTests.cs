using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>
/// The same code says the same, whatever document is asked for first and whichever thread is faster: text, properties and further locations, in their order.
/// </summary>
public sealed class DeterminismTests
{
    private const int Runs = 24;

    private static readonly ImmutableArray<(string Path, string Text)> _files =
    [
        ("Registrations.cs", """
            static class Registrations
            {
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.AddHttpClient<Typed>(client => client.BaseAddress = new Uri("https://erp.contoso.com/"));
                    services.AddHttpClient<Typed>(client => client.BaseAddress = new Uri(configuration["Services:Crm:Url"]!));
                    services.AddHttpClient("mail", client => client.BaseAddress = new Uri("https://mail.contoso.com/"));
                    services.Configure<ApiOptions>(configuration.GetSection("Services:Billing"));
                    services.Configure<ApiOptions>(options => options.Url = "https://other-billing.contoso.com");
                    services.AddApi<Typed>("https://generic.contoso.com/");
                }
            }
            """),
        ("More.cs", """
            static class More
            {
                static void Add(IServiceCollection services) => services.AddHttpClient("mail", client => client.BaseAddress = new Uri("https://mail2.contoso.com/"));
                public static IServiceCollection AddApi<T>(this IServiceCollection services, string address) where T : class
                {
                    services.AddHttpClient<T>(client => client.BaseAddress = new Uri(address));
                    return services;
                }
            }
            public class ApiOptions { public string Url { get; set; } = ""; }
            """),
        ("Typed.cs", """
            class Typed(HttpClient http)
            {
                public Task Load(int id) => http.GetAsync($"orders/{id}");
                public Task Save(string path) => http.PostAsync("orders/" + path, null);
            }
            """),
        ("Wrapper.cs", """
            interface IApi { Task GetAsync(string path); Task Put<T>(string path); }
            class FirstApi(HttpClient http) : IApi
            {
                public Task GetAsync(string path) => http.GetAsync("https://first.contoso.com/" + path);
                public Task Put<T>(string path) => Send(HttpMethod.Put, "https://first.contoso.com/" + typeof(T).Name + path);
                private Task Send(HttpMethod method, string url) => http.SendAsync(new HttpRequestMessage(method, url));
            }
            class SecondApi(HttpClient http) : IApi
            {
                public Task GetAsync(string path) => http.GetAsync("https://second.contoso.com/" + path);
                public Task Put<T>(string path) => http.PutAsync("https://second.contoso.com/" + path, null);
            }
            class ThirdApi(HttpClient http) : IApi
            {
                public Task GetAsync(string path) => http.GetAsync("https://third.contoso.com/" + path);
                public Task Put<T>(string path) => http.PutAsync("https://third.contoso.com/" + path, null);
            }
            """),
        ("A.cs", """
            class A(IApi api, Typed typed)
            {
                Task Load() => api.GetAsync("a");
                Task Put() => api.Put<int>("b");
                Task Both(bool flag) => typed.Save(flag ? "x" : "y");
            }
            """),
        ("B.cs", """
            class B(IApi api, IHttpClientFactory factory, IOptions<ApiOptions> options)
            {
                readonly HttpClient _mail = factory.CreateClient("mail");
                Task Load(string path) => api.GetAsync(path + "/b");
                Task Send() => _mail.PostAsync("send", null);
                Task Bill(HttpClient http, int id) => http.GetAsync($"{options.Value.Url}/invoices/{id}");
            }
            """),
        ("C.cs", """
            class C(B b, HttpClient http, IConfiguration configuration)
            {
                Task Choose(int which) => http.GetAsync(which switch { 0 => "https://zero.contoso.com/", 1 => "https://one.contoso.com/", _ => configuration["Services:Crm:Url"] + "/rest" });
                Task Unknown(string url) => http.GetAsync(url);
                B Inner => b;
            }
            """),
        ("D.cs", """class D(C c, HttpClient http) { Task Again(string[] all) => Task.WhenAll(all.Select(one => http.GetAsync("https://one.contoso.com/" + one))); C Inner => c; }"""),
    ];

    [Fact]
    public async Task ConcurrentRuns_SayTheSame()
    {
        var settings = AnalyzerHost.File("/appsettings.json", """{ "Services": { "Crm": { "Url": "https://crm.contoso.com" }, "Billing": { "Url": "https://billing.contoso.com" } } }""");
        var runs = await Task.WhenAll(Enumerable.Range(0, Runs).Select(run => Task.Run(() => RunAsync(run, settings))));

        Assert.True(runs[0].Length >= 15, $"only {runs[0].Length} diagnostics: the code is meant to be rich");
        Assert.Contains(runs[0], line => line.Contains("via", StringComparison.Ordinal));
        Assert.Contains(runs[0], line => line.Contains("alsoTo=", StringComparison.Ordinal));
        Assert.Contains(runs[0], line => line.Contains("<Registrations.cs", StringComparison.Ordinal));
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    /// <summary>One run: the documents in an order of its own, the files of the compilation in another.</summary>
    private static async Task<string[]> RunAsync(int seed, AdditionalText settings)
    {
        var files = Rotated(_files, seed);
        var editor = new EditorSession(new CouplingAnalyzer(), seed % 3 == 0 ? files.Reverse() : files, settings);
        var shown = await editor.Show(Rotated([.. _files.Select(file => file.Path)], seed / 2), all: seed % 2 == 0);
        return
        [
            .. shown.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .Select(Line),
        ];
    }

    private static ImmutableArray<T> Rotated<T>(ImmutableArray<T> all, int by) => [.. all.Skip(by % all.Length), .. all.Take(by % all.Length)];

    private static string Line(Diagnostic diagnostic) =>
        $"{Place(diagnostic.Location)} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} "
        + string.Join(';', diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))
        + string.Concat(diagnostic.AdditionalLocations.Select(location => $" <{Place(location)}>"));

    private static string Place(Location location) => $"{location.SourceTree!.FilePath}{location.SourceSpan}";
}
