using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Which writes to a local may be the last before a use. Read off the nesting of statements: exact for structured code, and where a <c>goto</c> or a
/// lambda breaks the structure all writes count. A control-flow graph would say the same at many times the cost.
/// </summary>
internal static class ReachingWrites
{
    /// <param name="writes">All writes, in source order.</param>
    /// <param name="use">Where the variable is read.</param>
    /// <param name="mayBeUnset">True if no write is sure to run before the use: what the variable held at the start may reach it too.</param>
    public static ImmutableArray<Write> Of(ImmutableArray<Write> writes, SyntaxNode use, out bool mayBeUnset)
    {
        mayBeUnset = true;
        var function = Function(use);
        if (writes.Any(write => Function(write.Operation.Syntax) != function))
        {
            return writes;
        }

        var before = writes.Where(write => write.Operation.Syntax.SpanStart < use.SpanStart && !write.Operation.Syntax.Span.Contains(use.Span)).ToList();
        var reaching = new List<Write>();
        SyntaxNode? killedIn = null;
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var write = before[i];
            var region = Region(write.Operation.Syntax);
            if (Excludes(write.Operation.Syntax, use))
            {
                continue;
            }

            reaching.Add(write);
            if (region is null || region.Span.Contains(use.Span))
            {
                killedIn = region;
                mayBeUnset = false;
                break;
            }
        }

        reaching.Reverse();

        // What a loop writes further down reaches the use in its next round, unless the round itself starts with a write.
        for (var loop = Loop(use); loop is not null; loop = loop.Parent is null ? null : Loop(loop.Parent))
        {
            if (reaching.Count > 0 && killedIn is not null && loop.Span.Contains(killedIn.Span) && killedIn.Span != loop.Span)
            {
                break;
            }

            reaching.AddRange(writes.Where(write => write.Operation.Syntax.SpanStart >= use.SpanStart
                && loop.Span.Contains(write.Operation.Syntax.Span) && !write.Operation.Syntax.Span.Contains(use.Span) && !reaching.Contains(write)));
        }

        return [.. reaching];
    }

    /// <summary>True if code is sure to have run where a use behind it stands.</summary>
    public static bool AlwaysRuns(SyntaxNode node, SyntaxNode use) => Function(node) == Function(use) && Region(node) is var region && (region is null || region.Span.Contains(use.Span));

    private static SyntaxNode? Function(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static SyntaxNode? Loop(SyntaxNode node) => node.AncestorsAndSelf()
        .TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .FirstOrDefault(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>The smallest part of the body that may run or not, and holds the node; null if the node always runs.</summary>
    private static SyntaxNode? Region(SyntaxNode node)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax conditional when child == conditional.Statement:
                case ElseClauseSyntax:
                case SwitchSectionSyntax:
                case SwitchExpressionArmSyntax:
                case CatchClauseSyntax:
                case ForStatementSyntax loop when child == loop.Statement:
                case CommonForEachStatementSyntax each when child == each.Statement:
                case WhileStatementSyntax repeat when child == repeat.Statement:
                case ConditionalExpressionSyntax choice when child != choice.Condition:
                case TryStatementSyntax attempt when child == attempt.Block:
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

    /// <summary>True if the two stand in different branches of one choice, so that only one of them ever runs.</summary>
    private static bool Excludes(SyntaxNode write, SyntaxNode use)
    {
        for (var child = write; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax conditional when child == conditional.Statement && conditional.Else?.Span.Contains(use.Span) == true && Loop(use) is null:
                    return true;
                case SwitchSectionSyntax section when section.Parent is SwitchStatementSyntax choice && !section.Span.Contains(use.Span)
                    && choice.Sections.Any(other => other.Span.Contains(use.Span)) && Loop(use) is null:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
