using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Judges what becomes of the client where it is named or made: it is used, kept, returned, or escapes.</summary>
internal sealed class ClientUses(ClientTrace trace)
{
    private readonly ClientMemberUses _members = new(trace);

    /// <summary>What becomes of the client where it is named or made.</summary>
    public void Follow(ExpressionSyntax expression)
    {
        var value = expression.Whole();
        switch (value.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == value:
                _members.Add(access.Name, access);
                break;
            case ConditionalAccessExpressionSyntax access when access.Expression == value:
                FollowConditional(access);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == value:
                trace.AddSource(assignment.Right);
                if (assignment.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }))
                {
                    Follow(assignment);
                }

                break;
            case AssignmentExpressionSyntax assignment:
                AddTarget(assignment.Left);
                if (assignment.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }))
                {
                    Follow(assignment);
                }

                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } clause when trace.ModelOf(clause).GetDeclaredSymbol(clause.Parent!, trace.Cancellation) is { } declared:
                trace.AddVariable(declared);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                trace.AddSource(coalesce);
                Follow(coalesce);
                break;
            case ConditionalExpressionSyntax choice when choice.Condition != value:
                trace.AddSource(choice.WhenTrue);
                trace.AddSource(choice.WhenFalse);
                Follow(choice);
                break;
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } when trace.ModelOf(property).GetDeclaredSymbol(property, trace.Cancellation) is { } declared:
                trace.AddVariable(declared);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when Returning(value) is { } method:
                trace.AddVariable(method);
                break;
            default:
                if (!ClientTypes.IsHarmless(value, trace.SymbolOf))
                {
                    trace.Refuse(RefusalReason.ClientEscapes);
                }

                break;
        }
    }

    /// <summary>The method that returns the client here, if its callers can be followed.</summary>
    private IMethodSymbol? Returning(ExpressionSyntax value)
    {
        var owner = value.Parent!.Ancestors().FirstOrDefault(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax);
        return owner is MethodDeclarationSyntax or LocalFunctionStatementSyntax
            && trace.ModelOf(owner).GetDeclaredSymbol(owner, trace.Cancellation) is IMethodSymbol method && ClientTypes.IsOwnSource(method, trace.Type.Type)
            ? method
            : null;
    }

    private void AddTarget(ExpressionSyntax target)
    {
        if (target.Name() is { } name && trace.SymbolOf(name) is ILocalSymbol or IFieldSymbol or IPropertySymbol && trace.SymbolOf(name) is { } symbol)
        {
            trace.AddVariable(symbol);
        }
        else
        {
            trace.Refuse(RefusalReason.ClientEscapes);
        }
    }

    private void FollowConditional(ConditionalAccessExpressionSyntax access)
    {
        // The binding that belongs to this ?. is the leftmost of what follows it.
        var binding = access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().OrderBy(node => node.SpanStart).FirstOrDefault();
        if (binding is null)
        {
            trace.Refuse(RefusalReason.ClientEscapes);
        }
        else
        {
            _members.Add(binding.Name, binding);
        }
    }
}
