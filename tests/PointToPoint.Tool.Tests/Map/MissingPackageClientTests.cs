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
    [InlineData("using Contoso.Orders.Api.Client;", "OrdersOptions")]
    [InlineData("using Contoso.Orders.Api.Client; using Contoso.Stock.Api.Client;", "IThingsClient")]
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
}
