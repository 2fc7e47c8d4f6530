namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Social media, music and notices, by SDKs that can't be restored.</summary>
public sealed class SocialSdkTests
{
    internal const string Sdks = """
        namespace Discord
        {
            public enum TokenType { Bot } public class Embed { } public class EmbedBuilder { public EmbedBuilder WithTitle(string title) => this; public Embed Build() => null; } public class MessageProperties { }
            public interface IMessage { } public interface IUserMessage : IMessage { Task ModifyAsync(Action<MessageProperties> func, object options = null); Task AddReactionAsync(object emote, object options = null); }
            public interface IMessageChannel { Task<IUserMessage> SendMessageAsync(string text = null, bool isTTS = false, Embed embed = null); IAsyncEnumerable<IReadOnlyCollection<IMessage>> GetMessagesAsync(int limit = 100); }
            public interface IDiscordInteraction { Task RespondAsync(string text = null, bool ephemeral = false); }
            public interface IDiscordClient { Task StartAsync(); }
            public static class AsyncEnumerableExtensions { public static Task<IEnumerable<T>> FlattenAsync<T>(this IAsyncEnumerable<IEnumerable<T>> source) => null; }
            public static class UserExtensions { public static Task<IUserMessage> SendMessageAsync(this IUser user, string text = null, bool isTTS = false) => null; }
            public interface IUser { string Mention { get; } }
        }
        namespace Discord.Rest { public abstract class BaseDiscordClient : Discord.IDiscordClient { public event Func<string, Task> Log; public async Task LoginAsync(Discord.TokenType tokenType, string token, bool validateToken = true) { } Task Discord.IDiscordClient.StartAsync() => null; } public class DiscordRestClient : BaseDiscordClient { } }
        namespace Discord.WebSocket { public abstract class BaseSocketClient : Discord.Rest.BaseDiscordClient { public abstract Task StartAsync(); public event Func<object, Task> MessageReceived; } public class DiscordSocketConfig { } public class DiscordSocketClient : BaseSocketClient { public DiscordSocketClient() { } public DiscordSocketClient(DiscordSocketConfig config) { } public override Task StartAsync() => null; public object GetChannel(ulong id) => null; } }
        namespace Discord.Webhook { public class DiscordWebhookClient { public DiscordWebhookClient(ulong webhookId, string webhookToken) { } public DiscordWebhookClient(string webhookUrl) { } public Task<string> SendMessageAsync(string text = null, bool isTTS = false) => null; } }
        namespace Discord.Commands { public class CommandService { public Task<object> AddModulesAsync(System.Reflection.Assembly assembly, IServiceProvider services) => null; public Task<object> ExecuteAsync(object context, string input, IServiceProvider services) => null; } public class CommandContext { public Discord.IMessageChannel Channel { get; } public Discord.IUser User { get; } } public abstract class ModuleBase<T> { public T Context { get; } protected virtual Task<Discord.IUserMessage> ReplyAsync(string message = null, bool isTTS = false, Discord.Embed embed = null) => null; protected virtual Task BeforeExecuteAsync(object command) => null; } }
        namespace Discord.Interactions { public class InteractionService { public async Task<IEnumerable<object>> AddModulesAsync(System.Reflection.Assembly assembly, IServiceProvider services) => null; public Task<object> ExecuteCommandAsync(object context, IServiceProvider services) => null; public async Task<IReadOnlyCollection<object>> RegisterCommandsGloballyAsync(bool deleteMissing = true) => null; } public abstract class InteractionModuleBase<T> { protected virtual Task RespondAsync(string text = null, Discord.Embed[] embeds = null) => null; protected virtual Task DeferAsync(bool ephemeral = false) => null; } }
        namespace DSharpPlus.Entities { public class DiscordMessage { public async Task<DiscordMessage> RespondAsync(string content) => null; } public class DiscordChannel { public async Task<DiscordMessage> SendMessageAsync(string content) => null; } public class DiscordMessageBuilder { public DiscordMessageBuilder WithContent(string content) => this; } }
        namespace DSharpPlus.EventArgs { public class MessageCreatedEventArgs { public Entities.DiscordMessage Message { get; } } }
        namespace DSharpPlus { public class DiscordConfiguration { } public sealed class DiscordClient { public DiscordClient(DiscordConfiguration config) { } public async Task ConnectAsync() { } public Task<Entities.DiscordChannel> GetChannelAsync(ulong id) => null; } }
        namespace DSharpPlus.Commands { public abstract class CommandContext { public virtual ValueTask RespondAsync(string content) => default; public abstract ValueTask DeferResponseAsync(); } }
        namespace DSharpPlus.Interactivity { public class InteractivityExtension { public async Task<object> WaitForMessageAsync(Func<Entities.DiscordMessage, bool> predicate, TimeSpan? timeoutoverride = null) => null; } }
        namespace Tweetinvi.Models { public interface ITweet { string Text { get; } Task<ITweet> PublishRetweetAsync(); } public interface IUser { Task FollowAsync(); } }
        namespace Tweetinvi.Client { public interface ITweetsClient { Task<Models.ITweet> PublishTweetAsync(string text); } public interface IUsersClient { Task<Models.IUser> GetUserAsync(string username); } }
        namespace Tweetinvi { public interface ITwitterClient { Client.ITweetsClient Tweets { get; } Client.IUsersClient Users { get; } } public class TwitterClient : ITwitterClient { public TwitterClient(string consumerKey, string consumerSecret) { } public Client.ITweetsClient Tweets { get; } public Client.IUsersClient Users { get; } } }
        namespace CoreTweet { public class Tokens { public V1.Statuses Statuses { get; } public static Tokens Create(string consumerKey, string consumerSecret, string accessToken, string accessSecret) => null; } public static class OAuth { public class OAuthSession { } public static Task<OAuthSession> AuthorizeAsync(string consumerKey, string consumerSecret) => null; public static OAuthSession Authorize(string consumerKey, string consumerSecret) => null; } }
        namespace CoreTweet.V1 { public class Statuses { public object Update(string status) => null; public Task<object> UpdateAsync(string status) => null; } }
        namespace LinqToTwitter.OAuth { public interface IAuthorizer { Task AuthorizeAsync(); } public abstract class AuthorizerBase { } public class SingleUserAuthorizer : AuthorizerBase, IAuthorizer { public Task AuthorizeAsync() => null; } public class InMemoryCredentialStore { public Task LoadAsync() => null; } }
        namespace LinqToTwitter { public partial class TwitterContext { public TwitterContext(OAuth.IAuthorizer authorizer) { } public async Task<object> TweetAsync(string text) => null; } public static class TwitterExtensions { public static async Task<List<T>> ToListAsync<T>(this IQueryable<T> query) => null; } }
        namespace SpotifyAPI.Web { public interface IPlaylistsClient { Task<object> Get(string playlistId, CancellationToken cancel = default); } public interface ISpotifyClient { IPlaylistsClient Playlists { get; } Task<IList<T>> PaginateAll<T>(IList<T> firstPage); } public class SpotifyClientConfig { public static SpotifyClientConfig CreateDefault() => null; public SpotifyClientConfig WithToken(string token) => this; } public class SpotifyClient : ISpotifyClient { public SpotifyClient(string token) { } public SpotifyClient(SpotifyClientConfig config) { } public IPlaylistsClient Playlists { get; } public Task<IList<T>> PaginateAll<T>(IList<T> firstPage) => null; } public class OAuthClient { public OAuthClient() { } public Task<object> RequestToken(object request) => null; } }
        namespace SpotifyAPI.Web.Auth { public class EmbedIOAuthServer { public EmbedIOAuthServer(Uri baseUri, int port) { } public Task Start() => null; } }
        namespace TwitchLib.Api.Helix.Models.Users { public class GetUsersResponse { } }
        namespace TwitchLib.Api.Helix { public class Users { public Task<Models.Users.GetUsersResponse> GetUsersAsync(List<string> ids = null, List<string> logins = null, string accessToken = null) => null; } public class Helix { public Users Users { get; } } }
        namespace TwitchLib.Api.Core.RateLimiter { public class TimeLimiter { public Task Perform(Func<Task> perform) => null; } }
        namespace TwitchLib.Api { public class TwitchAPI { public TwitchAPI(object loggerFactory = null, object rateLimiter = null) { } public Helix.Helix Helix { get; } } }
        namespace Notion.Client { public interface IPagesClient { Task<object> CreateAsync(object parameters, CancellationToken cancellationToken = default); } public interface INotionClient { IPagesClient Pages { get; } } public class ClientOptions { public string AuthToken { get; set; } } public static class NotionClientFactory { public static INotionClient Create(ClientOptions options) => null; } }
        namespace PusherServer { public interface IPusher { Task<object> TriggerAsync(string channelName, string eventName, object data, object options = null); } public class Pusher : IPusher { public Pusher(string appId, string appKey, string appSecret, object options = null) { } public Task<object> TriggerAsync(string channelName, string eventName, object data, object options = null) => null; public object Authenticate(string channelName, string socketId) => null; } }
        namespace IO.Ably.Rest { public interface IRestChannel { Task PublishAsync(string name, object data, string clientId = null); } public class RestChannels { public IRestChannel Get(string name) => null; } }
        namespace IO.Ably { public class AblyRest { public AblyRest(string apiKey) { } public Rest.RestChannels Channels { get; } public Task<string> TimeAsync() => null; } }
        namespace OneSignalApi.Client { public class Configuration { public string BasePath { get; set; } public string AccessToken { get; set; } } }
        namespace OneSignalApi.Api { public class DefaultApi { public DefaultApi(Client.Configuration configuration) { } public object CreateNotification(object notification, int operationIndex = 0) => null; public Task<object> CreateNotificationAsync(object notification, int operationIndex = 0, CancellationToken cancellationToken = default) => null; } }
        namespace Expo.Server.Client { public class PushApiClient { public async Task<object> PushSendAsync(object pushTicketRequest) => null; } }
        namespace MessageBird { public class Client { public static Client CreateDefault(string accessKey, object proxyConfigurationInjector = null) => null; public object SendMessage(string originator, string body, long[] recipients, object optionalArguments = null) => null; } }
        namespace Infobip.Api.Client { public class Configuration { public string BasePath { get; set; } public string ApiKey { get; set; } } }
        namespace Infobip.Api.Client.Api { public class SmsApi { public SmsApi(string basePath) { } public SmsApi(Configuration configuration) { } public object SendSmsMessages(object request) => null; public Task<object> SendSmsMessagesAsync(object request, CancellationToken cancellationToken = default) => null; } }
        namespace Plivo.Resource.Message { public class MessageInterface { public object Create(List<string> dst, string text, string src = null) => null; public async Task<object> CreateAsync(List<string> dst, string text, string src = null) => null; } }
        namespace Plivo { public class PlivoApi { public PlivoApi(string authId = null, string authToken = null) { } public Resource.Message.MessageInterface Message { get; } } }
        namespace Sinch.SMS.Batches { public interface ISinchSmsBatches { Task<object> Send(object batch, CancellationToken cancellationToken = default); } }
        namespace Sinch.SMS { public interface ISinchSms { Batches.ISinchSmsBatches Batches { get; } } }
        namespace Sinch { public class SinchClient { public SinchClient(string projectId, string keyId, string keySecret, Action<object> options = default) { } public SMS.ISinchSms Sms { get; } } }
        namespace Resend { public class EmailMessage { public string Subject { get; set; } } public interface IResend { Task<object> EmailSendAsync(EmailMessage email, CancellationToken cancellationToken = default); } public class ResendClient : IResend { public static IResend Create(string apiToken) => null; public Task<object> EmailSendAsync(EmailMessage email, CancellationToken cancellationToken = default) => null; } }
        namespace SparkPost { public class Transmission { } public interface ITransmissions { Task<object> Send(Transmission transmission); } public class Client { public Client(string apiKey) { } public Client(string apiKey, string apiHost) { } public ITransmissions Transmissions { get; } } }
        namespace Senparc.Weixin.MP.AdvancedAPIs { public static class CustomApi { public static object SendText(string accessTokenOrAppId, string openId, string content, int timeOut = 10000) => null; public static async Task<object> SendTextAsync(string accessTokenOrAppId, string openId, string content, int timeOut = 10000) => null; } public static class OAuthApi { public static string GetAuthorizeUrl(string appId, string redirectUrl, string state, int scope) => ""; public static async Task<object> GetAccessTokenAsync(string appId, string secret, string code) => null; } }
        namespace Senparc.Weixin.Work.AdvancedAPIs { public static class MessageApi { public static async Task<object> SendTextAsync(string accessTokenOrAppKey, string agentId, string content) => null; } }
        namespace Senparc.Weixin.TenPayV3.Apis { public partial class BasePayApis { public async Task<object> JsApiAsync(object data, int timeOut = 10000) => null; } }
        """;

    [Fact]
    public Task Discord_IsWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Discord;
        using Discord.WebSocket;
        class Bot(IMessageChannel channel, IUserMessage message, IUser user, IDiscordInteraction interaction, DSharpPlus.EventArgs.MessageCreatedEventArgs args)
        {
            async Task Net()
            {
                var client = new DiscordSocketClient(new DiscordSocketConfig()); // wires Discord at https://discord.com
                await client.LoginAsync(TokenType.Bot, "token"); // calls Discord
                await client.StartAsync(); // calls Discord
                await channel.SendMessageAsync("x", embed: new EmbedBuilder().WithTitle("x").Build()); // calls Discord
                await message.ModifyAsync(changed => { }); // calls Discord
                await user.SendMessageAsync("x"); // calls Discord
                await interaction.RespondAsync("x"); // calls Discord
                var hook = new Discord.Webhook.DiscordWebhookClient("https://discord.com/api/webhooks/1/x"); // wires Discord at https://discord.com/api/webhooks/1/x
                await hook.SendMessageAsync("x"); // calls Discord
            }
            async Task Sharp()
            {
                var client = new DSharpPlus.DiscordClient(new DSharpPlus.DiscordConfiguration()); // wires Discord
                await client.ConnectAsync(); // calls Discord
                var found = await client.GetChannelAsync(1); // calls Discord
                await found.SendMessageAsync("x"); // calls Discord
                await args.Message.RespondAsync("x"); // calls Discord
            }
        }
        class Commands : Discord.Commands.ModuleBase<Discord.Commands.CommandContext> { public async Task Ping() => await ReplyAsync("pong"); } // calls Discord
        class Interactions : Discord.Interactions.InteractionModuleBase<object> { public async Task Ping() => await RespondAsync("pong"); } // calls Discord
        class Sharp { public async Task Ping(DSharpPlus.Commands.CommandContext context) => await context.RespondAsync("pong"); } // calls Discord
        class Registers { public async Task M(Discord.Interactions.InteractionService service) => await service.RegisterCommandsGloballyAsync(); } // calls Discord
        """);

    [Fact]
    public Task OtherMedia_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using LinqToTwitter;
        using LinqToTwitter.OAuth;
        class Caller(Tweetinvi.ITwitterClient injected, SpotifyAPI.Web.ISpotifyClient music)
        {
            async Task Tweets()
            {
                var client = new Tweetinvi.TwitterClient("key", "secret"); // wires X (Twitter) at https://api.twitter.com
                var tweet = await client.Tweets.PublishTweetAsync("x"); // calls X (Twitter)
                await tweet.PublishRetweetAsync(); // calls X (Twitter)
                await injected.Users.GetUserAsync("x"); // calls X (Twitter)
                var tokens = CoreTweet.Tokens.Create("a", "b", "c", "d"); // wires X (Twitter)
                tokens.Statuses.Update("x"); // calls X (Twitter)
                await CoreTweet.OAuth.AuthorizeAsync("a", "b"); // calls X (Twitter)
                var authorizer = new SingleUserAuthorizer();
                await authorizer.AuthorizeAsync(); // calls X (Twitter)
                var context = new TwitterContext(authorizer); // wires X (Twitter)
                await context.TweetAsync("x"); // calls X (Twitter)
            }
            async Task Others()
            {
                var spotify = new SpotifyAPI.Web.SpotifyClient(SpotifyAPI.Web.SpotifyClientConfig.CreateDefault().WithToken("x")); // wires Spotify
                await spotify.Playlists.Get("1"); // calls Spotify
                await music.PaginateAll(new List<string>()); // calls Spotify
                var twitch = new TwitchLib.Api.TwitchAPI(); // wires Twitch
                await twitch.Helix.Users.GetUsersAsync(logins: ["x"]); // calls Twitch
                var notion = Notion.Client.NotionClientFactory.Create(new() { AuthToken = "x" }); // wires Notion
                await notion.Pages.CreateAsync("x"); // calls Notion
            }
        }
        """);

    [Fact]
    public Task Notices_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Resend.IResend injected)
        {
            async Task Push()
            {
                var pusher = new PusherServer.Pusher("1", "key", "secret"); // wires Pusher
                await pusher.TriggerAsync("orders", "created", "x"); // calls Pusher
                var ably = new IO.Ably.AblyRest("key"); // wires Ably
                await ably.Channels.Get("orders").PublishAsync("created", "x"); // calls Ably
                var signal = new OneSignalApi.Api.DefaultApi(new() { BasePath = "https://onesignal.com/api/v1" }); // wires OneSignal at https://onesignal.com/api/v1
                signal.CreateNotification("x"); // calls OneSignal
                await new Expo.Server.Client.PushApiClient().PushSendAsync("x"); // calls Expo
            }
            async Task Texts()
            {
                var bird = MessageBird.Client.CreateDefault("key"); // wires MessageBird
                bird.SendMessage("me", "x", [1]); // calls MessageBird
                var infobip = new Infobip.Api.Client.Api.SmsApi(new Infobip.Api.Client.Configuration { BasePath = "https://x1.api.infobip.com" }); // wires Infobip at https://x1.api.infobip.com
                await infobip.SendSmsMessagesAsync("x"); // calls Infobip
                var plivo = new Plivo.PlivoApi("id", "token"); // wires Plivo
                plivo.Message.Create(["+1"], "x"); // calls Plivo
                var sinch = new Sinch.SinchClient("1", "id", "secret"); // wires Sinch
                await sinch.Sms.Batches.Send("x"); // calls Sinch
            }
            async Task Mails()
            {
                var resend = Resend.ResendClient.Create("token"); // wires Resend
                await resend.EmailSendAsync(new() { Subject = "x" }); // calls Resend
                await injected.EmailSendAsync(new()); // calls Resend
                var spark = new SparkPost.Client("key", "https://api.eu.sparkpost.com"); // wires SparkPost at https://api.eu.sparkpost.com
                await spark.Transmissions.Send(new()); // calls SparkPost
            }
            async Task WeChat(Senparc.Weixin.TenPayV3.Apis.BasePayApis pay)
            {
                await Senparc.Weixin.MP.AdvancedAPIs.CustomApi.SendTextAsync("app", "user", "x"); // calls WeChat
                Senparc.Weixin.MP.AdvancedAPIs.CustomApi.SendText("app", "user", "x"); // calls WeChat
                await Senparc.Weixin.Work.AdvancedAPIs.MessageApi.SendTextAsync("app", "1", "x"); // calls WeChat
                await pay.JsApiAsync("x"); // calls WeChat
            }
        }
        """);

    [Fact]
    public Task CommandsBuildersAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Discord;
        class Quiet
        {
            async Task<object> M(Discord.Commands.CommandService commands, Discord.Interactions.InteractionService interactions, DSharpPlus.Interactivity.InteractivityExtension interactivity, IServiceProvider services, IAsyncEnumerable<IReadOnlyCollection<IMessage>> messages, Discord.WebSocket.DiscordSocketClient client)
            {
                await commands.AddModulesAsync(typeof(Quiet).Assembly, services);
                await commands.ExecuteAsync("x", "y", services);
                await interactions.AddModulesAsync(typeof(Quiet).Assembly, services);
                await interactions.ExecuteCommandAsync("x", services);
                await interactivity.WaitForMessageAsync(message => true);
                await messages.FlattenAsync();
                client.Log += text => Task.CompletedTask;
                new DSharpPlus.Entities.DiscordMessageBuilder().WithContent("x");
                await new SpotifyAPI.Web.Auth.EmbedIOAuthServer(new Uri("http://localhost:5543/callback"), 5543).Start();
                await new TwitchLib.Api.Core.RateLimiter.TimeLimiter().Perform(() => Task.CompletedTask);
                await new LinqToTwitter.OAuth.InMemoryCredentialStore().LoadAsync();
                Senparc.Weixin.MP.AdvancedAPIs.OAuthApi.GetAuthorizeUrl("app", "https://contoso.com", "x", 1);
                return client.GetChannel(1) + nameof(IMessageChannel.SendMessageAsync) + typeof(PusherServer.Pusher) + new Resend.EmailMessage().Subject;
            }
        }
        class FakeResend : Resend.IResend { public Task<object> EmailSendAsync(Resend.EmailMessage email, CancellationToken cancellationToken = default) => Task.FromResult<object>("x"); }
        class Uses { async Task M() => await new FakeResend().EmailSendAsync(new()); }
        class Real { async Task M(Resend.IResend resend) => await resend.EmailSendAsync(new()); } // calls Resend
        """);
}
