using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing;

public sealed partial record AnalyzerTest
{
    /// <summary>Runs a further analyzer beside the others.</summary>
    public AnalyzerTest WithAnalyzer<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        => this with { Analyzers = Analyzers.Add(static () => new TAnalyzer()) };

    /// <summary>Adds a code fix provider. It must be exported for C#, shared, and have a Fix All provider.</summary>
    public AnalyzerTest WithFix<TFix>()
        where TFix : CodeFixProvider, new()
        => WithFix(static () => new TFix());

    /// <summary>Adds a code fix provider that the test makes itself.</summary>
    public AnalyzerTest WithFix(Func<CodeFixProvider> fix) => this with { CodeFixes = CodeFixes.Add(fix) };

    /// <summary>The provider has no Fix All, and that is checked too.</summary>
    public AnalyzerTest WithoutFixAll() => this with { HasFixAll = false };

    /// <summary>The code, for fixtures that share it and for several projects.</summary>
    public AnalyzerTest WithSolution(string text) => this with { TestCode = text };

    /// <summary>What Fix All makes of the code, where it differs from fixing one diagnostic after the other.</summary>
    public AnalyzerTest FixAllInto(string text) => this with { BatchFixedCode = text };

    /// <summary>The rule that <c>[|..|]</c> means.</summary>
    public AnalyzerTest WithDefaultRule(string id) => this with { DefaultRule = id };

    /// <summary>Adds expected diagnostics beside the markup.</summary>
    public AnalyzerTest WithExpected(params DiagnosticResult[] expected) => this with { ExpectedDiagnostics = ExpectedDiagnostics.AddRange(expected) };

    /// <summary>Every diagnostic in markup must have this message.</summary>
    public AnalyzerTest WithMessage(string message) => this with { ExpectedMessage = message };

    /// <summary>Every diagnostic in markup must have this property; null means that the key must be absent.</summary>
    public AnalyzerTest WithProperty(string key, string? value) => this with { ExpectedProperties = ExpectedProperties.SetItem(key, value) };

    /// <summary>Diagnostics of these rules are neither expected nor wrong. An ID that no analyzer of the test has is an error.</summary>
    public AnalyzerTest IgnoringRules(params string[] ids) => this with { DisabledDiagnostics = DisabledDiagnostics.Union(ids) };

    /// <summary>The code may have these compiler errors.</summary>
    public AnalyzerTest AllowErrors(params string[] ids) => this with { AllowedErrors = AllowedErrors.Union(ids) };

    /// <summary>The fixed code may have these compiler warnings, even though the code had not.</summary>
    public AnalyzerTest AllowNewWarnings(params string[] ids) => this with { AllowedNewWarnings = AllowedNewWarnings.Union(ids) };

    /// <summary>What the code compiles against.</summary>
    public AnalyzerTest WithReferences(ReferenceSet references) => this with { ReferenceAssemblies = references };

    /// <summary>The language version of all sources.</summary>
    public AnalyzerTest WithLanguageVersion(LanguageVersion version) => this with { LanguageVersion = version };

    /// <summary>Without the global usings of an SDK-style project.</summary>
    public AnalyzerTest WithoutImplicitUsings() => this with { ImplicitUsings = false };

    /// <summary>Every project is a console application. Top-level statements make theirs one anyway.</summary>
    public AnalyzerTest AsConsoleApp() => this with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication };

    /// <summary>All files get this line ending, and the fixed ones must have it in every line.</summary>
    public AnalyzerTest WithLineEnding(string newLine) => this with { NewLine = newLine };

    /// <summary>Leaves out the run that sees that generated code is quiet.</summary>
    public AnalyzerTest WithoutGeneratedCodeCheck() => this with { TestBehaviors = TestBehaviors | TestBehaviors.SkipGeneratedCodeCheck };

    /// <summary>Leaves out the run that sees that <c>#pragma warning disable</c> silences.</summary>
    public AnalyzerTest WithoutPragmaCheck() => this with { TestBehaviors = TestBehaviors | TestBehaviors.SkipPragmaCheck };

    /// <summary>Analyses once only, for tests that count.</summary>
    public AnalyzerTest WithoutRepeatCheck() => this with { TestBehaviors = TestBehaviors | TestBehaviors.SkipRepeatCheck };

    /// <summary>Leaves out the run against the assemblies of referenced projects.</summary>
    public AnalyzerTest WithoutBuildCheck() => this with { TestBehaviors = TestBehaviors | TestBehaviors.SkipBuildCheck };

    /// <summary>Leaves out Fix All.</summary>
    public AnalyzerTest WithoutFixAllCheck() => this with { TestBehaviors = TestBehaviors | TestBehaviors.SkipFixAllCheck };

    /// <summary>Applies the fix with this equivalence key.</summary>
    public AnalyzerTest WithCodeAction(string equivalenceKey) => this with { CodeActionEquivalenceKey = equivalenceKey, CodeActionIndex = null };

    /// <summary>Applies the fix at this position among those offered for one diagnostic.</summary>
    public AnalyzerTest WithCodeAction(int index) => this with { CodeActionIndex = index, CodeActionEquivalenceKey = null };

    /// <summary>An <c>.editorconfig</c> above all projects.</summary>
    public AnalyzerTest WithEditorConfig(string text) => WithFile("/.editorconfig", text);

    /// <summary>
    /// An additional file of every project, its path relative to the project's folder or, with a leading slash, to the folder above all projects.
    /// A file of that path in the test's text replaces it.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="text">The text; it may hold markup.</param>
    /// <param name="metadata">What the build would pass as <c>build_metadata.AdditionalFiles.*</c>.</param>
    public AnalyzerTest WithAdditionalFile(string path, string text, params (string Name, string Value)[] metadata)
        => WithFile(path, text, metadata);

    /// <summary>A <c>p2p.json</c> above all projects, passed to each.</summary>
    public AnalyzerTest WithManifest(string json) => WithAdditionalFile("/p2p.json", json);

    /// <summary>Sets <c>build_property.name</c> for every project; null takes it away. A project's own head wins.</summary>
    public AnalyzerTest WithBuildProperty(string name, string? value) => this with { BuildProperties = BuildProperties.SetItem(name, value) };

    /// <summary>
    /// Then replaces one file while the analyzers live on, as an editor does, and compares what each document shows with the markup of
    /// <paramref name="newText"/> and of the files left alone.
    /// </summary>
    public AnalyzerTest AfterEdit(string file, string newText) => this with { Edits = Edits.Add(new(file, newText)) };

    /// <summary>The same for several files in the one-string form; a file whose text is the same isn't touched, only its markup is.</summary>
    public AnalyzerTest AfterEdit(string newTexts) => this with { Edits = Edits.Add(new(null, newTexts)) };

    private AnalyzerTest WithFile(string path, string text, params (string Name, string Value)[] metadata)
        => this with
        {
            SharedFiles = SharedFiles.SetItem(path, new(text, [.. metadata.Select(m => KeyValuePair.Create(m.Name, m.Value))])),
        };
}
