using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What a value means as an address that is given to a member of a library: as it is, as a host with a scheme in front, or as a connection string.</summary>
internal static class BoundAddress
{
    public static TextValue Of(TextValue value, LibraryMember member, Library library) =>
        member.ConnectionString is not null ? ConnectionStrings.ToAddress(value, member.Scheme ?? library.Protocol, member.Service)
        : member.Scheme is { } scheme ? HostAddress.Of(scheme, value)
        : value;
}
