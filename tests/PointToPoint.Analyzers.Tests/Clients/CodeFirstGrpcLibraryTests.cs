using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>gRPC without generated code: an interface is the contract, and what made the object decides whether a call leaves the process.</summary>
public sealed class CodeFirstGrpcLibraryTests
{
    // What protobuf-net.Grpc declares.
    private const string CodeFirst = """
        -- CodeFirst.cs
        namespace ProtoBuf.Grpc.Configuration
        {
            [AttributeUsage(AttributeTargets.Interface)] public sealed class ServiceAttribute : Attribute { }
        }

        namespace ProtoBuf.Grpc.Client
        {
            public static class GrpcClientFactory { public static T CreateGrpcService<T>(this global::Grpc.Core.ChannelBase channel) where T : class => null!; }
        }

        namespace ProtoBuf.Grpc.ClientFactory
        {
            public static class ServicesExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddCodeFirstGrpcClient<T>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, Action<global::Grpc.Net.ClientFactory.GrpcClientFactoryOptions> configureClient) where T : class => null!;
            }
        }

        -- IErp.cs
        [ProtoBuf.Grpc.Configuration.Service]
        public interface IErp { Task<int> Total(int order); }

        -- Test0.cs

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(ReferenceSet.AspNetCore
        .With(typeof(ChannelBase).Assembly).With(typeof(GrpcChannel).Assembly).With(typeof(GrpcClientFactory).Assembly));

    [Fact]
    public Task ServiceOfAChannel_GoesToTheChannelsAddress() => _test.IgnoringRules(RuleIds.DirectWiring).WithProperty("protocol", "grpc").WithProperty("verb", "Total").WithProperty("endpoint", "https://erp.contoso.com").Reports(CodeFirst + """
        using Grpc.Net.Client;
        using ProtoBuf.Grpc.Client;
        class C
        {
            async Task M()
            {
                using var channel = GrpcChannel.ForAddress("https://erp.contoso.com");
                var erp = channel.CreateGrpcService<IErp>();
                var total = await erp.[|Total|](1);
            }
        }
        """);

    [Fact]
    public Task RegisteredService_GoesToTheRegisteredAddress() => _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["erp-api"] } } }""").WithProperty("to", "ERP").Reports(CodeFirst + """
        using Microsoft.Extensions.DependencyInjection;
        using ProtoBuf.Grpc.ClientFactory;
        class C(IErp erp)
        {
            static void Register(IServiceCollection services) => services.{|P2P1003:AddCodeFirstGrpcClient|}<IErp>(o => o.Address = new Uri("http://erp-api"));
            Task<int> M() => erp.[|Total|](1);
        }
        """);

    [Fact]
    public Task OwnService_IsQuiet() => _test.IsQuiet(CodeFirst + """
        class Erp : IErp { public Task<int> Total(int order) => Task.FromResult(order); }
        class C(IErp injected)
        {
            async Task M()
            {
                IErp erp = new Erp();
                await erp.Total(1);
                await injected.Total(1);
            }
        }
        """);

    [Fact]
    public Task WebServiceInTheSameProject_IsNoneOfGrpcs() => _test.WithReferences(_test.ReferenceAssemblies.With(typeof(System.ServiceModel.ChannelFactory).Assembly).With(typeof(System.ServiceModel.BasicHttpBinding).Assembly)).Reports(CodeFirst + """
        using System.ServiceModel;
        [ServiceContract] public interface ICrm { [OperationContract] Task<int> Total(int order); }
        class C
        {
            async Task M()
            {
                var factory = new {|P2P1003:ChannelFactory|}<ICrm>(new BasicHttpBinding(), new EndpointAddress("http://crm.contoso.com/Crm.svc"));
                await factory.CreateChannel().{|#0:Total|}(1);
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("protocol", "soap").WithProperty("endpoint", "http://crm.contoso.com/Crm.svc"));
}
