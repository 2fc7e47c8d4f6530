namespace PointToPoint.Tool.Tests.Map;

/// <summary>What makes or hands out a client whose package is missing: factories, channels, lazy values, connections, the rest of a vendor's namespaces.</summary>
public sealed class MissingMakerTests
{
    private const string Proto = """
        === App/greet.proto
        syntax = "proto3";
        package greet;
        option csharp_namespace = "Contoso.Greet";
        service Greeter { rpc SayHello (HelloRequest) returns (HelloReply); }
        """;

    [Fact]
    public async Task LazyChannel_GoesWhereItsFunctionSays()
    {
        using var scan = await Of($$"""
            using Grpc.Net.Client;
            using Contoso.Greet;
            public class C
            {
                private readonly Lazy<GrpcChannel> _channel = new Lazy<GrpcChannel>(() => GrpcChannel.ForAddress("https://greet.contoso.com"));
                public async Task M()
                {
                    var client = new Greeter.GreeterClient(_channel.Value);
                    await client.SayHelloAsync(new HelloRequest());
                }
            }
            {{Proto}}
            """);

        Assert.Contains("App/C.cs SayHello https://greet.contoso.com/greet.Greeter/SayHello *", scan.Sites());
    }

    [Theory]
    [InlineData("GrpcChannel")]
    [InlineData("GrpcChannel?")]
    public async Task ChannelThatAFieldKeeps_GoesWhereItWasMadeFor(string type)
    {
        using var scan = await Of($$"""
            #nullable enable
            using Grpc.Net.Client;
            using Contoso.Greet;
            public class C
            {
                private {{type}} _channel;
                private Greeter.GreeterClient? _client;
                public async Task M() => await this.Client().SayHelloAsync(new HelloRequest());
                private Greeter.GreeterClient Client()
                {
                    if (this._client is not null) { return this._client; }
                    this._channel = GrpcChannel.ForAddress("https://greet.contoso.com");
                    this._client = new Greeter.GreeterClient(this._channel);
                    return this._client;
                }
            }
            {{Proto}}
            """);

        Assert.Contains("App/C.cs SayHello https://greet.contoso.com/greet.Greeter/SayHello *", scan.Sites());
    }

    [Fact]
    public async Task MethodThatThisVersionOfALibraryLacks_IsItsCallAllTheSame()
    {
        using var scan = await Of("""
            using Telegram.Bot;
            namespace Telegram.Bot { public interface ITelegramBotClient { System.TimeSpan Timeout { get; } } }
            public class C(ITelegramBotClient bot)
            {
                public async Task M() { await bot.SendTextMessageAsync(1, "x"); bot.WithTimeout(1); }
                public Task Own() => bot.Own(1, 2);
            }
            public static class Extensions { public static Task Own(this ITelegramBotClient bot, int one) => Task.CompletedTask; }
            """);

        Assert.Equal(["App/C.cs SendTextMessageAsync https://api.telegram.org *"], scan.Sites());
    }

    [Fact]
    public async Task ServiceCalledAfterAVendorsProduct_IsItsLibrarys_WhateverElseIsMissing()
    {
        using var scan = await Of("""
            using Google.Apis.Drive.v3;
            using Google.Apis.Drive.v3.Data;
            using Contoso.Json;
            public class C(DriveService drive, DriverLicence other, FileService files)
            {
                public async Task M()
                {
                    FilesResource.GetRequest request = drive.Files.Get("1");
                    await request.ExecuteAsync();
                    drive.Files.Delete("1").Execute();
                    await other.ExecuteAsync();
                    await files.ExecuteAsync();
                }
            }
            """);

        Assert.Equal(["App/C.cs ExecuteAsync Google *", "App/C.cs Execute Google *"], scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task ChannelOfAContract_HasOperationsThatWait()
    {
        using var scan = await Of("""
            using System.ServiceModel;
            [ServiceContract] public interface IErp { [OperationContract] string Total(int id); }
            public class C
            {
                public void M()
                {
                    var factory = new ChannelFactory<IErp>(new BasicHttpBinding(), new EndpointAddress("http://erp.contoso.com/svc"));
                    var erp = factory.CreateChannel();
                    erp.Total(1);
                    factory.Close();
                }
            }
            """);

        Assert.Equal(["App/C.cs wiring http://erp.contoso.com/svc *", "App/C.cs Total http://erp.contoso.com/svc *"], scan.Sites());
    }

    [Fact]
    public async Task ServiceOfAFactory_IsItsLibrarys()
    {
        using var scan = await Of("""
            using Microsoft.Xrm.Sdk;
            public class C(IOrganizationServiceFactory factory)
            {
                public void M(Guid user)
                {
                    var service = factory.CreateOrganizationService(user);
                    service.Retrieve("account", user, null);
                }
            }
            """);

        Assert.Equal(["App/C.cs Retrieve Dynamics 365 *"], scan.Sites());
    }

    [Theory]
    [InlineData("using DocuSign.eSign.Api;\nusing DocuSign.eSign.Model;", "EnvelopesApi api", "await api.CreateEnvelopeAsync(\"a\", new EnvelopeDefinition());", "CreateEnvelopeAsync DocuSign")]
    [InlineData("using FirebaseAdmin;\nusing FirebaseAdmin.Messaging;", "", "await FirebaseMessaging.DefaultInstance.SendAsync(new Message());", "SendAsync https://fcm.googleapis.com")]
    [InlineData("using Square;\nusing Square.Models;", "", "var client = new SquareClient.Builder().AccessToken(\"t\").Build(); await client.PaymentsApi.CreatePaymentAsync(null);", "CreatePaymentAsync https://connect.squareup.com")]
    public async Task ModelsOfTheVendor_HideNoClient(string usings, string given, string code, string site)
    {
        using var scan = await Of($$"""
            {{usings}}
            public class C({{given}}) { public async Task M() { {{code}} } }
            """);

        Assert.Equal([$"App/C.cs {site} *"], scan.Sites());
    }

    [Fact]
    public async Task NamespaceOfAnotherProduct_LeavesATypeOpen()
    {
        using var scan = await Of("""
            using Microsoft.Azure.KeyVault;
            using Microsoft.Azure.Relay;
            public class C(HybridConnectionListener listener) { public async Task M() => await listener.OpenAsync(); }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task QueueOfAnInjectedConnectionsChannel_IsTold()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "ERP": { "endpoints": ["queue:erp-orders", "queue:orders"] } } }
            === App/App.csproj
            exe
            === App/C.cs
            using Microsoft.Azure.ServiceBus;
            using RabbitMQ.Client;
            public class C(IConnection connection, ITopicClient topic)
            {
                public void M()
                {
                    using var channel = connection.CreateModel();
                    channel.BasicPublish("", "erp-orders", null, Array.Empty<byte>());
                }
                public async Task N() => await topic.SendAsync(null);
                static void Add(IServiceCollection services) => services.AddSingleton<ITopicClient>(_ => new TopicClient("Endpoint=sb://erp.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b", "orders"));
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(
            ["App/C.cs BasicPublish queue:erp-orders", "App/C.cs SendAsync sb://erp.servicebus.windows.net/orders", "App/C.cs wiring sb://erp.servicebus.windows.net/orders"],
            scan.Sites().Select(site => site.Replace(" *", "")));
    }

    [Fact]
    public async Task OptionsBesideACredential_SayWhere()
    {
        using var scan = await Of("""
            using OpenAI;
            using OpenAI.Chat;
            using System.ClientModel;
            public class C
            {
                public async Task M()
                {
                    var chat = new ChatClient("gpt", new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://models.contoso.com/v1") });
                    await chat.CompleteChatAsync("x");
                }
            }
            """);

        Assert.Equal(["App/C.cs wiring https://models.contoso.com/v1 *", "App/C.cs CompleteChatAsync https://models.contoso.com/v1 *"], scan.Sites());
    }

    private static Task<ScannedSolution> Of(string code) => ScannedSolution.OfAsync($"""
        === App/App.csproj
        exe core
        === App/Program.cs
        return;
        === App/C.cs
        {code}
        """);
}
