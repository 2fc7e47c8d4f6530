using Microsoft.CodeAnalysis;

using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>Checks what the code fixes of a test do with its code.</summary>
internal sealed class FixVerifier(AnalyzerTest test, TestSolution code)
{
    private readonly FixOffers _offers = new(test, FixProviderCheck.Create(test));

    private bool RunsFixAll => test.HasFixAll && !test.TestBehaviors.HasFlag(TestBehaviors.SkipFixAllCheck);

    public async Task VerifyFixesAsync(string fixedCode)
    {
        var expected = await FixedState.CreateAsync(test, code, fixedCode);
        var solution = await FixOneByOneAsync(expected);
        await expected.VerifyTextsAsync(solution, "Fixing one diagnostic after the other doesn't make the expected code.");
        await expected.VerifyMeaningAsync(solution);
        if (RunsFixAll)
        {
            await VerifyFixAllAsync(expected);
        }
    }

    public async Task VerifyOffersNoneAsync()
    {
        var reported = await AnalyzerRun.RunAsync(test, code.Solution);
        var fixable = reported.Where(_offers.IsFixable).ToList();
        if (fixable.Count == 0)
        {
            throw new AnalyzerTestException(
                "Nothing is reported that a fix of the test could be for, so that none is offered says nothing. For quiet code say IsQuiet.");
        }

        if (await _offers.FirstAsync(code.Solution, fixable) is { } offer)
        {
            throw new AnalyzerTestException(
                $"A fix is offered for {offer.Diagnostic.Id} at {offer.Diagnostic.Where}: '{offer.Action.Title}' ({offer.Action.EquivalenceKey}).");
        }

        // Where nothing at all is offered, 'dotnet format' still runs Fix All, without a key.
        if (RunsFixAll && await _offers.CountAsync(code.Solution, fixable) == 0)
        {
            await new FixAllRuns(test, code, _offers).VerifyChangesNothingAsync(code.Solution, key: null, "Fix All fixes what no fix is offered for.");
        }
    }

    private async Task VerifyFixAllAsync(FixedState oneByOne)
    {
        var expected = oneByOne;
        var runs = new FixAllRuns(test, code, _offers);
        if (test.BatchFixedCode is { } text)
        {
            expected = await FixedState.CreateAsync(test, code, text);
            await expected.VerifyMeaningAsync(await runs.VerifyScopesAsync(expected));
        }
        else
        {
            await runs.VerifyScopesAsync(expected);
        }

        await runs.VerifyFormatAsync(expected);
    }

    private async Task<Solution> FixOneByOneAsync(FixedState expected)
    {
        var solution = code.Solution;
        var seen = new HashSet<string>(StringComparer.Ordinal) { await TextAsync(solution) };
        for (int applied = 0, bound = 0; ; applied++)
        {
            if (applied > 0 && await expected.IsReachedAsync(solution))
            {
                return solution;
            }

            var reported = await AnalyzerRun.RunAsync(test, solution);
            bound = applied == 0 ? reported.Count(_offers.IsFixable) : bound;
            if (await _offers.FirstAsync(solution, reported) is not { } offer)
            {
                return applied > 0 ? solution : throw new AnalyzerTestException(
                    "No fix is offered" + (test.CodeActionEquivalenceKey is { } key ? $" with the equivalence key '{key}'. " : ". ")
                    + "If that is right, say OffersNoFix. " + await OfferedAsync(solution, reported));
            }

            if (applied == bound)
            {
                throw await expected.FailureAsync(
                    solution,
                    $"After as many fixes as there were diagnostics ({bound}) there is still one to fix: "
                    + $"{offer.Diagnostic.Id} at {offer.Diagnostic.Where}.");
            }

            var before = solution;
            solution = await FixApplication.ApplyAsync(before, offer);
            if (!seen.Add(await TextAsync(solution)))
            {
                throw await expected.FailureAsync(
                    solution,
                    await TextAsync(before) == await TextAsync(solution)
                        ? $"The fix '{offer.Action.Title}' for {offer.Diagnostic.Id} at {offer.Diagnostic.Where} changes nothing."
                        : $"The fix '{offer.Action.Title}' goes round in a circle: this code was there before.");
            }
        }
    }

    private async Task<string> OfferedAsync(Solution solution, IEnumerable<ReportedDiagnostic> reported)
    {
        var all = new List<string>();
        foreach (var diagnostic in reported.Where(_offers.IsFixable))
        {
            var keys = (await _offers.AllAsync(solution, diagnostic)).Select(o => $"'{o.Action.EquivalenceKey}'").ToList();
            all.Add($"\n{diagnostic.Id} at {diagnostic.Where}: {(keys.Count == 0 ? "nothing" : string.Join(", ", keys))}");
        }

        return all.Count == 0 ? "No diagnostic is one that the fixes are for." : "Offered is:" + string.Concat(all);
    }

    private static async Task<string> TextAsync(Solution solution)
        => string.Join('\0', (await SolutionTexts.ReadAsync(solution)).SelectMany(t => new[] { t.Key, t.Value }));
}
