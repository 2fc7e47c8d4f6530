namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>
/// How the rest of an address is written when scheme and authority are cut off, so that it means the same behind the gateway's address as it meant
/// behind the origin, whatever the holes hold.
/// </summary>
/// <param name="Prefix">What is put in front of the rest.</param>
/// <param name="Drop">How many characters of the rest are left out.</param>
internal readonly record struct AddressCut(string Prefix, int Drop)
{
    // A naive "/" + hole becomes "//x", another host, where the hole is empty. "/./x" is the same path and never starts a host.
    private const string NoHost = "/.";

    /// <summary>True if nothing stands behind the origin: then a base address needs no path at all.</summary>
    public static bool IsRoot(string tail, bool holeFollows) => !holeFollows && tail is "" or "/";

    /// <summary>The cut; null if none is exact.</summary>
    /// <param name="tail">The constant text behind the origin, up to the first hole or the end.</param>
    /// <param name="holeFollows">Whether a value that only run time knows follows it.</param>
    /// <param name="use">What it is put behind.</param>
    public static AddressCut? Of(string tail, bool holeFollows, AddressUse use)
    {
        if (tail.Length == 0)
        {
            return holeFollows ? null : use == AddressUse.Request ? new AddressCut("/", 0) : new AddressCut("", 0);
        }

        if (tail[0] is '?' or '#')
        {
            return use == AddressUse.Request ? new AddressCut("/", 0) : new AddressCut("", 0);
        }

        if (tail[0] != '/')
        {
            return null;
        }

        return use switch
        {
            AddressUse.Request => new AddressCut(MayStartHost(tail, holeFollows) ? NoHost : "", 0),
            AddressUse.BasePath => new AddressCut("", MayStartHost(tail, holeFollows) || tail.Contains(":") ? 0 : 1),
            _ when MayStartHost(tail, holeFollows) => new AddressCut(NoHost, 0),
            _ => new AddressCut("", MayStartScheme(tail, holeFollows) ? 0 : 1),
        };
    }

    private static bool MayStartHost(string tail, bool holeFollows) =>
        tail.Length == 1 ? holeFollows : tail[1] is '/' or '\\' || char.IsWhiteSpace(tail[1]) || char.IsControl(tail[1]);

    /// <summary>Whether the first segment could be read as a scheme without the slash in front of it.</summary>
    private static bool MayStartScheme(string tail, bool holeFollows)
    {
        var end = tail.IndexOfAny(['/', '?', '#'], 1);
        return end < 0 ? holeFollows || tail.Contains(":") : tail.IndexOf(':', 1, end - 1) >= 0;
    }
}
