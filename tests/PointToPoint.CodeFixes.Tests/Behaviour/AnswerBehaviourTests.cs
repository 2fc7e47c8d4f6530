using static PointToPoint.CodeFixes.Tests.Behaviour.BehaviourTest;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>What the code sees when the answer isn't a plain success.</summary>
public sealed class AnswerBehaviourTests
{
    [Fact]
    public Task InternalError_IsThrownAsBefore() => SameAfterFix("""
        using System.Net.Http.Json;

        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                return string.Join(",", (await client.GetFromJsonAsync<int[]>($"http://erp.contoso.com/{id}"))!);
            }
        }
        """, Answers.InternalError);

    [Fact]
    public Task InternalError_IsReturnedAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var response = await client.GetAsync($"http://erp.contoso.com/{id}");
                return $"{response.StatusCode} {response.ReasonPhrase} {response.RequestMessage!.RequestUri!.AbsoluteUri}" + await response.Content.ReadAsStringAsync();
            }
        }
        """, Answers.InternalError);

    [Fact]
    public Task AnswerThatIsNoJson_IsThrownAsBefore() => SameAfterFix("""
        using System.Net.Http.Json;

        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                return (await client.GetFromJsonAsync<Dictionary<string, int>>($"http://erp.contoso.com/{id}"))!.Count.ToString();
            }
        }
        """);

    [Fact]
    public Task Redirect_IsFollowedAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Post, $"http://erp.contoso.com/api/{id}") { Content = new StringContent("x") };
                request.Headers.Add("X-Api-Key", "k");
                using var response = await client.SendAsync(request);
                return $"{response.StatusCode} {response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsoluteUri}";
            }
        }
        """, Answers.Redirect);

    [Fact]
    public Task CancelledBeforehand_IsThrownAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var cancellation = new CancellationTokenSource();
                if (id.Length == 3) cancellation.Cancel();
                return await client.GetStringAsync($"http://erp.contoso.com/{id}", cancellation.Token);
            }
        }
        """);

    [Fact]
    public Task LineBreakInAHeader_IsThrownAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Get, "http://erp.contoso.com/x");
                request.Headers.Add("X-Id", id);
                using var response = await client.SendAsync(request);
                return response.StatusCode.ToString();
            }
        }
        """);

    [Fact]
    public Task SameMessageSentTwice_IsThrownAsBefore() => SameAfterFix("""
        public class Orders
        {
            public async Task<string> Run(string id)
            {
                using var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Get, $"http://erp.contoso.com/{id}");
                using var first = await client.SendAsync(request);
                using var second = await client.SendAsync(request);
                return second.StatusCode.ToString();
            }
        }
        """);

    /// <summary>The one difference nobody is refused for: how a control character is written in the text of the address that a response names. On the wire it is the same.</summary>
    [Fact]
    public async Task TextOfTheAnswersAddress_DiffersForControlCharactersOnly()
    {
        const string before = """
            public class Orders
            {
                public async Task<string> Run(string id)
                {
                    using var client = new HttpClient();
                    using var response = await client.GetAsync($"http://erp.contoso.com/{id}");
                    return response.RequestMessage!.RequestUri!.ToString();
                }
            }
            """;

        var differences = await DifferencesAsync(before, await RoutedCode.OfAsync(before), Answers.Json);

        Assert.Equal(Holes.All.Where(hole => hole.Any(char.IsControl)), differences.Select(difference => difference.Hole));
        Assert.All(differences, difference => Assert.Equal(difference.Before.Received, difference.After.Received));
    }
}
