namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>Notes what passes it.</summary>
internal sealed class NotingHandler(List<string> seen, string name) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Add($"{name} {request.RequestUri}");
        return base.SendAsync(request, cancellationToken);
    }
}
