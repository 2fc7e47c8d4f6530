using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs by which messages are sent.</summary>
public sealed class MessagingSdkTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    [Fact]
    public Task Twilio_StaticResource_IsCalled() => _test.WithReferences(CatalogPackages.Referencing("Twilio")).WithProperty("to", "Twilio").Reports("""
        using Twilio;
        using Twilio.Rest.Api.V2010.Account;
        class C
        {
            async Task M()
            {
                TwilioClient.{|P2P1003:Init|}("user", "word");
                await MessageResource.[|CreateAsync|](to: new Twilio.Types.PhoneNumber("+1"), body: "hello");
            }
        }
        """);

    [Fact]
    public Task SendGrid_InjectedClient_IsCalled_AndItsMessageIsNoCall() => _test.WithReferences(CatalogPackages.Referencing("SendGrid")).WithProperty("to", "SendGrid").Reports("""
        using SendGrid;
        using SendGrid.Helpers.Mail;
        class C(ISendGridClient client)
        {
            async Task M()
            {
                var message = new SendGridMessage { Subject = nameof(SendGridClient) };
                message.AddTo("a@contoso.com");
                await client.[|SendEmailAsync|](message);
            }
        }
        """);

    [Fact]
    public Task SendGrid_TestDouble_IsQuiet() => _test.WithReferences(CatalogPackages.Referencing("SendGrid")).IsQuiet("""
        using SendGrid;
        using SendGrid.Helpers.Mail;
        abstract class Fake : ISendGridClient
        {
            public string UrlPath { get; set; } = "";
            public string Version { get; set; } = "";
            public string MediaType { get; set; } = "";
            public System.Net.Http.Headers.AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header) => null!;
            public Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default) => null!;
            public Task<Response> RequestAsync(BaseClient.Method method, string? requestBody = null, string? queryParams = null, string? urlPath = null, CancellationToken cancellationToken = default) => null!;
            public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) => null!;
        }
        """);

    [Fact]
    public Task Notify_IsCalled() => _test.WithReferences(CatalogPackages.Referencing("GovukNotify")).WithProperty("to", "GOV.UK Notify").Reports("""
        class C(Notify.Client.NotificationClient notify)
        {
            async Task M() => await notify.[|SendSmsAsync|]("+44", "template");
        }
        """);
}
