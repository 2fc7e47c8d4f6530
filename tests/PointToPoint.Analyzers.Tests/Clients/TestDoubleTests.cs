using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Test doubles in projects that no test framework gives away: what is called on them stays in the process, whatever client they stand for.</summary>
public sealed class TestDoubleTests
{
    // As much of the libraries as is used; namespaces and names are theirs.
    private const string Libraries = """
        -- Libraries.cs
        namespace Moq
        {
            public class Mock<T> where T : class { public virtual T Object => null!; }
            public static class Mock { public static T Of<T>() where T : class => null!; }
        }

        namespace NSubstitute
        {
            public static class Substitute { public static T For<T>(params object[] arguments) where T : class => null!; }
            public static class SubstituteExtensions
            {
                public static object Returns<T>(this T value, T returned) => null!;
                public static object Returns<T>(this Task<T> value, T returned) => null!;
                public static T Received<T>(this T substitute) where T : class => substitute;
            }
        }

        namespace FakeItEasy
        {
            public static class A { public static T Fake<T>() where T : class => null!; }
        }

        """;

    private static readonly AnalyzerTest _plain = CouplingTest.New();

    [Fact]
    public Task DoublesOfVendorsClients_AreQuiet() => _plain.WithReferences(CatalogPackages.Referencing("Octokit", "SendGrid", "Stripe.net")).IsQuiet(Libraries + """
        -- Test0.cs
        using FakeItEasy;
        using Moq;
        using NSubstitute;
        using Octokit;
        using SendGrid;
        using SendGrid.Helpers.Mail;
        class C
        {
            private readonly IGitHubClient _field = new Mock<IGitHubClient>().Object;
            async Task Moqs()
            {
                await new Mock<IGitHubClient>().Object.Repository.Get("a", "b");
                var mock = new Mock<IGitHubClient>();
                var client = mock.Object;
                await client.Issue.Get("a", "b", 1);
                await Mock.Of<IGitHubClient>().Issue.Get("a", "b", 1);
                await _field.Issue.Get("a", "b", 1);
                await Made<IGitHubClient>().Issue.Get("a", "b", 1);
            }

            static T Made<T>() where T : class => new Mock<T>().Object;

            async Task Fakes()
            {
                var fake = A.Fake<IGitHubClient>();
                await fake.Issue.Get("a", "b", 2);
            }

            async Task Substitutes()
            {
                var mails = Substitute.For<ISendGridClient>();
                mails.SendEmailAsync(new SendGridMessage()).Returns((Response)null!);
                await mails.Received().SendEmailAsync(new SendGridMessage());
                Substitute.For<Stripe.CustomerService>().GetAsync("x").Returns(new Stripe.Customer());
                await Substitute.For<IGitHubClient>().Received().Repository.Get("a", "b");
            }
        }
        """);

    [Fact]
    public Task DoublesOfModelClients_AreQuiet() => _plain.WithReferences(CatalogPackages.Referencing("Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI")).IsQuiet(Libraries + """
        -- Test0.cs
        using Microsoft.Extensions.AI;
        using NSubstitute;
        class C { async Task M() => await Substitute.For<IChatClient>().GetResponseAsync("hello"); }
        """);

    [Fact]
    public Task DoublesOfHttpClients_AreQuiet() => _plain.WithReferences(ReferenceSet.AspNetCore.With(typeof(RestSharp.RestClient).Assembly)).IsQuiet(Libraries + """
        -- Test0.cs
        using Moq;
        using NSubstitute;
        using RestSharp;
        class C
        {
            async Task Rest() => await Substitute.For<IRestClient>().ExecuteAsync(new RestRequest("orders"), default);
            async Task Invoker() => await Substitute.For<HttpMessageInvoker>().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/orders"), default);
            async Task Handler()
            {
                var handler = Substitute.For<HttpMessageHandler>();
                var http = new HttpClient(handler);
                await http.GetAsync("/orders");
                await new HttpClient(new Mock<HttpMessageHandler>().Object).GetAsync("/orders");
            }
        }
        """);

    [Fact]
    public Task ClientThatIsADoubleInDevelopmentOnly_CallsTheVendor() => _plain.WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(CatalogPackages.Referencing("Octokit")).WithProperty("to", "GitHub").Reports(Libraries + """
        -- Test0.cs
        using Microsoft.Extensions.DependencyInjection;
        using Moq;
        using Octokit;
        static class Registrations
        {
            public static void Add(IServiceCollection services, bool isDevelopment)
            {
                if (isDevelopment)
                {
                    services.AddSingleton<IGitHubClient>(_ => new Mock<IGitHubClient>().Object);
                }
                else
                {
                    services.AddSingleton<IGitHubClient>(_ => new {|P2P1003:GitHubClient|}(new ProductHeaderValue("crm")));
                }
            }
        }
        class C(IGitHubClient client) { async Task M() => await client.Issue.[|Get|]("a", "b", 1); }
        """);

    [Theory]
    [InlineData("new HttpClient(new Mock<HttpMessageHandler>().Object) { BaseAddress = new Uri(\"https://erp.contoso.com\") }")]
    [InlineData("new HttpClient(Substitute.For<HttpMessageHandler>()) { BaseAddress = new Uri(\"https://erp.contoso.com\") }")]
    [InlineData("new HttpClient(new FakeHandler()) { BaseAddress = new Uri(\"https://erp.contoso.com\") }")]
    [InlineData("new HttpClient(new LambdaHandler(_ => new HttpResponseMessage())) { BaseAddress = new Uri(\"https://erp.contoso.com\") }")]
    [InlineData("new HttpClient(new LogHandler { InnerHandler = new FakeHandler() }) { BaseAddress = new Uri(\"https://erp.contoso.com\") }")]
    public Task BaseAddressOfAClientOverADouble_IsNoWiring(string client) => _plain.IsQuiet(Libraries + $$"""
        -- Handlers.cs
        class FakeHandler : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
            {
                var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
                await Task.Yield();
                return Answer(body);
            }

            private HttpResponseMessage Answer(string body) => new HttpResponseMessage { Content = new StringContent(body) };
        }
        class LambdaHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => Task.FromResult(answer(request));
        }
        class LogHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => base.SendAsync(request, cancellation);
        }

        -- Test0.cs
        using Moq;
        using NSubstitute;
        class C
        {
            private readonly HttpClient _field = {{client}};
            async Task M()
            {
                using var http = {{client}};
                http.BaseAddress = new Uri("https://crm.contoso.com");
                await http.GetAsync("/orders");
                await _field.GetAsync("/orders");
            }
        }
        """);

    [Theory]
    [InlineData("DelegatingHandler", "base.SendAsync(request, cancellation)", "new() { InnerHandler = new HttpClientHandler() }")]
    [InlineData("HttpClientHandler", "base.SendAsync(request, cancellation)", "new()")]
    public Task HandlerThatSendsOn_IsNoDouble(string parent, string sent, string made) => _plain.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "erp.contoso.com").Reports($$"""
        class Log : {{parent}}
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => {{sent}};
        }
        class C
        {
            async Task M()
            {
                Log log = {{made}};
                var http = new HttpClient(log) { {|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com") };
                await http.[|GetAsync|]("/orders");
            }
        }
        """);
}
