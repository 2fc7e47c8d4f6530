using System.Collections.Immutable;
using System.Globalization;
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

    private ImmutableArray<DockerStage> Stages { get; init; } = [];

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
            Stages = StagesOf(instructions),
            Published = published.IsEmpty ? Projects(commands, "build") : published,
            Copied = [.. instructions.Where(instruction => instruction.Name is "COPY" or "ADD").SelectMany(instruction => Sources(instruction.Arguments))],
        };
    }

    /// <summary>Names of assemblies, without <c>.dll</c>, that an image starts which is built up to a stage, or up to the last one. Where that one starts none, those of all stages.</summary>
    public ImmutableArray<string> StartedBy(string? target)
    {
        var stage = target is null ? Stages.LastOrDefault()
            : Stages.FirstOrDefault(stage => stage.Name.Equals(target, StringComparison.OrdinalIgnoreCase))
            ?? (int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Stages.ElementAtOrDefault(number) : null);
        for (var index = stage is null ? -1 : Stages.IndexOf(stage); index >= 0; index = Before(index))
        {
            if (!Stages[index].Started.IsEmpty)
            {
                return Stages[index].Started;
            }
        }

        return [.. Stages.SelectMany(each => each.Started).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The stage that one is built on; negative for an image from elsewhere.</summary>
    private int Before(int index)
    {
        for (var before = index - 1; before >= 0; before--)
        {
            if (Stages[before].Name.Equals(Stages[index].Base, StringComparison.OrdinalIgnoreCase))
            {
                return before;
            }
        }

        return -1;
    }

    private static ImmutableArray<DockerStage> StagesOf(List<(string Name, string Arguments)> instructions)
    {
        // What stands before the first FROM is a stage as well: a part of a Dockerfile may be all that is there.
        var stages = new List<DockerStage> { new("", "", []) };
        foreach (var (name, arguments) in instructions)
        {
            if (name == "FROM")
            {
                var words = Words(arguments[Flags().Match(arguments).Value.Length..]).ToList();
                stages.Add(new DockerStage(words is [_, var joining, var own, ..] && joining.Equals("AS", StringComparison.OrdinalIgnoreCase) ? own : "", words.FirstOrDefault() ?? "", []));
            }
            else if (name is "ENTRYPOINT" or "CMD")
            {
                var started = Assembly().Matches(arguments).Select(match => match.Groups["name"].Value);
                stages[^1] = stages[^1] with { Started = [.. stages[^1].Started.Concat(started).Distinct(StringComparer.OrdinalIgnoreCase)] };
            }
        }

        return [.. stages[0].Started.IsEmpty ? stages.Skip(1) : stages];
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
