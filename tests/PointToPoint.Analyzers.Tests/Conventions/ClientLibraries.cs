using System.Collections.Immutable;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>The table of client libraries in the documentation.</summary>
internal static class ClientLibraries
{
    private static readonly ImmutableArray<string> _columns = ["Library", "Protocol", "System", "Clients", "Calls by name", "Never calls", "Wired by", "Address from"];

    public static string Table() => $"| {string.Join(" | ", _columns)} |\n|{string.Concat(_columns.Select(_ => "---|"))}\n"
        + string.Join('\n', LibraryCatalog.Load().Libraries.Select(library => (library.Name, Row: Row(library)))
            .Concat(OwnFamilies().Select(row => (row[0], Line(row))))
            .OrderBy(entry => entry.Item1, StringComparer.OrdinalIgnoreCase).Select(entry => entry.Item2));

    /// <summary>The families that are no block of the catalog.</summary>
    private static IEnumerable<string[]> OwnFamilies()
    {
        yield return
        [
            "HttpClient", "http", "by its address",
            $"`{HttpClientFamily.HttpClientName}`, `{HttpClientFamily.InvokerName}`, `{HttpClientFamily.JsonName}`, `{HttpClientFamily.FormattingName}`",
            string.Join(", ", HttpClientFamily.Verbs.Keys.Order(StringComparer.Ordinal).Select(name => $"`{name}`")), "", "`HttpClient.BaseAddress`, `AddHttpClient`, `ConfigureHttpClient`",
            "`HttpClient.BaseAddress`, the call's own address, `HttpRequestMessage`",
        ];
        foreach (var library in AttributedLibrary.All)
        {
            yield return
            [
                library.Namespace, "http", "by its address", "interfaces whose methods have its attributes: " + string.Join(", ", AttributedInterfaces.Verbs.Select(verb => $"`[{verb}]`")), "", "",
                $"`{library.ServiceClass}.For`, " + string.Join(", ", RegistrationScan.RefitNames.Where(name => name.Contains(library.Namespace, StringComparison.Ordinal)).Select(name => $"`{name}`")),
                "the client or the address that it is made of, the registration's `HttpClient`",
            ];
        }
    }

    private static string Row(Library library) => Line(
    [
        library.Name,
        library.Protocol,
        library.IsInfrastructure ? "*infrastructure*" + Hosts(library) : library.IsAbstraction ? "by who made the client" : library.System is null ? "by its address" : library.System + Hosts(library),
        string.Join(", ", library.Clients.Select(client => $"`{client.Id[2..]}`{(client.Id[0] == 'N' ? " (all)" : client.IncludesDerived ? " (and derived)" : "")}")
            .Concat(library.Contracts.Order(StringComparer.Ordinal).Select(id => $"interfaces with `[{Attribute(id)}]`"))),
        Members(library.Calls),
        string.Join(", ", library.ExcludedNames.Concat(library.Excluded.Select(id => id[2..] + (id[0] == 'N' ? " (all)" : ""))).Order(StringComparer.Ordinal).Select(name => $"`{name}`")),
        Members(library.Bindings.Where(member => member.IsWiring)),
        Members(library.Bindings.Where(member => member.SaysWhere)),
    ]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Attribute(string id) => id.Split('.')[^1] is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    private static string Hosts(Library library) => library.Hosts.IsEmpty ? "" : $" ({string.Join(", ", library.Hosts.Select(host => $"`{host}`"))})";

    private static string Members(IEnumerable<LibraryMember> members) => string.Join(", ", members.Select(member => $"`{Short(member)}`").Distinct());

    /// <summary><c>M:Stripe.StripeClient.#ctor</c> → <c>new StripeClient</c>.</summary>
    private static string Short(LibraryMember member)
    {
        var parts = member.Id.Split('(')[0][2..].Split('.');
        return parts[^1] == "#ctor" ? "new " + parts[^2] : parts[^2] + "." + parts[^1];
    }
}
