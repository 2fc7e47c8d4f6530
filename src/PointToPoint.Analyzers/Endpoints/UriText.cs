using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// The pieces of an address while it is still a text of parts, for what takes one out or puts another in. An unknown start (a hole, or a key) counts as scheme and
/// authority: most often it is just that.
/// </summary>
internal sealed class UriText
{
    private readonly PartText _text;
    private readonly int _authority;
    private readonly int _path;
    private readonly int _query;

    public UriText(Alternative alternative)
    {
        _text = new PartText(alternative);
        var text = _text.Text;
        SchemeLength = text.IndexOf("://", StringComparison.Ordinal);
        if (SchemeLength > 0 && text.IndexOfAny(['/', '?', '#'], 0, SchemeLength) < 0)
        {
            _authority = SchemeLength + 3;
            _path = End(['/', '\\', '?', '#'], _authority);
        }
        else if (text.StartsWith("//", StringComparison.Ordinal))
        {
            SchemeLength = 0;
            _authority = 2;
            _path = End(['/', '\\', '?', '#'], _authority);
        }
        else
        {
            SchemeLength = 0;
            _path = text.Length > 0 && _text.IsMark(0) ? 1 : 0;
        }

        _query = End(['?', '#'], _path);
    }

    /// <summary>The characters of the scheme; 0 if there is none to be seen.</summary>
    public int SchemeLength { get; }

    /// <summary>True if it starts with scheme or authority, known or not.</summary>
    public bool IsAbsolute => _path > 0;

    /// <summary>True if the start can't be taken apart.</summary>
    public bool IsOpaque => _authority == 0;

    public Alternative Scheme => _text.Cut(0, SchemeLength);

    public Alternative Origin => _text.Cut(0, _path);

    /// <summary>Host and port.</summary>
    public Alternative Authority => _text.Cut(Math.Max(_authority, _text.Text.LastIndexOf('@', Math.Max(_path - 1, 0), Math.Max(_path - _authority, 0)) + 1), _path);

    public Alternative Host => Authority is var authority && PortAt(new PartText(authority).Text) is >= 0 and var port ? new PartText(authority).Cut(0, port) : authority;

    /// <summary>The port as it stands there, without the colon; empty if none does.</summary>
    public Alternative Port => Authority is var authority && new PartText(authority) is var text && PortAt(text.Text) is >= 0 and var port ? text.From(port + 1) : text.Cut(0, 0);

    public Alternative Path => _text.Cut(_path, _query);

    public Alternative PathAndQuery => _text.Cut(_path, End(['#'], _query));

    public Alternative Query => _text.Cut(_query, End(['#'], _query));

    public Alternative UpToPath => _text.Cut(0, _query);

    public static bool IsUri(ITypeSymbol? type) => IsSystem(type, nameof(Uri));

    public static bool IsBuilder(ITypeSymbol? type) => IsSystem(type, nameof(UriBuilder));

    /// <summary>As <see cref="Uri"/> shows itself: a host alone gets its slash, and a port that goes without saying goes.</summary>
    public static Alternative Canonical(Alternative alternative)
    {
        var uri = new UriText(alternative);
        if (uri.SchemeLength <= 0)
        {
            return alternative;
        }

        var shown = uri.Origin;
        if (Text(uri.Port) is { Length: > 0 } port && port == DefaultPort(Text(uri.Scheme)))
        {
            shown = new PartText(shown).Cut(0, uri._path - port.Length - 1);
        }

        // What stands in a hole at the end may have a path of its own.
        var slash = uri._path == uri._query && uri._path > uri._authority && !uri._text.IsMark(uri._path - 1);
        return shown.Then(slash ? Literal("/") : Literal("")).Then(uri._text.From(uri._path));
    }

    public static string? DefaultPort(string? scheme) => scheme?.ToLowerInvariant() switch
    {
        "http" or "ws" => "80",
        "https" or "wss" => "443",
        _ => null,
    };

    /// <summary>The text, if all of it is known.</summary>
    public static string? Text(Alternative alternative) => TextValue.Of(alternative).Constant;

    public static Alternative Literal(string text) => new([new LiteralPart(text)], []);

    private static int PortAt(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') ? colon : -1;
    }

    private int End(char[] ends, int start) => _text.Text.IndexOfAny(ends, start) is >= 0 and var end ? end : _text.Text.Length;

    private static bool IsSystem(ITypeSymbol? type, string name) => type?.Name == name && type.ContainingNamespace is { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true };
}
