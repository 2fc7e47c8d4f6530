using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Identity providers: documents and tokens are fetched by extensions of HttpClient; addresses that a server or a claim only names are no calls.</summary>
public sealed class TokenClientTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    private static readonly AnalyzerTest _duende = _test.WithReferences(CatalogPackages.Referencing("Duende.IdentityModel"));

    private static readonly AnalyzerTest _older = _test.WithReferences(CatalogPackages.Referencing("IdentityModel"));

    private const string Calls = """
        class C
        {
            async Task M(HttpClient http)
            {
                var disco = await http.{|#0:GetDiscoveryDocumentAsync|}("https://identity.contoso.com");
                var token = await http.{|#1:RequestClientCredentialsTokenAsync|}(new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint, ClientId = "crm" });
            }
        }
        """;

    [Fact]
    public Task DocumentIsFetchedFromTheProvider_AndItsEndpointsAreTheProviders() => _duende.Reports("using Duende.IdentityModel.Client;\n" + Calls, Both());

    [Fact]
    public Task DocumentIsFetchedFromTheProvider_AndItsEndpointsAreTheProviders_InTheOlderPackage() => _older.Reports("using IdentityModel.Client;\n" + Calls, Both());

    [Fact]
    public Task ProviderOfAnotherSystem_IsThatSystem() => _duende.WithManifest("""{ "systems": { "IAM": { "endpoints": ["identity.contoso.com"] } } }""").WithProperty("to", "IAM").Reports("""
        using Duende.IdentityModel.Client;
        class C
        {
            async Task M(HttpClient http) =>
                await http.[|RequestPasswordTokenAsync|](new PasswordTokenRequest { Address = "https://identity.contoso.com/connect/token", UserName = "a" });
        }
        """);

    [Fact]
    public Task AddressesThatAreOnlyNamed_AreQuiet() => _duende.IsQuiet("""
        using Duende.IdentityModel;
        using Duende.IdentityModel.Client;
        using System.Security.Claims;
        public class Client { public string ClientId = ""; public ICollection<string> RedirectUris = new List<string>(); public string ClientUri = ""; }
        class C
        {
            object Registered() => new Client { ClientId = "crm", RedirectUris = { "https://crm.contoso.com/signin-oidc" }, ClientUri = "https://crm.contoso.com" };
            object Claim() => new Claim("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "a", null, "https://identity.contoso.com");
            object Request() => new TokenRequest { Address = "https://identity.contoso.com/connect/token" };
            string Url() => new RequestUrl("https://identity.contoso.com/connect/authorize").CreateAuthorizeUrl("crm", "code");
            string Names(TokenResponse response) => response.AccessToken + nameof(ClientCredentialsTokenRequest) + typeof(DiscoveryDocumentResponse) + JwtClaimTypes.Subject;
        }
        """);

    private static DiagnosticResult[] Both() =>
    [
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("to", "identity.contoso.com"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("to", "identity.contoso.com").WithProperty("endpoint", "https://identity.contoso.com/{}"),
    ];

    [Fact]
    public Task DocumentOfARequestOrACache_HasItsProvidersEndpoints() => _duende.WithProperty("to", "identity.contoso.com").Reports("""
        using Duende.IdentityModel.Client;
        class C(HttpClient http)
        {
            private readonly DiscoveryCache _cache = new {|P2P1003:DiscoveryCache|}("https://identity.contoso.com");
            async Task Request()
            {
                var disco = await http.[|GetDiscoveryDocumentAsync|](new DiscoveryDocumentRequest { Address = "https://identity.contoso.com" });
                await http.[|GetUserInfoAsync|](new UserInfoRequest { Address = disco.UserInfoEndpoint, Token = "x" });
            }

            async Task Cache()
            {
                var disco = await _cache.[|GetAsync|]();
                await http.[|RequestClientCredentialsTokenAsync|](new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint });
            }
        }
        """);

    [Fact]
    public Task DocumentOfTheClientsOwnBaseAddress_HasItsEndpointsThere() => _duende.WithProperty("to", "identity.contoso.com").Reports("""
        using Duende.IdentityModel.Client;
        class C
        {
            static async Task Main()
            {
                var http = new HttpClient { {|P2P1003:BaseAddress|} = new Uri("https://identity.contoso.com/") };
                var disco = await http.[|GetDiscoveryDocumentAsync|]();
                if (disco.IsError)
                {
                    return;
                }

                await http.[|RequestClientCredentialsTokenAsync|](new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint });
            }
        }
        """);

    [Fact]
    public Task DocumentThatAnotherClientAskedFor_SaysNothing() => _duende.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using Duende.IdentityModel.Client;
        public class C
        {
            public async Task M(HttpClient tokens)
            {
                var http = new HttpClient { {|P2P1003:BaseAddress|} = new Uri("https://identity.contoso.com/") };
                var disco = await http.{|P2P1001:GetDiscoveryDocumentAsync|}();
                await tokens.[|RequestClientCredentialsTokenAsync|](new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint });
            }
        }
        """);

    [Fact]
    public Task DocumentThatComesFromElsewhere_SaysNothing() => _duende.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using Duende.IdentityModel.Client;
        public class C(HttpClient http)
        {
            public async Task M(DiscoveryDocumentResponse disco) => await http.[|GetUserInfoAsync|](new UserInfoRequest { Address = disco.UserInfoEndpoint });
        }
        """);
}
