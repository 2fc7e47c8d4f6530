using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Feeds of packages: what is asked of a source goes to its address.</summary>
public sealed class PackageFeedTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(CatalogPackages.Referencing("NuGet.Common", "NuGet.Configuration", "NuGet.Packaging", "NuGet.Protocol", "NuGet.Versioning"));

    [Fact]
    public Task Feed_IsItsSource() => _test.WithProperty("to", "packages.contoso.com").Reports("""
        using NuGet.Common;
        using NuGet.Protocol;
        using NuGet.Protocol.Core.Types;
        class C
        {
            async Task M(CancellationToken stop)
            {
                var repository = Repository.Factory.{|P2P1003:GetCoreV3|}("https://packages.contoso.com/v3/index.json");
                var packages = await repository.GetResourceAsync<FindPackageByIdResource>();
                await packages.[|GetAllVersionsAsync|]("Contoso.Orders", new SourceCacheContext(), NullLogger.Instance, stop);
            }
        }
        """);

    [Fact]
    public Task Feed_OfTheGallery_IsNuGets() => _test.WithProperty("to", "NuGet").Reports("""
        using NuGet.Common;
        using NuGet.Configuration;
        using NuGet.Protocol;
        using NuGet.Protocol.Core.Types;
        class C(PackageUpdateResource updates)
        {
            async Task M(CancellationToken stop)
            {
                var repository = new {|P2P1003:SourceRepository|}(new PackageSource("https://api.nuget.org/v3/index.json"), Repository.Provider.GetCoreV3());
                var search = await repository.GetResourceAsync<PackageSearchResource>(stop);
                await search.[|SearchAsync|]("orders", new SearchFilter(false), 0, 10, NullLogger.Instance, stop);
                await updates.[|Delete|]("Contoso.Orders", "1.0.0", _ => "key", _ => true, false, NullLogger.Instance);
            }
        }
        """);

    [Fact]
    public Task WhatIsReadOfPackages_IsQuiet() => _test.IsQuiet("""
        using NuGet.Configuration;
        using NuGet.Protocol.Core.Types;
        using NuGet.Versioning;
        class C
        {
            async Task<string> M(IPackageSearchMetadata found)
            {
                await found.GetVersionsAsync();
                return NuGetVersion.Parse("1.0.0") + Settings.LoadDefaultSettings(".").ToString() + nameof(FindPackageByIdResource.DoesPackageExistAsync);
            }
        }
        """);
}
