using MailKit.Net.Smtp;

using MimeKit;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Mail servers that only a database or a page of settings knows: the property they stand in names them.</summary>
public sealed class MailSettingsTests
{
    private const string Account = """
        using MailKit.Net.Smtp;
        using MimeKit;
        public class EmailAccount { public string Host { get; set; } = ""; public int Port { get; set; } }
        public interface IStore { Task<EmailAccount> Load(int id); }

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(SmtpClient).Assembly).With(typeof(MimeMessage).Assembly));

    [Fact]
    public Task ServerOfASettingsTable_IsNamedByItsProperty() => _test
        .WithProperty("endpoint", "config:SmtpConfigDto:Host").WithProperty("protocol", "smtp")
        .Reports("""
            using MailKit.Net.Smtp;
            using MimeKit;
            class SmtpConfigDto { public string Host { get; set; } = ""; public int Port { get; set; } }
            class ServerSettingDto { public SmtpConfigDto SmtpConfig { get; set; } = new(); }
            interface ISettingsRepository { Task<ServerSettingDto> GetSettingsDtoAsync(); }
            class C(ISettingsRepository settings)
            {
                async Task M(MimeMessage message)
                {
                    var smtp = (await settings.GetSettingsDtoAsync()).SmtpConfig;
                    using var client = new SmtpClient();
                    await client.[|ConnectAsync|](smtp.Host, smtp.Port, true);
                    await client.[|SendAsync|](message);
                }
            }
            """);

    [Fact]
    public Task ServerOfAnEntity_SaysByWhichPropertyItIsKnown() => _test
        .WithProperty("endpoint", "config:EmailAccount:Host").WithProperty("provenance", "ConnectAsync ← property EmailAccount.Host")
        .Reports(Account + """
            class C(IStore store)
            {
                async Task M(MimeMessage message)
                {
                    var account = await store.Load(1);
                    using var client = new SmtpClient();
                    await client.[|ConnectAsync|](account.Host, account.Port, true);
                }
            }
            """);

    [Theory]
    [InlineData("MailServerEntity", "Host")]
    [InlineData("Pop3Box", "Server")]
    [InlineData("StoreSettings", "Host")]
    [InlineData("NotificationOptionsDto", "Server")]
    [InlineData("DeliveryAccount", "Host")]
    [InlineData("Tenant", "SmtpHost")]
    [InlineData("Tenant", "MailServer")]
    public Task SettingsOfMail_AreKnownByTheirNames(string type, string property) => _test.WithProperty("endpoint", $"config:{type}:{property}").Reports($$"""
        using MailKit.Net.Smtp;
        class {{type}} { public string {{property}} { get; set; } = ""; }
        interface IStore { {{type}} Load(int id); }
        class C(IStore store) { Task M(SmtpClient client) => client.[|ConnectAsync|](store.Load(1).{{property}}, 25, true); }
        """);

    [Theory]
    [InlineData("Customer", "Host")]
    [InlineData("Tenant", "Name")]
    [InlineData("SmtpTestRequest", "Host")]
    [InlineData("User", "EmailAddress")]
    public Task OtherData_StaysUnknown(string type, string property) => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        using MailKit.Net.Smtp;
        class {{type}} { public string {{property}} { get; set; } = ""; }
        interface IStore { {{type}} Load(int id); }
        class C(IStore store) { Task M(SmtpClient client) => client.[|ConnectAsync|](store.Load(1).{{property}}, 25, true); }
        """);

    [Fact]
    public Task HostThatAPublicMethodIsGiven_StaysUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using MailKit.Net.Smtp;
        public class SmtpSettings { public string Host { get; set; } = ""; }
        public class C
        {
            public Task M(SmtpClient client, string host)
            {
                var settings = new SmtpSettings { Host = host };
                return client.[|ConnectAsync|](settings.Host, 25, true);
            }
        }
        """);

    [Fact]
    public Task ServerThatOtherLibrariesAreGiven_IsNoMailServer() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class EmailAccount { public string Host { get; set; } = ""; }
        interface IStore { EmailAccount Load(int id); }
        class C(IStore store, HttpClient http) { Task M() => http.[|GetAsync|](store.Load(1).Host); }
        """);

    [Fact]
    public Task ClientThatIsMadeOfSettings_IsWiredToThem() => _test.WithProperty("endpoint", "config:EmailAccount:Host").Reports("""
        using System.Net.Mail;
        class EmailAccount { public string Host { get; set; } = ""; public int Port { get; set; } }
        interface IStore { EmailAccount Load(int id); }
        class C(IStore store)
        {
            void Made(MailMessage message)
            {
                var account = store.Load(1);
                using var client = new {|P2P1003:SmtpClient|}(account.Host, account.Port);
                client.[|Send|](message);
            }

            void Set(MailMessage message)
            {
                var account = store.Load(1);
                using var client = new SmtpClient { {|P2P1003:Host|} = account.Host };
                client.[|Send|](message);
            }
        }
        """);

    [Fact]
    public Task ServerThatTheCodeNames_Counts() => _test.WithProperty("endpoint", "smtp://mail.contoso.com:25").Reports(Account + """
        class C
        {
            Task M(SmtpClient client)
            {
                var account = new EmailAccount { Host = "mail.contoso.com", Port = 25 };
                return client.[|ConnectAsync|](account.Host, account.Port, true);
            }
        }
        """);

    [Fact]
    public Task SettingsThatNobodyHandsOver_AreThoseOfTheMethod() => _test.WithProperty("endpoint", "config:EmailAccount:Host").Reports(Account + """
        public class Sender
        {
            public async Task Send(EmailAccount account, MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.[|ConnectAsync|](account.Host, account.Port, true);
                await client.[|SendAsync|](message);
            }
        }
        """);

    [Fact]
    public Task SettingsThatCallersReadFromADatabase_AreToldOnceAtTheSend() => _test.WithProperty("endpoint", "config:EmailAccount:Host").Reports(Account + """
        public interface ISender { Task Send(EmailAccount account, MimeMessage message); }
        public class Sender : ISender
        {
            public async Task Send(EmailAccount account, MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.[|ConnectAsync|](account.Host, account.Port, true);
                await client.[|SendAsync|](message);
            }
        }
        public class Mapping { public EmailAccount Map(EmailAccount other) => new() { Host = other.Host, Port = other.Port }; }
        public class A(ISender sender, IStore store) { public async Task M(MimeMessage message) => await sender.Send(await store.Load(1), message); }
        public class B(ISender sender, IStore store)
        {
            public async Task M(MimeMessage message)
            {
                var account = await store.Load(2);
                await Through(account, message);
            }

            private Task Through(EmailAccount account, MimeMessage message) => sender.Send(account, message);
        }
        """);

    [Fact]
    public Task SettingsThatTheManifestGivesToASystem_AreThatSystemsAtTheSend() => _test
        .WithManifest("""{ "systems": { "Mail": { "endpoints": ["config:EmailAccount:Host"] } } }""")
        .WithProperty("to", "Mail")
        .Reports(Account + """
            public class Sender
            {
                public Task Send(EmailAccount account, SmtpClient client) => client.[|ConnectAsync|](account.Host, account.Port, true);
            }
            public class A(Sender sender, IStore store, SmtpClient client) { public async Task M() => await sender.Send(await store.Load(1), client); }
            """);

    [Fact]
    public Task SettingsThatACallerMakesOfWhatItIsGiven_AreThoseOfTheSend() => _test.WithProperty("endpoint", "config:EmailAccount:Host").Reports(Account + """
        public class TestRequest { public string Host { get; set; } = ""; }
        public class Sender
        {
            public Task Send(EmailAccount account, SmtpClient client) => client.[|ConnectAsync|](account.Host, account.Port, true);
        }
        public class A(Sender sender, SmtpClient client) { public Task M(TestRequest request) => sender.Send(new EmailAccount { Host = request.Host, Port = 25 }, client); }
        """);

    [Fact]
    public Task CallersWhoNameTheServer_AreToldBesideTheSend() => _test.Reports(Account + """
        public class Sender
        {
            public Task Send(EmailAccount account, SmtpClient client) => client.{|#0:ConnectAsync|}(account.Host, 25, true);
        }
        public class A(Sender sender, IStore store, SmtpClient client) { public async Task M() => await sender.Send(await store.Load(1), client); }
        public class B(Sender sender, SmtpClient client) { public Task M() => sender.{|#1:Send|}(new EmailAccount { Host = "mail.contoso.com" }, client); }
        """,
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("endpoint", "config:EmailAccount:Host"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(1).WithProperty("endpoint", "smtp://mail.contoso.com:25"));

    [Fact]
    public Task CallersWhoAllNameTheServer_AreToldInTheSendsStead() => _test.Reports(Account + """
        public class Sender
        {
            public Task Send(EmailAccount account, SmtpClient client) => client.ConnectAsync(account.Host, account.Port, true);
        }
        public class A(Sender sender, SmtpClient client) { public Task M() => sender.{|#0:Send|}(new EmailAccount { Host = "a.contoso.com", Port = 25 }, client); }
        public class B(Sender sender, SmtpClient client) { public Task M() => sender.{|#1:Send|}(new EmailAccount { Host = "b.contoso.com", Port = 587 }, client); }
        """,
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("endpoint", "smtp://a.contoso.com:25"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(1).WithProperty("endpoint", "smtp://b.contoso.com:587"));

    [Fact]
    public Task ClientThatIsMadeOfHandedSettings_IsWiredWhereItIsMade() => _test.WithProperty("endpoint", "config:EmailAccount:Host").Reports("""
        using System.Net.Mail;
        public class EmailAccount { public string Host { get; set; } = ""; }
        public interface IStore { EmailAccount Load(int id); }
        public class Sender
        {
            public void Send(EmailAccount account, MailMessage message)
            {
                using var client = new {|P2P1003:SmtpClient|}(account.Host);
                client.[|Send|](message);
            }
        }
        public class A(Sender sender, IStore store) { public void M(MailMessage message) => sender.Send(store.Load(1), message); }
        public class B(Sender sender, IStore store) { public void M(MailMessage message) => sender.Send(store.Load(2), message); }
        """);
}
