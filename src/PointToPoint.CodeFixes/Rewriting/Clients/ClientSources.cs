using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Goes back from a value that is the client to where it comes into the type.</summary>
internal sealed class ClientSources(ClientTrace trace)
{
    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>The value that flows into the client's variables.</summary>
    public void Add(ExpressionSyntax expression)
    {
        expression = expression.Bare();
        if (!_seen.Add(expression))
        {
            return;
        }

        switch (expression)
        {
            case ThrowExpressionSyntax:
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }:
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                Add(coalesce.Left);
                Add(coalesce.Right);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment:
                Add(assignment.Left);
                Add(assignment.Right);
                break;
            case BaseObjectCreationExpressionSyntax creation when ClientTypes.IsHttpClient(trace.ModelOf(creation).GetTypeInfo(creation, trace.Cancellation).Type):
                trace.Sources.Add(new ClientSource(ClientSourceKind.Created, creation));
                break;
            case InvocationExpressionSyntax invocation when trace.SymbolOf(invocation) is IMethodSymbol method && ClientTypes.IsFactory(method):
                AddFactory(invocation, method);
                break;
            case InvocationExpressionSyntax invocation when trace.SymbolOf(invocation) is IMethodSymbol method && ClientTypes.IsOwnSource(method, trace.Type.Type):
                trace.AddVariable(method);
                break;
            default:
                if (expression.Name() is { } name && trace.SymbolOf(name) is { } symbol)
                {
                    trace.AddVariable(symbol);
                }
                else
                {
                    trace.Refuse(RefusalReason.ClientFromElsewhere);
                }

                break;
        }
    }

    private void AddFactory(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        if (method.Parameters is not [.., { Name: "name" }])
        {
            trace.Sources.Add(new ClientSource(ClientSourceKind.DefaultFactory, invocation));
        }
        else if (invocation.ArgumentList.Arguments is [var argument] && trace.ModelOf(invocation).GetConstantValue(argument.Expression, trace.Cancellation).Value is string name)
        {
            trace.Sources.Add(name.Length == 0 ? new ClientSource(ClientSourceKind.DefaultFactory, invocation) : new ClientSource(ClientSourceKind.NamedFactory, invocation, name));
        }
        else
        {
            trace.Refuse(RefusalReason.ClientFromElsewhere);
        }
    }
}
