using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
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
        use = Lifted(writes, use);
        var function = Function(use);
        if (writes.Any(write => Function(write.Operation.Syntax) != function) || (writes.Length > 1 && IsBroken(writes, use)))
        {
            return writes;
        }

        var reaching = new List<Write>();
        var isInLoop = Loop(use) is not null;
        SyntaxNode? killedIn = null;
        var otherwise = new HashSet<SyntaxNode>();

        // From the last one backwards: a variable that is used again and again has thousands of writes, and one of them counts.
        for (var i = writes.Length - 1; i >= 0; i--)
        {
            var write = writes[i];
            if (!IsBefore(write, use))
            {
                continue;
            }

            var region = Branches.Region(write.Operation.Syntax, use);
            if (Branches.Exclude(write.Operation.Syntax, use, isInLoop) || Branches.LeavesBetween(write.Operation.Syntax, use))
            {
                continue;
            }

            reaching.Add(write);
            region = Whole(region, use, otherwise);
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

            reaching.AddRange(writes.Where(write => (write.Operation.Syntax.SpanStart >= use.SpanStart || IsNextRounds(write.Operation.Syntax, use))
                && loop.Span.Contains(write.Operation.Syntax.Span) && !write.Operation.Syntax.Span.Contains(use.Span) && !reaching.Contains(write)
                && !Branches.LeavesBetween(write.Operation.Syntax, use)));
        }

        return [.. reaching];
    }

    /// <summary>The choice that a branch is the last to write in, where all its other branches write, too; else the branch itself.</summary>
    /// <param name="region">The branch.</param>
    /// <param name="use">Where the variable is read.</param>
    /// <param name="otherwise">The choices whose other branch writes, as far as they were seen.</param>
    private static SyntaxNode? Whole(SyntaxNode? region, SyntaxNode use, HashSet<SyntaxNode> otherwise)
    {
        while (region is not null && !region.Span.Contains(use.Span))
        {
            if (region.Parent is ElseClauseSyntax { Parent: IfStatementSyntax first })
            {
                otherwise.Add(first);
                return region;
            }

            if (region.Parent is not IfStatementSyntax choice || region != choice.Statement || !otherwise.Contains(choice))
            {
                return region;
            }

            region = Branches.Region(choice, use);
        }

        return region;
    }

    /// <summary>Those that may be the last of a body.</summary>
    public static ImmutableArray<Write> AtEnd(ImmutableArray<Write> writes, SyntaxNode body, out bool isSure)
    {
        var sure = writes.LastOrDefault(write => Branches.Region(write.Operation.Syntax, body) is null);
        isSure = sure is not null;
        return sure is null ? writes : writes.RemoveRange(0, writes.IndexOf(sure));
    }

    /// <summary>
    /// A lambda that reads what is written before it, and never again, reads what was there when it was made: then that is where the variable is used.
    /// </summary>
    private static SyntaxNode Lifted(ImmutableArray<Write> writes, SyntaxNode use)
    {
        if (writes.IsEmpty)
        {
            return use;
        }

        var function = Function(writes[0].Operation.Syntax);
        var made = use.Ancestors().FirstOrDefault(ancestor => ancestor is AnonymousFunctionExpressionSyntax && Function(ancestor) == function);
        return made is not null && use.Ancestors().TakeWhile(ancestor => ancestor != made).All(ancestor => ancestor is not LocalFunctionStatementSyntax)
            && Loop(made) is null && writes.All(write => write.Operation.Syntax.SpanStart < made.SpanStart && Function(write.Operation.Syntax) == function)
            ? made
            : use;
    }

    /// <summary>True if a write stands before a use, and isn't the statement that the use is part of.</summary>
    private static bool IsBefore(Write write, SyntaxNode use) => write.Operation.Syntax.SpanStart < use.SpanStart
        && (IsRounds(write, use) || !write.Operation.Syntax.Span.Contains(use.Span)) && !IsNextRounds(write.Operation.Syntax, use);

    private static bool IsBroken(ImmutableArray<Write> writes, SyntaxNode use) => writes[0].Body is { } body ? body.IsBroken : Branches.AreBroken(use);

    /// <summary>True for code in a loop.</summary>
    public static bool IsInLoop(SyntaxNode node) => Loop(node) is not null;

    /// <summary>True if a loop gives the variable a value for each round, and the use is part of one.</summary>
    private static bool IsRounds(Write write, SyntaxNode use) => write.Operation.Syntax is CommonForEachStatementSyntax loop && loop.Statement.Span.Contains(use.Span);

    /// <summary>True if a write stands in a <c>for</c>'s head, and runs after a use in its body.</summary>
    private static bool IsNextRounds(SyntaxNode write, SyntaxNode use) =>
        write.Ancestors().OfType<ForStatementSyntax>().Any(loop => loop.Span.Contains(use.Span) && loop.Incrementors.Any(next => next.Span.Contains(write.Span)) && !loop.Incrementors.Any(next => next.Span.Contains(use.Span)));

    /// <summary>True if code is sure to have run where a use behind it stands.</summary>
    public static bool AlwaysRuns(SyntaxNode node, SyntaxNode use) => Function(node) == Function(use) && Branches.Region(node, use) is var region && (region is null || region.Span.Contains(use.Span));

    private static SyntaxNode? Function(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static SyntaxNode? Loop(SyntaxNode node) => node.AncestorsAndSelf()
        .TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .FirstOrDefault(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
