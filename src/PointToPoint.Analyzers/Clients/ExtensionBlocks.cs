using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// Members of <c>extension(…)</c> blocks, which newer compilers put into a nameless type within the static class. They are that class's to whoever calls them.
/// </summary>
internal static class ExtensionBlocks
{
    // TypeKind.Extension, which the compiler this is built against doesn't name yet.
    private const int Extension = 14;

    /// <summary>The class around a block; any other type is itself.</summary>
    public static INamedTypeSymbol Declaring(INamedTypeSymbol type) => (int)type.TypeKind == Extension && type.ContainingType is { } outer ? outer : type;

    /// <summary>The documentation ID that a member of a block would have as a member of the class; null for all others.</summary>
    public static string? DocumentationId(ISymbol member)
    {
        if (member.ContainingType is not { } type || Declaring(type) is not { } outer || SymbolEqualityComparer.Default.Equals(outer, type))
        {
            return null;
        }

        var own = member.GetDocumentationCommentId() ?? "";
        var list = own.IndexOf('(');
        return $"{(own.Length > 1 ? own.Substring(0, 2) : "M:")}{outer.GetDocumentationCommentId()?.Substring(2)}.{member.Name}{(list < 0 ? "" : own.Substring(list))}";
    }
}
