namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>What answers customers, keeps a team's tables and files, builds and chats, by SDKs that can't be restored.</summary>
public sealed class WorkplaceSdkTests
{
    internal const string Sdks = """
        namespace Intercom.Core { public class Authentication { public Authentication(string personalAccessToken) { } } public class Client { } }
        namespace Intercom.Data { public class User { public string email { get; set; } } }
        namespace Intercom.Factories { public class RestClientFactory { public RestClientFactory(Intercom.Core.Authentication authentication) { } } }
        namespace Intercom.Clients { using Intercom.Core; using Intercom.Data; public class UsersClient : Client { public UsersClient(Intercom.Factories.RestClientFactory restClientFactory) { } public UsersClient(Authentication authentication) { } public UsersClient(string intercomApiUrl, Authentication authentication) { } public User Create(User user) => null; public User View(string id) => null; } }
        namespace FreshdeskApi.Client.Tickets { public class Ticket { public long Id { get; } } public interface IFreshdeskTicketClient { Task<Ticket> ViewTicketAsync(long ticketId, object includes = null, CancellationToken cancellationToken = default); } }
        namespace FreshdeskApi.Client { public interface IFreshdeskClient { Tickets.IFreshdeskTicketClient Tickets { get; } } public class FreshdeskClient : IFreshdeskClient { public Tickets.IFreshdeskTicketClient Tickets { get; } public static FreshdeskClient Create(string freshdeskDomain, string apiKey) => null; } }
        namespace ElasticEmail.Client { public class Configuration { public string BasePath { get; set; } } }
        namespace ElasticEmail.Model { public class EmailMessageData { } public class EmailSend { } }
        namespace ElasticEmail.Api { using ElasticEmail.Model; public class EmailsApi { public EmailsApi() { } public EmailsApi(string basePath) { } public EmailsApi(ElasticEmail.Client.Configuration configuration) { } public EmailSend EmailsPost(EmailMessageData emailMessageData, int operationIndex = 0) => null; public async Task<EmailSend> EmailsPostAsync(EmailMessageData emailMessageData, int operationIndex = 0, CancellationToken cancellationToken = default) => null; public string GetBasePath() => null; } }
        namespace PubnubApi
        {
            public class PNConfiguration { public string SubscribeKey { get; set; } } public class PNPublishResult { }
            public interface ISubscribeOperation<T> { ISubscribeOperation<T> Channels(string[] channels); void Execute(); }
            public class Pubnub { public Pubnub(PNConfiguration config) { } public EndPoint.PublishOperation Publish() => null; public ISubscribeOperation<T> Subscribe<T>() => null; }
        }
        namespace PubnubApi.EndPoint { public class PublishOperation { public PublishOperation Channel(string channelName) => this; public PublishOperation Message(object message) => this; public void Execute(Action<PNPublishResult> callback) { } public async Task<object> ExecuteAsync() => null; } }
        namespace Viber.Bot { public enum EventType { Message } public interface IViberBotClient { Task<ICollection<EventType>> SetWebhookAsync(string url, ICollection<EventType> eventTypes = null); } public class ViberBotClient : IViberBotClient { public const string XViberContentSignatureHeader = "x"; public ViberBotClient(string authenticationToken) { } public Task<ICollection<EventType>> SetWebhookAsync(string url, ICollection<EventType> eventTypes = null) => null; } }
        namespace Microsoft.Bot.Connector { public interface IMessageActivity { string Text { get; set; } } }
        namespace Microsoft.Bot.Builder.Dialogs.Internals { using Microsoft.Bot.Connector; public interface IBotToUser { Task PostAsync(IMessageActivity message, CancellationToken cancellationToken = default); IMessageActivity MakeMessage(); } public interface IDialogStack { Task Forward(object child); } }
        namespace Microsoft.Bot.Builder.Dialogs { using Microsoft.Bot.Builder.Dialogs.Internals; public interface IDialogContext : IDialogStack, IBotToUser { } public static class Extensions { public static async Task PostAsync(this IBotToUser botToUser, string text, string locale = null, CancellationToken cancellationToken = default) { } public static void Wait(this IDialogStack stack, object resume) { } } }
        namespace AirtableApiClient { public class AirtableListRecordsResponse { public bool Success { get; } } public class Fields { public void AddField(string fieldName, object fieldValue) { } } public class AirtableBase : IDisposable { public AirtableBase(string apiKeyOrAccessToken, string baseId = null) { } public async Task<AirtableListRecordsResponse> ListRecords(string tableIdOrName, string offset = null) => null; public void Dispose() { } } }
        namespace Box.Sdk.Gen.Managers { public interface IFilesManager { Task<object> GetFileByIdAsync(string fileId); } }
        namespace Box.Sdk.Gen { public interface IAuthentication { } public interface IBoxClient { Managers.IFilesManager Files { get; } } public class BoxClient : IBoxClient { public BoxClient(IAuthentication auth, object networkSession = null) { } public Managers.IFilesManager Files { get; } public BoxClient WithAsUserHeader(string userId) => this; } }
        namespace Sanity.Linq
        {
            public class SanityOptions { public string ProjectId { get; set; } }
            public class SanityDocumentSet<TDoc> : EnumerableQuery<TDoc> { public SanityDocumentSet() : base(new List<TDoc>()) { } public async Task<TDoc> GetAsync(string id, CancellationToken cancellationToken = default) => default; public SanityDocumentSet<TDoc> Create(TDoc document) => this; }
            public class SanityDataContext { public SanityDataContext(SanityOptions options) { } public virtual SanityDocumentSet<TDoc> DocumentSet<TDoc>(int maxNestingLevel = 7) => null; public async Task<object> CommitAsync(bool returnIds = false) => null; public virtual void ClearChanges() { } }
            public class SanityClient { public SanityClient(SanityOptions options) { } public virtual async Task<TResult> FetchAsync<TResult>(string query, object parameters = null) => default; }
        }
        namespace TeamCitySharp.ActionTypes { public class Build { } public interface IBuilds { List<Build> ByBuildConfigId(string buildConfigId); } public class BackupOptions { public string Filename { get; set; } } }
        namespace TeamCitySharp { public interface ITeamCityClient { void Connect(string userName, string password); bool Authenticate(); ActionTypes.IBuilds Builds { get; } } public class TeamCityClient : ITeamCityClient { public TeamCityClient(string hostName, bool useSsl = false) { } public void Connect(string userName, string password) { } public bool Authenticate() => true; public ActionTypes.IBuilds Builds { get; } } }
        namespace Reddit.Controllers { public class Subreddit { public Subreddit About() => this; public void Subscribe(bool skipInitialDefaults = false) { } public async Task SubscribeAsync(bool skipInitialDefaults = false) { } public SelfPost SelfPost(string title, string selfText) => null; } public class SelfPost { public string Title { get; set; } public SelfPost Submit(bool ad = false) => this; public async Task<SelfPost> SubmitAsync(bool ad = false) => this; } }
        namespace Reddit { public class RedditClient { public RedditClient(string appId = null, string refreshToken = null) { } public Controllers.Subreddit Subreddit(string name) => null; } }
        namespace Cohere { public class ChatRequest { public static ValueTask<ChatRequest> FromJsonStreamAsync(Stream jsonStream) => default; } public interface ICohereClient { Task<object> ChatAsync(string message, CancellationToken cancellationToken = default); } public sealed class CohereClient : ICohereClient { public CohereClient(string apiKey, HttpClient httpClient = null, Uri baseUri = null) { } public Task<object> ChatAsync(string message, CancellationToken cancellationToken = default) => null; } }
        namespace GroqApiLibrary { public interface IGroqApiClient { Task<object> ListModelsAsync(); } public class GroqApiClient : IGroqApiClient { public GroqApiClient(string apiKey) { } public async Task<object> ListModelsAsync() => null; } }
        """;

    [Fact]
    public Task Customers_AreAnswered() => VendorCode.IsAsItSays(Sdks, """
        class Caller(FreshdeskApi.Client.IFreshdeskClient injected)
        {
            async Task Support()
            {
                var users = new Intercom.Clients.UsersClient(new Intercom.Core.Authentication("token")); // wires Intercom
                users.Create(new() { email = "x" }); // calls Intercom
                users.View("1"); // calls Intercom
                var desk = FreshdeskApi.Client.FreshdeskClient.Create("https://contoso.freshdesk.com", "key"); // wires Freshdesk at https://contoso.freshdesk.com
                await desk.Tickets.ViewTicketAsync(1); // calls Freshdesk at https://contoso.freshdesk.com
                await injected.Tickets.ViewTicketAsync(1); // calls Freshdesk
            }
            async Task Messages(Microsoft.Bot.Builder.Dialogs.IDialogContext context)
            {
                var mails = new ElasticEmail.Api.EmailsApi(new ElasticEmail.Client.Configuration { BasePath = "https://api.elasticemail.com/v4" }); // wires Elastic Email at https://api.elasticemail.com/v4
                mails.EmailsPost(new()); // calls Elastic Email
                var pubnub = new PubnubApi.Pubnub(new PubnubApi.PNConfiguration { SubscribeKey = "x" }); // wires PubNub
                await pubnub.Publish().Channel("orders").Message("x").ExecuteAsync(); // calls PubNub
                pubnub.Publish().Channel("orders").Message("x").Execute(result => { }); // calls PubNub
                pubnub.Subscribe<string>().Channels(["orders"]).Execute(); // calls PubNub
                var viber = new Viber.Bot.ViberBotClient("token"); // wires Viber
                await viber.SetWebhookAsync("https://contoso.com/viber"); // calls Viber
                await Microsoft.Bot.Builder.Dialogs.Extensions.PostAsync(context, "x"); // calls Microsoft Bot Framework
                await context.PostAsync(context.MakeMessage()); // calls Microsoft Bot Framework
            }
        }
        """);

    [Fact]
    public Task Teams_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Box.Sdk.Gen.IBoxClient injected, Cohere.ICohereClient models, TeamCitySharp.ITeamCityClient builds)
        {
            async Task Content(Box.Sdk.Gen.IAuthentication authentication)
            {
                using var tables = new AirtableApiClient.AirtableBase("key", "base"); // wires Airtable
                await tables.ListRecords("orders"); // calls Airtable
                var box = new Box.Sdk.Gen.BoxClient(authentication); // wires Box
                await box.WithAsUserHeader("1").Files.GetFileByIdAsync("1"); // calls Box
                await injected.Files.GetFileByIdAsync("1"); // calls Box
                var sanity = new Sanity.Linq.SanityDataContext(new Sanity.Linq.SanityOptions { ProjectId = "x" }); // wires Sanity
                await sanity.DocumentSet<string>().GetAsync("1"); // calls Sanity
                await sanity.CommitAsync(); // calls Sanity
                await new Sanity.Linq.SanityClient(new()) // wires Sanity
                    .FetchAsync<string>("*"); // calls Sanity
            }
            async Task Others()
            {
                builds.Builds.ByBuildConfigId("bt1"); // calls TeamCity
                var city = new TeamCitySharp.TeamCityClient("teamcity.contoso.com:8111"); // wires teamcity.contoso.com
                city.Authenticate(); // calls teamcity.contoso.com
                city.Builds.ByBuildConfigId("bt1"); // calls teamcity.contoso.com
                var reddit = new Reddit.RedditClient("id", "token"); // wires Reddit
                var sub = reddit.Subreddit("dotnet").About(); // calls Reddit
                await sub.SelfPost("x", "y").SubmitAsync(); // calls Reddit
                sub.Subscribe(); // calls Reddit
                await models.ChatAsync("x"); // calls Cohere
                await new Cohere.CohereClient("key") // wires Cohere
                    .ChatAsync("x"); // calls Cohere
                await new GroqApiLibrary.GroqApiClient("key") // wires Groq
                    .ListModelsAsync(); // calls Groq
            }
        }
        """);

    [Fact]
    public Task ModelsBuildersAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Bot.Builder.Dialogs;
        class Quiet
        {
            async Task<object> M(PubnubApi.Pubnub pubnub, IDialogContext context, Sanity.Linq.SanityDataContext sanity, TeamCitySharp.ITeamCityClient city, Reddit.RedditClient reddit, ElasticEmail.Api.EmailsApi mails)
            {
                pubnub.Publish().Channel("x").Message("y");
                context.Wait(null);
                await context.Forward("x");
                sanity.ClearChanges();
                sanity.DocumentSet<string>().Create("x");
                city.Connect("user", "password");
                await Cohere.ChatRequest.FromJsonStreamAsync(Stream.Null);
                new AirtableApiClient.Fields().AddField("x", 1);
                await new FakeViber().SetWebhookAsync("x");
                return reddit.Subreddit("dotnet").SelfPost("x", "y").Title + mails.GetBasePath() + new TeamCitySharp.ActionTypes.BackupOptions { Filename = "x" } + Viber.Bot.ViberBotClient.XViberContentSignatureHeader;
            }
        }
        class FakeViber : Viber.Bot.IViberBotClient { public Task<ICollection<Viber.Bot.EventType>> SetWebhookAsync(string url, ICollection<Viber.Bot.EventType> eventTypes = null) => Task.FromResult(eventTypes); }
        class Real { async Task M(Viber.Bot.IViberBotClient viber) => await viber.SetWebhookAsync("x"); } // calls Viber
        """);
}
