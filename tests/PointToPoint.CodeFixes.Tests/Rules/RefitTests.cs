using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>A call of an interface that Refit implements is changed where its client is wired, never at the call.</summary>
public sealed class RefitTests
{
    private const string Library = """
        using System;
        using System.Net.Http;
        using Microsoft.Extensions.DependencyInjection;
        namespace Refit
        {
            public abstract class HttpMethodAttribute : Attribute { protected HttpMethodAttribute(string path) => Path = path; public string Path { get; } }
            public class GetAttribute : HttpMethodAttribute { public GetAttribute(string path) : base(path) { } }
            public class RefitSettings { }
            public static class RestService
            {
                public static T For<T>(HttpClient client) => throw new NotSupportedException();
                public static T For<T>(string hostUrl) => throw new NotSupportedException();
            }

            public static class HttpClientFactoryExtensions
            {
                public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services) where T : class => throw new NotSupportedException();
            }
        }

        """;

    private const string Api = """
        using Microsoft.Extensions.DependencyInjection;
        using Refit;
        public interface IErpApi { [Get("/orders")] Task<string> Load(); }

        """;

    private static readonly AnalyzerTest _test = GatewayTest.Test.WithAdditionalFile("Refit.cs", Library);

    [Theory]
    [InlineData("RestService.For<IErpApi>(\"https://erp.contoso.com\")")]
    [InlineData("RestService.For<IErpApi>(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") })")]
    public Task Call_HasNoFix(string made) => _test.IgnoringRules("P2P1003").OffersNoFix(Api + $$"""
        public class Orders
        {
            private readonly IErpApi _api = {{made}};
            public Task<string> Load() => _api.[|Load|]();
        }
        """);

    [Fact]
    public Task CallOfARegisteredClient_HasNoFix() => _test.IgnoringRules("P2P1003").OffersNoFix(Api + """
        public class Orders(IErpApi api)
        {
            public Task<string> Load() => api.[|Load|]();
            static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task ClientThatIsMadeOfAnAddress_HasNoFix() => _test.WithDefaultRule("P2P1003").IgnoringRules("P2P1001").OffersNoFix(Api + """
        public class Orders
        {
            private readonly IErpApi _api = RestService.[|For|]<IErpApi>("https://erp.contoso.com");
            public Task<string> Load() => _api.Load();
        }
        """);
}
