namespace PointToPoint.Analyzers.Tests.Systems;

public class OwnerOfCodeTests
{
    [Theory]
    [InlineData("Contoso.Crm", null, null, "CRM")]
    [InlineData("Contoso.Crm.Api", "Other", "x/A.cs", "CRM")]
    [InlineData("Monolith", "Contoso.Erp.Orders", null, "ERP")]
    [InlineData("Monolith", "Other", "src/Crm/A.cs", "CRM")]
    [InlineData("Monolith", "", "src/Other/A.cs", null)]
    public void AssemblyNamespaceOrPath_FindsTheOwner(string assembly, string? @namespace, string? path, string? expected)
    {
        Assert.Equal(expected, Manifests.Matcher(Manifests.Contoso).OwnerOfCode(assembly, @namespace, path)?.Name);
    }

    // Two systems claim the same code; the winner is named last.
    [Theory]
    [InlineData("Contoso*", "Contoso.Crm*", "B")] // more literal parts
    [InlineData("Contoso.Crm*", "Contoso.Crm.Api", "B")] // more literal parts
    [InlineData("Contoso.Crm*", "Contoso.Crm.A*", "B")] // more literal parts
    [InlineData("Contoso.C*", "Contoso.Crm*", "B")] // more literal characters
    [InlineData("Contoso.Crm*", "Contoso.Crm.*", "B")] // more literal characters
    [InlineData("Contoso.Crm.Api", "Contoso.Crm.Api*", "A")] // without wildcard
    [InlineData("Contoso.Crm", "Contoso.Crm*", "A")] // the namespace, without wildcard
    [InlineData("src/**", "Contoso.Crm*", "B")] // more literal parts beat the path
    [InlineData("Contoso.Crm*", "src/Crm/**", "B")] // a path beats a name
    [InlineData("src/Crm/**", "src/Crm/Api/**", "B")] // the longer path
    [InlineData("**/Api/**", "src/Crm/**", "B")] // more literal parts
    [InlineData("src/Crm/Api/A.cs", "src/Crm/Api/**", "A")] // the file itself
    [InlineData("Contoso.*.Api", "Contoso.Cr*", "A")] // more literal characters
    public void TheMostSpecificEntry_Wins(string a, string b, string winner)
    {
        foreach (var order in new[] { ("A", a, "B", b), ("B", b, "A", a) })
        {
            var matcher = Manifests.Matcher($$"""
                { "systems": { "{{order.Item1}}": { "owns": ["{{order.Item2}}"] }, "{{order.Item3}}": { "owns": ["{{order.Item4}}"] } } }
                """);

            Assert.Equal(winner, matcher.OwnerOfCode("Contoso.Crm.Api", "Contoso.Crm.Api", "src/Crm/Api/A.cs")!.Name);
        }
    }

    [Fact]
    public void OfEquallySpecificEntries_TheNamespaceBeatsTheAssembly()
    {
        var matcher = Manifests.Matcher("""{ "systems": { "CRM": { "owns": ["Contoso.Crm*"] }, "ERP": { "owns": ["Contoso.Erp*"] } } }""");

        Assert.Equal("ERP", matcher.OwnerOfCode("Contoso.Crm", "Contoso.Erp.Client", null)!.Name);
        Assert.Equal("CRM", matcher.OwnerOfCode("Contoso.Erp", "Contoso.Crm.Client", null)!.Name);
    }

    [Fact]
    public void OfEntriesThatDifferInNothingButTheSystem_TheFirstWins()
    {
        var matcher = Manifests.Matcher("""{ "systems": { "A": { "owns": ["**/Crm/**"] }, "B": { "owns": ["**/Api/**"] } } }""");

        Assert.Equal("A", matcher.OwnerOfCode("X", null, "src/Crm/Api/A.cs")!.Name);
    }
}
