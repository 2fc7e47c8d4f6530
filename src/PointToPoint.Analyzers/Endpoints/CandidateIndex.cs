using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// The calls of one kind that syntax found in the compilation. Nothing happens until somebody asks; then every tree is read (once in its life), and
/// only candidates that fit the question are bound, each once.
/// </summary>
/// <typeparam name="TCandidate">What syntax tells.</typeparam>
/// <typeparam name="TBound">What binding makes of it.</typeparam>
internal sealed class CandidateIndex<TCandidate, TBound>
    where TCandidate : class
    where TBound : class
{
    private readonly Lazy<ImmutableArray<(SyntaxTree Tree, TCandidate Candidate)>> _candidates;
    private readonly ConcurrentDictionary<TCandidate, TBound?> _bound = new(ReferenceComparer.Instance);
    private readonly CodeBase _code;
    private readonly Func<TCandidate, TextSpan> _spanOf;
    private readonly Func<IInvocationOperation, TBound?> _read;
    private readonly Func<InvocationExpressionSyntax, CancellationToken, TBound?>? _readUnbound;
    private readonly EngineCounters? _counters;

    public CandidateIndex(
        CodeBase code,
        Func<TreeFacts, ImmutableArray<TCandidate>> candidatesOf,
        Func<TCandidate, TextSpan> spanOf,
        Func<IInvocationOperation, TBound?> read,
        EngineCounters? counters,
        Func<InvocationExpressionSyntax, CancellationToken, TBound?>? readUnbound = null)
    {
        _code = code;
        _spanOf = spanOf;
        _read = read;
        _readUnbound = readUnbound;
        _counters = counters;

        _candidates = new(
            () =>
            [
                .. code.Trees.SelectMany(pair => candidatesOf(pair.Facts), (pair, candidate) => (pair.Tree, candidate)),
            ]);
    }

    /// <summary>What is bound of the candidates that may fit, in order of path and position.</summary>
    public ImmutableArray<TBound> Bound(Func<TCandidate, bool> may, CancellationToken cancellation) =>
    [
        .. _candidates.Value.Where(pair => may(pair.Candidate)).Select(pair => Bind(pair.Tree, pair.Candidate, cancellation)).OfType<TBound>(),
    ];

    private TBound? Bind(SyntaxTree tree, TCandidate candidate, CancellationToken cancellation)
    {
        if (_bound.TryGetValue(candidate, out var known))
        {
            return known;
        }

        _counters?.RegistrationBound();
        var span = _spanOf(candidate);
        var node = tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(node => node.Span == span);
        var operation = BoundPart(node, cancellation);
        var read = operation is null ? null : _read(operation);
        return _bound.GetOrAdd(candidate, read ?? (node is null || !_code.MayLackPackages ? null : _readUnbound?.Invoke(node, cancellation)));
    }

    /// <summary>The chain up to the last call that binds: what an extension of a missing package adds behind it can't be told, the rest can.</summary>
    private IInvocationOperation? BoundPart(InvocationExpressionSyntax? chain, CancellationToken cancellation)
    {
        for (var node = chain; node is not null; node = (node.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            if (_code.OperationAt(node, cancellation) is IInvocationOperation operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Equal candidates of different trees are different calls.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<TCandidate>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TCandidate? x, TCandidate? y) => ReferenceEquals(x, y);

        public int GetHashCode(TCandidate obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
