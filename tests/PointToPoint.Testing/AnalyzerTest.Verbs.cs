using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

using PointToPoint.Testing.Fixing;
using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing;

public sealed partial record AnalyzerTest
{
    /// <summary>Exactly what the markup of this code says is reported, and <paramref name="expected"/>.</summary>
    public Task Reports(string testCode, params DiagnosticResult[] expected)
        => (WithExpected(expected) with { TestCode = testCode }).Reports();

    /// <summary>Exactly what the markup of the test's code says is reported.</summary>
    public async Task Reports()
    {
        var code = TestSolution.Create(this);
        if (ExpectedDiagnostics is [] && Expectations.Resolve(this, code.Files) is [] && Edits is [])
        {
            throw new AnalyzerTestException("Nothing is expected: mark it with [|..|] or {|ID:..|}, or say IsQuiet.");
        }

        await VerifyDiagnosticsAsync(code);
    }

    /// <summary>Nothing is reported for this code.</summary>
    public Task IsQuiet(string testCode) => (this with { TestCode = testCode }).IsQuiet();

    /// <summary>Nothing is reported for the test's code.</summary>
    public async Task IsQuiet()
    {
        var code = TestSolution.Create(this);
        if (Expectations.Resolve(this, code.Files).Any(e => !Expectations.IsCompilerRule(e.Id)))
        {
            throw new AnalyzerTestException("The code has markup, so it isn't expected to be quiet: say Reports.");
        }

        await VerifyDiagnosticsAsync(code);
    }

    /// <summary>Runs what the properties describe, as <c>CSharpAnalyzerTest.RunAsync</c> and <c>CSharpCodeFixTest.RunAsync</c> do.</summary>
    public Task RunAsync() => FixedCode is { } into ? Fixes(into) : VerifyDiagnosticsAsync(TestSolution.Create(this));

    /// <summary>
    /// The markup of <paramref name="before"/> is reported, and fixing it makes <paramref name="into"/>: one diagnostic after the other, Fix All in
    /// a document, project and solution, and <c>dotnet format</c>. What is still reported then is marked in <paramref name="into"/>.
    /// </summary>
    public Task Fixes(string before, string into) => (this with { TestCode = before }).Fixes(into);

    /// <summary>The same for the test's code.</summary>
    public async Task Fixes(string into)
    {
        var code = TestSolution.Create(this);
        var fixes = new FixVerifier(this, code);
        await VerifyDiagnosticsAsync(code);
        await fixes.VerifyFixesAsync(into);
    }

    /// <summary>The markup of this code is reported, and no fix (or not the one with the test's equivalence key) is offered for any of it.</summary>
    public Task OffersNoFix(string testCode, params DiagnosticResult[] expected)
        => (WithExpected(expected) with { TestCode = testCode }).OffersNoFix();

    /// <summary>The same for the test's code.</summary>
    public async Task OffersNoFix()
    {
        var code = TestSolution.Create(this);
        var fixes = new FixVerifier(this, code);
        await VerifyDiagnosticsAsync(code);
        await fixes.VerifyOffersNoneAsync();
    }

    /// <summary>What is reported for this code, for assertions of the test's own. Errors and crashes fail here too.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics(string testCode)
    {
        var test = this with { TestCode = testCode };
        var code = TestSolution.Create(test);
        await CompilerCheck.CheckAsync(test, code.Solution, Expectations.Resolve(test, code.Files), "code");
        return [.. (await AnalyzerRun.RunAsync(test, code.Solution)).Select(r => r.Diagnostic)];
    }

    /// <summary>
    /// What the test's first analyzer registered and did for this code, all projects together: exact counts of actions, so that "costs nothing"
    /// is a test without a clock.
    /// </summary>
    public async Task<AnalyzerTelemetryInfo> Telemetry(string testCode)
    {
        var test = this with { TestCode = testCode };
        var code = TestSolution.Create(test);
        await CompilerCheck.CheckAsync(test, code.Solution, [], "code");
        return await AnalyzerTelemetry.CollectAsync(test, code.Solution);
    }

    /// <summary>Opens this code as an editor does and compares what is shown with its markup; the session then takes edits.</summary>
    public Task<LiveSession> OpenLive(string testCode) => LiveSession.StartAsync(this with { TestCode = testCode });

    private async Task VerifyDiagnosticsAsync(TestSolution code)
    {
        await new DiagnosticVerifier(this, code).VerifyAsync();
        if (Edits is not [])
        {
            var session = await LiveSession.StartAsync(this);
            foreach (var edit in Edits)
            {
                await session.EditAsync(edit);
            }
        }
    }
}
