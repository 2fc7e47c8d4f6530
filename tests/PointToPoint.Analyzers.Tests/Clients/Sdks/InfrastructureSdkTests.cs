using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>The caller's own means are quiet, until p2p.json says whose they are.</summary>
public sealed class InfrastructureSdkTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithReferences(CatalogPackages.Referencing("Azure.Core", "System.ClientModel", "System.Memory.Data", "Azure.Storage.Common", "Azure.Storage.Blobs"));

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
    public Task Telemetry_IsQuiet() => CouplingTest.New().WithReferences(CatalogPackages.Referencing("Microsoft.ApplicationInsights")).IsQuiet("""
        class C(Microsoft.ApplicationInsights.TelemetryClient telemetry)
        {
            async Task M() => await telemetry.FlushAsync(default);
        }
        """);

    [Fact]
    public Task BlobsOfAnAccountInAConnectionString_AreThatAccounts() => _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["erpacct.blob.core.windows.net"] } } }""")
        .WithDefaultRule(RuleIds.DirectSdkCall).WithProperty("to", "ERP").Reports("""
            using Azure.Storage.Blobs;
            class C
            {
                private const string Account = "DefaultEndpointsProtocol=https;AccountName=erpacct;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";
                async Task Service() { var client = new {|P2P1003:BlobServiceClient|}(Account); await client.[|GetPropertiesAsync|](); }
                async Task Container() { var client = new {|P2P1003:BlobContainerClient|}(Account, "exports"); await client.[|CreateIfNotExistsAsync|](); }
                async Task Blob() { var client = new {|P2P1003:BlobClient|}(Account, "exports", "x.txt"); await client.[|UploadAsync|](Stream.Null); }
                async Task Own() => await new BlobServiceClient("DefaultEndpointsProtocol=https;AccountName=crmacct;AccountKey=c2VjcmV0").GetPropertiesAsync();
            }
            """);

    [Theory]
    [InlineData("WithEndpoint(\"erp-minio.contoso.com\")")]
    [InlineData("WithEndpoint(\"erp-minio.contoso.com:9000\")")]
    [InlineData("WithEndpoint(\"erp-minio.contoso.com\", 9000)")]
    [InlineData("WithEndpoint(new Uri(\"https://erp-minio.contoso.com\"))")]
    public Task Minio_IsAtItsEndpoint(string endpoint) => CouplingTest.New().WithReferences(CatalogPackages.Referencing("Minio"))
        .WithManifest("""{ "systems": { "ERP": { "endpoints": ["erp-minio.contoso.com"] } } }""").WithDefaultRule(RuleIds.DirectSdkCall).WithProperty("to", "ERP").Reports($$"""
            using Minio;
            class C
            {
                async Task M()
                {
                    var client = new MinioClient().{{endpoint.Replace("WithEndpoint", "{|P2P1003:WithEndpoint|}", StringComparison.Ordinal)}}.WithCredentials("a", "b").Build();
                    await client.[|ListBucketsAsync|]();
                }
            }
            """);
}
