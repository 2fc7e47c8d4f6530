using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The raw target of the request line.</param>
/// <param name="Headers">The headers in order, "Name: value".</param>
/// <param name="Body">The body as text.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyList<string> Headers, string Body)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, System.Text.Encoding.Latin1, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Request.Body.Position = 0;
        return new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            [.. context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")],
            body);
    }

    public string? Header(string name) =>
        Headers.SingleOrDefault(header => header.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    public override string ToString() => $"{Method} {Target}\n{string.Join('\n', Headers)}\n\n{Body}";
}
