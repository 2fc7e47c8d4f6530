using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Methods among the <c>clients</c>.</summary>
public sealed class ClientMemberTests
{
    [Fact]
    public void AMethod_IsReadBesideTypes()
    {
        var manifest = Manifests.Read("""{ "systems": { "ERP": {} }, "clients": { "Contoso.ErpClient": "ERP", "M:Contoso.ErpApi.Call address=1": "erp" } }""");

        Assert.Empty(manifest.Problems);
        Assert.Equal("Contoso.ErpClient", Assert.Single(manifest.Clients).Type);
        var method = Assert.Single(manifest.ClientMembers);
        Assert.Equal(("M:Contoso.ErpApi.Call", "1", "erp"), (method.Method.Key, method.Method.Address, method.System));
    }

    [Theory]
    [InlineData("M:Contoso.ErpApi.Call", "ERP", "ERP")]
    [InlineData("M:Contoso.ErpApi.Call", "erp", "ERP")]
    [InlineData("M:Contoso.ErpApi.Other", "ERP", null)]
    public void AMethod_IsItsSystems(string entry, string system, string? expected)
    {
        var matcher = Manifests.Matcher($$"""{ "systems": { "ERP": {} }, "clients": { "{{entry}}": "{{system}}" } }""");

        Assert.Equal(expected, matcher.Match(new ResolvedEndpoint { Sdk = "M:Contoso.ErpApi.Call(System.String)" })?.System?.Name);
    }

    [Fact]
    public void WithoutSystems_TheNameIsTheSystem() => Assert.Equal(
        "Erp",
        Manifests.Matcher("""{ "clients": { "M:Contoso.ErpApi.Call": "Erp" } }""").Match(new ResolvedEndpoint { Sdk = "M:Contoso.ErpApi.Call" })?.UndeclaredName);

    [Theory]
    [InlineData("""{ "clients": { "M:Contoso.ErpApi.Call address=": "ERP" } }""", "names no parameter behind 'address='")]
    [InlineData("""{ "clients": { "M:": "ERP" } }""", "is no documentation ID")]
    [InlineData("""{ "clients": { "M:Contoso.ErpApi.Call": "{0}" } }""", "stands for a type argument")]
    [InlineData("""{ "clients": { "M:Contoso.ErpApi.Call": 1 } }""", "must be text")]
    [InlineData("""{ "clients": { "M:Contoso.ErpApi.Call": "A", "M:Contoso.ErpApi.Call address=0": "A" } }""", "stands in 'clients' already")]
    [InlineData("""{ "systems": { "ERP": {} }, "clients": { "M:Contoso.ErpApi.Call": "EPR" } }""", "did you mean 'ERP'?")]
    [InlineData("""{ "systems": { "ERP": { "sdks": ["M:Contoso.ErpApi.Call"] }, "CRM": {} }, "clients": { "M:Contoso.ErpApi.Call": "CRM" } }""", "is claimed by")]
    public void AMalformedOne_SaysWhy(string manifest, string expected) => Assert.Contains(expected, Assert.Single(Manifests.Problems(manifest)), StringComparison.Ordinal);
}
