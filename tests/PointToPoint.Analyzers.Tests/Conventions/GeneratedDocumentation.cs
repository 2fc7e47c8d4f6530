using System.Reflection;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>What the generated blocks of the documentation hold.</summary>
internal static class GeneratedDocumentation
{
    /// <summary>The content of a block on a page.</summary>
    public static string Content(string page, string block) => block switch
    {
        "head" => Head(OfPage(page)),
        "suppress" => OfPage(page) is { IsOfManifest: true } rule ? SuppressInManifest(rule) : Suppress(OfPage(page)),
        "refusals" => Refusals(),
        "rules" => Table(page),
        "new-rules" => NewRules(),
        "options" => Options(),
        "clients" => ClientLibraries.Table(),
        _ => throw new InvalidOperationException($"{page} has a generated block '{block}', which nobody generates."),
    };

    private static Rule OfPage(string page) => Rule.All.SingleOrDefault(rule => rule.Page == page)
        ?? throw new InvalidOperationException($"{page} is the page of no rule.");

    private static string Head(Rule rule) => $"""
        # {rule.Id}: {rule.Title}

        | | |
        |---|---|
        | Category | {rule.Descriptor.Category} |
        | Default severity | {rule.Severity} |
        | Code fix | {(rule.HasFix ? "yes" : "no")} |
        | Source | [{rule.ClassName}.cs](../../{rule.SourceFile}) |
        """;

    private static string Suppress(Rule rule) => $$"""
        One place:

        ```csharp
        #pragma warning disable {{rule.Id}} // the reason
        #pragma warning restore {{rule.Id}}
        ```

        A member or a type, with the reason kept:

        ```csharp
        [System.Diagnostics.CodeAnalysis.SuppressMessage("{{rule.Descriptor.Category}}", "{{rule.Id}}:{{rule.Title}}", Justification = "The reason.")]
        ```

        Files, or a whole category, in `.editorconfig`:

        ```ini
        [src/Legacy/**.cs]
        dotnet_diagnostic.{{rule.Id}}.severity = none
        dotnet_analyzer_diagnostic.category-{{rule.Descriptor.Category}}.severity = none
        ```
        """;

    private static string SuppressInManifest(Rule rule) => $"""
        The diagnostic stands in `p2p.json`, so `#pragma`, attributes and `.editorconfig` have no effect on it. In a `.globalconfig` file:

        ```ini
        is_global = true
        dotnet_diagnostic.{rule.Id}.severity = none
        ```

        Or in the project file, or `Directory.Build.props` for all projects:

        ```xml
        <NoWarn>$(NoWarn);{rule.Id}</NoWarn>
        ```
        """;

    // The reasons are internal to the fixes, and nobody but this page needs all of them.
    private static string Refusals()
    {
        var fixes = Assembly.Load("PointToPoint.CodeFixes");
        var text = fixes.GetType("PointToPoint.CodeFixes.Rewriting.RefusalReasons", throwOnError: true)!.GetMethod("Text")!;
        var reasons = Enum.GetValues(fixes.GetType("PointToPoint.CodeFixes.Rewriting.RefusalReason", throwOnError: true)!);
        return string.Join('\n', reasons.Cast<object>().Select(reason => "- " + text.Invoke(null, [reason])));
    }

    private static string Table(string page)
    {
        var to = page == "docs/rules/README.md" ? "" : "docs/rules/";
        var rows = Rule.All.Select(rule => $"| [{rule.Id}]({to}{rule.Id}.md) | {rule.Descriptor.Category} | {rule.Title} | {rule.Severity} | {(rule.HasFix ? "yes" : "")} |");
        return "| ID | Category | Title | Severity | Fix |\n|---|---|---|---|---|\n" + string.Join('\n', rows);
    }

    private static string NewRules()
    {
        var rows = Repository.Read("src/PointToPoint.Analyzers/AnalyzerReleases.Unshipped.md").Split('\n').Where(line => line.StartsWith("P2P", StringComparison.Ordinal));
        return "| ID | Category | Severity | Title |\n|---|---|---|---|\n" + string.Join('\n', rows.Select(row => $"| {row} |"));
    }

    private static string Options()
    {
        var rows = ReportOptions.All.Select(key =>
            $"| `{key}` | {string.Join(", ", Rule.All.Where(rule => Repository.Has(rule.Page) && Repository.Read(rule.Page).Contains(key, StringComparison.Ordinal)).Select(rule => $"[{rule.Id}]({rule.Id}.md)"))} |");
        return "| Key | Explained with |\n|---|---|\n" + string.Join('\n', rows);
    }
}
