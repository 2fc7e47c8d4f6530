using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests;

public sealed class TelemetryTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For(() => new DelegatingAnalyzer(
        context =>
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                if (start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClient") is not null)
                {
                    start.RegisterOperationAction(_ => { }, OperationKind.Invocation);
                }
            });
        },
        Rules.BadCall));

    [Fact]
    public async Task LibraryReferenced_ActionsAreCounted()
        => Assert.Equal(1, (await Test.Telemetry("class C;")).OperationActionsCount);

    [Fact]
    public async Task LibraryNotReferenced_NoActionIsRegistered()
        => Assert.Equal(0, (await Test.WithReferences(ReferenceSet.CoreOnly).Telemetry("class C;")).OperationActionsCount);

    [Fact]
    public async Task SeveralProjects_AreAddedUp()
        => Assert.Equal(2, (await Test.Telemetry("# project A\n# project B\n")).OperationActionsCount);
}
