#if NETSTANDARD2_0
namespace PointToPoint.Gateway.Http;

/// <summary>
/// Stands above the handler that sends. Runtimes with a synchronous Send pass it down every <see cref="DelegatingHandler"/>, and
/// netstandard2.0 can't override it: it would pass the gateway unseen. Here it ends, because this is no delegating handler and
/// what it inherits from the runtime refuses synchronous requests.
/// </summary>
internal sealed class AsynchronousHandler(HttpMessageHandler sender) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _invoker = new(sender, disposeHandler: true);

    public HttpMessageHandler Sender { get; } = sender;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _invoker.Dispose();
        base.Dispose(disposing);
    }
}
#endif
