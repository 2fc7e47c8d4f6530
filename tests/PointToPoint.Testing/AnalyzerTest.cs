using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing;

/// <summary>
/// A test of analyzers and code fixes: an immutable value, so a fixture holds one and each test branches from it. The properties have the names
/// of <c>CSharpAnalyzerTest</c> and <c>CSharpCodeFixTest</c> where they mean the same; the verbs set them and run.
/// </summary>
/// <example><code>
/// static readonly AnalyzerTest Test = AnalyzerTest.For&lt;DirectHttpCallAnalyzer&gt;().WithFix&lt;RouteThroughGatewayFix&gt;();
///
/// [Fact] public Task LiteralUrl_IsReported() => Test.Reports("""class C { Task M(HttpClient c) => c.[|GetAsync|]("https://erp/x"); }""");
/// </code></example>
public sealed partial record AnalyzerTest
{
    private AnalyzerTest()
    {
    }

    /// <summary>What makes the analyzers. Each analysis of a test gets new instances.</summary>
    public ImmutableArray<Func<DiagnosticAnalyzer>> Analyzers { get; private init; } = [];

    /// <summary>What makes the code fix providers.</summary>
    public ImmutableArray<Func<CodeFixProvider>> CodeFixes { get; private init; } = [];

    /// <summary>The code to analyse, with markup: one file, or several files and projects behind their heads.</summary>
    public string? TestCode { get; init; }

    /// <summary>What fixing one diagnostic after the other makes of <see cref="TestCode"/>; files that aren't named stay as they are.</summary>
    public string? FixedCode { get; init; }

    /// <summary>What Fix All makes of it, where that differs.</summary>
    public string? BatchFixedCode { get; init; }

    /// <summary>Expected diagnostics beside those that the markup names.</summary>
    public ImmutableArray<DiagnosticResult> ExpectedDiagnostics { get; init; } = [];

    /// <summary>The rule that <c>[|..|]</c> means; null if the analyzers have only one.</summary>
    public string? DefaultRule { get; init; }

    /// <summary>What every diagnostic in markup must say; null if it doesn't matter.</summary>
    public string? ExpectedMessage { get; init; }

    /// <summary>What the properties of every diagnostic in markup must hold; a null value means that the key is absent.</summary>
    public ImmutableSortedDictionary<string, string?> ExpectedProperties { get; init; }
        = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Rules whose diagnostics are neither expected nor wrong.</summary>
    public ImmutableSortedSet<string> DisabledDiagnostics { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Compiler errors that the code may have, by ID; any other fails the test.</summary>
    public ImmutableSortedSet<string> AllowedErrors { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Compiler warnings that a fix may bring about, by ID; any other new one fails the test.</summary>
    public ImmutableSortedSet<string> AllowedNewWarnings { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What the code compiles against.</summary>
    public ReferenceSet ReferenceAssemblies { get; init; } = ReferenceSet.AspNetCore;

    /// <summary>The language version; the newest that this Roslyn has released by default.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether an SDK-style project's implicit usings are there; true by default.</summary>
    public bool ImplicitUsings { get; init; } = true;

    /// <summary>The kind of every project; null finds it from top-level statements.</summary>
    public OutputKind? OutputKind { get; init; }

    /// <summary>The line ending of all files, before and after; <c>\n</c> by default, however the test's own file is checked out.</summary>
    public string NewLine { get; init; } = "\n";

    /// <summary>The extra runs that are left out; by default those that the test's project leaves out.</summary>
    public TestBehaviors TestBehaviors { get; init; } = TestBehaviorsOfProject.Value;

    /// <summary>The equivalence key of the fix to apply; null for the first that is offered, as <c>dotnet format</c> does.</summary>
    public string? CodeActionEquivalenceKey { get; init; }

    /// <summary>The position of the fix to apply among those offered for one diagnostic; null for the first.</summary>
    public int? CodeActionIndex { get; init; }

    /// <summary>False for providers that deliberately have no Fix All.</summary>
    public bool HasFixAll { get; private init; } = true;

    internal ImmutableSortedDictionary<string, SharedFile> SharedFiles { get; private init; }
        = ImmutableSortedDictionary.Create<string, SharedFile>(StringComparer.Ordinal);

    internal ImmutableSortedDictionary<string, string?> BuildProperties { get; private init; }
        = ImmutableSortedDictionary.Create<string, string?>(StringComparer.OrdinalIgnoreCase);

    internal ImmutableArray<SourceEdit> Edits { get; private init; } = [];

    /// <summary>A test of one analyzer.</summary>
    public static AnalyzerTest For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        => For(static () => new TAnalyzer());

    /// <summary>A test of analyzers that the test makes itself, to count what they do for example.</summary>
    public static AnalyzerTest For(params Func<DiagnosticAnalyzer>[] analyzers) => new() { Analyzers = [.. analyzers] };
}

/// <summary>A file that every project of a test has.</summary>
internal sealed record SharedFile(string Text, ImmutableArray<KeyValuePair<string, string>> Metadata);

/// <summary>New text for one file (with a path) or for several (without).</summary>
internal sealed record SourceEdit(string? Path, string Text);
