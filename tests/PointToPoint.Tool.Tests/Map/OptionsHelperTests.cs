namespace PointToPoint.Tool.Tests.Map;

/// <summary>Options classes that a library's generic methods bind for the applications that use it.</summary>
public sealed class OptionsHelperTests
{
    [Fact]
    public async Task OptionsOfAGenericHelper_HaveTheSectionOfTheirName()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Blocks/Blocks.csproj
            === Blocks/Extensions.cs
            public class HttpClientOptions { public string BaseAddress { get; set; } }
            public static class Extensions
            {
                public static IServiceCollection AddValidationOptions<T>(this IServiceCollection services, string? key = null, Action<T>? configurator = null, Func<T, bool>? validator = null) where T : class
                {
                    var optionBuilder = services.AddOptions<T>().BindConfiguration(key ?? typeof(T).Name);
                    if (configurator is not null)
                    {
                        optionBuilder = optionBuilder.Configure(configurator);
                    }

                    optionBuilder.Validate(validator);
                    return services;
                }

                public static IServiceCollection AddCustomHttpClient<TClient, TImplementation, TClientOptions>(this IServiceCollection services, Action<IServiceProvider, HttpClient>? configureClient = null)
                    where TClient : class where TImplementation : class, TClient where TClientOptions : HttpClientOptions, new()
                {
                    services.AddValidationOptions<TClientOptions>();
                    services.AddHttpClient<TClient, TImplementation>().ConfigureHttpClient((serviceProvider, httpClient) =>
                    {
                        var options = serviceProvider.GetRequiredService<IOptions<TClientOptions>>().Value;
                        httpClient.BaseAddress = new Uri(options.BaseAddress);
                        configureClient?.Invoke(serviceProvider, httpClient);
                    });
                    return services;
                }
            }
            === App/App.csproj
            exe ../Blocks/Blocks.csproj
            === App/appsettings.json
            { "CatalogOptions": { "BaseAddress": "http://catalog.contoso.com", "ProductsEndpoint": "api/v1/products" } }
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddValidationOptions<CatalogOptions>();
            services.AddCustomHttpClient<ICatalogClient, CatalogClient, CatalogOptions>();
            public class CatalogOptions : HttpClientOptions { public string ProductsEndpoint { get; set; } }
            public interface ICatalogClient { Task<string> Load(int id); }
            public class CatalogClient(HttpClient http, IOptions<CatalogOptions> options) : ICatalogClient
            {
                private readonly CatalogOptions _options = options.Value;
                public Task<string> Load(int id) => http.GetStringAsync($"{_options.ProductsEndpoint}/{id}");
            }
            """);

        Assert.Equal("http://catalog.contoso.com/api/v1/products/{}", scan.Call("App/Program.cs").Endpoint);
    }
}
