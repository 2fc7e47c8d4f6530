using Contoso.Erp;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIntegrationGateway(builder.Configuration.GetSection("IntegrationGateway"));

builder.Services.AddSingleton<Orders>();
builder.Services.AddSingleton<Leads>();
builder.Services.AddHttpClient("marketing", client => client.BaseAddress = new Uri(builder.Configuration["Marketing:BaseUrl"]!)).UseIntegrationGateway("marketing");

var app = builder.Build();

app.MapGet("/api/orders", (int customer, Orders orders) => orders.OfCustomer(customer));

app.MapPost("/api/customers/{id:int}/orders", async (int id, NewOrder order, Orders orders, Leads leads, CancellationToken cancellation) =>
{
    var placed = orders.Place(id, order);
    await leads.ReportAsync(placed, cancellation);
    return placed;
});

app.Run();
