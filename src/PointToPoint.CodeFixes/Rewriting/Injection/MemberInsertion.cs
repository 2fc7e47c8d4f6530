using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Puts a new field with the other fields, and a new constructor behind them.</summary>
internal static class MemberInsertion
{
    public static TypeDeclarationSyntax AddField(TypeDeclarationSyntax type, FieldDeclarationSyntax field)
    {
        var position = LastIndex(type, member => member is FieldDeclarationSyntax each && !each.Modifiers.Any(SyntaxKind.ConstKeyword) && !each.Modifiers.Any(SyntaxKind.StaticKeyword)) + 1;
        if (position == 0)
        {
            position = LastIndex(type, member => member is FieldDeclarationSyntax) + 1;
        }

        return Insert(type, field, position, blankBefore: false);
    }

    public static TypeDeclarationSyntax AddConstructor(TypeDeclarationSyntax type, ConstructorDeclarationSyntax constructor) =>
        Insert(type, constructor, LastIndex(type, member => member is BaseFieldDeclarationSyntax) + 1, blankBefore: true);

    /// <summary>The last of the members that fit, among those before the first that does something.</summary>
    private static int LastIndex(TypeDeclarationSyntax type, Func<MemberDeclarationSyntax, bool> fits)
    {
        var end = type.Members.IndexOf(member => member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or BaseTypeDeclarationSyntax);
        end = end < 0 ? type.Members.Count : end;
        for (var i = end - 1; i >= 0; i--)
        {
            if (fits(type.Members[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static TypeDeclarationSyntax Insert(TypeDeclarationSyntax type, MemberDeclarationSyntax member, int position, bool blankBefore)
    {
        if (blankBefore && position > 0)
        {
            member = member.WithLeadingTrivia(member.GetLeadingTrivia().Insert(0, LineEnds.Fixed));
        }

        var blankAfter = position < type.Members.Count && (type.Members[position] is not BaseFieldDeclarationSyntax || member is not BaseFieldDeclarationSyntax)
            && !(type.Members[position].GetLeadingTrivia() is [var first, ..] && first.IsKind(SyntaxKind.EndOfLineTrivia))
            && !type.Members[position].GetLeadingTrivia().Any(trivia => trivia.IsDirective);
        if (blankAfter)
        {
            member = member.WithTrailingTrivia(member.GetTrailingTrivia().Add(LineEnds.Fixed));
        }

        return type.WithMembers(type.Members.Insert(position, member));
    }
}
