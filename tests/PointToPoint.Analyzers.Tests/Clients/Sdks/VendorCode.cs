using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>
/// Code against vendors' SDKs that can't be restored where the tests are run. What the code needs of them is written down by hand, with the vendors' names and
/// signatures, and compiled to an assembly; many vendors share one, as each compilation costs. Comments say what is expected of a line:
/// <c>// calls Stripe</c>, <c>// wires Stripe at https://…</c>, <c>// unknown</c>; any other line is quiet.
/// </summary>
internal static class VendorCode
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string[] _words = ["// calls ", "// wires ", "// unknown"];

    /// <summary>Each line of the code is reported as its comment says.</summary>
    public static async Task IsAsItSays(string sdks, string code, string? manifest = null)
    {
        var compilation = Compile("App", code, [.. ReferenceSet.AspNetCore.References, Emit(Vendors(sdks))]);
        var diagnostics = await compilation.WithAnalyzers([new CouplingAnalyzer()], new AnalyzerOptions(manifest is null ? [] : [new Manifest(manifest)])).GetAnalyzerDiagnosticsAsync();

        var lines = code.Split('\n');
        var expected = lines.Select((line, number) => (number, text: Comment(line))).Where(line => line.text.Length > 0).Select(line => $"{line.number + 1}: {line.text}").ToList();
        var withEndpoint = expected.Where(line => line.Contains(" at ", StringComparison.Ordinal)).Select(line => line.Split(':')[0]).ToHashSet();
        var actual = diagnostics.Select(found => (number: found.Location.GetLineSpan().StartLinePosition.Line + 1, found)).OrderBy(pair => pair.number)
            .Select(pair => $"{pair.number}: {Said(pair.found, withEndpoint.Contains($"{pair.number}"))}").ToList();

        var missing = expected.Except(actual).Select(line => "missing  " + line);
        var added = actual.Except(expected).Select(line => "reported " + line);
        Assert.NotEmpty(expected);
        Assert.True(expected.SequenceEqual(actual), string.Join('\n', missing.Concat(added).DefaultIfEmpty("one line has several")));
    }

    /// <summary>What is written down of vendors' SDKs.</summary>
    public static CSharpCompilation Vendors(string sdks) => Compile("Vendors", sdks, ReferenceSet.AspNetCore.References);

    private static string Comment(string line) => _words.Select(word => line.IndexOf(word, StringComparison.Ordinal)).FirstOrDefault(at => at >= 0, -1) is >= 0 and var at ? line[(at + 3)..].Trim() : "";

    private static string Said(Diagnostic found, bool withEndpoint) => found.Id == RuleIds.UnknownTarget
        ? "unknown"
        : $"{(found.Id == RuleIds.DirectWiring ? "wires" : "calls")} {found.Properties["to"]}{(withEndpoint ? " at " + found.Properties["endpoint"] : "")}";

    private static CSharpCompilation Compile(string name, string code, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code, path: name + ".cs"), CSharpSyntaxTree.ParseText(Usings)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        return compilation;
    }

    private static MetadataReference Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private sealed class Manifest(string text) : AdditionalText
    {
        public override string Path => "/repo/p2p.json";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }
}
