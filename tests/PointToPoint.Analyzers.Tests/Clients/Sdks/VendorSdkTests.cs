using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Vendors' SDKs: what leaves the process is a call of the vendor's system, what only mentions its types is none.</summary>
public sealed class VendorSdkTests
{
    private static readonly AnalyzerTest _test = AnalyzerTest.For<CouplingAnalyzer>().WithDefaultRule(RuleIds.DirectSdkCall);

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
    public Task HttpClient_ToAVendorsHost_CallsThatVendor() => AnalyzerTest.For<CouplingAnalyzer>().WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "Stripe").Reports("""
        class C
        {
            async Task M(HttpClient client) => await client.[|GetAsync|]("https://api.stripe.com/v1/charges");
        }
        """);

    [Fact]
    public Task ChatClient_ThatOllamaMakes_GoesToOllamasAddress() => _test.WithReferences(CatalogPackages.Referencing("OllamaSharp", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI")).WithProperty("to", "Ollama").Reports("""
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
}
