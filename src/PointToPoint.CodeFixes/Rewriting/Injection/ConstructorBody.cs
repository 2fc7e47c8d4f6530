using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Adds statements to a constructor's body: behind what guards and stores its parameters, before anything that may use them.</summary>
internal static class ConstructorBody
{
    public static ConstructorDeclarationSyntax Add(ConstructorDeclarationSyntax constructor, ImmutableArray<StatementSyntax> statements)
    {
        if (statements.IsEmpty)
        {
            return constructor;
        }

        if (constructor.ExpressionBody is { } arrow)
        {
            var body = SyntaxFactory.Block(statements.Insert(0, SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrailingTrivia()).WithTrailingTrivia(LineEnds.Elastic)))
                .WithTrailingTrivia(constructor.SemicolonToken.TrailingTrivia)
                .WithAdditionalAnnotations(Formatter.Annotation);
            return constructor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(AsLines(body))
                .WithParameterList(constructor.ParameterList.WithoutTrailingTrivia());
        }

        var block = constructor.Body!;
        var isOneLine = !block.OpenBraceToken.TrailingTrivia.Concat(block.CloseBraceToken.LeadingTrivia).Concat(block.Statements.SelectMany(statement => statement.GetTrailingTrivia()))
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        if (isOneLine)
        {
            var all = block.Statements.Select(statement => statement.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(LineEnds.Elastic)).ToList();
            all.InsertRange(Position(constructor, block), statements);
            var lines = SyntaxFactory.Block(all).WithTrailingTrivia(block.GetTrailingTrivia());
            return constructor.WithBody(AsLines(lines)).WithParameterList(constructor.ParameterList.WithoutTrailingTrivia())
                .WithInitializer(constructor.Initializer?.WithoutTrailingTrivia());
        }

        return constructor.WithBody(block.WithStatements(block.Statements.InsertRange(Position(constructor, block), statements)));
    }

    private static BlockSyntax AsLines(BlockSyntax block) => block
        .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(LineEnds.Elastic).WithTrailingTrivia(LineEnds.Elastic))
        .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(block.CloseBraceToken.TrailingTrivia))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static int Position(ConstructorDeclarationSyntax constructor, BlockSyntax block)
    {
        var names = new HashSet<string>(constructor.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        var position = 0;
        while (position < block.Statements.Count && (IsStore(block.Statements[position], names) || IsGuard(block.Statements[position])))
        {
            position++;
        }

        return position;
    }

    /// <summary><c>_x = x;</c> or <c>_x = x ?? throw …;</c></summary>
    private static bool IsStore(StatementSyntax statement, HashSet<string> parameters) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: var value } }
        && value switch
        {
            IdentifierNameSyntax name => parameters.Contains(name.Identifier.ValueText),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: IdentifierNameSyntax name, Right: ThrowExpressionSyntax } => parameters.Contains(name.Identifier.ValueText),
            _ => false,
        };

    private static bool IsGuard(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } => name.StartsWith("ThrowIf", StringComparison.Ordinal),
        IfStatementSyntax { Else: null, Statement: ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] } } => true,
        _ => false,
    };
}
