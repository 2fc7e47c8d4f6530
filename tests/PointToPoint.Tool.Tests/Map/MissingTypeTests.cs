namespace PointToPoint.Tool.Tests.Map;

/// <summary>What a value is of whose type isn't there: a using alone says nothing of it, its type's name, its qualification and what made it do.</summary>
public sealed class MissingTypeTests
{
    [Theory]
    [InlineData("Microsoft.Xrm.Sdk", "x.Create(1); x.Retrieve(2); x.Update(3); x.Execute(\"a\");")]
    [InlineData("SAP.Middleware.Connector", "x.Invoke(1);")]
    [InlineData("MailKit.Net.Imap", "x.Connect(\"h\", 1); await x.ConnectAsync(\"h\", 1);")]
    [InlineData("MailKit.Net.Smtp", "x.Connect(\"h\", 1); await x.SendAsync(\"h\");")]
    [InlineData("Novell.Directory.Ldap", "x.Connect(\"h\", 1); x.Bind(\"a\"); x.Search(\"a\");")]
    [InlineData("Dapr.Client", "await x.InvokeMethodAsync(\"a\", \"b\");")]
    [InlineData("RestSharp", "x.Execute(\"a\"); await x.GetAsync(\"b\"); await x.GetJsonAsync<int>();")]
    [InlineData("Flurl.Http", "await x.GetJsonAsync<int>(); await x.PostAsync(1);")]
    [InlineData("Renci.SshNet", "x.RunCommand(\"ls\"); x.Upload(\"a\"); x.ReadAllText(\"b\");")]
    [InlineData("Simple.OData.Client", "await x.FindEntriesAsync();")]
    [InlineData("FluentFTP", "x.Rename(\"a\", \"b\"); x.Upload(\"c\");")]
    [InlineData("Confluent.Kafka", "x.Produce(\"t\", 1); x.Subscribe(\"t\");")]
    [InlineData("Stripe", "await x.CreateAsync(1);")]
    public async Task ValueOfAnUnknownType_IsNotThatOfAUsing(string space, string calls)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Program.cs
            using {{space}};
            using Contoso.Parts;
            public class Uses(Factory factory)
            {
                public async Task Go() { var x = factory.Build(); {{calls}} }
                static void Main() { }
            }
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Infrastructure);
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task CallOfOneLibrary_IsNotAnothersThatIsUsedToo()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Flurl;
            using Flurl.Http;
            using RestSharp;
            using MailKit.Net.Imap;
            using MQTTnet;
            public class Uses
            {
                readonly IFlurlClient _flurl = new FlurlClient("https://crm.contoso.com/api");
                public async Task Go()
                {
                    await _flurl.Request("orders", 1).GetJsonAsync<string>();
                    await new Url("https://erp.contoso.com").AppendPathSegment("stock").GetAsync();
                    var factory = new MqttClientFactory();
                    using var mqtt = factory.CreateMqttClient();
                    await mqtt.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("mqtt.contoso.com", 1883).Build());
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://crm.contoso.com/api *",
                "App/Program.cs GET https://crm.contoso.com/api/orders/{} *",
                "App/Program.cs GET https://erp.contoso.com/stock *",
            ],
            scan.Sites().Select(site => site.Replace("/orders/1 ", "/orders/{} ", StringComparison.Ordinal)));
        Assert.Equal(["mqtt://mqtt.contoso.com:1883"], scan.Map.Infrastructure.Select(one => one.Name).Distinct());
    }

    [Fact]
    public async Task QualifiedName_SaysWhoseTypeItIs()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Azure.AI.OpenAI;
            public class Uses(object credential)
            {
                public async Task Go()
                {
                    var llm = new OpenAI.OpenAIClient(credential, new OpenAI.OpenAIClientOptions { Endpoint = new Uri("https://llm.contoso.com/v1") });
                    await llm.GetChatClient("d").CompleteChatAsync("x");
                    var mail = new MailKit.Net.Smtp.SmtpClient();
                    await mail.ConnectAsync("mail.contoso.com", 587);
                    await new Stripe.ChargeService().CreateAsync(1);
                    await global::Twilio.Rest.Api.V2010.Account.MessageResource.CreateAsync(1);
                    await new Contoso.Billing.ChargeService().CreateAsync(1);
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://llm.contoso.com/v1 *",
                "App/Program.cs CompleteChatAsync https://llm.contoso.com/v1 *",
                "App/Program.cs ConnectAsync smtp://mail.contoso.com:587 *",
                "App/Program.cs CreateAsync https://api.stripe.com *",
                "App/Program.cs CreateAsync Twilio *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task RegistrationThatNamesNoType_GivesOutWhatItsLambdaMakes()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            web core
            === App/Program.cs
            using Azure.AI.OpenAI;
            using Microsoft.Extensions.DependencyInjection;
            using OpenAI.Chat;
            using OpenAI.Embeddings;
            public static class Program
            {
                public static void Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    var azure = new AzureOpenAIClient(new Uri("https://llm.openai.azure.com"), new object());
                    builder.Services.AddSingleton(sp => azure.GetChatClient("gpt-4o"));
                    builder.Services.AddSingleton(sp =>
                    {
                        return new EmbeddingClient("ada", new object(), new OpenAI.OpenAIClientOptions { Endpoint = new Uri("https://embed.contoso.com/v1") });
                    });
                }
            }
            public class Assistant(ChatClient chat, EmbeddingClient embeddings)
            {
                public async Task Ask()
                {
                    await chat.CompleteChatAsync("x");
                    await embeddings.GenerateEmbeddingAsync("x");
                }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://llm.openai.azure.com *",
                "App/Program.cs wiring https://embed.contoso.com/v1 *",
                "App/Program.cs CompleteChatAsync https://llm.openai.azure.com *",
                "App/Program.cs GenerateEmbeddingAsync https://embed.contoso.com/v1 *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task RegistrationThatNamesNoType_IsKnownByWhoMakesTheObject()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            web core
            === App/pay.proto
            syntax = "proto3";
            package pay.v1;
            service Payments { rpc Charge (Request) returns (Reply); }
            === App/Program.cs
            using Grpc.Net.Client;
            using Microsoft.AspNetCore.SignalR.Client;
            using Microsoft.Extensions.DependencyInjection;
            using Refit;
            using RestSharp;
            public static class Program
            {
                public static void Main(string[] args)
                {
                    var services = new ServiceCollection();
                    services.AddSingleton(_ => new RestClient("https://rest.contoso.com"));
                    services.AddSingleton(_ => new HubConnectionBuilder().WithUrl("https://hub.contoso.com/live").Build());
                    services.AddSingleton(GrpcChannel.ForAddress("https://pay.contoso.com"));
                    services.AddSingleton(_ => RestService.For<IOrders>("https://orders.contoso.com"));
                }
            }
            public interface IOrders { [Get("/orders")] Task<string> All(); }
            === App/Uses.cs
            using Grpc.Net.Client;
            using Microsoft.AspNetCore.SignalR.Client;
            using RestSharp;
            public class Uses(RestClient rest, HubConnection hub, GrpcChannel channel, IOrders orders)
            {
                public async Task Go()
                {
                    await rest.ExecuteAsync(new RestRequest("stock"));
                    await hub.InvokeAsync("Join");
                    await new Payments.PaymentsClient(channel).ChargeAsync(null);
                    await orders.All();
                }
            }
            """);

        Assert.Equal(
            [
                "App/Uses.cs GET https://rest.contoso.com/stock *",
                "App/Uses.cs InvokeAsync https://hub.contoso.com/live *",
                "App/Uses.cs Charge https://pay.contoso.com/pay.v1.Payments/Charge *",
                "App/Uses.cs GET https://orders.contoso.com/orders *",
            ],
            scan.Sites().Where(site => site.StartsWith("App/Uses.cs", StringComparison.Ordinal)));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task ClientThatATaskBrings_IsOfTheTasksType()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using SendGrid;
            public interface IClients { Task<ISendGridClient> CreateAsync(); }
            public class Uses(IClients clients)
            {
                private async Task<SendGridClient> Get() { await Task.Yield(); return new SendGridClient("key"); }
                private ValueTask<SendGridClient> Known() => new(new SendGridClient("key"));
                public async Task One() { var client = await Get(); await client.SendEmailAsync(null); }
                public async Task Two() => await (await Get().ConfigureAwait(false)).SendEmailAsync(null);
                public async Task Three() { var client = await clients.CreateAsync(); await client.SendEmailAsync(null); }
                public async Task Four() { var task = Known(); var client = await task; await client.SendEmailAsync(null); }
                static void Main() { }
            }
            """);

        Assert.Equal(4, scan.Sites().Count(site => site == "App/Program.cs SendEmailAsync https://api.sendgrid.com *"));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task OwnClassBehindAMissingInterface_IsNoClient()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.DependencyInjection;
            using RestSharp;
            using SendGrid;
            public class Recorder : ISendGridClient { public Task<Response> SendEmailAsync(object message) => null!; }
            public class Rest : IRestClient { public Task<RestResponse> ExecuteAsync(RestRequest request) => null!; }
            public class Folder : SmtpClient { public override Task<string> SendAsync(object message) => Task.FromResult(""); }
            public class Uses(ISendGridClient injected)
            {
                private readonly ISendGridClient _mail = new Recorder();
                private readonly IRestClient _rest = new Rest();
                private readonly ISmtpClient _smtp = new Folder();
                public async Task Go()
                {
                    await injected.SendEmailAsync(null);
                    await _mail.SendEmailAsync(null);
                    await _rest.ExecuteAsync(new RestRequest("x"));
                    await _smtp.SendAsync(null);
                }
                static void Main() => new ServiceCollection().AddSingleton<ISendGridClient, Recorder>();
            }
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task WhatACallBrings_IsNoClient()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using SendGrid;
            public class Uses(ISendGridClient mail)
            {
                public async Task Go()
                {
                    var response = await mail.SendEmailAsync("x");
                    await response.Body.ReadAsStringAsync();
                }
                static void Main() { }
            }
            """);

        Assert.Equal(["App/Program.cs SendEmailAsync https://api.sendgrid.com *"], scan.Sites());
    }

    [Fact]
    public async Task Request_SaysVerbAndAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using RestSharp;
            public class Ledger
            {
                readonly RestClient _client = new RestClient(new RestClientOptions("https://ledger.contoso.com/v2"));
                public async Task Go(int id)
                {
                    await _client.ExecuteAsync(new RestRequest(new Uri("https://other.contoso.com/hook"), Method.Post));
                    await _client.ExecuteAsync(new RestRequest("invoices/{id}", Method.Delete).AddUrlSegment("id", id));
                    var request = new RestRequest($"invoices/{id}") { Method = Method.Put };
                    request.AddBody("x");
                    await _client.ExecuteAsync<string>(request);
                    await _client.PatchAsync(request);
                    await _client.GetJsonAsync<string>("invoices");
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://ledger.contoso.com/v2 *",
                "App/Program.cs POST https://other.contoso.com/hook *",
                "App/Program.cs DELETE https://ledger.contoso.com/v2/invoices/{} *",
                "App/Program.cs PUT https://ledger.contoso.com/v2/invoices/{} *",
                "App/Program.cs PATCH https://ledger.contoso.com/v2/invoices/{} *",
                "App/Program.cs GET https://ledger.contoso.com/v2/invoices *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task Sidecar_IsToldSystemVerbAndPath()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Dapr.Client;
            public class Uses(DaprClient dapr)
            {
                public async Task Go()
                {
                    await dapr.InvokeMethodAsync<string, string>(HttpMethod.Put, "inventory", "stock/1", "x");
                    await dapr.InvokeMethodAsync<string>("inventory", "stock");
                }
                static void Main() { }
            }
            """);

        Assert.Equal(["inventory"], scan.Map.Connections.Select(connection => connection.To));
        Assert.Equal(["PUT /stock/1", "POST /stock"], scan.Map.Connections.Single().Sites.Select(site => site.Verb + " " + site.Endpoint));
    }

    [Fact]
    public async Task RefitRegistration_IsToldOnce()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Refit;
            public interface IOrders { [Get("/orders")] Task<string> List(); }
            public static class Registrations
            {
                public static void Add(IServiceCollection services) =>
                    services.AddRefitClient<IOrders>(new RefitSettings()).ConfigureHttpClient(http => http.BaseAddress = new Uri("https://orders.contoso.com/v1"));
                static void Main() { }
            }
            """);

        Assert.Equal(["App/Program.cs wiring https://orders.contoso.com/v1 *"], scan.Sites());
    }

    [Fact]
    public async Task ClientThatAPropertyHolds_GoesWhereItsOwnerGoes()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Octokit;
            using MailKit.Net.Imap;
            public class Uses
            {
                public async Task Go()
                {
                    var hub = new GitHubClient(new ProductHeaderValue("x"), new Uri("https://github.contoso.com"));
                    await hub.User.Current();
                    var mail = new ImapClient();
                    mail.Connect("imap.contoso.com", 993, true);
                    await mail.Inbox.OpenAsync(1);
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://github.contoso.com *",
                "App/Program.cs Current https://github.contoso.com *",
                "App/Program.cs Connect imap://imap.contoso.com:993 *",
                "App/Program.cs OpenAsync imap://imap.contoso.com:993 *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task ArgumentOfAnotherKind_IsNotTakenByItsPosition()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using FluentFTP;
            using Renci.SshNet;
            using RestSharp;
            public class Uses(HttpClient http)
            {
                public async Task Go()
                {
                    var ftp = new AsyncFtpClient("ftp.contoso.com", "user", "password");
                    var ssh = new SshClient(new ConnectionInfo("ssh.contoso.com", "user", new PasswordAuthenticationMethod("user", "password")));
                    ssh.RunCommand("ls");
                    var client = new RestClient(http, new RestClientOptions("https://erp.contoso.com"));
                    await client.GetAsync(new RestRequest("orders"));
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring ftp://ftp.contoso.com *",
                "App/Program.cs wiring ssh://ssh.contoso.com *",
                "App/Program.cs RunCommand ssh://ssh.contoso.com *",
                "App/Program.cs wiring https://erp.contoso.com *",
                "App/Program.cs GET https://erp.contoso.com/orders *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task ConnectionString_IsReadWhereTheTextIsBuiltByAMissingType()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Microsoft.Data.SqlClient;
            using Microsoft.EntityFrameworkCore;
            public class Uses : DbContext
            {
                protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.UseSqlServer("Data Source=context-sql;Initial Catalog=orders");
                public void Go(DbServices services)
                {
                    var built = new SqlConnectionStringBuilder { DataSource = "built-sql", InitialCatalog = "orders" };
                    using var first = new SqlConnection(built.ConnectionString);
                    services.AddDbContextPool<Uses>(o => o.UseNpgsql("Host=pool-pg;Database=crm"));
                }
                static void Main() { }
            }
            public class DbServices { }
            """);

        Assert.Equal(["sql://built-sql/orders", "sql://context-sql/orders", "sql://pool-pg/crm"], scan.Map.Infrastructure.SelectMany(one => one.Sites).Select(site => site.Endpoint).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GeneratedWebServiceClient_GoesWhereItsBaseClassIsTold()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using System.ServiceModel;
            using Grpc.Core;
            [ServiceContract] public interface IBank { [OperationContract] Task<int> GetBalanceAsync(string name); }
            public partial class BankClient : System.ServiceModel.ClientBase<IBank>, IBank
            {
                public BankClient() : base(new BasicHttpBinding(), new EndpointAddress("http://bank.contoso.com/Bank.svc")) { }
                public BankClient(Binding binding, EndpointAddress remoteAddress) : base(binding, remoteAddress) { }
                public Task<int> GetBalanceAsync(string name) => base.Channel.GetBalanceAsync(name);
                public Task<int> GetAgainAsync(string name) => Channel.GetBalanceAsync(name);
            }
            public class Uses
            {
                public async Task Go()
                {
                    await new BankClient().GetBalanceAsync("x");
                    await new BankClient(new BasicHttpsBinding(), new EndpointAddress("https://other.contoso.com/Bank.svc")).GetBalanceAsync("x");
                    var moved = new BankClient();
                    moved.Endpoint.Address = new EndpointAddress("http://moved.contoso.com/Bank.svc");
                    await moved.GetBalanceAsync("x");
                    var factory = new ChannelFactory<IBank>(new BasicHttpBinding(), new EndpointAddress("http://tax.contoso.com/Tax.svc"));
                    var channel = factory.CreateChannel();
                    await channel.GetBalanceAsync("y");
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring http://bank.contoso.com/Bank.svc *",
                "App/Program.cs GetBalanceAsync http://bank.contoso.com/Bank.svc *",
                "App/Program.cs wiring https://other.contoso.com/Bank.svc *",
                "App/Program.cs GetBalanceAsync https://other.contoso.com/Bank.svc *",
                "App/Program.cs wiring http://moved.contoso.com/Bank.svc *",
                "App/Program.cs GetBalanceAsync http://moved.contoso.com/Bank.svc *",
                "App/Program.cs wiring http://tax.contoso.com/Tax.svc *",
                "App/Program.cs GetBalanceAsync http://tax.contoso.com/Tax.svc *",
            ],
            scan.Sites());
        Assert.All(scan.Map.Connections, connection => Assert.Equal("soap", connection.Protocol));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task InjectedClient_IsTheOneThatIsRegistered_AndARequestSaysWhere()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using GraphQL.Client.Http;
            using GraphQL.Client.Abstractions;
            using Duende.IdentityModel.Client;
            public class Uses(IGraphQLClient client)
            {
                public async Task Go()
                {
                    await client.SendQueryAsync<string>("{a}");
                    await new HttpClient().RequestPasswordTokenAsync(new PasswordTokenRequest { Address = "https://idp.contoso.com/connect/token" });
                }
                public static void Add(IServiceCollection services)
                {
                    services.AddSingleton<IGraphQLClient>(_ => new GraphQLHttpClient("https://gql.contoso.com/graphql", null));
                    services.AddGrpcClient<Contoso.Basket.BasketClient>((provider, o) => o.Address = new Uri(provider.GetRequiredService<IConfiguration>()["Services:Basket"]));
                }
                static void Main() { }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs POST https://gql.contoso.com/graphql *",
                "App/Program.cs POST https://idp.contoso.com/connect/token *",
                "App/Program.cs wiring https://gql.contoso.com/graphql *",
                "App/Program.cs wiring config:Services:Basket *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task BuildersOfACall_AreNoCalls()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Simple.OData.Client;
            public class Uses
            {
                public async Task Go()
                {
                    var client = new ODataClient("https://odata.contoso.com/svc/");
                    await client.For<string>("Products").Filter(x => true).FindEntriesAsync();
                    await client.For<string>().Key(1).DeleteEntryAsync();
                }
                static void Main() { }
            }
            """);

        Assert.Equal(["wiring", "GET", "DELETE"], scan.Sites().Select(site => site.Split(' ')[1]));
    }

    [Fact]
    public async Task ClientThatIsThere_WithAnArgumentThatIsNot_IsCalledAllTheSame()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using System.Net;
            using System.Net.Sockets;
            var missing = new Missing();
            new WebClient().UploadString("https://erp.contoso.com/orders", missing.Body);
            new TcpClient("crm.contoso.com", missing.Port).Close();
            WebRequest.Create("https://hr.contoso.com", missing.Kind);
            new WebClient().Equals(missing.Other);
            """);

        Assert.Equal(["App/Program.cs POST https://erp.contoso.com/orders *", "App/Program.cs wiring tcp://crm.contoso.com:{} *"], scan.Sites());
    }
}
