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
}
