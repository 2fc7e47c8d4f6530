namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods of string: what is known of a text stays known, and what isn't is a hole where it stands.</summary>
public sealed class TextMethodTests
{
    private const string Members = """
        const string Root = "https://erp.contoso.com/";
        static readonly char[] Slashes = { '\\', '/' };
        static string Slash() => System.Console.ReadLine()!;
        enum Kind { Orders, Lines }
        """;

    [Theory]
    [InlineData("Root.TrimEnd('/') + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.TrimEnd('\\\\', '/') + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.TrimEnd(Slashes) + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.TrimEnd(\"/\".ToCharArray()) + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.TrimEnd(Slash().ToCharArray()) + \"x\"", "https://erp.contoso.com/x")]
    [InlineData("\"//erp.contoso.com/x/\".Trim('/').Insert(0, \"https://\")", "https://erp.contoso.com/x")]
    [InlineData("Root + \"/orders//\".Trim('/') + \"/\" + id", "https://erp.contoso.com/orders/{}")]
    [InlineData("Root + \" orders \".Trim()", "https://erp.contoso.com/orders")]
    [InlineData("Root + $\"/{text}/\".TrimStart('/').TrimEnd('/')", "https://erp.contoso.com/{}")]
    public Task Trim_CutsTheEnds(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("\"https://erp.contoso.com/{id}/lines\".Replace(\"{id}\", id.ToString())", "https://erp.contoso.com/{}/lines")]
    [InlineData("\"https://erp.contoso.com/{id}/{id}\".Replace(\"{id}\", \"7\")", "https://erp.contoso.com/7/7")]
    [InlineData("(Root + text).Replace(\"http://\", \"https://\")", "https://erp.contoso.com/{}")]
    [InlineData("\"https+erp.contoso.com/x\".Replace('+', ':').Replace(\":\", \"://\")", "https://erp.contoso.com/x")]
    [InlineData("(Root + \"x\").Replace(text, \"y\")", "https://erp.contoso.com/x")]
    public Task Replace_PutsInWhatIsKnown(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("Root.Substring(0, 23) + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.Substring(0, Root.Length - 1) + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("Root + \"/orders\".Substring(1)", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"/orders\".Substring(id)", "https://erp.contoso.com/{}")]
    [InlineData("Root[..^1] + \"/x\"", "https://erp.contoso.com/x")]
    [InlineData("(Root + id + \"/\")[..^1]", "https://erp.contoso.com/{}")]
    [InlineData("(Root + id + \"/\")[..id]", "{}")]
    [InlineData("Root + \"/orders\"[1..]", "https://erp.contoso.com/orders")]
    [InlineData("(Root + \"?x=\" + text).Remove(24)", "https://erp.contoso.com/")]
    [InlineData("Root.Remove(5, 1) + \"x\"", "http://erp.contoso.com/x", true)]
    [InlineData("\"https://contoso.com/x\".Insert(8, \"erp.\")", "https://erp.contoso.com/x")]
    [InlineData("Root + id.ToString().PadLeft(4, '0')", "https://erp.contoso.com/{}")]
    [InlineData("Root + \"7\".PadLeft(3, '0')", "https://erp.contoso.com/007")]
    public Task Places_AreCountedWhereLengthsAreKnown(string expression, string endpoint, bool isWrongScheme = false)
    {
        if (isWrongScheme)
        {
            // "https" without its fifth character from zero has no colon: the text is no address any more.
            return EndpointTest.IsUnknown(expression, "the client that is created here has no base address", Members);
        }

        return endpoint == "{}" ? EndpointTest.IsUnknown(expression, "the address comes from a part of a text", Members) : EndpointTest.Resolves(expression, endpoint, Members);
    }

    [Theory]
    [InlineData("Root + \"ORDERS\".ToLowerInvariant()", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"orders\".ToUpper()", "https://erp.contoso.com/ORDERS")]
    [InlineData("$\"HTTPS://ERP.CONTOSO.COM/{text}\".ToLower()", "https://erp.contoso.com/{}")]
    public Task Case_IsChanged(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("Root.ToString() + 'x'", "https://erp.contoso.com/x")]
    [InlineData("Root + 7", "https://erp.contoso.com/7")]
    [InlineData("Root + 7.ToString()", "https://erp.contoso.com/7")]
    [InlineData("Root + 7.ToString(\"D4\")", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Convert.ToString(7)", "https://erp.contoso.com/7")]
    [InlineData("Root + System.Convert.ToString(text)", "https://erp.contoso.com/{}")]
    [InlineData("Root + Kind.Orders", "https://erp.contoso.com/Orders")]
    [InlineData("Root + Kind.Orders.ToString().ToLower()", "https://erp.contoso.com/orders")]
    [InlineData("$\"{Root}{Kind.Lines}\"", "https://erp.contoso.com/Lines")]
    [InlineData("Root + (int)Kind.Lines", "https://erp.contoso.com/1")]
    [InlineData("Root + nameof(Kind.Lines)", "https://erp.contoso.com/Lines")]
    [InlineData("Root + (object)\"x\" + null + string.Empty", "https://erp.contoso.com/x")]
    [InlineData("Root + true", "https://erp.contoso.com/True")]
    public Task Values_AreShownAsText(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("Root + Uri.EscapeDataString(\"a b/c\")", "https://erp.contoso.com/a%20b%2Fc")]
    [InlineData("Root + Uri.EscapeDataString(text)", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Net.WebUtility.UrlEncode(\"a b\")", "https://erp.contoso.com/a+b")]
    [InlineData("Root + System.Web.HttpUtility.UrlEncode(text)", "https://erp.contoso.com/{}")]
    [InlineData("Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Root + \"x\", \"a\", text)", "https://erp.contoso.com/x")]
    [InlineData("Root + \"x\" + Microsoft.AspNetCore.Http.QueryString.Create(\"a\", text)", "https://erp.contoso.com/x")]
    [InlineData("Root + \"x\" + new Microsoft.AspNetCore.Http.QueryString(\"?a=b\").Add(\"c\", text)", "https://erp.contoso.com/x")]
    public Task Escaping_KeepsHoles(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);
}
