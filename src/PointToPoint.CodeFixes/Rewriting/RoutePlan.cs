using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>A client that the gateway is to hand out instead.</summary>
internal sealed record GatewayUse
{
    public required TypeParts Type { get; init; }

    public required TypePart Part { get; init; }

    /// <summary>What makes the client now.</summary>
    public required ExpressionSyntax Creation { get; init; }

    /// <summary>The system's key.</summary>
    public required string System { get; init; }

    /// <summary>The path of the base address; null for the root.</summary>
    public ExpressionSyntax? BasePath { get; init; }

    /// <summary>What else the creation sets, given the client's name: statements that follow it.</summary>
    public ImmutableArray<Func<string, string>> Settings { get; init; } = [];
}

/// <summary>
/// All that has to change together so that one client goes through the gateway: whichever of its diagnostics is fixed, the same changes are made.
/// </summary>
internal sealed class RoutePlan(string system)
{
    public string System { get; } = system;

    public List<(Document Document, SyntaxEdit Edit)> Edits { get; } = [];

    public List<GatewayUse> GatewayUses { get; } = [];

    /// <summary>Constants whose text was written in place of their name, with the places; they may be needed no more.</summary>
    public List<(TypeParts Type, ISymbol Constant, SyntaxNode Use)> Inlined { get; } = [];

    /// <summary>The names that diagnostics about this client stand on.</summary>
    public HashSet<(string Path, int Position)> Sites { get; } = [];

    /// <summary>The documents that change.</summary>
    public IEnumerable<Document> Documents => Edits.Select(edit => edit.Document).Concat(GatewayUses.Select(use => use.Part.Document)).Distinct();

    /// <summary>Adds a change; false if the same node is already changed in another way.</summary>
    public bool Add(Document document, SyntaxEdit edit)
    {
        if (edit is NodeEdit { What: { } what } && Edits.Select(other => other.Edit).OfType<NodeEdit>().FirstOrDefault(other => other.Node == edit.Node) is { } same)
        {
            return same.What == what;
        }

        Edits.Add((document, edit));
        return true;
    }

    public void AddSite(SyntaxNode name) => Sites.Add((name.SyntaxTree.FilePath, name.SpanStart));
}
