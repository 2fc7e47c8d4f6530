namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Shops, what they are paid by and what ships their parcels, by SDKs that can't be restored.</summary>
public sealed class CommerceSdkTests
{
    internal const string Sdks = """
        namespace WooCommerceNET { public class RestAPI { public RestAPI(string url, string key, string secret, bool authorizedHeader = true) { } public async Task<string> GetRestful(string endpoint, Dictionary<string, string> parms = null) => null; } }
        namespace WooCommerceNET.Base { public class WCItem<T> { public WCItem(RestAPI api) { } public virtual async Task<List<T>> GetAll(Dictionary<string, string> parms = null) => null; public virtual async Task<T> Add(T item, Dictionary<string, string> parms = null) => default; } }
        namespace WooCommerceNET.WooCommerce.v3
        {
            public class Product { public string name { get; set; } }
            public class WCObject { public WCObject(RestAPI api, System.Globalization.CultureInfo culture = null) { } public WCProductItem Product { get; } public class WCProductItem : WooCommerceNET.Base.WCItem<Product> { public WCProductItem(RestAPI api) : base(api) { } } }
        }
        namespace commercetools.Base.Client { public interface IClient { string Name { get; set; } } }
        namespace commercetools.Sdk.Api.Client.RequestBuilders.Products { public class ByProjectKeyProductsGet { public ByProjectKeyProductsGet WithLimit(int limit) => this; public async Task<object> ExecuteAsync(CancellationToken cancellationToken = default) => null; } public class ByProjectKeyProductsRequestBuilder { public ByProjectKeyProductsGet Get() => null; } }
        namespace commercetools.Sdk.Api.Client { public class ProjectApiRoot { public RequestBuilders.Products.ByProjectKeyProductsRequestBuilder Products() => null; } }
        namespace EasyPost { public class ClientConfiguration { public string ApiBase { get; set; } public ClientConfiguration(string apiKey) { } } public class Client : _base.EasyPostClient { public Client(ClientConfiguration configuration) { } public Services.ShipmentService Shipment => null; } }
        namespace EasyPost._base { public abstract class EasyPostClient { public async Task<Dictionary<string, object>> MakeApiCallAsync(object method, string endpoint, Dictionary<string, object> parameters, CancellationToken cancellationToken = default) => null; } }
        namespace EasyPost.Models.API { public class Rate { } public class Shipment { public string Id { get; } public Rate LowestRate(List<string> includeCarriers = null) => null; } }
        namespace EasyPost.Services { public class ShipmentService { public async Task<Models.API.Shipment> Create(Dictionary<string, object> parameters, CancellationToken cancellationToken = default) => null; public async Task<Models.API.Shipment> Buy(string id, Models.API.Rate rate, string insuranceValue = null) => null; } }
        namespace Shippo { using System.Collections; public class Shipment { } public class Transaction { } public class APIResource { public APIResource(string inputToken) { } public virtual void SetApiVersion(string version) { } public Shipment CreateShipment(Hashtable parameters) => null; public Transaction RetrieveTransaction(string id) => null; public string serialize<T>(T data) => null; } }
        namespace ShipEngineSDK { public class Config { public Config(string apiKey) { } } public interface IShipEngine { Task<object> ListCarriers(); } public class ShipEngine : IShipEngine { public ShipEngine(string apiKey) { } public ShipEngine(Config config) { } public async Task<object> ListCarriers() => null; public ShipEngine ModifyRequest(Action<HttpRequestMessage> modifyRequest) => this; } }
        namespace AuthorizeNet { public class Environment { public static readonly Environment SANDBOX = null; } }
        namespace AuthorizeNet.Api.Contracts.V1 { public class createTransactionRequest { } public class createTransactionResponse { } }
        namespace AuthorizeNet.Api.Controllers.Bases { public interface IApiOperation<TQ, TS> { TS GetApiResponse(); TS ExecuteWithApiResponse(AuthorizeNet.Environment environment = null); void Execute(AuthorizeNet.Environment environment = null); } public abstract class ApiOperationBase<TQ, TS> : IApiOperation<TQ, TS> { public static AuthorizeNet.Environment RunEnvironment { get; set; } protected ApiOperationBase(TQ apiRequest) { } public TS GetApiResponse() => default; public TS ExecuteWithApiResponse(AuthorizeNet.Environment environment = null) => default; public void Execute(AuthorizeNet.Environment environment = null) { } } }
        namespace AuthorizeNet.Api.Controllers { using AuthorizeNet.Api.Contracts.V1; public class createTransactionController : Bases.ApiOperationBase<createTransactionRequest, createTransactionResponse> { public createTransactionController(createTransactionRequest apiRequest) : base(apiRequest) { } } }
        namespace Iyzipay { public class Options { public string ApiKey { get; set; } public string SecretKey { get; set; } public string BaseUrl { get; set; } } }
        namespace Iyzipay.Request { public class CreatePaymentRequest { public string Price { get; set; } } public class CreateCardRequest { } }
        namespace Iyzipay.Model { public class Buyer { public string Id { get; set; } } public class Payment { public string Status { get; } public static Task<Payment> Create(Iyzipay.Request.CreatePaymentRequest request, Options options) => null; } public class Card { public static Card Create(Iyzipay.Request.CreateCardRequest request, Options options) => null; } }
        namespace Klarna.Rest.Core.Model { public class CheckoutOrder { } public enum KlarnaEnvironment { TestingEurope } }
        namespace Klarna.Rest.Core.Store { public class CheckoutStore { internal CheckoutStore() { } public async Task<Model.CheckoutOrder> CreateOrder(Model.CheckoutOrder order) => null; } }
        namespace Klarna.Rest.Core { public class Klarna { public Store.CheckoutStore Checkout { get; } public Klarna(string username, string password, Model.KlarnaEnvironment environment, string userAgent = "") { } public Klarna(string username, string password, string apiUrl, string userAgent = "") { } public static string GetDefaultUserAgent() => null; } }
        namespace Net.payOS { public class PayOS { public PayOS(string clientId, string apiKey, string checksumKey, string partnerCode = null) { } public Task<object> createPaymentLink(object data) => null; public Task<string> confirmWebhook(string url) => null; public object verifyPaymentWebhookData(object webhook) => null; } }
        namespace Dwolla.Client { public class Headers { } public interface IDwollaClient { string ApiBaseAddress { get; } Task<object> GetAsync<TRes>(Uri uri, Headers headers); } public class DwollaClient : IDwollaClient { public string ApiBaseAddress { get; } public static DwollaClient Create(bool isSandbox) => null; public async Task<object> GetAsync<TRes>(Uri uri, Headers headers) => null; } }
        """;

    [Fact]
    public Task Shops_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(commercetools.Sdk.Api.Client.ProjectApiRoot root, WooCommerceNET.WooCommerce.v3.WCObject injected)
        {
            async Task M()
            {
                var rest = new WooCommerceNET.RestAPI("https://shop.contoso.com/wp-json/wc/v3/", "key", "secret"); // wires shop.contoso.com at https://shop.contoso.com/wp-json/wc/v3/
                var shop = new WooCommerceNET.WooCommerce.v3.WCObject(rest);
                await shop.Product.GetAll(); // calls shop.contoso.com at https://shop.contoso.com/wp-json/wc/v3/
                await injected.Product.Add(new() { name = "x" }); // calls WooCommerce
                await rest.GetRestful("orders"); // calls shop.contoso.com
                await root.Products().Get().WithLimit(1).ExecuteAsync(); // calls commercetools
            }
        }
        """);

    [Fact]
    public Task Parcels_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(ShipEngineSDK.IShipEngine injected)
        {
            async Task M()
            {
                var post = new EasyPost.Client(new EasyPost.ClientConfiguration("key")); // wires EasyPost
                var shipment = await post.Shipment.Create(new()); // calls EasyPost
                await post.Shipment.Buy(shipment.Id, shipment.LowestRate()); // calls EasyPost
                await post.MakeApiCallAsync("get", "rates", null); // calls EasyPost
                var shippo = new Shippo.APIResource("token"); // wires Shippo
                shippo.CreateShipment(new()); // calls Shippo
                shippo.RetrieveTransaction("1"); // calls Shippo
                var engine = new ShipEngineSDK.ShipEngine("key"); // wires ShipEngine
                await engine.ListCarriers(); // calls ShipEngine
                await injected.ListCarriers(); // calls ShipEngine
            }
        }
        """);

    [Fact]
    public Task Payments_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using AuthorizeNet.Api.Controllers;
        class Caller(Dwolla.Client.IDwollaClient injected)
        {
            async Task M(Iyzipay.Options options)
            {
                var charge = new createTransactionController(new());
                charge.Execute(); // calls Authorize.Net
                var answer = charge.GetApiResponse();
                new createTransactionController(new()).ExecuteWithApiResponse(AuthorizeNet.Environment.SANDBOX); // calls Authorize.Net
                await Iyzipay.Model.Payment.Create(new() { Price = "1" }, options); // calls Iyzico
                var own = new Iyzipay.Options { BaseUrl = "https://iyzico.contoso.com" };
                Iyzipay.Model.Card.Create(new(), own); // calls iyzico.contoso.com at https://iyzico.contoso.com
                var klarna = new Klarna.Rest.Core.Klarna("user", "password", Klarna.Rest.Core.Model.KlarnaEnvironment.TestingEurope); // wires Klarna
                await klarna.Checkout.CreateOrder(new()); // calls Klarna
                var dwolla = Dwolla.Client.DwollaClient.Create(isSandbox: true); // wires Dwolla
                await dwolla.GetAsync<object>(new Uri(dwolla.ApiBaseAddress + "/customers"), new()); // calls Dwolla
                var payos = new Net.payOS.PayOS("id", "key", "sum"); // wires PayOS
                payos.verifyPaymentWebhookData(await payos.confirmWebhook("https://shop.contoso.com/paid")); // calls PayOS
                await injected.GetAsync<object>(new Uri("https://api.dwolla.com/customers"), new()); // calls Dwolla
            }
        }
        """);

    [Fact]
    public Task ModelsRequestsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            async Task<object> M(WooCommerceNET.RestAPI rest, commercetools.Sdk.Api.Client.ProjectApiRoot root, EasyPost.Models.API.Shipment shipment, Shippo.APIResource shippo, ShipEngineSDK.ShipEngine engine, Iyzipay.Model.Payment payment)
            {
                root.Products().Get().WithLimit(1);
                shipment.LowestRate();
                shippo.SetApiVersion("2018-02-08");
                shippo.serialize("x");
                engine.ModifyRequest(request => { });
                AuthorizeNet.Api.Controllers.createTransactionController.RunEnvironment = AuthorizeNet.Environment.SANDBOX;
                new AuthorizeNet.Api.Controllers.createTransactionController(new()).GetApiResponse();
                await new FakeDwolla().GetAsync<object>(null, null);
                return payment.Status + new Iyzipay.Model.Buyer { Id = "1" } + Klarna.Rest.Core.Klarna.GetDefaultUserAgent() + new WooCommerceNET.WooCommerce.v3.Product { name = "x" } + nameof(rest.GetRestful);
            }
        }
        class FakeDwolla : Dwolla.Client.IDwollaClient { public string ApiBaseAddress => ""; public Task<object> GetAsync<TRes>(Uri uri, Dwolla.Client.Headers headers) => Task.FromResult<object>("x"); }
        class Real { async Task M(ShipEngineSDK.IShipEngine ships) => await ships.ListCarriers(); } // calls ShipEngine
        """);
}
