namespace PointToPoint.Tool.Tests.Map;

/// <summary>Clients that come in packages of an API's own, where those aren't there: known by what they and their namespaces are called.</summary>
public sealed class MissingPackageClientTests
{
    [Theory]
    [InlineData("using Contoso.Orders.Api.Client;", "IOrdersApiClient", "Orders")]
    [InlineData("using Contoso.OrdersApi.Client.Contracts;", "IShipmentsClient", "Orders")]
    [InlineData("using Contoso.Shared;", "IOrdersApiClient", "Orders")]
    [InlineData("using Contoso.Shared; using Contoso.Orders.Api.Client;", "OrdersClient", "Orders")]
    [InlineData("", "Contoso.Orders.Api.Client.OrdersClient", "Orders")]
    [InlineData("using Contoso.Shared; using Contoso.Order.Api.Client;", "IOrders", "Order")]
    [InlineData("using Contoso.Shared; using Contoso.Common.SharePoint.Interfaces;", "ISharePointService", "SharePoint")]
    [InlineData("using Contoso.Salesforce;", "ISalesforceGateway", "Salesforce")]
    [InlineData("using Contoso.Shared; using Contoso.Stock.Client;", "IStockClient", "Stock")]
    [InlineData("using Contoso.Shared; using Contoso.Stock.Client; using Contoso.Orders.Client;", "IOrdersHttpClient", "Orders")]
    [InlineData("using Contoso.Shared; using Contoso.Stock.Client.Models; using Contoso.Stock.Client;", "StockRestClient", "Stock")]
    public async Task ClientOfAMissingPackage_IsItsApi(string usings, string type, string system)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Program.cs
            {{usings}}
            public class Uses({{type}} orders)
            {
                public async Task<int> Go(int id) { var order = await orders.GetOrder(id); await orders.SaveAsync(order); return order.Lines.Count; }
                public Task Send(int id) => orders.PostOrder(id);
                static void Main() { }
            }
            """);

        Assert.Equal(["GetOrder", "PostOrder", "SaveAsync"], scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Verb).Order(StringComparer.Ordinal));
        Assert.Equal([system], scan.Map.Connections.Select(connection => connection.To));
    }

    [Theory]
    [InlineData("using Contoso.Shared;", "IOrdersClient")]
    [InlineData("using Contoso.Shared;", "IApiClient")]
    [InlineData("using Contoso.Shared;", "IHttpApiClient")]
    [InlineData("using Contoso.Shared;", "IInternalApiClient")]
    [InlineData("using Contoso.Orders.Api.Client;", "FakeOrdersClient")]
    [InlineData("using Contoso.Api.Client;", "IThingsClient")]
    [InlineData("using Contoso.Orders.Api.Client;", "OrdersOptions")]
    [InlineData("using Contoso.Orders.Api.Client;", "IThings")]
    [InlineData("using Contoso.Order.Api.Client;", "IOrderRepository")]
    [InlineData("using Contoso.Order.Api.Client;", "IOrderHandler")]
    [InlineData("using Contoso.Orders.Api.Client;", "IReorders")]
    [InlineData("using Contoso.Orders.Api.Client; using Contoso.Stock.Api.Client;", "IThingsClient")]
    [InlineData("using Contoso.Shared;", "ISharePointService")]
    [InlineData("using Contoso.Stock.Client;", "IOrderService")]
    [InlineData("using Contoso.Stock.Client;", "IOrderClient")]
    [InlineData("using Contoso.Stock.Client;", "IResilientHttpClient")]
    [InlineData("using Contoso.Stock.Client;", "ILotHttpClient")]
    [InlineData("using Contoso.Stock.Client;", "IStockService")]
    [InlineData("using Contoso.Cache.Client;", "ICacheClient")]
    [InlineData("using Contoso.Telemetry.Client;", "ITelemetryClient")]
    [InlineData("using Grpc.Net.Client; using Contoso.Shared;", "IOrderHttpClient")]
    [InlineData("using Duende.IdentityModel.Client; using Contoso.Shared;", "IIdentityModelClient")]
    [InlineData("using Contoso.Plant.Steam;", "ISteamService")]
    [InlineData("using Contoso.SharePoint.Models;", "ISharePointService")]
    [InlineData("using Contoso.Http.Client;", "IHttpService")]
    [InlineData("using Contoso.Common.Client;", "ICommonService")]
    [InlineData("using Contoso.SharePoint;", "ISharePointOptions")]
    [InlineData("using Contoso.SharePoint;", "ISharePointFileService")]
    [InlineData("using Contoso.Audit;", "IAuditService")]
    public async Task OtherTypeOfAMissingPackage_IsQuiet(string usings, string type)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Program.cs
            {{usings}}
            public class Uses({{type}} orders)
            {
                public async Task Go(int id) { await orders.GetOrder(id); }
                static void Main() { }
            }
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task FactorysClient_KeepsTheBaseAddressThatIsSetOnIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Http;
            public interface IRequest { string Url { get; } }
            public class OrderRequest(int id) : IRequest { public string Url => $"orders/{id}"; }
            public class Api
            {
                private readonly HttpClient _http;
                public Api(IHttpClientFactory factory) { _http = factory.CreateClient(); _http.BaseAddress = new Uri("https://erp.contoso.com/"); }
                public async Task Get(IRequest request) { using var message = new HttpRequestMessage(HttpMethod.Get, request.Url); await _http.SendAsync(message).ConfigureAwait(false); }
            }
            public class Uses(Api api)
            {
                public Task Go(int id) => api.Get(new OrderRequest(id));
                static void Main() { }
            }
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders/{}", "App/Program.cs wiring https://erp.contoso.com/"], scan.Sites().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ClientOfAMissingBaseClass_IsTheApiThatItIsCalledAfter()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Api.Common;
            public class QnaApiClient : ApiClientBase
            {
                public QnaApiClient(IQnaFactory factory) : base(factory.CreateHttpClient()) { }
                public async Task<Page> Start(Guid id) { using (var request = new HttpRequestMessage(HttpMethod.Post, $"/applications/{id}/start")) { return await PostPutRequestWithResponseAsync<Page>(request); } }
                public Task<Page> Get(Guid id) { return Get<Page>(new HttpRequestMessage(HttpMethod.Get, $"/applications/{id}")); }
                public Task Remove(Guid id) => DeleteAsync("/applications/" + id);
                public async Task Local() { await WriteLog("x"); Log("y"); var address = BaseAddress(); await EnsureInitializedAsync(); await LogAsync("x"); await DelayAsync(5); await ReadContentAsync<string>(null); }
                Task WriteLog(string text) => Task.CompletedTask;
            }
            public class Page { }
            public class StubApiClient : ApiClientBase { public Task Go() => GetAsync("/x"); }
            public class HttpApiClient : ApiClientBase { public Task Go() => GetAsync("/x"); }
            public class OrdersClient : ControllerApiBase { public Task Go() => GetAsync("/x"); }
            public class Pages : PageBase { public async Task Go() { await LoadAsync("/x"); } }
            public class Uses { static void Main() { } }
            """);

        Assert.Equal(["DELETE Qna/applications/{}", "GET Qna/applications/{}", "POST Qna/applications/{}/start"], scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Verb + " " + site.Endpoint).Order(StringComparer.Ordinal));
        Assert.Equal(["Qna"], scan.Map.Connections.Select(connection => connection.To));
    }

    [Fact]
    public async Task AddressInSettingsOfAMissingClass_IsNamedByThem()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Api.Common;
            public interface IWebConfiguration { ErpApiConfiguration Erp { get; } Person Owner { get; } }
            public abstract class Base(string address) { protected readonly HttpClient Http = new() { BaseAddress = new Uri($"{address}") }; }
            public class Erp(string address) : Base(address) { public Task Load(int id) => Http.GetAsync($"orders/{id}"); }
            public class Owner(string address) : Base(address) { public Task Load(int id) => Http.GetAsync($"orders/{id}"); }
            public class Uses(IWebConfiguration configuration)
            {
                public Erp Make() => new(configuration.Erp.ApiBaseAddress);
                public Owner MakeOwner() => new(configuration.Owner.Address);
                static void Main() { }
            }
            """);

        Assert.Contains(scan.Sites(), site => site.StartsWith("App/Program.cs GET config:ErpApiConfiguration:ApiBaseAddress/orders/{}", StringComparison.Ordinal));
        Assert.DoesNotContain(scan.Sites(), site => site.Contains("Owner", StringComparison.Ordinal));
    }
}
