using System.Collections.Concurrent;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

var leads = new ConcurrentQueue<Lead>();

app.MapGet("/api/campaigns/{segment}", (string segment) => new[] { new Campaign("Spring sale", segment), new Campaign("Open house", segment) });

app.MapPost("/api/leads", (Lead lead) =>
{
    leads.Enqueue(lead);
    return Results.Accepted();
});

app.MapGet("/api/leads", () => leads);

app.Run();

internal sealed record Campaign(string Name, string Segment);

internal sealed record Lead(int CustomerId, string Article);
