using System.Globalization;

namespace PointToPoint.Benchmarks.Workload;

/// <summary>The files of one module that talk to other systems: 10 registrations, 50 outbound calls of all kinds.</summary>
internal static class ModuleFiles
{
    /// <summary>How many files <see cref="Of"/> makes.</summary>
    public static int Count { get; } = Of(0).Count();

    public static IEnumerable<GeneratedFile> Of(int module)
    {
        yield return Registrations(module);
        yield return Wrapper(module);
        yield return Helpers(module);
        for (var i = 0; i < 4; i++)
        {
            yield return Typed(module, i);
            yield return WrapperCaller(module, i);
        }

        for (var i = 0; i < 2; i++)
        {
            yield return Options(module, i);
        }

        for (var i = 0; i < 10; i++)
        {
            yield return Calling("Named", module, i, "IHttpClientFactory factory", $"factory.CreateClient(\"named-{module}-{i % 3}\").GetAsync(\"customers/list\", cancellation)");
        }

        for (var i = 0; i < 5; i++)
        {
            yield return Calling("Literal", module, i, "HttpClient http", i % 2 == 0
                ? $"http.GetAsync(\"https://tax{module}.contoso.example/rates\", cancellation)"
                : $"http.DeleteAsync($\"https://tax{module}.contoso.example/rates/{{id}}\", cancellation)");
            yield return Calling("Configured", module, i, "HttpClient http, IConfiguration configuration", i % 2 == 0
                ? $"http.GetAsync($\"{{configuration[\"Services:StockM{module}:Url\"]}}/levels/{{id}}\", cancellation)"
                : $"http.GetAsync(configuration.GetSection(\"Services\").GetValue<string>(\"StockM{module}:Url\") + \"/levels\", cancellation)");
            yield return Calling("Helped", module, i, "HttpClient http", i % 2 == 0
                ? $"http.GetAsync(Urls{module}.Combine(Urls{module}.Root, \"invoices\"), cancellation)"
                : $"http.GetAsync(Urls{module}.Invoice(id), cancellation)");
            yield return Calling("WithOptions", module, i, $"HttpClient http, IOptions<BillingOptions{module}x{i % 2}> options", "http.GetAsync(options.Value.Url + \"/invoices/\" + id, cancellation)");
        }
    }

    /// <summary>A class with one outbound call.</summary>
    private static GeneratedFile Calling(string kind, int module, int number, string dependencies, string call) => BusinessFile.Of(kind, module, number, dependencies + ", ", $$"""

            public async Task<string> Load(int id, CancellationToken cancellation)
            {
                log.Write("load", id);
                using var response = await {{call}};
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(cancellation);
            }
        """);

    private static GeneratedFile Typed(int module, int number) => BusinessFile.Of("Typed", module, number, "HttpClient http, ", """

            public async Task<string> Load(int id, CancellationToken cancellation)
            {
                log.Write("load", id);
                return await http.GetStringAsync($"orders/{id}", cancellation);
            }

            public Task Save(Item item, CancellationToken cancellation) => http.PostAsJsonAsync("orders", item, cancellation);

            public Task Remove(int id, CancellationToken cancellation)
            {
                using var message = new HttpRequestMessage(HttpMethod.Delete, "orders/" + id);
                return http.SendAsync(message, cancellation);
            }
        """);

    private static GeneratedFile Wrapper(int module) => BusinessFile.Of("Wrapper", module, 0, "HttpClient http, ", """

            public Task<T?> GetAsync<T>(string path, CancellationToken cancellation) => http.GetFromJsonAsync<T>("api/" + path, cancellation);

            public Task<string> GetAsync(string path, CancellationToken cancellation) => http.GetStringAsync(path, cancellation);

            public Task<HttpResponseMessage> PostAsync(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Post, path, body, cancellation);

            private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object body, CancellationToken cancellation)
            {
                using var message = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
                log.Write("send", path);
                return await http.SendAsync(message, cancellation);
            }
        """);

    private static GeneratedFile WrapperCaller(int module, int number) => BusinessFile.Of("WrapperCaller", module, number, BusinessFile.Name("Wrapper", module, 0) + " api, ", $$"""

            public async Task<object?> Load(int id, CancellationToken cancellation)
            {
                log.Write("load", id);
                return await api.{{(number % 2 == 0 ? "GetAsync<Item>" : "GetAsync")}}($"items/{id}", cancellation);
            }

            public Task Save(Item item, CancellationToken cancellation) => api.PostAsync("items", item, cancellation);
        """);

    private static GeneratedFile Helpers(int module) => BusinessFile.Of("Helpers", module, 0, outside: string.Create(CultureInfo.InvariantCulture, $$"""
        public static class Urls{{module}}
        {
            public const string Root = "https://billing{{module}}.contoso.example/v1/";

            public static string Combine(string root, string path) => root.TrimEnd('/') + "/" + path.TrimStart('/');

            public static string Invoice(int id) => Combine(Root, $"invoices/{id}");
        }

        """));

    private static GeneratedFile Options(int module, int number) => BusinessFile.Of("Options", module, number, outside: string.Create(CultureInfo.InvariantCulture, $$"""
        public sealed class BillingOptions{{module}}x{{number}}
        {
            public string Url { get; set; } = "";

            public int Retries { get; set; } = 3;
        }

        """));

    private static GeneratedFile Registrations(int module) => BusinessFile.Of("Registrations", module, 0, members: string.Create(CultureInfo.InvariantCulture, $$"""

            public static void Register(IServiceCollection services, IConfiguration configuration)
            {
                services.AddHttpClient<Typed{{module}}x0>(client => client.BaseAddress = new Uri("https://erp{{module}}.contoso.example/"));
                services.AddHttpClient<Typed{{module}}x1>(client =>
                {
                    client.BaseAddress = new Uri("https://crm{{module}}.contoso.example/api/");
                    client.Timeout = TimeSpan.FromSeconds(30);
                });
                services.AddHttpClient<Typed{{module}}x2>("third-{{module}}", client => client.BaseAddress = new Uri("https://wms{{module}}.contoso.example/"));
                services.AddHttpClient<Typed{{module}}x3>(client => client.BaseAddress = new Uri(configuration["Services:Client3M{{module}}:Url"]!));
                services.AddHttpClient<Wrapper{{module}}x0>(client => client.BaseAddress = new Uri("https://rest{{module}}.contoso.example/"));
                services.AddHttpClient("named-{{module}}-0", client => client.BaseAddress = new Uri("https://mail{{module}}.contoso.example/"));
                services.AddHttpClient("named-{{module}}-1", client => client.BaseAddress = new Uri("https://sms{{module}}.contoso.example/"));
                services.AddHttpClient("named-{{module}}-2").ConfigureHttpClient(client => client.BaseAddress = new Uri("https://fax{{module}}.contoso.example/"));
                services.Configure<BillingOptions{{module}}x0>(configuration.GetSection("Services:Billing0M{{module}}"));
                services.AddOptions<BillingOptions{{module}}x1>().Bind(configuration.GetSection("Services:Billing1M{{module}}"));
            }
        """));
}
