using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Http;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

/// <summary>The shapes in which code calls another system, before and after the fix.</summary>
public sealed class BehaviourTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Get_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await new HttpClient().GetStringAsync($"{erp}/api/orders?open=true", Cancellation),
        async gateway => await gateway.CreateClient("erp").GetStringAsync("/api/orders?open=true", Cancellation));

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("../x")]
    [InlineData("//evil")]
    [InlineData("?q")]
    [InlineData("ü ü")]
    [InlineData("a:b")]
    [InlineData("a\r\nb")]
    public Task HoleAsFirstSegment_IsTheSame(string id) => Transcript.AssertEqualAsync(
        Echo,
        async erp => await new HttpClient().GetStringAsync($"{erp}/{id}/x", Cancellation),
        async gateway => await gateway.CreateClient("erp").GetStringAsync($"/./{id}/x", Cancellation));

    [Fact]
    public Task ColonInTheFirstSegment_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await new HttpClient().GetStringAsync($"{erp}/orders:search", Cancellation),
        async gateway => await gateway.CreateClient("erp").GetStringAsync("/orders:search", Cancellation));

    [Fact]
    public Task PostOfJson_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await PostAsync(new HttpClient(), $"{erp}/api/orders"),
        async gateway => await PostAsync(gateway.CreateClient("erp"), "/api/orders"));

    [Fact]
    public Task MessageWithHeadersVersionAndBody_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await PatchAsync(new HttpClient(), $"{erp}/api/orders/42"),
        async gateway => await PatchAsync(gateway.CreateClient("erp"), "/api/orders/42"));

#if !NETSTANDARD_BUILD
    [Fact]
    public Task SynchronousSend_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        erp => Task.FromResult<object?>(Send(new HttpClient(), $"{erp}/api/orders")),
        gateway => Task.FromResult<object?>(Send(gateway.CreateClient("erp"), "/api/orders")));
#endif

    [Fact]
    public Task MultipartUpload_IsTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await UploadAsync(new HttpClient(), $"{erp}/files"),
        async gateway => await UploadAsync(gateway.CreateClient("erp"), "/files"));

    [Fact]
    public Task AsyncEnumerable_IsTheSame() => Transcript.AssertEqualAsync(
        context => context.Response.WriteAsync("""["a","b"]""", Cancellation),
        async erp => await EnumerateAsync(new HttpClient(), $"{erp}/names"),
        async gateway => await EnumerateAsync(gateway.CreateClient("erp"), "/names"));

    [Theory]
    [InlineData("api/v1/")]
    [InlineData("api/v1")]
    [InlineData("api/v1?k=1")]
    [InlineData("")]
    public Task BaseAddressWithAPath_IsTheSame(string path) => Transcript.AssertEqualAsync(
        Echo,
        async erp => await CallAllAsync(new HttpClient { BaseAddress = new Uri($"{erp}/{path}") }),
        async gateway => await CallAllAsync(gateway.CreateClient("erp", path)));

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public Task FailureStatus_IsTheSameException(HttpStatusCode status) => Transcript.AssertEqualAsync(
        context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        },
        async erp => await new HttpClient().GetStringAsync($"{erp}/x", Cancellation),
        async gateway => await gateway.CreateClient("erp").GetStringAsync("/x", Cancellation));

    [Fact]
    public Task BrokenConnection_IsTheSameException() => Transcript.AssertEqualAsync(
        context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        async erp => await new HttpClient().PostAsync($"{erp}/x", new StringContent("body"), Cancellation),
        async gateway => await gateway.CreateClient("erp").PostAsync("/x", new StringContent("body"), Cancellation));

    [Fact]
    public Task TimeoutOfTheClient_IsTheSameException() => Transcript.AssertEqualAsync(
        context => Task.Delay(Timeout.Infinite, context.RequestAborted),
        async erp => await new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) }.GetStringAsync($"{erp}/x", Cancellation),
        async gateway =>
        {
            var client = gateway.CreateClient("erp");
            client.Timeout = TimeSpan.FromMilliseconds(300);
            return await client.GetStringAsync("/x", Cancellation);
        });

    [Fact]
    public Task AcceptedEncodings_AreTheSame() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }).GetStringAsync($"{erp}/x", Cancellation),
        async gateway => await new HttpClient(gateway.CreateHandler("erp", new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }))
        {
            BaseAddress = gateway.GetBaseAddress("erp"),
        }.GetStringAsync("/x", Cancellation));

    [Fact]
    public Task Defaults_AreThoseOfANewClient() => Transcript.AssertEqualAsync(
        Echo,
        async erp => await DescribeAsync(new HttpClient { BaseAddress = new Uri(erp) }),
        async gateway => await DescribeAsync(gateway.CreateClient("erp")));

    private static Task Echo(HttpContext context) =>
        context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.RequestAborted);

    private static async Task<string> PostAsync(HttpClient client, string address)
    {
        client.DefaultRequestHeaders.Add("X-Tenant", "contoso");
        using var response = await client.PostAsJsonAsync(address, new { Number = 42, Note = "grün" }, Cancellation);
        return $"{response.StatusCode} {response.Version} {await response.Content.ReadAsStringAsync(Cancellation)}";
    }

    private static async Task<string> PatchAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Version = HttpVersion.Version10 };
        request.Headers.Accept.ParseAdd("text/plain;q=0.5");
        request.Headers.TryAddWithoutValidation("X-Raw", "a;  b=\"c\"");
        request.Headers.ExpectContinue = false;
        request.Content = new StringContent("naïve", Encoding.Latin1, new MediaTypeHeaderValue("text/plain"));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return $"{response.StatusCode} {response.RequestMessage!.Version} {response.RequestMessage.RequestUri}";
    }

    private static string Send(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent("body") };
        using var response = client.Send(request, Cancellation);
        using var reader = new StreamReader(response.Content.ReadAsStream(Cancellation));
        return reader.ReadToEnd();
    }

    private static async Task<string> UploadAsync(HttpClient client, string address)
    {
        using var content = new MultipartFormDataContent("boundary") { { new ByteArrayContent([1, 2, 3]), "file", "a b.bin" } };
        using var response = await client.PostAsync(address, content, Cancellation);
        return $"{response.StatusCode}";
    }

    private static async Task<string> EnumerateAsync(HttpClient client, string address)
    {
        var names = new List<string?>();
        await foreach (var name in client.GetFromJsonAsAsyncEnumerable<string>(address, Cancellation)) names.Add(name);
        return string.Join(',', names);
    }

    private static async Task<string> CallAllAsync(HttpClient client)
    {
        var seen = new List<string>();
        foreach (var relative in new[] { "orders", "/orders", "../orders", "?page=2", "", "a/../b" })
            seen.Add(await client.GetStringAsync(relative, Cancellation));
        return string.Join('\n', seen);
    }

    private static async Task<string> DescribeAsync(HttpClient client)
    {
        await client.GetStringAsync("/x", Cancellation);
        return $"{client.Timeout} {client.MaxResponseContentBufferSize} {client.DefaultRequestVersion} {client.DefaultVersionPolicy} {client.DefaultRequestHeaders}";
    }
}
