namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that keep the books, the stock and the shop, and of those that compute their taxes.</summary>
public sealed class ErpSdkTests
{
    internal const string Sdks = """
        namespace SAP.Middleware.Connector
        {
            public class RfcConfigParameters : Dictionary<string, string> { public const string AppServerHost = "ASHOST"; }
            public interface IRfcDataContainer { void SetValue(string name, object value); string GetString(string name); }
            public interface IRfcFunction : IRfcDataContainer { void Invoke(RfcDestination destination); }
            public class RfcRepository { public IRfcFunction CreateFunction(string name) => null; }
            public class RfcDestination { public RfcRepository Repository { get; } public void Ping() { } }
            public static class RfcDestinationManager { public static RfcDestination GetDestination(string destinationName) => null; public static RfcDestination GetDestination(RfcConfigParameters parameters) => null; }
            public class RfcTransaction { public void AddFunction(IRfcFunction function) { } public void Commit(RfcDestination destination) { } }
            public class RfcCommunicationException : Exception { }
        }
        namespace SapNwRfc
        {
            public interface ISapFunction : IDisposable { bool HasParameter(string parameterName); void Invoke(object input); TOutput Invoke<TOutput>(object input); }
            public interface ISapConnection : IDisposable { void Connect(); void Disconnect(); bool Ping(); ISapFunction CreateFunction(string name); }
            public sealed class SapConnection : ISapConnection { public SapConnection(string connectionString) { } public bool IsValid { get; } public void Connect() { } public void Disconnect() { } public bool Ping() => true; public ISapFunction CreateFunction(string name) => null; public void Dispose() { } }
        }
        namespace B1SLayer
        {
            public class SLRequest { public SLRequest Filter(string filter) => this; public Task<T> GetAsync<T>(bool unwrapCollection = true) => null; public Task<T> PostAsync<T>(object data) => null; }
            public class SLConnection
            {
                public SLConnection(Uri serviceLayerRoot, string companyDB, string userName, string password, int? language = null) { }
                public SLConnection(string serviceLayerRoot, string companyDB, string userName, string password) { }
                public SLRequest Request(string resource) => null;
                public Task LogoutAsync() => null;
            }
        }
        namespace Intuit.Ipp.Core { public enum IntuitServicesType { QBO } public class ServiceContext { public ServiceContext(string appToken, string realmId, IntuitServicesType serviceType, object requestValidator = null) { } } }
        namespace Intuit.Ipp.Data { public interface IEntity { } public class Customer : IEntity { public string Id { get; set; } } }
        namespace Intuit.Ipp.DataService
        {
            using Intuit.Ipp.Data;
            public class Batch { public void Add(IEntity entity, string id) { } public void Execute() { } }
            public class DataService
            {
                public DataService(Intuit.Ipp.Core.ServiceContext serviceContext) { }
                public T Add<T>(T entity) where T : IEntity => entity;
                public void AddAsync<T>(T entity) where T : IEntity { }
                public System.Collections.ObjectModel.ReadOnlyCollection<T> FindAll<T>(T entity, int startPosition = 1, int maxResults = 500) where T : IEntity => null;
                public Batch CreateNewBatch() => null;
            }
        }
        namespace Intuit.Ipp.QueryFilter { public class QueryService<T> { public QueryService(Intuit.Ipp.Core.ServiceContext serviceContext) { } public System.Collections.ObjectModel.ReadOnlyCollection<T> ExecuteIdsQuery(string idsQuery) => null; } }
        namespace Intuit.Ipp.OAuth2PlatformClient { public class OAuth2Client { public OAuth2Client(string clientID, string clientSecret, string redirectURI, string environment) { } public string GetAuthorizationURL(List<string> scopes) => ""; public Task<object> RefreshTokenAsync(string refreshToken, object extra = null, CancellationToken cancellationToken = default) => null; } }
        namespace Xero.NetStandard.OAuth2.Api { public class AccountingApi { public AccountingApi() { } public string GetBasePath() => ""; public Task<object> GetInvoicesAsync(string accessToken, string xeroTenantId) => null; } }
        namespace ShopifySharp
        {
            public class Order { public long? Id { get; set; } }
            public class GraphRequest { public string Query { get; set; } }
            public interface IOrderService { Task<Order> GetAsync(long orderId, string fields = null, CancellationToken cancellationToken = default); }
            public abstract class ShopifyService { protected ShopifyService(string myShopifyUrl, string shopAccessToken) { } public void SetExecutionPolicy(object executionPolicy) { } }
            public class OrderService : ShopifyService, IOrderService { public OrderService(string myShopifyUrl, string shopAccessToken) : base(myShopifyUrl, shopAccessToken) { } public virtual Task<Order> GetAsync(long orderId, string fields = null, CancellationToken cancellationToken = default) => null; }
            public class InventoryItemService : ShopifyService { public InventoryItemService(string myShopifyUrl, string shopAccessToken) : base(myShopifyUrl, shopAccessToken) { } public virtual Task<object> GetAsync(long inventoryItemId, CancellationToken cancellationToken = default) => null; }
            public class ShopifyException : Exception { }
        }
        namespace ShopifySharp.Filters { public class OrderListFilter { public string Status { get; set; } } }
        namespace Avalara.AvaTax.RestClient
        {
            public enum AvaTaxEnvironment { Sandbox, Production }
            public class CreateTransactionModel { public string code { get; set; } }
            public class AvaTaxClient
            {
                public AvaTaxClient(string appName, string appVersion, string machineName, AvaTaxEnvironment environment) { }
                public AvaTaxClient WithSecurity(string username, string password) => this;
                public object CreateTransaction(string include, CreateTransactionModel model) => null;
                public Task<object> CreateTransactionAsync(string include, CreateTransactionModel model) => null;
            }
            public class TransactionBuilder { public TransactionBuilder(AvaTaxClient client, string companyCode, int type, string customerCode) { } public TransactionBuilder WithLine(decimal amount) => this; public object Create() => null; public Task<object> CreateAsync() => null; }
        }
        namespace Taxjar { public class TaxjarApi { public TaxjarApi(string token, object parameters = null) { } public virtual object TaxForOrder(object parameters) => null; public virtual Task<object> TaxForOrderAsync(object parameters) => null; public virtual void SetApiConfig(string key, object value) { } } }
        namespace DocuSign.eSign.Model { public class EnvelopeDefinition { public string EmailSubject { get; set; } public string ToJson() => ""; } }
        namespace DocuSign.eSign.Client { public class DocuSignClient { public DocuSignClient(string apiBase, object proxy = null) { } public string GetBasePath() => ""; } }
        namespace DocuSign.eSign.Api
        {
            using DocuSign.eSign.Model;
            public interface IEnvelopesApi { object CreateEnvelope(string accountId, EnvelopeDefinition envelopeDefinition = null); Task<object> CreateEnvelopeAsync(string accountId, EnvelopeDefinition envelopeDefinition = null); }
            public class EnvelopesApi : IEnvelopesApi { public EnvelopesApi(DocuSign.eSign.Client.DocuSignClient apiClient) { } public object CreateEnvelope(string accountId, EnvelopeDefinition envelopeDefinition = null) => null; public Task<object> CreateEnvelopeAsync(string accountId, EnvelopeDefinition envelopeDefinition = null) => null; }
        }
        """;

    [Fact]
    public Task Erps_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Sap(SapNwRfc.ISapConnection injected)
        {
            void M()
            {
                var destination = SAP.Middleware.Connector.RfcDestinationManager.GetDestination("ERP"); // wires SAP
                var function = destination.Repository.CreateFunction("BAPI_USER_GETLIST");
                function.SetValue("MAX_ROWS", 1);
                function.Invoke(destination); // calls SAP
                var transaction = new SAP.Middleware.Connector.RfcTransaction();
                transaction.AddFunction(function);
                transaction.Commit(destination); // calls SAP

                using var connection = new SapNwRfc.SapConnection("AppServerHost=sap.contoso.com; SystemNumber=00"); // wires SAP
                connection.Connect(); // calls SAP
                using var made = connection.CreateFunction("BAPI_USER_GETLIST");
                made.Invoke<object>(new { }); // calls SAP
                injected.Ping(); // calls SAP
                connection.Disconnect();
            }
            async Task BusinessOne()
            {
                var layer = new B1SLayer.SLConnection("https://sap.contoso.com:50000/b1s/v1", "SBO", "manager", "word"); // wires sap.contoso.com at https://sap.contoso.com:50000/b1s/v1
                await layer.Request("BusinessPartners").Filter("x eq 1").GetAsync<object>(); // calls sap.contoso.com
                await layer.LogoutAsync(); // calls sap.contoso.com
            }
        }
        class QuickBooks
        {
            async Task M(Intuit.Ipp.Core.ServiceContext context)
            {
                var service = new Intuit.Ipp.DataService.DataService(context); // wires QuickBooks
                service.Add(new Intuit.Ipp.Data.Customer()); // calls QuickBooks
                service.FindAll(new Intuit.Ipp.Data.Customer()); // calls QuickBooks
                var batch = service.CreateNewBatch();
                batch.Add(new Intuit.Ipp.Data.Customer(), "1");
                batch.Execute(); // calls QuickBooks
                var queries = new Intuit.Ipp.QueryFilter.QueryService<Intuit.Ipp.Data.Customer>(context); // wires QuickBooks
                queries.ExecuteIdsQuery("SELECT * FROM Customer"); // calls QuickBooks
                var login = new Intuit.Ipp.OAuth2PlatformClient.OAuth2Client("id", "secret", "https://shop.contoso.com/back", "production");
                login.GetAuthorizationURL([]);
                await login.RefreshTokenAsync("token"); // calls QuickBooks
            }
        }
        class Accounts { async Task M() => await new Xero.NetStandard.OAuth2.Api.AccountingApi().GetInvoicesAsync("token", "tenant"); } // calls Xero
        class Shop(ShopifySharp.IOrderService injected)
        {
            async Task M()
            {
                var orders = new ShopifySharp.OrderService("https://acme.myshopify.com", "token"); // wires Shopify at https://acme.myshopify.com
                await orders.GetAsync(1); // calls Shopify
                var items = new ShopifySharp.InventoryItemService("https://acme.myshopify.com", "token"); // wires Shopify at https://acme.myshopify.com
                await items.GetAsync(1); // calls Shopify
                await injected.GetAsync(1); // calls Shopify
            }
        }
        class Taxes
        {
            async Task M()
            {
                var avalara = new Avalara.AvaTax.RestClient.AvaTaxClient("app", "1", "here", Avalara.AvaTax.RestClient.AvaTaxEnvironment.Sandbox) // wires Avalara
                    .WithSecurity("user", "word");
                await avalara.CreateTransactionAsync(null, new()); // calls Avalara
                new Avalara.AvaTax.RestClient.TransactionBuilder(avalara, "DEFAULT", 1, "c").WithLine(1).Create(); // calls Avalara
                var taxjar = new Taxjar.TaxjarApi("token"); // wires TaxJar
                taxjar.TaxForOrder(new { }); // calls TaxJar
                await taxjar.TaxForOrderAsync(new { }); // calls TaxJar
            }
        }
        class Signatures
        {
            async Task M()
            {
                var client = new DocuSign.eSign.Client.DocuSignClient("https://demo.docusign.net/restapi"); // wires DocuSign at https://demo.docusign.net/restapi
                var envelopes = new DocuSign.eSign.Api.EnvelopesApi(client);
                envelopes.CreateEnvelope("1", new()); // calls DocuSign
                await envelopes.CreateEnvelopeAsync("1", new()); // calls DocuSign
            }
        }
        """);

    [Fact]
    public Task Parameters_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using SAP.Middleware.Connector;
        class Quiet
        {
            object M(IRfcFunction function, SapNwRfc.ISapFunction other, ShopifySharp.OrderService orders, Taxjar.TaxjarApi taxjar, DocuSign.eSign.Client.DocuSignClient client)
            {
                try
                {
                    function.SetValue("x", 1);
                    orders.SetExecutionPolicy(new());
                    taxjar.SetApiConfig("timeout", 1);
                    return function.GetString("y") + other.HasParameter("x") + new RfcConfigParameters { [RfcConfigParameters.AppServerHost] = "sap.contoso.com" }.Count + client.GetBasePath();
                }
                catch (RfcCommunicationException) { return new ShopifySharp.Filters.OrderListFilter { Status = "open" }; }
                catch (ShopifySharp.ShopifyException) { return nameof(Intuit.Ipp.DataService.DataService.Add) + new DocuSign.eSign.Model.EnvelopeDefinition { EmailSubject = "x" }.ToJson(); }
            }
        }
        class FakeOrders : ShopifySharp.IOrderService { public Task<ShopifySharp.Order> GetAsync(long orderId, string fields = null, CancellationToken cancellationToken = default) => Task.FromResult(new ShopifySharp.Order { Id = orderId }); }
        class Real { Task M(ShopifySharp.IOrderService orders) => orders.GetAsync(1); } // calls Shopify
        """);
}
