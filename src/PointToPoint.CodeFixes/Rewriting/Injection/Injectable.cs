using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Tells whether a type's constructor may ask for one parameter more.</summary>
internal static class Injectable
{
    // Who makes these gives them no services, or makes them without our knowing.
    private static readonly string[] _createdByFrameworks =
    [
        "System.Attribute", "Microsoft.AspNetCore.Components.ComponentBase", "Microsoft.AspNetCore.Mvc.Razor.RazorPage", "System.Windows.DependencyObject",
        "System.Windows.Forms.Control", "System.ComponentModel.Component", "Microsoft.UI.Xaml.DependencyObject", "Microsoft.Maui.Controls.BindableObject",
    ];

    public static async Task<RefusalReason?> CheckAsync(TypeParts parts, RewriteContext context)
    {
        var type = parts.Type;
        if (parts.Parts.Any(part => part.Node is CompilationUnitSyntax))
        {
            return RefusalReason.TopLevelCode;
        }

        if (type.TypeKind != TypeKind.Class)
        {
            return RefusalReason.NotAClass;
        }

        if (type.IsStatic)
        {
            return RefusalReason.StaticCode;
        }

        if (type.IsRecord && parts.Parts.Any(part => part.Node is RecordDeclarationSyntax { ParameterList: not null }))
        {
            return RefusalReason.Record;
        }

        for (var next = type.BaseType; next is not null; next = next.BaseType)
        {
            if (_createdByFrameworks.Contains(next.ToDisplayString(), StringComparer.Ordinal))
            {
                return RefusalReason.FrameworkCreates;
            }
        }

        return CheckConstructors(parts) ?? await Constructions.OfConstructorAsync(type, context).ConfigureAwait(false);
    }

    private static RefusalReason? CheckConstructors(TypeParts parts)
    {
        foreach (var constructor in parts.Type.InstanceConstructors.Where(each => !each.IsImplicitlyDeclared))
        {
            // Its choice of constructor is deliberate, and may be somebody else's to change.
            if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ActivatorUtilitiesConstructorAttribute" or "SetsRequiredMembersAttribute"))
            {
                return RefusalReason.ConstructorNotUnderstood;
            }
        }

        foreach (var node in parts.Parts.SelectMany(part => part.Node.ChildNodes()).OfType<ConstructorDeclarationSyntax>())
        {
            if (node.Modifiers.Any(SyntaxKind.ExternKeyword) || (node.Body is null && node.ExpressionBody is null))
            {
                return RefusalReason.ConstructorNotUnderstood;
            }

            if (CodeChecks.IsGenerated(parts.PartOf(node).Document, node.SyntaxTree))
            {
                return RefusalReason.GeneratedCode;
            }
        }

        return null;
    }
}
