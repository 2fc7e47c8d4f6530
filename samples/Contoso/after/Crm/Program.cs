using Contoso.Crm;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIntegrationGateway(builder.Configuration.GetSection("IntegrationGateway"));

builder.Services.AddScoped<ErpOrders>();
builder.Services.AddHttpClient<MarketingClient>(client => client.BaseAddress = new Uri(client.BaseAddress!, "api/")).UseIntegrationGateway("marketing");

var app = builder.Build();

app.MapGet("/customers/{id:int}", async (int id, ErpOrders orders, MarketingClient marketing, CancellationToken cancellation) =>
    Customers.Find(id) is { } customer
        ? Results.Ok(new
        {
            customer.Id,
            customer.Name,
            Orders = await orders.OfCustomerAsync(id, cancellation),
            Campaigns = await marketing.CampaignsForAsync(customer.Segment, cancellation),
        })
        : Results.NotFound());

app.MapPost("/customers/{id:int}/orders", async (int id, NewOrder order, ErpOrders orders, CancellationToken cancellation) =>
    Customers.Find(id) is null
        ? Results.NotFound()
        : Results.Ok(await orders.PlaceAsync(id, order, cancellation)));

app.Run();
