using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers;
using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Tests.Loading;

namespace PointToPoint.Tool.Tests.Map;

/// <summary>Analyses as the engine would give them, for tests of what is made of them.</summary>
internal static class Analysed
{
    public const string Root = "/nowhere/repo";

    public static ProjectAnalysis Project(string name, params ReadOnlySpan<OutboundCall> calls) => Project(name, "net10.0", "Exe", calls);

    public static ProjectAnalysis Library(string name, params ReadOnlySpan<OutboundCall> calls) => Project(name, "net10.0", "Library", calls);

    public static ProjectAnalysis Project(string name, string targetFramework, string outputType, params ReadOnlySpan<OutboundCall> calls)
    {
        var project = Captured.Project($"{Root}/{name}/{name}.csproj", targetFramework, [$"OutputType={outputType}"]);
        return new ProjectAnalysis { Project = project, Calls = [.. calls.ToArray().Select(call => At(project, $"{Root}/{name}/Client.cs", 1, call))] };
    }

    public static ProjectAnalysis With(this ProjectAnalysis analysis, string file, int line, OutboundCall call, bool suppressed = false) =>
        analysis with { Calls = analysis.Calls.Add(At(analysis.Project, $"{Root}/{file}", line, call) with { IsSuppressed = suppressed }) };

    public static OutboundCall Call(string from, string? to, string endpoint = "https://erp.contoso.com/api", Verdict verdict = Verdict.New) => new()
    {
        Kind = OutboundCallKind.Call,
        RuleId = RuleIds.DirectHttpCall,
        Location = Location.None,
        From = from,
        To = to,
        Client = "System.Net.Http.HttpClient",
        Member = "M:System.Net.Http.HttpClient.GetAsync(System.String)",
        Verb = "GET",
        Endpoint = endpoint,
        Provenance = ["literal"],
        Verdict = verdict,
    };

    public static OutboundCall Wiring(string from, string to) => Call(from, to) with { Kind = OutboundCallKind.Wiring, RuleId = RuleIds.DirectWiring, Verb = "" };

    public static OutboundCall Unknown(string from) => Call(from, to: null, verdict: Verdict.Unknown) with { Endpoint = null, Provenance = [], UnknownReason = "the address comes from parameter 'url'" };

    public static LoadedProjects Loaded(params (string From, string[] To)[] references) => new()
    {
        Projects = [],
        Incomplete = [],
        Skipped = [],
        References = references.ToImmutableDictionary(
            reference => $"{Root}/{reference.From}/{reference.From}.csproj",
            reference => reference.To.Select(to => $"{Root}/{to}/{to}.csproj").ToImmutableHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal),
    };

    private static ObservedCall At(CapturedProject project, string file, int line, OutboundCall call) =>
        new(call, project, file, new LinePositionSpan(new LinePosition(line - 1, 8), new LinePosition(line - 1, 16)), IsSuppressed: false);
}
