using static PointToPoint.CodeFixes.Tests.Behaviour.BehaviourTest;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Clients that a class makes for itself, with absolute addresses at the calls.</summary>
public sealed class CreatedClientBehaviourTests
{
    [Fact]
    public Task EveryVerb_SendsAndReturnsTheSame() => SameAfterFix("""
        using System.Net.Http.Json;

        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                var seen = await client.GetStringAsync($"http://erp.contoso.com/api/{id}");
                seen += (await client.GetByteArrayAsync($"http://erp.contoso.com/api/{id}")).Length;
                using var stream = await client.GetStreamAsync($"http://erp.contoso.com/api/{id}");
                seen += await new StreamReader(stream).ReadToEndAsync();
                seen += Text(await client.GetAsync($"http://erp.contoso.com/api/{id}"));
                seen += Text(await client.GetAsync($"http://erp.contoso.com/api/{id}", HttpCompletionOption.ResponseHeadersRead, CancellationToken.None));
                seen += Text(await client.PostAsync($"http://erp.contoso.com/api/{id}", new StringContent("posted")));
                seen += Text(await client.PutAsync($"http://erp.contoso.com/api/{id}", new StringContent("put"), CancellationToken.None));
                seen += Text(await client.PatchAsync($"http://erp.contoso.com/api/{id}", new ByteArrayContent([1, 2, 255])));
                seen += Text(await client.DeleteAsync($"http://erp.contoso.com/api/{id}"));
                return seen;
            }

            private static string Text(HttpResponseMessage response) =>
                $"{(int)response.StatusCode} {response.Version} {response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsoluteUri} {string.Join(",", response.Headers.GetValues("X-Answer"))}\n";
        }
        """);

    [Fact]
    public Task JsonExtensions_SendAndReturnTheSame() => SameAfterFix("""
        using System.Net.Http.Json;

        public class Orders
        {
            private readonly HttpClient _client = new();

            public async Task<string> Run(string id)
            {
                var seen = (await _client.GetFromJsonAsync<int[]>($"http://erp.contoso.com/api/orders?id={id}"))!.Sum();
                await foreach (var each in _client.GetFromJsonAsAsyncEnumerable<int>($"http://erp.contoso.com/api/orders?id={id}&page=1"))
                {
                    seen += each;
                }

                seen += (await _client.DeleteFromJsonAsync<int[]>("http://erp.contoso.com/api/orders/" + id))!.Length;
                using var posted = await _client.PostAsJsonAsync($"http://erp.contoso.com/{id}", new { Id = id, Count = 3 });
                using var put = await _client.PutAsJsonAsync($"http://erp.contoso.com/{id}?x", new[] { id });
                using var patched = await _client.PatchAsJsonAsync(string.Format("http://erp.contoso.com/{0}/{1}", id, id), id);
                return $"{seen} {posted.StatusCode} {put.StatusCode} {patched.RequestMessage!.RequestUri!.AbsoluteUri}";
            }
        }
        """);

    [Fact]
    public Task HoleAnywhereBehindTheHost_StaysInItsPlace() => SameAfterFix("""
        public class Orders
        {
            private const string Host = "http://erp.contoso.com";
            private const string Api = Host + "/api";

            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                var seen = await Get(() => client.GetAsync($"http://erp.contoso.com/{id}"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com/{id}{id}"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com/{id}/orders"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com/orders:{id}/open?x={id}#part"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com?filter={id}"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com#{id}"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com//{id}"));
                seen += await Get(() => client.GetAsync($@"http://erp.contoso.com/a\{id}"));
                seen += await Get(() => client.GetAsync($"http://erp.contoso.com/ {id}"));
                seen += await Get(() => client.GetAsync("http://erp.contoso.com/" + id));
                seen += await Get(() => client.GetAsync("http://erp.contoso.com" + "/" + id + "/x"));
                seen += await Get(() => client.GetAsync($"{Host}/{id}"));
                seen += await Get(() => client.GetAsync($"{Api}/{id}"));
                seen += await Get(() => client.GetAsync(Api + "/" + id));
                seen += await Get(() => client.GetAsync(string.Format("http://erp.contoso.com/{0}", id)));
                var url = $"http://erp.contoso.com/{id}";
                if (id.Length > 1) url += "?long=" + id;
                return seen + await Get(() => client.GetAsync(url));
            }

            private static async Task<string> Get(Func<Task<HttpResponseMessage>> call)
            {
                try
                {
                    using var response = await call();
                    return response.RequestMessage!.RequestUri!.AbsoluteUri + "\n";
                }
                catch (Exception exception)
                {
                    return exception.GetType() + exception.Message;
                }
            }
        }
        """);

    [Fact]
    public Task ConstantPath_IsTheSame() => SameAfterFix(""""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                client.DefaultRequestHeaders.Add("X-Tenant", "a b");
                client.DefaultRequestHeaders.UserAgent.ParseAdd("orders/1.0 (x)");
                var seen = await client.GetStringAsync("http://erp.contoso.com");
                seen += await client.GetStringAsync("http://erp.contoso.com/");
                seen += await client.GetStringAsync("http://erp.contoso.com?x=1");
                seen += await client.GetStringAsync("http://erp.contoso.com//double//x");
                seen += await client.GetStringAsync("http://erp.contoso.com/\\x");
                seen += await client.GetStringAsync("http://erp.contoso.com/ x");
                seen += await client.GetStringAsync("http://erp.contoso.com/a:b/c");
                seen += await client.GetStringAsync("http://erp.contoso.com/a%2Fb%20c?d=%2F&e=ü");
                seen += await client.GetStringAsync("http://erp.contoso.com/../up/./x/");
                seen += await client.GetStringAsync(@"http://erp.contoso.com/""x""");
                seen += await client.GetStringAsync("""http://erp.contoso.com/"x""");
                return seen;
            }
        }
        """");

    [Fact]
    public Task UriArgument_IsTheSame() => SameAfterFix("""
        using System.Net.Http.Json;

        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                var seen = await client.GetStringAsync(new Uri($"http://erp.contoso.com/{id}"));
                seen += await client.GetStringAsync(new Uri($"http://erp.contoso.com/api/{id}", UriKind.Absolute));
                var uri = new Uri("http://erp.contoso.com/api/orders?id=" + id);
                seen += (await client.GetFromJsonAsync<int[]>(uri))!.Length;
                using var response = await client.DeleteAsync(uri);
                return seen + response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }
        """);

    [Fact]
    public Task Message_IsTheSame() => SameAfterFix("""
        using System.Net;
        using System.Text;

        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Patch, $"http://erp.contoso.com/{id}") { Content = new StringContent("closed ü", Encoding.Latin1, "text/x-order") };
                request.Headers.Add("X-Reason", ["done", "paid"]);
                request.Headers.TryAddWithoutValidation("Accept", "text/html, */*;q=0.1");
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                using var other = new HttpRequestMessage { Method = new HttpMethod("PROPFIND"), RequestUri = new Uri($"http://erp.contoso.com/dav/{id}"), Version = HttpVersion.Version10 };
                using var found = await client.SendAsync(other);
                using var made = await client.SendAsync(new(HttpMethod.Head, new Uri("http://erp.contoso.com/head")));
                return $"{response.StatusCode} {await response.Content.ReadAsStringAsync()} {found.Version} {made.Content.Headers.ContentLength}";
            }
        }
        """);

    [Fact]
    public Task SynchronousSend_IsTheSame() => SameAfterFix("""
        public class Orders
        {
            public Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Put, $"http://erp.contoso.com/{id}/x") { Content = new StringContent(id) };
                using var response = client.Send(request);
                using var reader = new StreamReader(response.Content.ReadAsStream());
                return Task.FromResult($"{response.StatusCode} {response.RequestMessage!.RequestUri!.AbsoluteUri} {reader.ReadToEnd()}");
            }
        }
        """);

    [Fact]
    public Task DefaultClientOfTheFactory_IsTheSame() => SameAfterFix("""
        public class Orders
        {
            private readonly IHttpClientFactory _factory;

            public Orders(IHttpClientFactory factory)
            {
                _factory = factory;
            }

            public async Task<string> Run(string id)
            {
                var client = _factory.CreateClient();
                client.DefaultRequestHeaders.Add("X-Tenant", "a");
                using var response = await client.PostAsync($"http://erp.contoso.com/{id}", new StringContent(id));
                return response.RequestMessage!.RequestUri!.AbsoluteUri + await _factory.CreateClient().GetStringAsync("http://erp.contoso.com/api?id=" + id);
            }
        }
        """);
}
