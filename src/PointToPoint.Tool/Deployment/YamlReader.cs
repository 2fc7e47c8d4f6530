using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// Reads the first document of a YAML file event by event, because neither depth nor aliases nor merge keys of a file that anybody may have written
/// shall cost more than the file is long.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 64;
    private const int MaxMerged = 100_000;

    private readonly IParser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _merged;

    private YamlReader(IParser parser) => _parser = parser;

    /// <summary>Null if there is no such file, or nothing in it, or it is malformed, which is told.</summary>
    public static YamlNode? Read(DeploymentFiles files, string path)
    {
        if (files.ReadText(path) is not { } text)
        {
            return null;
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            return new YamlReader(parser).Node(depth: 0);
        }
        catch (YamlException e)
        {
            files.Problem(path, e.Start.Line, e.Start.Column, "not valid YAML, so it is not read: " + e.Message.ReplaceLineEndings(" "));
            return null;
        }
        catch (Exception e)
        {
            // The parser throws whatever its collections throw when a file is odd enough.
            files.Problem(path, 1, 1, $"not valid YAML, so it is not read ({e.GetType().Name})");
            return null;
        }
    }

    private YamlNode Node(int depth)
    {
        var parsed = _parser.Consume<ParsingEvent>();
        if (parsed is AnchorAlias alias)
        {
            return _anchors.GetValueOrDefault(alias.Value) ?? throw new YamlException(alias.Start, alias.End, "an alias without an anchor before it.");
        }

        if (depth > MaxDepth)
        {
            throw new YamlException(parsed.Start, parsed.End, FormattableString.Invariant($"it is nested more than {MaxDepth} levels deep."));
        }

        YamlNode node = parsed switch
        {
            Scalar scalar => new YamlScalar(IsNull(scalar) ? null : scalar.Value, (int)scalar.Start.Line, Tag(scalar)),
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            _ => throw new YamlException(parsed.Start, parsed.End, "a value is missing."),
        };
        if (parsed is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private YamlList Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlList(items, (int)start.Start.Line, Tag(start));
    }

    private YamlMap Mapping(MappingStart start, int depth)
    {
        var own = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        var merged = new List<YamlNode>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key.Text == "<<")
            {
                merged.AddRange(value.Items());
            }
            else if (key.Text is { } name)
            {
                own[name] = new YamlEntry(name, key.Line, value);
            }
        }

        foreach (var entry in merged.OfType<YamlMap>().SelectMany(map => map.Entries))
        {
            if (++_merged > MaxMerged)
            {
                throw new YamlException(start.Start, start.End, FormattableString.Invariant($"its merge keys add up to more than {MaxMerged} entries."));
            }

            own.TryAdd(entry.Key, entry);
        }

        return new YamlMap([.. own.Values], (int)start.Start.Line, Tag(start));
    }

    private static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, IsQuotedImplicit: false } && scalar.Value is "" or "~" or "null";

    private static string Tag(NodeEvent node) => node.Tag.IsEmpty ? "" : node.Tag.Value;
}
