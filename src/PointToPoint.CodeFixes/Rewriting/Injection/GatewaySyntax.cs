using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>The pieces of code that bring the gateway in. New members and bodies are left to the formatter; what goes between existing code isn't.</summary>
internal static class GatewaySyntax
{
    /// <summary>The gateway's type: its using is added where it is missing, and its name shortened, once the whole tree is there.</summary>
    public static TypeSyntax Type(INamedTypeSymbol gateway, TypePart part)
    {
        var name = SyntaxFactory.ParseTypeName(gateway.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);
        var isInReach = part.Model.LookupNamespacesAndTypes(part.Node.SpanStart, name: gateway.Name).Contains(gateway, SymbolEqualityComparer.Default);
        return isInReach ? name : name.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    public static ParameterSyntax Parameter(TypeSyntax type, string name) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(type.WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary><c>_gateway.CreateClient("erp", "api/")</c>.</summary>
    public static ExpressionSyntax CreateClient(string access, string system, ExpressionSyntax? basePath)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(system)));
        var arguments = basePath is null
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList([argument, SyntaxFactory.Argument(basePath)], [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(access), SyntaxFactory.IdentifierName("CreateClient")),
            SyntaxFactory.ArgumentList(arguments));
    }

    /// <summary>A statement that the formatter puts on a line of its own.</summary>
    public static StatementSyntax Statement(string text) => SyntaxFactory.ParseStatement(text)
        .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
        .WithTrailingTrivia(LineEnds.Elastic)
        .WithAdditionalAnnotations(Formatter.Annotation);

    public static StatementSyntax Assign(string target, ExpressionSyntax value) => SyntaxFactory.ExpressionStatement(
            SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxFactory.ParseExpression(target).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                value))
        .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
        .WithTrailingTrivia(LineEnds.Elastic)
        .WithAdditionalAnnotations(Formatter.Annotation);

    public static FieldDeclarationSyntax Field(TypeSyntax type, string name, bool writesPrivate)
    {
        var modifiers = writesPrivate
            ? SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            : SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.FieldDeclaration(
                SyntaxFactory.VariableDeclaration(type.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(name))))
            .WithModifiers(modifiers)
            .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(LineEnds.Elastic)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    public static ConstructorDeclarationSyntax Constructor(string type, ParameterSyntax parameter, IEnumerable<StatementSyntax> statements) =>
        SyntaxFactory.ConstructorDeclaration(SyntaxFactory.Identifier(type))
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithParameterList(SyntaxFactory.ParameterList(SyntaxFactory.SingletonSeparatedList(parameter)))
            .WithBody(SyntaxFactory.Block(statements))
            .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(LineEnds.Elastic)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
