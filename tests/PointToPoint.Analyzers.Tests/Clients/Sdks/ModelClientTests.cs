using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Clients of language models: the abstractions say nothing of an address, so who made or registered the client does.</summary>
public sealed class ModelClientTests
{
    private static readonly AnalyzerTest _plain = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    private static readonly AnalyzerTest _chat = _plain.WithReferences(CatalogPackages.Referencing("OllamaSharp", "OpenAI", "System.ClientModel", "Microsoft.Extensions.AI.OpenAI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI"));

    private static readonly AnalyzerTest _agents = _plain.WithReferences(CatalogPackages.Referencing("Microsoft.Agents.AI", "Microsoft.Agents.AI.Abstractions", "OpenAI", "System.ClientModel", "Microsoft.Extensions.AI.OpenAI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI"));

    private static readonly AnalyzerTest _kernel = _plain.WithReferences(CatalogPackages.Referencing(
        "Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Core", "Microsoft.SemanticKernel.Connectors.OpenAI", "Microsoft.SemanticKernel.Connectors.AzureOpenAI",
        "Microsoft.Extensions.AI.Abstractions", "OpenAI", "Azure.AI.OpenAI", "System.ClientModel", "Azure.Core"));

    [Fact]
    public Task Agent_SpeaksThroughTheClientItIsMadeOf() => _agents.WithProperty("to", "OpenAI").Reports("""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        class C
        {
            readonly AIAgent _agent;
            public C() => _agent = new ChatClientAgent(new OpenAI.{|P2P1003:OpenAIClient|}("key").GetChatClient("m").AsIChatClient(), new ChatClientAgentOptions { Name = "x" });
            async Task<string> M() => (await _agent.[|RunAsync|]<string>("hello")).Result;
            async Task Other()
            {
                var session = await _agent.CreateSessionAsync();
                await foreach (var part in _agent.[|RunStreamingAsync|]("hello", session)) { }
            }
        }
        """);

    [Fact]
    public Task RegisteredByAFunctionOfSeveralLines_GoesWhereThatMadeItGo() => _chat.WithProperty("to", "OpenAI").Reports("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        class Settings { public string Key { get; set; } }
        static class Registrations
        {
            public static void Add(IServiceCollection services) => services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(sp =>
            {
                var settings = sp.GetRequiredService<Settings>();
                return new OpenAI.{|P2P1003:OpenAIClient|}(settings.Key).GetEmbeddingClient("m").AsIEmbeddingGenerator();
            });
        }
        class Handler(IEmbeddingGenerator<string, Embedding<float>> generator)
        {
            public async Task Handle() => await generator.[|GenerateVectorAsync|]("x");
        }
        static class MethodThatAFrameworkCalls
        {
            public static async Task Handle(IEmbeddingGenerator<string, Embedding<float>> generator) => await generator.[|GenerateVectorAsync|]("x");
        }
        """);

    [Fact]
    public Task RegisteredByAFunction_GoesWhereThatMadeItGo() => _chat.WithProperty("to", "OpenAI").Reports("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            public static void Add(IServiceCollection services) => services.AddChatClient(sp => new OpenAI.{|P2P1003:OpenAIClient|}("key").GetChatClient("m").AsIChatClient()).UseFunctionInvocation();
        }
        class C(IChatClient chat)
        {
            Task M() => chat.[|GetResponseAsync|]("hello");
        }
        """);

    [Fact]
    public Task RegisteredObject_OfALocal_GoesWhereItWasMadeToGo() => _chat.WithProperty("to", "models.contoso.com").WithProperty("endpoint", "http://models.contoso.com:11434").Reports("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            public static void Add(IServiceCollection services)
            {
                IChatClient inner = new OllamaSharp.{|P2P1003:OllamaApiClient|}(new Uri("http://models.contoso.com:11434"));
                var builder = services.AddChatClient(inner);
                builder.UseFunctionInvocation();
            }
        }
        class C(IChatClient chat)
        {
            Task M() => chat.[|GetResponseAsync|]("hello");
        }
        """);

    [Fact]
    public Task RegisteredInBranches_IsOneOfBoth() => _chat.Reports("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            public static void Add(IServiceCollection services, bool isLocal)
            {
                ChatClientBuilder? builder = null;
                if (isLocal)
                {
                    builder = services.AddChatClient(new OllamaSharp.{|P2P1003:OllamaApiClient|}("http://models.contoso.com:11434"));
                }
                else
                {
                    builder = services.AddChatClient(new OpenAI.{|#1:OpenAIClient|}("key").GetChatClient("m").AsIChatClient());
                }

                builder?.UseFunctionInvocation();
            }
        }
        class C(IChatClient chat)
        {
            Task M() => chat.{|#0:GetResponseAsync|}("hello");
        }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(1).WithProperty("to", "OpenAI"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("to", "OpenAI").WithProperty("alsoTo", "models.contoso.com"));

    [Fact]
    public Task KeyedClients_AreToldApartByTheirKeys() => _chat.Reports("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            public static void Add(IServiceCollection services)
            {
                services.AddKeyedChatClient("local", new OllamaSharp.{|#0:OllamaApiClient|}("http://models.contoso.com:11434"));
                services.AddKeyedChatClient("cloud", sp => new OpenAI.{|#1:OpenAIClient|}("key").GetChatClient("m").AsIChatClient());
            }
        }
        class C([FromKeyedServices("local")] IChatClient local, [FromKeyedServices("cloud")] IChatClient cloud)
        {
            async Task M(IServiceProvider services)
            {
                await local.{|#2:GetResponseAsync|}("hello");
                await cloud.{|#3:GetResponseAsync|}("hello");
                await services.GetRequiredKeyedService<IChatClient>("cloud").{|#4:GetResponseAsync|}("hello");
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("to", "models.contoso.com"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(1).WithProperty("to", "OpenAI"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(2).WithProperty("to", "models.contoso.com"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(3).WithProperty("to", "OpenAI"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(4).WithProperty("to", "OpenAI"));

    [Fact]
    public Task ClientOfOnesOwn_AndBuilders_AreQuiet() => _chat.IsQuiet("""
        using Microsoft.Extensions.AI;
        class C
        {
            string M(ChatResponse response, ChatOptions options)
            {
                var message = new ChatMessage(ChatRole.User, "hello");
                return response.Text + message.Text + options.ModelId + nameof(IChatClient.GetResponseAsync) + typeof(IChatClient);
            }
        }
        """);

    [Fact]
    public Task KernelOfABuilder_GoesWhereItsModelIs() => _kernel.WithProperty("to", "Azure OpenAI").Reports("""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        class C
        {
            async Task M()
            {
                var builder = Kernel.CreateBuilder();
                builder.{|P2P1003:AddAzureOpenAIChatCompletion|}("gpt", "https://contoso.openai.azure.com", "key");
                var kernel = builder.Build();
                await kernel.[|InvokePromptAsync|]("hello");
                var chat = kernel.GetRequiredService<IChatCompletionService>();
                await chat.[|GetChatMessageContentAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task KernelOfAChain_GoesWhereItsModelIs() => _kernel.WithProperty("to", "OpenAI").Reports("""
        using Microsoft.SemanticKernel;
        class C
        {
            async Task M()
            {
                var kernel = Kernel.CreateBuilder().{|P2P1003:AddOpenAIChatCompletion|}("gpt", "key").Build();
                await kernel.[|InvokePromptAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task KernelOfTheContainer_GoesWhereItsModelIsRegistered() => _kernel.WithProperty("to", "OpenAI").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        static class Registrations
        {
            public static void Add(IServiceCollection services)
            {
                services.{|P2P1003:AddOpenAIChatCompletion|}("gpt", "key");
                services.AddKernel();
            }
        }
        class C(Kernel kernel, IChatCompletionService chat)
        {
            async Task M()
            {
                await kernel.[|InvokePromptAsync|]("hello");
                await chat.[|GetChatMessageContentAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task KernelThatRunsFunctionsOfTheProcess_IsQuiet() => _kernel.IsQuiet("""
        using Microsoft.SemanticKernel;
        public class C
        {
            public async Task<int> M(Kernel kernel)
            {
                var function = KernelFunctionFactory.CreateFromMethod(() => 1);
                var result = await function.InvokeAsync(kernel);
                return result.GetValue<int>() + nameof(Kernel.CreateBuilder).Length;
            }
        }
        """);

    [Fact]
    public Task ClientThatAzuresClientHandsOut_GoesWhereThatGoes() => _kernel.WithProperty("to", "Azure OpenAI").WithProperty("endpoint", "https://contoso.openai.azure.com").Reports("""
        using System.ClientModel;
        class C
        {
            async Task M()
            {
                var azure = new Azure.AI.OpenAI.{|P2P1003:AzureOpenAIClient|}(new Uri("https://contoso.openai.azure.com"), new ApiKeyCredential("key"));
                await azure.GetChatClient("gpt").[|CompleteChatAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task ClientOfOpenAI_GoesToOpenAI() => _chat.WithProperty("to", "OpenAI").WithProperty("endpoint", "https://api.openai.com").Reports("""
        class C
        {
            async Task M()
            {
                await new OpenAI.{|P2P1003:OpenAIClient|}("key").GetChatClient("gpt").[|CompleteChatAsync|]("hello");
                await new OpenAI.Chat.{|P2P1003:ChatClient|}("gpt", "key").[|CompleteChatAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task ModelBehindTheAddressOfSomebodyElse_IsNotTheVendors() => _kernel.WithProperty("to", "models.contoso.com").Reports("""
        using Microsoft.SemanticKernel;
        class C
        {
            async Task M()
            {
                var kernel = Kernel.CreateBuilder().{|P2P1003:AddOpenAIChatCompletion|}("gpt", new Uri("https://models.contoso.com/v1"), "key").Build();
                await kernel.[|InvokePromptAsync|]("hello");
            }
        }
        """);

    [Fact]
    public Task AnthropicsClient_ThatIsSetToAnotherAddress_IsWiredThere() => _plain.WithReferences(CatalogPackages.Referencing("Anthropic")).WithProperty("to", "claude.contoso.com").Reports("""
        using Anthropic;
        class C
        {
            private readonly AnthropicClient _client = new {|P2P1003:AnthropicClient|}() { BaseUrl = "https://claude.contoso.com" };
            async Task M() => await _client.Messages.[|Create|](null!);
        }
        """);
}
