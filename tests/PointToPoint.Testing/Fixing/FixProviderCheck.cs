using System.Composition;
using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>A host finds a fix by its export and never says why it doesn't: what can be wrong there fails the test.</summary>
internal static class FixProviderCheck
{
    private static readonly FixAllScope[] Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public static ImmutableArray<CodeFixProvider> Create(AnalyzerTest test)
    {
        if (test.CodeFixes is [])
        {
            throw new AnalyzerTestException("The test has no code fix: add one WithFix.");
        }

        var providers = test.CodeFixes.Select(create => create()).ToImmutableArray();
        var supported = Expectations.Supported(test);
        foreach (var provider in providers)
        {
            CheckExport(provider.GetType());
            CheckFixAll(provider, test.HasFixAll);
            if (!provider.FixableDiagnosticIds.Any(id => supported.Contains(id) || Expectations.IsCompilerRule(id)))
            {
                throw new AnalyzerTestException(
                    $"{provider.GetType().Name} fixes {string.Join(", ", provider.FixableDiagnosticIds)}, "
                    + $"and the analyzers report {string.Join(", ", supported)}.");
            }
        }

        return providers;
    }

    private static void CheckExport(Type type)
    {
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        if (export?.Languages.Contains(LanguageNames.CSharp) != true)
        {
            throw new AnalyzerTestException(
                $"{type.Name} isn't exported for C#, so no host finds it: add [ExportCodeFixProvider(LanguageNames.CSharp)].");
        }

        if (type.GetCustomAttribute<SharedAttribute>() is null)
        {
            throw new AnalyzerTestException(
                $"{type.Name} isn't [Shared], so a host makes a new one at every keystroke.");
        }
    }

    private static void CheckFixAll(CodeFixProvider provider, bool expected)
    {
        var fixAll = provider.GetFixAllProvider();
        if (fixAll is null == expected)
        {
            throw new AnalyzerTestException(expected
                ? $"{provider.GetType().Name} has no Fix All provider. If that is meant, say WithoutFixAll."
                : $"{provider.GetType().Name} has a Fix All provider, and the test says WithoutFixAll.");
        }

        var missing = Scopes.Except(fixAll?.GetSupportedFixAllScopes() ?? Scopes).ToList();
        if (missing.Count > 0)
        {
            throw new AnalyzerTestException(
                $"The Fix All provider of {provider.GetType().Name} lacks the scope {string.Join(", ", missing)}; 'dotnet format' needs Solution.");
        }
    }
}
