using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>A type of a library whose package is missing.</summary>
/// <param name="Library">Whose it is.</param>
/// <param name="Name">Its simple name; null where only who made the value is known: what <c>client.Orders</c> is.</param>
internal sealed record UnboundType(LibraryFamily Library, string? Name)
{
    /// <summary>True for what a channel factory makes: all that is called on it is an operation.</summary>
    public bool IsChannel { get; init; }

    /// <summary>True for what a property of a named type holds: <c>api.Contact</c>.</summary>
    public bool IsPart { get; init; }

    // What a client does that has a task beside it; a name alone such as Get may be followed by what it gets, which may be but another client.
    private static readonly string[] _operations =
    [
        "Cancel", "Capture", "Charge", "Confirm", "Create", "Delete", "Download", "Execute", "Fetch", "Find", "Get", "Insert", "Invoke", "List", "Patch", "Post", "Publish", "Put", "Query", "Read", "Refund", "Retrieve",
        "Save", "Search", "Send", "Submit", "Update", "Upload", "Upsert",
    ];

    private static readonly string[] _endings = ["Api", "Client", "Service"];

    private static readonly string[] _preparing = ["Configure", "Dispose", "Equals", "GetHashCode", "GetType", "ToString", "Use", "With"];

    /// <summary>True if its remote operations are calls, as those of an options class are not.</summary>
    private bool IsClient => Library.Library.IsRegistered || Library.Library.Clients.Any(client => Name is null || client.Id[0] == 'N' || CatalogNames.LastPart(client.Id) == Name)
        || (!Library.Library.Clients.IsEmpty && Library.Library.Bindings.Any(member => member is { IsWiring: true, Name: "#ctor" } && CatalogNames.ClassOf(member) == Name));

    /// <summary>Its name with its namespace, as the catalog has it; of a type in a namespace that it only names as a whole, with that one.</summary>
    public string? FullName => Name is null ? null
        : Library.Library.Clients.Select(client => client.Id).Where(id => id[0] == 'T').Select(id => id.Substring(2)).Concat(Library.Library.Calls.Concat(Library.Library.Bindings).Select(CatalogNames.TypeOf))
            .Select(id => id.Split('`')[0]).FirstOrDefault(id => CatalogNames.LastPart(id) == Name)
            ?? (Space is { } space ? space + "." + Name : Name);

    /// <summary>The namespace that the catalog has of its library; null if it has none.</summary>
    public string? Space => Library.Library.Clients.OrderBy(client => client.Id[0]).Select(client => client.Id[0] == 'N' ? client.Id.Substring(2) : CatalogNames.NamespaceOf(client.Id.Substring(2))).FirstOrDefault()
        ?? Library.Library.Calls.Concat(Library.Library.Bindings).Select(CatalogNames.NamespaceOf).FirstOrDefault();

    /// <summary>What the catalog says of a call of this name; null if it lists none.</summary>
    public LibraryMember? Listed(string method)
    {
        var named = Library.Library.Calls.Where(member => CatalogNames.IsNamed(member, method)).ToList();
        return named.Find(member => CatalogNames.ClassOf(member) == Name) ?? named.Find(member => CatalogNames.ClassOf(member) == "I" + Name) ?? named.FirstOrDefault();
    }

    /// <summary>True if a call leaves the process: one that is listed, or of a client and awaited.</summary>
    public bool IsCall(string method, InvocationExpressionSyntax call) => Listed(method) is not null
        || (IsClient && method != "DisposeAsync" && !IsBinding(method) && ((Library.Library.IsSynchronous && (Name is not null || (IsPart && _operations.Any(word => IsWord(method, word))))) || method.EndsWith("Async", StringComparison.Ordinal) || WaitedFor.Is(call) || IsChannel || IsSynchronous(method, call)) && !Library.Library.Excluded.Any(id => id[0] == 'M' && CatalogNames.LastPart(id) == method && (Name is null || CatalogNames.LastPart(CatalogNames.NamespaceOf(id)) == Name)) && !Library.ExcludesName(method));

    /// <summary>
    /// True for an operation that waits: of a type of the user's own sdks, which nobody names for its builders, all but what prepares; of any other what has no other meaning on a client,
    /// such as <c>service.Create(…)</c> and <c>client.Execute(…)</c>.
    /// </summary>
    private bool IsSynchronous(string method, InvocationExpressionSyntax call) => Name is { } type && (Library.Library.IsOfManifest
        ? Library.Library.Clients.Any(client => client.Id[0] == 'T' && CatalogNames.LastPart(client.Id) == type) && !_preparing.Any(word => IsWord(method, word))
        : _operations.Contains(method) && (SyntaxNames.Last(UnboundCall.Receiver(call)!) == type ? type.EndsWith("Resource", StringComparison.Ordinal) : _endings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>True for what makes a client of the library, though it may be awaited: <c>await McpClient.CreateAsync(transport)</c>.</summary>
    private bool IsBinding(string method) => Library.IsBindingMethod(method) && Library.Library.Bindings.Any(member => member.Id[0] == 'M' && CatalogNames.IsNamed(member, method) && CatalogNames.ClassOf(member) == Name);

    private static bool IsWord(string method, string word) => method.StartsWith(word, StringComparison.Ordinal) && (method.Length == word.Length || !char.IsLower(method[word.Length]));
}
