using System.Text.Json;

namespace PointToPoint.Tool.Tests.Commands;

public sealed class RepositoryScanTests(ScannedRepository repository) : IClassFixture<ScannedRepository>
{
    [Fact]
    public void Scan_SucceedsWithFindingsAndTellsOnStandardErrorWhatItDoes()
    {
        Assert.Equal(0, repository.Result.ExitCode);
        Assert.Contains("Restoring packages of", repository.Result.Error);
        Assert.Contains("Analysing", repository.Result.Error);
    }

    [Fact]
    public void Repository_IsLeftAsItWas() => Assert.Equal(repository.FilesBefore, repository.FilesAfter);

    [Fact]
    public void WebProject_IsSeenWithItsSettingsAndTheManifest()
    {
        var site = repository.Site("https://erp.contoso.com/api/orders/{}");

        Assert.Equal(("Crm/Program.cs", 4, "GET"), (Text(site, "file"), site.GetProperty("line").GetInt32(), Text(site, "verb")));
        Assert.Contains("appsettings.json: Erp:BaseUrl", Texts(site, "provenance"));
        Assert.Contains("CRM -> ERP new Crm/Program.cs:2:18 P2P1003  https://erp.contoso.com/api/", repository.Sites());
        Assert.Equal("sales", Text(repository.Entry("systems", "name", "CRM"), "owner"));
        Assert.Equal(["Crm/Crm.csproj"], Texts(repository.Entry("systems", "name", "CRM"), "projects"));
    }

    [Fact]
    public void RazorFile_IsWhereAPersonEditsIt() =>
        Assert.Equal(("Crm/Orders.razor", 5), (Text(repository.Site("https://erp.contoso.com/razor"), "file"), repository.Site("https://erp.contoso.com/razor").GetProperty("line").GetInt32()));

    [Theory]
    [InlineData("https://erp.contoso.com/pragma")]
    [InlineData("https://erp.contoso.com/attribute")]
    [InlineData("https://erp.contoso.com/silenced")]
    public void SuppressedSite_IsThereAndSaysSo(string endpoint) => Assert.True(repository.Site(endpoint).GetProperty("suppressed").GetBoolean());

    [Fact]
    public void SiteThatNothingSuppresses_DoesNotSaySo() =>
        Assert.False(repository.Site("https://erp.contoso.com/api/orders/{}").TryGetProperty("suppressed", out _));

    [Fact]
    public void ExpiredApproval_IsTold()
    {
        Assert.True(repository.Site("https://billing.contoso.com/invoices").GetProperty("approvalExpired").GetBoolean());
        Assert.Contains(repository.Sites(), site => site.StartsWith("CRM -> Billing new ", StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownTarget_IsUnresolvedWithTheReason()
    {
        var call = repository.Map.GetProperty("unresolved").EnumerateArray().Single(call => Text(call, "file") == "Crm/Program.cs");

        Assert.Equal(("CRM", 5, "GET"), (Text(call, "from"), call.GetProperty("line").GetInt32(), Text(call, "verb")));
        Assert.Contains("url", Text(call, "reason"));
    }

    [Fact]
    public void SeveralTargetFrameworks_AreOneSiteEach()
    {
        Assert.Equal(["net10.0", "net9.0"], Texts(repository.Site("https://multi.contoso.com/all"), "targetFrameworks"));
        Assert.Equal(["net10.0"], Texts(repository.Site("https://multi.contoso.com/new"), "targetFrameworks"));
        Assert.Equal(["App"], Texts(repository.Site("https://multi.contoso.com/all"), "hosts"));
        Assert.Equal("library", Text(repository.Entry("systems", "name", "Multi"), "kind"));
    }

    [Fact]
    public void PackageThatAProjectHereMakes_IsThatProject()
    {
        Assert.Equal("App/Program.cs", Text(repository.Site("https://warehouse.contoso.com/stock"), "file"));
        Assert.False(repository.Has("incomplete", "project", "App/App.csproj"));
    }

    [Fact]
    public void ProjectThatDoesNotRestore_IsAnalysedAndToldWithWhatIsMissing()
    {
        Assert.Equal("DELETE", Text(repository.Site("https://unrestored.contoso.com/things/1"), "verb"));
        var incomplete = repository.Entry("incomplete", "project", "Unrestored/Unrestored.csproj");
        Assert.Equal(["Contoso.Does.Not.Exist"], Texts(incomplete, "missingReferences"));
        Assert.Contains("NU1101", Text(incomplete, "reason"));
    }

    [Fact]
    public void ProjectForAnOldFramework_IsAnalysedWithTheInstalledOne() =>
        Assert.Equal("Old/Program.cs", Text(repository.Site("https://old.contoso.com/"), "file"));

    [Fact]
    public void ProjectsThatDoNotLoad_AreToldWithTheReason()
    {
        Assert.Contains("MSB4025", Text(repository.Entry("notAnalysed", "project", "Damaged/Damaged.csproj"), "reason"));
        Assert.Equal("a Visual Basic project: only C# is analysed", Text(repository.Entry("notAnalysed", "project", "Basic/Basic.vbproj"), "reason"));
        Assert.Contains("MSB4236: The SDK 'Contoso.Five/1.0.0'", Text(repository.Entry("notAnalysed", "project", "NoEndOfSdks/NoEndOfSdks.csproj"), "reason"));
        Assert.Equal(3, repository.Map.GetProperty("notAnalysed").GetArrayLength());
    }

    [Fact]
    public void ProjectWhoseSdkNoSourceHas_IsAnalysedWithAnEmptyOneInItsPlace()
    {
        Assert.Equal("NoSdk/Program.cs", Text(repository.Site("https://nosdk.contoso.com/"), "file"));
        Assert.Contains("the SDK 'Contoso.No.Such.Sdk' could not be found, and an empty one stands in for it", Text(repository.Entry("incomplete", "project", "NoSdk/NoSdk.csproj"), "reason"));
        Assert.Equal("NoSecondSdk/Program.cs", Text(repository.Site("https://nosecondsdk.contoso.com/"), "file"));
        Assert.Equal(["Contoso.No.Such.Tools", "Contoso.No.Such.Versions"], Texts(repository.Entry("incomplete", "project", "NoSecondSdk/NoSecondSdk.csproj"), "missingReferences").Order());
    }

    [Fact]
    public void CodeThatDoesNotCompile_IsAnalysedAndTold()
    {
        Assert.Equal("Broken/Broken.cs", Text(repository.Site("https://broken.contoso.com/"), "file"));
        Assert.Contains("compile errors, the first at Broken.cs:7", Text(repository.Entry("incomplete", "project", "Broken/Broken.csproj"), "reason"));
        Assert.StartsWith("a compile error at Wrong.cs:1: CS0029", Text(repository.Entry("incomplete", "project", "Wrong/Wrong.csproj"), "reason"));
    }

    [Fact]
    public void EmptyProject_IsASystemWithoutCalls()
    {
        Assert.Equal(["Empty/Empty.csproj"], Texts(repository.Entry("systems", "name", "Empty"), "projects"));
        Assert.False(repository.Has("incomplete", "project", "Empty/Empty.csproj"));
    }

    [Fact]
    public void TestProject_CallsWhomItLikes()
    {
        Assert.DoesNotContain(repository.Sites(), site => site.Contains("tests.contoso.com"));
        Assert.Equal("test", Text(repository.Entry("systems", "name", "Specs"), "kind"));
    }

    [Fact]
    public void ManifestEntryThatMatchesNothing_IsToldOnce()
    {
        var problem = Assert.Single(repository.Map.GetProperty("manifestProblems").EnumerateArray());

        Assert.Equal(("p2p.json", 5, "P2P9002"), (Text(problem, "file"), problem.GetProperty("line").GetInt32(), Text(problem, "rule")));
        Assert.Contains("Contoso.Biling*", Text(problem, "message"));
    }

    [Fact]
    public async Task SecondScan_SaysTheSameByteForByte() =>
        Assert.Equal(repository.Result.Output, (await P2P.RunAsync("scan", repository.Path, "--json", "-q")).Output);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
