using System.Globalization;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Past the limits of wrappers stands an honest unknown with its reason: never nothing, and never a part that looks like the whole.</summary>
public sealed class WrapperLimitTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);
    private static readonly AnalyzerTest _unknown = _test.WithDefaultRule(RuleIds.UnknownTarget);

    [Theory]
    [InlineData(Limits.CallDepth)]
    [InlineData(Limits.CallDepth + 1)]
    [InlineData(40)]
    public Task ChainLongerThanTheLimit_SaysSoWhereItBegins(int length) => _unknown
        .WithProperty("unknownReason", $"the address is handed through more than {Limits.CallDepth} methods")
        .Reports($$"""
            class Api(HttpClient http)
            {
                {{Each(1, length, number => $"Task M{number}(string url) => M{number - 1}(url);")}}
                Task M0(string url) => http.GetAsync(url);
                public Task Start() => [|M{{length}}|]("https://erp.contoso.com/orders");
            }
            """);

    [Fact]
    public Task ChainWithinTheLimit_IsKnown() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class Api(HttpClient http)
        {
            {{Each(1, Limits.CallDepth - 1, number => $"Task M{number}(string url) => M{number - 1}(url);")}}
            Task M0(string url) => http.GetAsync(url);
            public Task Start() => [|M{{Limits.CallDepth - 1}}|]("https://erp.contoso.com/orders");
        }
        """);

    [Fact]
    public Task LongChainThatNeverSends_IsQuiet() => _test.IsQuiet($$"""
        class Api(HttpClient http)
        {
            {{Each(1, 40, number => $"Task M{number}(string url) => M{number - 1}(url);")}}
            Task M0(string url) => Task.CompletedTask;
            public Task Start() => M40("https://erp.contoso.com/orders");
        }
        """);

    [Fact]
    public Task ImplementationsWithinTheLimit_AreAllNamed() => _test
        .WithProperty("endpoint", string.Join(" | ", Enumerable.Range(0, Limits.Implementations).Select(number => string.Create(CultureInfo.InvariantCulture, $"https://s{number}.contoso.com/orders"))))
        .Reports(Implementations(Limits.Implementations));

    [Fact]
    public Task MoreImplementations_AreUnknownByName() => _unknown
        .WithProperty("unknownReason", $"the call goes to 'IApi.Get', which has {Limits.Implementations + 4} implementations, more than the {Limits.Implementations} that are told apart")
        .Reports(Implementations(Limits.Implementations + 4));

    [Fact]
    public Task MoreOverrides_AreAHole() => _test.WithProperty("endpoint", "https://erp.contoso.com/{}/orders").Reports($$"""
        abstract class Api { protected abstract string Area { get; } readonly HttpClient http = new(); public Task Get(string path) => http.GetAsync($"https://erp.contoso.com/{Area}/{path}"); }
        {{Each(0, Limits.Implementations, number => $"class Api{number} : Api {{ protected override string Area => \"a{number}\"; }}")}}
        class Orders(Api api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task MoreOverrides_AreUnknownByName() => _unknown
        .WithProperty("unknownReason", $"the address comes from 'Api.Url', which has {Limits.Implementations + 1} implementations, more than the {Limits.Implementations} that are told apart")
        .Reports($$"""
            abstract class Api { protected abstract string Url { get; } readonly HttpClient http = new(); public Task Get() => http.[|GetAsync|](Url); }
            {{Each(0, Limits.Implementations, number => $"class Api{number} : Api {{ protected override string Url => \"https://s{number}.contoso.com\"; }}")}}
            """);

    [Fact]
    public Task MoreAddresses_AreUnknownByNumber() => _unknown.WithProperty("unknownReason", $"it may go to more than {Limits.Alternatives} addresses").Reports($$"""
        class Api(HttpClient http)
        {
            public async Task Get(string path)
            {
                {{Each(0, Limits.Alternatives, number => $"await http.GetAsync(\"https://s{number}.contoso.com/\" + path);")}}
            }
        }
        class Orders(Api api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task MethodThatOnlyCallsItself_IsToldInside() => _unknown.WithProperty("unknownReason", "the address comes from parameter 'url' of public method 'Api.Get'").Reports("""
        public class Api(HttpClient http)
        {
            public async Task Get(string url, int tries) { try { await http.[|GetAsync|](url); } catch when (tries > 0) { await Get(url, tries - 1); } }
        }
        """);

    [Fact]
    public Task PagesThatAMethodCallsItselfFor_AreOneSite() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public async Task All(string path, int page = 1) { await http.GetAsync(path + "/" + page); await All(path, page + 1); }
        }
        class Orders(Api api) { Task M() => api.[|All|]("orders"); }
        """);

    private static string Each(int first, int last, Func<int, FormattableString> line) =>
        string.Join('\n', Enumerable.Range(first, last - first + 1).Select(number => line(number).ToString(CultureInfo.InvariantCulture)));

    private static string Implementations(int count) => $$"""
        interface IApi { Task Get(string path); }
        {{Each(0, count - 1, number => $"class Api{number}(HttpClient http) : IApi {{ public Task Get(string path) => http.GetAsync(\"https://s{number}.contoso.com/\" + path); }}")}}
        class Orders(IApi api) { Task M() => api.[|Get|]("orders"); }
        """;
}
