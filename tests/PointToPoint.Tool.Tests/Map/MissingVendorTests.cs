namespace PointToPoint.Tool.Tests.Map;

/// <summary>SDKs of vendors whose packages aren't there, known by the names of their types.</summary>
public sealed class MissingVendorTests
{
    [Fact]
    public async Task ModelsOfGemini_AreGooglesWhoeverMadeThem()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Gemini.cs
            using GenerativeAI;
            using GenerativeAI.Types;
            public class Gemini(IConfiguration configuration)
            {
                private readonly GenerativeModel _model = new GoogleAi(configuration["Gemini:Key"]).CreateGenerativeModel("gemini");
                public async Task<string> Ask(string text) { var request = new GenerateContentRequest(); request.AddText(text); var answer = await _model.GenerateContentAsync(request); return answer.Text(); }
                public async Task Chat() { var chat = new GenerativeModel("key", "gemini").StartChat(); await chat.GenerateContentAsync("hello"); }
                public async Task Embed() => await new EmbeddingModel("key", "text").BatchEmbedContentAsync(["x"]);
            }
            === App/Other.cs
            using Mscc.GenerativeAI;
            public class Other
            {
                public async Task Ask() { var model = new GoogleAI(apiKey: "key").GenerativeModel(model: "gemini"); await model.GenerateContent("hello"); }
            }
            """);

        var connection = scan.Map.Connections.Single();
        Assert.Equal("Google Gemini", connection.To);
        Assert.Equal(["BatchEmbedContentAsync", "GenerateContent", "GenerateContentAsync", "GenerateContentAsync"], connection.Sites.Where(site => !site.IsWiring).Select(site => site.Verb).Order());
    }

    [Fact]
    public async Task ServerOfTools_IsCalledAtItsAddress_AndAProcessIsQuiet()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Tools.cs
            using ModelContextProtocol.Client;
            public class Tools(IConfiguration configuration)
            {
                public async Task Remote()
                {
                    var transport = new SseClientTransport(new SseClientTransportOptions { Endpoint = new Uri(configuration["Tools:Url"]), Name = "tools" });
                    var client = await McpClientFactory.CreateAsync(transport);
                    var tools = await client.ListToolsAsync();
                }
                public async Task Local()
                {
                    var client = await McpClientFactory.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = "npx" }));
                    var tools = await client.ListToolsAsync();
                }
            }
            """);

        Assert.Equal(["App/Tools.cs wiring config:Tools:Url *", "App/Tools.cs ListToolsAsync config:Tools:Url *"], scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task BotThatSpeaks_CallsItsConnector()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Bot.cs
            using Microsoft.Bot.Builder;
            using Microsoft.Bot.Builder.Dialogs;
            using Microsoft.Bot.Builder.Teams;
            using Microsoft.Bot.Schema;
            public class Bot : ActivityHandler
            {
                protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
                {
                    await turnContext.SendActivityAsync(MessageFactory.Text("hello"), cancellationToken);
                    var member = await TeamsInfo.GetMemberAsync(turnContext, turnContext.Activity.From.Id, cancellationToken);
                }
                private async Task<DialogTurnResult> Step(WaterfallStepContext step, CancellationToken cancellationToken)
                {
                    await step.Context.SendActivityAsync("bye", cancellationToken: cancellationToken);
                    return await step.EndDialogAsync(null, cancellationToken);
                }
            }
            """);

        Assert.Equal(["Microsoft Bot Framework SendActivityAsync", "Microsoft Bot Framework SendActivityAsync", "Microsoft Teams GetMemberAsync"], scan.Map.Connections.SelectMany(connection => connection.Sites, (connection, site) => $"{connection.To} {site.Verb}").Order());
    }

    [Fact]
    public async Task DiscoveryDocument_IsFetchedFromItsMetadataAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Keys.cs
            using Microsoft.IdentityModel.Protocols;
            using Microsoft.IdentityModel.Protocols.OpenIdConnect;
            public class Keys
            {
                private readonly ConfigurationManager<OpenIdConnectConfiguration> _documents;
                public Keys(IConfiguration configuration)
                {
                    _documents = new ConfigurationManager<OpenIdConnectConfiguration>($"{configuration["Identity:Authority"]}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever());
                }
                public async Task Load() { var document = await _documents.GetConfigurationAsync(CancellationToken.None); }
            }
            """);

        Assert.Equal(["App/Keys.cs wiring config:Identity:Authority/.well-known/openid-configuration *", "App/Keys.cs GET config:Identity:Authority/.well-known/openid-configuration *"], scan.Sites());
    }

    [Fact]
    public async Task BotOfDiscord_CallsDiscord_AndItsCommandsAreRunInTheProcess()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Bot.cs
            using Discord;
            using Discord.Commands;
            using Discord.WebSocket;
            public class Bot(CommandService commands, IServiceProvider services)
            {
                private readonly DiscordSocketClient _client = new DiscordSocketClient();
                public async Task Run()
                {
                    _client.MessageReceived += OnMessage;
                    await commands.AddModulesAsync(typeof(Bot).Assembly, services);
                    await _client.LoginAsync(TokenType.Bot, "token");
                }
                private async Task OnMessage(SocketMessage message)
                {
                    await commands.ExecuteAsync(null, "x", services);
                    await message.Channel.SendMessageAsync("x");
                }
            }
            """);

        Assert.Equal(["App/Bot.cs wiring https://discord.com *", "App/Bot.cs LoginAsync https://discord.com *", "App/Bot.cs SendMessageAsync https://discord.com *"], scan.Sites());
        Assert.Equal("Discord", scan.Map.Connections.Single().To);
    }

    [Fact]
    public async Task ServicesThatReadAndHear_AreAtTheirEndpoint()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Reader.cs
            using Azure;
            using Azure.AI.DocumentIntelligence;
            public class Reader(IConfiguration configuration)
            {
                private readonly DocumentIntelligenceClient _client = new DocumentIntelligenceClient(new Uri(configuration["Documents:Endpoint"]), new AzureKeyCredential("key"));
                public async Task Read(Uri file) { var read = await _client.AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-layout", file); var text = read.Value.Content; }
            }
            === App/Speaker.cs
            using Microsoft.CognitiveServices.Speech;
            public class Speaker
            {
                public async Task Speak()
                {
                    var config = SpeechConfig.FromSubscription("key", "westeurope");
                    using var synthesizer = new SpeechSynthesizer(config);
                    await synthesizer.SpeakTextAsync("x");
                }
            }
            """);

        Assert.Contains("App/Reader.cs AnalyzeDocumentAsync config:Documents:Endpoint *", scan.Sites());
        Assert.Contains(scan.Map.Connections, connection => connection.To == "Azure AI services" && connection.Sites.Any(site => site.Verb == "SpeakTextAsync"));
        Assert.Equal(4, scan.Sites().Count());
    }

    [Fact]
    public async Task ApisOfWeChatAndSpotify_AreTheirs()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/WeChat.cs
            using Senparc.Weixin.MP.AdvancedAPIs;
            using Senparc.Weixin.MP.Containers;
            public class WeChat
            {
                public async Task Send(string user) { await CustomApi.SendTextAsync("app", user, "x"); }
            }
            === App/Music.cs
            using SpotifyAPI.Web;
            public class Music(ISpotifyClient spotify)
            {
                public async Task Load() { var list = await spotify.Playlists.Get("1"); }
            }
            """);

        Assert.Equal(["Spotify Get", "WeChat SendTextAsync"], scan.Map.Connections.SelectMany(connection => connection.Sites, (connection, site) => $"{connection.To} {site.Verb}").Order());
    }

    [Fact]
    public async Task InterfaceThatIsCalledAfterItsVendor_IsThatVendorsBesideOtherMissingUsings()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            === App/Content.cs
            using Azure.AI.Translation.Text;
            using Contentful.Core;
            using Contoso.Caching;
            public class Content(IContentfulClient contentful, TextTranslationClient translator, IContentfulCache cache)
            {
                public async Task Load(string id)
                {
                    var page = await contentful.GetEntry<Page>(id);
                    await translator.TranslateAsync("cy", page.Title);
                    await cache.SetAsync(id, page);
                }
            }
            === App/Renderer.cs
            using Contentful.Core.Models;
            public class Renderer(ContentRendererCollection renderers) : IContentRenderer
            {
                public async Task<string> RenderAsync(IContent content) { var renderer = renderers.GetRendererForContent(content); return await renderer.RenderAsync(content); }
            }
            """);

        Assert.Equal(["Azure AI services", "Contentful"], scan.Map.Connections.Select(connection => connection.To).Order(StringComparer.Ordinal));
        Assert.Equal(["GetEntry", "TranslateAsync"], scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Verb).Order(StringComparer.Ordinal));
    }
}
