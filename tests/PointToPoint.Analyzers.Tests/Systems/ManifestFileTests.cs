using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class ManifestFileTests
{
    [Theory]
    [InlineData("/repo/src/Crm/", "/repo/src/p2p.json")]
    [InlineData("/repo/src/Crm", "/repo/src/p2p.json")]
    [InlineData("/repo/src/", "/repo/src/p2p.json")]
    [InlineData("/repo/tools/X/", "/repo/P2P.json")]
    [InlineData("/elsewhere/", "/other/p2p.json")]
    [InlineData(null, "/other/p2p.json")]
    public async Task OfSeveralManifests_TheNearestAboveTheProjectCounts(string? projectDirectory, string expected)
    {
        string[] paths = ["/repo/src/p2p.json", "/repo/P2P.json", "/repo/srcs/p2p.json", "/other/p2p.json", "/repo/src/Crm/appsettings.json"];

        var matcher = await Ask([.. paths.Select(path => new TextFile(path, "{}"))], projectDirectory);
        var reversed = await Ask([.. paths.Reverse().Select(path => new TextFile(path, "{}"))], projectDirectory);

        Assert.Equal((expected, expected), (matcher.Manifest.Path, reversed.Manifest.Path));
    }

    [Fact]
    public async Task WithoutManifest_TheMatcherHasNone()
    {
        Assert.False((await Ask([new TextFile("/repo/appsettings.json", "{}")], "/repo/")).HasManifest);
    }

    [Fact]
    public async Task AFileWithoutText_IsAManifestThatSaysNothing()
    {
        var matcher = await Ask([new TextFile("/repo/p2p.json", (SourceText?)null)], "/repo/");

        Assert.True(matcher.HasManifest);
        Assert.Single(matcher.Manifest.Problems);
    }

    [Fact]
    public async Task AFileThatStaysTheSame_IsReadOnce()
    {
        ImmutableArray<AdditionalText> files = [new TextFile("/repo/p2p.json", Manifests.Contoso)];
        var asker = new AskingAnalyzer();

        var before = await Ask(files, "/repo/", asker);
        var after = await Ask(files, "/repo/", asker);

        Assert.Same(before.Manifest.Systems[0], after.Manifest.Systems[0]);
    }

    [Fact]
    public async Task TheSameTextInTwoPlaces_KeepsItsPaths()
    {
        var text = SourceText.From(Manifests.Contoso);

        var a = await Ask([new TextFile("/a/p2p.json", text)], "/a/");
        var b = await Ask([new TextFile("/b/p2p.json", text)], "/b/");

        Assert.Equal(("/a", "/b"), (a.Manifest.Directory, b.Manifest.Directory));
    }

    private static async Task<SystemMatcher> Ask(ImmutableArray<AdditionalText> files, string? projectDirectory, AskingAnalyzer? asker = null)
    {
        asker ??= new AskingAnalyzer();
        var compilation = CSharpCompilation.Create("Crm", [CSharpSyntaxTree.ParseText("class C;", cancellationToken: TestContext.Current.CancellationToken)]);
        await compilation.WithAnalyzers([asker], new AnalyzerOptions(files, new Properties(projectDirectory)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return asker.Answer!;
    }

    private sealed class TextFile(string path, SourceText? text) : AdditionalText
    {
        public TextFile(string path, string text)
            : this(path, SourceText.From(text))
        {
        }

        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Properties(string? projectDirectory) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(projectDirectory);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(string? projectDirectory) : AnalyzerConfigOptions
    {
#pragma warning disable CS8765 // NotNullWhen is ambiguous here: the analyzer's polyfill is visible beside the framework's
        public override bool TryGetValue(string key, out string? value)
#pragma warning restore CS8765
        {
            value = KeyComparer.Equals(key, "build_property.ProjectDir") ? projectDirectory : null;
            return value is not null;
        }
    }
}

/// <summary>Keeps the matcher that a compilation gets.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // runs in these tests only
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AskingAnalyzer : DiagnosticAnalyzer
{
    private readonly ManifestMatchers _manifests = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("TEST1", "t", "m", "c", DiagnosticSeverity.Hidden, true)];

    internal SystemMatcher? Answer { get; private set; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => Answer = _manifests.Of(start));
    }
}
