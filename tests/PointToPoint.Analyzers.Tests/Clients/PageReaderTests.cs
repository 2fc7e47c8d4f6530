using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Libraries that fetch a page to take it apart.</summary>
public sealed class PageReaderTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    private static readonly AnalyzerTest _angleSharp = _test.WithReferences(CatalogPackages.Referencing("AngleSharp"));

    private static readonly AnalyzerTest _agilityPack = _test.WithReferences(CatalogPackages.Referencing("HtmlAgilityPack"));

    [Fact]
    public Task OpenedPage_IsGotten() => _angleSharp.WithProperty("endpoint", "https://news.contoso.com/today").WithProperty("verb", "GET").Reports("""
        using AngleSharp;
        class C
        {
            const string Root = "https://news.contoso.com/";
            async Task M() => await BrowsingContext.New(Configuration.Default.WithDefaultLoader()).[|OpenAsync|](Root + "today");
        }
        """);

    [Fact]
    public Task PageThatIsThereAlready_IsQuiet() => _angleSharp.IsQuiet("""
        using AngleSharp;
        class C
        {
            async Task M(string html) => await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        }
        """);

    [Theory]
    [InlineData("web.[|Load|](\"https://news.contoso.com/today\")", "GET")]
    [InlineData("web.[|Load|](new Uri(\"https://news.contoso.com/today\"))", "GET")]
    [InlineData("web.[|Load|](\"https://news.contoso.com/today\", \"POST\")", "POST")]
    public Task LoadedPage_IsGotten_UnlessAnotherVerbIsSaid(string load, string verb) => _agilityPack.WithProperty("endpoint", "https://news.contoso.com/today").WithProperty("verb", verb).Reports($$"""
        using HtmlAgilityPack;
        class C { object M(HtmlWeb web) => {{load}}; }
        """);

    [Fact]
    public Task TextAndFile_AreQuiet() => _agilityPack.IsQuiet("""
        using HtmlAgilityPack;
        class C { void M(string html) { var page = new HtmlDocument(); page.LoadHtml(html); page.Load("page.html"); } }
        """);

    [Theory]
    [InlineData("System.Xml.XmlReader.[|Create|](Feed)")]
    [InlineData("System.Xml.XmlReader.[|Create|](Feed, new System.Xml.XmlReaderSettings { Async = true })")]
    [InlineData("System.Xml.Linq.XDocument.[|Load|](Feed)")]
    [InlineData("System.Xml.Linq.XElement.[|Load|](Feed)")]
    public Task XmlOfAnAddress_IsGotten(string load) => _test.WithProperty("endpoint", "https://news.contoso.com/feed").WithProperty("verb", "GET").Reports($$"""
        class C
        {
            const string Feed = "https://news.contoso.com/feed";
            object M() => {{load}};
        }
        """);

    [Fact]
    public Task DocumentOfAnAddress_IsGotten() => _test.WithProperty("endpoint", "https://news.contoso.com/feed").Reports("""
        class C { void M(System.Xml.XmlDocument page) => page.[|Load|]("https://news.contoso.com/feed"); }
        """);

    [Theory]
    [InlineData("\"feed.xml\"")]
    [InlineData("\"/etc/feed.xml\"")]
    [InlineData("@\"C:\\feeds\\feed.xml\"")]
    [InlineData("System.IO.Path.Combine(folder, \"feed.xml\")")]
    [InlineData("folder + \"/feed.xml\"")]
    [InlineData("file")]
    public Task XmlOfAFile_IsQuiet(string file) => _test.IsQuiet($$"""
        class C(string folder)
        {
            public object M(string file) => System.Xml.XmlReader.Create({{file}});
            public object N(string file) => System.Xml.Linq.XDocument.Load({{file}});
            public void Fill(System.Xml.XmlDocument document, string file) => document.Load({{file}});
        }
        """);
}
