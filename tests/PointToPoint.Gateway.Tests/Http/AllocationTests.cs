using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

/// <summary>What the gateway allocates for a request, exact to the byte: the transport is a stub, and everything runs on this thread.</summary>
public sealed class AllocationTests
{
    private const int Requests = 1000;

#if DEBUG
    // A debug build makes an object of the state of every async method; there are two.
    private const long Budget = 700 + 240;
#else
    private const long Budget = 700;
#endif

    [Fact]
    public void Request_CostsAFewHundredBytesMoreThanWithoutTheGateway()
    {
        using var direct = new HttpClient(new Transport()) { BaseAddress = new Uri("https://erp.contoso.com/") };
        var services = new ServiceCollection();
        services.AddIntegrationGateway(options => options.Add("erp", new Uri("https://erp.contoso.com/")))
            // The factory's logging is the application's choice and not the gateway's cost.
            .ConfigureSystem("erp").RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new Transport());
        using var provider = services.BuildServiceProvider();
        using var routed = provider.GetRequiredService<IIntegrationGateway>().CreateClient("erp");

        var (before, after) = (Cost(direct), Cost(routed));

        TestContext.Current.SendDiagnosticMessage($"direct {before} B, through the gateway {after} B");
        Assert.InRange(after - before, 1, Budget);
    }

    // The least of several runs: the first ones compile.
    private static long Cost(HttpClient client) => Enumerable.Range(0, 5).Min(_ =>
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Requests; i++) client.GetAsync("/api/orders/42", TestContext.Current.CancellationToken).GetAwaiter().GetResult().Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - start) / Requests;
    });

    // Reads of the address what every transport reads of it.
    private sealed class Transport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            Assert.Equal(("erp.contoso.com", 443, "/api/orders/42"), (address.IdnHost, address.Port, address.PathAndQuery));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request });
        }
    }
}
