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

    [Theory]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"orders//x\", \"/+\", \"/\")", "https://erp.contoso.com/orders/x")]
    [InlineData("System.Text.RegularExpressions.Regex.Replace(\"https://erp.contoso.com//orders\", \"(?<!:)/+\", \"/\")", "https://erp.contoso.com/orders")]
    [InlineData("Doubled.Replace(\"https://erp.contoso.com//orders\", \"/\")", "https://erp.contoso.com/orders")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(text, \"/+\", \"/\")", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"aaaa\", \"(a+)+$\", \"x\")", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"aaaa\", \"a?a?a?aaa\", \"x\")", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"aaaa\", text, \"x\")", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"orders\", \"o\", match => match.Value)", "https://erp.contoso.com/{}")]
    [InlineData("Root + System.Text.RegularExpressions.Regex.Replace(\"aaaa\", \"[\", \"x\")", "https://erp.contoso.com/{}")]
    public Task Pattern_IsReplacedWhereAllIsKnown(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members + "\nstatic readonly System.Text.RegularExpressions.Regex Doubled = new(\"(?<!:)/+\");");

    [Theory]
    [InlineData("Root.Replace(\"erp\", \"crm\", StringComparison.OrdinalIgnoreCase) + \"x\"", "https://crm.contoso.com/x")]
    [InlineData("Root.Replace(\"ERP\", \"crm\", StringComparison.OrdinalIgnoreCase) + \"x\"", "https://crm.contoso.com/x")]
    [InlineData("Root.Replace(\"ERP\", \"crm\", true, null) + \"x\"", "https://crm.contoso.com/x")]
    [InlineData("Root.Replace(\"ERP\", \"crm\", false, null) + \"x\"", "https://erp.contoso.com/x")]
    [InlineData("Root.Replace(\"ERP\", \"crm\", StringComparison.Ordinal) + \"x\"", "https://erp.contoso.com/x")]
    public Task Replace_ComparesAsItIsTold(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("string.Format(null, Format, \"orders\")", "https://erp.contoso.com/orders/lines")]
    [InlineData("string.Format(System.Globalization.CultureInfo.InvariantCulture, Format, id)", "https://erp.contoso.com/{}/lines")]
    [InlineData("string.Format(null, System.Text.CompositeFormat.Parse(\"https://erp.contoso.com/{0}/{1}\"), \"orders\", text)", "https://erp.contoso.com/orders/{}")]
    [InlineData("string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"https://erp.contoso.com/{id}/lines\")", "https://erp.contoso.com/{}/lines")]
    [InlineData("string.Create(null, stackalloc char[64], $\"https://erp.contoso.com/{id}/lines\")", "https://erp.contoso.com/{}/lines")]
    [InlineData("Root + string.Create(5, text, (span, s) => { })", "https://erp.contoso.com/{}")]
    public Task Formats_ArePrepared(string expression, string endpoint) => EndpointTest.Resolves(
        expression, endpoint, Members + "\nstatic readonly System.Text.CompositeFormat Format = System.Text.CompositeFormat.Parse(\"https://erp.contoso.com/{0}/lines\");");

    [Theory]
    [InlineData("string.Concat(Root.AsSpan(), \"orders\".AsSpan())", "https://erp.contoso.com/orders")]
    [InlineData("string.Concat(Root.AsSpan(0, 23), \"/orders\")", "https://erp.contoso.com/orders")]
    [InlineData("string.Concat(Root.AsSpan(), text.AsSpan())", "https://erp.contoso.com/{}")]
    [InlineData("Root + \"/orders\".AsSpan(1).ToString()", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"/orders/\".AsSpan().Slice(1, 6).ToString()", "https://erp.contoso.com/orders")]
    [InlineData("Root + new string(\"/orders\".AsSpan()[1..])", "https://erp.contoso.com/orders")]
    [InlineData("Root + new string('x', 3)", "https://erp.contoso.com/xxx")]
    [InlineData("Root + System.Text.Encoding.UTF8.GetString(\"orders\"u8)", "https://erp.contoso.com/orders")]
    [InlineData("Root + System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))", "https://erp.contoso.com/{}")]
    [InlineData("Root + Convert.ToBase64String(new byte[] { 1 })", "https://erp.contoso.com/{}")]
    [InlineData("Root + \"orders\"[0]", "https://erp.contoso.com/{}")]
    public Task Spans_AreTheTextsTheyShow(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("Root + \"a/orders/b\".Split('/')[1]", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"a/orders/b\".Split(\"/\")[^2]", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"a//orders\".Split('/', StringSplitOptions.RemoveEmptyEntries)[1]", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"a , orders\".Split(',', StringSplitOptions.TrimEntries)[1]", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"a//orders\".Split('/', (StringSplitOptions)id)[1]", "https://erp.contoso.com/{}")]
    [InlineData("Root + (\"a/\" + text).Split('/')[1]", "https://erp.contoso.com/{}")]
    [InlineData("\"https://erp.contoso.com/orders?x=1\".Substring(0, \"https://erp.contoso.com/orders?x=1\".IndexOf('?'))", "https://erp.contoso.com/orders")]
    [InlineData("Root + \"orders.json\"[..\"orders.json\".LastIndexOf('.')]", "https://erp.contoso.com/orders")]
    public Task Pieces_AreFoundWhereTheTextIsKnown(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("Root + Uri.UnescapeDataString(\"a%2Fb\")", "https://erp.contoso.com/a/b")]
    [InlineData("Root + System.Net.WebUtility.UrlDecode(\"a%2Fb\")", "https://erp.contoso.com/a/b")]
    [InlineData("Root + System.Web.HttpUtility.UrlPathEncode(\"a b\")", "https://erp.contoso.com/a%20b")]
    [InlineData("Root + System.Net.WebUtility.HtmlEncode(text)", "https://erp.contoso.com/{}")]
    public Task Escaping_IsThatOfTheMethod(string expression, string endpoint) => EndpointTest.Resolves(expression, endpoint, Members);

    [Theory]
    [InlineData("var b = new System.Text.StringBuilder(Root); b.Append(\"orders\"); b[0] = 'h'; b.Append(\"x\"); var url = Root + b;", "https://erp.contoso.com/{}x")]
    [InlineData("var b = new System.Text.StringBuilder(Root); b.Append(\"{id}\"); b.Replace(\"{id}\", text); var url = b.ToString();", "https://erp.contoso.com/{}")]
    [InlineData("var b = new System.Text.StringBuilder(\"erp.contoso.com/\"); b.Insert(0, \"https://\").Append(\"orders\"); var url = b.ToString();", "https://erp.contoso.com/orders")]
    [InlineData("var b = new System.Text.StringBuilder(Root); b.AppendJoin('/', \"a\", \"b\").AppendFormat(null, \"/{0}\", id); var url = b.ToString();", "https://erp.contoso.com/a/b/{}")]
    [InlineData("ReadOnlySpan<char> span = Root; var url = span.ToString() + \"orders\";", "https://erp.contoso.com/orders")]
    [InlineData("ReadOnlySpan<char> span = \"/orders\"; var url = string.Concat(Root, span[1..]);", "https://erp.contoso.com/orders")]
    public Task TextThatIsPutTogether_IsKnownOrAHole(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, Members);
}
