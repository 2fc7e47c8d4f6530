using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Remote procedure calls: the client's address counts, wherever it was bound.</summary>
public sealed class RpcLibraryTests
{
    // What the Grpc packages and their generator declare.
    private const string Grpc = """
        -- Grpc.cs
        namespace Grpc.Core
        {
            public abstract class ChannelBase { }
            public abstract class ClientBase { protected ClientBase(ChannelBase channel) { } }
            public abstract class ClientBase<T> : ClientBase { protected ClientBase(ChannelBase channel) : base(channel) { } }
            public sealed class AsyncUnaryCall<T> { public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default; }
        }

        namespace Grpc.Net.Client
        {
            public sealed class GrpcChannel : Grpc.Core.ChannelBase
            {
                public static GrpcChannel ForAddress(string address) => null!;
                public static GrpcChannel ForAddress(Uri address) => null!;
            }
        }

        namespace Grpc.Net.ClientFactory
        {
            public class GrpcClientFactoryOptions { public Uri? Address { get; set; } }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class GrpcClientServiceExtensions
            {
                public static IHttpClientBuilder AddGrpcClient<T>(this IServiceCollection services, Action<Grpc.Net.ClientFactory.GrpcClientFactoryOptions> configureClient) => null!;
            }
        }

        namespace Contoso.Basket
        {
            public static partial class Basket
            {
                static readonly string __ServiceName = "BasketApi.Basket";
                public class BasketClient : Grpc.Core.ClientBase<BasketClient>
                {
                    public BasketClient(Grpc.Core.ChannelBase channel) : base(channel) { }
                    public virtual Grpc.Core.AsyncUnaryCall<string> GetBasketAsync(string request) => null!;
                    public virtual string GetBasket(string request) => null!;
                    public BasketClient WithHost(string host) => this;
                }
            }
        }

        -- Test0.cs

        """;

    private static readonly AnalyzerTest _test = AnalyzerTest.For<CouplingAnalyzer>().WithDefaultRule(RuleIds.DirectSdkCall);

    [Fact]
    public Task SmtpClient_ThatIsMadeOfAHost_IsWiredAndCalled() => _test.WithProperty("endpoint", "smtp://mail.contoso.com:25").WithProperty("protocol", "smtp").Reports("""
        using System.Net.Mail;
        class C
        {
            async Task M(MailMessage message)
            {
                var smtp = new {|P2P1003:SmtpClient|}("mail.contoso.com", 25);
                await smtp.[|SendMailAsync|](message);
            }
        }
        """);

    [Fact]
    public Task SmtpClient_WhoseHostIsSet_IsWiredThere() => _test.Reports("""
        using System.Net.Mail;
        class C
        {
            void M(MailMessage message)
            {
                using var smtp = new SmtpClient();
                smtp.{|P2P1003:Host|} = "mail.contoso.com";
                smtp.[|Send|](message);
            }
        }
        """);

    [Fact]
    public Task GrpcClient_OfAChannel_GoesToTheChannelsAddress() => _test.WithProperty("protocol", "grpc").Reports(Grpc + """
        using Contoso.Basket;
        using Grpc.Net.Client;
        class C
        {
            private readonly Basket.BasketClient _basket = new(GrpcChannel.{|P2P1003:ForAddress|}("https://basket.contoso.com"));
            async Task M()
            {
                await _basket.[|GetBasketAsync|]("1");
                _basket.[|GetBasket|]("1");
                _basket.WithHost("x");
            }
        }
        """);

    [Fact]
    public Task GrpcClient_ThatIsRegistered_GoesToTheRegisteredAddress() => _test.Reports(Grpc + """
        using Contoso.Basket;
        using Microsoft.Extensions.DependencyInjection;
        class C(Basket.BasketClient basket)
        {
            static void Register(IServiceCollection services) => services.{|P2P1003:AddGrpcClient|}<Basket.BasketClient>(o => o.Address = new Uri("http://basket-api"));
            async Task M() => await basket.[|GetBasketAsync|]("1");
        }
        """);

    [Fact]
    public Task GrpcClient_OfAnUnknownChannel_IsUnknown() => _test.Reports(Grpc + """
        using Contoso.Basket;
        public class C(Basket.BasketClient basket)
        {
            async Task M() => await basket.{|P2P1010:GetBasketAsync|}("1");
        }
        """);
}
