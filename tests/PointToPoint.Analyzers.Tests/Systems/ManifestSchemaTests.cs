using System.Text.Json;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class ManifestSchemaTests
{
    private static readonly JsonSchema _schema = JsonSchema.Load();

    [Fact]
    public void SchemaAndReader_KnowTheSameKeys()
    {
        var root = _schema.Root;
        var system = root.GetProperty("properties").GetProperty("systems").GetProperty("additionalProperties");
        var approval = root.GetProperty("properties").GetProperty("approvals").GetProperty("items");

        Assert.Equal(ManifestKeys.Root.Order(), Keys(root));
        Assert.Equal(ManifestKeys.System.Order(), Keys(system));
        Assert.Equal(ManifestKeys.GatewayMembers.Order(), Keys(root.GetProperty("properties").GetProperty("gateway")));
        Assert.Equal(ManifestKeys.Approval.Order(), Keys(approval));
        Assert.Equal(ManifestKeys.Approval.Order(), _schema.Resolve(approval).GetProperty("required").EnumerateArray().Select(key => key.GetString()!).Order());
    }

    [Fact]
    public void EveryKey_HasADescription()
    {
        foreach (var schema in (JsonElement[])[_schema.Root, .. _schema.Root.GetProperty("definitions").EnumerateObject().Select(definition => definition.Value)])
        {
            foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
            {
                Assert.True(_schema.Resolve(property.Value).TryGetProperty("description", out _), property.Name);
            }
        }
    }

    [Fact]
    public void TheReader_UnderstandsEveryExampleOfTheSchema()
    {
        var system = _schema.Root.GetProperty("definitions").GetProperty("system").GetProperty("properties");
        foreach (var key in (string[])[ManifestKeys.Owns, ManifestKeys.Endpoints, ManifestKeys.Sdks, ManifestKeys.Owner, ManifestKeys.Key])
        {
            var example = _schema.Resolve(system.GetProperty(key)).GetProperty("examples")[0];
            Assert.Empty(Manifests.Problems($$"""{ "systems": { "ERP": { "{{key}}": {{example.GetRawText()}} } } }"""));
        }
    }

    [Fact]
    public void EveryManifestOfTheReference_IsWellFormed()
    {
        var manifests = Blocks("docs/manifest.md");

        Assert.True(manifests.Length >= 3);
        Assert.All(manifests, AssertWellFormed);
    }

    [Fact]
    public void TheManifestOfTheReference_IsTheOneThatTheTestsUse()
    {
        Assert.Equal(JsonSerializer.Serialize(JsonSchema.Parse(Manifests.Contoso)), JsonSerializer.Serialize(JsonSchema.Parse(Blocks("docs/manifest.md")[0])));
    }

    [Theory]
    [InlineData("docs/rules/P2P9001.md", nameof(ManifestProblemKind.Unreadable))]
    [InlineData("docs/rules/P2P9002.md", nameof(ManifestProblemKind.Contradictory))]
    public void TheExampleOfARulePage_ShowsItsProblem_AndIsFixed(string page, string kind)
    {
        var blocks = Blocks(page);

        Assert.Equal(2, blocks.Length);
        Assert.Equal(kind, Assert.Single(Manifests.Read(blocks[0]).Problems).Kind.ToString());
        AssertWellFormed(blocks[1]);
    }

    [Theory]
    [InlineData("{ \"system\": {} }")]
    [InlineData("{ \"systems\": [] }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"endpoint\": [] } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"owns\": \"Contoso.Erp\" } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"owns\": [\"\"] } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"sdks\": [\"Stripe\"] } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"key\": \"a/b\" } } }")]
    [InlineData("{ \"gateway\": { \"adapters\": {} } }")]
    [InlineData("{ \"approvals\": [ { \"from\": \"A\", \"to\": \"B\", \"owner\": \"o\", \"reason\": \"r\" } ] }")]
    [InlineData("{ \"approvals\": [ { \"from\": \"A\", \"to\": \"B\", \"owner\": \"o\", \"reason\": \"r\", \"until\": \"31.03.2027\" } ] }")]
    [InlineData("{ \"clients\": { \"ErpClient\": 1 } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"sdks\": [\"T:Contoso.ErpApi address=path\"] } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"sdks\": [\"M:Contoso.ErpApi.Call path\"] } } }")]
    [InlineData("{ \"systems\": { \"ERP\": { \"sdks\": [\"M:Contoso.ErpApi.Call address=\"] } } }")]
    public void WhatTheSchemaRefuses_TheReaderRefusesToo(string manifest)
    {
        Assert.NotEmpty(_schema.Errors(manifest));
        Assert.NotEmpty(Manifests.Problems(manifest));
    }

    private static void AssertWellFormed(string manifest)
    {
        Assert.Empty(Manifests.Problems(manifest));
        Assert.Empty(_schema.Errors(manifest));
    }

    private static IEnumerable<string> Keys(JsonElement schema) =>
        _schema.Resolve(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order();

    private static string[] Blocks(string path) =>
        [.. RepositoryFile.Read(path).Split("```jsonc\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
}
