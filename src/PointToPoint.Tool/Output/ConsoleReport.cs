using System.Collections.Immutable;
using System.Globalization;

using PointToPoint.Tool.Map;

using Spectre.Console;

namespace PointToPoint.Tool.Output;

/// <summary>The map for a person: systems, connections, every site with its reason, and at the end what was not seen and the sum of it all.</summary>
internal sealed class ConsoleReport(IAnsiConsole console, bool allUnresolved)
{
    private const int FewUnresolved = 5;
    private const int FewMissing = 5;

    private string Arrow => console.Profile.Capabilities.Unicode ? "→" : "->";

    private string From => console.Profile.Capabilities.Unicode ? " ← " : " <- ";

    public void Write(IntegrationMap map)
    {
        WriteSystems(map.Systems);
        WriteConnections(map.Connections);
        Terminal.WithoutFolding(console, () =>
        {
            foreach (var connection in map.Connections)
            {
                WriteSites(connection);
            }

            WriteUnresolved(map.Unresolved);
            WriteManifestProblems(map.ManifestProblems);
            WriteNotes(map.Notes);
            WriteNotAnalysed(map.NotAnalysed);
            WriteIncomplete(map.Incomplete);
            WriteSummary(map);
        });
    }

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static Color ColorOf(ConnectionStatus status) => status switch
    {
        ConnectionStatus.New => Color.Red,
        ConnectionStatus.Gateway => Color.Green,
        _ => Color.Yellow,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private Table NewTable(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = console.Profile.Capabilities.Unicode ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    private void WriteSystems(ImmutableArray<MapSystem> systems)
    {
        if (systems.IsEmpty)
        {
            return;
        }

        var table = NewTable("System", "Kind", "Owner", "Projects");
        foreach (var system in systems)
        {
            table.AddRow(new Text(system.Name), new Text(Word(system.Kind)), new Text(system.Owner ?? ""), new Text(string.Join('\n', system.Projects)));
        }

        console.Write(table);
    }

    private void WriteConnections(ImmutableArray<Connection> connections)
    {
        if (connections.IsEmpty)
        {
            return;
        }

        var table = NewTable("From", "To", "Protocol", "Status", "Calls", "Wirings");
        table.Columns[4].RightAligned();
        table.Columns[5].RightAligned();
        foreach (var connection in connections)
        {
            table.AddRow(
                new Text(connection.From),
                new Text(connection.To),
                new Text(connection.Protocol),
                new Text(Word(connection.Status), new Style(ColorOf(connection.Status))),
                new Text(connection.Calls.ToString(CultureInfo.InvariantCulture)),
                new Text(connection.Wirings.ToString(CultureInfo.InvariantCulture)));
        }

        console.Write(table);
    }

    private void WriteSites(Connection connection)
    {
        console.WriteLine();
        Line(
            $"{connection.From} {Arrow} {connection.To}  {connection.Protocol}, {Word(connection.Status)}: {Count(connection.Calls, "call", "calls")}, {Count(connection.Wirings, "wiring", "wirings")}",
            new Style(ColorOf(connection.Status), decoration: Decoration.Bold));
        foreach (var site in connection.Sites)
        {
            var what = site.IsWiring ? "wired to" : site.Verb;
            Line(string.Create(CultureInfo.InvariantCulture, $"  {site.File}:{site.Line}  {what} {(site.Endpoint.Length > 0 ? site.Endpoint : "(address unknown)")}"));
            var remarks = Remarks(site).ToList();
            if (!site.Provenance.IsEmpty)
            {
                remarks.Insert(0, "resolved from " + string.Join(From, site.Provenance));
            }

            foreach (var remark in remarks)
            {
                Line("      " + remark, new Style(decoration: Decoration.Dim));
            }
        }
    }

    private static IEnumerable<string> Remarks(Site site)
    {
        if (!site.AlsoTo.IsEmpty)
        {
            yield return "also leads to " + string.Join(", ", site.AlsoTo);
        }

        if (!site.Via.IsEmpty)
        {
            yield return "through " + string.Join(", ", site.Via);
        }

        if (!site.Hosts.IsEmpty)
        {
            yield return "runs in " + string.Join(", ", site.Hosts);
        }

        if (site.ApprovalExpired)
        {
            yield return "its approval has expired";
        }

        if (site.Suppressed)
        {
            yield return $"{site.Rule} is suppressed here";
        }

        if (!site.TargetFrameworks.IsEmpty)
        {
            yield return "for " + string.Join(", ", site.TargetFrameworks);
        }
    }

    private void WriteUnresolved(ImmutableArray<UnresolvedCall> unresolved)
    {
        if (unresolved.IsEmpty)
        {
            return;
        }

        Heading($"Not seen: {Count(unresolved.Length, "outbound call whose target is", "outbound calls whose targets are")} unknown");
        foreach (var call in allUnresolved ? unresolved : unresolved.Take(FewUnresolved))
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  {call.File}:{call.Line}  {call.From}, {call.Verb}: {call.Reason}"));
        }

        if (!allUnresolved && unresolved.Length > FewUnresolved)
        {
            Line($"  and {Count(unresolved.Length - FewUnresolved, "other", "others")}: --unresolved lists them all");
        }
    }

    private void WriteManifestProblems(ImmutableArray<ManifestFinding> problems)
    {
        if (problems.IsEmpty)
        {
            return;
        }

        Heading($"{Count(problems.Length, "problem", "problems")} in p2p.json");
        foreach (var problem in problems)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  {problem.File}:{problem.Line}:{problem.Column}  {problem.Rule}: {problem.Message}"));
        }
    }

    private void WriteNotes(ImmutableArray<string> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        Heading($"{Count(notes.Length, "note", "notes")} on deployment files");
        foreach (var note in notes)
        {
            Line("  " + note);
        }
    }

    private void WriteNotAnalysed(ImmutableArray<NotAnalysed> projects)
    {
        if (projects.IsEmpty)
        {
            return;
        }

        Heading($"NOT ANALYSED: {Count(projects.Length, "project", "projects")}");
        foreach (var project in projects)
        {
            Line($"  {project.Project}: {project.Reason}");
        }
    }

    private void WriteIncomplete(ImmutableArray<Incomplete> projects)
    {
        if (projects.IsEmpty)
        {
            return;
        }

        Heading($"INCOMPLETE: {Count(projects.Length, "project was", "projects were")} analysed only in part");
        foreach (var project in projects)
        {
            var missing = project.MissingReferences.IsEmpty
                ? ""
                : $"; missing: {string.Join(", ", project.MissingReferences.Take(FewMissing))}"
                    + (project.MissingReferences.Length > FewMissing ? $" and {Count(project.MissingReferences.Length - FewMissing, "other", "others")}" : "");
            Line($"  {project.Project}: {project.Reason}{missing}");
        }
    }

    private void WriteSummary(IntegrationMap map)
    {
        var count = ConnectionCount.Of(map);
        var direct = map.Connections.Where(connection => connection.IsDirect).ToList();
        Heading(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(direct.Sum(connection => connection.Calls), "direct call", "direct calls")} and {Count(direct.Sum(connection => connection.Wirings), "direct wiring", "direct wirings")}"));
        Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count.Direct} of {count.Possible} possible direct connections between {Count(count.Systems, "system", "systems")} (n(n-1)/2 = {count.Possible})"),
            new Style(decoration: Decoration.Bold));
        if (!map.Infrastructure.IsEmpty)
        {
            var own = map.Infrastructure.Length;
            Line($"Not counted: {Count(own, "database, queue or the like that its system uses as its own", "databases, queues and the like that systems use as their own")}; p2p.json says what is another system's");
        }

        if (!map.IsComplete)
        {
            Line("This is what could be seen; see NOT ANALYSED and INCOMPLETE above.");
        }
    }

    private void Heading(string text)
    {
        console.WriteLine();
        Line(text, new Style(decoration: Decoration.Bold));
    }

    private void Line(string text, Style? style = null) => console.WriteLine(text, style ?? Style.Plain);
}
