namespace PointToPoint.Analyzers.Tests.Systems;

public class ManifestContradictionTests
{
    [Theory]
    [InlineData("endpoints", "https://erp.contoso.com/api", "https://ERP.contoso.com:443/API/")]
    [InlineData("endpoints", "erp.contoso.com", "ERP.contoso.com.")]
    [InlineData("endpoints", "localhost:5001", "http://localhost:5001")]
    [InlineData("endpoints", "*.contoso.com", "*.CONTOSO.com")]
    [InlineData("endpoints", "erp-api", "ERP-API")]
    [InlineData("endpoints", "config:Erp:BaseUrl", "config:erp__baseurl")]
    [InlineData("endpoints", "client:erp", "client:ERP")]
    [InlineData("endpoints", "http://[::1]:5001", "[0::1]:5001")]
    [InlineData("endpoints", "müller.example", "xn--mller-kva.example")]
    [InlineData("owns", "Contoso.Crm*", "contoso.crm*")]
    [InlineData("owns", "src/Crm/**", "src/crm")]
    [InlineData("sdks", "N:Contoso.Erp", "N:Contoso.Erp")]
    public void AnEntryThatTwoSystemsClaim_IsToldAtTheSecond(string list, string first, string second)
    {
        var problems = Manifests.Problems($$"""
            {
              "systems": {
                "A": { "{{list}}": ["{{first}}"] },
                "B": {
                  "{{list}}": [
                    "{{second}}"
                  ] } } }
            """);

        Assert.Equal(
            $"6:9 Contradictory '{second}' is claimed by system 'B' and, in line 3, by system 'A'; system 'A' wins, remove the other entry or make it more specific",
            Assert.Single(problems));
    }

    [Theory]
    [InlineData("endpoints", "https://erp.contoso.com", "https://erp.contoso.com/api")]
    [InlineData("endpoints", "https://erp.contoso.com", "http://erp.contoso.com")]
    [InlineData("endpoints", "https://erp.contoso.com", "erp.contoso.com")]
    [InlineData("endpoints", "*.contoso.com", "erp.contoso.com")]
    [InlineData("endpoints", "localhost:5001", "localhost:5002")]
    [InlineData("endpoints", "config:Erp", "config:Erp:BaseUrl")]
    [InlineData("owns", "Contoso.Crm*", "Contoso.Crm.Api")]
    [InlineData("owns", "**/Crm/**", "**/Erp/**")]
    [InlineData("sdks", "N:Contoso", "N:Contoso.Erp")]
    public void AMoreSpecificEntry_ContradictsNothing(string list, string first, string second)
    {
        Assert.Empty(Manifests.Problems($$"""{ "systems": { "A": { "{{list}}": ["{{first}}"] }, "B": { "{{list}}": ["{{second}}"] } } }"""));
    }

    [Fact]
    public void AnEntryThatOneSystemRepeats_ContradictsNothing()
    {
        Assert.Empty(Manifests.Problems("""{ "systems": { "A": { "endpoints": ["erp-api", "erp-api"] } } }"""));
    }

    [Fact]
    public void EveryFurtherClaim_IsToldOnce_AndNamesTheFirst()
    {
        var problems = Manifests.Problems("""
            { "systems": {
              "A": { "endpoints": ["erp-api"] },
              "B": { "endpoints": ["erp-api"] },
              "C": { "endpoints": ["erp-api"] } } }
            """);

        Assert.Equal(2, problems.Length);
        Assert.All(problems, problem => Assert.Contains("in line 2, by system 'A'", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CRM", "crm", "system 'crm' has the same name as 'CRM' (case and punctuation don't count), see line 2; both are read as one system, merge or rename them")]
    [InlineData("Field Service", "field-service", "system 'field-service' has the same name as 'Field Service' (case and punctuation don't count), see line 2; both are read as one system, merge or rename them")]
    [InlineData("CRM", "CRM", "system 'CRM' stands twice, see line 2; both are read as one system, merge or rename them")]
    public void TwoNamesOfOneSystem_AreToldAtTheSecond_AndReadAsOne(string first, string second, string expected)
    {
        var text = $$"""
            { "systems": {
              "{{first}}": { "owns": ["A"] },
              "{{second}}": { "owner": "sales", "owns": ["B"] } } }
            """;

        Assert.Equal("3:3 Contradictory " + expected, Assert.Single(Manifests.Problems(text)));
        var system = Assert.Single(Manifests.Read(text).Systems);
        Assert.Equal((first, "sales"), (system.Name, system.Owner));
        Assert.Equal(["A", "B"], system.Owns.Select(entry => entry.Text));
    }

    [Fact]
    public void TwoSystemsWithOneGatewayKey_AreToldAtTheKey()
    {
        var problem = Assert.Single(Manifests.Problems("""
            { "systems": {
              "ERP": {},
              "Finance": { "key": "Erp" } } }
            """));

        Assert.Equal("3:23 Contradictory system 'Finance' has the gateway key 'Erp', which 'ERP' in line 2 has as well; set another 'key' for one of them", problem);
    }

    [Fact]
    public void NamesThatMakeTheSameGatewayKey_AreToldAtTheName()
    {
        var problem = Assert.Single(Manifests.Problems("""
            { "systems": {
              "财务": {},
              "销售": {} } }
            """));

        Assert.StartsWith("3:3 Contradictory system '销售' has the gateway key '--', which '财务' in line 2 has as well", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndpointOfSystemAndGateway_IsToldAtTheSecond()
    {
        var gatewayLast = Assert.Single(Manifests.Problems("""
            { "systems": { "ERP": { "endpoints": ["https://api.contoso.com"] } },
              "gateway": { "endpoints": ["api.contoso.com:443"] } }
            """));
        var gatewayFirst = Assert.Single(Manifests.Problems("""
            { "gateway": { "endpoints": ["https://api.contoso.com"] },
              "systems": { "ERP": { "endpoints": ["https://api.contoso.com"] } } }
            """));

        Assert.StartsWith("2:30 Contradictory 'api.contoso.com:443' is claimed by the gateway and, in line 1, by system 'ERP'; system 'ERP' wins", gatewayLast, StringComparison.Ordinal);
        Assert.StartsWith("2:39 Contradictory 'https://api.contoso.com' is claimed by system 'ERP' and, in line 1, by the gateway; system 'ERP' wins", gatewayFirst, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CMR", "ERP", "3:15 Contradictory 'from' of an approval names 'CMR', which is no system of this file; did you mean 'CRM'?")]
    [InlineData("CRM", "Payroll", "3:28 Contradictory 'to' of an approval names 'Payroll', which is no system of this file; declare it in 'systems' or correct the name")]
    [InlineData("CRM", "crm", "3:28 Contradictory the approval connects 'CRM' with itself, which needs none; remove it or correct one end")]
    public void AnApprovalThatMakesNoSense_IsTold(string from, string to, string expected)
    {
        var problem = Assert.Single(Manifests.Problems($$"""
            { "systems": { "CRM": {}, "ERP": {} },
              "approvals": [
                { "from": "{{from}}", "to": "{{to}}", "owner": "o", "reason": "r", "until": "2027-03-31" } ] }
            """));

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void AnApprovalInOtherSpelling_NamesTheSystem()
    {
        Assert.Empty(Manifests.Problems("""
            { "systems": { "Field Service": {}, "ERP": {} },
              "approvals": [ { "from": "field-service", "to": "erp", "owner": "o", "reason": "r", "until": "2027-03-31" } ] }
            """));
    }

    [Fact]
    public void WithoutSystems_ApprovalsNameProjectsAndHosts()
    {
        Assert.Empty(Manifests.Problems("""
            { "approvals": [ { "from": "Contoso.Crm", "to": "api.stripe.com", "owner": "o", "reason": "r", "until": "2027-03-31" } ] }
            """));
    }

    [Fact]
    public void AConnectionThatIsApprovedTwice_IsToldAtTheSecond()
    {
        var problem = Assert.Single(Manifests.Problems("""
            { "systems": { "CRM": {}, "ERP": {} },
              "approvals": [
                { "from": "CRM", "to": "ERP", "owner": "o", "reason": "r", "until": "2026-03-31" },
                { "from": "ERP", "to": "CRM", "owner": "o", "reason": "r", "until": "2026-03-31" },
                { "from": "crm", "to": "erp", "owner": "o", "reason": "r", "until": "2027-03-31" } ] }
            """));

        Assert.Equal("5:28 Contradictory the connection from 'crm' to 'erp' is approved in line 3 already; the later date counts, remove one of them", problem);
    }

    [Fact]
    public void ARepeatedKey_IsToldAtTheSecond_AndTheFirstCounts()
    {
        const string text = """
            { "systems": { "CRM": {
              "owner": "sales",
              "owner": "finance" } } }
            """;

        Assert.Equal("3:3 Contradictory 'owner' stands in system 'CRM' already, in line 2; the first one counts, remove one of them", Assert.Single(Manifests.Problems(text)));
        Assert.Equal("sales", Manifests.Read(text).Systems[0].Owner);
    }

    [Fact]
    public void AClientOfAnUnknownSystem_IsTold()
    {
        var problem = Assert.Single(Manifests.Problems("""
            { "systems": { "ERP": {} },
              "clients": { "Contoso.ErpClient": "EPR" } }
            """));

        Assert.Equal("2:37 Contradictory 'clients' names 'EPR', which is no system of this file; did you mean 'ERP'?", problem);
    }

    [Fact]
    public void AClientThatStandsTwice_IsTold()
    {
        var problem = Assert.Single(Manifests.Problems("""
            { "systems": { "ERP": {}, "CRM": {} },
              "clients": { "Contoso.ErpClient": "ERP",
                           "Contoso.ErpClient": "CRM" } }
            """));

        Assert.StartsWith("3:16 Contradictory 'Contoso.ErpClient' stands in 'clients' already, in line 2", problem, StringComparison.Ordinal);
    }
}
