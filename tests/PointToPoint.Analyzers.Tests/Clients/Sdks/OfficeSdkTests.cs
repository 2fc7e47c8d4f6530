namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Mail servers, documents, meetings, payments and models, by SDKs that can't be restored.</summary>
public sealed class OfficeSdkTests
{
    internal const string Sdks = """
        namespace Microsoft.Exchange.WebServices.Data
        {
            public enum WellKnownFolderName { Inbox } public class ItemView { public ItemView(int pageSize) { } } public class FindItemsResults<T> { }
            public abstract class ExchangeServiceBase { }
            public sealed class ExchangeService : ExchangeServiceBase { public ExchangeService() { } public Uri Url { get; set; } public FindItemsResults<Item> FindItems(WellKnownFolderName parentFolderName, ItemView view) => null; public void AutodiscoverUrl(string emailAddress) { } }
            public class Item { public string Subject { get; set; } public static Item Bind(ExchangeService service, string id) => null; public void SetExtendedProperty(object definition, object value) { } }
            public class EmailMessage : Item { public EmailMessage(ExchangeService service) { } public static new EmailMessage Bind(ExchangeService service, string id) => null; public void Send() { } public object CreateReply(bool replyAll) => null; }
        }
        namespace Microsoft.SharePoint.Client
        {
            public class ClientRuntimeContext { public virtual void ExecuteQuery() { } public virtual Task ExecuteQueryAsync() => null; public void Load<T>(T clientObject) { } }
            public class Web { public string Title { get; } } public class ClientContext : ClientRuntimeContext { public ClientContext(string webFullUrl) { } public ClientContext(Uri webFullUrl) { } public Web Web { get; } public override void ExecuteQuery() { } public override Task ExecuteQueryAsync() => null; }
            public static class ClientContextExtensions { public static Task ExecuteQueryRetryAsync(this ClientRuntimeContext clientContext, int retryCount = 10, string userAgent = null) => null; }
        }
        namespace PnP.Core.Model.SharePoint { public interface IWeb { Task LoadAsync(params object[] expressions); } }
        namespace PnP.Core.Services { public class PnPContextOptions { } public interface IPnPContext { Model.SharePoint.IWeb Web { get; } Task ExecuteAsync(); } public class PnPContext : IPnPContext { public Model.SharePoint.IWeb Web { get; } public Task ExecuteAsync() => null; } public interface IPnPContextFactory { Task<PnPContext> CreateAsync(Uri url, PnPContextOptions options = null); } }
        namespace Microsoft.PowerBI.Api.Models { public class Reports { } }
        namespace Microsoft.PowerBI.Api { public interface IReportsOperations { } public static class ReportsOperationsExtensions { public static Task<Models.Reports> GetReportsAsync(this IReportsOperations operations, CancellationToken cancellationToken = default) => null; public static Models.Reports GetReports(this IReportsOperations operations) => null; } public class PowerBIClient { public PowerBIClient(Uri baseUri, object credentials, params DelegatingHandler[] handlers) { } public IReportsOperations Reports { get; } } }
        namespace ZoomNet.Resources { public interface IMeetings { Task<object> GetAsync(long meetingId, CancellationToken cancellationToken = default); } }
        namespace ZoomNet { public interface IConnectionInfo { } public interface IZoomClient { Resources.IMeetings Meetings { get; } } public class ZoomClient : IZoomClient { public ZoomClient(IConnectionInfo connectionInfo, object options = null) { } public Resources.IMeetings Meetings { get; } } }
        namespace Manatee.Trello { public interface IRefreshable { Task Refresh(bool force = false, CancellationToken ct = default); } public class Card : IRefreshable { public Card(string id) { } public Task Refresh(bool force = false, CancellationToken ct = default) => null; } }
        namespace TraktNet.Modules { public class TraktShowsModule { public Task<object> GetShowAsync(string showIdOrSlug, object extendedInfo = null, CancellationToken cancellationToken = default) => null; } }
        namespace TraktNet { public class TraktClient { public TraktClient(string clientId) { } public Modules.TraktShowsModule Shows { get; } } }
        namespace Kontent.Ai.Delivery.Abstractions { public interface IItemQuery<TModel> { IItemQuery<TModel> Depth(int depth); Task<object> ExecuteAsync(CancellationToken cancellationToken = default); } public interface IDeliveryClient { IItemQuery<T> GetItem<T>(string codename); } public interface IDeliveryCacheManager { Task InvalidateAsync(string key); } }
        namespace Supabase.Postgrest { public class Table<T> { public Table<T> Where(Func<T, bool> predicate) => this; public Task<object> Get(CancellationToken cancellationToken = default) => null; } }
        namespace Supabase { public class Client { public Client(string supabaseUrl, string supabaseKey, object options = null) { } public Task<Client> InitializeAsync() => null; public Postgrest.Table<T> From<T>() => null; } }
        namespace Razorpay.Api { public class Entity { public string this[string name] => ""; } public class Order : Entity { public Order Create(Dictionary<string, object> data) => null; } public class Payment : Entity { public Payment Capture(Dictionary<string, object> data) => null; } public class RazorpayClient { public RazorpayClient(string key, string secret) { } public RazorpayClient(string baseUrl, string key, string secret) { } public Order Order { get; } public Payment Payment { get; } } public static class Utils { public static void verifyPaymentSignature(Dictionary<string, string> attributes) { } } }
        namespace Checkout.Payments { public interface IPaymentsClient { Task<object> RequestPayment(object paymentRequest, string idempotencyKey = null, CancellationToken cancellationToken = default); } }
        namespace Checkout { public interface ICheckoutApi { Payments.IPaymentsClient PaymentsClient(); } public class CheckoutSdkBuilder { public ICheckoutApi Build() => null; } public static class CheckoutSdk { public static CheckoutSdkBuilder Builder() => null; } }
        namespace GoCardless.Services { public class PaymentService { public Task<object> CreateAsync(object request, object customiseRequestMessage = null) => null; } }
        namespace GoCardless { public class GoCardlessClient { public static GoCardlessClient Create(string accessToken, string baseUrl, HttpClient client = null) => null; public Services.PaymentService Payments { get; } } }
        namespace OpenAI_API.Chat { public class Conversation { public void AppendUserInput(string content) { } public async Task<string> GetResponseFromChatbotAsync() => ""; } public interface IChatEndpoint { Task<object> CreateChatCompletionAsync(object request); Conversation CreateConversation(); } }
        namespace OpenAI_API { public class OpenAIAPI { public OpenAIAPI(string apiKeys = null) { } public Chat.IChatEndpoint Chat { get; } } }
        namespace Betalgo.Ranul.OpenAI { public class OpenAIOptions { public string ApiKey { get; set; } } }
        namespace Betalgo.Ranul.OpenAI.Interfaces { public interface IChatCompletionService { Task<object> CreateCompletion(object chatCompletionCreate, string modelId = null, CancellationToken cancellationToken = default); } public interface IOpenAIService { IChatCompletionService ChatCompletion { get; } } }
        namespace Betalgo.Ranul.OpenAI.Managers { public partial class OpenAIService : Interfaces.IOpenAIService { public OpenAIService(OpenAIOptions settings, HttpClient httpClient = null) { } public Interfaces.IChatCompletionService ChatCompletion { get; } } }
        namespace ElevenLabs.TextToSpeech { public sealed class TextToSpeechEndpoint { public async Task<object> TextToSpeechAsync(string text, object voice) => null; } }
        namespace ElevenLabs { public sealed class ElevenLabsClient { public ElevenLabsClient(object authentication = null, object settings = null, HttpClient httpClient = null) { } public TextToSpeech.TextToSpeechEndpoint TextToSpeechEndpoint { get; } } }
        namespace Pinecone { public class PineconeClient { public PineconeClient(string apiKey = "", object clientOptions = null) { } public Task<object> ListIndexesAsync(CancellationToken cancellationToken = default) => null; } }
        namespace Milvus.Client { public class MilvusCollection { public Task<object> InsertAsync(object data, CancellationToken cancellationToken = default) => null; } public class MilvusClient { public MilvusClient(string host, int port = 19530, bool ssl = false) { } public MilvusClient(Uri endpoint, string database = null) { } public MilvusCollection GetCollection(string collectionName) => null; } }
        namespace Meilisearch { public class Index { public Task<object> SearchAsync<T>(string query, object searchAttributes = null, CancellationToken cancellationToken = default) => null; } public class MeilisearchClient { public MeilisearchClient(string url, string apiKey = default) { } public Index Index(string uid) => null; } }
        namespace Snowflake.Data.Client { public class SnowflakeDbConnection { public SnowflakeDbConnection(string connectionString) { } public string ConnectionString { get; set; } } }
        """;

    [Fact]
    public Task OfficesAndDocuments_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Exchange.WebServices.Data;
        using Microsoft.PowerBI.Api;
        using Microsoft.SharePoint.Client;
        class Caller(PnP.Core.Services.IPnPContextFactory factory, ZoomNet.IZoomClient meetings)
        {
            void Exchange(EmailMessage injected)
            {
                var service = new ExchangeService();
                service.Url = new Uri("https://mail.contoso.com/EWS/Exchange.asmx"); // wires mail.contoso.com at https://mail.contoso.com/EWS/Exchange.asmx
                service.FindItems(WellKnownFolderName.Inbox, new ItemView(10)); // calls mail.contoso.com
                new EmailMessage(service) { Subject = "x" }.Send(); // calls mail.contoso.com
                EmailMessage.Bind(service, "1"); // calls mail.contoso.com
                injected.Send(); // calls Microsoft Exchange
            }
            async Task SharePoint()
            {
                var context = new ClientContext("https://acme.sharepoint.com/sites/x"); // wires SharePoint at https://acme.sharepoint.com/sites/x
                context.Load(context.Web);
                context.ExecuteQuery(); // calls SharePoint
                await context.ExecuteQueryAsync(); // calls SharePoint
                await context.ExecuteQueryRetryAsync(); // calls SharePoint
                var pnp = await factory.CreateAsync(new Uri("https://acme.sharepoint.com/sites/x")); // wires SharePoint
                await pnp.Web.LoadAsync(); // calls SharePoint
            }
            async Task Others(Kontent.Ai.Delivery.Abstractions.IDeliveryClient content)
            {
                var reports = new PowerBIClient(new Uri("https://api.powerbi.com/"), "x"); // wires Power BI at https://api.powerbi.com/
                await reports.Reports.GetReportsAsync(); // calls Power BI
                reports.Reports.GetReports(); // calls Power BI
                await meetings.Meetings.GetAsync(1); // calls Zoom
                await new Manatee.Trello.Card("1").Refresh(); // calls Trello
                var trakt = new TraktNet.TraktClient("id"); // wires Trakt
                await trakt.Shows.GetShowAsync("1"); // calls Trakt
                await content.GetItem<object>("home").Depth(1).ExecuteAsync(); // calls Kontent.ai
                var supabase = new Supabase.Client("https://acme.supabase.co", "key"); // wires Supabase at https://acme.supabase.co
                await supabase.From<object>().Where(row => true).Get(); // calls Supabase
            }
        }
        """);

    [Fact]
    public Task PaymentsAndModels_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Betalgo.Ranul.OpenAI.Interfaces.IOpenAIService injected)
        {
            async Task Payments(Razorpay.Api.Payment payment)
            {
                var razorpay = new Razorpay.Api.RazorpayClient("key", "secret"); // wires Razorpay
                razorpay.Order.Create([]); // calls Razorpay
                payment.Capture([]); // calls Razorpay
                var builder = Checkout.CheckoutSdk.Builder(); // wires Checkout.com
                await builder.Build().PaymentsClient().RequestPayment("x"); // calls Checkout.com
                var debit = GoCardless.GoCardlessClient.Create("token", "https://api-sandbox.gocardless.com/"); // wires GoCardless at https://api-sandbox.gocardless.com/
                await debit.Payments.CreateAsync("x"); // calls GoCardless
            }
            async Task Models()
            {
                var okay = new OpenAI_API.OpenAIAPI("key"); // wires OpenAI
                var talk = okay.Chat.CreateConversation();
                talk.AppendUserInput("x");
                await talk.GetResponseFromChatbotAsync(); // calls OpenAI
                await okay.Chat.CreateChatCompletionAsync("x"); // calls OpenAI
                var service = new Betalgo.Ranul.OpenAI.Managers.OpenAIService(new() { ApiKey = "x" }); // wires OpenAI
                await service.ChatCompletion.CreateCompletion("x"); // calls OpenAI
                await injected.ChatCompletion.CreateCompletion("x"); // calls OpenAI
                var voices = new ElevenLabs.ElevenLabsClient("key"); // wires ElevenLabs
                await voices.TextToSpeechEndpoint.TextToSpeechAsync("x", null); // calls ElevenLabs
            }
        }
        """);

    [Fact]
    public Task DatabasesOfVectors_AreTheCallersOwn_UntilSaidOtherwise() => VendorCode.IsAsItSays(Sdks, """
        class Caller
        {
            async Task M()
            {
                await new Pinecone.PineconeClient("key").ListIndexesAsync();
                var own = new Milvus.Client.MilvusClient("milvus.contoso.com", 19530);
                await own.GetCollection("x").InsertAsync("x");
                var search = new Meilisearch.MeilisearchClient("https://search.contoso.com", "key");
                await search.Index("x").SearchAsync<object>("x");
                var erp = new Milvus.Client.MilvusClient(new Uri("https://milvus.erp.contoso.com")); // calls ERP
                var found = new Meilisearch.MeilisearchClient("https://search.erp.contoso.com", "key"); // wires ERP
                await found.Index("x").SearchAsync<object>("x"); // calls ERP
                new Snowflake.Data.Client.SnowflakeDbConnection("account=acme;user=x;db=orders");
            }
        }
        """, """{ "systems": { "ERP": { "endpoints": ["milvus.erp.contoso.com", "search.erp.contoso.com"] } } }""");

    [Fact]
    public Task QueriesItemsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.SharePoint.Client;
        class Quiet
        {
            async Task<object> M(ClientContext context, Kontent.Ai.Delivery.Abstractions.IDeliveryClient content, Kontent.Ai.Delivery.Abstractions.IDeliveryCacheManager cache, Supabase.Client supabase, Microsoft.Exchange.WebServices.Data.EmailMessage message, Razorpay.Api.Order order)
            {
                context.Load(context.Web);
                content.GetItem<object>("home").Depth(1);
                await cache.InvalidateAsync("x");
                supabase.From<object>().Where(row => true);
                message.SetExtendedProperty("x", "y");
                message.CreateReply(true);
                Razorpay.Api.Utils.verifyPaymentSignature([]);
                return order["id"] + nameof(ClientContext.ExecuteQuery) + typeof(Checkout.CheckoutSdk) + new Betalgo.Ranul.OpenAI.OpenAIOptions().ApiKey;
            }
        }
        class FakeMeetings : ZoomNet.Resources.IMeetings { public Task<object> GetAsync(long meetingId, CancellationToken cancellationToken = default) => Task.FromResult<object>("x"); }
        class Uses { async Task M() => await new FakeMeetings().GetAsync(1); }
        class Real { async Task M(ZoomNet.Resources.IMeetings meetings) => await meetings.GetAsync(1); } // calls Zoom
        """);
}
