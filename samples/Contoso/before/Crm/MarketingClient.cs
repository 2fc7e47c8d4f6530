namespace Contoso.Crm;

public sealed record Campaign(string Name, string Segment);

/// <summary>A typed client: its address is set where it is registered.</summary>
public sealed class MarketingClient(HttpClient http)
{
    public async Task<Campaign[]> CampaignsForAsync(string segment, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<Campaign[]>($"campaigns/{segment}", cancellation) ?? [];
}
