using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>The clients that .NET had before HttpClient: <c>WebClient</c> and <c>WebRequest</c>.</summary>
public sealed class WebClientTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    [Theory]
    [InlineData("client.[|DownloadString|](\"https://erp.contoso.com/orders\")", "GET")]
    [InlineData("client.[|DownloadStringTaskAsync|](new Uri(\"https://erp.contoso.com/orders\"))", "GET")]
    [InlineData("client.[|DownloadStringAsync|](new Uri(\"https://erp.contoso.com/orders\"))", "GET")]
    [InlineData("client.[|DownloadFile|](\"https://erp.contoso.com/orders\", \"orders.json\")", "GET")]
    [InlineData("client.[|OpenRead|](\"https://erp.contoso.com/orders\")", "GET")]
    [InlineData("client.[|UploadString|](\"https://erp.contoso.com/orders\", \"{}\")", "POST")]
    [InlineData("client.[|UploadString|](\"https://erp.contoso.com/orders\", \"PUT\", \"{}\")", "PUT")]
    [InlineData("client.[|UploadDataTaskAsync|](\"https://erp.contoso.com/orders\", method: \"delete\", data: [])", "DELETE")]
    [InlineData("client.[|UploadValues|](\"https://erp.contoso.com/orders\", null, new())", "POST")]
    public Task WebClient_IsCalled(string call, string verb) => _test.WithProperty("verb", verb).WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("client", "System.Net.WebClient").Reports($$"""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            void M()
            {
                using var client = new WebClient();
                {{call}};
            }
        }
        """);

    [Fact]
    public Task WebClient_WithABaseAddress_GoesThere() => _test.Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            string M()
            {
                var client = new WebClient();
                client.{|P2P1003:BaseAddress|} = "https://erp.contoso.com/api/";
                return client.[|DownloadString|]("orders");
            }
        }
        """);

    [Fact]
    public Task WebRequest_IsCalledWhenItsAnswerIsAskedFor() => _test.WithProperty("verb", "GET").WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            async Task M()
            {
                var request = (HttpWebRequest)WebRequest.Create("https://erp.contoso.com/orders");
                request.Headers.Add("a", "b");
                using var response = request.[|GetResponse|]();
                using var other = await WebRequest.CreateHttp(new Uri("https://erp.contoso.com/orders")).[|GetResponseAsync|]();
                var begun = WebRequest.CreateHttp("https://erp.contoso.com/orders");
                using var last = await Task.Factory.FromAsync(begun.[|BeginGetResponse|], begun.EndGetResponse, null);
            }
        }
        """);

    [Theory]
    [InlineData("\"POST\"", "POST")]
    [InlineData("WebRequestMethods.Http.Put", "PUT")]
    [InlineData("HttpMethod.Delete.Method", "DELETE")]
    public Task WebRequest_HasTheVerbThatIsSet(string method, string verb) => _test.WithProperty("verb", verb).Reports($$"""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            WebResponse M()
            {
                WebRequest request = WebRequest.Create("https://erp.contoso.com/orders");
                request.Method = {{method}};
                using (var body = request.GetRequestStream()) body.WriteByte(1);
                return request.[|GetResponse|]();
            }
        }
        """);

    [Fact]
    public Task Wrapper_IsToldAtItsCallers() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        static class Http
        {
            public static string Load(string url)
            {
                var request = (HttpWebRequest)WebRequest.Create(url);
                using var response = request.GetResponse();
                return new StreamReader(response.GetResponseStream()).ReadToEnd();
            }

            public static string Text(string url) => new WebClient().DownloadString(url);
        }
        class C
        {
            string M() => Http.[|Load|]("https://erp.contoso.com/orders") + Http.[|Text|]("https://erp.contoso.com/orders");
        }
        """);

    [Fact]
    public Task ConfiguredAddress_NamesTheSystem() => _test.WithProperty("to", "Erp").WithProperty("endpoint", "config:Services:Erp:BaseUrl/orders").Reports("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration)
        {
            string M() => new WebClient().[|DownloadString|](configuration["Services:Erp:BaseUrl"] + "/orders");
        }
        """);

    [Fact]
    public Task WhatOnlyDescribes_IsQuiet() => _test.IsQuiet("""
        #pragma warning disable SYSLIB0014
        using System.Net;
        class C
        {
            object M(Exception exception)
            {
                var request = WebRequest.Create("https://erp.contoso.com/orders");
                request.Abort();
                if (exception is WebException { Response: HttpWebResponse response }) return response.GetResponseStream();
                using var client = new WebClient();
                client.CancelAsync();
                return nameof(WebClient) + typeof(HttpWebRequest);
            }
        }
        """);
}
