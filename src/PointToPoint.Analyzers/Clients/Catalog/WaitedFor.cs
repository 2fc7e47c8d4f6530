using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// Whether code treats what a call gives as something to wait for, where the package that would say so is missing: it is awaited, there or from the variable that keeps it, it is
/// given back by a method that returns a task, it is waited for with others.
/// </summary>
internal static class WaitedFor
{
    private static readonly string[] _together = ["WhenAll", "WhenAny", "WaitAll", "WaitAny"];

    private static readonly string[] _ofTasks = ["ConfigureAwait", "GetAwaiter", "Wait", "ContinueWith", "Result"];

    public static bool Is(ExpressionSyntax call)
    {
        var whole = Whole(call);
        return whole.Parent switch
        {
            AwaitExpressionSyntax => true,
            ForEachStatementSyntax each => each.Expression == whole && !each.AwaitKeyword.Span.IsEmpty,
            MemberAccessExpressionSyntax access => access.Expression == whole && _ofTasks.Contains(access.Name.Identifier.ValueText),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax together } => SyntaxNames.OfCalled(together) is { Identifier.ValueText: var name } && _together.Contains(name),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => IsOfTaskMethod(whole.Parent),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } declarator } =>
                IsTask(variables.Type) || (variables.Type.IsVar && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block && IsWaitedFor(declarator.Identifier.ValueText, block)),
            _ => false,
        };
    }

    /// <summary>The call with what changes nothing of what it gives around it.</summary>
    private static SyntaxNode Whole(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax || (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node))
        {
            node = node.Parent;
        }

        return node;
    }

    private static bool IsWaitedFor(string variable, BlockSyntax block) => block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable && Whole(name).Parent switch
    {
        AwaitExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression == name && _ofTasks.Contains(access.Name.Identifier.ValueText),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax together } => SyntaxNames.OfCalled(together) is { Identifier.ValueText: var called } && _together.Contains(called),
        ReturnStatementSyntax back => IsOfTaskMethod(back),
        _ => false,
    });

    private static bool IsOfTaskMethod(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(parent => parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) switch
    {
        LocalFunctionStatementSyntax local => !local.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsTask(local.ReturnType),
        MethodDeclarationSyntax method => !method.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsTask(method.ReturnType),
        _ => false,
    };

    private static bool IsTask(TypeSyntax type) => SyntaxNames.OfType(type) is "Task" or "ValueTask" or "IAsyncEnumerable";
}
