using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>The variables of a type, and its own methods, that hold the client: what each gets where it is declared, and who mentions it.</summary>
internal sealed class ClientVariables(ClientTrace trace)
{
    private readonly HashSet<ISymbol> _all = new(SymbolEqualityComparer.Default);

    public IReadOnlyCollection<ISymbol> All => _all;

    /// <summary>The parameter of a registration's delegate: where it comes from is known, so only its uses count.</summary>
    public void AddConfigured(IParameterSymbol parameter)
    {
        _all.Add(parameter);
        FollowReferences(parameter);
    }

    public void Add(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (!_all.Add(symbol))
        {
            return;
        }

        var declaration = symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(trace.Cancellation) : null;
        switch (symbol)
        {
            case ILocalSymbol { IsRef: false } when declaration is VariableDeclaratorSyntax local:
                AddInitializer(local.Initializer);
                break;
            case IMethodSymbol method when ClientTypes.IsOwnSource(method, trace.Type.Type) && declaration is not null:
                AddReturned(declaration);
                break;
            case IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }:
                trace.Refuse(RefusalReason.ClientIsStatic);
                break;
            case IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } or IPropertySymbol { DeclaredAccessibility: not Accessibility.Private }:
                trace.Refuse(RefusalReason.ClientNotPrivate);
                break;
            case IFieldSymbol when declaration is VariableDeclaratorSyntax field:
                AddInitializer(field.Initializer);
                break;
            case IPropertySymbol when declaration is PropertyDeclarationSyntax { ExpressionBody.Expression: var value }:
                trace.AddSource(value);
                break;
            case IPropertySymbol when declaration is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property
                && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null):
                AddInitializer(property.Initializer);
                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor }, RefKind: RefKind.None } parameter when declaration is ParameterSyntax node:
                if (SymbolEqualityComparer.Default.Equals(parameter.ContainingType.OriginalDefinition, trace.Type.Type.OriginalDefinition) && ClientTypes.IsHttpClient(parameter.Type))
                {
                    trace.Sources.Add(new ClientSource(ClientSourceKind.Injected, node));
                }
                else
                {
                    trace.Refuse(RefusalReason.ClientIsParameter);
                }

                break;
            case IParameterSymbol:
                trace.Refuse(RefusalReason.ClientIsParameter);
                break;
            default:
                trace.Refuse(RefusalReason.ClientFromElsewhere);
                break;
        }

        FollowReferences(symbol);
    }

    private void FollowReferences(ISymbol symbol)
    {
        foreach (var (name, _) in trace.Type.References(symbol, trace.Cancellation))
        {
            if (symbol is not IMethodSymbol)
            {
                trace.Follow(name);
            }
            else if (name.Whole().Parent is InvocationExpressionSyntax invocation && invocation.Expression == name.Whole())
            {
                trace.Follow(invocation);
            }
            else
            {
                trace.Refuse(RefusalReason.ClientEscapes);
            }
        }
    }

    /// <summary>What a method of the type's own returns.</summary>
    private void AddReturned(SyntaxNode method)
    {
        var body = method.ChildNodes().FirstOrDefault(child => child is BlockSyntax or ArrowExpressionClauseSyntax);
        if (body is ArrowExpressionClauseSyntax arrow)
        {
            trace.AddSource(arrow.Expression);
            return;
        }

        foreach (var statement in ClientTypes.Returns(body))
        {
            trace.AddSource(statement.Expression!);
        }
    }

    private void AddInitializer(EqualsValueClauseSyntax? initializer)
    {
        if (initializer is not null)
        {
            trace.AddSource(initializer.Value);
        }
    }
}
