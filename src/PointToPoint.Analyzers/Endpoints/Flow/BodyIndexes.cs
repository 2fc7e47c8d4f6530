using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The index of each body that was asked about.</summary>
internal sealed class BodyIndexes
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyIndex> _indexes = new();

    /// <summary>The index of the body that an operation is part of.</summary>
    public BodyIndex Of(IOperation operation)
    {
        var root = operation.Root();
        return _indexes.GetOrAdd(root.Syntax, _ => new BodyIndex(root));
    }
}
