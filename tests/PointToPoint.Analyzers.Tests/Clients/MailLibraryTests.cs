using MailKit.Net.Smtp;

using MimeKit;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Mail: the host says where, whether the client is made with it, has it as a property, or connects to it.</summary>
public sealed class MailLibraryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(SmtpClient).Assembly).With(typeof(MimeMessage).Assembly));

    [Fact]
    public Task SmtpClient_ThatIsMadeOfAHost_IsWiredAndCalled() => _test.WithProperty("endpoint", "smtp://mail.contoso.com:25").WithProperty("protocol", "smtp").WithProperty("to", "mail.contoso.com").Reports("""
        using System.Net.Mail;
        class C
        {
            async Task M(MailMessage message)
            {
                var smtp = new {|P2P1003:SmtpClient|}("mail.contoso.com", 25);
                await smtp.[|SendMailAsync|](message);
            }
        }
        """);

    [Fact]
    public Task SmtpClient_ThatAMethodIsHandedToConnectIt_SendsWhereThatConnectsIt() => _test.WithProperty("to", "mail.contoso.com").Reports("""
        using MailKit.Net.Smtp;
        using MimeKit;
        class C
        {
            const string Host = "mail.contoso.com";
            async Task M(MimeMessage message)
            {
                using var smtp = new SmtpClient();
                await Connect(smtp);
                await smtp.[|SendAsync|](message);
            }
            async Task Each(MimeMessage message) => await With(async client => await client.[|SendAsync|](message));
            async Task With(Func<SmtpClient, Task> send)
            {
                using var smtp = new SmtpClient();
                await Connect(smtp);
                await send(smtp);
            }
            static async Task Connect(SmtpClient client)
            {
                if (client.IsConnected) { await client.DisconnectAsync(true); }
                await client.[|ConnectAsync|](Host, 587);
            }
        }
        """);

    [Fact]
    public Task SmtpClient_WhoseHostIsSet_IsWiredThere() => _test.Reports("""
        using System.Net.Mail;
        class C
        {
            void M(MailMessage message)
            {
                using var smtp = new SmtpClient();
                smtp.{|P2P1003:Host|} = "mail.contoso.com";
                smtp.[|Send|](message);
            }
        }
        """);

    [Fact]
    public Task SmtpClient_WhoseHostAFactoryReadsFromConfiguration_IsTheKeysSystem() => _test
        .WithAdditionalFile("appsettings.json", """{ "Email": { "Host": "mailserver", "Port": 25 } }""")
        .WithProperty("endpoint", "smtp://mailserver:25").WithProperty("to", "mailserver")
        .Reports("""
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            interface IMailer { Task Send(MailMessage message); }
            class Mailer(string host, int port) : IMailer
            {
                private readonly string _host = host;
                private readonly int _port = port;
                public async Task Send(MailMessage message)
                {
                    using var client = new {|P2P1003:SmtpClient|}(_host, _port);
                    await client.[|SendMailAsync|](message);
                }
            }
            static class Startup
            {
                static void Add(IServiceCollection services, IConfiguration configuration) => services.AddTransient<IMailer>(_ =>
                {
                    var section = configuration.GetSection("Email");
                    var host = section["Host"];
                    var port = Convert.ToInt32(section["Port"]);
                    return new Mailer(host, port);
                });
            }
            """);

    [Fact]
    public Task HostThatACallerGives_IsToldAtTheCaller() => _test.WithProperty("endpoint", "smtp://mail.contoso.com").Reports("""
        using System.Net.Mail;
        static class Mailer
        {
            public static void Send(string host, MailMessage message) => new SmtpClient(host).Send(message);
        }
        class C
        {
            void M(MailMessage message) => Mailer.[|Send|]("mail.contoso.com", message);
        }
        """);

    [Fact]
    public Task MessagesAndAddresses_AreQuiet() => _test.IsQuiet("""
        using System.Net.Mail;
        class C
        {
            object M(SmtpException problem)
            {
                var message = new MailMessage("a@contoso.com", "b@contoso.com");
                message.To.Add(new MailAddress("c@contoso.com"));
                message.Attachments.Add(Attachment.CreateAttachmentFromString("x", "x.txt"));
                return nameof(SmtpClient.Send) + typeof(SmtpClient) + problem.StatusCode;
            }
        }
        """);

    [Fact]
    public Task MailKitClient_GoesWhereItIsConnectedTo() => _test.WithProperty("endpoint", "smtp://mail.contoso.com:587").WithProperty("protocol", "smtp").Reports("""
        using MailKit.Net.Smtp;
        using MimeKit;
        class C
        {
            async Task M(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.[|ConnectAsync|]("mail.contoso.com", 587, true);
                await client.AuthenticateAsync("crm", "password");
                await client.[|SendAsync|](message);
                await client.DisconnectAsync(true);
            }
        }
        """);

    [Fact]
    public Task MailKitClient_ThatIsInjected_GoesWhereAMethodOfTheClassConnectsItTo() => _test
        .WithManifest("""{ "systems": { "Mail": { "endpoints": ["config:Mail:Host"] } } }""")
        .WithProperty("to", "Mail")
        .Reports("""
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;
            class C(ISmtpClient client, IConfiguration configuration)
            {
                private readonly ISmtpClient _client = client;
                private void Open() => _client.[|Connect|](configuration["Mail:Host"], 25, MailKit.Security.SecureSocketOptions.None);
                public void Send(MimeMessage message)
                {
                    Open();
                    _client.[|Send|](message);
                }
            }
            """);

    [Fact]
    public Task MailKitClient_ThatIsConnectedTwice_GoesWhereItWasLast() => _test.Reports("""
        using MailKit.Net.Smtp;
        using MimeKit;
        class C
        {
            void M(MimeMessage message)
            {
                var client = new SmtpClient();
                client.{|#0:Connect|}("a.contoso.com", 25);
                client.{|#1:Connect|}("b.contoso.com", 25);
                client.{|#2:Send|}(message);
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("to", "a.contoso.com"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(1).WithProperty("to", "b.contoso.com"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(2).WithProperty("endpoint", "smtp://b.contoso.com:25"));

    [Fact]
    public Task ImapFolder_IsOneOfTheConnectedClients() => _test.WithProperty("protocol", "imap").WithProperty("endpoint", "imap://imap.contoso.com:993").Reports("""
        using MailKit;
        using MailKit.Net.Imap;
        using MailKit.Search;
        class C
        {
            async Task M()
            {
                using var client = new ImapClient();
                await client.[|ConnectAsync|]("imap.contoso.com", 993, true);
                var inbox = client.Inbox!;
                await inbox.[|OpenAsync|](FolderAccess.ReadOnly);
                var found = await inbox.[|SearchAsync|](SearchQuery.All);
            }
        }
        """);

    [Fact]
    public Task Pop3Client_SaysItsProtocol() => _test.WithProperty("protocol", "pop3").WithProperty("endpoint", "pop3://pop.contoso.com:995").Reports("""
        using MailKit.Net.Pop3;
        class C
        {
            void M()
            {
                using var client = new Pop3Client();
                client.[|Connect|]("pop.contoso.com", 995, true);
                var message = client.[|GetMessage|](0);
            }
        }
        """);

    [Fact]
    public Task MailKitClient_OfAnUnknownHost_IsUnknown() => _test.Reports("""
        using MailKit.Net.Smtp;
        using MimeKit;
        public class C
        {
            public void M(ISmtpClient client, MimeMessage message) => client.{|P2P1010:Send|}(message);
        }
        """);

    [Fact]
    public Task MimeMessagesAndAFakeClient_AreQuiet() => _test.IsQuiet("""
        using MailKit.Net.Smtp;
        using MimeKit;
        interface IMailer { Task SendAsync(MimeMessage message); }
        class FakeMailer : IMailer { public Task SendAsync(MimeMessage message) => Task.CompletedTask; }
        class C
        {
            async Task<object> M(SmtpCommandException problem)
            {
                var message = new MimeMessage();
                message.To.Add(MailboxAddress.Parse("a@contoso.com"));
                message.Body = new BodyBuilder { TextBody = "x" }.ToMessageBody();
                await new FakeMailer().SendAsync(message);
                return nameof(SmtpClient.Send) + typeof(SmtpClient) + problem.StatusCode;
            }
        }
        """);

    [Fact]
    public Task OwnClassThatOverridesTheClientsSending_IsInTheProcess() => _test.IsQuiet("""
        using System.Threading;
        using MailKit;
        using MailKit.Net.Smtp;
        using MimeKit;
        class FakeSmtp : SmtpClient
        {
            public List<MimeMessage> Sent { get; } = [];
            public override Task<string> SendAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
            {
                Sent.Add(message);
                return Task.FromResult("ok");
            }
        }
        class C
        {
            async Task M(FormatOptions options, MimeMessage message)
            {
                var smtp = new FakeSmtp();
                await smtp.SendAsync(options, message);
            }
        }
        """);

    [Fact]
    public Task MailThatIsPutIntoADirectory_IsNoCall() => _test.IsQuiet("""
        using System.Net.Mail;
        class C
        {
            void Initialised(MailMessage message)
            {
                using var smtp = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = "mails" };
                smtp.Send(message);
            }

            void Assigned(MailMessage message)
            {
                using var smtp = new SmtpClient();
                smtp.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
                smtp.PickupDirectoryLocation = "mails";
                smtp.Send(message);
            }
        }
        """);

    [Fact]
    public Task MailThatOnlyDevelopmentPutsIntoADirectory_IsACall() => _test.Reports("""
        using System.Net.Mail;
        class C
        {
            void M(MailMessage message, bool development)
            {
                using var smtp = new {|P2P1003:SmtpClient|}("mail.contoso.com", 25);
                if (development)
                {
                    smtp.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
                }

                smtp.[|Send|](message);
            }
        }
        """);

    [Fact]
    public Task OwnClassThatTheContainerHandsOut_IsInTheProcess() => _test.IsQuiet("""
        using System.Threading;
        using MailKit;
        using MailKit.Net.Smtp;
        using Microsoft.Extensions.DependencyInjection;
        using MimeKit;
        class FakeSmtp : SmtpClient
        {
            public override Task<string> SendAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null) => Task.FromResult("ok");
        }
        static class Setup
        {
            static void Register(IServiceCollection services) => services.AddSingleton<ISmtpClient, FakeSmtp>();
        }
        class C(ISmtpClient smtp)
        {
            async Task M(FormatOptions options, MimeMessage message) => await smtp.SendAsync(options, message);
        }
        """);

    [Fact]
    public Task OwnClassThatAddsToTheClientsSending_IsACall() => _test.Reports("""
        using System.Threading;
        using MailKit;
        using MailKit.Net.Smtp;
        using MimeKit;
        class LoggingSmtp : SmtpClient
        {
            public override async Task<string> SendAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
            {
                Console.WriteLine(message.Subject);
                return await base.SendAsync(options, message, cancellationToken, progress);
            }
        }
        class C
        {
            async Task M(FormatOptions options, MimeMessage message)
            {
                var smtp = new LoggingSmtp();
                await smtp.[|ConnectAsync|]("mail.contoso.com", 587);
                await smtp.[|SendAsync|](options, message);
            }
        }
        """);

    [Fact]
    public Task PortThatIsSetBesideTheHost_IsPartOfTheAddress() => _test.WithProperty("endpoint", "smtp://mail.contoso.com:587").Reports("""
        using System.Net.Mail;
        class C
        {
            void Assigned(MailMessage message)
            {
                using var smtp = new SmtpClient();
                smtp.{|P2P1003:Host|} = "mail.contoso.com";
                smtp.Port = 587;
                smtp.[|Send|](message);
            }

            void Initialised(MailMessage message)
            {
                using var smtp = new SmtpClient { {|P2P1003:Host|} = "mail.contoso.com", Port = 587 };
                smtp.[|Send|](message);
            }
        }
        """);
}
