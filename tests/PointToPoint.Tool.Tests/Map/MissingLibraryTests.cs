namespace PointToPoint.Tool.Tests.Map;

/// <summary>Libraries of the catalog whose packages aren't there: types are known by name and usings, gRPC clients by the project's service contracts.</summary>
public sealed class MissingLibraryTests
{
    private const string Step = "matched by name, because a package is missing";

    private const string Proto = """
        === App/basket.proto
        syntax = "proto3";
        option csharp_namespace = "Contoso.Basket.Grpc"; // service Wrong {
        package BasketApi;
        /* service Older { rpc GetBasket (Request) returns (Reply); } */
        service Basket {
            rpc GetBasket(GetBasketRequest) returns (Reply) {}
            rpc DeleteBasket (stream Request) returns (Reply);
        }
        """;

    [Fact]
    public async Task TokenEndpointOfADiscoveryDocument_IsOnTheHostThatTheClientAsked()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using IdentityModel.Client;
            var http = new HttpClient { BaseAddress = new Uri("https://identity.contoso.com/") };
            var disco = await http.GetDiscoveryDocumentAsync();
            var tokens = await http.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint, ClientId = "app" });
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://identity.contoso.com/",
                "App/Program.cs GET https://identity.contoso.com/ *",
                "App/Program.cs POST https://identity.contoso.com/{} *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task GrpcClient_IsKnownByTheContract_AndItsAddressByTheRegistration()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            {{Proto}}
            === App/BasketService.cs
            using BasketClient2 = Contoso.Basket.Grpc.Basket.BasketClient;
            public class BasketService(BasketClient2 client)
            {
                public async Task Load() => Use(await client.GetBasketAsync(new()));
                public async Task Drop() { var other = client; await other.DeleteBasketAsync(new()); other.Describe(); }
                void Use(object o) { }
            }
            === App/Program.cs
            using Contoso.Basket.Grpc;
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddGrpcClient<Basket.BasketClient>(o => o.Address = new("http://basket-api")).AddAuthToken();
            """);

        Assert.Equal(
            [
                "App/BasketService.cs GetBasket http://basket-api/BasketApi.Basket/GetBasket *",
                "App/BasketService.cs DeleteBasket http://basket-api/BasketApi.Basket/DeleteBasket *",
                "App/Program.cs wiring http://basket-api *",
            ],
            scan.Sites());
        Assert.All(scan.Map.Connections.Single().Sites, site => Assert.Equal(Step, site.Provenance[0]));
        Assert.Equal("grpc", scan.Map.Connections.Single().Protocol);
        Assert.Empty(await scan.DiagnosticsAsync("App"));
    }

    [Fact]
    public async Task GrpcClient_IsKnownByTheContractOfAReferencedProject()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Protos/Protos.csproj
            === Protos/pay.proto
            syntax = "proto3";
            package pay.v1;
            service Payments { rpc Charge (Request) returns (Reply); }
            === App/App.csproj
            exe ../Protos/Protos.csproj
            === App/Program.cs
            using Acme.Pay.V1;
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddGrpcClient<Payments.PaymentsClient>(o => o.Address = new("https://pay.contoso.com"));
            public class Uses(Payments.PaymentsClient client) { public async Task Go() => await client.ChargeAsync(new()); }
            """);

        Assert.Equal(["App/Program.cs wiring https://pay.contoso.com *", "App/Program.cs Charge https://pay.contoso.com/pay.v1.Payments/Charge *"], scan.Sites());
    }

    [Fact]
    public async Task GrpcClient_OfAChannel_GoesToTheChannelsAddress()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            {{Proto}}
            === App/BasketService.cs
            using Grpc.Net.Client;
            using Contoso.Basket;
            public class BasketService(IConfiguration configuration)
            {
                private GrpcChannel _channel;
                private Grpc.Basket.BasketClient _client;
                public async Task Load() => await Client().GetBasketAsync(new());
                private Grpc.Basket.BasketClient Client()
                {
                    _channel = GrpcChannel.ForAddress(configuration["Services:Basket:Url"]);
                    _client = new Grpc.Basket.BasketClient(_channel);
                    return _client;
                }
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(
            [
                "App/BasketService.cs GetBasket config:Services:Basket:Url/BasketApi.Basket/GetBasket *",
                "App/BasketService.cs wiring config:Services:Basket:Url *",
            ],
            scan.Sites());
        Assert.Equal("Basket", scan.Map.Connections.Single().To);
    }

    [Fact]
    public async Task GrpcClient_OfAnApp_GoesToItsSettings()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            {{Proto}}
            === App/SettingsService.cs
            namespace Contoso.App.Services.Settings;
            public interface ISettingsService { string BasketEndpointBase { get; set; } }
            public class SettingsService : ISettingsService
            {
                public string BasketEndpointBase
                {
                    get => Preferences.Get("basket", string.Empty);
                    set => Preferences.Set("basket", value);
                }
            }
            === App/BasketService.cs
            using Contoso.App.BasketGrpcClient;
            using Contoso.App.Services.Settings;
            using Grpc.Net.Client;
            namespace Contoso.App.Services.Basket;
            public class BasketService
            {
                private readonly ISettingsService _settings;
                private BasketGrpcClient.Basket.BasketClient _client;
                private GrpcChannel _channel;
                public BasketService(ISettingsService settings) { _settings = settings; }
                public async Task<object> Load()
                {
                    var response = await Client()
                        .GetBasketAsync(new GetBasketRequest(), Headers("1"));
                    return response;
                }
                private BasketGrpcClient.Basket.BasketClient Client()
                {
                    if (_client is not null)
                    {
                        return _client;
                    }

                    _channel = GrpcChannel.ForAddress(_settings.BasketEndpointBase);
                    _client = new BasketGrpcClient.Basket.BasketClient(_channel);
                    return _client;
                }
                private Metadata Headers(string token) => new();
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(
            [
                "App/BasketService.cs GetBasket config:SettingsService:BasketEndpointBase/BasketApi.Basket/GetBasket *",
                "App/BasketService.cs wiring config:SettingsService:BasketEndpointBase *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task GrpcClient_ThatIsGeneratedIntoTheCode_IsKnownByItsMissingBase()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Generated.cs
            // <auto-generated/>
            using grpc = global::Grpc.Core;
            namespace Contoso.Grpc;
            public static partial class Basket
            {
                static readonly string __ServiceName = "BasketApi.Basket";
                public partial class BasketClient : grpc::ClientBase<BasketClient>
                {
                    public BasketClient(grpc::ChannelBase channel) : base(channel) { }
                    public virtual grpc::AsyncUnaryCall<string> GetBasketAsync(string request, grpc::Metadata headers = null) => null;
                }
            }
            === App/Program.cs
            using Grpc.Net.Client;
            var client = new Contoso.Grpc.Basket.BasketClient(GrpcChannel.ForAddress("https://basket.contoso.com"));
            await client.GetBasketAsync("1");
            await client.GetBasketAsync("1", new Metadata());
            """);

        Assert.Equal(["wiring", "call", "call"], scan.Map.Connections.Single().Sites.Select(site => site.IsWiring ? "wiring" : "call"));
        Assert.All(scan.Map.Connections.Single().Sites, site => Assert.StartsWith("https://basket.contoso.com", site.Endpoint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NameThatNoContractHas_IsNoCall()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            {{Proto}}
            === App/Program.cs
            public class Service(Contoso.Order.OrderClient orders, Contoso.Basket.Grpc.Basket.BasketClient baskets)
            {
                public async Task Load() { await orders.GetBasketAsync(new()); await baskets.ListAsync(); }
                static void Main() { }
            }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task ClientOfASdk_IsKnownByItsNamespace()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Stripe;
            public class Payments(StripeClient stripe)
            {
                private readonly ChargeService _charges = new ChargeService(stripe);
                public async Task Pay() { await _charges.CreateAsync(new ChargeCreateOptions { Amount = 1 }); }
                static void Main() => new Payments(new StripeClient("key"));
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs CreateAsync https://api.stripe.com *",
                "App/Program.cs wiring https://api.stripe.com *",
            ],
            scan.Sites());
        Assert.Equal("Stripe", scan.Map.Connections.Single().To);
    }

    [Fact]
    public async Task MailClient_GoesWhereItIsConnectedTo()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Mailer.cs
            using MailKit.Net.Smtp;
            using MimeKit;
            public class Mailer
            {
                public async Task Send(MimeMessage message)
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("mail.contoso.com", 587);
                    await client.AuthenticateAsync("crm", "password");
                    await client.SendAsync(message);
                    await client.DisconnectAsync(true);
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Mailer.cs ConnectAsync smtp://mail.contoso.com:587 *",
                "App/Mailer.cs SendAsync smtp://mail.contoso.com:587 *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task TypeThatAnotherMissingNamespaceMayHave_IsNotClaimed()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Stripe;
            using Contoso.Billing;
            public class Payments(ChargeService charges)
            {
                public async Task Pay() { await charges.CreateAsync(new ChargeCreateOptions { Amount = 1 }); }
                static void Main() { }
            }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task DaprRequest_SaysWhoIsCalled()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Orders.cs
            using Dapr.Client;
            public class Orders(DaprClient dapr)
            {
                public async Task Load() => await dapr.InvokeMethodAsync<string>(dapr.CreateInvokeMethodRequest(HttpMethod.Get, "orders", "open/1"));
                public async Task Send()
                {
                    var request = dapr.CreateInvokeMethodRequest("billing", "pay");
                    await dapr.InvokeMethodAsync(request);
                }
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(["App/Orders.cs GET /open/1 *", "App/Orders.cs POST /pay *"], scan.Sites());
        Assert.Equal(["billing", "orders"], scan.Map.Connections.Select(connection => connection.To).Order());
    }

    [Fact]
    public async Task TypeThatBeginsWithItsVendor_IsKnownBesideOtherMissingPackages()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using FirebaseAdmin;
            using FirebaseAdmin.Messaging;
            using Google.Apis.Auth.OAuth2;
            using Contoso.Mediation;
            class Pushes(FirebaseMessaging? messaging, FirebaseRequest request, Mediator mediator)
            {
                async Task Send()
                {
                    await FirebaseMessaging.DefaultInstance.SendAsync(new Message { Token = "a" });
                    await messaging.SendEachForMulticastAsync(null);
                    await mediator.SendAsync(null);
                    await GoogleCredential.GetApplicationDefaultAsync();
                }
            }
            """);

        Assert.Equal(["App/Program.cs SendAsync https://fcm.googleapis.com *", "App/Program.cs SendEachForMulticastAsync https://fcm.googleapis.com *"], scan.Sites());
    }
}
