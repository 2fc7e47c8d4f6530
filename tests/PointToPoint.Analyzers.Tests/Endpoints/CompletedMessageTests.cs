namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Senders that complete the address of a message which their caller made.</summary>
public sealed class CompletedMessageTests
{
    [Theory]
    [InlineData("HttpRequestMessage message, string path", "message.RequestUri = new Uri(root, path);", "new HttpRequestMessage { Method = HttpMethod.Put }, \"orders\"")]
    [InlineData("HttpRequestMessage message", "message.RequestUri = new Uri(root, message.RequestUri!);", "new HttpRequestMessage(HttpMethod.Put, \"orders\")")]
    [InlineData("HttpRequestMessage message", "var address = message.RequestUri!; message.RequestUri = new Uri(root, address);", "new HttpRequestMessage(HttpMethod.Put, new Uri(\"orders\", UriKind.Relative))")]
    [InlineData("HttpRequestMessage message", "message.RequestUri = new Uri(root + message.RequestUri!.ToString());", "new HttpRequestMessage { RequestUri = new Uri(\"orders\", UriKind.Relative), Method = HttpMethod.Put }")]
    public Task AddressBehindTheRoot(string parameters, string body, string given) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "PUT").Reports($$"""
        class Api(HttpClient http)
        {
            readonly Uri root = new("https://erp.contoso.com/");
            public Task Send({{parameters}}) { {{body}} return http.SendAsync(message); }
        }
        class Orders(Api api) { Task M() => api.[|Send|]({{given}}); }
        """);

    [Fact]
    public Task MessageInAVariable_KeepsWhatItsMakerSays() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").WithProperty("verb", "DELETE").Reports("""
        class Api(HttpClient http)
        {
            public Task Send(HttpRequestMessage message, string path) { message.RequestUri = new Uri("https://erp.contoso.com/" + path); return http.SendAsync(message); }
        }
        class Orders(Api api)
        {
            async Task M(int id)
            {
                using var message = new HttpRequestMessage(HttpMethod.Delete, (string?)null);
                await api.[|Send|](message, $"orders/{id}");
            }
        }
        """);

    [Theory]
    [InlineData("Action<HttpRequestMessage> fill", "fill(m);", "m => { m.Method = HttpMethod.Put; m.RequestUri = new Uri(\"https://erp.contoso.com/orders\"); }")]
    [InlineData("Action<HttpRequestMessage> fill", "fill(m);", "Put")]
    [InlineData("string path", "Fill(m, path);", "\"orders\"")]
    public Task MessageThatOthersFill_GoesWhereTheySay(string parameter, string body, string given) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "PUT").Reports($$"""
        class Api(HttpClient http)
        {
            public Task Send({{parameter}}) { var m = new HttpRequestMessage(); {{body}} return http.SendAsync(m); }
            static void Fill(HttpRequestMessage m, string path) { m.Method = HttpMethod.Put; m.RequestUri = new Uri("https://erp.contoso.com/" + path); }
        }
        class Orders(Api api)
        {
            Task M() => api.[|Send|]({{given}});
            static void Put(HttpRequestMessage m) { m.Method = HttpMethod.Put; m.RequestUri = new Uri("https://erp.contoso.com/orders"); }
        }
        """);
}
