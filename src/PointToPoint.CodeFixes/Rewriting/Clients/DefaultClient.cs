using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Looks for settings of the factory's default client: whoever takes a client of the gateway instead would lose them.</summary>
internal static class DefaultClient
{
    public static async Task<bool> IsConfiguredAsync(RewriteContext context, Project project)
    {
        foreach (var document in context.Around(project.Id).SelectMany(each => each.Documents))
        {
            var text = (await document.GetTextAsync(context.Cancellation).ConfigureAwait(false)).ToString();
            if (text.Contains("ConfigureHttpClientDefaults") || text.Contains("HttpClientFactoryOptions"))
            {
                return true;
            }

            if (text.Contains("AddHttpClient(") && await HasUnnamedAsync(document, context.Cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if a document configures the client whose name is empty, or one whose name can't be told.</summary>
    private static async Task<bool> HasUnnamedAsync(Document document, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is not null && model is not null && root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(invocation =>
            invocation is { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "AddHttpClient" } }, ArgumentList.Arguments: [{ Expression: var name }, ..] }
            && model.GetConstantValue(name, cancellation).Value is not string { Length: > 0 });
    }
}
