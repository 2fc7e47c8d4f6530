using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Clients;

/// <summary>The path that a generated class gives its base class: <c>: base(adapter, "{+baseurl}/orders/{id}{?full*}", parameters)</c>.</summary>
internal static class UrlTemplate
{
    private const string Base = "{+baseurl}";

    /// <summary>Holes as <c>{}</c>, without the query; null if the class isn't in the code, or gives none.</summary>
    public static string? Of(INamedTypeSymbol type)
    {
        foreach (var reference in type.InstanceConstructors.SelectMany(constructor => constructor.DeclaringSyntaxReferences))
        {
            foreach (var argument in (reference.GetSyntax() as ConstructorDeclarationSyntax)?.Initializer?.ArgumentList.Arguments ?? [])
            {
                if (argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var text } && text.StartsWith(Base, StringComparison.OrdinalIgnoreCase))
                {
                    var query = text.IndexOf("{?", StringComparison.Ordinal);
                    return PathTemplate.Read(text.Substring(Base.Length, (query < 0 ? text.Length : query) - Base.Length));
                }
            }
        }

        return null;
    }
}
