using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>A declaration of a type: one for each part.</summary>
internal sealed record TypePart(Document Document, SemanticModel Model, SyntaxNode Node);

/// <summary>All that is written inside a type, over all its files.</summary>
internal sealed class TypeParts
{
    private readonly ILookup<string, (IdentifierNameSyntax Name, TypePart Part)> _names;

    private TypeParts(INamedTypeSymbol type, ImmutableArray<TypePart> parts)
    {
        Type = type;
        Parts = parts;
        _names = parts.SelectMany(part => part.Node.DescendantNodes().OfType<IdentifierNameSyntax>(), (part, name) => (name, part))
            .ToLookup(pair => pair.name.Identifier.ValueText, StringComparer.Ordinal);
    }

    public INamedTypeSymbol Type { get; }

    public ImmutableArray<TypePart> Parts { get; }

    /// <summary>The parts of a type, ordered by path; null if one of them is in no document of the solution, such as a generator's.</summary>
    public static async Task<TypeParts?> FindAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<TypePart>();
        foreach (var reference in type.DeclaringSyntaxReferences.OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.Span.Start))
        {
            if (solution.GetDocument(reference.SyntaxTree) is not { } document || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            {
                return null;
            }

            parts.Add(new TypePart(document, model, await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false)));
        }

        return parts.Count == 0 ? null : new TypeParts(type, parts.ToImmutable());
    }

    /// <summary>The part that a node stands in.</summary>
    public TypePart PartOf(SyntaxNode node) => Parts.First(part => part.Node.SyntaxTree == node.SyntaxTree && part.Node.FullSpan.Contains(node.FullSpan));

    /// <summary>Everywhere a symbol is named inside the type, its declaration not included.</summary>
    public IEnumerable<(IdentifierNameSyntax Name, TypePart Part)> References(ISymbol symbol, CancellationToken cancellation) =>
        _names[symbol.Name].Where(pair => SymbolEqualityComparer.Default.Equals(
            pair.Part.Model.GetSymbolInfo(pair.Name, cancellation).Symbol?.OriginalDefinition, symbol.OriginalDefinition));

    /// <summary>True if some token of the type already spells this name.</summary>
    public bool Mentions(string name) => Parts.Any(part => part.Node.DescendantTokens().Any(token => token.ValueText == name));
}
