using System.Text;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Tests.Routing;

/// <summary>Adversarial addresses with a fixed seed, so that a failure repeats.</summary>
public sealed class RoutingFuzzTests
{
    private const int Inputs = 200_000;

    private static readonly string[] Pieces =
    [
        "/", "//", "\\", "\\\\", ".", "..", "%2e", "%2E%2e", "%2f", "%5c", "%00", "%", "%25", "%252e", ":", "@", "?", "#", ";", "&", "=", " ", "\t", "\r\n", "\0",
        "\u3002", "\uff0f", "\u2028", "ü", "e\u0301", "\ud800", "😀", "[", "]", "::1", "127.0.0.1", "0x7f.1", "evil.example", "erp.contoso.com", "corp.example",
        "erp.gateway.invalid", "crm.gateway.invalid", "erp", "crm", "api", "legacy", "admin", "x", "1", ":80", ":443", ":8443", "user:password@",
        "https://", "http://", "HTTPS:", "http:", "file://", "javascript:", "https+http://",
    ];

    [Fact]
    public void NoAddress_LeavesTheSystemOrItsPaths()
    {
        var random = new Random(20260701);
        var route = Route("https://corp.example/erp/", "https://erp.contoso.com:8443", "https://old.example/legacy/");
        var (sent, refused) = (0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            if (Address(route, Text(random), random) is not { } address) continue;
            Uri reached;
            try
            {
                reached = route.Resolve(address);
            }
            catch (GatewayRoutingException)
            {
                refused++;
                continue;
            }

            sent++;
            // Told by what a connection and a request line are made of, not by how the route compares.
            var allowed = (reached.Scheme, reached.IdnHost, reached.Port) switch
            {
                ("https", "corp.example", 443) => reached.PathAndQuery.StartsWith("/erp/", StringComparison.Ordinal) || reached.AbsolutePath == "/erp",
                ("https", "erp.contoso.com", 8443) => reached.PathAndQuery.StartsWith("/erp/", StringComparison.Ordinal) || reached.AbsolutePath == "/erp",
                ("https", "old.example", 443) => reached.PathAndQuery.StartsWith("/legacy/", StringComparison.Ordinal) || reached.AbsolutePath == "/legacy",
                _ => false,
            };
            Assert.True(allowed, $"input {i}: {address.OriginalString} reached {reached.AbsoluteUri}");
            Assert.DoesNotContain(reached.PathAndQuery, character => character is <= ' ' or >= '\u007f');
            Assert.DoesNotContain(reached.AbsolutePath.Split('/'), segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");
        }

        // The inputs are worth something only if plenty of both kinds occur.
        Assert.InRange(sent, Inputs / 10, Inputs);
        Assert.InRange(refused, Inputs / 10, Inputs);
    }

    [Fact]
    public void PathCutOffAtTheOrigin_ReachesWhatTheWholeAddressReached()
    {
        var random = new Random(20260702);
        var route = Route("https://erp.contoso.com/");
        var compared = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var tail = Text(random);
            // Trailing white space is trimmed off a whole address and not off a relative one; no fix is offered for it.
            if (tail.TrimEnd() != tail || !Uri.TryCreate("https://erp.contoso.com/" + tail, UriKind.Absolute, out var whole)) continue;
            var emitted = tail.Length > 0 && tail[0] is '/' or '\\' || random.Next(2) == 0 ? "/./" + tail : "/" + tail;
#if NETSTANDARD_BUILD
            // netstandard2.0 can't write a path that Uri would escape once more, and refuses it.
            if (whole.PathAndQuery != new Uri("https://erp.contoso.com" + whole.PathAndQuery).PathAndQuery) continue;
#endif
            // Uri leaves a dot segment behind "%%2e" alone. The one path that was sent before and is refused now.
            if (!PathPolicy.IsCanonical(whole.PathAndQuery)) continue;
            var reached = route.Resolve(new Uri(route.BaseAddress, new Uri(emitted, UriKind.Relative)));
            // Fragments don't travel.
            Assert.Equal(whole.Authority, reached.Authority);
            Assert.True(whole.PathAndQuery == reached.PathAndQuery, $"input {i}: {whole.OriginalString} became {reached.AbsoluteUri}");
            compared++;
        }

        Assert.InRange(compared, Inputs / 2, Inputs);
    }

    [Fact]
    public void BasePath_MeansWhatItMeantBehindTheHost()
    {
        var random = new Random(20260703);
        var compared = 0;
        var logical = new Uri("https://erp.gateway.invalid/");
        for (var i = 0; i < Inputs; i++)
        {
            var path = Text(random);
            if (path.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate("https://erp.contoso.com/" + path, UriKind.Absolute, out var whole)) continue;
            var appended = LogicalAddress.Append(logical, path.StartsWith('/') ? "/" + path : path);
            Assert.Equal(logical.Authority, appended.Authority);
            Assert.Equal(whole.PathAndQuery + whole.Fragment, appended.PathAndQuery + appended.Fragment);
            compared++;
        }

        Assert.InRange(compared, Inputs / 2, Inputs);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 9); count > 0; count--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    // Every way in which a text becomes the address of a request.
    private static Uri? Address(GatewayRoute route, string text, Random random)
    {
        var raw = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return random.Next(8) switch
        {
            0 => Uri.TryCreate(text, UriKind.Absolute, out var absolute) ? absolute : null,
            1 => Uri.TryCreate("https://" + text, UriKind.Absolute, out var host) ? host : null,
            2 => Uri.TryCreate("https://corp.example/erp/" + text, UriKind.Absolute, out var physical) ? physical : null,
            3 => Uri.TryCreate("https://corp.example/erp/" + text, raw, out var rawPhysical) ? rawPhysical : null,
            4 => Uri.TryCreate("https://erp.gateway.invalid/" + text, raw, out var rawLogical) ? rawLogical : null,
            5 => Uri.TryCreate("https://erp.gateway.invalid" + text, UriKind.Absolute, out var glued) ? glued : null,
            _ => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var any) ? Combined(route, any) : null,
        };
    }

    private static Uri? Combined(GatewayRoute route, Uri any) => Uri.TryCreate(route.BaseAddress, any, out var combined) ? combined : null;

    private static GatewayRoute Route(string destination, params string[] origins)
    {
        var options = new GatewaySystemOptions { Destination = new Uri(destination) };
        foreach (var origin in origins) options.Origins.Add(new Uri(origin));
        return new GatewayRoute("erp", options);
    }
}
