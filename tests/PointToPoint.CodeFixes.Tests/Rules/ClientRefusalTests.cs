using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

public sealed class ClientRefusalTests
{
    [Fact]
    public Task GatewayIsNotReferenced_NoFix() => Refuses(GatewayTest.Test.WithReferences(ReferenceSet.AspNetCore), RefusalReason.NoGateway, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task CredentialsInAddress_NoFix() => Refuses(RefusalReason.UserInfo, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://user:pass@erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task ClientIsReturned_NoFix() => Refuses(RefusalReason.ClientEscapes, """
        public class Orders
        {
            public async Task<HttpClient> Load()
            {
                var client = new HttpClient();
                await client.[|GetStringAsync|]("https://erp.contoso.com/x");
                return client;
            }
        }
        """);

    [Fact]
    public Task ClientIsPassedOn_NoFix() => Refuses(RefusalReason.ClientEscapes, """
        public class Orders
        {
            private readonly HttpClient _client = new();

            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");

            public void Register(ICollection<HttpClient> all) => all.Add(_client);
        }
        """);

    [Fact]
    public Task ClientOfAnotherInstanceIsUsed_NoFix() => Refuses(RefusalReason.ClientFromElsewhere, """
        public class Orders
        {
            private readonly HttpClient _client = new();

            public Task<string> Load(Orders other) => other._client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task ClientInInternalField_NoFix() => Refuses(RefusalReason.ClientNotPrivate, """
        public class Orders
        {
            internal readonly HttpClient Client = new();

            public Task<string> Load() => Client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task StaticField_NoFix() => Refuses(RefusalReason.ClientIsStatic, """
        public class Orders
        {
            private static readonly HttpClient Client = new();

            public Task<string> Load() => Client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task StaticMethod_NoFix() => Refuses(RefusalReason.StaticCode, """
        public class Orders
        {
            public static Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task StaticLocalFunction_NoFix() => Refuses(RefusalReason.StaticCode, """
        public class Orders
        {
            public Task<string> Load()
            {
                return Get();
                static Task<string> Get() => new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x");
            }
        }
        """);

    [Fact]
    public Task TopLevelStatements_NoFix() => Refuses(RefusalReason.TopLevelCode, """
        var client = new HttpClient();
        await client.[|GetStringAsync|]("https://erp.contoso.com/x");
        """);

    [Fact]
    public Task MethodParameter_NoFix() => Refuses(RefusalReason.ClientIsParameter, """
        public class Orders
        {
            public Task<string> Load(HttpClient client) => client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task HandlerSettings_NoFix() => Refuses(RefusalReason.HandlerSettings, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient(new HttpClientHandler { UseCookies = false }).[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task SettingsWithoutVariable_NoFix() => Refuses(RefusalReason.SettingsInExpression, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient { Timeout = TimeSpan.FromSeconds(1) }.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task TwoSystemsWithOneClient_NoFix() => Refuses(RefusalReason.TwoSystems, """
        public class Orders
        {
            public async Task Load()
            {
                using var client = new HttpClient();
                await client.[|GetStringAsync|]("https://erp.contoso.com/x");
                await client.[|GetStringAsync|]("https://crm.contoso.com/x");
            }
        }
        """);

    [Fact]
    public Task OtherCallOfUnknownAddress_NoFix() => Refuses(GatewayTest.Test.IgnoringRules("P2P1010"), RefusalReason.UnknownAddress, """
        public class Orders
        {
            public async Task Load(string url)
            {
                using var client = new HttpClient();
                await client.[|GetStringAsync|]("https://erp.contoso.com/x");
                await client.GetStringAsync(url);
            }
        }
        """);

    [Fact]
    public Task BaseAddressIsRead_NoFix() => Refuses(RefusalReason.BaseAddressRead, """
        public class Orders
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient { {|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/") };
                return await client.[|GetStringAsync|]("x") + client.BaseAddress;
            }
        }
        """);

    [Fact]
    public Task BaseAddressSetUnderCondition_NoFix() => Refuses(RefusalReason.BaseAddressMoved, """
        public class Orders
        {
            public async Task<string> Load(bool live)
            {
                using var client = new HttpClient();
                if (live)
                {
                    client.{|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/");
                }

                return await client.[|GetStringAsync|]("x");
            }
        }
        """);

    [Fact]
    public Task HostHeader_NoFix() => Refuses(RefusalReason.HostHeader, """
        public class Orders
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient();
                client.DefaultRequestHeaders.Host = "erp";
                return await client.[|GetStringAsync|]("https://erp.contoso.com/x");
            }
        }
        """);

    [Fact]
    public Task MessageIsLoggedElsewhere_NoFix() => Refuses(RefusalReason.MessageUsedElsewhere, """
        public class Orders
        {
            public async Task Load(Action<HttpRequestMessage> log)
            {
                using var client = new HttpClient();
                var request = new HttpRequestMessage(HttpMethod.Get, "https://erp.contoso.com/x");
                log(request);
                await client.[|SendAsync|](request);
            }
        }
        """);

    [Fact]
    public Task MessageWithHostHeader_NoFix() => Refuses(RefusalReason.HostHeader, """
        public class Orders
        {
            public async Task Load()
            {
                using var client = new HttpClient();
                var request = new HttpRequestMessage(HttpMethod.Get, "https://erp.contoso.com/x");
                request.Headers.Host = "erp";
                await client.[|SendAsync|](request);
            }
        }
        """);

    [Fact]
    public Task AddressIsAlsoLogged_NoFix() => Refuses(RefusalReason.AddressUsedElsewhere, """
        public class Orders
        {
            public async Task Load(int id)
            {
                using var client = new HttpClient();
                var url = $"https://erp.contoso.com/x/{id}";
                Console.WriteLine(url);
                await client.[|GetStringAsync|](url);
            }
        }
        """);

    [Fact]
    public Task HostOfUriIsRead_NoFix() => Refuses(RefusalReason.AddressUsedElsewhere, """
        public class Orders
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient();
                var uri = new Uri("https://erp.contoso.com/x");
                return await client.[|GetStringAsync|](uri) + uri.Host;
            }
        }
        """);

    [Fact]
    public Task EscapeInHost_NoFix() => Refuses(RefusalReason.AddressForm, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://\u0065rp.contoso.com/x");
        }
        """);

    [Fact]
    public Task HostPiecedTogether_NoFix() => Refuses(RefusalReason.AddressForm, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https://" + "erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task ConditionalCode_NoFix() => Refuses(RefusalReason.ConditionalCode, """
        public class Orders
        {
            public async Task Load()
            {
                using var client = new HttpClient();
        #if NET
                await client.[|GetStringAsync|]("https://erp.contoso.com/x");
        #else
                await client.GetStringAsync("https://crm.contoso.com/x");
        #endif
            }
        }
        """.Replace("#if NET", "#if !OTHER"));

    [Fact]
    public Task ClientFromInjectionOrCreated_NoFix() => Refuses(RefusalReason.ClientFromElsewhere, """
        public class Orders(HttpClient? client = null)
        {
            private readonly HttpClient _client = client ?? new HttpClient();

            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task LazyClient_NoFix() => Refuses(RefusalReason.ClientFromElsewhere, """
        public class Orders
        {
            private readonly Lazy<HttpClient> _client = new(() => new HttpClient());

            public Task<string> Load() => _client.Value.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task ExtensionOfOnesOwn_NoFix() => Refuses(RefusalReason.ClientEscapes, """
        public static class More { public static Task Warm(this HttpClient client) => Task.CompletedTask; }

        public class Orders
        {
            public async Task Load()
            {
                using var client = new HttpClient();
                await client.Warm();
                await client.[|GetStringAsync|]("https://erp.contoso.com/x");
            }
        }
        """);

    [Fact]
    public Task ConfiguredDefaultClient_NoFix() => Refuses(RefusalReason.DefaultClientConfigured, """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load() => factory.CreateClient().[|GetStringAsync|]("https://erp.contoso.com/x");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(1)));
        }
        """);

    [Fact]
    public Task HostOfAddressIsKnownBySystemOfItsPath_NoFix() => GatewayTest.Test
        .WithManifest("""{ "systems": { "ERP": { "endpoints": ["https://corp.contoso.com/erp"] }, "CRM": { "endpoints": ["https://corp.contoso.com/crm"] } } }""")
        .OffersNoFix("""
        public class Orders
        {
            public async Task Load()
            {
                using var client = new HttpClient();
                await client.[|GetStringAsync|]("https://corp.contoso.com/erp/x");
                await client.[|GetStringAsync|]("https://corp.contoso.com/crm/x");
            }
        }
        """);

    [Fact]
    public Task ApprovedOrOwnConnectionsThatAreShown_GetNoFix() => GatewayTest.Test
        .WithEditorConfig("[*.cs]\np2p_report_loopback = true\n")
        .OffersNoFix("""
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("http://localhost:5000/x");
        }
        """);

    [Fact]
    public Task ClientInAnExpressionTree_NoFix() => Refuses(RefusalReason.ExpressionTree, """
        public class Orders
        {
            private readonly HttpClient _client = new();

            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");

            public System.Linq.Expressions.Expression<Func<Task<string>>> Described() => () => _client.GetStringAsync("https://erp.contoso.com/x");
        }
        """);
}
