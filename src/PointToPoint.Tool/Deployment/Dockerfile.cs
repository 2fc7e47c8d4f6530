using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Deployment;

/// <summary>What a Dockerfile says about the project that it builds.</summary>
internal sealed partial class Dockerfile
{
    private const int MaxLength = 256 * 1024;

    private Dockerfile()
    {
    }

    /// <summary>Names of assemblies that are started, without <c>.dll</c>.</summary>
    public ImmutableArray<string> Started { get; private init; } = [];

    /// <summary>Project files that are published, or else built, as the commands spell them.</summary>
    public ImmutableArray<string> Published { get; private init; } = [];

    /// <summary>Sources of <c>COPY</c> and <c>ADD</c>, from the build context.</summary>
    public ImmutableArray<string> Copied { get; private init; } = [];

    public static Dockerfile Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return new Dockerfile(); // Nobody writes such a one by hand.
        }

        var instructions = Instructions(text).ToList();
        var commands = instructions.Where(instruction => instruction.Name == "RUN").Select(instruction => instruction.Arguments).ToList();
        var published = Projects(commands, "publish");
        return new Dockerfile
        {
            Started = [.. instructions.Where(instruction => instruction.Name is "ENTRYPOINT" or "CMD").SelectMany(instruction => Assembly().Matches(instruction.Arguments).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Published = published.IsEmpty ? Projects(commands, "build") : published,
            Copied = [.. instructions.Where(instruction => instruction.Name is "COPY" or "ADD").SelectMany(instruction => Sources(instruction.Arguments))],
        };
    }

    private static IEnumerable<(string Name, string Arguments)> Instructions(string text)
    {
        var open = "";
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.EndsWith('\\') || line.EndsWith('`'))
            {
                open += line[..^1] + " ";
                continue;
            }

            var instruction = open + line;
            open = "";
            if (instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var name, var arguments])
            {
                yield return (name.ToUpperInvariant(), arguments.Trim());
            }
        }
    }

    private static ImmutableArray<string> Projects(IEnumerable<string> commands, string verb) =>
        [.. commands.SelectMany(command => Command().Matches(command))
            .Where(match => match.Groups["verb"].Value == verb)
            .Select(match => match.Groups["project"].Value)
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Sources(string arguments)
    {
        // From another stage nothing of the context is copied.
        var flags = Flags().Match(arguments).Value;
        var rest = arguments[flags.Length..].Trim();
        return flags.Contains("--from", StringComparison.Ordinal) ? [] : Words(rest).SkipLast(1);
    }

    private static IEnumerable<string> Words(string text)
    {
        if (text.StartsWith('['))
        {
            try
            {
                return JsonSerializer.Deserialize<string[]>(text) ?? [];
            }
            catch (JsonException)
            {
                return [];
            }
        }

        return Word().Matches(text).Select(match => match.Value.Trim('"', '\''));
    }

    [GeneratedRegex("""(?<name>[\w.\-]+)\.dll\b""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Assembly();

    [GeneratedRegex("""\bdotnet\s+(?<verb>publish|build)\s(?<between>[^&|;]*?\s)?["']?(?<project>[^\s"'&|;*$]+\.csproj)\b""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex("""^(\s*--\S+)*""", RegexOptions.ExplicitCapture)]
    private static partial Regex Flags();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();
}
