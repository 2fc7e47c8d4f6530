using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using PointToPoint.Tool.Map;

namespace PointToPoint.Tool.Output;

/// <summary>Writes the map in the form that <c>docs/tool.md</c> promises: always the same bytes for the same map.</summary>
internal static class JsonMapWriter
{
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IntegrationMap map)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("root", ".");
            Array(json, "systems", map.Systems, System);
            Array(json, "connections", map.Connections, Connection);
            if (!map.Infrastructure.IsEmpty)
            {
                Array(json, "infrastructure", map.Infrastructure, Infrastructure);
            }

            Array(json, "unresolved", map.Unresolved, Unresolved);
            Array(json, "notAnalysed", map.NotAnalysed, NotAnalysed);
            Array(json, "incomplete", map.Incomplete, Incomplete);
            if (!map.ManifestProblems.IsEmpty)
            {
                Array(json, "manifestProblems", map.ManifestProblems, ManifestProblem);
            }

            OptionalStrings(json, "notes", map.Notes);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void System(Utf8JsonWriter json, MapSystem system)
    {
        json.WriteString("name", system.Name);
        json.WriteString("owner", system.Owner);
        json.WriteString("kind", Word(system.Kind));
        Strings(json, "projects", system.Projects);
    }

    private static void Connection(Utf8JsonWriter json, Connection connection)
    {
        json.WriteString("from", connection.From);
        json.WriteString("to", connection.To);
        json.WriteString("protocol", connection.Protocol);
        json.WriteString("status", Word(connection.Status));
        Array(json, "sites", connection.Sites, Site);
    }

    private static void Site(Utf8JsonWriter json, Site site)
    {
        json.WriteString("file", site.File);
        json.WriteNumber("line", site.Line);
        json.WriteNumber("column", site.Column);
        json.WriteString("rule", site.Rule);
        json.WriteString("client", site.Client);
        json.WriteString("member", site.Member);
        json.WriteString("verb", site.Verb);
        json.WriteString("endpoint", site.Endpoint);
        Strings(json, "provenance", site.Provenance);
        OptionalStrings(json, "alsoTo", site.AlsoTo);
        OptionalStrings(json, "via", site.Via);
        OptionalStrings(json, "hosts", site.Hosts);
        if (site.NeedsSolution)
        {
            json.WriteString("scope", "solution");
        }

        OptionalTrue(json, "suppressed", site.Suppressed);
        OptionalTrue(json, "approvalExpired", site.ApprovalExpired);
        OptionalStrings(json, "targetFrameworks", site.TargetFrameworks);
    }

    private static void Infrastructure(Utf8JsonWriter json, Infrastructure used)
    {
        json.WriteString("system", used.System);
        json.WriteString("name", used.Name);
        json.WriteString("protocol", used.Protocol);
        Array(json, "sites", used.Sites, Site);
    }

    private static void Unresolved(Utf8JsonWriter json, UnresolvedCall call)
    {
        json.WriteString("file", call.File);
        json.WriteNumber("line", call.Line);
        json.WriteNumber("column", call.Column);
        json.WriteString("from", call.From);
        json.WriteString("client", call.Client);
        json.WriteString("verb", call.Verb);
        json.WriteString("reason", call.Reason);
    }

    private static void NotAnalysed(Utf8JsonWriter json, NotAnalysed project)
    {
        json.WriteString("project", project.Project);
        json.WriteString("reason", project.Reason);
    }

    private static void Incomplete(Utf8JsonWriter json, Incomplete project)
    {
        json.WriteString("project", project.Project);
        json.WriteString("reason", project.Reason);
        Strings(json, "missingReferences", project.MissingReferences);
    }

    private static void ManifestProblem(Utf8JsonWriter json, ManifestFinding problem)
    {
        json.WriteString("file", problem.File);
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        json.WriteString("rule", problem.Rule);
        json.WriteString("message", problem.Message);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Array<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void OptionalStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            Strings(json, name, values);
        }
    }

    private static void OptionalTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }
}
