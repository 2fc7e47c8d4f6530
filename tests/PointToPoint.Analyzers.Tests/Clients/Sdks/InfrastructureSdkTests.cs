using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>The caller's own means are quiet, until p2p.json says whose they are.</summary>
public sealed class InfrastructureSdkTests
{
    private static readonly AnalyzerTest _test = AnalyzerTest.For<CouplingAnalyzer>().WithReferences(CatalogPackages.Referencing("Azure.Core", "System.ClientModel", "System.Memory.Data", "Azure.Storage.Common", "Azure.Storage.Blobs"));

    [Fact]
    public Task Blobs_AreQuiet() => _test.IsQuiet("""
        using Azure.Storage.Blobs;
        class C
        {
            async Task M()
            {
                var blobs = new BlobServiceClient(new Uri("https://contoso.blob.core.windows.net"));
                await blobs.GetBlobContainerClient("invoices").GetBlobClient("1").UploadAsync("file");
            }
        }
        """);

    [Fact]
    public Task Telemetry_IsQuiet() => AnalyzerTest.For<CouplingAnalyzer>().WithReferences(CatalogPackages.Referencing("Microsoft.ApplicationInsights")).IsQuiet("""
        class C(Microsoft.ApplicationInsights.TelemetryClient telemetry)
        {
            async Task M() => await telemetry.FlushAsync(default);
        }
        """);
}
