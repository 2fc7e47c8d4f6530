using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Vendors' SDKs: what leaves the process is a call of the vendor's system, what only mentions its types is none.</summary>
public sealed class VendorSdkTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    private static readonly AnalyzerTest _stripe = _test.WithReferences(CatalogPackages.Referencing("Stripe.net"));

    [Fact]
    public Task Stripe_IsWiredAndCalled() => _stripe.WithProperty("to", "Stripe").Reports("""
        using Stripe;
        class C
        {
            private readonly CustomerService _customers = new(new {|P2P1003:StripeClient|}("key"));
            async Task M()
            {
                await _customers.[|CreateAsync|](new CustomerCreateOptions { Email = "a@contoso.com" });
                _customers.[|Get|]("1");
            }
        }
        """);

    [Fact]
    public Task Stripe_WhoseKeyIsSetForAll_IsWiredThere() => _stripe.WithProperty("to", "Stripe").Reports("""
        class Startup(string key)
        {
            public void Configure() => Stripe.StripeConfiguration.{|P2P1003:ApiKey|} = key;
            public bool IsConfigured => Stripe.StripeConfiguration.ApiKey is not null;
        }
        """);

    [Fact]
    public Task Stripe_ThatIsOnlyMentioned_IsQuiet() => _stripe.IsQuiet("""
        using Stripe;
        interface IPayments { Task<Customer> Find(string id); }
        class C
        {
            string M(Customer customer)
            {
                try { return nameof(CustomerService.CreateAsync) + typeof(ChargeService) + new ChargeCreateOptions { Amount = 1 } + customer.ToJson(); }
                catch (StripeException problem) { return problem.StripeError.Message; }
            }
        }
        """);

    [Fact]
    public Task HttpClient_ToAVendorsHost_CallsThatVendor() => CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "Stripe").Reports("""
        class C
        {
            async Task M(HttpClient client) => await client.[|GetAsync|]("https://api.stripe.com/v1/charges");
        }
        """);

    [Fact]
    public Task ChatClient_ThatOllamaMakes_GoesToItsAddress() => _test.WithReferences(CatalogPackages.Referencing("OllamaSharp", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI")).WithProperty("to", "models.contoso.com").Reports("""
        using Microsoft.Extensions.AI;
        class C
        {
            async Task M()
            {
                IChatClient chat = new OllamaSharp.{|P2P1003:OllamaApiClient|}("http://models.contoso.com:11434");
                await chat.[|GetResponseAsync|]("hello");
            }
        }
        """);

    private static readonly AnalyzerTest _sendGrid = _test.WithReferences(CatalogPackages.Referencing("SendGrid"));

    // A class of the code's own with the library's interface.
    private const string OwnClient = """
        -- OwnClient.cs
        using SendGrid; using SendGrid.Helpers.Mail;
        class OwnClient : ISendGridClient
        {
            public string UrlPath { get; set; } = ""; public string Version { get; set; } = ""; public string MediaType { get; set; } = "";
            public System.Net.Http.Headers.AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header) => null!;
            public Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default) => null!;
            public Task<Response> RequestAsync(BaseClient.Method method, string requestBody = null!, string queryParams = null!, string urlPath = null!, CancellationToken cancellationToken = default) => null!;
            public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) => null!;
        }

        """;

    [Theory]
    [InlineData("ISendGridClient client = new OwnClient();")]
    [InlineData("ISendGridClient client = useReal ? new OwnClient() : new OwnClient { Version = \"1\" };")]
    public Task ClassOfTheCodesOwn_ThatIsNoClientOfTheVendor_IsQuiet(string made) => _sendGrid.IsQuiet(OwnClient + $$"""
        -- Test0.cs
        using SendGrid; using SendGrid.Helpers.Mail;
        class C { async Task M(SendGridMessage message, bool useReal) { {{made}} await client.SendEmailAsync(message); } }
        """);

    [Fact]
    public Task ClientThatIsEitherOwnOrTheVendors_CallsTheVendor() => _sendGrid.WithProperty("to", "SendGrid").Reports(OwnClient + """
        -- Test0.cs
        using SendGrid; using SendGrid.Helpers.Mail;
        class C
        {
            async Task M(SendGridMessage message, bool isTrial)
            {
                ISendGridClient client = isTrial ? new OwnClient() : new {|P2P1003:SendGridClient|}("key");
                await client.[|SendEmailAsync|](message);
            }
        }
        """);

    [Fact]
    public Task CallInAnExpressionTree_IsData() => _sendGrid.IsQuiet("""
        using SendGrid; using System.Linq.Expressions;
        class C { static readonly Expression<Func<ISendGridClient, Task<Response>>> _expected = client => client.SendEmailAsync(null, default); }
        """);

    [Fact]
    public Task GitHub_OfAConnection_GoesToItsAddress() => _test.WithReferences(CatalogPackages.Referencing("Octokit")).WithProperty("to", "github.contoso.com").Reports("""
        using Octokit;
        class C
        {
            async Task M()
            {
                var client = new {|P2P1003:GitHubClient|}(new Connection(new ProductHeaderValue("crm"), new Uri("https://github.contoso.com/api/v3/")));
                await client.User.[|Get|]("x");
            }
        }
        """);

    [Fact]
    public Task Fhir_OperationsAreCalls() => _test.WithReferences(CatalogPackages.Referencing("Hl7.Fhir.Base", "Hl7.Fhir.Conformance", "Hl7.Fhir.R4")).WithProperty("to", "fhir.contoso.com").Reports("""
        using Hl7.Fhir.Rest;
        class C
        {
            private readonly FhirClient _client = new {|P2P1003:FhirClient|}("https://fhir.contoso.com/r4");
            async Task M() => await _client.[|CapabilityStatementAsync|]();
        }
        """);
}
