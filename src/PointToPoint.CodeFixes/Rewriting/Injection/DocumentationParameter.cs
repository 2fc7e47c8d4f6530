using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Keeps <c>&lt;param&gt;</c> tags in step with a constructor: a comment that describes some parameters has to describe all.</summary>
internal static class DocumentationParameter
{
    private const string Text = "Hands out clients by system name.";

    /// <summary>Adds a tag behind the last one, if there are any.</summary>
    public static TNode Add<TNode>(TNode node, string name)
        where TNode : SyntaxNode
    {
        var lines = Lines(node);
        var last = lines.FindLastIndex(IsTag);
        if (last < 0)
        {
            return node;
        }

        // A tag may go over several lines.
        var end = lines[last].Contains("/>") && !lines[last].Contains("</param>") ? last : lines.FindIndex(last, line => line.Contains("</param>"));
        if (end < 0)
        {
            return node;
        }

        var prefix = lines[last].Substring(0, lines[last].IndexOf("///", StringComparison.Ordinal) + 3);
        lines.Insert(end + 1, $"{prefix} <param name=\"{name}\">{Text}</param>" + lines[end].Substring(lines[end].TrimEnd('\r', '\n').Length));
        return node.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(string.Concat(lines)));
    }

    /// <summary>Removes the tag of a parameter that is gone.</summary>
    public static TNode Remove<TNode>(TNode node, string name)
        where TNode : SyntaxNode
    {
        var lines = Lines(node);
        var first = lines.FindIndex(line => IsTag(line) && line.Contains($"\"{name}\""));
        var end = first < 0 ? -1 : lines[first].Contains("/>") ? first : lines.FindIndex(first, line => line.Contains("</param>"));
        if (end < 0)
        {
            return node;
        }

        lines.RemoveRange(first, end - first + 1);
        return node.WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(string.Concat(lines)));
    }

    private static bool IsTag(string line) => line.TrimStart().StartsWith("///", StringComparison.Ordinal) && line.Contains("<param ");

    private static List<string> Lines(SyntaxNode node)
    {
        var text = node.GetLeadingTrivia().ToFullString();
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text.Substring(start, end - start));
            start = end;
        }

        return lines;
    }
}
