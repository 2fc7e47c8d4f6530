using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class EndpointPatternTests
{
    [Theory]
    [InlineData("erp.contoso.com")]
    [InlineData("ERP.Contoso.com.")]
    [InlineData("https://erp.contoso.com")]
    [InlineData("https://erp.contoso.com/")]
    [InlineData("HTTPS://erp.contoso.com:443/api/v2/")]
    [InlineData("erp.contoso.com/api")]
    [InlineData("localhost:5001")]
    [InlineData("http://localhost:5001")]
    [InlineData("*.contoso.com")]
    [InlineData("https://*.contoso.com:8443/api")]
    [InlineData("erp-api")]
    [InlineData("erp_api")]
    [InlineData("https+http://erp-api")]
    [InlineData("amqps://bus.contoso.com/orders")]
    [InlineData("10.0.0.7:8080")]
    [InlineData("[::1]")]
    [InlineData("http://[2001:db8::7]:5001/api")]
    [InlineData("::1")]
    [InlineData("müller.example")]
    [InlineData("https://xn--mller-kva.example")]
    [InlineData("https://erp.contoso.com/a%20b")]
    [InlineData("config:Erp:BaseUrl")]
    [InlineData("Config:Erp__BaseUrl")]
    [InlineData("client:erp")]
    [InlineData("client:Contoso ERP")]
    public void WellFormedEntries_AreRead(string text)
    {
        var pattern = EndpointPatternParser.Parse(text, out var error);

        Assert.Equal("", error);
        Assert.NotNull(pattern);
    }

    [Theory]
    [InlineData("https://", "names no host")]
    [InlineData("/api/orders", "names no host")]
    [InlineData("file:///c/erp", "names no host")]
    [InlineData("https:///api", "names no host")]
    [InlineData("://erp.contoso.com", "has no valid scheme before '://'")]
    [InlineData("ht tp://erp", "has no valid scheme before '://'")]
    [InlineData("erp contoso.com", "contains a blank")]
    [InlineData("https://erp.contoso.com/a b", "contains a blank")]
    [InlineData("https:\\\\erp.contoso.com", "has a backslash")]
    [InlineData("https://erp.contoso.com?tenant=1", "has a query or fragment")]
    [InlineData("https://erp.contoso.com/#top", "has a query or fragment")]
    [InlineData("https://user:secret@erp.contoso.com", "contains credentials")]
    [InlineData("https:erp.contoso.com", "has no port number behind ':'")]
    [InlineData("cfg:Erp:BaseUrl", "has no port number behind ':'")]
    [InlineData("localhost:", "has no valid port")]
    [InlineData("localhost:0", "has no valid port")]
    [InlineData("localhost:65536", "has no valid port")]
    [InlineData("localhost:99999999999999999999", "has no valid port")]
    [InlineData("localhost:*", "has a wildcard for the port")]
    [InlineData("localhost:-1", "has no port number behind ':'")]
    [InlineData("[::1]x", "has something behind ']' that is no port")]
    [InlineData("[::1]:x", "has no port number behind ':'")]
    [InlineData("*", "has a wildcard that isn't its first label")]
    [InlineData("*contoso.com", "has a wildcard that isn't its first label")]
    [InlineData("erp.*.com", "has a wildcard that isn't its first label")]
    [InlineData("*.*.contoso.com", "has a wildcard that isn't its first label")]
    [InlineData("*.", "has no valid host name")]
    [InlineData("*.10.0.0.7", "has a wildcard before an IP address")]
    [InlineData("*.[::1]", "has a wildcard before an IP address")]
    [InlineData("[::1", "has no valid IPv6 address")]
    [InlineData("[::g]", "has no valid IPv6 address")]
    [InlineData("[10.0.0.7]", "has no valid IPv6 address")]
    [InlineData("erp..contoso.com", "has no valid host name")]
    [InlineData(".contoso.com", "has no valid host name")]
    [InlineData("-erp.contoso.com", "has no valid host name")]
    [InlineData("erp,contoso.com", "has no valid host name")]
    [InlineData("{host}.contoso.com", "has no valid host name")]
    [InlineData("10.0.0.256", "has no valid IP address")]
    [InlineData("10.0.7", "has no valid IP address")]
    [InlineData("https://erp.contoso.com/api/*", "has a wildcard in its path")]
    [InlineData("https://erp.contoso.com/{tenant}", "has a character in its path that URLs can't contain")]
    [InlineData("https://erp.contoso.com/api/../admin", "has a '.' or '..' in its path")]
    [InlineData("config:", "has an empty part in its configuration key")]
    [InlineData("config:Erp::BaseUrl", "has an empty part in its configuration key")]
    [InlineData("config:Erp:*", "has a '*'")]
    [InlineData("client: ", "names no client behind 'client:'")]
    public void MalformedEntries_SayWhy(string text, string expected)
    {
        Assert.Null(EndpointPatternParser.Parse(text, out var error));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void AHostNameThatIsTooLong_IsMalformed()
    {
        Assert.Null(EndpointPatternParser.Parse(new string('a', 64) + ".com", out _));
        Assert.Null(EndpointPatternParser.Parse(string.Join(".", Enumerable.Repeat("abcdefgh", 40)), out _));
        Assert.NotNull(EndpointPatternParser.Parse(new string('a', 63) + ".com", out _));
    }

    [Theory]
    [InlineData("https://erp.contoso.com", "HTTPS://ERP.CONTOSO.COM.:443/")]
    [InlineData("https://erp.contoso.com", "erp.contoso.com:443")]
    [InlineData("http://localhost:5001", "https://localhost:5001")]
    [InlineData("http://localhost:5001/Api", "localhost:5001/api/")]
    [InlineData("*.contoso.com", "*.CONTOSO.com")]
    [InlineData("müller.example", "xn--mller-kva.example")]
    [InlineData("[::1]:5001", "http://[0:0:0:0:0:0:0:1]:5001")]
    [InlineData("config:Erp:BaseUrl", "CONFIG:erp__baseurl")]
    [InlineData("client:ERP", "client:erp")]
    [InlineData("wss://erp.contoso.com", "https://erp.contoso.com")]
    public void EntriesThatMeanTheSame_HaveTheSameKey(string a, string b)
    {
        Assert.Equal(Parse(a).Key, Parse(b).Key);
    }

    [Theory]
    [InlineData("https://erp.contoso.com", "erp.contoso.com")]
    [InlineData("https://erp.contoso.com", "http://erp.contoso.com")]
    [InlineData("https://erp.contoso.com", "https://erp.contoso.com:8443")]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/apis")]
    [InlineData("*.contoso.com", "contoso.com")]
    [InlineData("client:erp", "erp")]
    [InlineData("client:erp", "config:erp")]
    [InlineData("amqp://erp.contoso.com:443", "https://erp.contoso.com")]
    public void EntriesThatDiffer_HaveDifferentKeys(string a, string b)
    {
        Assert.NotEqual(Parse(a).Key, Parse(b).Key);
    }

    private static EndpointPattern Parse(string text) => EndpointPatternParser.Parse(text, out var error) ?? throw new ArgumentException(error, nameof(text));
}
