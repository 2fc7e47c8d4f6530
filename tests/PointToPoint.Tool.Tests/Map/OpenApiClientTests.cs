namespace PointToPoint.Tool.Tests.Map;

/// <summary>Clients that a build makes of OpenAPI documents: made by the scan itself, as their types and methods are in no file.</summary>
public sealed class OpenApiClientTests
{
    private const string Document = """
        {
          "openapi": "3.0.0", "info": { "title": "Orders", "version": "v1" },
          "paths": {
            "/v1/orders/{id}": { "get": {
              "operationId": "Orders_GetOrder", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } } } },
            "/v1/orders": { "post": {
              "operationId": "Orders_CreateOrder", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } }, "required": true },
              "responses": { "204": { "description": "" } } } },
            "/v1/customers": { "get": {
              "operationId": "Customers_GetCustomers", "parameters": [{ "name": "page", "in": "query", "schema": { "type": "integer", "nullable": true } }, { "name": "sortBy", "in": "query", "schema": { "type": "string" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } } } } }
          },
          "components": { "schemas": { "Order": { "type": "object", "properties": { "id": { "type": "string" } } } } }
        }
        """;

    [Theory]
    [InlineData("swagger.json||Contoso.Orders|{controller}Client|OrdersClient.cs|/UseBaseUrl:false /GenerateClientInterfaces:true /JsonLibrary:\"SystemTextJson\"")]
    [InlineData("swagger.json|NSwagCSharp|Contoso.Orders|{controller}Client||/UseBaseUrl:false /GenerateClientInterfaces:true /JsonLibrary:SystemTextJson")]
    public async Task TypedClients_ThatAreGeneratedInAnotherProject_AreCalls(string reference)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === Client/Client.csproj
            openapi {{reference}}
            === Client/swagger.json
            {{Document}}
            === Client/Registration.cs
            namespace Contoso.Orders;
            public static class Registration
            {
                public static IServiceCollection AddOrders(this IServiceCollection services, Action<IServiceProvider, HttpClient> configure)
                {
                    services.AddHttpClient(nameof(OrdersClient) + "A", configure).AddTypedClient<IOrdersClient>((http, sp) => new OrdersClient(http));
                    services.AddHttpClient(nameof(CustomersClient) + "A", configure).AddTypedClient<ICustomersClient>((http, sp) => new CustomersClient(http));
                    return services;
                }
            }
            === App/App.csproj
            exe
            ../Client/Client.csproj
            === App/Program.cs
            using Contoso.Orders;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddOrders((sp, http) => http.BaseAddress = new Uri("https://orders.contoso.com/api/"));
            class Uses(IOrdersClient orders, ICustomersClient customers)
            {
                public async Task Go()
                {
                    var order = await orders.GetOrderAsync(Console.ReadLine()!);
                    await orders.CreateOrderAsync(new Order { Id = order.Id });
                    await customers.GetCustomersAsync(page: 1, sortBy: null);
                }
            }
            """);

        Assert.Equal(
            [
                "App/Program.cs GET https://orders.contoso.com/api/v1/orders/{}",
                "App/Program.cs POST https://orders.contoso.com/api/v1/orders",
                "App/Program.cs GET https://orders.contoso.com/api/v1/customers",
            ],
            scan.Sites().Where(site => !site.Contains("wiring", StringComparison.Ordinal)).Select(site => site.TrimEnd('*', ' ')));
        Assert.Empty(scan.Map.Unresolved);
        Assert.DoesNotContain(scan.Map.Incomplete, project => project.Reason.Contains("compile", StringComparison.Ordinal) || project.Reason.Contains("generated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("core")]
    [InlineData("")]
    public async Task TypedClientsOfANamedClient_WhoseAddressIsSetElsewhere_AreCalls(string words)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === Client/Client.csproj
            openapi swagger.json||Contoso.Orders|{controller}Client|OrdersClient.cs|/UseBaseUrl:false /GenerateClientInterfaces:true /JsonLibrary:SystemTextJson
            === Client/swagger.json
            {{Document}}
            === Pages/Pages.csproj
            {{words}}
            ../Client/Client.csproj
            === Pages/Registration.cs
            using Contoso.Orders;
            using Microsoft.Extensions.DependencyInjection;
            public static class Registration
            {
                public static IServiceCollection AddPages(this IServiceCollection services)
                {
                    services.AddHttpClient("Site").AddTypedClient<IOrdersClient>((http, sp) => new OrdersClient(http));
                    return services;
                }
            }
            === Pages/Page.cs
            using Contoso.Orders;
            public class Page(IOrdersClient orders) { public async Task Load() { var order = await orders.GetOrderAsync(Console.ReadLine()!); } }
            === App/App.csproj
            exe
            ../Pages/Pages.csproj
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("Site", (sp, http) => { http.BaseAddress = new Uri("https://orders.contoso.com/api/"); });
            builder.Services.AddPages();
            """);

        Assert.Equal(["App/Program.cs wiring https://orders.contoso.com/api/", "Pages/Page.cs GET https://orders.contoso.com/api/v1/orders/{} *"], scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task WhatTheReferenceLeavesOpen_IsAsTheGeneratorHasIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            openapi My-orders.json|||||
            === App/My-orders.json
            { "swagger": "2.0", "info": { "title": "Orders", "version": "v1" }, "host": "orders.contoso.com", "schemes": ["https"], "basePath": "/api", "paths": { "/orders": { "get": { "operationId": "GetOrders", "responses": { "200": { "description": "" } } } } } }
            === App/Program.cs
            await new App.My_ordersClient(new HttpClient()).GetOrdersAsync();
            """);

        Assert.Equal(["App/Program.cs GET https://orders.contoso.com/api/orders"], scan.Sites());
    }

    [Fact]
    public async Task ClientThatIsThereAlready_IsNotMadeTwice()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            openapi swagger.json||Contoso.Orders|{controller}Client|Generated\OrdersClient.cs|
            === App/swagger.json
            {{Document}}
            === App/Generated/OrdersClient.cs
            namespace Contoso.Orders { public class OrdersClient(HttpClient http) { public Task GetOrderAsync(string id) => http.GetAsync("https://own.contoso.com/orders/" + id); } }
            === App/Program.cs
            await new Contoso.Orders.OrdersClient(new HttpClient()).GetOrderAsync("1");
            """);

        Assert.Equal(["App/Generated/OrdersClient.cs GET https://own.contoso.com/orders/{}"], scan.Sites());
    }

    [Theory]
    [InlineData("""{ "Order": { "oneOf": [{ "$ref": "#/components/schemas/Big" }], "discriminator": { "propertyName": "kind", "mapping": { "big": "#/components/schemas/Big" } } }, "Big": { "allOf": [{ "$ref": "#/components/schemas/Order" }], "type": "object", "properties": { "n": { "type": "string" } } } }""")]
    [InlineData("""{ "Order": { "oneOf": [{ "$ref": "#/components/schemas/Order" }, { "type": "string" }] } }""")]
    [InlineData("""{ "Order": { "allOf": [{ "$ref": "#/components/schemas/Order" }, { "type": "object" }] } }""")]
    [InlineData("""{ "Order": { "allOf": [{ "$ref": "#/components/schemas/B" }, {}] }, "B": { "allOf": [{ "$ref": "#/components/schemas/Order" }, {}] } }""")]
    [InlineData("""{ "Order": { "properties": { "next": { "nullable": true, "allOf": [{ "$ref": "#/components/schemas/Order" }] } } } }""")]
    public async Task SchemasThatAreMadeOfEachOther_AreNoHindrance(string schemas)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            openapi orders.json||Contoso.Orders|OrdersClient||/UseBaseUrl:false /JsonLibrary:SystemTextJson
            === App/orders.json
            { "openapi": "3.0.0", "info": { "title": "x", "version": "1" }, "paths": { "/orders": { "get": { "operationId": "GetOrder", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } } } } }, "components": { "schemas": {{schemas}} } }
            === App/Program.cs
            var order = await new Contoso.Orders.OrdersClient(new HttpClient { BaseAddress = new Uri("https://orders.contoso.com/") }).GetOrderAsync();
            """);

        Assert.Equal(["App/Program.cs GET https://orders.contoso.com/orders", "App/Program.cs wiring https://orders.contoso.com/"], scan.Sites().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TwoDocuments_HaveOneException()
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            openapi orders/Client.json|||{controller}Client|Orders/Client.cs|/JsonLibrary:SystemTextJson /UseBaseUrl:false
            openapi stock/Client.json|||StockClient|Stock/Client.cs|/JsonLibrary:SystemTextJson /UseBaseUrl:false
            === App/orders/Client.json
            {{Document}}
            === App/stock/Client.json
            { "openapi": "3.0.0", "info": { "title": "x", "version": "1" }, "paths": { "/items": { "get": { "operationId": "GetItems", "responses": { "204": { "description": "" } } } } } }
            === App/Program.cs
            var http = new HttpClient { BaseAddress = new Uri("https://stock.contoso.com/") };
            await new App.StockClient(http).GetItemsAsync();
            await new App.CustomersClient(http).GetCustomersAsync(null, null);
            """);

        Assert.Equal(["App/Program.cs GET https://stock.contoso.com/items", "App/Program.cs GET https://stock.contoso.com/v1/customers"], scan.Sites().Where(site => !site.Contains("wiring", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(scan.Map.Incomplete, project => project.Reason.Contains("compile", StringComparison.Ordinal) || project.Reason.Contains("generated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ this is no document", "could not be generated")]
    [InlineData("[]", "could not be generated")]
    [InlineData("""{ "openapi": "3.0.0", "info": { "title": "x", "version": "1" }, "paths": { "/x": { "get": { "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "http://127.0.0.1:9/other.json" } } } } } } } } }""", "it refers to another document, http://127.0.0.1:9/other.json")]
    [InlineData("""{ "openapi": "3.0.0", "info": { "title": "x", "version": "1" }, "paths": { "/x": { "get": { "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "../other.json" } } } } } } } } }""", "could not be generated")]
    public async Task DocumentThatCannotBeRead_IsTold(string document, string why)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            openapi swagger.json||Contoso.Orders|||
            === App/swagger.json
            {{document}}
            === App/Program.cs
            await new HttpClient().GetAsync("https://erp.contoso.com/orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders"], scan.Sites());
        Assert.Contains(why, Assert.Single(scan.Map.Incomplete).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swagger.json|NSwagTypeScript|Contoso.Orders|||")]
    [InlineData("gone.json||Contoso.Orders|||")]
    [InlineData("swagger.json")]
    public async Task OtherReferences_MakeNothing(string reference)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            openapi {{reference}}
            === App/swagger.json
            {{Document}}
            === App/Program.cs
            await new HttpClient().GetAsync("https://erp.contoso.com/orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders"], scan.Sites());
        Assert.DoesNotContain(scan.Map.Incomplete, project => project.Reason.Contains("compile", StringComparison.Ordinal) || project.Reason.Contains("generated", StringComparison.Ordinal));
    }
}
