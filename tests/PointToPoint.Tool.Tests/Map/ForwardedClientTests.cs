namespace PointToPoint.Tool.Tests.Map;

/// <summary>An extension of a shared project that forwards interfaces of RestEase to services which each application's settings list by name. The package of RestEase isn't there.</summary>
public sealed class ForwardedClientTests
{
    private const string Shared = """
        === Shared/Options.cs
        namespace Contoso.Shared;
        public class ForwardingOptions
        {
            public string LoadBalancer { get; set; }
            public IEnumerable<Service> Services { get; set; }
            public class Service { public string Name { get; set; } public string Scheme { get; set; } public string Host { get; set; } public int Port { get; set; } }
        }
        === Shared/OptionsExtensions.cs
        using Microsoft.Extensions.Configuration;
        namespace Contoso.Shared;
        public static class OptionsExtensions
        {
            public static T GetOptions<T>(this IConfiguration configuration, string section) where T : new()
            {
                var model = new T();
                configuration.GetSection(section).Bind(model);
                return model;
            }
        }
        === Shared/Forwarder.cs
        using System.Linq;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using RestEase;
        namespace Contoso.Shared;
        public static class Forwarder
        {
            public static IServiceCollection AddForwarder<T>(this IServiceCollection services, string service) where T : class
            {
                var name = typeof(T).ToString();
                var options = ConfigureOptions(services);
                switch (options.LoadBalancer?.ToLowerInvariant())
                {
                    default:
                        AddClient(services, name, service, options);
                        break;
                }

                Forward<T>(services, name);
                return services;
            }

            private static ForwardingOptions ConfigureOptions(IServiceCollection services)
            {
                IConfiguration configuration;
                using (var provider = services.BuildServiceProvider())
                {
                    configuration = provider.GetService<IConfiguration>();
                }

                services.Configure<ForwardingOptions>(configuration.GetSection("Forwarding"));
                return configuration.GetOptions<ForwardingOptions>("Forwarding");
            }

            private static void AddClient(IServiceCollection services, string client, string service, ForwardingOptions options)
            {
                services.AddHttpClient(client, http =>
                {
                    var found = (options.Services?.FirstOrDefault(one => one.Name.Equals(service, StringComparison.InvariantCultureIgnoreCase))) ?? throw new InvalidOperationException(service);
                    http.BaseAddress = new UriBuilder { Scheme = found.Scheme, Host = found.Host, Port = found.Port }.Uri;
                });
            }

            private static void Forward<T>(IServiceCollection services, string client) where T : class
            {
                services.AddTransient<T>(provider =>
                    new RestClient(
                        provider.GetService<IHttpClientFactory>()
                            .CreateClient(client))
                    {
                        RequestQueryParamSerializer = null
                    }
                        .For<T>());
            }
        }
        """;

    [Fact]
    public async Task EachApplication_CallsTheServiceThatItsOwnSettingsList()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === Shared/Shared.csproj
            {{Shared}}
            === Shop/Shop.csproj
            exe ../Shared/Shared.csproj
            === Shop/appsettings.json
            { "forwarding": { "services": [
              { "name": "customers", "scheme": "http", "host": "customers.contoso.com", "port": "5161" },
              { "name": "orders", "scheme": "https", "host": "orders.contoso.com", "port": "8443" } ] } }
            === Shop/Program.cs
            using Contoso.Shared;
            using Contoso.Shop;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddForwarder<IOrderApi>("orders")
                .AddForwarder<ICustomerApi>("customers");
            === Shop/Apis.cs
            using RestEase;
            namespace Contoso.Shop;
            public interface IOrderApi { [Get("orders/{id}")] Task<string> Find([Path] int id); }
            public interface ICustomerApi { [Post("customers")] Task Save([Body] string customer); }
            === Shop/Uses.cs
            namespace Contoso.Shop;
            public class Uses(IOrderApi orders, ICustomerApi customers)
            {
                public Task<string> Load(int id) => orders.Find(id);
                public Task Save() => customers.Save("");
            }
            === Billing/Billing.csproj
            exe ../Shared/Shared.csproj
            === Billing/appsettings.json
            { "forwarding": { "services": [ { "name": "orders", "scheme": "http", "host": "billed-orders.contoso.com", "port": "8080" } ] } }
            === Billing/Program.cs
            using Contoso.Shared;
            using Contoso.Billing;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddForwarder<IOrderApi>("orders");
            === Billing/Apis.cs
            using RestEase;
            namespace Contoso.Billing;
            public interface IOrderApi { [Get("orders/{id}/bill")] Task<string> Bill([Path] int id); }
            === Billing/Uses.cs
            namespace Contoso.Billing;
            public class Uses(IOrderApi orders) { public Task<string> Load(int id) => orders.Bill(id); }
            """);

        Assert.Equal(
            [
                "Billing/Program.cs wiring http://billed-orders.contoso.com:8080/",
                "Billing/Uses.cs GET http://billed-orders.contoso.com:8080/orders/{}/bill",
                "Shop/Program.cs wiring https://orders.contoso.com:8443/",
                "Shop/Program.cs wiring http://customers.contoso.com:5161/",
                "Shop/Uses.cs GET https://orders.contoso.com:8443/orders/{}",
                "Shop/Uses.cs POST http://customers.contoso.com:5161/customers",
            ],
            scan.Sites().Select(site => site.TrimEnd('*', ' ')));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task WhatTheCallerNames_IsToldAtTheCallerAlone()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Registrations.cs
            using System.Linq;
            using Microsoft.Extensions.DependencyInjection;
            public class ListedService { public string Name { get; set; } public string Url { get; set; } }
            public class ListedOptions { public List<ListedService> Services { get; set; } }
            public static class Registrations
            {
                public static void Add(IServiceCollection services, string service, ListedOptions options) =>
                    services.AddHttpClient(service, http => http.BaseAddress = new Uri(options.Services.First(one => one.Name == service).Url));
            }
            === App/Program.cs
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            public static class Program
            {
                public static void Main() { }
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    var options = new ListedOptions();
                    configuration.GetSection("Listed").Bind(options);
                    Registrations.Add(services, "orders", options);
                    Registrations.Add(services, "customers", options);
                }
            }
            """);

        Assert.Equal(["App/Program.cs wiring config:Listed:Services:orders:Url", "App/Program.cs wiring config:Listed:Services:customers:Url"], scan.Sites().Select(site => site.TrimEnd('*', ' ')));
    }
}
