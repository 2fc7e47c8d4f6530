using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>What of an <c>IHttpClientFactory</c> nobody needs once the gateway hands out the clients.</summary>
internal sealed record FactoryRemoval
{
    /// <summary>The field or property-like variable that held it; null if the parameter was used directly.</summary>
    public VariableDeclaratorSyntax? Field { get; private init; }

    /// <summary>The statement that stored it.</summary>
    public StatementSyntax? Store { get; private init; }

    /// <summary>The parameter it came by.</summary>
    public required ParameterSyntax Parameter { get; init; }

    /// <summary>The factory of these clients, if they are all it was there for.</summary>
    public static FactoryRemoval? Of(TypeParts type, IReadOnlyCollection<GatewayUse> uses, CancellationToken cancellation)
    {
        var constructors = type.Type.InstanceConstructors.Where(each => !each.IsImplicitlyDeclared).ToList();
        var calls = uses.Select(use => use.Creation).OfType<InvocationExpressionSyntax>().ToList();
        var receivers = calls.Select(call => (call.Expression as MemberAccessExpressionSyntax)?.Expression.Name()).OfType<IdentifierNameSyntax>().ToList();
        if (constructors.Count != 1 || calls.Count == 0 || receivers.Count != calls.Count)
        {
            return null;
        }

        var symbols = receivers.Select(name => type.PartOf(name).Model.GetSymbolInfo(name, cancellation).Symbol).Distinct(SymbolEqualityComparer.Default).ToList();
        if (symbols is not [{ } symbol] || !ClientTypes.IsHttpClientFactory(symbol))
        {
            return null;
        }

        var others = type.References(symbol, cancellation).Select(pair => pair.Name).Where(name => !receivers.Contains(name)).ToList();
        return symbol switch
        {
            IParameterSymbol parameter when others.Count == 0 && Declared<ParameterSyntax>(parameter, cancellation) is { } node && IsOf(parameter, constructors[0]) => new FactoryRemoval { Parameter = node },
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsStatic: false } field when Declared<VariableDeclaratorSyntax>(field, cancellation) is { } node && IsAlone(node) =>
                OfField(type, node, others, constructors[0], cancellation),
            _ => null,
        };
    }

    private static FactoryRemoval? OfField(TypeParts type, VariableDeclaratorSyntax field, List<IdentifierNameSyntax> others, IMethodSymbol constructor, CancellationToken cancellation)
    {
        // Stored by the initialiser with a primary constructor, else by one statement.
        var assignment = others.Count == 1 && field.Initializer is null ? StoreOf(others[0]) : null;
        var value = assignment?.Right ?? (others.Count == 0 ? field.Initializer?.Value : null);
        var name = value switch
        {
            IdentifierNameSyntax plain => plain,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: IdentifierNameSyntax guarded, Right: ThrowExpressionSyntax } => guarded,
            _ => null,
        };
        if (name is null || type.PartOf(name).Model.GetSymbolInfo(name, cancellation).Symbol is not IParameterSymbol parameter || !IsOf(parameter, constructor)
            || type.References(parameter, cancellation).Any(reference => !value!.Span.Contains(reference.Name.Span)))
        {
            return null;
        }

        return Declared<ParameterSyntax>(parameter, cancellation) is { } node ? new FactoryRemoval { Field = field, Store = assignment?.Parent as StatementSyntax, Parameter = node } : null;
    }

    private static AssignmentExpressionSyntax? StoreOf(IdentifierNameSyntax name) =>
        name.Whole().Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } } assignment && assignment.Left == name.Whole() ? assignment : null;

    private static bool IsAlone(VariableDeclaratorSyntax declarator) => declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { AttributeLists.Count: 0 } };

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol constructor) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, constructor.OriginalDefinition);

    private static T? Declared<T>(ISymbol symbol, CancellationToken cancellation)
        where T : SyntaxNode => symbol.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellation) as T : null;
}
