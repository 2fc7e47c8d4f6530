using System.Text.Json;
using System.Text.Json.Nodes;

namespace PointToPoint.Tool.Loading.OpenApi;

/// <summary>
/// A document whose schemas are made of no others: <c>oneOf</c>, <c>anyOf</c>, <c>allOf</c> and discriminators are left out, but for one that stands for a single schema. Which types inherit from which says nothing
/// of what is called, and types that are made of each other in a circle, or of many, would keep the generator busy for ever, or end the process.
/// </summary>
internal static class PlainSchemas
{
    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document without them.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deep.</exception>
    public static string Of(string document)
    {
        var root = JsonNode.Parse(document, documentOptions: Options) ?? throw new JsonException("the document is empty");
        Simplify(root);
        return root.ToJsonString();
    }

    private static void Simplify(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                Flatten(schema);
                foreach (var (_, value) in schema)
                {
                    Simplify(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Simplify(item);
                }

                break;
            default:
                break;
        }
    }

    private static void Flatten(JsonObject schema)
    {
        var compositions = Compositions.Select(name => schema[name]).OfType<JsonArray>().ToList();
        if (compositions.Count == 0)
        {
            return;
        }

        var single = compositions.SelectMany(list => list).ToList() is [JsonObject only] && only["$ref"] is JsonValue reference && IsSchema(reference) ? reference.ToString() : null;
        foreach (var name in Compositions.Append("discriminator"))
        {
            schema.Remove(name);
        }

        // The one of a property that may be null; of a schema that stands by itself it is a base class.
        if (single is not null && !IsDefinition(schema) && schema["properties"] is null)
        {
            schema["$ref"] = single;
        }
        else if (schema["type"] is null)
        {
            schema["type"] = "object";
        }
    }

    private static bool IsSchema(JsonValue reference) => reference.TryGetValue<string>(out var to) && to.StartsWith('#');

    /// <summary>True for a schema that others refer to by its name.</summary>
    private static bool IsDefinition(JsonObject schema) => schema.Parent is JsonObject { } all && all.Parent is JsonObject above && (ReferenceEquals(above["schemas"], all) || ReferenceEquals(above["definitions"], all));
}
