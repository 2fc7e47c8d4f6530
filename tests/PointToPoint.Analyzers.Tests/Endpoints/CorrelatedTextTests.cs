namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Values that one choice made together stay together.</summary>
public sealed class CorrelatedTextTests
{
    private const string Both = "https://a.contoso.com/x | https://b.contoso.com/y";

    private const string Members = """
        record Target(string Host, string Path);
            static readonly Target[] Targets = [new("https://a.contoso.com", "/x"), new("https://b.contoso.com", "/y")];
            static (string Host, string Path) Of(bool old) { if (old) { return ("https://a.contoso.com", "/x"); } return ("https://b.contoso.com", "/y"); }
        """;

    [Theory]
    [InlineData("var (host, path) = flag ? (\"https://a.contoso.com\", \"/x\") : (\"https://b.contoso.com\", \"/y\"); var url = host + path;")]
    [InlineData("string host, path; (host, path) = flag ? (\"https://a.contoso.com\", \"/x\") : (\"https://b.contoso.com\", \"/y\"); var url = $\"{host}{path}\";")]
    [InlineData("var (host, path) = text switch { \"a\" => (\"https://a.contoso.com\", \"/x\"), _ => (\"https://b.contoso.com\", \"/y\") }; var url = string.Concat(host, path);")]
    [InlineData("var (host, path) = Of(flag); var url = host + path;")]
    [InlineData("var (host, path) = Of(flag); var url = new Uri(new Uri(host), path);")]
    [InlineData("var target = Of(flag); var url = target.Host + target.Path;")]
    [InlineData("var target = flag ? (Host: \"https://a.contoso.com\", Path: \"/x\") : (Host: \"https://b.contoso.com\", Path: \"/y\"); var url = target.Host + target.Path;")]
    [InlineData("string host, path; if (flag) { host = \"https://a.contoso.com\"; path = \"/x\"; } else { host = \"https://b.contoso.com\"; path = \"/y\"; } var url = host + path;")]
    [InlineData("string host, path; switch (text) { case \"a\": host = \"https://a.contoso.com\"; path = \"/x\"; break; default: host = \"https://b.contoso.com\"; path = \"/y\"; break; } var url = host + path;")]
    [InlineData("var target = Targets[id]; var url = target.Host + target.Path;")]
    [InlineData("var target = flag ? Targets[0] : Targets[1]; var url = $\"{target.Host}{target.Path}\";")]
    public Task OneChoice_HasOneAddressForEachOutcome(string body) => EndpointTest.BodyResolves(body, Both, Members);

    [Fact]
    public Task ExchangedVariables_HoldEachOthersValue() => EndpointTest.BodyResolves(
        "string host, path; if (flag) { host = \"/x\"; path = \"https://a.contoso.com\"; (host, path) = (path, host); } else { host = \"https://b.contoso.com\"; path = \"/y\"; } var url = host + path;", Both);

    [Theory]
    [InlineData("var host = flag ? \"https://a.contoso.com\" : \"https://b.contoso.com\"; var path = id > 1 ? \"/x\" : \"/y\"; var url = host + path;", "https://a.contoso.com/x | https://a.contoso.com/y | https://b.contoso.com/x | https://b.contoso.com/y")]
    [InlineData("var (host, path) = (\"https://a.contoso.com\", text); var url = host + \"/\" + path;", "https://a.contoso.com/{}")]
    public Task ChoicesOfTheirOwn_AreCrossed(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);
}
