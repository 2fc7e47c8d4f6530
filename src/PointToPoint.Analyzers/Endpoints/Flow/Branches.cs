using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What the nesting of statements says about which code may have run before which.</summary>
internal static class Branches
{
    /// <summary>The smallest part of the body that may run or not before the use, and holds the node; null if the node always runs.</summary>
    public static SyntaxNode? Region(SyntaxNode node, SyntaxNode use)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax conditional when child == conditional.Statement && !(conditional.Else is { } otherwise && Leaves(otherwise.Statement)):
                case ElseClauseSyntax { Parent: IfStatementSyntax { Statement: var other } } when !Leaves(other):
                case SwitchSectionSyntax:
                case SwitchExpressionArmSyntax:
                case CatchClauseSyntax:
                case ForStatementSyntax loop when child == loop.Statement:
                case CommonForEachStatementSyntax each when child == each.Statement:
                case WhileStatementSyntax repeat when child == repeat.Statement:
                case ConditionalExpressionSyntax choice when child != choice.Condition:
                case TryStatementSyntax attempt when child == attempt.Block && (IsInHandler(attempt, use) || attempt.Catches.Any(handler => !Leaves(handler.Block))):
                case BinaryExpressionSyntax binary when child == binary.Right
                    && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                    return child;
                case MemberDeclarationSyntax:
                case AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True for code in a statement that runs parts of the body as often as something says.</summary>
    public static bool IsConditional(SyntaxNode node) => node.Ancestors().TakeWhile(parent => parent is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(parent => parent is IfStatementSyntax or SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>True if a write stands under a condition that asks for the same member, to complete it: <c>if (!message.RequestUri.IsAbsoluteUri)</c>.</summary>
    public static bool AsksFor(SyntaxNode write, string member) => write.Ancestors().TakeWhile(parent => parent is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)).OfType<IfStatementSyntax>()
        .Any(asking => asking.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member));

    /// <summary>The function or file that a node is a statement of.</summary>
    public static SyntaxNode Body(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(parent => parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>True if one node runs after another one of the same body, whenever that has run; the end counts, since what a call is chained to runs before it.</summary>
    public static bool RunsAfter(SyntaxNode later, SyntaxNode earlier) =>
        later.SyntaxTree == earlier.SyntaxTree && later.Span.End > earlier.Span.End && Body(later) is var body && body == Body(earlier)
        && Region(later, body) is var region && (region is null || region.Span.Contains(earlier.Span)) && !LeavesBetween(earlier, later);

    /// <summary>True if one node runs before another one of the same body, whenever that runs.</summary>
    public static bool RunsBefore(SyntaxNode earlier, SyntaxNode later) =>
        later.SyntaxTree == earlier.SyntaxTree && later.Span.End > earlier.Span.End && Body(later) is var body && body == Body(earlier)
        && Region(earlier, body) is var region && (region is null || region.Span.Contains(later.Span));

    /// <summary>True if the two stand in different branches of one choice, so that only one of them ever runs.</summary>
    public static bool Exclude(SyntaxNode write, SyntaxNode use, bool isInLoop)
    {
        for (var child = write; child.Parent is { } parent && !isInLoop; child = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax conditional when child == conditional.Statement && conditional.Else?.Span.Contains(use.Span) == true:
                    return true;
                case SwitchSectionSyntax section when section.Parent is SwitchStatementSyntax choice && !section.Span.Contains(use.Span)
                    && choice.Sections.Any(other => other.Span.Contains(use.Span)):
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>True if the method is left between the write and the use: <c>if (old) { url = "…"; return; }</c>.</summary>
    public static bool LeavesBetween(SyntaxNode write, SyntaxNode use)
    {
        var leaves = false;
        foreach (var parent in write.Ancestors().TakeWhile(parent => !parent.Span.Contains(use.Span) || parent is TryStatementSyntax))
        {
            if (parent is TryStatementSyntax attempt && attempt.Block.Span.Contains(write.Span) && IsInHandler(attempt, use))
            {
                return false;
            }

            leaves |= !parent.Span.Contains(use.Span) && parent switch
            {
                BlockSyntax block => Leaves(block),
                SwitchSectionSyntax section => section.Statements.LastOrDefault() is { } last && Leaves(last) && !Jumps(section),
                _ => false,
            };
        }

        return leaves;
    }

    /// <summary>True if a <c>goto</c> breaks the structure of the body.</summary>
    public static bool AreBroken(SyntaxNode use) => use.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)?
        .DescendantNodes().Any(node => node.IsKind(SyntaxKind.GotoStatement)) == true;

    /// <summary>True if nothing behind a statement runs after it.</summary>
    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax => true,
        ThrowStatementSyntax => !statement.Ancestors().TakeWhile(parent => parent is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(parent => parent is TryStatementSyntax { Catches.Count: > 0 } attempt && attempt.Block.Span.Contains(statement.Span)),
        BlockSyntax block => block.Statements.LastOrDefault() is { } last && Leaves(last) && !Jumps(block),
        IfStatementSyntax { Else.Statement: { } otherwise } conditional => Leaves(conditional.Statement) && Leaves(otherwise),
        _ => false,
    };

    private static bool Jumps(SyntaxNode node) => node.DescendantNodes().Any(part => part is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);

    private static bool IsInHandler(TryStatementSyntax attempt, SyntaxNode use) => attempt.Span.Contains(use.Span) && !attempt.Block.Span.Contains(use.Span);
}
