using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>A rule as the assemblies have it: the source of everything that is generated or checked.</summary>
internal sealed record Rule(DiagnosticDescriptor Descriptor, string ClassName)
{
    public static readonly IReadOnlyList<DiagnosticAnalyzer> Analyzers = [.. Instances<DiagnosticAnalyzer>(typeof(RuleIds).Assembly)];

    public static readonly IReadOnlyList<CodeFixProvider> Fixes = [.. Instances<CodeFixProvider>(Assembly.Load("PointToPoint.CodeFixes"))];

    public static readonly IReadOnlyList<Rule> All = [.. Find().OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public string Id => Descriptor.Id;

    public string Title => Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Severity => Descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    public string Page => $"docs/rules/{Id}.md";

    public string SourceFile => $"src/PointToPoint.Analyzers/Rules/{ClassName}.cs";

    public string TestFile => $"tests/PointToPoint.Analyzers.Tests/Rules/{ClassName}Tests.cs";

    public bool HasFix => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(Id));

    /// <summary>True if the rule speaks about p2p.json: then nothing that goes by C# files has an effect on it.</summary>
    public bool IsOfManifest => Descriptor.Category == RuleCategories.Configuration;

    public override string ToString() => Id;

    private static IEnumerable<Rule> Find()
    {
        var coupling = Instances<CouplingRule>(typeof(RuleIds).Assembly).Select(rule => new Rule(rule.Descriptor, rule.GetType().Name)).ToList();
        var others = Analyzers.Where(analyzer => analyzer is not CouplingAnalyzer)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics, (analyzer, descriptor) => new Rule(descriptor, analyzer.GetType().Name));
        return coupling.Concat(others);
    }

    private static IEnumerable<T> Instances<T>(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(T)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);
}
