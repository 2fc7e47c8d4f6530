using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>The documents by which a provider of identities says where it is, as Microsoft's libraries fetch them.</summary>
public sealed class DiscoveryDocumentTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall)
        .WithReferences(CatalogPackages.Referencing("Microsoft.IdentityModel.Abstractions", "Microsoft.IdentityModel.Tokens", "Microsoft.IdentityModel.Protocols", "Microsoft.IdentityModel.Protocols.OpenIdConnect"));

    [Fact]
    public Task ConfigurationManager_GetsItsMetadataAddress() => _test.WithProperty("to", "login.contoso.com").WithProperty("endpoint", "https://login.contoso.com/.well-known/openid-configuration").WithProperty("verb", "GET").Reports("""
        using Microsoft.IdentityModel.Protocols;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;
        class C
        {
            private readonly IConfigurationManager<OpenIdConnectConfiguration> _documents =
                new {|#0:ConfigurationManager|}<OpenIdConnectConfiguration>("https://login.contoso.com/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = true });
            async Task M(CancellationToken stop) => await _documents.[|GetConfigurationAsync|](stop);
        }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("to", "login.contoso.com"));

    [Fact]
    public Task ConfigurationManager_OfATenantOfEntra_IsEntras() => _test.WithProperty("to", "Microsoft Entra ID").Reports("""
        using Microsoft.IdentityModel.Protocols;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;
        class C
        {
            async Task M(string tenant)
            {
                var documents = new {|P2P1003:ConfigurationManager|}<OpenIdConnectConfiguration>($"https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever());
                var document = await documents.[|GetConfigurationAsync|]().ConfigureAwait(false);
            }
        }
        """);

    [Fact]
    public Task Document_OfAnAddress_IsFetchedThere() => _test.WithProperty("to", "login.contoso.com").Reports("""
        using Microsoft.IdentityModel.Protocols;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;
        class C
        {
            async Task M(CancellationToken stop)
            {
                await OpenIdConnectConfigurationRetriever.[|GetAsync|]("https://login.contoso.com/.well-known/openid-configuration", stop);
                await new HttpDocumentRetriever().[|GetDocumentAsync|]("https://login.contoso.com/keys", stop);
            }
        }
        """);

    [Fact]
    public Task DocumentOfTheProcess_AndWhatIsRead_AreQuiet() => _test.IsQuiet("""
        using Microsoft.IdentityModel.Protocols;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;
        class C(ConfigurationManager<OpenIdConnectConfiguration> documents)
        {
            async Task M(CancellationToken stop)
            {
                var own = new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration("{}"));
                await own.GetConfigurationAsync(stop);
                own.RequestRefresh();
                documents.RequestRefresh();
            }
        }
        """);
}
