using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Calls by other libraries than HttpClient have no fix, and the reason says so.</summary>
public sealed class OtherLibraryTests
{
    private static readonly AnalyzerTest _restSharp = GatewayTest.Test.WithReferences(GatewayTest.References.With(typeof(RestSharp.RestClient).Assembly));

    private static readonly AnalyzerTest _flurl = GatewayTest.Test.WithReferences(GatewayTest.References.With(typeof(Flurl.Url).Assembly).With(typeof(Flurl.Http.FlurlHttp).Assembly));

    [Theory]
    [InlineData("new WebClient().[|DownloadString|](\"https://erp.contoso.com/x\")")]
    [InlineData("WebRequest.Create(\"https://erp.contoso.com/x\").[|GetResponse|]()")]
    public Task WebClient_NoFix(string call) => Refuses(RefusalReason.OtherLibrary, $$"""
        #pragma warning disable SYSLIB0014
        using System.Net;
        public class Orders
        {
            public object Load() => {{call}};
        }
        """);

    [Fact]
    public Task RestSharpCall_NoFix() => Refuses(_restSharp.IgnoringRules("P2P1003"), RefusalReason.OtherLibrary, """
        using RestSharp;
        public class Orders
        {
            private readonly RestClient _client = new("https://erp.contoso.com");
            public Task Load() => _client.[|GetAsync|](new RestRequest("x"));
            public Task Save() => _client.[|ExecuteAsync|](new RestRequest("x", Method.Post));
        }
        """);

    [Fact]
    public Task RestSharpInterface_NoFix() => Refuses(_restSharp.IgnoringRules("P2P1003"), RefusalReason.OtherLibrary, """
        using RestSharp;
        public class Orders
        {
            private readonly IRestClient _client = new RestClient("https://erp.contoso.com");
            public Task Load() => _client.[|GetAsync|](new RestRequest("x"));
        }
        """);

    [Fact]
    public Task RestSharpWiring_NoFix() => Refuses(_restSharp.WithDefaultRule("P2P1003"), RefusalReason.OtherLibrary, """
        using RestSharp;
        public class Orders
        {
            private readonly RestClient _client = new [|RestClient|]("https://erp.contoso.com");
        }
        """);

    [Fact]
    public Task FlurlCall_NoFix() => Refuses(_flurl, RefusalReason.OtherLibrary, """
        using Flurl.Http;
        public class Orders
        {
            public Task<string> Load() => "https://erp.contoso.com/x".[|GetStringAsync|]();
        }
        """);
}
