namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Models and the bots that speak with people, by SDKs that can't be restored.</summary>
public sealed class AssistantSdkTests
{
    internal const string Sdks = """
        namespace Microsoft.Extensions.AI { public interface IChatClient : IDisposable { Task<object> GetResponseAsync(string message, CancellationToken cancellationToken = default); } }
        namespace GenerativeAI.Core { public interface IPlatformAdapter { Task ValidateCredentialsAsync(CancellationToken cancellationToken = default); } public interface IFunctionTool { Task<object> CallAsync(object functionCall, CancellationToken cancellationToken = default); } }
        namespace GenerativeAI.Types { public class GenerateContentRequest { public void AddText(string text) { } } public class GenerateContentResponse { public string Text() => ""; } public class EmbedContentResponse { } public class BatchEmbedContentsResponse { } public class GenerationConfig { } }
        namespace GenerativeAI.Clients { public class FileClient { public async Task<object> UploadFileAsync(string filePath, Action<double> progressCallback = null, CancellationToken cancellationToken = default) => null; } }
        namespace GenerativeAI
        {
            using Types;
            public interface IGenerativeModel { Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default); }
            public class GenerativeModel : IGenerativeModel
            {
                public GenerativeModel(Core.IPlatformAdapter platform, string model, GenerationConfig config = null) { }
                public GenerativeModel(string apiKey, string model, GenerationConfig config = null) { }
                public Clients.FileClient Files { get; set; }
                public void AddFunctionTool(Core.IFunctionTool tool) { }
                public virtual Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default) => null;
                public virtual IAsyncEnumerable<GenerateContentResponse> StreamContentAsync(string prompt, CancellationToken cancellationToken = default) => null;
                public virtual ChatSession StartChat(List<object> history = null) => null;
            }
            public class GeminiModel : GenerativeModel { public GeminiModel(string apiKey, string model, GenerationConfig config = null) : base(apiKey, model, config) { } }
            public class VertexAIModel : GenerativeModel { public VertexAIModel(string model = null, string projectId = null, string region = null, string accessToken = null) : base("", model) { } }
            public class ChatSession : GenerativeModel { public ChatSession(List<object> history, string apiKey, string model, GenerationConfig config = null) : base(apiKey, model, config) { } public List<object> History { get; set; } public override Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default) => null; }
            public class EmbeddingModel { public EmbeddingModel(string apiKey, string model) { } public async Task<EmbedContentResponse> EmbedContentAsync(string message, CancellationToken cancellationToken = default) => null; public async Task<BatchEmbedContentsResponse> BatchEmbedContentAsync(IEnumerable<string> messages, CancellationToken cancellationToken = default) => null; }
            public class ImagenModel { public ImagenModel(Core.IPlatformAdapter platform, string modelName) { } public async Task<object> GenerateImagesAsync(string prompt, CancellationToken cancellationToken = default) => null; }
            public abstract class GenAI { public virtual GeminiModel CreateGeminiModel(string modelName, GenerationConfig config = null) => null; public virtual GenerativeModel CreateGenerativeModel(string modelName, GenerationConfig config = null) => null; public EmbeddingModel CreateEmbeddingModel(string modelName) => null; public async Task<object> ListModelsAsync(int? pageSize = null, string pageToken = null, CancellationToken cancellationToken = default) => null; }
            public class GoogleAi : GenAI { public GoogleAi(string apiKey = null, string accessToken = null, HttpClient client = null) { } }
            public class VertexAI : GenAI { public VertexAI(string projectId = null, string region = null, string accessToken = null, bool expressMode = false, string apiKey = null) { } }
        }
        namespace GenerativeAI.Microsoft { public sealed class GenerativeAIChatClient : global::Microsoft.Extensions.AI.IChatClient { public GenerativeAIChatClient(string apiKey, string modelName = "", bool autoCallFunction = true) { } public Task<object> GetResponseAsync(string message, CancellationToken cancellationToken = default) => null; public void Dispose() { } } }
        namespace Mscc.GenerativeAI.Types
        {
            public class Part { public static Part FromText(string text) => null; public Task<object> Read() => null; }
            public class ChatSession { public async Task<object> SendMessage(string prompt, CancellationToken cancellationToken = default) => null; public void Rewind() { } }
        }
        namespace Mscc.GenerativeAI
        {
            public class GenerativeModel { public GenerativeModel() { } public async Task<object> GenerateContent(string prompt, CancellationToken cancellationToken = default) => null; public async IAsyncEnumerable<object> GenerateContentStream(string prompt) { yield break; } public Types.ChatSession StartChat(List<object> history = null) => null; }
            public class ImageGenerationModel { public ImageGenerationModel() { } public async Task<object> GenerateImages(string prompt) => null; }
            public sealed class GoogleAI { public GoogleAI(string apiKey = null, string accessToken = null, string apiVersion = null) { } public GenerativeModel GenerativeModel(string model = null) => null; public async Task<object> ListFiles(int? pageSize = 100) => null; }
            public sealed class VertexAI { public VertexAI(string projectId, string region = null, string accessToken = null) { } public GenerativeModel GenerativeModel(string model = null) => null; }
        }
        namespace Mscc.GenerativeAI.Microsoft { public sealed class GeminiChatClient : global::Microsoft.Extensions.AI.IChatClient { public GeminiChatClient(string apiKey = null, string model = "") { } public Task<object> GetResponseAsync(string message, CancellationToken cancellationToken = default) => null; public void Dispose() { } } }
        namespace Google.GenAI.Types { public class GenerateContentConfig { } public class GenerateContentResponse { } }
        namespace Google.GenAI
        {
            public sealed class Models { public async Task<Types.GenerateContentResponse> GenerateContentAsync(string model, string contents, Types.GenerateContentConfig config = null) => null; public async IAsyncEnumerable<Types.GenerateContentResponse> GenerateContentStreamAsync(string model, string contents, Types.GenerateContentConfig config = null) { yield break; } }
            public sealed class Live { public async Task<AsyncSession> ConnectAsync(string model, object config, CancellationToken cancellationToken = default) => null; }
            public sealed class AsyncSession { public async Task SendClientContentAsync(object clientContent, CancellationToken cancellationToken = default) { } }
            public sealed class Client : IDisposable { public Client(bool? vertexAI = null, string apiKey = null, object credential = null, string project = null, string location = null) { } public Live Live { get; } public Models Models { get; } public void Dispose() { } }
        }
        namespace Microsoft.Agents.Core.Models { public interface IActivity { } public class Activity : IActivity { } public class ResourceResponse { } public class ConversationReference { } }
        namespace Microsoft.Agents.Builder
        {
            using Core.Models;
            public delegate Task AgentCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
            public interface ITurnContext { IActivity Activity { get; } Task<ResourceResponse> SendActivityAsync(string text, string speak = null, string inputHint = "acceptingInput", CancellationToken cancellationToken = default); Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default); Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default); ITurnContext OnSendActivities(Func<Task> handler); }
            public interface IChannelAdapter { Task ContinueConversationAsync(string agentId, ConversationReference reference, AgentCallbackHandler callback, CancellationToken cancellationToken = default); Task CreateConversationAsync(string agentAppId, string channelId, string serviceUrl, string audience, object conversationParameters, AgentCallbackHandler callback, CancellationToken cancellationToken = default); }
            public abstract class ChannelAdapter : IChannelAdapter { public virtual Task ContinueConversationAsync(string agentId, ConversationReference reference, AgentCallbackHandler callback, CancellationToken cancellationToken = default) => null; public virtual Task CreateConversationAsync(string agentAppId, string channelId, string serviceUrl, string audience, object conversationParameters, AgentCallbackHandler callback, CancellationToken cancellationToken = default) => null; }
        }
        namespace Microsoft.Agents.Connector
        {
            public interface IConversations { Task<Core.Models.ResourceResponse> SendToConversationAsync(string conversationId, Core.Models.IActivity body, CancellationToken cancellationToken = default); }
            public interface IConnectorClient : IDisposable { IConversations Conversations { get; } }
            public class RestConnectorClient : IConnectorClient { public RestConnectorClient(Uri endpoint, IHttpClientFactory httpClientFactory, Func<Task<string>> tokenProviderFunction, string namedClient = "") { } public IConversations Conversations { get; } public void Dispose() { } }
        }
        namespace Microsoft.Agents.Extensions.Teams.Connector { public static class TeamsInfo { public static async Task<object> GetMemberAsync(Builder.ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) => null; } }
        namespace Microsoft.Agents.CopilotStudio.Client
        {
            public class ConnectionSettings { }
            public interface ICopilotClient { IAsyncEnumerable<Core.Models.IActivity> AskQuestionAsync(string question, string conversationId = default, CancellationToken ct = default); }
            public class CopilotClient : ICopilotClient { public CopilotClient(ConnectionSettings settings, IHttpClientFactory httpClientFactory, object logger, string httpClientName = "mcs") { } public static string ScopeFromSettings(ConnectionSettings settings) => ""; public IAsyncEnumerable<Core.Models.IActivity> AskQuestionAsync(string question, string conversationId = default, CancellationToken ct = default) => null; }
        }
        """;

    [Fact]
    public Task Gemini_IsWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(GenerativeAI.IGenerativeModel injected)
        {
            async Task Model()
            {
                var model = new GenerativeAI.GenerativeModel("key", "gemini"); // wires Google Gemini at https://generativelanguage.googleapis.com
                await model.GenerateContentAsync("x"); // calls Google Gemini at https://generativelanguage.googleapis.com
                await foreach (var part in model.StreamContentAsync("x")) { } // calls Google Gemini
                await model.StartChat().GenerateContentAsync("x"); // calls Google Gemini
                await model.Files.UploadFileAsync("x.pdf"); // calls Google Gemini
                await injected.GenerateContentAsync("x"); // calls Google Gemini
            }
            async Task Platforms()
            {
                var google = new GenerativeAI.GoogleAi("key"); // wires Google Gemini
                await google.CreateGenerativeModel("gemini").GenerateContentAsync("x"); // calls Google Gemini
                await google.CreateEmbeddingModel("text").BatchEmbedContentAsync(["x"]); // calls Google Gemini
                await google.ListModelsAsync(); // calls Google Gemini
                var vertex = new GenerativeAI.VertexAI("project", "europe"); // wires Google Gemini
                await vertex.CreateGeminiModel("gemini").StartChat().GenerateContentAsync("x"); // calls Google Gemini
                Microsoft.Extensions.AI.IChatClient chat = new GenerativeAI.Microsoft.GenerativeAIChatClient("key"); // wires Google Gemini
                await chat.GetResponseAsync("x"); // calls Google Gemini
            }
            async Task Others()
            {
                var mscc = new Mscc.GenerativeAI.GoogleAI("key"); // wires Google Gemini
                var model = mscc.GenerativeModel("gemini");
                await model.GenerateContent("x"); // calls Google Gemini
                await model.StartChat().SendMessage("x"); // calls Google Gemini
                var client = new Google.GenAI.Client(apiKey: "key"); // wires Google Gemini
                await client.Models.GenerateContentAsync("gemini", "x"); // calls Google Gemini
                var session = await client.Live.ConnectAsync("gemini", null); // calls Google Gemini
                await session.SendClientContentAsync("x"); // calls Google Gemini
            }
        }
        """);

    [Fact]
    public Task Bots_SpeakByTheirConnector() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Agents.Builder;
        class Agent(IHttpClientFactory factory, IChannelAdapter adapter, Microsoft.Agents.CopilotStudio.Client.ICopilotClient injected)
        {
            async Task M(ITurnContext turn)
            {
                await turn.SendActivityAsync("hello"); // calls Microsoft Bot Framework
                await turn.UpdateActivityAsync(turn.Activity); // calls Microsoft Bot Framework
                await adapter.CreateConversationAsync("1", "msteams", "https://smba.trafficmanager.net/emea", "x", null, null); // calls Microsoft Bot Framework
                await adapter.ContinueConversationAsync("1", null, async (inner, stop) => await inner.SendActivityAsync("later")); // calls Microsoft Bot Framework
                var connector = new Microsoft.Agents.Connector.RestConnectorClient(new Uri("https://smba.trafficmanager.net/emea"), factory, () => null); // wires Microsoft Teams at https://smba.trafficmanager.net/emea
                await connector.Conversations.SendToConversationAsync("1", turn.Activity); // calls Microsoft Teams
                await Microsoft.Agents.Extensions.Teams.Connector.TeamsInfo.GetMemberAsync(turn, "1"); // calls Microsoft Teams
                var copilot = new Microsoft.Agents.CopilotStudio.Client.CopilotClient(new(), factory, null); // wires Microsoft Copilot Studio
                await foreach (var answer in copilot.AskQuestionAsync("x")) { } // calls Microsoft Copilot Studio
                await foreach (var answer in injected.AskQuestionAsync("x")) { } // calls Microsoft Copilot Studio
            }
        }
        """);

    [Fact]
    public Task RequestsToolsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            async Task<object> M(GenerativeAI.GenerativeModel model, GenerativeAI.Core.IFunctionTool tool, GenerativeAI.Core.IPlatformAdapter platform, Microsoft.Agents.Builder.ITurnContext turn, Microsoft.Agents.Builder.IChannelAdapter adapter)
            {
                new GenerativeAI.Types.GenerateContentRequest().AddText("x");
                model.AddFunctionTool(tool);
                await tool.CallAsync("x");
                await platform.ValidateCredentialsAsync();
                Mscc.GenerativeAI.Types.Part.FromText("x");
                await new Mscc.GenerativeAI.Types.Part().Read();
                turn.OnSendActivities(() => Task.CompletedTask);
                await adapter.ContinueConversationAsync("1", null, (inner, stop) => Task.CompletedTask);
                return nameof(GenerativeAI.IGenerativeModel.GenerateContentAsync) + typeof(Google.GenAI.Client) + Microsoft.Agents.CopilotStudio.Client.CopilotClient.ScopeFromSettings(new());
            }
        }
        class FakeModel : GenerativeAI.IGenerativeModel { public Task<GenerativeAI.Types.GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default) => Task.FromResult(new GenerativeAI.Types.GenerateContentResponse()); }
        class Uses { async Task M() => await new FakeModel().GenerateContentAsync("x"); }
        class Real { async Task M(GenerativeAI.IGenerativeModel model) => await model.GenerateContentAsync("x"); } // calls Google Gemini
        """);
}
