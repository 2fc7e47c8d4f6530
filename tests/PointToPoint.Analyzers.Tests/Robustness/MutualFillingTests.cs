using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>Objects that hold the functions which fill them: what one of them is may have been set by another, and the other way round.</summary>
public sealed class MutualFillingTests
{
    private static readonly AnalyzerTest _test = Endpoints.EndpointTest.Test.IgnoringRules(RuleIds.UnknownTarget);

    [Theory]
    [InlineData("o.First(o); o.Second(o);", "o.Url")]
    [InlineData("o.Part.First(o); o.Part.Second(o);", "o.Url")]
    [InlineData("o.Part.First(o); o.Part.Second(o);", "o.Part.Url")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { o.Part.First?.Invoke(o); o.First?.Invoke(o); }", "o.Part.Url")]
    [InlineData("o.First(o); o.Second(o); o.Third(o.Part); o.Part.First(o); o.Part.Second(o); o.Part.Third(o.Part);", "o.Part.Url")]
    public Task FunctionsThatFillTheirOwner_EndTheSearch(string calls, string address) => _test.IsQuiet($$"""
        class Part { public Action<Options> First = _ => { }; public Action<Options> Second = _ => { }; public Action<Part> Third = _ => { }; public string Url { get; set; } = ""; }
        class Options : Part { public Part Part { get; } = new(); }
        class C(HttpClient http) { Task Load(Options o) { {{calls}} return http.GetAsync({{address}}); } }
        """);

    [Fact]
    public Task ManyFunctionsThatFillTheirOwner_EndTheSearch() => _test.IsQuiet($$"""
        class Options { public string Url { get; set; } = ""; {{string.Join(" ", Enumerable.Range(0, 24).Select(i => $"public Action<Options> F{i} = _ => {{ }};"))}} }
        class C(HttpClient http) { Task Load(Options o) { {{string.Join(" ", Enumerable.Range(0, 24).Select(i => $"o.F{i}(o);"))}} return http.GetAsync(o.Url); } }
        """);
}
