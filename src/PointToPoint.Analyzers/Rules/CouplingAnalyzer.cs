using System.Collections.Immutable;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Rules;

/// <summary>
/// The analyzer of the whole band P2P1xxx. One class for all its rules, because all of them judge the same records, and a second analyzer would
/// walk the compilation a second time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CouplingAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<CouplingRule> _rules = [new DirectHttpCall(), new DirectSdkCall(), new DirectWiring(), new DirectDataAccess(), new UnknownTarget()];

    private readonly Action<OutboundCall>? _onRecord;
    private readonly EngineCounters? _counters;
    private readonly SolutionContext? _solution;
    private readonly ManifestMatchers _manifests = new();
    private readonly Lazy<LibraryCatalog> _catalog;

    // Belongs to the instance: what it read of a tree lives as long as the tree, over all compilations that hold it.
    private readonly SyntaxTreeValueProvider<TreeFacts> _facts;

    /// <summary>The analyzer as compilers create it.</summary>
    public CouplingAnalyzer()
        : this(onRecord: null, counters: null)
    {
    }

    /// <param name="onRecord">Gets every record, quiet ones included; called concurrently. Makes the analyzer one that no setting switches off.</param>
    /// <param name="counters">Counts the work.</param>
    /// <param name="solution">What lies around the project, to look for answers in; null in compilers, which see one project.</param>
    /// <param name="catalog">The catalog, where it has been read already: it is the same for all. Null if it is read when it is needed, which takes longer than the analysis of a small project.</param>
    internal CouplingAnalyzer(Action<OutboundCall>? onRecord, EngineCounters? counters = null, SolutionContext? solution = null, LibraryCatalog? catalog = null)
    {
        _catalog = new(() => catalog ?? solution?.Code.Catalog ?? LibraryCatalog.Load());
        _solution = solution;
        _onRecord = onRecord;
        _counters = counters;
        _facts = new(tree => TreeFacts.Of(tree, CancellationToken.None, counters, _catalog.Value.ClientNames));
        SupportedDiagnostics = [.. _rules.Select(rule => rule.Descriptor), .. onRecord is null ? ImmutableArray<DiagnosticDescriptor>.Empty : [RecordDescriptor.Instance]];
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
#pragma warning disable RS0030 // the one place that decides about generated code: what #line maps to .razor is analysed, the rest passed over
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
#pragma warning restore RS0030
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var project = ProjectFacts.Of(context.Compilation, context.Options);
        if (project.IsTest && !project.ReportTests)
        {
            return;
        }

        var matcher = _manifests.Of(context);
        var families = ClientFamilies.Of(context.Compilation, [.. _catalog.Value.Libraries, .. ManifestLibraries.Of(matcher.Manifest)], mayLackPackages: _solution is not null);
        if (families.IsEmpty)
        {
            return;
        }

        var headers = new ConditionalWeakTable<SyntaxTree, object>();
        var bound = BoundClients.Of(context.Compilation, matcher.Manifest, mayLackPackages: _solution is not null);

        // Built when the first operation is worth it: most compilations of most solutions call nobody.
        var engine = new Lazy<OutboundCallEngine>(() => EngineComposition.Compose(context, families, _catalog.Value, project, matcher, bound, tree => Facts(context, tree), _solution, _counters), LazyThreadSafetyMode.PublicationOnly);

        // What a compiler would say, so that a tool can tell where it says more.
        var compilers = _solution is null ? null : new Lazy<OutboundCallEngine>(
            () => EngineComposition.Compose(context, families, _catalog.Value, project, matcher, bound, _solution.Code.FactsOf, solution: null, counters: null), LazyThreadSafetyMode.PublicationOnly);
        context.RegisterOperationAction(
            operation =>
            {
                var invocation = (IInvocationOperation)operation.Operation;
                if ((families.Concerns(invocation) || MayBeWrapper(invocation.TargetMethod) || bound?.Concerns(invocation) == true) && IsAnalysed(operation))
                {
                    Take(operation, Ask(engine => engine.OfInvocation(invocation, operation.ContainingSymbol, operation.CancellationToken)));
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is IPropertyReferenceOperation property && families.Wiring(property.Property) is not null && IsAnalysed(operation))
                {
                    Take(operation, Ask(engine => engine.OfAssignment(assignment, operation.ContainingSymbol, operation.CancellationToken)));
                }
                else if (_solution is not null && assignment.Target is IInvalidOperation && IsAnalysed(operation))
                {
                    Take(operation, Ask(engine => engine.OfUnboundAssignment(assignment, operation.ContainingSymbol, operation.CancellationToken)));
                }
            },
            OperationKind.SimpleAssignment);
        if (!families.Libraries.Families.IsEmpty)
        {
            context.RegisterOperationAction(
                operation =>
                {
                    var creation = (IObjectCreationOperation)operation.Operation;
                    if (families.Binding(creation.Constructor) is not null && IsAnalysed(operation))
                    {
                        Take(operation, Ask(engine => engine.OfCreation(creation, operation.ContainingSymbol, operation.CancellationToken)));
                    }
                },
                OperationKind.ObjectCreation);
        }

        context.RegisterOperationAction(
            operation =>
            {
                var reference = (IMethodReferenceOperation)operation.Operation;
                if ((families.Concerns(reference) || MayBeWrapper(reference.Method)) && IsAnalysed(operation))
                {
                    Take(operation, Ask(engine => engine.OfReference(reference, operation.ContainingSymbol, operation.CancellationToken)));
                }
            },
            OperationKind.MethodReference);
        if (_solution is not null)
        {
            // Only a tool looks at code that isn't restored: to a compiler it is an error.
            context.RegisterOperationAction(
                operation =>
                {
                    if (operation.Operation.Syntax is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && IsAnalysed(operation))
                    {
                        Take(operation, Ask(engine => engine.OfUnbound((IInvalidOperation)operation.Operation, operation.ContainingSymbol, operation.CancellationToken)));
                    }
                },
                OperationKind.Invalid);
        }

        // Generated code is passed over, but for spans that #line maps to where a person wrote them.
        bool IsAnalysed(OperationAnalysisContext operation) => (!IsGenerated(operation) || IsMapped(operation.Operation) || ReportOptions.IsOn(Options(operation), ReportOptions.GeneratedCode))
            && (project.ReportTests || !project.IsTestFile(operation.Operation.Syntax.SyntaxTree.FilePath));

        // By what the compiler knows, and by the headers of tools that it doesn't know, unless the options say better.
        bool IsGenerated(OperationAnalysisContext operation) => operation.IsGeneratedCode
            || ((bool)headers.GetValue(operation.Operation.Syntax.SyntaxTree, static tree => GeneratedHeaders.NameTool(tree.GetRoot()))
                && !(Options(operation).TryGetValue("generated_code", out var set) && set.Equals("false", StringComparison.OrdinalIgnoreCase)));

        OutboundCall? Ask(Func<OutboundCallEngine, OutboundCall?> question) => question(engine.Value) is not { } answer ? null
            : compilers is null ? answer
            : answer with { NeedsSolution = question(compilers.Value) is not { } known || !known.GoesWhere(answer) };
    }

#pragma warning disable RS1012 // asks the start context for a cached value; the actions are registered above
    private TreeFacts Facts(CompilationStartAnalysisContext context, SyntaxTree tree) => context.TryGetValue(tree, _facts, out var facts) ? facts : TreeFacts.Of(tree, CancellationToken.None, clients: _catalog.Value.ClientNames);
#pragma warning restore RS1012

    /// <summary>A method of the code's own that is given something may hand it on to a client; one of a generated client needs nothing.</summary>
    private static bool MayBeWrapper(IMethodSymbol method) => method.MethodKind == MethodKind.DelegateInvoke ? method.Parameters.Length > 0 : method.Locations is [{ IsInSource: true }, ..]
        && (method.Parameters.Length > 0 || method.IsGenericMethod || method.ContainingType.IsGenericType || method.ReturnType.Name is nameof(Task));

    /// <summary>True for what stands in a page that a person wrote.</summary>
    private static bool IsMapped(IOperation operation) => operation.Syntax.GetLocation().GetMappedLineSpan() is { HasMappedPath: true, Path: var path }
        && (path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase));

    private static AnalyzerConfigOptions Options(OperationAnalysisContext context) =>
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree);

    private void Take(OperationAnalysisContext context, OutboundCall? call)
    {
        // What an expression tree says is data for somebody to read, and nobody's call.
        if (call is null || context.Operation.IsInExpressionTree())
        {
            return;
        }

        _counters?.RecordMade();
        _onRecord?.Invoke(call);
        if (!IsQuiet(call, context))
        {
            context.ReportDiagnostic(_rules.First(rule => rule.Descriptor.Id == call.RuleId).Report(call, context.Compilation));
        }
    }

    private static bool IsQuiet(OutboundCall call, OperationAnalysisContext context) => call.Verdict switch
    {
        Verdict.Infrastructure => true,
        Verdict.Own => !ReportOptions.IsOn(Options(context), call.IsLoopback ? ReportOptions.Loopback : ReportOptions.OwnSystem),
        Verdict.Gateway => !ReportOptions.IsOn(Options(context), ReportOptions.Gateway),
        Verdict.Approved => !ReportOptions.IsOn(Options(context), ReportOptions.Approved),
        _ => false,
    };
}
