namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that take payments.</summary>
public sealed class PaymentSdkTests
{
    internal const string Sdks = """
        namespace MercadoPago.Client.Payment { public class PaymentCreateRequest { public decimal TransactionAmount { get; set; } } public class PaymentClient { public Task<object> CreateAsync(PaymentCreateRequest request) => null; public object Create(PaymentCreateRequest request) => null; } }
        namespace PayPal.Api
        {
            public class APIContext { public APIContext() { } public APIContext(string accessToken) { } public Dictionary<string, string> Config { get; set; } }
            public class OAuthTokenCredential { public OAuthTokenCredential(string clientId, string clientSecret) { } public string GetAccessToken() => null; }
            public class PayPalSerializableObject { public virtual string ConvertToJson() => null; }
            public class PaymentExecution : PayPalSerializableObject { public string payer_id { get; set; } }
            public class Payment : PayPalSerializableObject
            {
                public string id { get; set; }
                public Payment Create(APIContext apiContext) => null;
                public static Payment Create(APIContext apiContext, Payment payment) => null;
                public static Payment Get(APIContext apiContext, string paymentId) => null;
                public Payment Execute(APIContext apiContext, PaymentExecution paymentExecution) => null;
                public string GetApprovalUrl(bool setUserActionParameter = false) => null;
            }
            public class Refund : PayPalSerializableObject { }
            public class Sale : PayPalSerializableObject { public static Sale Get(APIContext apiContext, string saleId) => null; public Refund Refund(APIContext apiContext, Refund refund) => null; }
            public class WebhookEvent : PayPalSerializableObject { public static WebhookEvent Get(APIContext apiContext, string eventId) => null; }
        }
        namespace PayPalHttp
        {
            public class HttpRequest { public HttpRequest(string path, HttpMethod method) { } public object Body { get; set; } }
            public class HttpResponse { public T Result<T>() => default; }
            public class HttpException : Exception { }
            public class Environment { }
            public class HttpClient
            {
                public HttpClient(Environment environment) { }
                public void AddInjector(object injector) { }
                public virtual Task<HttpResponse> Execute<T>(T req) where T : HttpRequest => null;
            }
        }
        namespace PayPalCheckoutSdk.Core
        {
            public class PayPalEnvironment : PayPalHttp.Environment { }
            public class SandboxEnvironment : PayPalEnvironment { public SandboxEnvironment(string clientId, string clientSecret) { } }
            public class PayPalHttpClient : PayPalHttp.HttpClient { public PayPalHttpClient(PayPalEnvironment environment) : base(environment) { } }
        }
        namespace PayPalCheckoutSdk.Orders
        {
            public class OrderRequest { public string CheckoutPaymentIntent { get; set; } }
            public class OrdersCreateRequest : PayPalHttp.HttpRequest { public OrdersCreateRequest() : base("/v2/checkout/orders", HttpMethod.Post) { } public OrdersCreateRequest RequestBody(OrderRequest order) => this; }
        }
        namespace PaypalServerSdk.Standard.Controllers { public class OrdersController { public Task<object> CreateOrderAsync(object input, CancellationToken cancellationToken = default) => null; public object CreateOrder(object input) => null; } }
        namespace PaypalServerSdk.Standard { public class PaypalServerSdkClient { public Controllers.OrdersController OrdersController { get; } } }
        namespace Braintree
        {
            public class Environment { public static readonly Environment SANDBOX = new(); }
            public class Result<T> { public bool IsSuccess() => true; }
            public class Transaction { }
            public class TransactionRequest { public decimal Amount { get; set; } public string ToXml() => ""; }
            public interface ITransactionGateway { Result<Transaction> Sale(TransactionRequest request); Task<Result<Transaction>> SaleAsync(TransactionRequest request); Result<Transaction> Refund(string id); Task<Result<Transaction>> RefundAsync(string id); }
            public interface IClientTokenGateway { string Generate(object request = null); Task<string> GenerateAsync(object request = null); }
            public interface IWebhookNotificationGateway { object Parse(string signature, string payload); string Verify(string challenge); }
            public interface IBraintreeGateway { ITransactionGateway Transaction { get; } }
            public class BraintreeGateway : IBraintreeGateway
            {
                public BraintreeGateway(Environment environment, string merchantId, string publicKey, string privateKey) { }
                public BraintreeGateway(string accessToken) { }
                public virtual ITransactionGateway Transaction { get; }
                public virtual IClientTokenGateway ClientToken { get; }
                public virtual IWebhookNotificationGateway WebhookNotification { get; }
            }
        }
        namespace Braintree.Exceptions { public class NotFoundException : Exception { } }
        namespace Adyen.Model { public enum Environment { Test, Live } public class RequestOptions { } }
        namespace Adyen.Model.Checkout { public class PaymentRequest { public string Reference { get; set; } public string ToJson() => ""; } public class PaymentResponse { } }
        namespace Adyen { public class Config { public string XApiKey { get; set; } } public class Client { public Client(Config config) { } public Client(string xApiKey, Model.Environment environment) { } } }
        namespace Adyen.Service.Checkout
        {
            using Adyen.Model.Checkout;
            public interface IPaymentsService { PaymentResponse Payments(PaymentRequest paymentRequest = default, Model.RequestOptions requestOptions = default); Task<PaymentResponse> PaymentsAsync(PaymentRequest paymentRequest = default, Model.RequestOptions requestOptions = default, CancellationToken cancellationToken = default); }
            public class PaymentsService : IPaymentsService
            {
                public PaymentsService(Client client) { }
                public PaymentResponse Payments(PaymentRequest paymentRequest = default, Model.RequestOptions requestOptions = default) => null;
                public Task<PaymentResponse> PaymentsAsync(PaymentRequest paymentRequest = default, Model.RequestOptions requestOptions = default, CancellationToken cancellationToken = default) => null;
            }
        }
        namespace Adyen.Transfers.Services { public interface ITransfersService { Task<object> TransferFundsAsync(object transferInfo, object requestOptions = default, CancellationToken cancellationToken = default); } }
        namespace Amazon.Pay.API { public class ApiConfiguration { public ApiConfiguration(string region, string publicKeyId, string privateKey) { } } public abstract class Client { protected Client(ApiConfiguration payConfiguration) { } public object GetAuthorizationToken(string mwsAuthToken, string merchantId, Dictionary<string, string> headers = null) => null; } }
        namespace Amazon.Pay.API.WebStore.CheckoutSession { public class CreateCheckoutSessionRequest { public string ToJson() => ""; } public class CheckoutSessionResponse { } }
        namespace Amazon.Pay.API.WebStore.Interfaces { using CheckoutSession; public interface IWebStoreClient { CheckoutSessionResponse CreateCheckoutSession(CreateCheckoutSessionRequest body, Dictionary<string, string> headers = null); string GenerateButtonSignature(string jsonString); } }
        namespace Amazon.Pay.API.WebStore
        {
            using CheckoutSession;
            public class WebStoreClient : Client, Interfaces.IWebStoreClient
            {
                public WebStoreClient(ApiConfiguration payConfiguration) : base(payConfiguration) { }
                public CheckoutSessionResponse CreateCheckoutSession(CreateCheckoutSessionRequest body, Dictionary<string, string> headers = null) => null;
                public CheckoutSessionResponse FinalizeCheckoutSession(string checkoutSessionId, object request, Dictionary<string, string> headers = null) => null;
                public string GenerateButtonSignature(string jsonString) => null;
            }
        }
        namespace Square { public class ClientOptions { public string BaseUrl { get; set; } } public class SquareClient { public SquareClient(string token = null, ClientOptions clientOptions = null) { } public Payments.IPaymentsClient Payments { get; } } }
        namespace Square.Payments { public class CreatePaymentRequest { public string SourceId { get; set; } } public interface IPaymentsClient { Task<object> CreateAsync(CreatePaymentRequest request, object options = null, CancellationToken cancellationToken = default); } }
        namespace Mollie.Api.Models.Payment { public class PaymentRequest { public string Description { get; set; } } public class PaymentResponse { } }
        namespace Mollie.Api.Client.Abstract { using Mollie.Api.Models.Payment; public interface IPaymentClient : IDisposable { Task<PaymentResponse> CreatePaymentAsync(PaymentRequest paymentRequest, bool includeQrCode = false, CancellationToken cancellationToken = default); } }
        namespace Mollie.Api.Client { using Mollie.Api.Models.Payment; public class PaymentClient : Abstract.IPaymentClient { public PaymentClient(string apiKey, HttpClient httpClient = null) { } public Task<PaymentResponse> CreatePaymentAsync(PaymentRequest paymentRequest, bool includeQrCode = false, CancellationToken cancellationToken = default) => null; public IDisposable WithIdempotencyKey(string value) => null; public void Dispose() { } } }
        namespace Going.Plaid { public enum Environment { Sandbox } public sealed class PlaidClient { public PlaidClient(Environment? environment = null, string userId = null, string clientId = null) { } public Task<object> AccountsGetAsync(Accounts.AccountsGetRequest request) => null; } }
        namespace Going.Plaid.Accounts { public class AccountsGetRequest { public string AccessToken { get; set; } } }
        """;

    [Fact]
    public Task PaymentProviders_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Mercado
        {
            async Task M()
            {
                var payments = new MercadoPago.Client.Payment.PaymentClient();
                await payments.CreateAsync(new() { TransactionAmount = 10 }); // calls Mercado Pago
                payments.Create(new()); // calls Mercado Pago
            }
        }
        class PayPalOfOld
        {
            void M()
            {
                var token = new PayPal.Api.OAuthTokenCredential("id", "secret").GetAccessToken(); // calls PayPal
                var context = new PayPal.Api.APIContext(token); // wires PayPal
                var made = new PayPal.Api.Payment().Create(context); // calls PayPal
                var found = PayPal.Api.Payment.Get(context, made.id); // calls PayPal
                found.Execute(context, new PayPal.Api.PaymentExecution { payer_id = "1" }); // calls PayPal
                PayPal.Api.Sale.Get(context, "1").ConvertToJson(); // calls PayPal
                PayPal.Api.WebhookEvent.Get(context, "1"); // calls PayPal
            }
        }
        class PayPalCheckout
        {
            async Task M(PaypalServerSdk.Standard.PaypalServerSdkClient newest)
            {
                var client = new PayPalCheckoutSdk.Core.PayPalHttpClient(new PayPalCheckoutSdk.Core.SandboxEnvironment("id", "secret")); // wires PayPal
                var request = new PayPalCheckoutSdk.Orders.OrdersCreateRequest().RequestBody(new() { CheckoutPaymentIntent = "CAPTURE" });
                var response = await client.Execute(request); // calls PayPal
                await newest.OrdersController.CreateOrderAsync(new()); // calls PayPal
                newest.OrdersController.CreateOrder(new()); // calls PayPal
            }
        }
        class BraintreeCaller(Braintree.IBraintreeGateway injected)
        {
            async Task M()
            {
                var gateway = new Braintree.BraintreeGateway(Braintree.Environment.SANDBOX, "m", "p", "k"); // wires Braintree
                gateway.Transaction.Sale(new Braintree.TransactionRequest { Amount = 1 }); // calls Braintree
                await gateway.ClientToken.GenerateAsync(); // calls Braintree
                await injected.Transaction.RefundAsync("1"); // calls Braintree
                gateway.WebhookNotification.Parse("signature", "payload");
            }
        }
        class AdyenCaller(Adyen.Transfers.Services.ITransfersService transfers)
        {
            async Task M()
            {
                var client = new Adyen.Client("key", Adyen.Model.Environment.Test); // wires Adyen
                var payments = new Adyen.Service.Checkout.PaymentsService(client);
                await payments.PaymentsAsync(new() { Reference = "1" }); // calls Adyen
                payments.Payments(new() { Reference = "1" }); // calls Adyen
                await transfers.TransferFundsAsync(new()); // calls Adyen
            }
        }
        class AmazonPay(Amazon.Pay.API.WebStore.Interfaces.IWebStoreClient injected)
        {
            void M()
            {
                var client = new Amazon.Pay.API.WebStore.WebStoreClient(new("eu", "id", "key")); // wires Amazon Pay
                client.CreateCheckoutSession(new()); // calls Amazon Pay
                client.FinalizeCheckoutSession("1", new()); // calls Amazon Pay
                client.GetAuthorizationToken("token", "merchant"); // calls Amazon Pay
                injected.CreateCheckoutSession(new()); // calls Amazon Pay
                client.GenerateButtonSignature("{}");
            }
        }
        class Others(Mollie.Api.Client.Abstract.IPaymentClient mollie)
        {
            async Task M()
            {
                var square = new Square.SquareClient("token"); // wires Square
                await square.Payments.CreateAsync(new() { SourceId = "1" }); // calls Square
                var own = new Mollie.Api.Client.PaymentClient("key"); // wires Mollie
                await own.CreatePaymentAsync(new()); // calls Mollie
                await mollie.CreatePaymentAsync(new() { Description = "x" }); // calls Mollie
                var plaid = new Going.Plaid.PlaidClient(Going.Plaid.Environment.Sandbox); // wires Plaid
                await plaid.AccountsGetAsync(new() { AccessToken = "x" }); // calls Plaid
            }
        }
        """);

    [Fact]
    public Task Models_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            object M(PayPal.Api.Payment payment, Braintree.Result<Braintree.Transaction> result, Mollie.Api.Client.PaymentClient mollie, PayPalHttp.HttpResponse response)
            {
                try { return payment.GetApprovalUrl() + payment.ConvertToJson() + result.IsSuccess() + new Braintree.TransactionRequest { Amount = 1 }.ToXml() + response.Result<string>(); }
                catch (PayPalHttp.HttpException) { return new Adyen.Model.Checkout.PaymentRequest { Reference = "1" }.ToJson(); }
                catch (Braintree.Exceptions.NotFoundException) { return nameof(PayPal.Api.Payment.Create) + typeof(Adyen.Service.Checkout.PaymentsService); }
                finally { mollie.WithIdempotencyKey("1").Dispose(); }
            }
        }
        class FakeTransactions : Braintree.ITransactionGateway
        {
            public Braintree.Result<Braintree.Transaction> Sale(Braintree.TransactionRequest request) => new();
            public Task<Braintree.Result<Braintree.Transaction>> SaleAsync(Braintree.TransactionRequest request) => Task.FromResult(Sale(request));
            public Braintree.Result<Braintree.Transaction> Refund(string id) => new();
            public Task<Braintree.Result<Braintree.Transaction>> RefundAsync(string id) => Task.FromResult(Refund(id));
        }
        class Real { Task M(Braintree.ITransactionGateway transactions) => transactions.SaleAsync(new()); } // calls Braintree
        """);
}
