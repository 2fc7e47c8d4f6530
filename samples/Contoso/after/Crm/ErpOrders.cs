using PointToPoint.Gateway;

namespace Contoso.Crm;

public sealed record NewOrder(string Article, int Quantity);

public sealed record Order(int Id, int CustomerId, string Article, int Quantity, decimal Total);

/// <summary>The orders of a customer, which the ERP keeps. Wired the classic way: its address stands in the code.</summary>
public sealed class ErpOrders
{
    private readonly HttpClient _http;

    public ErpOrders(IIntegrationGateway gateway)
    {
        _http = gateway.CreateClient("erp");
    }

    public async Task<Order[]> OfCustomerAsync(int customerId, CancellationToken cancellation)
    {
        // Newest first, as the ERP gives them.
        var orders = await _http.GetFromJsonAsync<Order[]>($"/api/orders?customer={customerId}", cancellation);
        return orders ?? [];
    }

    public async Task<Order?> PlaceAsync(int customerId, NewOrder order, CancellationToken cancellation)
    {
        using var response = await _http.PostAsJsonAsync($"/api/customers/{customerId}/orders", order, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Order>(cancellation);
    }
}
