namespace PointToPoint.Tool.Tests.Map;

/// <summary>What counts as a call where a library's package is missing: what is waited for, however code does that, and what a client does that has no other meaning.</summary>
public sealed class MissingOperationTests
{
    [Theory]
    [InlineData("var user = github.User.Get(\"a\"); await user;")]
    [InlineData("var user = github.User.Get(\"a\"); await Task.WhenAll(user, Task.CompletedTask);")]
    [InlineData("Task<User> user = github.User.Get(\"a\");")]
    [InlineData("await Task.WhenAll(github.User.Get(\"a\"));")]
    [InlineData("github.User.Get(\"a\").Wait();")]
    [InlineData("var user = github?.User.Get(\"a\"); await user;")]
    [InlineData("Task<User> Local() => github.User.Get(\"a\");")]
    public async Task WhatIsWaitedFor_IsACall(string code)
    {
        using var scan = await Of($$"""
            using Octokit;
            public class C(IGitHubClient github) { public async Task M() { {{code}} } }
            """);

        Assert.Equal(["App/C.cs Get https://api.github.com *"], scan.Sites());
    }

    [Theory]
    [InlineData("github.SetRequestTimeout(TimeSpan.Zero); var made = github.Connection;")]
    [InlineData("Func<object> f = () => github.GetLastApiInfo();")]
    [InlineData("var clone = github.GetLastApiInfo().Clone();")]
    public async Task WhatIsNotWaitedFor_IsNone(string code)
    {
        using var scan = await Of($$"""
            using Octokit;
            public class C(GitHubClient github) { public async Task M() { {{code}} await Task.Yield(); } }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task ServicesOwnOperations_AreCallsThatWait()
    {
        using var scan = await Of("""
            using Stripe;
            public class C(CustomerService customers)
            {
                public void M(CustomerCreateOptions options)
                {
                    var customer = customers.Create(options);
                    customers?.Delete(customer.Id);
                    options.AddExtraParam("a", "b");
                    customers.Describe();
                    var made = CustomerService.Create();
                }
            }
            """);

        Assert.Equal(["App/C.cs Create https://api.stripe.com *", "App/C.cs Delete https://api.stripe.com *"], scan.Sites());
    }

    [Fact]
    public async Task TypeOfTheUsersOwn_HasOnlyCalls()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "ERP": { "sdks": ["T:Contoso.Erp.ErpClient"] } } }
            === App/App.csproj
            exe
            === App/C.cs
            using Contoso.Erp;
            public class C(ErpClient erp)
            {
                public void M()
                {
                    erp.WithTimeout(3);
                    erp.CreateOrder(1);
                    erp.Dispose();
                }
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(["App/C.cs CreateOrder ERP"], scan.Sites().Select(site => site.Replace(" *", "")));
    }

    [Theory]
    [InlineData("new RestClient(\"https://erp.contoso.com/orders\")", "new RestRequest(Method.GET)", "https://erp.contoso.com/orders")]
    [InlineData("new RestClient(options => { options.BaseUrl = new Uri(\"https://erp.contoso.com\"); })", "new RestRequest(\"orders\", Method.GET)", "https://erp.contoso.com/orders")]
    [InlineData("new RestClient(options => options.BaseUrl = new Uri(\"https://erp.contoso.com\"))", "new RestRequest { Resource = \"orders\" }", "https://erp.contoso.com/orders")]
    public async Task RestSharp_GoesWhereItsClientIsMadeFor(string client, string request, string endpoint)
    {
        using var scan = await Of($$"""
            using RestSharp;
            public class C
            {
                private readonly IRestClient _client = {{client}};
                public Order M() => _client.Execute<Order>({{request}}).Data;
            }
            public class Order { }
            """);

        Assert.Contains($"App/C.cs GET {endpoint} *", scan.Sites());
        Assert.Single(scan.Sites(), site => site.StartsWith("App/C.cs wiring ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Method.Put", "PUT")]
    [InlineData("isNew ? Method.Post : Method.Put", "POST | PUT")]
    [InlineData("kept", "PATCH")]
    [InlineData("Map(isNew)", "DELETE")]
    [InlineData("Map(2)", "PUT")]
    [InlineData("isNew ? Method.Post : settings.Verb", "ExecuteAsync")]
    public async Task RestSharp_HasTheVerbThatItsRequestIsMadeWith(string verb, string expected)
    {
        using var scan = await Of($$"""
            using RestSharp;
            public class C(bool isNew, Settings settings)
            {
                private readonly RestClient _client = new("https://erp.contoso.com");
                private static Method Map(bool isNew) => Method.Delete;
                private static Method Map(int kind) { switch (kind) { case 1: return Method.Post; case 2: return Method.Put; default: return Method.Get; } }
                private RestRequest Make(string resource, Method method) => new RestRequest(resource, method).AddHeader("a", "b");
                private async Task<string> Send(string resource, Method method)
                {
                    var request = new RestRequest(resource, method);
                    return (await _client.ExecuteAsync(request)).Content;
                }
                public async Task M()
                {
                    var kept = Method.Patch;
                    await _client.ExecuteAsync(new RestRequest("orders", {{verb}}));
                    await Send("stock", {{verb}});
                    await _client.ExecuteAsync(Make("made", {{verb}}));
                }
            }
            """);

        Assert.Equal(["App/C.cs wiring https://erp.contoso.com *", $"App/C.cs {expected} https://erp.contoso.com/orders *", $"App/C.cs {expected} https://erp.contoso.com/stock *", $"App/C.cs {expected} https://erp.contoso.com/made *"], scan.Sites());
    }

    [Fact]
    public async Task DoublesOfAMissingLibrary_StayInTheProcess()
    {
        using var scan = await Of("""
            using Moq;
            using NSubstitute;
            public class C
            {
                private readonly HttpClient _field = new HttpClient(Substitute.For<HttpMessageHandler>()) { BaseAddress = new Uri("https://erp.contoso.com") };
                public async Task M()
                {
                    var handler = new Mock<HttpMessageHandler>();
                    var http = new HttpClient(handler.Object) { BaseAddress = new Uri("https://erp.contoso.com") };
                    await http.GetAsync("orders");
                    await http.GetAsync("https://crm.contoso.com/orders");
                    await _field.GetAsync("orders");
                }
            }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task NamespaceOfAVendor_IsWhosePJsonSays_InCallsAndWirings()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "Forge": { "sdks": ["N:Octokit"] } } }
            === App/App.csproj
            exe
            === App/C.cs
            using Octokit;
            public class C
            {
                private readonly GitHubClient _github = new GitHubClient(new ProductHeaderValue("crm"));
                public async Task M() => await _github.User.Get("a");
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(["Forge"], scan.Map.Connections.Select(connection => connection.To));
        Assert.Equal(2, scan.Sites().Count());
    }

    [Fact]
    public async Task ClientsOfAzuresFactory_GoWhereItIsTold()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "ERP": { "endpoints": ["erp.table.core.windows.net", "erp.vault.azure.net", "erp.servicebus.windows.net"] } } }
            === App/App.csproj
            exe
            === App/C.cs
            using Azure.Messaging.EventHubs.Producer;
            using Azure.Security.KeyVault.Secrets;
            using Microsoft.Extensions.Azure;
            public class C(SecretClient secrets, EventHubProducerClient events)
            {
                public async Task M() { await secrets.GetSecretAsync("x"); await events.SendAsync(null); }
                static void Add(IServiceCollection services) => services.AddAzureClients(clients =>
                {
                    clients.AddTableServiceClient(new Uri("https://erp.table.core.windows.net"));
                    clients.AddSecretClient(new Uri("https://erp.vault.azure.net"));
                    clients.AddEventHubProducerClientWithNamespace("erp.servicebus.windows.net", "orders");
                });
            }
            === App/Program.cs
            return;
            """);

        Assert.Equal(
            [
                "App/C.cs GetSecretAsync https://erp.vault.azure.net", "App/C.cs SendAsync sb://erp.servicebus.windows.net/orders",
                "App/C.cs wiring https://erp.table.core.windows.net", "App/C.cs wiring https://erp.vault.azure.net", "App/C.cs wiring sb://erp.servicebus.windows.net/orders",
            ],
            scan.Sites().Select(site => site.Replace(" *", "")));
    }

    private static Task<ScannedSolution> Of(string code) => ScannedSolution.OfAsync($"""
        === App/App.csproj
        exe core
        === App/C.cs
        {code}
        === App/Program.cs
        return;
        """);
}
