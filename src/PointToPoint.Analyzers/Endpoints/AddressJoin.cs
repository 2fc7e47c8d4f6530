using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Puts a relative address behind a base, as RFC 3986 §5.2 and <see cref="Uri"/> do; holes and unknown keys are kept where they stand.</summary>
internal static class AddressJoin
{
    /// <summary>The same for texts that are not taken apart yet (<c>new Uri(base, relative)</c>).</summary>
    public static Alternative Join(Alternative baseUri, Alternative relative)
    {
        var address = Address.Read(relative);
        if (!address.MayBeRelative)
        {
            return relative;
        }

        var root = Address.Read(baseUri);
        if (root.Problem is not null)
        {
            return baseUri;
        }

        if (baseUri.Parts[0] is BasePart)
        {
            return BehindBase(baseUri, root, relative, address) with { Provenance = baseUri.WithPathOf(relative) };
        }

        if (root.Kind == AddressKind.Unknown)
        {
            return baseUri.Then(new Alternative([new LiteralPart("/")], [])).Then(relative);
        }

        // The start is kept as it is, with its keys; only the path behind it changes.
        var joined = Join(root, address);
        var origin = ImmutableArray.CreateBuilder<Part>();
        if (root.Kind == AddressKind.Absolute && root.Keys.IsEmpty)
        {
            origin.Add(new LiteralPart(new Address(AddressKind.Absolute, []) { Scheme = root.Scheme, Host = root.Host, Port = root.Port, IsPortUnknown = root.IsPortUnknown }.Display()));
        }
        else if (root.Kind == AddressKind.Absolute)
        {
            origin.Add(new LiteralPart(new Address(AddressKind.Absolute, []) { Scheme = root.Scheme, Host = root.Host, Port = root.Port, IsPortUnknown = root.IsPortUnknown }.Display(), root.Keys[0]));
        }
        else if (root.Kind == AddressKind.Symbolic)
        {
            origin.Add(new KeyPart(root.Keys[0]) { IsOfMember = root.IsOfMember });
        }

        var pieces = joined.Path.Split(["{}"], StringSplitOptions.None);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                var on = i == pieces.Length - 1 ? address.On.FirstOrDefault() ?? address.MayOn : null;
                origin.Add(new HolePart("a part of the path", on) { Member = relative.Parts.OfType<HolePart>().LastOrDefault(hole => Declarations.Same(hole.On, on))?.Member });
            }

            if (pieces[i].Length > 0)
            {
                origin.Add(new LiteralPart(pieces[i]));
            }
        }

        // A member of an object that is handed over: what it is called says nothing where it is the whole of the relative address.
        var whole = relative.Parts[0] is HolePart { Member: not null } first ? first.On : null;
        return new Alternative(origin.ToImmutable(), baseUri.WithPathOf(relative)) { On = baseUri.On ?? relative.On ?? whole };
    }

    /// <summary>The same where the base starts with a client's own base address: what is relative to that one alone is what the client takes it for anyway.</summary>
    private static Alternative BehindBase(Alternative baseUri, Address root, Alternative relative, Address address)
    {
        if (root is { IsBehindBase: true, Path: "" } || address.Path.StartsWith("/", StringComparison.Ordinal))
        {
            return relative;
        }

        var text = new PartText(baseUri);
        var folder = text.Text.LastIndexOf('/') + 1;
        return text.Cut(0, Math.Max(folder, root.IsBehindBase ? 2 : 1)).Then(relative);
    }

    /// <summary>An address relative to a base; the provenance is the base's, which says where the origin comes from.</summary>
    public static Address Join(Address root, Address relative)
    {
        var path = relative.Path;
        if (path.Length == 0)
        {
            return root;
        }

        if (relative.IsBehindBase)
        {
            return Behind(root, path);
        }

        return root with { Path = path[0] == '/' && root.Kind != AddressKind.Symbolic ? WithoutDots(path) : WithoutDots(Folder(root.Path) + path.TrimStart('/')), Origin = null };
    }

    /// <summary>A path behind all of a base's path, whatever slash it starts with: as libraries do that put both together themselves.</summary>
    public static Address Append(Address root, Address relative) => relative.Path.Length == 0
        ? root
        : relative.IsBehindBase ? Behind(root, relative.Path)
        : root with { Path = WithoutDots(root.Path.TrimEnd('/') + "/" + relative.Path.TrimStart('/')), Origin = null };

    /// <summary>A path right behind a base's, as one text behind another; two slashes that meet are one, since who writes them there means one.</summary>
    private static Address Behind(Address root, string path)
    {
        var start = root.Path.Length == 0 ? "/" : root.Path;
        return root with { Path = WithoutDots(start[start.Length - 1] == '/' ? start + path.TrimStart('/') : start + path), Origin = null };
    }

    /// <summary>Removes <c>.</c> and <c>..</c> segments (RFC 3986 §5.2.4).</summary>
    public static string WithoutDots(string path)
    {
        if (!path.Contains("."))
        {
            return path;
        }

        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            switch (segments[i])
            {
                case "." when last:
                    kept.Add("");
                    break;
                case ".":
                    break;
                case "..":
                    if (kept.Count > 1 || (kept.Count == 1 && kept[0].Length > 0))
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    if (last)
                    {
                        kept.Add("");
                    }

                    break;
                default:
                    kept.Add(segments[i]);
                    break;
            }
        }

        return string.Join("/", kept);
    }

    /// <summary>The path up to and with its last slash.</summary>
    private static string Folder(string path) => path.Length == 0 ? "/" : path.Substring(0, path.LastIndexOf('/') + 1) is { Length: > 0 } folder ? folder : "/";
}
