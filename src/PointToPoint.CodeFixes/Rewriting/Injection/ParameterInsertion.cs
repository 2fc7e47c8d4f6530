using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Puts a parameter behind the required ones, and on a line of its own where the others are.</summary>
internal static class ParameterInsertion
{
    public static ParameterListSyntax Insert(ParameterListSyntax list, ParameterSyntax parameter)
    {
        var position = Position(list);
        return list.WithParameters(Insert(list.Parameters, position, parameter, list.OpenParenToken));
    }

    /// <summary>Passes the parameter on to a constructor that got it at <paramref name="position"/>.</summary>
    public static ArgumentListSyntax Pass(ArgumentListSyntax list, int position, string name)
    {
        // Behind named arguments, or where optional ones before it are left out, only its name tells which it is.
        var isPositional = position <= list.Arguments.Count && list.Arguments.All(argument => argument.NameColon is null);
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name));
        return isPositional
            ? list.WithArguments(Insert(list.Arguments, position, argument, list.OpenParenToken))
            : list.WithArguments(Insert(list.Arguments, list.Arguments.Count, argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name)).WithTrailingTrivia(SyntaxFactory.Space)), list.OpenParenToken));
    }

    /// <summary>Where the parameter goes: before optional ones and <c>params</c>.</summary>
    public static int Position(ParameterListSyntax list)
    {
        var optional = list.Parameters.IndexOf(parameter => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
        return optional < 0 ? list.Parameters.Count : optional;
    }

    private static SeparatedSyntaxList<TNode> Insert<TNode>(SeparatedSyntaxList<TNode> list, int position, TNode node, SyntaxToken open)
        where TNode : SyntaxNode
    {
        if (list.Count == 0)
        {
            return SyntaxFactory.SingletonSeparatedList(node);
        }

        var nodes = list.ToList();
        var separators = list.GetSeparators().ToList();
        var isLines = IsLine(open.TrailingTrivia) ? list.Count == 1 || IsLine(separators[0].TrailingTrivia) : list.Count > 1 && IsLine(separators[0].TrailingTrivia);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        if (position < list.Count)
        {
            node = isLines ? node.WithLeadingTrivia(Indentation(nodes[position])) : node.WithLeadingTrivia(position == 0 ? nodes[0].GetLeadingTrivia() : []);
            nodes[position] = position == 0 && !isLines ? nodes[0].WithLeadingTrivia() : nodes[position];
            separators.Insert(position, comma.WithTrailingTrivia(isLines ? LineEnd(open, separators) : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
            nodes.Insert(position, node);
            return SyntaxFactory.SeparatedList(nodes, separators);
        }

        var last = nodes[nodes.Count - 1];
        var trailing = last.GetTrailingTrivia();
        nodes[nodes.Count - 1] = IsLine(trailing) ? last.WithoutTrailingTrivia() : last;
        separators.Add(comma.WithTrailingTrivia(
            IsLine(trailing) ? trailing
            : isLines ? LineEnd(open, separators)
            : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        nodes.Add(isLines ? node.WithLeadingTrivia(Indentation(last)).WithTrailingTrivia(trailing.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))) : node);
        return SyntaxFactory.SeparatedList(nodes, separators);
    }

    private static bool IsLine(SyntaxTriviaList trivia) => trivia.Any(each => each.IsKind(SyntaxKind.EndOfLineTrivia));

    private static SyntaxTriviaList LineEnd(SyntaxToken open, List<SyntaxToken> separators) =>
        [separators.Select(separator => separator.TrailingTrivia).Prepend(open.TrailingTrivia).SelectMany(trivia => trivia).First(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))];

    private static SyntaxTriviaList Indentation(SyntaxNode node) => [.. node.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)];
}
