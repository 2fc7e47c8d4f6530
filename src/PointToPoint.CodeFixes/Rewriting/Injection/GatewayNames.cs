using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>What the new parameter and field are called, by the habits of the document and without hiding anything.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Field">The field's name.</param>
internal sealed record GatewayNames(string Parameter, string Field)
{
    /// <summary>How the field is assigned to: with <c>this.</c> where the parameter has its name.</summary>
    public string Target => Parameter == Field ? "this." + Field : Field;

    public static GatewayNames Of(TypeParts type, SyntaxNode root)
    {
        var prefix = PrefixOf(type.Parts.SelectMany(part => PrivateFields(part.Node))) ?? PrefixOf(PrivateFields(root)) ?? "_";
        foreach (var name in new[] { "gateway", "integrationGateway" })
        {
            if (!type.Mentions(name) && !type.Mentions(prefix + name))
            {
                return new GatewayNames(name, prefix + name);
            }
        }

        for (var number = 2; ; number++)
        {
            var name = "integrationGateway" + number;
            if (!type.Mentions(name) && !type.Mentions(prefix + name))
            {
                return new GatewayNames(name, prefix + name);
            }
        }
    }

    private static IEnumerable<string> PrivateFields(SyntaxNode node) => node.DescendantNodes().OfType<FieldDeclarationSyntax>()
        .Where(field => !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword
            or SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword))
        .SelectMany(field => field.Declaration.Variables)
        .Select(variable => variable.Identifier.ValueText);

    private static string? PrefixOf(IEnumerable<string> names)
    {
        var prefixes = names.Select(name => name.StartsWith("m_", StringComparison.Ordinal) ? "m_" : name.StartsWith("_", StringComparison.Ordinal) ? "_" : "").ToList();
        return prefixes.Count == 0 ? null : prefixes.GroupBy(prefix => prefix).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
    }
}
