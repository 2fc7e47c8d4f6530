using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>A type of a library whose package is missing.</summary>
/// <param name="Library">Whose it is.</param>
/// <param name="Name">Its simple name; null where only who made the value is known: what <c>client.Orders</c> is.</param>
internal sealed record UnboundType(LibraryFamily Library, string? Name)
{
    /// <summary>True if its remote operations are calls, as those of an options class are not.</summary>
    private bool IsClient => Library.Library.Clients.Any(client => Name is null || client.Id[0] == 'N' || CatalogNames.LastPart(client.Id) == Name)
        || (!Library.Library.Clients.IsEmpty && Library.Library.Bindings.Any(member => member is { IsWiring: true, Name: "#ctor" } && CatalogNames.ClassOf(member) == Name));

    /// <summary>What the catalog says of a call of this name; null if it lists none.</summary>
    public LibraryMember? Listed(string method)
    {
        var named = Library.Library.Calls.Where(member => CatalogNames.IsNamed(member, method)).ToList();
        return named.Find(member => CatalogNames.ClassOf(member) == Name) ?? named.FirstOrDefault();
    }

    /// <summary>True if a call leaves the process: one that is listed, or of a client and awaited.</summary>
    public bool IsCall(string method, InvocationExpressionSyntax call) => Listed(method) is not null
        || (IsClient && method != "DisposeAsync" && ((Library.Library.IsSynchronous && Name is not null) || IsAwaited(method, call)) && !Library.Library.Excluded.Any(id => id[0] == 'M' && CatalogNames.LastPart(id) == method && (Name is null || CatalogNames.LastPart(CatalogNames.NamespaceOf(id)) == Name)) && !Library.ExcludesName(method));

    /// <summary>Awaited itself, or called like something to await.</summary>
    private static bool IsAwaited(string method, InvocationExpressionSyntax call)
    {
        if (method.EndsWith("Async", StringComparison.Ordinal))
        {
            return true;
        }

        SyntaxNode node = call;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
        {
            node = node.Parent;
        }

        return node.Parent is AwaitExpressionSyntax || (node.Parent is ForEachStatementSyntax each && each.Expression == node && !each.AwaitKeyword.Span.IsEmpty);
    }
}
