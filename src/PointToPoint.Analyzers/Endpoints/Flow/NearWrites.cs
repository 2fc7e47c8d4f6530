using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Writes to what outlives a method, where the method that reads it writes it, too: if that is sure to run before the read, what other methods write is
/// gone by then.
/// </summary>
internal static class NearWrites
{
    /// <summary>Those that the read may see.</summary>
    /// <param name="near">The writes of the body that reads.</param>
    /// <param name="all">The writes of the whole class.</param>
    /// <param name="use">The read.</param>
    public static ImmutableArray<Write> Of(ImmutableArray<Write> near, ImmutableArray<Write> all, IOperation use) =>
        near.IsEmpty || ReachingWrites.Of(near, use.Syntax, out var mayBeUnset) is not { IsEmpty: false } reaching || mayBeUnset || IsWrittenBetween(reaching, all, use) ? all : reaching;

    /// <summary>True if a method may run between that writes it, as its name tells.</summary>
    private static bool IsWrittenBetween(ImmutableArray<Write> reaching, ImmutableArray<Write> all, IOperation use)
    {
        var root = use.Root().Syntax;
        var others = all.Where(write => !root.Span.Contains(write.Operation.Syntax.Span)).Select(write => NameOf(write.Operation.Syntax)).OfType<string>().ToImmutableHashSet();
        if (others.IsEmpty)
        {
            return false;
        }

        var start = reaching[0].Operation.Syntax.Span.End;
        return root.DescendantNodes(node => node.Span.End > start && node.SpanStart < use.Syntax.SpanStart).OfType<InvocationExpressionSyntax>()
            .Any(call => call.Span.End > start && call.SpanStart < use.Syntax.SpanStart && SyntaxNames.OfCalled(call)?.Identifier.ValueText is { } name && others.Contains(name));
    }

    private static string? NameOf(SyntaxNode write) => write.Ancestors().Select(node => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        _ => null,
    }).FirstOrDefault(name => name is not null);
}
