using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Deployment;

/// <summary>A line of a <c>.env</c> file: the text is expanded and may have holes; the line is 1-based.</summary>
internal sealed record EnvironmentEntry(string Name, string Text, int Line);

/// <summary>Reads files of <c>NAME=VALUE</c> lines: comments, <c>export</c>, both quotes (over several lines too), and variables.</summary>
internal static partial class EnvironmentFile
{
    /// <summary>True for the file of one stage: <c>.env.production</c>, <c>env.dev</c>.</summary>
    public static bool IsOfStage(string name) => StageName().IsMatch(name);

    [GeneratedRegex(@"^\.?env\.(local|dev(el(op(ment)?)?)?|test(ing)?|qa|uat|stag(e|ing)|pre-?prod(uction)?|prod(uction)?|live)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex StageName();

    /// <param name="files">Where it is read from.</param>
    /// <param name="path">Full path; a file that isn't there has no entries.</param>
    /// <param name="lookup">The values of variables that the file itself doesn't set before.</param>
    public static ImmutableArray<EnvironmentEntry> Read(DeploymentFiles files, string path, Func<string, string?> lookup)
    {
        if (files.ReadText(path) is not { } text)
        {
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<EnvironmentEntry>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#' || (equals < 0 && !line.Contains(' ', StringComparison.Ordinal)))
            {
                continue; // A name alone takes its value from whoever starts the process.
            }

            var name = (equals < 0 ? line : line[..equals]).Trim();
            name = name.StartsWith("export ", StringComparison.Ordinal) ? name[7..].Trim() : name;
            if (equals < 1 || name.Length == 0 || name.Any(char.IsWhiteSpace))
            {
                files.Problem(path, i + 1, 1, "this line is neither NAME=VALUE nor a comment");
                continue;
            }

            var start = i;
            if (Value(lines, ref i, line[(equals + 1)..].TrimStart(' ', '\t'), variable => known.GetValueOrDefault(variable) ?? lookup(variable)) is { } value)
            {
                known[name] = value;
                entries.Add(new EnvironmentEntry(name, value, start + 1));
            }
            else
            {
                files.Problem(path, start + 1, lines[start].IndexOf('=', StringComparison.Ordinal) + 2, "the quote that begins here has no end");
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>An address has no blanks: what follows one is said to people (<c>https://erp/v1 &lt;-- replace this</c>).</summary>
    private static string WithoutRemark(string value) =>
        Scheme().IsMatch(value) && value.AsSpan().IndexOfAny(' ', '\t') is > 0 and var blank ? value[..blank] : value;

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*://", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    /// <summary>Null if a quote has no end.</summary>
    private static string? Value(string[] lines, ref int line, string first, Func<string, string?> lookup)
    {
        if (first is not (['"' or '\'', ..]))
        {
            var comment = first.StartsWith('#') ? 0 : Math.Max(first.IndexOf(" #", StringComparison.Ordinal), first.IndexOf("\t#", StringComparison.Ordinal));
            return VariableExpansion.Expand(WithoutRemark((comment < 0 ? first : first[..comment]).Trim()), lookup);
        }

        var quote = first[0];
        var text = new StringBuilder();
        var rest = first[1..];
        for (var i = line; ;)
        {
            for (var at = 0; at < rest.Length; at++)
            {
                if (rest[at] == quote)
                {
                    line = i;
                    return quote == '\'' ? text.ToString() : VariableExpansion.Expand(text.ToString(), lookup);
                }

                if (quote == '"' && rest[at] == '\\' && at + 1 < rest.Length)
                {
                    at++;
                    text.Append(rest[at] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '$' => "$$", var c => c.ToString() });
                }
                else
                {
                    text.Append(rest[at]);
                }
            }

            if (++i >= lines.Length)
            {
                return null;
            }

            text.Append('\n');
            rest = lines[i];
        }
    }
}
