using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests.Rules;

public sealed class CreatedClientTests
{
    private static readonly AnalyzerTest Test = GatewayTest.Test;

    [Fact]
    public Task LocalClientOfLiteralAddress_ComesFromTheGateway() => Test.Fixes(
        """
        public class Orders
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient();
                return await client.[|GetStringAsync|]("https://erp.contoso.com/api/orders?open=true");
            }
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public async Task<string> Load()
            {
                using var client = _gateway.CreateClient("erp-contoso-com");
                return await client.GetStringAsync("/api/orders?open=true");
            }
        }
        """);

    [Fact]
    public Task FieldWithInitializer_IsSetByTheConstructor() => Test.Fixes(
        """
        public class Orders
        {
            private readonly HttpClient _client = new HttpClient();

            public Task<string> Load(int id) => _client.[|GetStringAsync|]($"https://erp.contoso.com/api/orders/{id}");

            public Task<string> Find(string id) => _client.[|GetStringAsync|]($"https://erp.contoso.com/{id}");
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly HttpClient _client;

            public Orders(IIntegrationGateway gateway)
            {
                _client = gateway.CreateClient("erp-contoso-com");
            }

            public Task<string> Load(int id) => _client.GetStringAsync($"/api/orders/{id}");

            public Task<string> Find(string id) => _client.GetStringAsync($"/./{id}");
        }
        """);

    [Fact]
    public Task BaseAddressInInitializer_BecomesBasePath() => Test.Fixes(
        """
        public class Orders
        {
            private readonly HttpClient _client = new() { {|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/api/v1/"), Timeout = TimeSpan.FromSeconds(5) };

            public Task<string> Load(string path) => _client.[|GetStringAsync|]("orders");
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly HttpClient _client;

            public Orders(IIntegrationGateway gateway)
            {
                _client = gateway.CreateClient("erp-contoso-com", "api/v1/");
                _client.Timeout = TimeSpan.FromSeconds(5);
            }

            public Task<string> Load(string path) => _client.GetStringAsync("orders");
        }
        """);

    [Fact]
    public Task BaseAddressInStatement_BecomesBasePath() => Test.Fixes(
        """
        public class Orders(IIntegrationGateway gateway)
        {
            public async Task<string> Load()
            {
                // The ERP of finance.
                using var client = new HttpClient(); // disposed
                // Version 1 only.
                client.{|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/api/v1/");
                client.DefaultRequestHeaders.Add("X-Tenant", "a");
                return await client.[|GetStringAsync|]("orders");
            }
        }
        """.Replace("public class", "using PointToPoint.Gateway;\n\npublic class"),
        into: """
        using PointToPoint.Gateway;

        public class Orders(IIntegrationGateway gateway)
        {
            public async Task<string> Load()
            {
                // The ERP of finance.
                using var client = gateway.CreateClient("erp-contoso-com", "api/v1/"); // disposed
                // Version 1 only.
                client.DefaultRequestHeaders.Add("X-Tenant", "a");
                return await client.GetStringAsync("orders");
            }
        }
        """);

    [Fact]
    public Task MessageWithAbsoluteAddress_BecomesRelative() => Test.Fixes(
        """
        public class Orders
        {
            public async Task Close(int id, CancellationToken cancellation)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Patch, $"https://erp.contoso.com/api/orders/{id}") { Content = new StringContent("closed") };
                request.Headers.Add("X-Reason", "done");
                await client.[|SendAsync|](request, cancellation);
            }

            public Task<HttpResponseMessage> Ping()
            {
                var client = new HttpClient();
                return client.[|SendAsync|](new() { RequestUri = new Uri("https://erp.contoso.com/ping") });
            }
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public async Task Close(int id, CancellationToken cancellation)
            {
                using var client = _gateway.CreateClient("erp-contoso-com");
                using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/orders/{id}") { Content = new StringContent("closed") };
                request.Headers.Add("X-Reason", "done");
                await client.SendAsync(request, cancellation);
            }

            public Task<HttpResponseMessage> Ping()
            {
                var client = _gateway.CreateClient("erp-contoso-com");
                return client.SendAsync(new() { RequestUri = new Uri("/ping", UriKind.Relative) });
            }
        }
        """);

    [Fact]
    public Task DefaultFactoryClient_SwapsTheFactory() => Test.Fixes(
        """
        public class Orders
        {
            private readonly IHttpClientFactory _factory;

            public Orders(IHttpClientFactory factory)
            {
                _factory = factory;
            }

            public Task<string> Load() => _factory.CreateClient().[|GetStringAsync|]("https://erp.contoso.com/orders");
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public Task<string> Load() => _gateway.CreateClient("erp-contoso-com").GetStringAsync("/orders");
        }
        """);

    [Fact]
    public Task ConstantOrigin_IsWrittenAway() => Test.Fixes(
        """
        public class Orders(HttpMessageHandler handler)
        {
            private const string BaseUrl = "https://erp.contoso.com/api";
            private readonly HttpMessageHandler _handler = handler;

            public async Task<string> Load(int id)
            {
                using var client = new HttpClient();
                await client.[|PostAsync|](BaseUrl + "/orders", null);
                return await client.[|GetStringAsync|]($"{BaseUrl}/orders/{id}");
            }
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders(HttpMessageHandler handler, IIntegrationGateway gateway)
        {
            private readonly HttpMessageHandler _handler = handler;

            public async Task<string> Load(int id)
            {
                using var client = gateway.CreateClient("erp-contoso-com");
                await client.PostAsync("/api" + "/orders", null);
                return await client.GetStringAsync($"/api/orders/{id}");
            }
        }
        """);

    [Fact]
    public Task ConstantOfAConstant_GoesWithIt() => Test.Fixes(
        """
        public class Orders(IIntegrationGateway gateway)
        {
            private const string Host = "https://erp.contoso.com";
            private const string Version = "v1";
            private const string Api = Host + "/api/" + Version;

            public async Task<string> Load()
            {
                using var client = new HttpClient();
                return await client.[|GetStringAsync|](Api + "/orders") + Version;
            }
        }
        """.Replace("public class", "using PointToPoint.Gateway;\n\npublic class"),
        into: """
        using PointToPoint.Gateway;

        public class Orders(IIntegrationGateway gateway)
        {
            private const string Version = "v1";

            public async Task<string> Load()
            {
                using var client = gateway.CreateClient("erp-contoso-com");
                return await client.GetStringAsync("/api/v1" + "/orders") + Version;
            }
        }
        """);

    [Fact]
    public Task LocalAddress_IsCutWhereItIsWritten() => Test.Fixes(
        """
        public class Orders
        {
            public async Task<string> Load(int id, bool open)
            {
                var url = $"https://erp.contoso.com/api/orders/{id}";
                if (open) url += "?open=true";
                using var client = new HttpClient();
                return await client.[|GetStringAsync|](url);
            }
        }
        """,
        into: """
        using PointToPoint.Gateway;

        public class Orders
        {
            private readonly IIntegrationGateway _gateway;

            public Orders(IIntegrationGateway gateway)
            {
                _gateway = gateway;
            }

            public async Task<string> Load(int id, bool open)
            {
                var url = $"/api/orders/{id}";
                if (open) url += "?open=true";
                using var client = _gateway.CreateClient("erp-contoso-com");
                return await client.GetStringAsync(url);
            }
        }
        """);
}
