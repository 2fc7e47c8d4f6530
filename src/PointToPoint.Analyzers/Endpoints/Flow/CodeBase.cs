using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// The code that answers may be looked for in: the compilation, and in the tool the projects that run in the same process. Trees are read and code is bound
/// on demand, each tree in its own compilation.
/// </summary>
internal sealed class CodeBase(Compilation compilation, SolutionCode? solution, Func<SyntaxTree, TreeFacts> factsOf, EngineCounters? counters)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, IOperation> _operations = new();
    private readonly ConcurrentDictionary<SyntaxNode, Call?> _unbound = new();

    // One thread reads, the others wait. No token goes in: cancelled work of one caller must not be every later caller's answer.
    private readonly Lazy<ImmutableArray<(SyntaxTree Tree, TreeFacts Facts)>> _trees = new(
        () =>
        [
            .. (solution is null ? compilation.SyntaxTrees : solution.TreesInProcessOf(compilation)).OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
                .Select(tree => (tree, solution is null ? factsOf(tree) : solution.FactsOf(tree))),
        ]);

    private OwnExtensions? _extensions;

    /// <summary>The extension methods of the code.</summary>
    public OwnExtensions Extensions => _extensions ?? Interlocked.CompareExchange(ref _extensions, new OwnExtensions(this), null) ?? _extensions;

    /// <summary>True if packages may be missing, so that calls don't bind: never in a compiler, to whom that is an error.</summary>
    public bool MayLackPackages => solution is not null;

    /// <summary>Every tree, in order of path, with what it says by its syntax alone.</summary>
    public ImmutableArray<(SyntaxTree Tree, TreeFacts Facts)> Trees => _trees.Value;

    /// <summary>What stands at a node; null if it means nothing, or belongs to code that can't be bound from here.</summary>
    public IOperation? OperationAt(SyntaxNode node, CancellationToken cancellation)
    {
        // Parentheses and the ! behind a value mean nothing by themselves.
        if (node is ExpressionSyntax expression)
        {
            node = MissingNames.Bare(expression);
        }

        if (_operations.TryGetValue(node, out var known))
        {
            return known;
        }

        if (ModelOf(node.SyntaxTree) is not { } model)
        {
            return null;
        }

        if (model.GetOperation(node, cancellation) is not { } operation)
        {
            return null;
        }

        // Two threads may ask at the same time; the model binds once.
        if (_operations.TryAdd(node, operation))
        {
            counters?.BodyBound();
        }

        return _operations[node];
    }

    /// <summary>The value that an expression is where it stands: with what its conversion makes of it, where a type declares one.</summary>
    public IOperation? ValueAt(SyntaxNode node, CancellationToken cancellation)
    {
        var value = OperationAt(node, cancellation);
        for (var next = value?.Parent; next is IConversionOperation { IsImplicit: true } conversion && conversion.Syntax == value!.Syntax; next = next.Parent)
        {
            value = conversion.OperatorMethod is null ? value : conversion;
        }

        return value;
    }

    /// <summary>The call by which a constructor runs another, <c>: base(…)</c> or <c>: this(…)</c>, be it bound or not; null if it doesn't say.</summary>
    public IOperation? InitializerOf(IMethodSymbol constructor, CancellationToken cancellation)
    {
        foreach (var reference in constructor.OriginalDefinition.DeclaringSyntaxReferences)
        {
            SyntaxNode? node = reference.GetSyntax(cancellation) switch
            {
                ConstructorDeclarationSyntax declaration => declaration.Initializer,
                TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
                _ => null,
            };
            if (node is not null && OperationAt(node, cancellation) is { } operation)
            {
                return (operation is IExpressionStatementOperation statement ? statement.Operation : operation) is var called and (IInvocationOperation or IInvalidOperation) ? called : null;
            }
        }

        return null;
    }

    /// <summary>What a call that doesn't bind calls: circles of such calls ask for each of them again and again.</summary>
    public Call? UnboundCallAt(SyntaxNode node, Func<Call?> find) => _unbound.TryGetValue(node, out var known) ? known : _unbound.GetOrAdd(node, find());

    /// <summary>The node of a kind at a place that <see cref="TreeFacts"/> found.</summary>
    public static TNode? NodeAt<TNode>(SyntaxTree tree, TextSpan span, CancellationToken cancellation)
        where TNode : SyntaxNode =>
        tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>(node => node.Span == span);

    /// <summary>The model of a tree; null if it belongs to code that can't be bound from here.</summary>
    public SemanticModel? ModelOf(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var known))
        {
            return known;
        }

        var owner = compilation.ContainsSyntaxTree(tree) ? compilation : solution?.CompilationOf(tree);
#pragma warning disable RS1030 // on demand, for few trees: where a client is registered or a member assigned stands in other files than the call
        return owner is null ? null : _models.GetOrAdd(tree, tree => owner.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
