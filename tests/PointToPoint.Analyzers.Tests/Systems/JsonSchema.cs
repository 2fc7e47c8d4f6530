using System.Text.Json;
using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Checks JSON against the part of JSON Schema that ours uses. A keyword it doesn't know is an exception, so that none is overlooked.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    // Those that explain, and those that say something to editors only.
    private static readonly string[] _annotations =
        ["$schema", "$id", "title", "description", "default", "examples", "definitions", "allowComments", "allowTrailingCommas", "format"];

    private readonly List<string> _errors = [];

    public JsonElement Root => root;

    public static JsonSchema Load() => new(Parse(RepositoryFile.Read("schema/p2p.schema.json")));

    public static JsonElement Parse(string json) =>
        JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).RootElement;

    /// <summary>Follows a <c>$ref</c>.</summary>
    public JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name))
        : schema;

    public IReadOnlyList<string> Errors(string json)
    {
        _errors.Clear();
        Check(Parse(json), root, "$");
        return _errors;
    }

    private void Check(JsonElement value, JsonElement referring, string path)
    {
        var schema = Resolve(referring);
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !_annotations.Contains(keyword.Name)))
        {
            var isMet = keyword.Name switch
            {
                "type" => string.Equals(keyword.Value.GetString(), value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" or "additionalProperties" or "propertyNames" => CheckMembers(value, schema, path),
                "items" => CheckItems(value, keyword.Value, path),
                _ => throw new NotSupportedException($"The schema has the keyword '{keyword.Name}', which this check doesn't know."),
            };
            if (!isMet)
            {
                _errors.Add($"{path}: {keyword.Name}");
            }
        }
    }

    private bool CheckMembers(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var property))
            {
                Check(member.Value, property, $"{path}.{member.Name}");
            }
            else if (schema.GetProperty("additionalProperties") is { ValueKind: JsonValueKind.Object } additional)
            {
                Check(member.Value, additional, $"{path}.{member.Name}");
            }
            else
            {
                _errors.Add($"{path}.{member.Name}: additionalProperties");
            }
        }

        return true;
    }

    private bool CheckItems(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(item, schema, $"{path}[{index++}]");
            }
        }

        return true;
    }
}
