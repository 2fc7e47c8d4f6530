using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>What a repository does with its remote leaves the machine; all else of it is on the disk.</summary>
public sealed class GitLibraryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithReferences(CatalogPackages.Referencing("LibGit2Sharp"));

    [Fact]
    public Task RepositoryOfAnAddress_IsThatSystems() => _test.WithProperty("to", "git.contoso.com").Reports("""
        using LibGit2Sharp;
        class C
        {
            void M()
            {
                Repository.[|Clone|]("https://git.contoso.com/acme/orders.git", "orders");
                Repository.[|ListRemoteReferences|]("https://git.contoso.com/acme/orders.git");
            }
        }
        """);

    [Fact]
    public Task RemoteThatTheDiskKnows_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using LibGit2Sharp;
        class C
        {
            void M(Repository repository, Signature signature)
            {
                Commands.[|Fetch|](repository, "origin", [], null, "");
                Commands.[|Pull|](repository, signature, new PullOptions());
                repository.Network.[|Push|](repository.Head);
            }
        }
        """);

    [Fact]
    public Task WhatIsDoneOnTheDisk_IsQuiet() => _test.IsQuiet("""
        using LibGit2Sharp;
        class C
        {
            void M(string path, Signature signature)
            {
                Repository.Init(path);
                using var repository = new Repository(path);
                Commands.Stage(repository, "*");
                repository.Commit("x", signature, signature);
                Commands.Checkout(repository, "main");
            }
        }
        """);
}
