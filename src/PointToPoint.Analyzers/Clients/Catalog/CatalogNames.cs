namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The parts of the names that the catalog has: <c>M:Stripe.StripeClient.#ctor(System.String)</c> is <c>StripeClient</c>'s, in <c>Stripe</c>.</summary>
internal static class CatalogNames
{
    private const string Extensions = "Extensions";

    // As a library that the catalog has spells it: IModelExensions.
    private const string Misspelt = "Exensions";

    /// <summary>True if a member of the catalog, or all that start like it, has this name.</summary>
    public static bool IsNamed(LibraryMember member, string name) => member.Name.EndsWith("*", StringComparison.Ordinal)
        ? name.StartsWith(member.Name.TrimEnd('*'), StringComparison.Ordinal)
        : member.Name == name;

    /// <summary>The full name of a member's class.</summary>
    public static string TypeOf(LibraryMember member)
    {
        var name = member.Id.Split('(')[0].Substring(2);
        return name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
    }

    /// <summary>The simple name of a member's class, as code writes it.</summary>
    public static string ClassOf(LibraryMember member) => LastPart(TypeOf(member));

    /// <summary>The namespace of a member's class.</summary>
    public static string NamespaceOf(LibraryMember member) => NamespaceOf(TypeOf(member));

    /// <summary>What stands before the last part of a full name.</summary>
    public static string NamespaceOf(string name) => name.Substring(0, Math.Max(0, name.LastIndexOf('.')));

    /// <summary>The last part of an ID or a name, without the number of type parameters.</summary>
    public static string LastPart(string name) => name.Split('(')[0] is var plain ? plain.Substring(plain.LastIndexOfAny(['.', ':']) + 1).Split('`')[0] : "";

    /// <summary>True if it is a method that stands in a class of its own and is called on something else.</summary>
    public static bool IsOfExtensions(LibraryMember member) => ClassOf(member) is var type && (type.EndsWith(Extensions, StringComparison.Ordinal) || type.EndsWith(Misspelt, StringComparison.Ordinal));

    /// <summary>True for a namespace, or one below it.</summary>
    public static bool IsIn(string name, string space) => name == space || (name.StartsWith(space, StringComparison.Ordinal) && name[space.Length] == '.');
}
