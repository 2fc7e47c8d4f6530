using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PointToPoint.Tool.Deployment;

/// <summary>A text, number or truth value of a JSON file with the names that lead to it; the line is 1-based.</summary>
internal sealed record JsonLeaf(ImmutableArray<string> Names, string Text, int Line)
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether the names are these; null stands for any.</summary>
    public bool Is(params ReadOnlySpan<string?> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (i >= Names.Length || names[i] is { } name && !name.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return names.Length == Names.Length;
    }

    /// <summary>All of a file, which may have comments and trailing commas. What is malformed is told, and what stands before it counts.</summary>
    public static ImmutableArray<JsonLeaf> Read(DeploymentFiles files, string path)
    {
        if (files.ReadText(path) is not { } text)
        {
            return [];
        }

        var leaves = ImmutableArray.CreateBuilder<JsonLeaf>();
        try
        {
            Read(Encoding.UTF8.GetBytes(text), leaves);
        }
        catch (JsonException e)
        {
            files.Problem(path, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1, "not valid JSON; what follows is not read");
        }
        catch (InvalidOperationException)
        {
            files.Problem(path, 1, 1, "not valid text; what follows the damage is not read");
        }

        return leaves.ToImmutable();
    }

    private static void Read(byte[] bytes, ImmutableArray<JsonLeaf>.Builder leaves)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        var names = new Stack<string>();
        var name = "";
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    names.Push(name);
                    name = "";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    names.Pop();
                    name = "";
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    var start = (int)reader.TokenStartIndex;
                    line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
                    counted = start;
                    var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
                    // The outermost object has no name.
                    leaves.Add(new JsonLeaf([.. names.Reverse().Skip(1), name], value, line));
                    break;
            }
        }
    }
}
