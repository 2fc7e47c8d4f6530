using System.Globalization;

using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Past every limit stands an honest unknown.</summary>
public sealed class LimitTests
{
    [Fact]
    public Task ManyTerms_AreUnknown() => EndpointTest.IsUnknown(
        "\"https://erp.contoso.com/\"" + string.Concat(Enumerable.Repeat(" + text", Limits.Terms + 1)),
        $"the address comes from a concatenation of more than {Limits.Terms} terms");

    [Fact]
    public Task TenThousandTerms_AreUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        class C(HttpClient http)
        {
            static string s = "";
            Task M() => http.[|GetAsync|]("https://erp.contoso.com/"{{string.Concat(Enumerable.Repeat(" + s", 10_000))}});
        }
        """);

    [Fact]
    public Task ManyAlternatives_AreUnknown() => EndpointTest.IsUnknown(
        "id switch { " + string.Concat(Enumerable.Range(0, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} => \"https://erp{i}.contoso.com/x\", "))) + "_ => text }",
        $"the address comes from more than {Limits.Alternatives} possible values");

    [Fact]
    public Task LongText_IsUnknown() => EndpointTest.IsUnknown(
        $"\"https://erp.contoso.com/{new string('x', Limits.Length)}\"", $"the address comes from a text of more than {Limits.Length} characters");

    [Theory]
    [InlineData("$\"https://erp.contoso.com/orders?model={Way()}&x={text}\"")]
    [InlineData("\"https://erp.contoso.com/orders?model=\" + Way() + \"&x=\" + text")]
    public Task QueryThatCannotBeWorkedOut_DoesNotHideTheRest(string expression) => EndpointTest.Resolves(
        expression,
        "https://erp.contoso.com/orders",
        "string Way() => " + string.Join(" + ", Enumerable.Repeat("Way()", Limits.Terms + 1)) + ";");

    [Fact]
    public Task DeepHelpers_AreUnknown()
    {
        var helpers = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"static string F{i}() => F{i + 1}();\n"))) + "static string F100() => \"https://erp.contoso.com/x\";";
        return EndpointTest.IsUnknown("F0()", $"the address comes from the result of 'C.F{Limits.CallDepth + 1}', which is called through more than {Limits.CallDepth} methods", helpers);
    }

    [Fact]
    public Task DeepNesting_IsUnknown() => EndpointTest.IsUnknown(
        "\"https://erp.contoso.com\"" + string.Concat(Enumerable.Repeat(".Trim()", Limits.Depth + 1)), $"the address comes from an expression whose values lie more than {Limits.Depth} steps apart");

    [Fact]
    public Task HelpersWithinTheLimit_AreKnown() => EndpointTest.Resolves(
        "F0()", "https://erp.contoso.com/x", "static string F0() => F1(); static string F1() => F2(); static string F2() => F3(); static string F3() => \"https://erp.contoso.com/x\";");

    [Fact]
    public Task HelpersThatCallEachOtherTwice_AreUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class C(HttpClient http)
        {
            static string A(int n) => B(n - 1) + B(n - 2);
            static string B(int n) => A(n - 1) + A(n - 2);
            Task M() => http.[|GetAsync|](A(1));
        }
        """);

    [Fact]
    public Task LongChainOfRegistrationMethods_IsFollowed() => RegistrationChain(Limits.Hops - 1, RuleIds.DirectHttpCall, "endpoint", "https://erp.contoso.com/orders");

    [Fact]
    public Task LongerChainOfRegistrationMethods_IsUnknown() => RegistrationChain(
        2 * Limits.Hops, RuleIds.UnknownTarget, "unknownReason", $"the base address comes from parameter 'url' of 'Registrations.Add{Limits.Hops}', whose callers are more than {Limits.Hops} methods away");

    private static Task RegistrationChain(int length, string rule, string property, string value) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithDefaultRule(rule).WithProperty(property, value).Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Register(IServiceCollection services) => Add0(services, "https://erp.contoso.com");
            {{string.Concat(Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"static void Add{i}(IServiceCollection services, string url) => Add{i + 1}(services, url);\n")))}}
            static void Add{{length}}(IServiceCollection services, string url) => services.AddHttpClient<Erp>(c => c.BaseAddress = new Uri(url));
        }
        class Erp(HttpClient http) { Task M() => http.[|GetAsync|]("orders"); }
        """);
}
