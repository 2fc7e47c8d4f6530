using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

using PointToPoint.EndToEnd.Infrastructure;

namespace PointToPoint.EndToEnd;

/// <summary>What is in PointToPoint.Analyzers.nupkg, entry by entry.</summary>
public sealed class PackageTests(PackageFeed feed)
{
    private const string Id = "PointToPoint.Analyzers";

    [Fact]
    public void AnalyzerPackage_HasExactlyTheseFiles()
    {
        using var package = feed.Open(Id);

        var entries = package.Entries.Select(entry => entry.FullName).Where(name => !IsPackagingPart(name)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "PointToPoint.Analyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/PointToPoint.Analyzers.dll",
                "analyzers/dotnet/cs/PointToPoint.CodeFixes.dll",
                "build/PointToPoint.Analyzers.props",
                "build/PointToPoint.Analyzers.targets",
                "buildTransitive/PointToPoint.Analyzers.props",
                "buildTransitive/PointToPoint.Analyzers.targets",
            ],
            entries);
    }

    [Fact]
    public void AnalyzerPackage_IsADevelopmentDependencyWithoutDependencies()
    {
        using var package = feed.Open(Id);
        using var stream = package.GetEntry(Id + ".nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        Assert.Equal(Id, Text("id"));
        Assert.Equal("true", Text("developmentDependency"));
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("README.md", Text("readme"));
        Assert.Null(Text("dependencies"));
        Assert.Null(Text("frameworkAssemblies"));

        string? Text(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    // A compiler host supplies these and nothing else (System.Memory because Roslyn needs it itself): anything else that an analyzer references
    // is missing in some editor, or there in another version.
    [Theory]
    [InlineData("PointToPoint.Analyzers.dll")]
    [InlineData("PointToPoint.CodeFixes.dll")]
    public void Assembly_ReferencesOnlyWhatEveryCompilerHostHas(string name)
    {
        var foreign = References(name)
            .Where(reference => reference is not ("netstandard" or "System.Collections.Immutable" or "System.Memory" or "System.Composition.AttributedModel" or "PointToPoint.Analyzers"))
            .Where(reference => !reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Analyzer_DoesNotReferenceWorkspaces() =>
        Assert.DoesNotContain(References("PointToPoint.Analyzers.dll"), reference => reference.Contains("Workspaces", StringComparison.Ordinal));

    [Fact]
    public void PackageReadme_HasNoRelativeLink()
    {
        using var package = feed.Open(Id);
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());

        var links = reader.ReadToEnd().Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);

        Assert.DoesNotContain(links, link => !link.StartsWith("https://", StringComparison.Ordinal));
    }

    private List<string> References(string assembly)
    {
        using var package = feed.Open(Id);
        using var copy = new MemoryStream();
        using (var entry = package.GetEntry("analyzers/dotnet/cs/" + assembly)!.Open())
        {
            entry.CopyTo(copy);
        }

        copy.Position = 0;
        using var file = new PEReader(copy);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool IsPackagingPart(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal) || name == "[Content_Types].xml";
}
