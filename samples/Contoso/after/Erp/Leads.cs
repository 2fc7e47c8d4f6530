namespace Contoso.Erp;

/// <summary>Tells Marketing who bought what, through a named client whose address stands in the configuration.</summary>
public sealed class Leads(IHttpClientFactory clients)
{
    public async Task ReportAsync(Order order, CancellationToken cancellation)
    {
        var http = clients.CreateClient("marketing");
        using var response = await http.PostAsJsonAsync("leads", new { order.CustomerId, order.Article }, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
