using System.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Manifests near the size limit, made so that anything quadratic in reading or matching would take hours.</summary>
public class ManifestScaleTests
{
    private const int Many = 60_000;

    [Fact]
    public void ManySystems_AreReadAndFound()
    {
        var manifest = Manifests.Read($"{{ \"systems\": {{ {Join(i => $"\"S{i}\":{{\"owns\":[\"N{i}.*\"],\"endpoints\":[\"h{i}\"]}}")} }} }}");

        Assert.Empty(manifest.Problems);
        var matcher = SystemMatcher.Create(manifest);
        for (var i = 0; i < Many; i++)
        {
            Assert.Same(manifest.Systems[i], matcher.OwnerOfCode("X", $"N{i}.Api", $"src/{i}.cs"));
            Assert.Same(manifest.Systems[i], matcher.Match(new ResolvedEndpoint { Scheme = "https", Host = $"h{i}", Path = "/a/b/c" })!.System);
        }
    }

    [Fact]
    public void ManyNamesOfOneSystem_AreReadAsOne()
    {
        var manifest = Manifests.Read($"{{ \"systems\": {{ {Join(i => $"\"ERP{new string('-', i % 50)}\":{{\"owns\":[\"N{i}\"]}}")} }} }}");

        Assert.Equal(Many - 1, manifest.Problems.Length);
        Assert.Equal(Many, Assert.Single(manifest.Systems).Owns.Length);
    }

    [Fact]
    public void ManyEntriesOfOneHost_AreReadAndFound()
    {
        var manifest = Manifests.Read($"{{ \"systems\": {{ \"ERP\": {{ \"endpoints\": [ {Join(i => $"\"http://localhost:{(i % 65_535) + 1}/p{i}\"")} ] }} }} }}");

        Assert.Empty(manifest.Problems);
        var matcher = SystemMatcher.Create(manifest);
        for (var i = 0; i < Many; i++)
        {
            Assert.NotNull(matcher.Match(new ResolvedEndpoint { Scheme = "http", Host = "localhost", Port = (i % 65_535) + 1, Path = $"/p{i}/x" }));
        }
    }

    [Fact]
    public void ManySchemesOfOneHost_AreRead()
    {
        var manifest = Manifests.Read($"{{ \"systems\": {{ \"ERP\": {{ \"endpoints\": [ {Join(i => $"\"s{i}://erp\"")} ] }} }} }}");

        Assert.Empty(manifest.Problems);
        Assert.NotNull(SystemMatcher.Create(manifest).Match(new ResolvedEndpoint { Scheme = $"s{Many - 1}", Host = "erp" }));
    }

    [Fact]
    public void ManyClaimsOfOneEndpoint_AreToldOnceEach()
    {
        var manifest = Manifests.Read($"{{ \"systems\": {{ {Join(i => $"\"S{i}\":{{\"endpoints\":[\"erp\"]}}")} }} }}");

        Assert.Equal(Many - 1, manifest.Problems.Length);
    }

    [Fact]
    public void ManyUnknownSystems_AreToldOnceEach()
    {
        var approvals = Join(i => $"{{\"from\":\"A{i}\",\"to\":\"B{i}\"}}", 40_000);
        var manifest = Manifests.Read($"{{ \"systems\": {{ {Join(i => $"\"S{i}\":{{}}", 40_000)} }}, \"approvals\": [ {approvals} ] }}");

        Assert.Equal(80_000, manifest.Problems.Count(problem => problem.Kind == ManifestProblemKind.Contradictory));
    }

    [Fact]
    public void ManyUnknownKeys_AreToldOnceEach()
    {
        Assert.Equal(Many, Manifests.Read($"{{ {Join(i => $"\"endpoint{i}\":1")} }}").Problems.Length);
    }

    [Fact]
    public void APathOfManySegments_IsMatched()
    {
        var matcher = Manifests.Matcher("""{ "systems": { "ERP": { "owns": ["src/**"], "endpoints": ["erp/api", "*.contoso.com"] } } }""");
        var path = string.Concat(Enumerable.Repeat("/a", 50_000));

        Assert.Null(matcher.Match(new ResolvedEndpoint { Host = "erp", Path = path }));
        Assert.NotNull(matcher.OwnerOfCode("X", null, "src" + path));
        Assert.Null(matcher.Match(new ResolvedEndpoint { Host = string.Concat(Enumerable.Repeat("a.", 50_000)) + "com" }));
    }

    private static string Join(Func<int, string> element, int count = Many) =>
        new StringBuilder().AppendJoin(',', Enumerable.Range(0, count).Select(element)).ToString();
}
