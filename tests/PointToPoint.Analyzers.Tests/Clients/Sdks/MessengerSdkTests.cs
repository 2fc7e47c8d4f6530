namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs by which messages are sent, and that can't be restored.</summary>
public sealed class MessengerSdkTests
{
    internal const string Sdks = """
        namespace dotAPNS
        {
            public class ApnsJwtOptions { } public class ApnsResponse { public bool IsSuccessful { get; } } public class ApplePush { public ApplePush AddAlert(string body) => this; public ApplePush SendToDevelopmentServer() => this; }
            public interface IApnsClient { Task<ApnsResponse> SendAsync(ApplePush push, CancellationToken ct = default); }
            public class ApnsClient : IApnsClient { public static ApnsClient CreateUsingJwt(HttpClient http, ApnsJwtOptions options) => null; public static ApnsClient CreateUsingCert(string pathToCert) => null; public ApnsClient UseSandbox() => this; public Task<ApnsResponse> SendAsync(ApplePush push, CancellationToken ct = default) => null; }
        }
        namespace dotAPNS.AspNetCore { public interface IApnsService { Task<ApnsResponse> SendPush(ApplePush push, ApnsJwtOptions options, bool useSandbox = false, CancellationToken cancellationToken = default); } public class ApnsService : IApnsService { public Task<ApnsResponse> SendPush(ApplePush push, ApnsJwtOptions options, bool useSandbox = false, CancellationToken cancellationToken = default) => null; } }
        namespace SlackNet.WebApi { public class Message { public string Channel { get; set; } public string Text { get; set; } } public interface IChatApi { Task<object> PostMessage(Message message, CancellationToken cancellationToken = default); } }
        namespace SlackNet
        {
            public interface ISlackApiClient { WebApi.IChatApi Chat { get; } Task PostToWebhook(string webhookUrl, WebApi.Message message, CancellationToken cancellationToken = default); ISlackApiClient WithAccessToken(string accessToken); }
            public class SlackApiClient : ISlackApiClient { public SlackApiClient(string token) { } public WebApi.IChatApi Chat { get; } public Task PostToWebhook(string webhookUrl, WebApi.Message message, CancellationToken cancellationToken = default) => null; public ISlackApiClient WithAccessToken(string accessToken) => this; }
            public class SlackException : Exception { }
        }
        namespace SlackNet.Extensions.DependencyInjection { public static class ServiceCollectionExtensions { public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddSlackNet(this Microsoft.Extensions.DependencyInjection.IServiceCollection serviceCollection, Action<object> configure = null) => serviceCollection; } }
        namespace Slack.Webhooks
        {
            public class SlackMessage { public string Text { get; set; } }
            public interface ISlackClient { bool Post(SlackMessage slackMessage); Task<bool> PostAsync(SlackMessage slackMessage); }
            public class SlackClient : ISlackClient { public SlackClient(string webhookUrl, int timeout = 100, HttpClient httpClient = null) { } public virtual bool Post(SlackMessage slackMessage) => true; public Task<bool> PostAsync(SlackMessage slackMessage) => null; }
        }
        namespace Microsoft.Bot.Connector.Authentication { public class MicrosoftAppCredentials { public MicrosoftAppCredentials(string appId, string password) { } public Task<string> GetTokenAsync(bool forceRefresh = false) => null; } }
        namespace Microsoft.Bot.Connector
        {
            public interface IConversations { Task<object> CreateConversationWithHttpMessagesAsync(object parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default); }
            public static class ConversationsExtensions { public static Task<object> SendToConversationAsync(this IConversations operations, string conversationId, object activity, CancellationToken cancellationToken = default) => null; }
            public interface IConnectorClient : IDisposable { IConversations Conversations { get; } }
            public class ConnectorClient : IConnectorClient { public ConnectorClient(Uri baseUri, Authentication.MicrosoftAppCredentials credentials, params System.Net.Http.DelegatingHandler[] handlers) { } public IConversations Conversations { get; } public void Dispose() { } }
        }
        namespace Microsoft.Bot.Builder { public interface ITurnContext { } }
        namespace Microsoft.Bot.Builder.Teams { public static class TeamsInfo { public static Task<object> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) => null; } }
        namespace Vonage.Request { public class Credentials { public static Credentials FromApiKeyAndSecret(string apiKey, string apiSecret) => null; } }
        namespace Vonage.Messaging { public class SendSmsRequest { public string To { get; set; } } public interface ISmsClient { Task<object> SendAnSmsAsync(SendSmsRequest request, Request.Credentials creds = null); } }
        namespace Vonage { public class VonageClient { public VonageClient(Request.Credentials credentials) { } public Messaging.ISmsClient SmsClient { get; } } }
        namespace Vonage.Extensions { public static class ServiceCollectionExtensions { public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddVonageClientScoped(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, Request.Credentials credentials) => services; } }
        namespace NHS.MESH.Client.Contracts.Services { public interface IMeshOutboxService { Task<object> SendUnCompressedMessageAsync(string fromMailboxId, string toMailboxId, string workflowId, byte[] content); } }
        namespace StreamChat.Models { public class UserRequest { public string Id { get; set; } } public class ChannelGetRequest { } }
        namespace StreamChat.Clients
        {
            public interface IUserClient { Task<object> UpsertManyAsync(IEnumerable<StreamChat.Models.UserRequest> users); string CreateToken(string userId); }
            public interface IChannelClient { Task<object> GetOrCreateAsync(string channelType, string channelId, StreamChat.Models.ChannelGetRequest channelRequest); }
            public interface IStreamClientFactory { IUserClient GetUserClient(); IChannelClient GetChannelClient(); }
            public class StreamClientFactory : IStreamClientFactory { public StreamClientFactory(string apiKey, string apiSecret) { } public IUserClient GetUserClient() => null; public IChannelClient GetChannelClient() => null; }
        }
        namespace Novu { public class NovuClientConfiguration { public string Url { get; set; } public string ApiKey { get; set; } } public class NovuClient { public NovuClient(NovuClientConfiguration configuration) { } public Interfaces.ISubscriberClient Subscriber { get; } } }
        namespace Novu.DTO { public class EventCreateData { public string EventName { get; set; } } }
        namespace Novu.Interfaces { public interface IEventClient { Task<object> Trigger(DTO.EventCreateData dto); } public interface ISubscriberClient { Task<object> Get(); } }
        namespace Novu.Extensions { public static class IocNovuRegistrationExtensions { public static Microsoft.Extensions.DependencyInjection.IServiceCollection RegisterNovuClients(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, object configuration) => services; } }
        namespace FirebaseAdmin { public sealed class FirebaseApp { public static FirebaseApp Create() => null; } }
        namespace FirebaseAdmin.Messaging { public sealed class Message { public string Token { get; set; } } public sealed class FirebaseMessaging { public static FirebaseMessaging DefaultInstance { get; } public Task<string> SendAsync(Message message) => null; } }
        namespace FirebaseAdmin.Auth { public sealed class FirebaseAuth { public static FirebaseAuth DefaultInstance { get; } public Task<string> CreateCustomTokenAsync(string uid) => null; public Task<object> GetUserAsync(string uid) => null; } }
        """;

    [Fact]
    public Task Messengers_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Bot.Connector;
        using SlackNet.Extensions.DependencyInjection;
        class Startup { void M(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services.AddSlackNet(_ => { }); } // wires Slack
        class Caller(SlackNet.ISlackApiClient injected)
        {
            async Task Slack()
            {
                var slack = new SlackNet.SlackApiClient("token"); // wires Slack
                await slack.Chat.PostMessage(new SlackNet.WebApi.Message { Channel = "#general", Text = "x" }); // calls Slack
                await injected.WithAccessToken("other").PostToWebhook("https://hooks.slack.com/services/1", new()); // calls Slack
                var hook = new Slack.Webhooks.SlackClient("https://hooks.slack.com/services/1"); // wires Slack at https://hooks.slack.com/services/1
                await hook.PostAsync(new() { Text = "x" }); // calls Slack
                hook.Post(new()); // calls Slack
            }
            async Task Teams(Microsoft.Bot.Builder.ITurnContext turn)
            {
                var client = new ConnectorClient(new Uri("https://smba.trafficmanager.net/emea/"), new("id", "word")); // wires Microsoft Teams at https://smba.trafficmanager.net/emea/
                await client.Conversations.SendToConversationAsync("1", new()); // calls Microsoft Teams
                await Microsoft.Bot.Builder.Teams.TeamsInfo.GetTeamDetailsAsync(turn); // calls Microsoft Teams
            }
            async Task Notices(Novu.Interfaces.IEventClient events, Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            {
                Novu.Extensions.IocNovuRegistrationExtensions.RegisterNovuClients(services, null); // wires Novu
                await events.Trigger(new Novu.DTO.EventCreateData { EventName = "x" }); // calls Novu
                var own = new Novu.NovuClient(new() { ApiKey = "key" }); // wires Novu
                await own.Subscriber.Get(); // calls Novu
            }
            async Task Chat(StreamChat.Clients.IStreamClientFactory streams)
            {
                var users = streams.GetUserClient();
                var token = users.CreateToken("1");
                await users.UpsertManyAsync([new StreamChat.Models.UserRequest { Id = "1" }]); // calls Stream
                var own = new StreamChat.Clients.StreamClientFactory("key", "secret"); // wires Stream
                await own.GetChannelClient().GetOrCreateAsync("messaging", "1", new()); // calls Stream
            }
            async Task Apple(dotAPNS.AspNetCore.IApnsService apns)
            {
                var push = new dotAPNS.ApplePush().AddAlert("x").SendToDevelopmentServer();
                await apns.SendPush(push, new()); // calls Apple Push Notification service
                var client = dotAPNS.ApnsClient.CreateUsingJwt(new(), new()); // wires Apple Push Notification service
                await client.UseSandbox().SendAsync(push); // calls Apple Push Notification service
            }
            async Task Others(NHS.MESH.Client.Contracts.Services.IMeshOutboxService mesh)
            {
                await mesh.SendUnCompressedMessageAsync("a", "b", "c", []); // calls NHS MESH
                var vonage = new Vonage.VonageClient(Vonage.Request.Credentials.FromApiKeyAndSecret("key", "secret")); // wires Vonage
                await vonage.SmsClient.SendAnSmsAsync(new() { To = "+1" }); // calls Vonage
                FirebaseAdmin.FirebaseApp.Create(); // wires Firebase
                await FirebaseAdmin.Messaging.FirebaseMessaging.DefaultInstance.SendAsync(new() { Token = "x" }); // calls Firebase
                await FirebaseAdmin.Auth.FirebaseAuth.DefaultInstance.GetUserAsync("1"); // calls Firebase
            }
        }
        """);

    [Fact]
    public Task Messages_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            async Task<object> M(SlackNet.ISlackApiClient slack, Microsoft.Bot.Connector.Authentication.MicrosoftAppCredentials credentials)
            {
                slack.WithAccessToken("other");
                try { return await FirebaseAdmin.Auth.FirebaseAuth.DefaultInstance.CreateCustomTokenAsync("1") + await credentials.GetTokenAsync() + new SlackNet.WebApi.Message { Text = "x" }.Text; }
                catch (SlackNet.SlackException) { return nameof(Slack.Webhooks.ISlackClient.Post) + typeof(Vonage.VonageClient); }
            }
        }
        class FakeSlack : Slack.Webhooks.ISlackClient { public bool Post(Slack.Webhooks.SlackMessage slackMessage) => true; public Task<bool> PostAsync(Slack.Webhooks.SlackMessage slackMessage) => Task.FromResult(Post(slackMessage)); }
        class Real { void M(Slack.Webhooks.ISlackClient slack) => slack.Post(new()); } // calls Slack
        """);
}
