using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers;

/// <summary>
/// Methods of clients that a tool wrote, from an OpenAPI description for one: nobody reads what they do inside, so the call of such a method is what is told.
/// </summary>
internal sealed class GeneratedClients
{
    private readonly ConditionalWeakTable<SyntaxTree, object> _trees = new();

    public bool Contains(IMethodSymbol method) => method.DeclaringSyntaxReferences is [var declared, ..] && (HasAttribute(method) || HasAttribute(method.ContainingType) || IsGenerated(declared.SyntaxTree));

    /// <summary>True if a person wrote what an operation stands in, somewhere else: then it is told there.</summary>
    public static bool IsMapped(IOperation operation) => operation.Syntax.GetLocation().GetMappedLineSpan().HasMappedPath;

    private static bool HasAttribute(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" });

    private bool IsGenerated(SyntaxTree tree) => (bool)_trees.GetValue(tree, static tree => GeneratedHeaders.Mark(tree.GetRoot()));
}
