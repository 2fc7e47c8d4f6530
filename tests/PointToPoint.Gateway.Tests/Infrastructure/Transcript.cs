using Microsoft.AspNetCore.Http;

namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>
/// The same code with a client of its own and with the gateway's, against the same server: what the server received and what the
/// code saw must be equal.
/// </summary>
internal static class Transcript
{
    /// <param name="answer">The server.</param>
    /// <param name="before">The code before the fix; it gets the address it would hold as a literal, without a slash at its end.</param>
    /// <param name="after">The code after the fix.</param>
    public static async Task AssertEqualAsync(
        RequestDelegate answer, Func<string, Task<object?>> before, Func<IIntegrationGateway, Task<object?>> after)
    {
        await using var server = await LoopbackServer.StartAsync(answer);
        using var gateway = Gateways.For("erp", server.Address);

        var direct = await OutcomeAsync(() => before(server.Address.GetLeftPart(UriPartial.Authority)));
        var directReceived = server.TakeReceived();
        var routed = await OutcomeAsync(() => after(gateway));
        var routedReceived = server.TakeReceived();

        Assert.NotEmpty(directReceived);
        Assert.Equal(directReceived.Select(request => request.ToString()), routedReceived.Select(request => request.ToString()));
        Assert.Equal(direct, routed);
    }

    private static async Task<string> OutcomeAsync(Func<Task<object?>> code)
    {
        try
        {
            return $"{await code()}";
        }
        catch (Exception exception)
        {
            var chain = new List<string>();
            // How the socket noticed the end of a connection is a matter of luck; everything above it is not.
            for (var current = exception; current is not (null or IOException); current = current.InnerException) chain.Add($"{current.GetType()}: {current.Message}");
            return string.Join('\n', chain);
        }
    }
}
