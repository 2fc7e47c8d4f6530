using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>Classes of the code that derive from a library's client, as generators make them: by syntax, what they are called with.</summary>
internal static class DerivedClients
{
    /// <summary>The names of their methods.</summary>
    public static ImmutableHashSet<string> CallNames(CodeBase code, LibraryIndex libraries)
    {
        var bases = libraries.Families.SelectMany(family => family.Library.Clients).Where(client => client.IncludesDerived)
            .Select(client => client.Id.Substring(client.Id.LastIndexOf('.') + 1).Split('`')[0]).ToImmutableHashSet();
        return
        [
            .. code.Trees.SelectMany(pair => pair.Facts.Names.Types.Where(type => type.Bases.Any(bases.Contains)), (pair, type) => CodeBase.NodeAt<TypeDeclarationSyntax>(pair.Tree, type.Span, CancellationToken.None))
                .SelectMany(type => type?.Members.OfType<MethodDeclarationSyntax>() ?? [])
                .Where(method => method.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(method => method.Identifier.ValueText),
        ];
    }
}
