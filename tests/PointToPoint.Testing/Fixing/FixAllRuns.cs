using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>Fix All in each scope as an editor runs it, and once as <c>dotnet format</c> does.</summary>
internal sealed class FixAllRuns(AnalyzerTest test, TestSolution code, FixOffers offers)
{
    private static readonly FixAllScope[] Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <summary>Each scope must lead to the expected code, and a further Fix All must change nothing.</summary>
    public async Task<Solution> VerifyScopesAsync(FixedState expected)
    {
        var solution = code.Solution;
        foreach (var scope in Scopes)
        {
            // An editor's Fix All in a document starts in a document of code.
            if (scope == FixAllScope.Document && await HasFixOutsideSourceAsync())
            {
                continue;
            }

            (solution, var key) = await FixAsync(scope, expected);
            await expected.VerifyTextsAsync(solution, $"Fix All in {scope} doesn't make the expected code.");
            await VerifyChangesNothingAsync(
                solution, key, $"Fix All in Solution changes what Fix All in {scope} has fixed, so it isn't idempotent.", expected);
        }

        return solution;
    }

    /// <summary>
    /// As <c>dotnet format analyzers</c>: rule by rule over the whole solution, once each, with the equivalence key of the first fix that is
    /// offered for the first diagnostic, or none if there isn't one.
    /// </summary>
    public async Task VerifyFormatAsync(FixedState expected)
    {
        if (test.CodeActionIndex is > 0 || !await FormatChoosesThisFixAsync())
        {
            return;
        }

        var solution = code.Solution;
        foreach (var provider in offers.Providers)
        {
            foreach (var id in provider.FixableDiagnosticIds.Order(StringComparer.Ordinal))
            {
                var reported = await AnalyzerRun.RunAsync(test, solution);
                if (reported.FirstOrDefault(r => r.Id == id && r.Diagnostic.Location.IsInSource) is { } first
                    && FixOffers.DocumentOf(solution, first) is Document document)
                {
                    var offer = (await offers.AllAsync(solution, first)).Find(o => o.Provider == provider);
                    solution = await FixApplication.FixAllAsync(
                        solution,
                        (document, document.Project),
                        provider,
                        FixAllScope.Solution,
                        offer?.Action.EquivalenceKey,
                        [id],
                        new FormatDiagnosticProvider(reported));
                }
            }
        }

        await expected.VerifyTextsAsync(solution, "'dotnet format analyzers' doesn't make the expected code.");
    }

    /// <summary>Fix All over the solution with all that is still reported must change nothing.</summary>
    public async Task VerifyChangesNothingAsync(Solution solution, string? key, string headline, FixedState? expected = null)
    {
        var before = await SolutionTexts.ReadAsync(solution);
        var reported = await AnalyzerRun.RunAsync(test, solution);
        var document = solution.Projects.SelectMany(p => p.Documents).First();
        foreach (var provider in offers.Providers)
        {
            var after = await FixApplication.FixAllAsync(
                solution,
                (document, document.Project),
                provider,
                FixAllScope.Solution,
                key,
                provider.FixableDiagnosticIds,
                new ReportedDiagnosticProvider(reported));
            var texts = await SolutionTexts.ReadAsync(after);
            if (!before.SequenceEqual(texts))
            {
                throw expected is not null
                    ? await expected.FailureAsync(after, headline)
                    : new AnalyzerTestException(headline + "\n" + string.Concat(texts.Where(t => before.GetValueOrDefault(t.Key) != t.Value)
                        .Select(t => $"{t.Key}\n{Reporting.LineDiff.Of(before.GetValueOrDefault(t.Key, ""), t.Value)}")));
            }
        }
    }

    private async Task<(Solution Solution, string? Key)> FixAsync(FixAllScope scope, FixedState expected)
    {
        var solution = code.Solution;
        string? lastKey = null;
        var done = new HashSet<(string Id, ProjectId? Project, string? Path)>();
        while (true)
        {
            var reported = await AnalyzerRun.RunAsync(test, solution);
            if ((done.Count > 0 && await expected.IsReachedAsync(solution)) || await offers.FirstAsync(solution, reported) is not { } offer)
            {
                return (solution, lastKey);
            }

            lastKey = offer.Action.EquivalenceKey;
            var where = offer.Diagnostic;
            if (!done.Add((where.Id, scope == FixAllScope.Solution ? null : where.Project, scope == FixAllScope.Document ? where.Path : null)))
            {
                throw await expected.FailureAsync(solution, $"Fix All in {scope} left something to fix: {where.Id} at {where.Where}.");
            }

            var document = FixOffers.DocumentOf(solution, where)!;
            solution = await FixApplication.FixAllAsync(
                solution,
                (document as Document, document.Project),
                offer.Provider,
                scope,
                lastKey,
                [where.Id],
                new ReportedDiagnosticProvider(reported));
        }
    }

    private async Task<bool> HasFixOutsideSourceAsync()
    {
        var reported = await AnalyzerRun.RunAsync(test, code.Solution);
        return await offers.FirstAsync(code.Solution, reported.Where(r => !r.Diagnostic.Location.IsInSource)) is not null;
    }

    // It can only take the first fix that is offered; a test of another one is none of its business. Nor does it fix outside source.
    private async Task<bool> FormatChoosesThisFixAsync()
    {
        foreach (var diagnostic in await AnalyzerRun.RunAsync(test, code.Solution))
        {
            if (await offers.ChosenAsync(code.Solution, diagnostic) is not { } chosen)
            {
                continue;
            }

            var first = (await offers.AllAsync(code.Solution, diagnostic)).Find(o => o.Provider == chosen.Provider);
            if (!diagnostic.Diagnostic.Location.IsInSource || first?.Action.EquivalenceKey != chosen.Action.EquivalenceKey)
            {
                return false;
            }
        }

        return true;
    }
}
