namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that send campaigns and mail.</summary>
public sealed class MarketingSdkTests
{
    internal const string Sdks = """
        namespace MailChimp.Net.Models { public class Member { public string EmailAddress { get; set; } } }
        namespace MailChimp.Net.Interfaces
        {
            using MailChimp.Net.Models;
            public interface IMemberLogic { Task<Member> AddOrUpdateAsync(string listId, Member member, object marketingPermissions = null, CancellationToken cancellationToken = default); Task<int> GetTotalItems(string listId, object status, CancellationToken cancellationToken = default); }
            public interface IMailChimpManager { IMemberLogic Members { get; } IMailChimpManager Configure(Action<object> options); }
        }
        namespace MailChimp.Net
        {
            using MailChimp.Net.Interfaces;
            public class MailChimpManager : IMailChimpManager { public MailChimpManager(string apiKey) { } public IMemberLogic Members { get; } public IMailChimpManager Configure(Action<object> options) => this; }
            public static class ServiceCollectionExtensions { public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddMailChimpClient(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string apiKey) => services; }
            public static class HttpContentExtensions { public static Task<T> ReadAsAsync<T>(this HttpContent content) => null; }
        }
        namespace Mandrill.Model { public class MandrillMessage { public string Subject { get; set; } public void AddTo(string email) { } } }
        namespace Mandrill
        {
            using Mandrill.Model;
            public interface IMandrillMessagesApi { Task<IList<object>> SendAsync(MandrillMessage message, bool async = false, string ipPool = null, DateTime? sendAtUtc = null); }
            public interface IMandrillApi { IMandrillMessagesApi Messages { get; } }
            public class MandrillApi : IMandrillApi { public MandrillApi(string apiKey) { } public IMandrillMessagesApi Messages { get; } }
        }
        namespace brevo_csharp.Model { public class SendSmtpEmail { public string Subject { get; set; } public string ToJson() => ""; } public class CreateSmtpEmail { } }
        namespace brevo_csharp.Client { public class Configuration { public virtual string BasePath { get; set; } public IDictionary<string, string> ApiKey { get; set; } } public class ApiException : Exception { } }
        namespace brevo_csharp.Api
        {
            using brevo_csharp.Model;
            public interface ITransactionalEmailsApi { CreateSmtpEmail SendTransacEmail(SendSmtpEmail sendSmtpEmail); Task<CreateSmtpEmail> SendTransacEmailAsync(SendSmtpEmail sendSmtpEmail); }
            public class TransactionalEmailsApi : ITransactionalEmailsApi
            {
                public TransactionalEmailsApi(string basePath) { }
                public TransactionalEmailsApi(brevo_csharp.Client.Configuration configuration = null) { }
                public string GetBasePath() => "";
                public CreateSmtpEmail SendTransacEmail(SendSmtpEmail sendSmtpEmail) => null;
                public Task<CreateSmtpEmail> SendTransacEmailAsync(SendSmtpEmail sendSmtpEmail) => null;
            }
        }
        namespace FluentEmail.Core.Models { public class SendResponse { public bool Successful { get; } } }
        namespace FluentEmail.Core
        {
            using FluentEmail.Core.Models;
            public interface IFluentEmail { IFluentEmail To(string emailAddress); IFluentEmail Subject(string subject); Task<SendResponse> SendAsync(CancellationToken? token = null); SendResponse Send(CancellationToken? token = null); }
        }
        namespace FluentEmail.Core.Interfaces { using FluentEmail.Core.Models; public interface ISender { SendResponse Send(IFluentEmail email, CancellationToken? token = null); Task<SendResponse> SendAsync(IFluentEmail email, CancellationToken? token = null); } }
        namespace FluentEmail.SendGrid { using FluentEmail.Core; using FluentEmail.Core.Models; public class SendGridSender : FluentEmail.Core.Interfaces.ISender { public SendGridSender(string apiKey, bool sandBoxMode = false) { } public SendResponse Send(IFluentEmail email, CancellationToken? token = null) => null; public Task<SendResponse> SendAsync(IFluentEmail email, CancellationToken? token = null) => null; } }
        namespace FluentEmail.MailKitSmtp { public class SmtpClientOptions { public string Server { get; set; } public int Port { get; set; } } }
        namespace FluentEmail.Mailgun
        {
            using FluentEmail.Core;
            using FluentEmail.Core.Models;
            public enum MailGunRegion { USA, EU }
            public class MailgunSender : FluentEmail.Core.Interfaces.ISender { public MailgunSender(string domainName, string apiKey, MailGunRegion mailGunRegion = MailGunRegion.USA) { } public SendResponse Send(IFluentEmail email, CancellationToken? token = null) => null; public Task<SendResponse> SendAsync(IFluentEmail email, CancellationToken? token = null) => null; }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public class FluentEmailServicesBuilder { }
            public static class FluentEmailServiceCollectionExtensions { public static FluentEmailServicesBuilder AddFluentEmail(this IServiceCollection services, string defaultFromEmail, string defaultFromName = "") => null; }
            public static class FluentEmailSmtpBuilderExtensions { public static FluentEmailServicesBuilder AddSmtpSender(this FluentEmailServicesBuilder builder, string host, int port) => builder; public static FluentEmailServicesBuilder AddSmtpSender(this FluentEmailServicesBuilder builder, System.Net.Mail.SmtpClient smtpClient) => builder; }
            public static class FluentEmailMailKitBuilderExtensions { public static FluentEmailServicesBuilder AddMailKitSender(this FluentEmailServicesBuilder builder, FluentEmail.MailKitSmtp.SmtpClientOptions smtpClientOptions) => builder; }
            public static class FluentEmailSendGridBuilderExtensions { public static FluentEmailServicesBuilder AddSendGridSender(this FluentEmailServicesBuilder builder, string apiKey, bool sandBoxMode = false) => builder; }
            public static class FluentEmailMailgunBuilderExtensions { public static FluentEmailServicesBuilder AddMailGunSender(this FluentEmailServicesBuilder builder, string domainName, string apiKey, FluentEmail.Mailgun.MailGunRegion mailGunRegion = FluentEmail.Mailgun.MailGunRegion.USA) => builder; }
        }
        namespace PostmarkDotNet
        {
            public class PostmarkMessage { public string Subject { get; set; } public void AddAttachment(byte[] content, string name) { } }
            public class PostmarkResponse { }
            public class PostmarkClient { public PostmarkClient(string serverToken, string apiBaseUri = "https://api.postmarkapp.com", int requestTimeoutInSeconds = 30) { } public Task<PostmarkResponse> SendMessageAsync(PostmarkMessage message) => null; }
        }
        namespace Mailjet.Client
        {
            public class MailjetRequest { public object Resource { get; set; } public MailjetRequest Property(string name, object value) => this; }
            public class MailjetResponse { }
            public interface IMailjetClient { Task<MailjetResponse> PostAsync(MailjetRequest request); }
            public class MailjetClient : IMailjetClient { public MailjetClient(string apiKey, string apiSecret, HttpMessageHandler httpMessageHandler = null) { } public Task<MailjetResponse> PostAsync(MailjetRequest request) => null; public void UseBasicAuthentication(string apiKey, string apiSecret) { } }
        }
        """;

    [Theory]
    [InlineData("AddSmtpSender(\"mail.contoso.com\", 587)", "mail.contoso.com at smtp://mail.contoso.com:587")]
    [InlineData("AddSmtpSender(new System.Net.Mail.SmtpClient(\"mail.contoso.com\"))", "mail.contoso.com at smtp://mail.contoso.com")]
    [InlineData("AddMailKitSender(new() { Server = \"mail.contoso.com\", Port = 587 })", "mail.contoso.com at smtp://mail.contoso.com:587")]
    [InlineData("AddSendGridSender(\"key\")", "SendGrid")]
    public Task SenderOfFluentEmail_SaysWhereMailGoes(string sender, string where) => VendorCode.IsAsItSays(Sdks, $$"""
        using Microsoft.Extensions.DependencyInjection;
        class Startup { void M(IServiceCollection services) => services.AddFluentEmail("from@contoso.com").{{sender}}; } // wires {{where}}
        class Mails(FluentEmail.Core.IFluentEmail email) { Task M() => email.To("a@contoso.com").SendAsync(); } // calls {{where.Split(' ')[0]}}
        """);

    [Fact]
    public Task Mailers_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Extensions.DependencyInjection;
        using MailChimp.Net;
        class Startup
        {
            void M(IServiceCollection services)
            {
                services.AddMailChimpClient("key-us1"); // wires Mailchimp
                services.AddFluentEmail("from@contoso.com").AddMailGunSender("mg.contoso.com", "key"); // wires Mailgun
            }
        }
        class Chimp(MailChimp.Net.Interfaces.IMailChimpManager injected)
        {
            async Task M()
            {
                var manager = new MailChimpManager("key-us1"); // wires Mailchimp
                manager.Configure(_ => { });
                await manager.Members.AddOrUpdateAsync("list", new MailChimp.Net.Models.Member { EmailAddress = "a@contoso.com" }); // calls Mailchimp
                await injected.Members.GetTotalItems("list", null); // calls Mailchimp
                var mandrill = new Mandrill.MandrillApi("key"); // wires Mailchimp
                var message = new Mandrill.Model.MandrillMessage { Subject = "x" };
                message.AddTo("a@contoso.com");
                await mandrill.Messages.SendAsync(message); // calls Mailchimp
            }
        }
        class Brevo
        {
            async Task M()
            {
                var api = new brevo_csharp.Api.TransactionalEmailsApi(new brevo_csharp.Client.Configuration { BasePath = "https://api.brevo.com/v3" }); // wires Brevo at https://api.brevo.com/v3
                await api.SendTransacEmailAsync(new()); // calls Brevo
                api.SendTransacEmail(new()); // calls Brevo
                api.GetBasePath();
            }
        }
        class Fluent(FluentEmail.Core.IFluentEmail email)
        {
            async Task M()
            {
                await email.To("a@contoso.com").Subject("x").SendAsync(); // calls Mailgun
                await email.SendAsync(); // calls Mailgun
                var sender = new FluentEmail.Mailgun.MailgunSender("mg.contoso.com", "key"); // wires Mailgun
                await sender.SendAsync(email); // calls Mailgun
            }
        }
        class Others
        {
            async Task M()
            {
                var postmark = new PostmarkDotNet.PostmarkClient("token"); // wires Postmark
                await postmark.SendMessageAsync(new() { Subject = "x" }); // calls Postmark
                var mailjet = new Mailjet.Client.MailjetClient("key", "secret"); // wires Mailjet
                await mailjet.PostAsync(new Mailjet.Client.MailjetRequest().Property("Subject", "x")); // calls Mailjet
            }
        }
        """);

    [Fact]
    public Task Messages_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using MailChimp.Net;
        class Quiet
        {
            async Task<object> M(HttpResponseMessage response, FluentEmail.Core.IFluentEmail email)
            {
                new PostmarkDotNet.PostmarkMessage().AddAttachment([], "x");
                email.To("a@contoso.com").Subject("x");
                try { return await response.Content.ReadAsAsync<string>() + new brevo_csharp.Model.SendSmtpEmail { Subject = "x" }.ToJson(); }
                catch (brevo_csharp.Client.ApiException) { return nameof(Mandrill.IMandrillMessagesApi.SendAsync) + typeof(Mailjet.Client.MailjetClient); }
            }
        }
        class FakeMailjet : Mailjet.Client.IMailjetClient { public Task<Mailjet.Client.MailjetResponse> PostAsync(Mailjet.Client.MailjetRequest request) => Task.FromResult(new Mailjet.Client.MailjetResponse()); }
        class Real { Task M(Mailjet.Client.IMailjetClient mailjet) => mailjet.PostAsync(new()); } // calls Mailjet
        """);
}
