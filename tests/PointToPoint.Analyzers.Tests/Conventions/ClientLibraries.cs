using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>The table of client libraries in the documentation.</summary>
internal static class ClientLibraries
{
    public static string Table() => "| Library | Protocol | System | Clients | Calls by name | Address from |\n|---|---|---|---|---|---|\n"
        + string.Join('\n', LibraryCatalog.Load().Libraries.OrderBy(library => library.Name, StringComparer.OrdinalIgnoreCase).Select(Row));

    private static string Row(Library library) => "| " + string.Join(" | ",
    [
        library.Name,
        library.Protocol,
        library.IsInfrastructure ? "*infrastructure*" + Hosts(library) : library.IsAbstraction ? "by who made the client" : library.System is null ? "by its address" : library.System + Hosts(library),
        string.Join(", ", library.Clients.Select(client => $"`{client.Id[2..]}`{(client.Id[0] == 'N' ? " (all)" : client.IncludesDerived ? " (and derived)" : "")}")),
        Members(library.Calls),
        Members(library.Bindings.Where(member => member.SaysWhere)),
    ]) + " |";

    private static string Hosts(Library library) => library.Hosts.IsEmpty ? "" : $" ({string.Join(", ", library.Hosts.Select(host => $"`{host}`"))})";

    private static string Members(IEnumerable<LibraryMember> members) => string.Join(", ", members.Select(member => $"`{Short(member)}`").Distinct());

    /// <summary><c>M:Stripe.StripeClient.#ctor</c> → <c>new StripeClient</c>.</summary>
    private static string Short(LibraryMember member)
    {
        var parts = member.Id.Split('(')[0][2..].Split('.');
        return parts[^1] == "#ctor" ? "new " + parts[^2] : parts[^2] + "." + parts[^1];
    }
}
