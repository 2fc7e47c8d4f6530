using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Packages that somebody publishes for an API of theirs: their name says that they are its client.</summary>
public sealed class PackageClientTests : IDisposable
{
    private const string Client = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        namespace Contoso.Client;
        public class Order { public int Id { get; set; } public Task<int> Later { get; set; } }
        public interface IOrdersClient { Task<Order> GetOrder(int id); Task<Order> SaveAsync(Order order); IAsyncEnumerable<Order> List(); string Describe(Order order); }
        public class OrdersClient : IOrdersClient
        {
            public Task<Order> GetOrder(int id) => null;
            public Task<Order> SaveAsync(Order order) => null;
            public IAsyncEnumerable<Order> List() => null;
            public string Describe(Order order) => "";
        }
        public class OrdersOptions { public string Url { get; set; } }
        public class OrderBuilder { public Task<Order> BuildAsync() => null; }
        public class FakeOrdersClient : OrdersClient { public Task<Order> Reset() => null; }
        public abstract class Worker { public Task StartAsync() => null; }
        public static class Streams { public static Task<int> ReadAllAsync(this System.IO.Stream stream) => null; }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p2p-packages-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Contoso.Orders.Api.Client", "Orders")]
    [InlineData("Contoso.OrdersApi.Client", "Orders")]
    [InlineData("Contoso.OrdersApiClient", "Orders")]
    [InlineData("Contoso.Orders.ApiClients", "Orders")]
    [InlineData("Contoso.OrdersV2.Api.Clients", "OrdersV2")]
    public Task PackageOfAnApisClient_IsThatApi(string package, string system) => Test(package, "lib/net10.0").WithProperty("to", system).WithProperty("provenance", "package " + package).Reports($$"""
        using {{package}};
        class C(IOrdersClient orders, OrdersClient made)
        {
            async Task M()
            {
                var order = await orders.[|GetOrder|](1);
                await made.[|SaveAsync|](order);
                await foreach (var one in orders.[|List|]()) { }
            }
        }
        """);

    [Theory]
    [InlineData("Contoso.Orders.Api.Client", "bin/Release/net10.0")]
    [InlineData("Contoso.Orders.Api.Client", "obj/Debug/net10.0/ref")]
    [InlineData("Contoso.Orders.Client", "lib/net10.0")]
    [InlineData("Contoso.ApiClient", "ref/net10.0")]
    [InlineData("Contoso.Orders.Api.Contracts", "lib/net10.0")]
    [InlineData("Microsoft.Orders.Api.Client", "lib/net10.0")]
    public Task OtherAssembly_IsQuiet(string package, string folder) => Test(package, folder).IsQuiet($$"""
        using {{package}};
        class C(IOrdersClient orders) { Task M() => orders.GetOrder(1); }
        """);

    [Fact]
    public Task WhatIsNoCall_IsQuiet() => Test("Contoso.Orders.Api.Client", "lib/net10.0").IsQuiet("""
        using Contoso.Orders.Api.Client;
        class C(IOrdersClient orders)
        {
            string A() => orders.Describe(new Order { Id = 1 }) + nameof(IOrdersClient.GetOrder) + typeof(OrdersClient) + new OrdersOptions { Url = "https://orders.contoso.com" }.Url;
        }
        class Beside(OrderBuilder builder, FakeOrdersClient fake, Stream stream)
        {
            async Task M() { await builder.BuildAsync(); await fake.Reset(); await new Own().StartAsync(); await stream.ReadAllAsync(); }
        }
        class Own : Worker;
        class Fake : IOrdersClient
        {
            public Task<Order> GetOrder(int id) => Task.FromResult(new Order());
            public Task<Order> SaveAsync(Order order) => GetOrder(1);
            public IAsyncEnumerable<Order> List() => throw new NotSupportedException();
            public string Describe(Order order) => "";
        }
        """);

    [Fact]
    public Task PackageThatTheManifestNames_IsThatSystem() => Test("Contoso.Orders.Api.Client", "lib/net10.0").WithProperty("to", "ERP").Reports("""
        -- p2p.json
        { "systems": { "ERP": { "sdks": ["N:Contoso.Orders.Api.Client"] } } }
        -- C.cs
        using Contoso.Orders.Api.Client;
        class C(IOrdersClient orders) { Task M() => orders.[|GetOrder|](1); }
        """);

    private AnalyzerTest Test(string package, string folder)
    {
        var path = Path.Combine(_folder.CreateSubdirectory(folder).FullName, package + ".dll");
        var compilation = CSharpCompilation.Create(
            package, [CSharpSyntaxTree.ParseText(Client.Replace("namespace Contoso.Client", "namespace " + package, StringComparison.Ordinal))], ReferenceSet.Net10.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(ReferenceSet.AspNetCore.With(path));
    }
}
