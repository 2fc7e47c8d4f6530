using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// The client registrations of the compilation. Nothing happens until somebody asks; then every tree is searched by syntax (once in its life: the
/// result is kept with the tree), and only registrations whose names fit the question are bound.
/// </summary>
internal sealed class RegistrationIndex
{
    private readonly Lazy<ImmutableArray<(SyntaxTree Tree, RegistrationCandidate Candidate)>> _candidates;
    private readonly ConcurrentDictionary<(SyntaxTree, RegistrationCandidate), ClientRegistration?> _bound = new();
    private readonly SourceBodies _bodies;
    private readonly EngineCounters? _counters;
    private readonly Func<IOperation, string?> _constant;

    public RegistrationIndex(
        Compilation compilation, Func<SyntaxTree, ImmutableArray<RegistrationCandidate>> scan, SourceBodies bodies, Func<IOperation, string?> constant, EngineCounters? counters)
    {
        _bodies = bodies;
        _counters = counters;
        _constant = constant;

        // PublicationOnly: an exception (cancellation above all) of one caller must not be every later caller's answer.
        _candidates = new(
            () => [.. compilation.SyntaxTrees.SelectMany(tree => scan(tree), (tree, candidate) => (tree, candidate))],
            LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Registrations that make this typed client, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForType(ITypeSymbol type, CancellationToken cancellation) => Bound(
        candidate => candidate.TypeNames.Contains(type.Name),
        registration => registration.ClientTypes.Any(client => SymbolEqualityComparer.Default.Equals(client.OriginalDefinition, type.OriginalDefinition)),
        cancellation);

    /// <summary>Registrations under this name, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForName(string name, CancellationToken cancellation) => Bound(
        candidate => candidate.Name == name || candidate.HasOtherName
            || (candidate.Name is null && (candidate.TypeNames.IsEmpty ? name.Length == 0 : candidate.TypeNames.Contains(name))),
        registration => registration.Name == name,
        cancellation);

    private ImmutableArray<ClientRegistration> Bound(Func<RegistrationCandidate, bool> may, Func<ClientRegistration, bool> fits, CancellationToken cancellation) =>
    [
        .. _candidates.Value.Where(pair => may(pair.Candidate))
            .Select(pair => Bind(pair.Tree, pair.Candidate, cancellation))
            .OfType<ClientRegistration>()
            .Where(fits)
            .OrderBy(registration => registration.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(registration => registration.Location.SourceSpan.Start),
    ];

    private ClientRegistration? Bind(SyntaxTree tree, RegistrationCandidate candidate, CancellationToken cancellation)
    {
        if (_bound.TryGetValue((tree, candidate), out var known))
        {
            return known;
        }

        _counters?.RegistrationBound();
        var node = tree.GetRoot(cancellation).FindNode(candidate.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(node => node.Span == candidate.Span);
        return _bound.GetOrAdd((tree, candidate), node is null ? null : Read(node, cancellation));
    }

    private ClientRegistration? Read(InvocationExpressionSyntax node, CancellationToken cancellation)
    {
        var calls = new List<IInvocationOperation>();
        IInvocationOperation? add = null;
        var next = _bodies.OperationAt(RegistrationScan.Chain(node).Last(), cancellation);
        while (next?.Bare() is IInvocationOperation call)
        {
            calls.Insert(0, call);
            if (call.Syntax == node)
            {
                add = call;
                break;
            }

            next = call.Receiver();
        }

        return add is null ? null : ClientRegistration.Read(add, calls, _constant);
    }
}
