using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>A change at one node of the original tree.</summary>
/// <param name="Node">The node as it stands in the original tree.</param>
internal abstract record SyntaxEdit(SyntaxNode Node);

/// <summary>A change of the node. Inner ones are made first, so <paramref name="Change"/> gets the node as they left it.</summary>
/// <param name="Node">The node as it stands in the original tree.</param>
/// <param name="Change">Makes the new node of the current one; null removes it.</param>
internal sealed record NodeEdit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode?> Change) : SyntaxEdit(Node)
{
    /// <summary>What is done, for edits that several places may ask for: of those with equal text only one is made.</summary>
    public string? What { get; init; }
}

/// <summary>Statements that follow one.</summary>
/// <param name="Node">The statement they follow.</param>
/// <param name="Statements">The statements.</param>
internal sealed record StatementsAfter(SyntaxNode Node, ImmutableArray<StatementSyntax> Statements) : SyntaxEdit(Node);
