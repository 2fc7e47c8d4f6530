using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Reads p2p.json. Damage costs no more than the damaged place: everything readable is in the manifest, everything else in its problems.</summary>
internal sealed class SystemsManifestReader
{
    /// <summary>The name of the file, in any case.</summary>
    public const string FileName = "p2p.json";

    private readonly SourceText _source;
    private readonly ManifestValues _values;

    private SystemsManifestReader(SourceText source)
    {
        _source = source;
        _values = new ManifestValues(source);
    }

    /// <summary>Reads a file that the compiler was given.</summary>
    public static SystemsManifest Read(AdditionalText file, CancellationToken cancellation = default) =>
        file.GetText(cancellation) is { } text ? Read(text, file.Path, cancellation) : Unavailable(file.Path);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The content.</param>
    /// <param name="path">Where it comes from; kept in the result, nothing is opened.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static SystemsManifest Read(SourceText text, string path, CancellationToken cancellation = default) =>
        new SystemsManifestReader(text).Read(cancellation) with { Path = path };

    /// <summary>What is known about a file whose text can't be had.</summary>
    public static SystemsManifest Unavailable(string path) => SystemsManifest.Empty with
    {
        Path = path,
        Problems = [new ManifestProblem(ManifestProblemKind.Unreadable, default, "the file can't be opened or isn't text; save it as UTF-8")],
    };

    private SystemsManifest Read(CancellationToken cancellation)
    {
        var json = JsonReader.Read(_source, cancellation);
        foreach (var error in json.Errors)
        {
            _values.Unreadable(error.Span, error.Message);
        }

        // What a decoder puts in the place of bytes that it can't read.
        if (_source.ToString().IndexOf('\uFFFD') is >= 0 and var damaged)
        {
            _values.Unreadable(new TextSpan(damaged, 1), "the bytes of this character aren't UTF-8; save the file as UTF-8");
        }

        var root = _values.Members(json.Root, "p2p.json", ManifestKeys.Root);
        if (root.TryGetValue(ManifestKeys.Schema, out var schema))
        {
            _values.Text(schema.Value, "'$schema'");
        }

        var manifest = new SystemsManifest
        {
            Systems = root.TryGetValue(ManifestKeys.Systems, out var systems) ? ReadSystems(systems.Value) : [],
            Gateway = root.TryGetValue(ManifestKeys.Gateway, out var gateway) ? ReadGateway(gateway.Value) : new GatewayEntry(),
            Approvals = root.TryGetValue(ManifestKeys.Approvals, out var approvals) ? ReadApprovals(approvals.Value) : [],
        };
        manifest = root.TryGetValue(ManifestKeys.Clients, out var clients) ? ReadClients(clients.Value, manifest) : manifest;
        new ManifestContradictions(manifest, _values).Find();
        return manifest with { Problems = _values.Problems };
    }

    private ImmutableArray<SystemEntry> ReadSystems(JsonNode node)
    {
        var names = new List<string>();
        var entries = new Dictionary<string, List<SystemEntry>>(StringComparer.Ordinal);
        _values.Expect(node, JsonNodeKind.Object, "'systems'", "an object with one member for each system, such as \"ERP\": { … }");
        foreach (var member in node.Members)
        {
            var name = member.Name.Trim();
            if (name.Length == 0)
            {
                _values.Unreadable(member.NameSpan, "a system has an empty name");
                continue;
            }

            var normal = SystemName.Normalize(name);
            if (entries.TryGetValue(normal, out var same))
            {
                var first = same[0];
                var problem = first.Name == name ? "stands twice" : $"has the same name as {QuotedText.Of(first.Name)} (case and punctuation don't count)";
                _values.Contradictory(
                    member.NameSpan,
                    $"system {QuotedText.Of(name)} {problem}, see line {_values.Line(first.NameSpan)}; both are read as one system, merge or rename them");
            }
            else
            {
                names.Add(normal);
                entries.Add(normal, same = []);
            }

            same.Add(ReadSystem(name, member));
        }

        return [.. names.Select(name => Merge(entries[name]))];
    }

    private static SystemEntry Merge(List<SystemEntry> same) => same.Count == 1 ? same[0] : same[0] with
    {
        Owner = same.Select(system => system.Owner).FirstOrDefault(owner => owner is not null),
        Owns = [.. same.SelectMany(system => system.Owns)],
        Endpoints = [.. same.SelectMany(system => system.Endpoints)],
        Sdks = [.. same.SelectMany(system => system.Sdks)],
    };

    private SystemEntry ReadSystem(string name, JsonMember member)
    {
        var what = "system " + QuotedText.Of(name);
        var members = _values.Members(member.Value, what, ManifestKeys.System);
        string Of(string key) => $"'{key}' of {what}";
        return new SystemEntry
        {
            Name = name,
            NameSpan = member.NameSpan,
            Owner = members.TryGetValue(ManifestKeys.Owner, out var owner) ? _values.Text(owner.Value, Of(ManifestKeys.Owner)) : null,
            Key = (members.TryGetValue(ManifestKeys.Key, out var key) ? ReadKey(key.Value, Of(ManifestKeys.Key)) : null) ?? GatewayKey.Of(name),
            KeySpan = key?.Value.Span ?? member.NameSpan,
            Owns = members.TryGetValue(ManifestKeys.Owns, out var owns)
                ? _values.Entries<OwnsPattern>(owns.Value, Of(ManifestKeys.Owns), OwnsPattern.Parse) : [],
            Endpoints = members.TryGetValue(ManifestKeys.Endpoints, out var endpoints)
                ? _values.Entries<EndpointPattern>(endpoints.Value, Of(ManifestKeys.Endpoints), EndpointPatternParser.Parse) : [],
            Sdks = members.TryGetValue(ManifestKeys.Sdks, out var sdks)
                ? _values.Entries<SdkPattern>(sdks.Value, Of(ManifestKeys.Sdks), SdkPattern.Parse) : [],
        };
    }

    private string? ReadKey(JsonNode node, string what)
    {
        var key = _values.Text(node, what);
        if (key is not null && !key.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
        {
            _values.Unreadable(node.Span, $"{what} may have only letters a-z, digits, '-', '_' and '.', since it becomes part of addresses; for example '{GatewayKey.Of(key)}'");
            return null;
        }

        return key;
    }

    private GatewayEntry ReadGateway(JsonNode node)
    {
        var members = _values.Members(node, "'gateway'", ManifestKeys.GatewayMembers);
        return new GatewayEntry
        {
            Endpoints = members.TryGetValue(ManifestKeys.Endpoints, out var endpoints)
                ? _values.Entries<EndpointPattern>(endpoints.Value, "'endpoints' of 'gateway'", EndpointPatternParser.Parse) : [],
            Adapters = members.TryGetValue(ManifestKeys.Adapters, out var adapters)
                ? _values.Entries<PathPattern>(adapters.Value, "'adapters' of 'gateway'", PathPattern.Parse) : [],
        };
    }

    private SystemsManifest ReadClients(JsonNode node, SystemsManifest manifest)
    {
        var clients = new Dictionary<string, ClientEntry>(StringComparer.Ordinal);
        var methods = new Dictionary<string, ClientMember>(StringComparer.Ordinal);
        _values.Expect(node, JsonNodeKind.Object, "'clients'", "an object with a system for each client type");
        foreach (var member in node.Members)
        {
            var text = member.Name.Trim();
            if (text.StartsWith("M:", StringComparison.Ordinal))
            {
                ReadClientMethod(member, text, methods);
            }
            else
            {
                ReadClientType(member, text, clients);
            }
        }

        return manifest with
        {
            Clients = [.. clients.Values.OrderBy(client => client.TypeSpan.Start)],
            ClientMembers = [.. methods.Values.OrderBy(method => method.MethodSpan.Start)],
        };
    }

    private void ReadClientMethod(JsonMember member, string text, Dictionary<string, ClientMember> methods)
    {
        if (SdkPattern.Parse(text, out var error) is not { } method)
        {
            _values.Unreadable(member.NameSpan, $"{QuotedText.Of(text)} in 'clients' {error}");
        }
        else if (_values.Text(member.Value, $"the system of {QuotedText.Of(text)}") is { } system)
        {
            if (system.IndexOf('{') >= 0)
            {
                _values.Unreadable(member.Value.Span, $"the system of {QuotedText.Of(text)} has a '{{', which stands for a type argument; a method has a system of its own");
            }
            else if (methods.TryGetValue(method.Key, out var first))
            {
                ToldTwice(member, text, first.MethodSpan);
            }
            else
            {
                methods.Add(method.Key, new ClientMember(method, text, member.NameSpan, system, member.Value.Span));
            }
        }
    }

    private void ReadClientType(JsonMember member, string text, Dictionary<string, ClientEntry> clients)
    {
        if (ClientTypeName.Parse(text) is not { } type)
        {
            _values.Unreadable(member.NameSpan, $"{QuotedText.Of(text)} in 'clients' is no full name of a type, such as 'Contoso.Erp.Client.ErpClient' or 'Contoso.IApiClient<>', and no method, such as 'M:Contoso.Erp.ErpApi.Call'");
        }
        else if (_values.Text(member.Value, $"the system of {QuotedText.Of(text)}") is { } system)
        {
            if (ClientSystem.Problem(system, type) is { } problem)
            {
                _values.Unreadable(member.Value.Span, $"the system of {QuotedText.Of(text)} {problem}");
            }
            else if (clients.TryGetValue(type, out var first))
            {
                ToldTwice(member, text, first.TypeSpan);
            }
            else
            {
                clients.Add(type, new ClientEntry(type, member.NameSpan, system, member.Value.Span));
            }
        }
    }

    private void ToldTwice(JsonMember member, string text, TextSpan first) => _values.Contradictory(
        member.NameSpan, $"{QuotedText.Of(text)} stands in 'clients' already, in line {_values.Line(first)}; the first one counts, remove one of them");

    private ImmutableArray<Approval> ReadApprovals(JsonNode node)
    {
        var approvals = ImmutableArray.CreateBuilder<Approval>();
        _values.Expect(node, JsonNodeKind.Array, "'approvals'", "a list in square brackets");
        foreach (var item in node.Items)
        {
            var members = _values.Members(item, "an approval", ManifestKeys.Approval);
            if (item.Kind != JsonNodeKind.Object)
            {
                continue;
            }

            var missing = ManifestKeys.Approval.Where(key => !members.ContainsKey(key)).ToArray();
            if (missing.Length > 0)
            {
                var keys = string.Join(", ", missing.Select(key => $"'{key}'"));
                _values.Unreadable(new TextSpan(item.Span.Start, 1), $"the approval has no {keys}; it accepts nothing until it says from, to, owner, reason and until");
            }

            string? Text(string key) => members.TryGetValue(key, out var member) ? _values.Text(member.Value, $"'{key}' of an approval") : null;
            var (from, to, owner, reason) = (Text(ManifestKeys.From), Text(ManifestKeys.To), Text(ManifestKeys.Owner), Text(ManifestKeys.Reason));
            var until = members.TryGetValue(ManifestKeys.Until, out var date) ? _values.Date(date.Value, "'until' of an approval") : null;
            if (from is not null && to is not null)
            {
                approvals.Add(new Approval
                {
                    From = from,
                    FromSpan = members[ManifestKeys.From].Value.Span,
                    To = to,
                    ToSpan = members[ManifestKeys.To].Value.Span,
                    Span = item.Span,
                    Owner = owner,
                    Reason = reason,
                    Until = until,
                });
            }
        }

        return approvals.ToImmutable();
    }
}
