using System.Collections.Immutable;
using System.Globalization;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// Reads the catalog's text. A block starts with <c>library NAME</c>; each line below says one thing; <c>#</c> starts a comment. The words are explained in
/// <c>docs/clients.md</c>.
/// </summary>
internal static class LibraryReader
{
    private const string AnyType = "M:*.";

    /// <summary>All blocks of a text, in order.</summary>
    /// <exception cref="FormatException">A line means nothing; the message has its number.</exception>
    public static ImmutableArray<Library> Read(string text)
    {
        var libraries = ImmutableArray.CreateBuilder<Library>();
        var block = new List<(int Line, string[] Words)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var hash = line.IndexOf(" # ", StringComparison.Ordinal);
            var words = (line.TrimStart().StartsWith("#", StringComparison.Ordinal) ? "" : hash < 0 ? line : line.Substring(0, hash))
                .Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            if (words[0] == "library" && block.Count > 0)
            {
                libraries.Add(Block(block));
                block.Clear();
            }

            block.Add((number, words));
        }

        if (block.Count > 0)
        {
            libraries.Add(Block(block));
        }

        return libraries.ToImmutable();
    }

    private static Library Block(List<(int Line, string[] Words)> lines)
    {
        if (lines[0].Words is not ["library", _, ..] first)
        {
            throw Wrong(lines[0].Line, "a block starts with 'library NAME'");
        }

        var library = new Library { Name = Rest(first), Protocol = "" };
        foreach (var (line, words) in lines.Skip(1))
        {
            library = words switch
            {
                ["protocol", var protocol] => library with { Protocol = protocol },
                ["system", _, ..] => library with { System = Rest(words) },
                ["infrastructure"] => library with { IsInfrastructure = true },
                ["synchronous"] => library with { IsSynchronous = true },
                ["abstraction"] => library with { IsAbstraction = true },
                ["appends"] => library with { Appends = true },
                ["templates"] => library with { HasUrlTemplates = true },
                ["places"] => library with { HasPlaces = true },
                ["message", _, ..] => library with { Messages = library.Messages.Add(Message(words, line)) },
                ["host", _, ..] => library with { Hosts = library.Hosts.AddRange(words.Skip(1)) },
                ["assembly", _, ..] => library with { Assemblies = library.Assemblies.AddRange(words.Skip(1)) },
                ["client", var id] => library with { Clients = library.Clients.Add(new LibraryType(Id(id, line), IncludesDerived: false)) },
                ["client", var id, "derived"] => library with { Clients = library.Clients.Add(new LibraryType(Id(id, line), IncludesDerived: true)) },
                ["base", var id] => library with { Bases = library.Bases.Add(new LibraryType(Id(id, line), IncludesDerived: true)) },
                ["holder", _, ..] => library with { Holders = library.Holders.AddRange(words.Skip(1).Select(id => new LibraryType(Id(id, line), IncludesDerived: false))) },
                ["proxy", var id] => library with { Proxies = library.Proxies.Add(new LibraryMember(Id(id, line))) },
                ["entry", var key, var scheme] => library with { Entries = library.Entries.Add(new LibraryEntry(key, scheme)) },
                ["local", var id, var values] => library with { LocalSettings = library.LocalSettings.Add(new LocalSetting(Id(id, line), [.. values.Split('|')])) },
                ["not", _, ..] => library with
                {
                    Excluded = library.Excluded.Union(words.Skip(1).Where(id => !IsOfAnyType(id)).Select(id => Id(id, line))),
                    ExcludedNames = library.ExcludedNames.AddRange(words.Skip(1).Where(IsOfAnyType).Select(id => id.Substring(AnyType.Length))),
                },
                ["bound"] => library with { CountsIfBound = true },
                ["located"] => library with { CountsIfLocated = true },
                ["contract", _, ..] => library with { Contracts = library.Contracts.Union(words.Skip(1).Select(id => Id(id, line))) },
                ["factory", _, ..] => library with { Factories = library.Factories.AddRange(Members(words, line)) },
                ["call", _, ..] => library with { Calls = library.Calls.AddRange(Members(words, line)) },
                ["connects", _, ..] => Connecting(library, Members(words, line)),
                ["wires", _, ..] => library with { Bindings = library.Bindings.AddRange(Members(words, line).Select(member => member with { IsWiring = true })) },
                ["carries", _, ..] => library with { Bindings = library.Bindings.AddRange(Members(words, line)) },
                _ => throw Wrong(line, "no such line: " + string.Join(" ", words)),
            };
        }

        return library.Protocol.Length == 0 ? throw Wrong(lines[0].Line, $"'{library.Name}' has no protocol")
            : library.Clients.IsEmpty && library.Calls.IsEmpty && library.Bindings.IsEmpty && library.Hosts.IsEmpty ? throw Wrong(lines[0].Line, $"'{library.Name}' has neither client nor host")
            : library with { Namespaces = [.. library.Clients.Select(client => client.Id).Concat(library.Calls.Concat(library.Bindings).Select(member => member.Id)).Select(NamespaceOf).Where(name => name.Length > 0 && !name.StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal)).Distinct()] };
    }

    /// <summary><c>M:Contoso.Api.Get,GetAsync</c>, <c>M:Contoso.{Orders,Stock}.Get</c>: members of one type, or of several, of which the same is said.</summary>
    private static IEnumerable<LibraryMember> Members(string[] words, int line)
    {
        if (words[1].IndexOf('{') is > 0 and var open && words[1].IndexOf('}', open) is > 0 and var close)
        {
            return words[1].Substring(open + 1, close - open - 1).Split(',')
                .SelectMany(type => Members([words[0], words[1].Substring(0, open) + type + words[1].Substring(close + 1), .. words.Skip(2)], line));
        }

        // Commas in a parameter list belong to the one member it describes.
        var ids = words[1].Contains("(") ? [words[1]] : words[1].Split(',');
        var type = ids[0].Substring(0, ids[0].LastIndexOf('.') + 1);
        return ids.Select((id, index) => Member(index == 0 ? id : type + id, words, line));
    }

    private static MessageShape Message(string[] words, int line)
    {
        var shape = new MessageShape(Id(words[1], line), [], []);
        foreach (var word in words.Skip(2))
        {
            shape = word.Split('=') switch
            {
                ["address", var names] => shape with { Address = [.. names.Split('|')] },
                ["verb", var names] => shape with { Verb = [.. names.Split('|')] },
                _ => throw Wrong(line, $"'{word}' means nothing"),
            };
        }

        return shape;
    }

    private static LibraryMember Member(string id, string[] words, int line)
    {
        var member = new LibraryMember(Id(id, line));
        foreach (var word in words.Skip(2))
        {
            if (word == "gateway")
            {
                member = member with { IsGateway = true };
                continue;
            }

            var equals = word.IndexOf('=');
            var value = word.Substring(equals + 1);
            member = (equals < 0 ? "" : word.Substring(0, equals)) switch
            {
                "verb" => member with { Verb = value },
                "method" => member with { Method = Argument(value, 0) },
                "address" => member with { Address = Argument(value, 0) },
                "host" => member with { Host = Argument(value, 0) },
                "port" => member with { Port = Argument(value, 1) },
                "configure" => member with { Configure = Argument(value, 0) },
                "dsn" => member with { ConnectionString = Argument(value, 0) },
                "connection" => member with { Connection = Argument(value, 0) },
                "system" => member with { System = Argument(value, 0) },
                "made" => member with { Made = Argument(value, 0) },
                "database" => member with { Database = Argument(value, 0) },
                "queue" => member with { Queue = [.. value.Split(',').Select(name => Argument(name, 0))] },
                "name" => member with { ClientName = Argument(value, 0) },
                "key" => member with { Key = Argument(value, 0) },
                "through" => member with { Through = value },
                "scheme" => member with { Scheme = value },
                "service" => member with { Service = value },
                "provides" => member with { Provides = [.. value.Split(',').Select(id => Id(id, line))] },
                _ => throw Wrong(line, $"'{word}' means nothing"),
            };
        }

        return member;
    }

    /// <summary><c>url|uri@1</c>: the names it has in the overloads, and where it stands.</summary>
    private static LibraryArgument Argument(string text, int position)
    {
        var at = text.IndexOf('@');
        return new LibraryArgument(
            [.. (at < 0 ? text : text.Substring(0, at)).Split('|')],
            at < 0 ? position : int.Parse(text.Substring(at + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static Library Connecting(Library library, IEnumerable<LibraryMember> members)
    {
        var connecting = members.Select(member => member with { Connects = true }).ToImmutableArray();
        return library with { Calls = library.Calls.AddRange(connecting), Bindings = library.Bindings.AddRange(connecting) };
    }

    private static bool IsOfAnyType(string id) => id.StartsWith(AnyType, StringComparison.Ordinal);

    private static string Id(string text, int line) => text is ['N' or 'T' or 'M' or 'P', ':', _, ..] ? text : throw Wrong(line, $"'{text}' is no documentation ID");

    private static string Rest(string[] words) => string.Join(" ", words.Skip(1));

    /// <summary>The namespace of what an ID names, as far as its shape tells: type names start with a capital like namespaces, so it is what stands before the type.</summary>
    private static string NamespaceOf(string id)
    {
        var name = id.Split('(')[0].Substring(2);
        var parts = name.Split('.').ToList();
        var drop = id[0] == 'N' ? 0 : id[0] == 'T' ? 1 : 2;
        if (name.EndsWith("#ctor", StringComparison.Ordinal))
        {
            drop = 2;
        }

        return string.Join(".", parts.Take(Math.Max(0, parts.Count - drop)));
    }

    private static FormatException Wrong(int line, string what) => new($"Catalog, line {line.ToString(CultureInfo.InvariantCulture)}: {what}.");
}
