using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class SystemMatcherTests
{
    [Fact]
    public void WithoutManifest_NothingMatches()
    {
        var matcher = SystemMatcher.Create(null);

        Assert.False(matcher.HasManifest);
        Assert.Null(matcher.OwnerOfCode("Contoso.Crm", "Contoso.Crm", "src/Crm/A.cs"));
        Assert.Null(matcher.Match(new ResolvedEndpoint { Scheme = "https", Host = "erp.contoso.com" }));
        Assert.Null(matcher.Find("CRM"));
        Assert.Null(matcher.ApprovalFor("CRM", "ERP"));
        Assert.False(matcher.IsGatewayAdapter("Gateways/A.cs"));
    }

    [Fact]
    public void AManifestThatSaysNothing_IsStillThere()
    {
        Assert.True(Manifests.Matcher("{}").HasManifest);
    }

    [Theory]
    [InlineData("CRM", "CRM")]
    [InlineData("c.r.m", "CRM")]
    [InlineData("Marketing", "Marketing")]
    [InlineData("Payroll", null)]
    public void ASystem_IsFoundByAnySpellingOfItsName(string name, string? expected)
    {
        Assert.Equal(expected, Manifests.Matcher(Manifests.Contoso).Find(name)?.Name);
    }

    [Fact]
    public void AnApproval_LastsUntilTheEndOfItsDay()
    {
        var approval = Manifests.Matcher(Manifests.Contoso).ApprovalFor("crm", "Erp");

        Assert.NotNull(approval);
        Assert.False(approval.IsExpired(null));
        Assert.False(approval.IsExpired(new DateTime(2027, 3, 31, 23, 59, 59)));
        Assert.True(approval.IsExpired(new DateTime(2027, 4, 1)));
    }

    [Fact]
    public void AnApproval_HasADirection()
    {
        Assert.Null(Manifests.Matcher(Manifests.Contoso).ApprovalFor("ERP", "CRM"));
    }

    [Fact]
    public void OfTwoApprovals_TheLaterDateCounts()
    {
        var matcher = SystemMatcher.Create(Manifests.Read("""
            { "approvals": [
              { "from": "CRM", "to": "ERP", "owner": "o", "reason": "later", "until": "2027-03-31" },
              { "from": "CRM", "to": "ERP", "owner": "o", "reason": "sooner", "until": "2026-03-31" } ] }
            """));

        Assert.Equal("later", matcher.ApprovalFor("CRM", "ERP")!.Reason);
    }

    [Theory]
    [InlineData("\"until\": \"soon\"")]
    [InlineData("\"until\": null")]
    [InlineData("\"unitl\": \"2027-03-31\"")]
    public void AnApprovalWithoutReadableDate_AcceptsNothing(string until)
    {
        var matcher = SystemMatcher.Create(Manifests.Read(
            $$"""{ "approvals": [ { "from": "CRM", "to": "ERP", "owner": "o", "reason": "r", {{until}} } ] }"""));

        Assert.Null(matcher.ApprovalFor("CRM", "ERP"));
        Assert.Single(matcher.Manifest.Approvals);
    }

    [Theory]
    [InlineData("src/Crm/Gateways/Erp/ErpAdapter.cs", true)]
    [InlineData("Gateways/A.cs", true)]
    [InlineData("src/Crm/A.cs", false)]
    [InlineData(null, false)]
    public void AnAdapter_IsFoundByItsPath(string? path, bool isAdapter)
    {
        Assert.Equal(isAdapter, Manifests.Matcher(Manifests.Contoso).IsGatewayAdapter(path));
    }

    [Fact]
    public void ManyThreadsMayAsk_AndGetTheSameAnswers()
    {
        var matcher = Manifests.Matcher(Manifests.Contoso);

        Parallel.For(0, 1_000, i =>
        {
            Assert.Equal("CRM", matcher.OwnerOfCode("Contoso.Crm", "Contoso.Crm.Api", $"src/Crm/{i}.cs")!.Name);
            Assert.Equal("ERP", matcher.Match(new ResolvedEndpoint { Scheme = "https", Host = "erp.contoso.com", Path = $"/api/{i}" })!.System!.Name);
        });
    }
}
