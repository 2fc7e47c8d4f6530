using System.Net;

namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>Stands where the network is, and notes which addresses were reached.</summary>
internal sealed class StubTransport(Func<HttpRequestMessage, HttpResponseMessage>? answer = null) : HttpMessageHandler
{
    public List<Uri> Reached { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Reached.Add(request.RequestUri!);
        var response = answer?.Invoke(request) ?? new HttpResponseMessage(HttpStatusCode.OK);
        response.RequestMessage = request;
        return response;
    }
}
