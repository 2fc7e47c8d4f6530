using PointToPoint.Tool.Deployment;

namespace PointToPoint.Tool.Tests.Deployment;

public sealed class VariableExpansionTests
{
    [Theory]
    [InlineData("http://$HOST/a", "http://erp/a")]
    [InlineData("http://${HOST}:80", "http://erp:80")]
    [InlineData("${UNSET:-http://erp}", "http://erp")]
    [InlineData("${UNSET:-http://${HOST}/${ALSO:-x}}", "http://erp/x")]
    [InlineData("${EMPTY:-http://erp}", "http://erp")]
    [InlineData("a${EMPTY-b}", "a")]
    [InlineData("${HOST:?set it}", "erp")]
    [InlineData("${HOST:+http://other}", "http://other")]
    [InlineData("a${UNSET:+http://other}", "a")]
    [InlineData("a$$HOST", "a$HOST")]
    [InlineData("cost 5$ or $1", "cost 5$ or $1")]
    [InlineData("http://erp/${HOST", "http://erp/${HOST")]
    [InlineData("http://erp/${UNSET}/orders", "http://erp/{}/orders")]
    [InlineData("http://user:${UNSET}@erp/", "http://user:{}@erp/")]
    [InlineData("Server=db;Password=${UNSET}", "Server=db;Password={}")]
    [InlineData("${UNSET}", null)]
    [InlineData("${UNSET:?set it}", null)]
    [InlineData("http://${UNSET}:80/a", null)]
    [InlineData("${UNSET}://erp/a", null)]
    [InlineData("erp${UNSET}", null)]
    [InlineData("${EMPTY}", null)]
    [InlineData("${HOST/x/y}", null)]
    public void Variables_AreExpandedAsComposeDoes(string text, string? expected) =>
        Assert.Equal(expected, VariableExpansion.ToValue(VariableExpansion.Expand(text, name => name switch { "HOST" => "erp", "EMPTY" => "", _ => null })));

    [Fact]
    public void Variables_ComeFromTheFileBesideAndThenFromItsTemplate()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === .env
            A=http://env
            B=
            === .env.example
            A=http://template
            B=http://b
            C=http://c
            D=
            === Crm/.env.example
            E=http://too-far
            === compose.yml
            services:
              crm:
                build: Crm
                environment:
                  - UrlA=${A}
                  - UrlB=${B}
                  - UrlC=$C/api
                  - UrlD=${D}
                  - UrlE=${E}
                  - A
            """);

        Assert.Equal(["http://env (compose.yml:5)"], folder.Find("Crm/Crm.csproj", "UrlA"));
        Assert.Equal(["http://b (compose.yml:6)"], folder.Find("Crm/Crm.csproj", "UrlB"));
        Assert.Equal(["http://c/api (compose.yml:7)"], folder.Find("Crm/Crm.csproj", "UrlC"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "UrlD"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "UrlE"));
        Assert.Equal(["http://env (compose.yml:10)"], folder.Find("Crm/Crm.csproj", "A"));
    }

    [Fact]
    public void VariablesThatDoubleEachOther_EndAsUnknown()
    {
        var doubling = string.Concat(Enumerable.Range(1, 60).Select(i => $"V{i}=$V{i - 1}$V{i - 1}\n"));
        using var folder = new DeployedFolder($"=== Crm/Crm.csproj\n=== Crm/.env\nV0=http://erp/\n{doubling}");

        Assert.Single(folder.Find("Crm/Crm.csproj", "V3"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "V60"));
    }

    [Fact]
    public void DefaultsNestedWithoutEnd_EndAsUnknown() =>
        Assert.Null(VariableExpansion.ToValue(VariableExpansion.Expand(string.Concat(Enumerable.Repeat("${X:-", 1000)) + "a" + new string('}', 1000), _ => null)));
}
