using System.Text;

using PointToPoint.Tool.Deployment;

namespace PointToPoint.Tool.Tests.Deployment;

public sealed class BoundsTests
{
    private const string Project = "=== Crm/Crm.csproj\n";

    [Fact]
    public void AliasesThatDoubleEachOther_CostNoMoreThanTheFile()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(i => $"x{i}: &x{i} [*x{i - 1}, *x{i - 1}]\n"));
        using var folder = new DeployedFolder($"{Project}=== compose.yml\nx0: &x0 [a, b]\n{lines}services:\n  crm: {{ build: Crm, command: *x60, environment: *x60 }}\n");

        Assert.Empty(folder.Problems);
        Assert.Equal(["crm = Crm/Crm.csproj"], folder.Names());
    }

    [Fact]
    public void MergeKeysThatDoubleEachOther_AreRefused()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(i => $"x{i}: &x{i} {{ <<: [*x{i - 1}, *x{i - 1}, *x{i - 1}], k{i}: 1 }}\n"));
        var many = string.Concat(Enumerable.Range(0, 2000).Select(i => $"m{i}: 1, "));
        using var folder = new DeployedFolder($"{Project}=== compose.yml\nx0: &x0 {{ {many} }}\n{lines}");

        Assert.Contains("merge keys add up to more than", Assert.Single(folder.Problems));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void YamlNestedWithoutEnd_IsRefused(char open)
    {
        using var folder = new DeployedFolder($"{Project}=== compose.yml\nservices: {new string(open, 100_000)}\n");

        Assert.Contains("compose.yml:1:", Assert.Single(folder.Problems));
    }

    [Fact]
    public void JsonNestedWithoutEnd_IsRefused()
    {
        using var folder = new DeployedFolder($"{Project}=== Crm/local.settings.json\n{new string('[', 100_000)}\n");

        Assert.Contains("not valid JSON", Assert.Single(folder.Problems));
    }

    [Fact]
    public void LargeFile_IsNotReadAndTold()
    {
        using var folder = new DeployedFolder(
            $"{Project}=== compose.yml\nservices: {{ crm: {{ build: Crm, environment: [Url=http://one] }} }}\n",
            prepare: made => File.AppendAllText(made.Combine("compose.yml"), "#" + new string('x', DeploymentFiles.MaxBytes)));

        Assert.Equal("compose.yml: not read, because it is larger than 5 MB", Assert.Single(folder.Problems));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "Url"));
    }

    [Fact]
    public void ManyServicesThatShareOneLargeEnvironment_AreCutOffAndTold()
    {
        var settings = string.Concat(Enumerable.Range(0, 1000).Select(i => $"  K{i}: v\n"));
        var services = string.Concat(Enumerable.Range(0, 1000).Select(i => $"  s{i}: {{ environment: *e }}\n"));
        using var folder = new DeployedFolder($"{Project}=== compose.yml\nx: &e\n{settings}services:\n{services}");

        Assert.Contains("more than 100000 settings", Assert.Single(folder.Problems));
    }

    [Theory]
    [InlineData("bin")]
    [InlineData("obj")]
    [InlineData("node_modules")]
    [InlineData(".git")]
    public void FoldersOfMachines_ArePassedOver(string name)
    {
        using var folder = new DeployedFolder($"{Project}=== {name}/compose.yml\nservices: {{ crm: {{ environment: [Url=http://one] }} }}\n");

        Assert.Empty(folder.Find("Crm/Crm.csproj", "Url"));
    }

    [Fact]
    public void FilesOutsideTheRoot_AreNeverOpened()
    {
        using var outside = new TestFolder("=== secrets.env\nUrl=http://secret\n=== other.yml\nservices: { a: { environment: [Url=http://secret] } }\n");
        using var folder = new DeployedFolder($"{Project}=== compose.yml\ninclude: [{outside.Combine("other.yml")}]\nservices:\n  crm: {{ build: Crm, env_file: {outside.Combine("secrets.env")}, extends: {{ file: {outside.Combine("other.yml")}, service: a }} }}\n");

        Assert.Empty(folder.Find("Crm/Crm.csproj", "Url"));
    }

    [Fact]
    public void LinksOfFolders_AreNotFollowed()
    {
        using var folder = new DeployedFolder(
            $"{Project}=== a/compose.yml\nservices: {{ crm: {{ build: ../Crm, env_file: ../loop/a/x.env, environment: [Url=http://one] }} }}\n=== a/x.env\nOther=http://two\n",
            prepare: made => Directory.CreateSymbolicLink(made.Combine("loop"), made.Path));

        Assert.Equal(["http://one (a/compose.yml:1)"], folder.Find("Crm/Crm.csproj", "Url"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "Other"));
    }

    [Fact]
    public void FileThatIsNoText_IsNoTrouble()
    {
        using var folder = new DeployedFolder(
            $"{Project}=== compose.yml\n=== Crm/.env\n=== Crm/local.settings.json\n",
            prepare: made =>
            {
                foreach (var name in (string[])["compose.yml", "Crm/.env", "Crm/local.settings.json"])
                {
                    File.WriteAllBytes(made.Combine(name), [0xFF, 0xFE, 0x00, 0xD8, 0x01, 0x02, 0x00, .. Encoding.UTF8.GetBytes("=\0")]);
                }
            });

        Assert.All(folder.Problems, problem => Assert.Matches("^(compose.yml|Crm/).*:", problem));
    }
}
