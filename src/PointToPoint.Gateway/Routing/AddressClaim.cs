namespace PointToPoint.Gateway.Routing;

/// <summary>A part of the network that belongs to a system.</summary>
internal sealed class AddressClaim(string system, AddressSpace space, string path)
{
    private AddressSpace Space { get; } = space;

    private string Path { get; } = path;

    public string System { get; } = system;

    public bool Overlaps(AddressClaim other) =>
        Space.HasOriginOf(other.Space) &&
        (Path.StartsWith(other.Path, StringComparison.Ordinal) || other.Path.StartsWith(Path, StringComparison.Ordinal));

    public override string ToString() => Space.Authority + Path;
}
