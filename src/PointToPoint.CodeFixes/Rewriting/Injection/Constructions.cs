using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Looks over the solution for code that depends on how a type is constructed.</summary>
internal static class Constructions
{
    /// <summary>Why the constructors' parameters can't change; null if only dependency injection calls them, as far as the solution shows.</summary>
    public static async Task<RefusalReason?> OfConstructorAsync(INamedTypeSymbol type, RewriteContext context)
    {
        RefusalReason? found = null;
        await VisitAsync(type, context, (node, model, _) => found ??= Judge(node, model, context.Cancellation)).ConfigureAwait(false);
        return found;
    }

    /// <summary>Why the type's client may come from elsewhere than its registration; null if it can't, outside of tests.</summary>
    public static async Task<RefusalReason?> OfInjectedAsync(INamedTypeSymbol type, RewriteContext context)
    {
        RefusalReason? found = null;
        await VisitAsync(type, context, (node, model, isTest) => found ??= isTest || Judge(node, model, context.Cancellation) is not RefusalReason.CreatedExplicitly ? null : RefusalReason.CreatedExplicitly)
            .ConfigureAwait(false);
        return found;
    }

    private static async Task VisitAsync(INamedTypeSymbol type, RewriteContext context, Action<SyntaxNode, SemanticModel, bool> visit)
    {
        // The finder goes on from a type to its constructors, `new()` without a name included.
        foreach (var reference in (await SymbolFinder.FindReferencesAsync(type.OriginalDefinition, context.Solution, context.Cancellation).ConfigureAwait(false)).SelectMany(found => found.Locations))
        {
            if (reference.Document.Project.Language != LanguageNames.CSharp
                || await reference.Document.GetSyntaxRootAsync(context.Cancellation).ConfigureAwait(false) is not { } root
                || await reference.Document.GetSemanticModelAsync(context.Cancellation).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            var project = await context.ProjectAsync(reference.Document.Project).ConfigureAwait(false);
            visit(root.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true), model, project?.IsTest == true);
        }
    }

    private static RefusalReason? Judge(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        // Its name with namespace and type arguments around it.
        while (node.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax or GenericNameSyntax)
        {
            node = node.Parent;
        }

        return node switch
        {
            ImplicitObjectCreationExpressionSyntax => RefusalReason.CreatedExplicitly,
            { Parent: BaseObjectCreationExpressionSyntax } => RefusalReason.CreatedExplicitly,
            { Parent: BaseTypeSyntax } => RefusalReason.HasDerivedTypes,
            { Parent: TypeArgumentListSyntax { Parent: GenericNameSyntax generic } list } => JudgeArgument(node, generic, list, model, cancellation),
            { Parent: TypeOfExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } } when IsActivator(call, model, cancellation) => RefusalReason.CreatedExplicitly,
            _ => null,
        };
    }

    private static RefusalReason? JudgeArgument(SyntaxNode node, GenericNameSyntax generic, TypeArgumentListSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetSymbolInfo(generic, cancellation).Symbol;
        var parameters = symbol switch
        {
            IMethodSymbol method => method.TypeParameters,
            INamedTypeSymbol named => named.TypeParameters,
            _ => default,
        };
        var position = list.Arguments.IndexOf(argument => argument == node);
        return symbol?.Name is "DbSet" ? RefusalReason.FrameworkCreates
            : symbol is IMethodSymbol { ContainingType: { Name: "Activator", ContainingNamespace.Name: "System" } } ? RefusalReason.CreatedExplicitly
            : !parameters.IsDefault && position >= 0 && position < parameters.Length && parameters[position].HasConstructorConstraint ? RefusalReason.CreatedExplicitly
            : null;
    }

    private static bool IsActivator(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol?.ContainingType is { Name: "Activator" or "RuntimeHelpers" or "FormatterServices" };
}
