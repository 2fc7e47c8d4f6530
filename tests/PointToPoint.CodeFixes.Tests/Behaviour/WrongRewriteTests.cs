using static PointToPoint.CodeFixes.Tests.Behaviour.BehaviourTest;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Rewrites that are wrong in one place each: if the comparison didn't see these, it would prove nothing.</summary>
public sealed class WrongRewriteTests
{
    [Fact]
    public Task RightRewrite_HasNoDifference() => Differs("client.GetStringAsync($\"/./{id}\")");

    [Fact]
    public Task BareHole_BecomesAnotherHost() => Differs("client.GetStringAsync($\"/{id}\")", "/", "//", "/x", "//evil.example");

    [Fact]
    public async Task NoSlash_LeavesTheSystem()
    {
        var differences = await Differences("client.GetStringAsync(id)");

        // With another host's address the code before stayed at home: no refusal is allowed then.
        Assert.Contains(differences, difference => difference.Hole == "//evil.example" && !difference.IsRefusal && difference.After.Elsewhere.Length == 0);
        Assert.Contains(differences, difference => difference.Hole == "a:b" && !difference.IsRefusal);
    }

    [Fact]
    public async Task LeadingSlashDoubled_IsSeen() => Assert.Contains("42", (await Differences("client.GetStringAsync($\"/.//{id}\")")).Select(difference => difference.Hole));

    [Fact]
    public async Task PathSegmentLost_IsSeen() => Assert.NotEmpty(await Differences("client.GetStringAsync($\"/./{id.Split('/')[^1]}\")"));

    [Fact]
    public async Task QueryLost_IsSeen() => Assert.Contains("?q", (await Differences("client.GetStringAsync($\"/./{id.Split('?')[0]}\")")).Select(difference => difference.Hole));

    [Fact]
    public async Task HoleEscaped_IsSeen() => Assert.Contains("a/b", (await Differences("client.GetStringAsync($\"/./{Uri.EscapeDataString(id)}\")")).Select(difference => difference.Hole));

    [Fact]
    public async Task AnotherVerb_IsSeen() => Assert.Equal(Holes.All.Count, (await Differences("(await client.PostAsync($\"/./{id}\", null)).Content.ReadAsStringAsync()")).Count);

    [Fact]
    public async Task HeaderAdded_IsSeen() => Assert.Equal(Holes.All.Count, (await Differences("Add(client, \"X-Added\").GetStringAsync($\"/./{id}\")")).Count);

    [Fact]
    public async Task BodyAdded_IsSeen() => Assert.Equal(
        Holes.All.Count, (await Differences("(await client.SendAsync(new(HttpMethod.Get, $\"/./{id}\") { Content = new StringContent(\"x\") })).Content.ReadAsStringAsync()")).Count);

    [Fact]
    public async Task SentTwice_IsSeen() => Assert.Equal(Holes.All.Count, (await Differences("client.GetStringAsync($\"/./{id}\") + (await client.GetStringAsync($\"/./{id}\"))[..0]")).Count);

    [Fact]
    public async Task AnotherResult_IsSeen() => Assert.Equal(Holes.All.Count, (await Differences("client.GetStringAsync($\"/./{id}\") + \" \"")).Count);

    [Fact]
    public async Task ExceptionSwallowed_IsSeen()
    {
        var differences = await DifferencesAsync(Code("new HttpClient()", "client.GetStringAsync($\"http://erp.contoso.com/{id}\")"), Code(Gateway, "(await client.GetAsync($\"/./{id}\")).Content.ReadAsStringAsync()"), Answers.InternalError);

        Assert.Equal(Holes.All.Count, differences.Count);
    }

    private const string Gateway = "gateway.CreateClient(\"erp-contoso-com\")";

    private static async Task Differs(string after, params string[] holes) =>
        Assert.Equal(holes.Order(StringComparer.Ordinal), (await Differences(after)).Where(difference => !difference.IsRefusal).Select(difference => difference.Hole).Order(StringComparer.Ordinal));

    private static Task<IReadOnlyList<BehaviourDifference>> Differences(string after) =>
        DifferencesAsync(Code("new HttpClient()", "client.GetStringAsync($\"http://erp.contoso.com/{id}\")"), Code(Gateway, after), Answers.Json);

    private static string Code(string client, string call) => $$"""
        using PointToPoint.Gateway;

        public class Orders{{(client == Gateway ? "(IIntegrationGateway gateway)" : "")}}
        {
            public async Task<string> Run(string id)
            {
                using var client = {{client}};
                return await {{call}};
            }

            private static HttpClient Add(HttpClient client, string header)
            {
                client.DefaultRequestHeaders.Add(header, "x");
                return client;
            }
        }
        """;
}
