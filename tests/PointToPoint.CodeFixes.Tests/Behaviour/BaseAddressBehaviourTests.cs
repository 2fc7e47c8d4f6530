using static PointToPoint.CodeFixes.Tests.Behaviour.BehaviourTest;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Clients that a class makes for itself, with a base address: relative addresses are put together as they were, those that led elsewhere are refused.</summary>
public sealed class BaseAddressBehaviourTests
{
    [Fact]
    public Task WithPath_PutsAddressesTogetherAsBefore() => SameAfterFix("""
        public class Orders
        {
            private readonly HttpClient _client = new() { BaseAddress = new Uri("http://erp.contoso.com/api/v1/"), Timeout = TimeSpan.FromSeconds(30) };

            public async Task<string> Run(string id)
            {
                using var response = await _client.GetAsync(id);
                return $"{response.RequestMessage!.RequestUri!.AbsoluteUri} {_client.Timeout}";
            }
        }
        """, Holes.Foreign);

    [Fact]
    public Task WithoutSlashAtItsEnd_LosesItsLastSegmentAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient { BaseAddress = new Uri("http://erp.contoso.com/api/v1?key=1"), DefaultRequestHeaders = { { "X-Tenant", "a" } } };
                using var response = await client.PostAsync(id, new StringContent("x"));
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }
        """, Holes.Foreign);

    [Fact]
    public Task OriginOnly_IsTheRoot() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                var client = new HttpClient();
                client.BaseAddress = new Uri("http://erp.contoso.com");
                using var response = await client.DeleteAsync(id);
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }
        """, Holes.Foreign);

    [Fact]
    public Task FixedStartOfARelativeAddress_NeverLeaves() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient { BaseAddress = new Uri("http://erp.contoso.com/api/") };
                var seen = await client.GetStringAsync($"orders/{id}") + await client.GetStringAsync($"/orders/{id}") + await client.GetStringAsync("?id=" + id);
                using var response = await client.GetAsync(new Uri($"x/{id}", UriKind.Relative));
                using var sent = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "orders"));
                using var absolute = await client.GetAsync($"http://erp.contoso.com/other/{id}");
                return seen + response.RequestMessage!.RequestUri!.AbsoluteUri + sent.RequestMessage!.RequestUri!.AbsoluteUri + absolute.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }
        """);

    [Fact]
    public Task HoleInTheBaseAddress_StaysAPath() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient { BaseAddress = new Uri($"http://erp.contoso.com/{id}/") };
                using var response = await client.GetAsync("orders");
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }
        """);
}
