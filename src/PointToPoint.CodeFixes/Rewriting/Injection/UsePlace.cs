using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>In what kind of member a client is made, which decides how the gateway gets there.</summary>
internal enum UseScope
{
    /// <summary>An instance member: fields can be read.</summary>
    Member,

    /// <summary>The body of a constructor: its parameters are nearer than fields that may not be set yet.</summary>
    Constructor,

    /// <summary>The initialiser of an instance field or property.</summary>
    Initializer,

    /// <summary>Static code: only parameters of the method itself can be read.</summary>
    Static,

    /// <summary>Top-level statements.</summary>
    TopLevel,
}

/// <summary>Where a client is made.</summary>
/// <param name="Scope">The kind of member.</param>
/// <param name="Boundary">The outermost node whose parameters can be read: the member, or the static function around.</param>
internal sealed record UsePlace(UseScope Scope, SyntaxNode Boundary)
{
    public static UsePlace Of(ExpressionSyntax creation)
    {
        for (var node = creation.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword):
                case AnonymousFunctionExpressionSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return new UsePlace(UseScope.Static, node);
                case GlobalStatementSyntax:
                    return new UsePlace(UseScope.TopLevel, node);
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                    return new UsePlace(UseScope.Static, node);
                case ConstructorDeclarationSyntax constructor:
                    return new UsePlace(constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? UseScope.Static : UseScope.Constructor, node);
                case BaseFieldDeclarationSyntax field:
                    return new UsePlace(field.Modifiers.Any(SyntaxKind.StaticKeyword) ? UseScope.Static : UseScope.Initializer, node);
                case PropertyDeclarationSyntax property:
                    return new UsePlace(
                        property.Modifiers.Any(SyntaxKind.StaticKeyword) ? UseScope.Static : property.Initializer?.Span.Contains(creation.Span) == true ? UseScope.Initializer : UseScope.Member, node);
                case MemberDeclarationSyntax member:
                    return new UsePlace(member.Modifiers.Any(SyntaxKind.StaticKeyword) ? UseScope.Static : UseScope.Member, node);
            }
        }

        return new UsePlace(UseScope.TopLevel, creation);
    }
}
