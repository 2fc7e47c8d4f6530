using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Systems;

/// <summary>What the build says about the project: the package's targets, or the tool in their place, make it visible.</summary>
internal sealed record ProjectFacts
{
    private static readonly ImmutableArray<string> _testFrameworks =
    [
        "Microsoft.NET.Test.Sdk", "Microsoft.TestPlatform", "xunit", "xunit.core", "xunit.v3", "xunit.v3.core", "xunit.v3.mtp-v1", "xunit.v3.mtp-v2", "NUnit", "NUnitLite",
        "MSTest", "MSTest.TestFramework", "MSTest.Sdk", "TUnit", "TUnit.Core", "TUnit.Engine", "Machine.Specifications", "Expecto", "Fixie", "LightBDD.XUnit2", "Microsoft.Testing.Platform",
        "Microsoft.Testing.Platform.MSBuild", "Reqnroll.xUnit", "Reqnroll.NUnit", "Reqnroll.MsTest", "SpecFlow.xUnit", "SpecFlow.NUnit", "SpecFlow.MsTest", "bunit", "BenchmarkDotNet.TestAdapter",
    ];

    // A project that is called so, with a host of its own and a folder of tests, tests another one.
    private static readonly ImmutableArray<string> _testNames = ["test", "spec", "e2e"];

    /// <summary>The project's name: that of the system, where no manifest says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// True if the project is a test: it says so itself, references a test framework, restored or not, or is called test in a folder of tests. An application that hosts itself and has no test, or has them in a
    /// folder of their own, is none, whatever it references.
    /// </summary>
    public bool IsTest { get; init; }

    private string? Folder { get; init; }

    private ImmutableArray<string> TestFolders { get; init; } = [];

    /// <summary>True if tests are to be reported on all the same.</summary>
    public bool ReportTests { get; init; }

    /// <summary>The day to judge approvals by; null where the build doesn't say.</summary>
    public DateTime? Today { get; init; }

    /// <summary>Full name of a gateway type that stands for ours; null if none is configured.</summary>
    public string? GatewayType { get; init; }

    /// <summary>True for a file in a folder of tests that an application keeps beside its own code.</summary>
    public bool IsTestFile(string path) => !TestFolders.IsEmpty && FilePath.Below(Folder!, path) is { } below && TestFolders.Any(folder => below.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    public static ProjectFacts Of(Compilation compilation, AnalyzerOptions analyzerOptions)
    {
        var provider = analyzerOptions.AnalyzerConfigOptionsProvider;
        var options = provider.GlobalOptions;

        // What concerns the project as a whole may stand in a [*.cs] section all the same: any file of the project then says it.
        var files = compilation.SyntaxTrees.FirstOrDefault() is { } tree ? provider.GetOptions(tree) : options;
        var packages = Property("PointToPointPackageReferences")?.Split(['|'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var name = Property("MSBuildProjectName") ?? compilation.AssemblyName ?? "";
        var folder = Property("ProjectDir");
        ImmutableArray<string> testFolders = packages.Any(package => _testFrameworks.Contains(package.Trim(), StringComparer.OrdinalIgnoreCase))
            ? Applications.TestFoldersOf(compilation, _testNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? null : folder)
            : string.Equals(Property("IsTestProject"), "true", StringComparison.OrdinalIgnoreCase) ? default : [];
        return new ProjectFacts
        {
            Name = name,
            IsTest = testFolders.IsDefault || (Property("IsTestProject") is null && IsNamedTest(name, compilation)),
            Folder = folder,
            TestFolders = testFolders.IsDefault ? [] : testFolders,
            ReportTests = ReportOptions.IsOn(files, ReportOptions.Tests) || ReportOptions.IsOn(options, ReportOptions.Tests),
            GatewayType = files.TryGetValue(ReportOptions.GatewayType, out var gateway) || options.TryGetValue(ReportOptions.GatewayType, out gateway) ? gateway : null,
            Today = DateTime.TryParseExact(Property("PointToPointDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today) ? today : null,
        };

        string? Property(string name) => options.TryGetValue("build_property." + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
    }

    /// <summary>
    /// True for what a test is helped by, or a load test's program, that no framework runs: its name ends in tests (<c>Shop.E2ETests</c>), or it says test, and so does a folder it lies in. A
    /// <c>Services/Test</c> is a service.
    /// </summary>
    private static bool IsNamedTest(string name, Compilation compilation) => name.EndsWith("Tests", StringComparison.Ordinal) || (name.Split('.', '-', '_').Any(IsTestWord)
        && compilation.SyntaxTrees.Select(tree => tree.FilePath.Split('/', '\\')).FirstOrDefault(folders => !folders.Contains("obj", StringComparer.OrdinalIgnoreCase)) is { } path
        && path.Take(path.Length - 1).Any(folder => folder == "test" || folder.Equals("tests", StringComparison.OrdinalIgnoreCase)));

    private static bool IsTestWord(string word) => word.Equals("Test", StringComparison.OrdinalIgnoreCase) || word.EndsWith("Tests", StringComparison.Ordinal) || word.EndsWith("Testing", StringComparison.Ordinal);
}
