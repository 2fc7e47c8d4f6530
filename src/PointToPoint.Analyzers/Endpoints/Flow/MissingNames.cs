using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Types of packages that aren't there: known by their name, where the file says whose they are (<c>using Microsoft.Extensions.Options;</c>).</summary>
internal sealed class MissingNames(CodeBase code)
{
    private readonly Lazy<ImmutableHashSet<string>> _global = new(
        () => [.. code.Trees.SelectMany(pair => Usings(pair.Tree)).Where(used => !used.GlobalKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None)).Select(used => used.Name?.ToString() ?? "")]);

    /// <summary>The missing type that an expression is of; null if its type is there, or nothing says that it is one of this namespace.</summary>
    public INamedTypeSymbol? TypeOf(ExpressionSyntax expression, string space, CancellationToken cancellation) =>
        code.MayLackPackages && code.ModelOf(expression.SyntaxTree)?.GetTypeInfo(expression, cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: > 0 } type && Uses(expression.SyntaxTree, space)
            ? type
            : null;

    /// <summary>True if a file says that it uses a namespace.</summary>
    public bool Uses(SyntaxTree tree, string space) => code.MayLackPackages && (_global.Value.Contains(space) || Usings(tree).Any(used => used.Name?.ToString() == space));

    /// <summary>What a local starts with, whose type isn't there; null if an expression is no such local.</summary>
    public ExpressionSyntax? StartOf(ExpressionSyntax expression, CancellationToken cancellation) =>
        code.MayLackPackages && expression is IdentifierNameSyntax && code.ModelOf(expression.SyntaxTree)?.GetSymbolInfo(expression, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } start }
            ? start
            : null;

    /// <summary>A text that is written out, or constant.</summary>
    public string? Constant(ExpressionSyntax? expression, CancellationToken cancellation) =>
        expression is null ? null : code.ModelOf(expression.SyntaxTree)?.GetConstantValue(expression, cancellation).Value as string;

    /// <summary>Without what changes nothing of a value.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
        _ => expression,
    };

    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxTree tree) => tree.GetRoot(CancellationToken.None) is CompilationUnitSyntax root
        ? root.Usings.Concat(root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Usings))
        : [];
}
