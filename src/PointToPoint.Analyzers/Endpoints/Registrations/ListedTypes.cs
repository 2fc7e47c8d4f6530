using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>The types that code lists and goes through: <c>foreach (var api in new[] { typeof(IOrders), typeof(IStock) }) services.AddRefitClient(api);</c></summary>
internal static class ListedTypes
{
    /// <summary>What the variable of such a loop may be; empty where a value is none, or the list says anything else than types.</summary>
    public static ImmutableArray<ITypeSymbol> Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (MissingNames.Bare(value) is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            || declared.GetSyntax(cancellation) is not ForEachStatementSyntax loop)
        {
            return [];
        }

        var elements = Elements(List(loop.Expression, model, cancellation)).ToList();
        return elements.Count == 0 || elements.Exists(element => element is not TypeOfExpressionSyntax)
            ? []
            : [.. elements.OfType<TypeOfExpressionSyntax>().Select(element => model.GetTypeInfo(element.Type, cancellation).Type).OfType<ITypeSymbol>()];
    }

    /// <summary>What stands where a list is made: of a variable that is never anything else, its start.</summary>
    private static ExpressionSyntax List(ExpressionSyntax list, SemanticModel model, CancellationToken cancellation) =>
        MissingNames.Bare(list) is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol or IFieldSymbol { IsReadOnly: true }
            && model.GetSymbolInfo(name, cancellation).Symbol!.DeclaringSyntaxReferences is [var declared] && declared.SyntaxTree == list.SyntaxTree
            && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var start } variable && IsOnlyRead(variable)
                ? MissingNames.Bare(start)
                : MissingNames.Bare(list);

    /// <summary>True if nothing in the method puts another list into a variable, or another type into the list.</summary>
    private static bool IsOnlyRead(VariableDeclaratorSyntax variable) => variable.FirstAncestorOrSelf<BlockSyntax>() is not { } block || !block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
        name.Identifier.ValueText == variable.Identifier.ValueText && (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name
            || name.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax }
            || name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "Add" or "AddRange" or "Insert" or "Remove" or "Clear" }));

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Select(element => element is ExpressionElementSyntax { Expression: var expression } ? expression : list),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var expressions } => expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var expressions } => expressions,
        BaseObjectCreationExpressionSyntax { Initializer.Expressions: var expressions } => expressions,
        _ => [],
    };
}
