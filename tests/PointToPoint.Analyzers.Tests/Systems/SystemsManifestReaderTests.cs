using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class SystemsManifestReaderTests
{
    [Fact]
    public void AWellFormedManifest_IsRead()
    {
        var manifest = Manifests.Read(Manifests.Contoso);

        Assert.Empty(manifest.Problems);
        Assert.Equal(("/repo/p2p.json", "/repo"), (manifest.Path, manifest.Directory));
        Assert.Equal(["CRM", "ERP", "Marketing"], manifest.Systems.Select(system => system.Name));
        Assert.Equal(["sales-platform", "finance", "growth"], manifest.Systems.Select(system => system.Owner));
        Assert.Equal(["crm", "erp", "marketing"], manifest.Systems.Select(system => system.Key));
        Assert.Equal(["Contoso.Crm*", "src/Crm/**"], manifest.Systems[0].Owns.Select(entry => entry.Text));
        Assert.Equal(["https://erp.contoso.com/api", "erp-api", "config:Erp:BaseUrl", "client:erp"], manifest.Systems[1].Endpoints.Select(entry => entry.Text));
        Assert.Equal("N:Contoso.Erp.Sdk", Assert.Single(manifest.Systems[1].Sdks).Text);
        Assert.Equal("https://gateway.contoso.com", Assert.Single(manifest.Gateway.Endpoints).Text);
        Assert.Equal("**/Gateways/**", Assert.Single(manifest.Gateway.Adapters).Text);
        var approval = Assert.Single(manifest.Approvals);
        Assert.Equal(("CRM", "ERP", "finance", "cut-over in March"), (approval.From, approval.To, approval.Owner, approval.Reason));
        Assert.Equal(new DateTime(2027, 3, 31), approval.Until);
    }

    [Fact]
    public void EveryEntry_KnowsItsPlace()
    {
        var manifest = Manifests.Read(Manifests.Contoso);

        Assert.All(manifest.Systems, system => Assert.Equal($"\"{system.Name}\"", Cut(system.NameSpan)));
        Assert.All(manifest.Systems.SelectMany(system => system.Owns), entry => Assert.Equal($"\"{entry.Text}\"", Cut(entry.Span)));
        Assert.All(manifest.Systems.SelectMany(system => system.Endpoints), entry => Assert.Equal($"\"{entry.Text}\"", Cut(entry.Span)));
        Assert.All(manifest.Systems.SelectMany(system => system.Sdks), entry => Assert.Equal($"\"{entry.Text}\"", Cut(entry.Span)));
        Assert.Equal("\"**/Gateways/**\"", Cut(manifest.Gateway.Adapters[0].Span));
        Assert.Equal("\"CRM\"", Cut(manifest.Approvals[0].FromSpan));
        Assert.Equal("\"ERP\"", Cut(manifest.Approvals[0].ToSpan));
        Assert.StartsWith("{ \"from\": \"CRM\"", Cut(manifest.Approvals[0].Span), StringComparison.Ordinal);

        static string Cut(TextSpan span) => Manifests.Contoso.Substring(span.Start, span.Length);
    }

    [Fact]
    public void KeyAndClients_AreRead()
    {
        var manifest = Manifests.Read("""
            {
              "systems": { "Field Service": { "key": "fs" }, "Sales": {} },
              "clients": { "Contoso.Sales.SalesClient": "sales" }
            }
            """);

        Assert.Empty(manifest.Problems);
        Assert.Equal(["fs", "sales"], manifest.Systems.Select(system => system.Key));
        Assert.Equal(("Contoso.Sales.SalesClient", "sales"), (manifest.Clients[0].Type, manifest.Clients[0].System));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"systems\": {} }")]
    [InlineData("{ \"gateway\": {}, \"approvals\": [] }")]
    [InlineData("{ \"systems\": { \"CRM\": {} } } // end")]
    public void EverythingMayBeLeftOut(string text)
    {
        Assert.Empty(Manifests.Problems(text));
    }

    [Theory]
    [InlineData("", "1:1 Unreadable the file is empty")]
    [InlineData("{ \"systems\": { \"B\uFFFDro\": {} } }", "1:18 Unreadable the bytes of this character aren't UTF-8; save the file as UTF-8")]
    [InlineData("[]", "1:1 Unreadable p2p.json must be an object, not a list")]
    [InlineData("\"CRM\"", "1:1 Unreadable p2p.json must be an object, not text")]
    [InlineData("null", "1:1 Unreadable p2p.json must be an object, not null")]
    [InlineData("{ \"systems\": [] }", "1:14 Unreadable 'systems' must be an object with one member for each system, such as \"ERP\": { … }, not a list")]
    [InlineData("{ \"systems\": { \"CRM\": \"sales\" } }", "1:23 Unreadable system 'CRM' must be an object, not text")]
    [InlineData("{ \"systems\": { \" \": {} } }", "1:16 Unreadable a system has an empty name")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owner\": 7 } } }", "1:34 Unreadable 'owner' of system 'CRM' must be text in double quotes, not '7'")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owner\": \"\" } } }", "1:34 Unreadable 'owner' of system 'CRM' is empty")]
    [InlineData("{ \"systems\": { \"CRM\": { \"key\": \"c/rm\" } } }", "1:32 Unreadable 'key' of system 'CRM' may have only letters a-z, digits, '-', '_' and '.', since it becomes part of addresses; for example 'c-rm'")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owns\": { } } } }", "1:33 Unreadable 'owns' of system 'CRM' must be a list in square brackets, not an object")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owns\": [true] } } }", "1:34 Unreadable an entry of 'owns' of system 'CRM' must be text in double quotes, not 'true'")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owns\": [\"\"] } } }", "1:34 Unreadable an entry of 'owns' of system 'CRM' is empty")]
    [InlineData("{ \"systems\": { \"CRM\": { \"owns\": [\"src/**x\"] } } }", "1:34 Unreadable 'src/**x' in 'owns' of system 'CRM' has '**' beside other characters; '**' stands alone between slashes")]
    [InlineData("{ \"systems\": { \"CRM\": { \"endpoints\": [\"https://\"] } } }", "1:39 Unreadable 'https://' in 'endpoints' of system 'CRM' names no host")]
    [InlineData("{ \"systems\": { \"CRM\": { \"sdks\": [\"Stripe\"] } } }", "1:34 Unreadable 'Stripe' in 'sdks' of system 'CRM' is no documentation ID; write 'N:' before a namespace, 'T:' before a type, 'M:' before a method")]
    [InlineData("{ \"systems\": { \"CRM\": { \"endpoint\": [] } } }", "1:25 Unreadable unknown key 'endpoint' in system 'CRM'; did you mean 'endpoints'?")]
    [InlineData("{ \"systems\": { \"CRM\": { \"colour\": [] } } }", "1:25 Unreadable unknown key 'colour' in system 'CRM'; known here: owner, key, owns, endpoints, sdks")]
    [InlineData("{ \"system\": {} }", "1:3 Unreadable unknown key 'system' in p2p.json; did you mean 'systems'?")]
    [InlineData("{ \"gatway\": {} }", "1:3 Unreadable unknown key 'gatway' in p2p.json; did you mean 'gateway'?")]
    [InlineData("{ \"gateway\": [] }", "1:14 Unreadable 'gateway' must be an object, not a list")]
    [InlineData("{ \"gateway\": { \"adapters\": [\"/src\"] } }", "1:29 Unreadable '/src' in 'adapters' of 'gateway' is an absolute path; write it relative to the folder of p2p.json, without a leading slash")]
    [InlineData("{ \"gateway\": { \"adapter\": [] } }", "1:16 Unreadable unknown key 'adapter' in 'gateway'; did you mean 'adapters'?")]
    [InlineData("{ \"approvals\": {} }", "1:16 Unreadable 'approvals' must be a list in square brackets, not an object")]
    [InlineData("{ \"approvals\": [7] }", "1:17 Unreadable an approval must be an object, not '7'")]
    [InlineData("{ \"approvals\": [{}] }", "1:17 Unreadable the approval has no 'from', 'to', 'owner', 'reason', 'until'; it accepts nothing until it says from, to, owner, reason and until")]
    [InlineData("{ \"clients\": [] }", "1:14 Unreadable 'clients' must be an object with a system for each client type, not a list")]
    [InlineData("{ \"clients\": { \"Erp Client\": \"ERP\" } }", "1:16 Unreadable 'Erp Client' in 'clients' is no full name of a type, such as 'Contoso.Erp.Client.ErpClient' or 'Contoso.IApiClient<>', and no method, such as 'M:Contoso.Erp.ErpApi.Call'")]
    [InlineData("{ \"clients\": { \"ErpClient\": \"{0}\" } }", "1:29 Unreadable the system of 'ErpClient' has '{0}', but the type has no type parameters; write 'Contoso.IApiClient<>' for one that has")]
    [InlineData("{ \"clients\": { \"IApi<>\": \"{1}\" } }", "1:26 Unreadable the system of 'IApi<>' has '{1}', but the type's last parameter is '{0}'")]
    [InlineData("{ \"clients\": { \"IApi<>\": \"{x}\" } }", "1:26 Unreadable the system of 'IApi<>' has a '{' that starts no '{0}'")]
    [InlineData("{ \"clients\": { \"ErpClient\": 1 } }", "1:29 Unreadable the system of 'ErpClient' must be text in double quotes, not '1'")]
    [InlineData("{ \"$schema\": 7 }", "1:14 Unreadable '$schema' must be text in double quotes, not '7'")]
    public void Damage_IsToldWhereItIs(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(Manifests.Problems(text)));
    }

    [Theory]
    [InlineData("2027-02-29")]
    [InlineData("2027-3-31")]
    [InlineData("31.03.2027")]
    [InlineData("2027-03-31T00:00:00Z")]
    [InlineData("March")]
    public void ADateThatIsNone_IsDamage(string date)
    {
        var problem = Assert.Single(Manifests.Problems($$"""
            { "approvals": [ { "from": "A", "to": "B", "owner": "o", "reason": "r",
              "until": "{{date}}" } ] }
            """));

        Assert.Equal($"2:12 Unreadable 'until' of an approval '{date}' is no date; write an existing day as yyyy-MM-dd, such as 2027-03-31", problem);
    }

    [Fact]
    public void DamagedPlaces_CostNothingElse()
    {
        var manifest = Manifests.Read("""
            {
              "systems": {
                "CRM": { "owns": ["Contoso.Crm*", "src/[x]", 7], "endpoints": "https://crm.contoso.com", "Sdks": ["N:Contoso.Crm"] }
                "ERP": { owner: "finance", "endpoints": ["https://", "erp-api"] },
                "Marketing": { "endpoints": ["marketing-api" }
              },
              "approvals": [ { "from": "CRM", "to": "ERP" "owner": "finance", "reason": "r", "until": "tomorrow" } ]
            }
            """);

        Assert.Equal(["Contoso.Crm*"], manifest.Systems[0].Owns.Select(entry => entry.Text));
        Assert.Equal(["https://crm.contoso.com"], manifest.Systems[0].Endpoints.Select(entry => entry.Text));
        Assert.Equal(["N:Contoso.Crm"], manifest.Systems[0].Sdks.Select(entry => entry.Text));
        Assert.Equal("finance", manifest.Systems[1].Owner);
        Assert.Equal(["erp-api"], manifest.Systems[1].Endpoints.Select(entry => entry.Text));
        Assert.Equal(["marketing-api"], manifest.Systems[2].Endpoints.Select(entry => entry.Text));
        Assert.Equal(("CRM", "ERP", null, false), (manifest.Approvals[0].From, manifest.Approvals[0].To, manifest.Approvals[0].Until, manifest.Approvals[0].IsComplete));
        Assert.All(manifest.Problems, problem => Assert.Equal(ManifestProblemKind.Unreadable, problem.Kind));
        Assert.Equal(10, manifest.Problems.Length);
    }

    [Fact]
    public void ProblemsStandInTheOrderOfTheText()
    {
        var manifest = Manifests.Read("""
            { "approvals": [{}], "systems": { "A": { "x": 1 }, "a": { "owns": [""] } }, "gatway": 1 "clients": {} }
            """);

        Assert.Equal(manifest.Problems.OrderBy(problem => problem.Span.Start), manifest.Problems);
        Assert.Equal(6, manifest.Problems.Length);
    }

    [Fact]
    public void AManifestThatIsTooDeep_IsDamage()
    {
        var problems = Manifests.Problems("{ \"systems\": { \"CRM\": { \"owns\": " + new string('[', 100) + new string(']', 100) + " } } }");

        Assert.Contains(problems, problem => problem.Contains("nested deeper than 64 levels", StringComparison.Ordinal));
    }

    [Fact]
    public void AManifestThatIsTooLarge_IsDamage_AndSaysNothing()
    {
        var manifest = Manifests.Read("{ \"systems\": { \"CRM\": {} } }" + new string(' ', 10_000_000));

        Assert.Contains("characters, more than", Assert.Single(manifest.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(manifest.Systems);
    }

    [Fact]
    public void AFileWithoutText_IsDamage()
    {
        var manifest = SystemsManifestReader.Unavailable("/repo/p2p.json");

        Assert.Contains("can't be opened", Assert.Single(manifest.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextBeforeAndAfterNames_IsNoPartOfThem()
    {
        var manifest = Manifests.Read("""{ "systems": { " CRM ": { "owns": [" Contoso.Crm "] } } }""");

        Assert.Empty(manifest.Problems);
        Assert.Equal(("CRM", "Contoso.Crm"), (manifest.Systems[0].Name, manifest.Systems[0].Owns[0].Text));
    }
}
