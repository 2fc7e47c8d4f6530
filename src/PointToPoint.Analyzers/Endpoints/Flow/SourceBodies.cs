using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Bound code of any tree of the compilation, on demand.</summary>
internal sealed class SourceBodies(Compilation compilation, EngineCounters? counters)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, IOperation> _operations = new();

    public IOperation? OperationAt(SyntaxNode node, CancellationToken cancellation)
    {
        if (_operations.TryGetValue(node, out var known))
        {
            return known;
        }

        counters?.BodyBound();
        var operation = ModelOf(node.SyntaxTree).GetOperation(node, cancellation);
        return operation is null ? null : _operations.GetOrAdd(node, operation);
    }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
#pragma warning disable RS1030 // on demand, for few trees: where a client is registered or a member assigned stands in other files than the call
        return _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
