using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

using PointToPoint.Gateway;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>
/// Runs code before and after the fix against a real server, with all kinds of values in the holes of its addresses, and compares what the server
/// received and what the code saw.
/// </summary>
internal static class BehaviourTest
{
    /// <summary>The system's address in the code under test.</summary>
    public const string Origin = "http://erp.contoso.com";

    public static Task SameAfterFix(string before, params IReadOnlyList<string> refused) => SameAfterFix(before, Answers.Json, refused);

    /// <summary>The fix leaves the behaviour as it was.</summary>
    /// <param name="before">The code.</param>
    /// <param name="answer">What the system answers.</param>
    /// <param name="refused">The values that would lead out of the system, and are refused after the fix: all of them.</param>
    public static async Task SameAfterFix(string before, RequestDelegate answer, params IReadOnlyList<string> refused)
    {
        var after = await RoutedCode.OfAsync(before);
        Assert.DoesNotContain(Origin, after, StringComparison.Ordinal);
        var differences = await DifferencesAsync(before, after, answer);

        Assert.True(differences.All(difference => difference.IsRefusal), string.Join('\n', differences.Where(difference => !difference.IsRefusal)) + after);
        Assert.Equal(refused.Order(StringComparer.Ordinal), differences.Select(difference => difference.Hole).Order(StringComparer.Ordinal));
    }

    /// <summary>The values for which the behaviour isn't the same.</summary>
    public static async Task<IReadOnlyList<BehaviourDifference>> DifferencesAsync(string before, string after, RequestDelegate answer)
    {
        await using var system = await RecordingServer.StartAsync(answer);
        await using var other = await RecordingServer.StartAsync(Answers.Json);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Erp:BaseUrl", (string?)system.Address.AbsoluteUri)]).Build();
        await using var direct = await LoadedCode.LoadAsync(AtServer(before, system), configuration, _ => { });
        await using var routed = await LoadedCode.LoadAsync(AtServer(after, system), configuration, services => services.AddIntegrationGateway(options =>
        {
            // The name from the host, and the one from the configuration's key.
            options.AllowSharedAddresses = true;
            options.Systems["erp-contoso-com"] = new GatewaySystemOptions { Destination = system.Address };
            options.Systems["erp"] = new GatewaySystemOptions { Destination = system.Address };
        }));
        Assert.Equal(direct.Warnings, routed.Warnings);

        var differences = new List<BehaviourDifference>();
        var reached = false;
        foreach (var hole in Holes.All)
        {
            var first = await ObserveAsync(direct, hole, system, other);
            var second = await ObserveAsync(routed, hole, system, other);
            reached |= first.Received.Length > 0;
            if (!first.IsSame(second))
            {
                differences.Add(new BehaviourDifference(hole, first, second));
            }
        }

        Assert.True(reached, "The code never reached the system.");
        return differences;
    }

    private static string AtServer(string code, RecordingServer server) => code.Replace(Origin, "http://" + server.Authority, StringComparison.Ordinal);

    private static async Task<Observation> ObserveAsync(LoadedCode code, string hole, RecordingServer system, RecordingServer other)
    {
        var (outcome, exception) = await code.RunAsync(hole.Replace(Holes.OtherHost, other.Authority, StringComparison.Ordinal));
        return new Observation(system.TakeReceived(), other.TakeReceived(), outcome, exception);
    }
}
