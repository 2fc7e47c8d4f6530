using PointToPoint.Testing;

using Refit;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Methods of SDKs and of interfaces that a library implements, passed on by their name: they are told where they are named, since the client says where they go.</summary>
public sealed class MethodGroupTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().IgnoringRules(RuleIds.DirectWiring)
        .WithReferences(CatalogPackages.Referencing("Octokit").With(typeof(RestService).Assembly).With(typeof(Refit.HttpClientFactoryExtensions).Assembly));

    [Fact]
    public Task MethodOfAnSdk_IsToldWhereItIsNamed() => _test.WithDefaultRule(RuleIds.DirectSdkCall).WithProperty("to", "GitHub").WithProperty("verb", "Get").Reports("""
        using System.Linq;
        using Octokit;
        class C(IGitHubClient client)
        {
            async Task Kept()
            {
                Func<string, string, Task<Repository>> find = client.Repository.[|Get|];
                await find("contoso", "erp");
            }

            Task Each(string[] names) => Task.WhenAll(names.Select(client.User.[|Get|]));
        }
        """);

    [Fact]
    public Task MethodOfAnInterface_IsToldWhereItIsNamed() => _test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("verb", "GET").Reports("""
        using System.Linq;
        using Microsoft.Extensions.DependencyInjection;
        using Refit;
        public interface IErpApi
        {
            [Get("/orders/{id}")] Task<string> Find(string id);
            [Get("/orders")] Task<string> All();
        }
        class C(IErpApi api)
        {
            Task Each(string[] ids) => Task.WhenAll(ids.Select(api.{|#0:Find|}));
            Task<string> Again() => Retry(api.{|#1:All|});
            static async Task<T> Retry<T>(Func<Task<T>> call) => await call();
        }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>().ConfigureHttpClient(http => http.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders/{}"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/orders"));

    [Fact]
    public Task NameThatCallsNobody_IsQuiet() => _test.IsQuiet("""
        using System.Linq.Expressions;
        using Octokit;
        using Refit;
        public interface IErpApi { [Get("/orders")] Task<string> All(); }
        class C(IGitHubClient client)
        {
            string Name => nameof(client.Repository.Get) + nameof(IErpApi.All);
            void Expect(Action<Expression<Func<IGitHubClient, Func<string, Task<User>>>>> setup) => setup(github => github.User.Get);
        }
        """);
}
