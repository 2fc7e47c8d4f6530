namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Texts that are put together of many: joins, concatenations, formats.</summary>
public sealed class JoinedTextTests
{
    private const string Members = """
        const string Root = "https://erp.contoso.com";
        static readonly string[] Parts = { "api", "orders" };
        static string[] Unknown() => System.Console.ReadLine()!.Split(' ');
        """;

    [Theory]
    [InlineData("string.Join(\"/\", Root, \"orders\", text)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Join('/', Root, \"orders\", id)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Join(\"/\", new[] { Root, \"orders\" })", "https://erp.contoso.com/orders")]
    [InlineData("string.Join(\"/\", new System.Collections.Generic.List<string> { Root, \"orders\" })", "https://erp.contoso.com/orders")]
    [InlineData("string.Join(\"/\", [Root, .. Parts, text])", "https://erp.contoso.com/api/orders/{}")]
    [InlineData("Root + \"/\" + string.Join(\"/\", Parts)", "https://erp.contoso.com/api/orders")]
    [InlineData("Root + \"/\" + string.Join(\"/\", Unknown())", "https://erp.contoso.com/{}")]
    [InlineData("string.Join(\"/\", new[] { Root }.Concat(Unknown()))", "https://erp.contoso.com/{}")]
    [InlineData("string.Join(\"/\", new[] { Root + \"/\", \"/x/\", \"\" }.Where(p => !string.IsNullOrEmpty(p)).Select(p => p.Trim('/')))", "https://erp.contoso.com/x")]
    [InlineData("string.Join(\"/\", Parts.Prepend(Root).Append(text).ToArray())", "https://erp.contoso.com/api/orders/{}")]
    [InlineData("Root + \"/\" + string.Join(\"/\", Parts.Skip(1))", "https://erp.contoso.com/orders")]
    [InlineData("string.Join(text, Root, \"/x\")", "{}")]
    public Task Join(string expression, string endpoint) => endpoint == "{}"
        ? EndpointTest.IsUnknown(expression, "the address comes from parameter 'text' of public method 'C.M'", Members)
        : EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("string.Concat(Root, \"/orders/\", text)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Concat(Root, \"/orders/\", (object)id)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Concat(Root, \"/a\", \"/b\", \"/c\", \"/d\", text)", "https://erp.contoso.com/a/b/c/d{}")]
    [InlineData("string.Concat(new[] { Root, \"/x\" })", "https://erp.contoso.com/x")]
    [InlineData("string.Concat(new System.Collections.Generic.List<string> { Root, \"/x\" })", "https://erp.contoso.com/x")]
    [InlineData("string.Concat(Root, \"/\", string.Concat(Unknown()))", "https://erp.contoso.com/{}")]
    public Task Concat(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("string.Format(\"{0}/orders/{1}\", Root, id)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Format(\"{0}/{1}\", new object[] { Root, \"x\" })", "https://erp.contoso.com/x")]
    [InlineData("string.Format(\"{0}/{1:D3}\", Root, 7)", "https://erp.contoso.com/{}")]
    [InlineData("string.Format(\"{0}/{1:D3}\", Root, \"x\")", "https://erp.contoso.com/x")]
    [InlineData("string.Format(Root + \"/{0}/\" + text, \"x\")", "https://erp.contoso.com/x/{}")]
    [InlineData("string.Format(Root + \"/{0}/{1}\", Unknown())", "https://erp.contoso.com/{}/{}")]
    [InlineData("string.Format(Root + \"/{0}/{5}\", \"x\")", "https://erp.contoso.com/x/{}")]
    public Task Format_LeavesHoles(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{Root}/orders/{id}\")", "https://erp.contoso.com/orders/{}")]
    [InlineData("System.FormattableString.Invariant($\"{Root}/orders/{id}\")", "https://erp.contoso.com/orders/{}")]
    [InlineData("((System.FormattableString)$\"{Root}/orders/{id}\").ToString(System.Globalization.CultureInfo.InvariantCulture)", "https://erp.contoso.com/orders/{}")]
    [InlineData("$\"{Root}/\" + $\"orders/{id}\"", "https://erp.contoso.com/orders/{}")]
    [InlineData("$\"{Root}/{7:D4}/{text,10}\"", "https://erp.contoso.com/{}/{}")]
    [InlineData("$\"\"\"{Root}/orders/{id}\"\"\"", "https://erp.contoso.com/orders/{}")]
    [InlineData("$$\"\"\"{{Root}}/{orders}/{{id}}\"\"\"", "https://erp.contoso.com/{orders}/{}")]
    [InlineData("\"\"\"https://erp.contoso.com/x\"\"\"", "https://erp.contoso.com/x")]
    [InlineData("@\"https://erp.contoso.com/x\"", "https://erp.contoso.com/x")]
    [InlineData("$@\"{Root}/{(flag ? \"a\" : \"a\")}\"", "https://erp.contoso.com/a")]
    [InlineData("$\"{new Uri(Root)}orders\"", "https://erp.contoso.com/orders")]
    public Task Interpolations(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("System.IO.Path.Combine(Root, \"api\", \"orders\")", "https://erp.contoso.com/api/orders")]
    [InlineData("System.IO.Path.Combine(Root, text)", "https://erp.contoso.com/{}")]
    [InlineData("System.IO.Path.Join(Root, \"/api\")", "https://erp.contoso.com/api")]
    [InlineData("System.IO.Path.Combine(new[] { Root, \"a\", \"b\", \"c\", \"d\" })", "https://erp.contoso.com/a/b/c/d")]
    public Task PathsUsedForAddresses(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("string.Format(\"https://erp.contoso.com/x/{0}\", missing.Id)")]
    [InlineData("string.Format(\"https://erp.contoso.com/{1}/{0}\", missing.Id, \"x\")")]
    [InlineData("string.Concat(\"https://erp.contoso.com/x/\", missing.Id)")]
    [InlineData("string.Join(\"/\", \"https://erp.contoso.com/x\", missing.Id)")]
    [InlineData("\"https://erp.contoso.com/x/\" + missing.Id")]
    [InlineData("$\"https://erp.contoso.com/x/{missing.Id}\"")]
    public Task OperandOfAMissingType_IsAHole(string expression) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x/{}").AllowErrors("CS0246").Reports($$"""
        class C(HttpClient http)
        {
            Task M(Missing missing) { string url = {{expression}}; return http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task InterpolatedMissingName_IsAHole() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x/{}").AllowErrors("CS0246", "CS0103").Reports("""
        class C(HttpClient http)
        {
            Task M() => http.[|GetAsync|]($"https://erp.contoso.com/x/{Nowhere.Id}");
        }
        """);
}
