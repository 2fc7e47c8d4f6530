using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class EndpointMatchTests
{
    // An address as the code has it; holes are {}. "-" where the entry must not match.
    [Theory]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api", true)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api/orders/{}", true)]
    [InlineData("https://erp.contoso.com/api/", "https://erp.contoso.com/api", true)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/API/orders", true)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com//api//orders", true)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/x/../api", true)]
    [InlineData("https://erp.contoso.com/a%20b", "https://erp.contoso.com/a b/c", true)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/apis", false)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/{}/orders", false)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api{}", false)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api/../admin", false)]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com", false)]
    [InlineData("https://erp.contoso.com", "https://erp.contoso.com:443/x", true)]
    [InlineData("https://erp.contoso.com:443", "https://erp.contoso.com/x", true)]
    [InlineData("https://erp.contoso.com", "https://erp.contoso.com:8443", false)]
    [InlineData("https://erp.contoso.com", "http://erp.contoso.com/x", true)]
    [InlineData("https://erp.contoso.com", "http://erp.contoso.com:80/x", true)]
    [InlineData("https://erp.contoso.com", "http://erp.contoso.com:8080/x", false)]
    [InlineData("https://erp.contoso.com", "wss://erp.contoso.com/hub", true)]
    [InlineData("https://erp.contoso.com", "?://erp.contoso.com/x", true)]
    [InlineData("https://erp.contoso.com", "sftp://erp.contoso.com/x", false)]
    [InlineData("erp.contoso.com", "sftp://erp.contoso.com/x", true)]
    [InlineData("erp.contoso.com", "https://erp.contoso.com:8443/x", true)]
    [InlineData("erp.contoso.com/api", "https://erp.contoso.com:8443/api", true)]
    [InlineData("erp.contoso.com", "https://ERP.contoso.com./x", true)]
    [InlineData("erp.contoso.com", "https://erp.contoso.com.evil.example", false)]
    [InlineData("erp.contoso.com", "https://my-erp.contoso.com", false)]
    [InlineData("erp.contoso.com:8443", "https://erp.contoso.com:8443", true)]
    [InlineData("erp.contoso.com:8443", "https://erp.contoso.com", false)]
    [InlineData("erp.contoso.com:443", "https://erp.contoso.com", true)]
    [InlineData("amqp://bus.contoso.com", "amqp://bus.contoso.com:5672/orders", true)]
    [InlineData("amqp://bus.contoso.com", "https://bus.contoso.com", false)]
    [InlineData("localhost:5001", "http://localhost:5001/api", true)]
    [InlineData("http://localhost:5001", "http://localhost:5001/api", true)]
    [InlineData("http://localhost:5001", "https://localhost:5001/api", true)]
    [InlineData("http://localhost:5001", "http://localhost:5002/api", false)]
    [InlineData("http://localhost", "http://localhost:5001/api", false)]
    [InlineData("*.contoso.com", "https://erp.contoso.com", true)]
    [InlineData("*.contoso.com", "https://a.b.contoso.com", true)]
    [InlineData("*.contoso.com", "https://{}.contoso.com", true)]
    [InlineData("*.contoso.com", "https://contoso.com", false)]
    [InlineData("*.contoso.com", "https://evilcontoso.com", false)]
    [InlineData("*.contoso.com", "https://{}contoso.com", false)]
    [InlineData("https://*.contoso.com/api", "https://erp.contoso.com/api/x", true)]
    [InlineData("https://*.contoso.com/api", "https://erp.contoso.com/x", false)]
    [InlineData("*.contoso.com:8443", "https://erp.contoso.com:8443", true)]
    [InlineData("*.contoso.com:8443", "https://erp.contoso.com", false)]
    [InlineData("[::1]:5001", "http://[0:0:0:0:0:0:0:1]:5001", true)]
    [InlineData("::1", "http://[::1]:5001", true)]
    [InlineData("http://[2001:DB8::7]", "http://[2001:db8:0::7]/x", true)]
    [InlineData("http://[2001:db8::7]", "http://[2001:db8::8]/x", false)]
    [InlineData("10.0.0.7", "http://10.0.0.7:8080/", true)]
    [InlineData("müller.example", "https://xn--mller-kva.example/", true)]
    [InlineData("xn--mller-kva.example", "https://MÜLLER.example/", true)]
    [InlineData("erp-api", "https+http://erp-api/orders", true)]
    [InlineData("erp-api", "http://ERP-API:8080/orders", true)]
    [InlineData("erp-api", "http://erp-api.contoso.com/orders", false)]
    [InlineData("http://erp-api", "https+http://erp-api/orders", true)]
    [InlineData("https+http://erp-api", "http://erp-api/orders", true)]
    public void AnAddress_MatchesOrNot(string entry, string address, bool isMatch)
    {
        var match = Matcher(("ERP", entry)).Match(Address(address));

        Assert.Equal(isMatch ? new EndpointMatch(EndpointMatchKind.System, match?.System, entry) : null, match);
        Assert.Equal(isMatch ? "ERP" : null, match?.System?.Name);
    }

    [Theory]
    [InlineData("config:Services:Erp", "Services:Erp:BaseUrl", true)]
    [InlineData("config:services:erp:baseurl", "Services:Erp:BaseUrl", true)]
    [InlineData("config:Services:Erp", "Services__Erp__BaseUrl", true)]
    [InlineData("config:Services:Erp", "Services:ErpLegacy:BaseUrl", false)]
    [InlineData("config:Services:Erp:BaseUrl", "Services:Erp", false)]
    [InlineData("config:Erp", "Services:Erp", false)]
    public void AConfigurationKey_MatchesItselfAndWhatIsBelow(string entry, string key, bool isMatch)
    {
        Assert.Equal(isMatch, Matcher(("ERP", entry)).Match(new ResolvedEndpoint { ConfigurationKeys = [key] }) is not null);
    }

    [Fact]
    public void OfSeveralConfigurationKeys_TheLongestEntryWins()
    {
        var matcher = Matcher(("A", "config:Services"), ("B", "config:Services:Erp"));

        Assert.Equal("B", matcher.Match(new ResolvedEndpoint { ConfigurationKeys = ["Services:Crm:Url", "Services:Erp:Url"] })!.System!.Name);
    }

    [Fact]
    public void AClientName_MatchesInAnyCase()
    {
        var matcher = Matcher(("ERP", "client:erp"));

        Assert.Equal("client:erp", matcher.Match(new ResolvedEndpoint { ClientName = "ERP" })!.Entry);
        Assert.Null(matcher.Match(new ResolvedEndpoint { ClientName = "erp2" }));
        Assert.Null(matcher.Match(new ResolvedEndpoint { ServiceName = "erp" }));
    }

    [Fact]
    public void AServiceName_MatchesWithoutHost()
    {
        Assert.Equal("ERP", Matcher(("ERP", "erp-api")).Match(new ResolvedEndpoint { ServiceName = "Erp-Api" })!.System!.Name);
    }

    [Fact]
    public void AClientType_MatchesExactly()
    {
        var matcher = Manifests.Matcher("""{ "systems": { "ERP": {} }, "clients": { "Contoso.Erp.ErpClient": "erp" } }""");

        Assert.Equal("ERP", matcher.Match(new ResolvedEndpoint { ClientType = "Contoso.Erp.ErpClient" })!.System!.Name);
        Assert.Null(matcher.Match(new ResolvedEndpoint { ClientType = "Contoso.Erp.ErpClient2" }));
    }

    [Theory]
    [InlineData("N:Contoso.Erp.Sdk", "M:Contoso.Erp.Sdk.Orders.OrderClient.GetAsync(System.String)", true)]
    [InlineData("N:Contoso.Erp.Sdk", "T:Contoso.Erp.Sdk.ErpClient", true)]
    [InlineData("N:Contoso.Erp.Sdk", "T:Contoso.Erp.SdkTools.ErpClient", false)]
    [InlineData("N:Contoso.Erp.Sdk", "M:Contoso.Crm.Client.Send(Contoso.Erp.Sdk.Order)", false)]
    [InlineData("T:Contoso.Erp.ErpClient", "M:Contoso.Erp.ErpClient.GetAsync", true)]
    [InlineData("T:Contoso.Erp.ErpClient", "T:Contoso.Erp.ErpClient.Inner", true)]
    [InlineData("T:Contoso.Erp.ErpClient", "T:Contoso.Erp.ErpClient2", false)]
    [InlineData("M:Contoso.Erp.ErpClient.GetAsync", "M:Contoso.Erp.ErpClient.GetAsync(System.Int32)", true)]
    [InlineData("M:Contoso.Erp.ErpClient.GetAsync(System.Int32)", "M:Contoso.Erp.ErpClient.GetAsync(System.String)", false)]
    [InlineData("M:Contoso.Erp.ErpClient.GetAsync", "M:Contoso.Erp.ErpClient.GetAllAsync", false)]
    public void AnSdk_MatchesWhatIsInsideIt(string entry, string member, bool isMatch)
    {
        var matcher = Manifests.Matcher($$"""{ "systems": { "ERP": { "sdks": ["{{entry}}"] } } }""");

        Assert.Equal(isMatch ? entry : null, matcher.Match(new ResolvedEndpoint { Sdk = member })?.Entry);
    }

    [Fact]
    public void OfSeveralSdks_TheLongestWins()
    {
        var matcher = Manifests.Matcher("""{ "systems": { "A": { "sdks": ["N:Contoso"] }, "B": { "sdks": ["N:Contoso.Erp"] } } }""");

        Assert.Equal("B", matcher.Match(new ResolvedEndpoint { Sdk = "T:Contoso.Erp.X" })!.System!.Name);
        Assert.Equal("A", matcher.Match(new ResolvedEndpoint { Sdk = "T:Contoso.Crm.X" })!.System!.Name);
    }

    // Both entries match; the winner is named last.
    [Theory]
    [InlineData("*.contoso.com", "erp.contoso.com", "https://erp.contoso.com/api", "B")]
    [InlineData("*.contoso.com/api", "erp.contoso.com", "https://erp.contoso.com/api", "B")]
    [InlineData("*.com", "*.contoso.com", "https://erp.contoso.com/api", "B")]
    [InlineData("*.contoso.com", "*.contoso.com/api", "https://erp.contoso.com/api", "B")]
    [InlineData("erp.contoso.com", "https://erp.contoso.com", "https://erp.contoso.com/api", "B")]
    [InlineData("erp.contoso.com", "https://erp.contoso.com", "http://erp.contoso.com/api", "A")]
    [InlineData("http://erp.contoso.com", "https://erp.contoso.com", "https://erp.contoso.com/api", "B")]
    [InlineData("http://erp.contoso.com", "https://erp.contoso.com", "http://erp.contoso.com/api", "A")]
    [InlineData("erp.contoso.com:8443", "erp.contoso.com", "https://erp.contoso.com:8443/api", "A")]
    [InlineData("erp.contoso.com:8443", "erp.contoso.com/api", "https://erp.contoso.com:8443/api", "B")]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api/v2", "https://erp.contoso.com/api/v2/x", "B")]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api/v2", "https://erp.contoso.com/api/{}/x", "A")]
    [InlineData("amqp://erp.contoso.com", "erp.contoso.com:5672", "amqp://erp.contoso.com", "A")]
    public void TheMostSpecificEntry_Wins(string a, string b, string address, string winner)
    {
        Assert.Equal(winner, Matcher(("A", a), ("B", b)).Match(Address(address))!.System!.Name);
        Assert.Equal(winner, Matcher(("B", b), ("A", a)).Match(Address(address))!.System!.Name);
    }

    [Fact]
    public void TheAddressSaysMoreThanItsKey_TheKeyMoreThanTheClient_AndAWildcardLeast()
    {
        var endpoint = Address("https://erp.contoso.com/api") with { ConfigurationKeys = ["Erp:Url"], ClientName = "erp" };
        (string, string)[] entries = [("D", "*.contoso.com"), ("C", "client:erp"), ("B", "config:Erp"), ("A", "erp.contoso.com")];

        Assert.Equal("A", Matcher(entries).Match(endpoint)!.System!.Name);
        Assert.Equal("B", Matcher(entries[..3]).Match(endpoint)!.System!.Name);
        Assert.Equal("C", Matcher(entries[..2]).Match(endpoint)!.System!.Name);
        Assert.Equal("D", Matcher(entries[..1]).Match(endpoint)!.System!.Name);
    }

    [Fact]
    public void TheGateway_IsMatchedLikeASystem()
    {
        var matcher = Manifests.Matcher("""
            {
              "systems": { "ERP": { "endpoints": ["*.contoso.com", "https://gateway.contoso.com/legacy-erp"] } },
              "gateway": { "endpoints": ["https://gateway.contoso.com", "config:Gateway"] }
            }
            """);

        Assert.Equal(new EndpointMatch(EndpointMatchKind.Gateway, null, "https://gateway.contoso.com"), matcher.Match(Address("https://gateway.contoso.com/erp")));
        Assert.Equal(new EndpointMatch(EndpointMatchKind.Gateway, null, "config:Gateway"), matcher.Match(new ResolvedEndpoint { ConfigurationKeys = ["Gateway:Url"] }));
        Assert.Equal("https://gateway.contoso.com/legacy-erp", matcher.Match(Address("https://gateway.contoso.com/legacy-erp/x"))!.Entry);
        Assert.Equal("*.contoso.com", matcher.Match(Address("https://erp.contoso.com"))!.Entry);
    }

    [Fact]
    public void AnEndpointThatSystemAndGatewayClaim_IsTheSystems()
    {
        var matcher = SystemMatcher.Create(Manifests.Read("""
            { "gateway": { "endpoints": ["api.contoso.com"] }, "systems": { "ERP": { "endpoints": ["api.contoso.com"] } } }
            """));

        Assert.Equal("ERP", matcher.Match(Address("https://api.contoso.com"))!.System!.Name);
    }

    [Fact]
    public void OfTwoSystemsThatClaimTheSame_TheFirstWins()
    {
        var matcher = SystemMatcher.Create(Manifests.Read("""
            { "systems": { "A": { "endpoints": ["erp.contoso.com:443"] }, "B": { "endpoints": ["https://erp.contoso.com"] } } }
            """));

        Assert.Equal("A", matcher.Match(Address("https://erp.contoso.com"))!.System!.Name);
    }

    [Fact]
    public void WhatIsUnknown_MatchesNothing()
    {
        Assert.Null(Manifests.Matcher(Manifests.Contoso).Match(new ResolvedEndpoint()));
        Assert.Null(Manifests.Matcher(Manifests.Contoso).Match(new ResolvedEndpoint { Host = "", ServiceName = "", Sdk = "", ClientName = "" }));
    }

    private static SystemMatcher Matcher(params (string System, string Entry)[] entries) => Manifests.Matcher(
        $$"""{ "systems": { {{string.Join(", ", entries.Select(entry => $"\"{entry.System}\": {{ \"endpoints\": [\"{entry.Entry}\"] }}"))}} } }""");

    private static ResolvedEndpoint Address(string text)
    {
        var scheme = text[..text.IndexOf("://", StringComparison.Ordinal)];
        var rest = text[(scheme.Length + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        return new ResolvedEndpoint
        {
            Scheme = scheme == "?" ? null : scheme,
            Host = colon < 0 ? authority : authority[..colon],
            Port = colon < 0 ? null : int.Parse(authority[(colon + 1)..]),
            Path = slash < 0 ? "" : rest[slash..],
        };
    }
}
