using System.Collections.Immutable;
using System.Text;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Takes an address of texts, holes and keys apart, by the rules that <see cref="Uri"/> has for plain ones.</summary>
internal sealed class AddressReader
{
    // Private-use characters stand for parts that aren't text, so that one scan sees the whole.
    private const char Hole = '\uE0F0';
    private const char Key = '\uE0F1';
    private const char BaseOrigin = '\uE0F4';
    private const char BasePath = '\uE0F5';

    private static readonly char[] _marks = [Hole, Key, BaseOrigin, BasePath];

    private static readonly ImmutableArray<string> _pathNames = ["path", "url", "uri", "endpoint", "route", "resource", "address", "relative", "suffix"];

    // Addresses of another sort than the one that is called.
    private static readonly ImmutableArray<string> _otherAddresses = ["ip", "mail", "email", "mac", "postal", "street", "home", "billing", "shipping", "delivery", "wallet", "contract", "customer", "user"];

    private static readonly ImmutableArray<string> _valueNames =
        ["id", "identifier", "key", "code", "number", "no", "guid", "email", "token", "user", "username", "date", "value", "index", "page", "version", "slug", "sku", "culture", "currency"];

    // The last word says what it is: a resourceId is no resource. A resourceName may be either.
    private static readonly ImmutableArray<string> _idNames = ["id", "identifier", "key", "code", "number", "no", "guid", "uuid", "slug", "version", "token", "index"];

    // What is called a name behind a word of the path is one of the things of that word, /templates/{templateName}, unless it names a kind of thing.
    private static readonly ImmutableArray<string> _kindNames = ["controller", "service", "entity", "entities", "set", "action", "method", "operation", "function", "module", "collection", "table", "api"];
    private static readonly ImmutableArray<string> _rootWords = ["api", "rest", "odata", "services", "service", "data", "ws", "rpc", "graphql", "external", "internal", "public"];

    private readonly ImmutableArray<string> _provenance;
    private readonly string _text;
    private readonly List<(int Position, Part Part)> _parts = [];
    private readonly ISymbol? _on;
    private int _start;
    private int _host;
    private int _path;

    public AddressReader(Alternative alternative)
    {
        _provenance = alternative.Provenance;
        _on = alternative.On;
        var all = new StringBuilder();
        foreach (var part in alternative.Parts)
        {
            if (part is not LiteralPart literal)
            {
                Add(part);
                continue;
            }

            // Uri forgives white space in front, and so does whoever calls it.
            var text = literal with { Text = WithoutMarks(all.Length == 0 ? literal.Text.TrimStart() : literal.Text) };
            foreach (var shown in Secrets.Shown(text, all.ToString()))
            {
                Add(shown);
            }
        }

        _text = all.ToString();

        void Add(Part part)
        {
            _parts.Add((all.Length, part));
            all.Append(part switch
            {
                LiteralPart text => text.Text,
                KeyPart => Key.ToString(),
                BasePart { IsPath: var isPath } => (isPath ? BasePath : BaseOrigin).ToString(),
                _ => Hole.ToString(),
            });
        }
    }

    /// <summary>Text may hold anything, and yet be no mark.</summary>
    private static string WithoutMarks(string text) => text.IndexOfAny(_marks) < 0 ? text : _marks.Aggregate(text, (plain, mark) => plain.Replace(mark, '\uFFFD'));

    public Address Read()
    {
        var address = ReadStart();
        return Passed(address) is { IsEmpty: false } on ? address with { On = on, OnObject = address.OnObject ?? WholePath() } : address with { MayOn = Tail() };
    }

    private Address ReadStart()
    {
        if (LoneSurrogates.AreIn(_text))
        {
            return new Address(AddressKind.Unknown, _provenance) { Problem = "has half a surrogate pair, which is no text" };
        }

        if (BehindBase() is { } behind)
        {
            return behind;
        }

        var scheme = _text.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && IsScheme(_text.Substring(0, scheme)))
        {
            return ReadAuthority(_text.Substring(0, scheme).ToLowerInvariant(), scheme + 3);
        }

        if (_text.StartsWith("//", StringComparison.Ordinal))
        {
            return ReadAuthority(null, 2);
        }

        if (scheme == 1 && _text[0] is Key or Hole)
        {
            // Which scheme it is says nothing of the system: the host does.
            return ReadAuthority(null, 4);
        }

        if (_text.Length > 0 && _text[0] == Key)
        {
            return Symbolic((KeyPart)PartAt(0)!, 1);
        }

        // A number starts a path, as in $"{accountId}/orders", and no address.
        if (_text.Length > 0 && _text[0] == Hole && !(_text.Length > 1 && _text[1] == '/' && PartAt(0) is HolePart { IsNumber: true }))
        {
            return Unknown((HolePart)PartAt(0)!, 0);
        }

        return new Address(AddressKind.Relative, _provenance)
        {
            Path = PathFrom(0, keepDots: true),
            OfKey = _parts is [{ Part: LiteralPart { Key: { } key, Text: var value } }, ..] ? new Address(AddressKind.Symbolic, _provenance) { Keys = [key], Path = Rooted(PathFrom(value.Length)) } : null,
            StartsWithAWord = _parts is [{ Part: LiteralPart { Key: not null, Text: var word } }, ..] && word.IndexOfAny(['/', '.', '?']) < 0,
        };
    }

    /// <summary>
    /// An address that starts with the client's own base address, or with its origin alone, in one piece or in several: <c>$"{http.BaseAddress.Scheme}://{http.BaseAddress.Host}/orders"</c>.
    /// Null for any other.
    /// </summary>
    private Address? BehindBase()
    {
        if (_text.Length == 0)
        {
            return null;
        }

        _start = _text.IndexOf(BaseOrigin) switch
        {
            0 when _text.StartsWith($"{BaseOrigin}://{BaseOrigin}", StringComparison.Ordinal) => 5,
            0 => 1,
            > 3 and var host when _text.IndexOf("://", StringComparison.Ordinal) == host - 3 && IsScheme(_text.Substring(0, host - 3)) => host + 1,
            _ => 0,
        };
        if (_start > 0 && _text.IndexOf($":{BaseOrigin}", _start, StringComparison.Ordinal) == _start)
        {
            _start += 2;
        }

        // A path that is read for itself starts with a slash.
        var path = _start < _text.Length && _text[_start] == '/' ? _start + 1 : _start;
        if (path < _text.Length && _text[path] == BasePath)
        {
            _start = path + 1;
            return new Address(AddressKind.Relative, _provenance) { Path = PathFrom(_start, keepDots: true), IsBehindBase = true };
        }

        return _start == 0 ? null : new Address(AddressKind.Relative, _provenance) { Path = "/" + PathFrom(_start, keepDots: true).TrimStart('/') };
    }

    /// <summary>The object of the code's own whose member is all that stands behind a known start: <c>new Uri(baseUri, video.Url)</c>.</summary>
    private ISymbol? WholePath() => _on is IParameterSymbol { Type: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } } && _parts.Exists(part => part.Part is HolePart { Member: not null } hole && SymbolEqualityComparer.Default.Equals(hole.On, _on)) ? _on : null;

    /// <summary>The parameters that stand for an address or path, not for a value in one: the start, the whole, or what is named like one.</summary>
    private ImmutableArray<ISymbol> Passed(Address address)
    {
        var end = EndOfPath(0);
        return
        [
            .. _parts.Where(part => part.Part is HolePart { On: not null } && (end < 0 || part.Position < end)
                    && (part.Position == 0 ? address.Kind == AddressKind.Unknown : part.Position == _start || IsPath((HolePart)part.Part) || IsHost(part.Position)))
                .Select(part => ((HolePart)part.Part).On!)
                .Concat(_on is null ? [] : [_on])
                .Distinct<ISymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>A part of host or port decides the origin, whatever it is called.</summary>
    private bool IsHost(int position) => position >= _host && position < _path;

    /// <summary>A type says which kind of thing is asked for, whatever it is called.</summary>
    private static bool IsPath(HolePart hole) => hole.On is ITypeParameterSymbol
        || (hole.On is IParameterSymbol { Type: var type } && (hole.Member is not null || type.SpecialType == SpecialType.System_String || type.Name == nameof(Uri))
            && IsNamedLikePath(hole.Member ?? hole.On.Name));

    private static bool IsNamedLikePath(string name) => _pathNames.Any(path => name.IndexOf(path, StringComparison.OrdinalIgnoreCase) >= 0) && !_idNames.Any(id => EndsInWord(name, id)) && !IsOtherAddress(name);

    /// <summary><c>ipAddress</c>, <c>email_address</c>.</summary>
    private static bool IsOtherAddress(string name) => EndsInWord(name, "address") && name.Substring(0, name.Length - 7).TrimEnd('_') is var before && _otherAddresses.Any(other => EndsInWord(before, other));

    /// <summary><c>resourceId</c>, <c>resource_id</c> and <c>resourceID</c> end in id; <c>grid</c> doesn't.</summary>
    private static bool EndsInWord(string name, string word) => name.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (name.Length - word.Length) is var start
        && (start == 0 || name[start - 1] == '_' || (char.IsUpper(name[start]) && !char.IsUpper(name[start - 1])));

    /// <summary><c>p</c> in <c>"api/" + p</c>: what its callers give tells whether it is a path or a value, unless it is named like a value.</summary>
    private ISymbol? Tail()
    {
        var end = EndOfPath(0);
        var last = _parts.FindLast(part => end < 0 || part.Position < end);
        return last is { Part: HolePart { On: IParameterSymbol { Type.SpecialType: SpecialType.System_String } parameter, Member: null } } && last.Position > 0 && !IsValue(parameter.Name) && !IsNameOfOne(parameter.Name, last.Position) ? parameter : null;
    }

    private bool IsNameOfOne(string name, int position)
    {
        if (!EndsInWord(name, "name") || IsNamedLikePath(name) || _kindNames.Any(kind => name.Length > 4 && EndsInWord(name.Substring(0, name.Length - 4).TrimEnd('_'), kind)) || _text[position - 1] != '/')
        {
            return false;
        }

        var before = _text.Substring(0, position - 1).Split('/').Last();
        return before.Any(char.IsLetter) && before.IndexOfAny(_marks) < 0 && !before.Contains('.') && !_rootWords.Contains(before, StringComparer.OrdinalIgnoreCase) && !IsVersion(before);
    }

    private static bool IsVersion(string segment) => segment[0] is 'v' or 'V' && segment.Skip(1).All(char.IsDigit);

    /// <summary>True if a parameter's name says that it brings a value, not a part of a path.</summary>
    public static bool IsValue(string name) => IsOtherAddress(name) || _valueNames.Any(value => name.EndsWith(value, StringComparison.OrdinalIgnoreCase));

    private Address ReadAuthority(string? scheme, int start)
    {
        var end = _text.IndexOfAny(['/', '\\', '?', '#'], start);
        end = end < 0 ? _text.Length : end;
        var user = _text.LastIndexOf('@', Math.Max(end - 1, 0), end - start);
        var hostStart = user < 0 ? start : user + 1;
        (_host, _path) = (hostStart, end);

        // A configuration key may be the authority (https://{Erp:Host}/x): it names the system as a whole address would.
        var port = _text.IndexOf(':', hostStart, end - hostStart);
        var symbol = _text.Substring(hostStart, (port < 0 ? end : port) - hostStart).LastIndexOf(Key) + hostStart;
        if (symbol >= hostStart && !IsTenant(_text.Substring(hostStart, end - hostStart), symbol - hostStart))
        {
            return Symbolic((KeyPart)PartAt(symbol)!, end);
        }

        var authority = Authority.Read(_text.Substring(hostStart, end - hostStart), character => character is Hole or Key);
        if (authority.Problem is not null)
        {
            return new Address(AddressKind.Unknown, _provenance) { Problem = authority.Problem, Path = PathFrom(end) };
        }

        var hole = authority.Host.LastIndexOf(Hole);
        if (hole >= 0 && !IsTenant(authority.Host, hole))
        {
            return Unknown((HolePart)PartAt(_text.IndexOf(authority.Host, hostStart, StringComparison.Ordinal) + hole)!, end) with { HasOrigin = true };
        }

        return new Address(AddressKind.Absolute, _provenance)
        {
            Scheme = scheme,
            Host = authority.Host.Replace(Hole.ToString(), "{}").Replace(Key.ToString(), "{}").ToLowerInvariant(),
            Port = authority.Port,
            IsPortUnknown = authority.IsPortUnknown,
            Path = Rooted(PathFrom(end)),
            Keys = [.. _parts.Where(part => part.Position < end).Select(part => part.Part is LiteralPart literal ? literal.Key : (part.Part as KeyPart)?.Key).OfType<string>().Distinct()],
            Origin = scheme is not null && user < 0 && _parts[0].Part is LiteralPart { Key: null } first && first.Text.Length >= end ? _text.Substring(0, end) : null,
        };
    }

    private Address Symbolic(KeyPart start, int path) => new(AddressKind.Symbolic, _provenance) { Keys = [start.Key], IsOfMember = start.IsOfMember, Path = Rooted(PathFrom(path)) };

    private Address Unknown(HolePart start, int path) => new(AddressKind.Unknown, _provenance)
    {
        Unknown = start.Reason,
        OnObject = start is { Member: not null, On: IParameterSymbol { Type: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } } } ? start.On : null,
        Path = PathFrom(path),
    };

    /// <summary>A hole may be the first labels of a host whose last two are known: <c>https://{tenant}.crm.contoso.com</c>.</summary>
    private static bool IsTenant(string host, int lastHole) => host.Length > lastHole + 1 && host[lastHole + 1] == '.' && host.IndexOf('.', lastHole + 2) > 0;

    private static bool IsScheme(string scheme) =>
        scheme.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.');

    private Part? PartAt(int position) => _parts.Where(part => part.Position <= position && (part.Part is not LiteralPart literal || part.Position + literal.Text.Length > position))
        .Select(part => part.Part)
        .LastOrDefault();

    /// <param name="start">Where the path starts.</param>
    /// <param name="keepDots">True for a relative path, whose dots mean something only behind its base.</param>
    private string PathFrom(int start, bool keepDots = false)
    {
        var end = EndOfPath(start);
        var path = _text.Substring(start, (end < 0 ? _text.Length : end) - start);
        path = _marks.Aggregate(path.Replace('\\', '/'), (shown, mark) => shown.Replace(mark.ToString(), "{}"));
        return keepDots ? path : AddressJoin.WithoutDots(path);
    }

    /// <summary>Where query or fragment starts, be it behind parameters that a hole before it starts (<c>/orders{query}&amp;page=1</c>); negative if the path is all.</summary>
    private int EndOfPath(int start)
    {
        var end = _text.IndexOfAny(['?', '#'], start);
        for (var next = _text.IndexOf('&', start); next >= 0 && (end < 0 || next < end); next = _text.IndexOf('&', next + 1))
        {
            var word = next + 1;
            while (word < _text.Length && (char.IsLetterOrDigit(_text[word]) || _text[word] is '_' or '-' or '.' or '$'))
            {
                word++;
            }

            var segment = _text.LastIndexOf('/', next) + 1;
            if (word > next + 1 && word < _text.Length && _text[word] == '=' && _text.IndexOf('/', next) < 0 && _text.IndexOf(Hole, segment, next - segment) >= 0)
            {
                return next;
            }
        }

        return end;
    }

    private static string Rooted(string path) => path.Length == 0 || path[0] == '/' ? path : "/" + path;
}
