using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>An extension of the code's own that registers an interface of RestEase under the name of its type, at an address that settings list by a service's name.</summary>
public sealed class ForwardedClientTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithReferences(ReferenceSet.AspNetCore.With(typeof(RestEase.RestClient).Assembly))
        .WithAdditionalFile("appsettings.json", """
            {
              "forwarding": {
                "services": [
                  { "name": "orders", "scheme": "https", "host": "orders.contoso.com", "port": "8443" },
                  { "name": "customers", "scheme": "http", "host": "customers.contoso.com", "port": 5161 }
                ]
              }
            }
            """);

    private const string Apis = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using RestEase;
        public interface IOrderApi { [Get("orders/{id}")] Task<string> Find([Path] int id); }
        public interface ICustomerApi { [Post("customers")] Task Save([Body] string customer); }
        class Uses(IOrderApi orders, ICustomerApi customers)
        {
            public Task<string> Load(int id) => orders.{|#0:Find|}(id);
            public Task Save() => customers.{|#1:Save|}("");
        }

        """;

    [Fact]
    public Task InterfaceForwardedToAListedService_GoesThere() => _test.Reports(Apis + """
        class Setup { void Add(IServiceCollection services) => services.{|#2:AddForwarder|}<IOrderApi>("orders").{|#3:AddForwarder|}<ICustomerApi>("customers"); }
        public class ForwardingOptions
        {
            public string LoadBalancer { get; set; }
            public IEnumerable<Service> Services { get; set; }
            public class Service { public string Name { get; set; } public string Scheme { get; set; } public string Host { get; set; } public int Port { get; set; } }
        }
        public static class OptionsExtensions
        {
            public static T GetOptions<T>(this IConfiguration configuration, string section) where T : new()
            {
                var model = new T();
                configuration.GetSection(section).Bind(model);
                return model;
            }
        }
        public static class ForwarderExtensions
        {
            public static IServiceCollection AddForwarder<T>(this IServiceCollection services, string service) where T : class
            {
                var name = typeof(T).ToString();
                var options = Options(services);
                switch (options.LoadBalancer?.ToLowerInvariant())
                {
                    default:
                        AddClient(services, name, service, options);
                        break;
                }

                Forward<T>(services, name);
                return services;
            }

            private static ForwardingOptions Options(IServiceCollection services)
            {
                IConfiguration configuration;
                using (var provider = services.BuildServiceProvider())
                {
                    configuration = provider.GetService<IConfiguration>();
                }

                services.Configure<ForwardingOptions>(configuration.GetSection("Forwarding"));
                return configuration.GetOptions<ForwardingOptions>("Forwarding");
            }

            private static void AddClient(IServiceCollection services, string client, string service, ForwardingOptions options) => services.AddHttpClient(client, http =>
            {
                var found = (options.Services?.FirstOrDefault(one => one.Name.Equals(service, StringComparison.InvariantCultureIgnoreCase))) ?? throw new InvalidOperationException(service);
                http.BaseAddress = new UriBuilder { Scheme = found.Scheme, Host = found.Host, Port = found.Port }.Uri;
            });

            private static void Forward<T>(IServiceCollection services, string client) where T : class =>
                services.AddTransient<T>(provider => new RestClient(provider.GetService<IHttpClientFactory>().CreateClient(client)) { RequestQueryParamSerializer = null }.For<T>());
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://orders.contoso.com:8443/orders/{}"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "http://customers.contoso.com:5161/customers"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(2).WithProperty("endpoint", "https://orders.contoso.com:8443/"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(3).WithProperty("endpoint", "http://customers.contoso.com:5161/"));

    [Theory]
    [InlineData("typeof(T).ToString()")]
    [InlineData("typeof(T).FullName")]
    [InlineData("typeof(T).Name")]
    public Task TypesName_NamesTheClient(string name) => _test.IgnoringRules(RuleIds.DirectWiring).Reports(Apis + $$"""
        class Setup { void Add(IServiceCollection services) { Forward<IOrderApi>(services, "https://orders.contoso.com"); Forward<ICustomerApi>(services, "https://customers.contoso.com"); }
            private static void Forward<T>(IServiceCollection services, string address) where T : class
            {
                var name = {{name}};
                services.AddHttpClient(name, http => http.BaseAddress = new Uri(address));
                services.AddTransient<T>(provider => RestClient.For<T>(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)));
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://orders.contoso.com/orders/{}"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://customers.contoso.com/customers"));

    [Theory]
    [InlineData("typeof(T).ToString()")]
    [InlineData("typeof(T).FullName ?? typeof(T).Name")]
    public Task TypesOfOneNameInTwoNamespaces_AreTwoClients(string name) => _test.IgnoringRules(RuleIds.DirectWiring).Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        using RestEase;
        class Setup
        {
            void Add(IServiceCollection services) { Forward<Eu.IOrderApi>(services, "https://eu.contoso.com"); Forward<Us.IOrderApi>(services, "https://us.contoso.com"); }
            private static void Forward<T>(IServiceCollection services, string address) where T : class
            {
                services.AddHttpClient({{name}}, http => http.BaseAddress = new Uri(address));
                services.AddTransient<T>(provider => RestClient.For<T>(provider.GetRequiredService<IHttpClientFactory>().CreateClient({{name}})));
            }
        }
        class Uses(Eu.IOrderApi eu, Us.IOrderApi us) { public Task Europe() => eu.{|#0:Load|}(); public Task America() => us.{|#1:Load|}(); }
        namespace Eu { public interface IOrderApi { [Get("orders")] Task Load(); } }
        namespace Us { public interface IOrderApi { [Get("orders")] Task Load(); } }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://eu.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://us.contoso.com/orders"));

    [Theory]
    [InlineData("RestClient.For<T>(Client(provider, client))")]
    [InlineData("new RestClient(Client(provider, client)).For<T>()")]
    [InlineData("new RestClient(Client(provider, client)) { RequestQueryParamSerializer = null }.For<T>()")]
    public Task ClientMadeOfANamedOne_GoesWhereThatGoes(string made) => _test.IgnoringRules(RuleIds.DirectWiring).Reports(Apis + $$"""
        class Setup { void Add(IServiceCollection services) { Forward<IOrderApi>(services, "orders", "https://orders.contoso.com"); Forward<ICustomerApi>(services, "customers", "https://customers.contoso.com"); }
            private static void Forward<T>(IServiceCollection services, string client, string address) where T : class
            {
                services.AddHttpClient(client, http => http.BaseAddress = new Uri(address));
                services.AddTransient<T>(provider => {{made}});
            }
            private static HttpClient Client(IServiceProvider provider, string client) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(client);
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://orders.contoso.com/orders/{}"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://customers.contoso.com/customers"));
}
