using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

/// <summary>What P2P1002 says, and where it is quiet.</summary>
public sealed class DirectSdkCallTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    [Fact]
    public Task Message_NamesBothSystemsTheClientAndTheWay() => _test
        .IgnoringRules(RuleIds.DirectWiring)
        .WithMessage("'TestProject' calls 'mail.contoso.com' directly through System.Net.Mail.SmtpClient: SendMailAsync smtp://mail.contoso.com (new SmtpClient ← literal); put a gateway port in front of it, for 'mail-contoso-com'")
        .Reports("""
            using System.Net.Mail;
            class C { Task M(MailMessage message) => new SmtpClient("mail.contoso.com").[|SendMailAsync|](message); }
            """);

    [Fact]
    public Task TypeOfTheManifest_IsTheSystems() => _test.WithManifest("""{ "systems": { "ERP": { "sdks": ["T:Contoso.Erp.ErpApi"] } } }""").WithProperty("to", "ERP").Reports("""
        namespace Contoso.Erp
        {
            public abstract class ErpApi { public abstract string Call(string operation, int id); public abstract override string ToString(); }
        }

        class C(Contoso.Erp.ErpApi erp)
        {
            string M() => erp.[|Call|]("orders", 1) + erp.ToString() + nameof(erp.Call);
        }
        """);

    [Fact]
    public Task MethodOfTheManifest_IsTheSystemsAndNoOther() => _test.WithManifest("""{ "systems": { "ERP": { "sdks": ["M:Contoso.Erp.ErpApi.Call"] } } }""").WithProperty("to", "ERP").Reports("""
        namespace Contoso.Erp
        {
            public abstract class ErpApi { public abstract string Call(string operation, int id); public abstract string Describe(); }
        }

        class C(Contoso.Erp.ErpApi erp)
        {
            string M() => erp.[|Call|]("orders", 1) + erp.Describe();
        }
        """);

    [Fact]
    public Task LoopbackHost_IsQuiet() => _test.IsQuiet("""
        using System.Net.Mail;
        class C { Task M(MailMessage message) => new SmtpClient("localhost").SendMailAsync(message); }
        """);
}
