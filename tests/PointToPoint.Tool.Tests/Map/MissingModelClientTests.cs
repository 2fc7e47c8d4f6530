namespace PointToPoint.Tool.Tests.Map;

/// <summary>Clients of language models whose packages aren't there: the registration names the connection string, in whichever branch it stands.</summary>
public sealed class MissingModelClientTests
{
    [Fact]
    public async Task ClientOfABuilderInBranches_GoesToEitherConnection()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Microsoft.Extensions.AI;
            var builder = WebApplication.CreateBuilder();
            builder.AddAIServices();
            public static class Extensions
            {
                public static void AddAIServices(this IHostApplicationBuilder builder)
                {
                    ChatClientBuilder? chat = null;
                    if (builder.Configuration["OllamaEnabled"] is string enabled && bool.Parse(enabled))
                    {
                        chat = builder.AddOllamaApiClient("chat").AddChatClient();
                    }
                    else if (!string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("chatModel")))
                    {
                        chat = builder.AddOpenAIClientFromConfiguration("chatModel").AddChatClient();
                    }

                    chat?.UseFunctionInvocation();
                }
            }
            public class ChatState
            {
                private readonly IChatClient _chat;
                public ChatState(IChatClient chat) { _chat = chat; }
                public async Task Ask() { var answer = await _chat.GetResponseAsync("hello"); }
            }
            """);

        Assert.Contains(scan.Sites(), site => site.StartsWith("App/Program.cs GetResponseAsync ", StringComparison.Ordinal));
        Assert.Equal(["Ollama", "OpenAI"], scan.Map.Connections.Select(connection => connection.To).Order());
        Assert.Equal(["OpenAI"], scan.Map.Connections.SelectMany(connection => connection.Sites).Single(site => site.Verb == "GetResponseAsync").AlsoTo);
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task ClientThatIsNotNull_IsTheClient()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Microsoft.Extensions.AI;
            var builder = WebApplication.CreateBuilder();
            builder.AddOpenAIClientFromConfiguration("embedding").AddEmbeddingGenerator();
            public class Search(IEmbeddingGenerator<string, Embedding<float>>? generator = null)
            {
                private readonly IEmbeddingGenerator<string, Embedding<float>>? _generator = generator;
                public async Task<object> One(string text) { var found = await _generator!.GenerateVectorAsync(text); return found; }
                public async Task<object> All(IEnumerable<string> texts) => await (_generator!).GenerateAsync(texts);
                public async Task Maybe(string text) { await (_generator)?.GenerateVectorAsync(text); }
            }
            """);

        Assert.Equal(["GenerateAsync", "GenerateVectorAsync", "GenerateVectorAsync"], scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Verb).Where(verb => !string.IsNullOrEmpty(verb)).Order());
        Assert.Equal(["OpenAI"], scan.Map.Connections.Select(connection => connection.To));
    }
}
