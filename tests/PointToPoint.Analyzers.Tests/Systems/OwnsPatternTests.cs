using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class OwnsPatternTests
{
    [Theory]
    [InlineData("Contoso.Crm*", "Contoso.Crm", true)]
    [InlineData("Contoso.Crm*", "Contoso.Crm.Api", true)]
    [InlineData("Contoso.Crm*", "Contoso.CrmTools", true)]
    [InlineData("contoso.crm*", "CONTOSO.CRM.API", true)]
    [InlineData("Contoso.Crm*", "My.Contoso.Crm", false)]
    [InlineData("Contoso.Crm.*", "Contoso.Crm", false)]
    [InlineData("Contoso.Crm.*", "Contoso.Crm.Api.V2", true)]
    [InlineData("*.Crm.*", "Contoso.Sales.Crm.Api", true)]
    [InlineData("Contoso.*.Api", "Contoso.Crm.Sales.Api", true)]
    [InlineData("Contoso.Crm?", "Contoso.Crm2", true)]
    [InlineData("Contoso.Crm?", "Contoso.Crm", false)]
    [InlineData("Contoso.Crm", "contoso.crm", true)]
    [InlineData("Contoso.Crm", "Contoso.Crm.Api", false)]
    public void AName_CoversAssemblies(string pattern, string assembly, bool isCovered)
    {
        Assert.Equal(isCovered, Parse(pattern).MatchesAssembly(assembly));
    }

    [Theory]
    [InlineData("Contoso.Crm", "Contoso.Crm", true)]
    [InlineData("Contoso.Crm", "Contoso.Crm.Api", true)]
    [InlineData("Contoso.Crm", "contoso.crm.api", true)]
    [InlineData("Contoso.Crm", "Contoso.CrmTools", false)]
    [InlineData("Contoso.Crm", "Contoso", false)]
    [InlineData("Contoso.Crm*", "Contoso.CrmTools", true)]
    [InlineData("Contoso.Crm.*", "Contoso.Crm", false)]
    public void AName_CoversNamespaces(string pattern, string @namespace, bool isCovered)
    {
        Assert.Equal(isCovered, Parse(pattern).MatchesNamespace(@namespace));
    }

    [Theory]
    [InlineData("src/Crm/**", "src/Crm/A.cs", true)]
    [InlineData("src/Crm/**", "src/Crm/Api/V2/A.cs", true)]
    [InlineData("src/Crm/**", "SRC/crm/A.cs", true)]
    [InlineData("src/Crm/**", "src/CrmTools/A.cs", false)]
    [InlineData("src/Crm/**", "old/src/Crm/A.cs", false)]
    [InlineData("src/Crm", "src/Crm/Api/A.cs", true)]
    [InlineData("src/Crm/", "src/Crm/Api/A.cs", true)]
    [InlineData("./src/Crm/", "src/Crm/A.cs", true)]
    [InlineData("src\\Crm\\**", "src/Crm/A.cs", true)]
    [InlineData("src/Crm/**", "src\\Crm\\A.cs", true)]
    [InlineData("src/Crm*/", "src/CrmTools/A.cs", true)]
    [InlineData("src/*/Crm", "src/Sales/Crm/A.cs", true)]
    [InlineData("src/*/Crm", "src/Sales/Emea/Crm/A.cs", false)]
    [InlineData("src/Crm/*", "src/Crm/A.cs", true)]
    [InlineData("src/Crm/*", "src/Crm/Api/A.cs", false)]
    [InlineData("src/Crm/*.cs", "src/Crm/A.cs", true)]
    [InlineData("**/Gateways/**", "Gateways/A.cs", true)]
    [InlineData("**/Gateways/**", "src/Crm/Gateways/Erp/A.cs", true)]
    [InlineData("**/Gateways/**", "src/Crm/MyGateways/A.cs", false)]
    [InlineData("**/*.Designer.cs", "src/Crm/A.Designer.cs", true)]
    [InlineData("src/**/Api/**", "src/Api/A.cs", true)]
    [InlineData("src/**/Api/**/V?/*.cs", "src/a/b/Api/c/Api/V2/A.cs", true)]
    [InlineData("src/**/Api/**/V?/*.cs", "src/a/b/Api/c/Api/V22/A.cs", false)]
    [InlineData("./**", "anything/A.cs", true)]
    [InlineData("./", "anything/A.cs", true)]
    public void APath_CoversFiles(string pattern, string file, bool isCovered)
    {
        Assert.Equal(isCovered, Parse(pattern).Path!.Matches(file));
    }

    [Theory]
    [InlineData("src/Crm/**", "SRC/crm")]
    [InlineData("src/Crm/", "./src\\Crm\\**")]
    [InlineData("src/**/**/Crm", "src/**/Crm/")]
    [InlineData("Contoso.Crm*", "contoso.CRM*")]
    public void EntriesThatMeanTheSame_HaveTheSameKey(string a, string b)
    {
        Assert.Equal(Parse(a).Key, Parse(b).Key);
    }

    [Theory]
    [InlineData("/src/Crm/**", "is an absolute path")]
    [InlineData("C:\\src\\Crm", "is an absolute path")]
    [InlineData("../Crm/**", "leaves the folder of p2p.json")]
    [InlineData("src/../Crm", "leaves the folder of p2p.json")]
    [InlineData("src//Crm", "has an empty folder name")]
    [InlineData("src/Crm**", "has '**' beside other characters")]
    [InlineData("src/***/Crm", "has '**' beside other characters")]
    [InlineData("src/[abc]/Crm", "has a character that paths here can't have")]
    [InlineData("src/{Crm,Erp}/**", "has a character that paths here can't have")]
    [InlineData("!src/Crm/**", "starts with '!'")]
    [InlineData("src /Crm", "has a blank at the start or end of a name")]
    [InlineData("!Contoso.Crm", "starts with '!'")]
    [InlineData("Contoso.**", "has '**' in a name")]
    [InlineData("Contoso..Crm", "has an empty part")]
    [InlineData("Contoso.", "has an empty part")]
    [InlineData(".Crm", "has an empty part")]
    [InlineData("Contoso.{Crm}", "is no name of an assembly or namespace")]
    [InlineData("Contoso.Crm, Version=1.0.0.0", "is no name of an assembly or namespace")]
    [InlineData("N:Contoso.Crm", "is no name of an assembly or namespace")]
    public void MalformedEntries_SayWhy(string text, string expected)
    {
        Assert.Null(OwnsPattern.Parse(text, out var error));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyWildcards_DontMultiplyTheWork()
    {
        // A matcher that tries every split of the text for every star never returns from this.
        var pattern = Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "*b");

        Assert.False(pattern.MatchesAssembly(new string('a', 5_000)));
    }

    [Fact]
    public void ManyDoubleStars_DontMultiplyTheWork()
    {
        var pattern = Parse(string.Concat(Enumerable.Repeat("**/a/", 100)) + "b");

        Assert.False(pattern.Path!.Matches(string.Join("/", Enumerable.Repeat("a", 2_000))));
    }

    private static OwnsPattern Parse(string text) => OwnsPattern.Parse(text, out var error) ?? throw new ArgumentException(error, nameof(text));
}
