using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>A host of the infrastructure is the caller's own means, whether an SDK calls it or <c>HttpClient</c>.</summary>
public sealed class InfrastructureHostTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    [Fact]
    public Task StorageSecretsAndQueues_AreQuiet() => _test.IsQuiet("""
        class C
        {
            async Task M(HttpClient http, string region)
            {
                await http.GetAsync("https://acme.blob.core.windows.net/container/x.json");
                await http.GetAsync("https://acme.vault.azure.net/secrets/x?api-version=7.4");
                await http.GetAsync("https://acme.queue.core.windows.net/orders/messages");
                await http.GetAsync("https://acme.s3.eu-west-1.amazonaws.com/key");
                await http.GetAsync("https://s3.eu-west-1.amazonaws.com/bucket/key");
                await http.GetAsync($"https://s3.{region}.amazonaws.com/bucket/key");
                await http.GetAsync("https://acme.s3.amazonaws.com/key");
                await http.GetAsync("https://storage.googleapis.com/bucket/object");
            }
        }
        """);

    [Fact]
    public Task OtherHostsOfTheSameClouds_AreSystems() => _test.Reports("""
        class C
        {
            async Task M(HttpClient http)
            {
                await http.[|GetAsync|]("https://abc.execute-api.eu-west-1.amazonaws.com/prod/orders");
                await http.[|GetAsync|]("https://acme.azurewebsites.net/orders");
                await http.[|GetAsync|]("https://s3.evil.example/key");
                await http.[|GetAsync|]("https://people.googleapis.com/v1/people");
            }
        }
        """);

    [Fact]
    public Task HostOfAnotherSystem_IsThatSystems() => _test
        .WithManifest("""{ "systems": { "ERP": { "endpoints": ["https://erp.blob.core.windows.net"] } } }""")
        .WithProperty("to", "ERP")
        .Reports("""
            class C
            {
                async Task M(HttpClient http)
                {
                    await http.[|GetAsync|]("https://erp.blob.core.windows.net/export/x.json");
                    await http.GetAsync("https://own.blob.core.windows.net/export/x.json");
                }
            }
            """);
}
