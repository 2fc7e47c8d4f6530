using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>A text that no <see cref="Uri"/> can be made of is an honest unknown, with the reason; nothing of it is guessed at.</summary>
public sealed class MalformedAddressTests
{
    [Theory]
    [InlineData("https://[::1", "the address has a '[' in its host that nothing closes")]
    [InlineData("https://[::1]x/orders", "the address has something between its host and its path")]
    [InlineData("https://[erp]/orders", "the address has something in brackets that is no IPv6 address")]
    [InlineData("https://[]/orders", "the address has something in brackets that is no IPv6 address")]
    [InlineData("https://erp]/orders", "the address has a character in its host that no host has")]
    [InlineData("https://erp contoso/orders", "the address has a character in its host that no host has")]
    [InlineData("https://erp:80:81/orders", "the address has a character in its host that no host has")]
    [InlineData("https://erp..contoso.com/orders", "the address has an empty label in its host")]
    [InlineData("https://.contoso.com/orders", "the address has an empty label in its host")]
    [InlineData("https://erp:99999/orders", "the address has a port that is no number up to 65535")]
    [InlineData("https://erp:-1/orders", "the address has a port that is no number up to 65535")]
    [InlineData("https://erp:http/orders", "the address has a port that is no number up to 65535")]
    [InlineData("https:///orders", "the address has no host")]
    [InlineData("https://:443/orders", "the address has no host")]
    [InlineData("https://\\ud800.contoso.com/orders", "the address has half a surrogate pair, which is no text")]
    [InlineData("https://erp.contoso.com/\\udc00", "the address has half a surrogate pair, which is no text")]
    [InlineData("\\ud83d/orders", "the address has half a surrogate pair, which is no text")]
    public Task NoAddress_SaysWhy(string address, string reason) => EndpointTest.IsUnknown($"\"{address}\"", reason);

    [Theory]
    [InlineData("new Uri(new Uri(\"https://[::1\"), \"orders\")")]
    [InlineData("new UriBuilder(\"https://[::1\") { Path = \"orders\" }.Uri")]
    [InlineData("new Uri(\"https://[::1/x\").GetLeftPart(UriPartial.Authority) + \"/orders\"")]
    public Task PartsOfNoAddress_AreNone(string address) => EndpointTest.IsUnknown(address, "the address has a '[' in its host that nothing closes");

    [Fact]
    public Task NoAddress_NeverGoesToTheBaseAddress() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            Task A() => http.{|#0:GetAsync|}("https://[::1");
            Task B() => http.{|#1:GetAsync|}($"https://{Console.ReadLine()}/orders");
        }
        """,
        Because(0, "the address has a '[' in its host that nothing closes"),
        Because(1, "the address comes from the result of 'Console.ReadLine'"));

    [Fact]
    public Task BaseAddressThatIsNone_SaysWhy() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", "the base address has no host").Reports("""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://") };
            Task A() => http.[|GetAsync|]("orders");
        }
        """);

    [Theory]
    [InlineData("\"\\uE0F0/orders\"")]
    [InlineData("\"\\uE0F1/orders\"")]
    [InlineData("\"\\uE0F2/orders\"")]
    public Task PrivateUseCharacters_AreText(string address) => EndpointTest.IsUnknown(address, "the client that is created here has no base address");

    [Theory]
    [InlineData("$\"https://erp.contoso.com:{id}/x\"", "https://erp.contoso.com:{}/x")]
    [InlineData("$\"https://erp.contoso.com:80{id}/x\"", "https://erp.contoso.com:{}/x")]
    [InlineData("\"https://erp.contoso.com:\" + id", "https://erp.contoso.com:{}")]
    [InlineData("\"https://erp.contoso.com:${ERP_PORT}/x\"", "https://erp.contoso.com:{}/x")]
    [InlineData("new Uri(new Uri($\"https://erp.contoso.com:{id}/api/\"), \"x\")", "https://erp.contoso.com:{}/api/x")]
    [InlineData("new UriBuilder(\"https\", \"erp.contoso.com\", id, \"x\").Uri", "https://erp.contoso.com:{}/x")]
    [InlineData("$\"https://[2001:db8::1]:{id}/x\"", "https://[2001:db8::1]:{}/x")]
    public Task UnknownPort_IsShown(string address, string endpoint) => EndpointTest.Resolves(address, endpoint);

    [Fact]
    public Task LoopbackWithAnUnknownPort_IsQuiet() => EndpointTest.Test.IsQuiet("""
        class C(HttpClient http) { Task M(int port) => http.GetAsync($"http://localhost:{port}/x"); }
        """);

    private static DiagnosticResult Because(int location, string reason) => new DiagnosticResult(RuleIds.UnknownTarget).WithLocation(location).WithProperty("unknownReason", reason);
}
