using System.Globalization;

namespace PointToPoint.Benchmarks;

/// <summary>The command line.</summary>
/// <param name="Files">Files of the generated project, in steps of 100.</param>
/// <param name="Pairs">Whole compilations analysed by each side; 0 leaves them out.</param>
/// <param name="Edits">Edits that each side analyses; 0 leaves them out.</param>
/// <param name="Json">True for JSON instead of a table.</param>
internal sealed record BenchmarkOptions(int Files, int Pairs, int Edits, bool Json)
{
    private const string Usage = "Usage: PointToPoint.Benchmarks [--files 2000] [--pairs 7] [--edits 30] [--json]";

    public static BenchmarkOptions? Parse(string[] args, out string? problem)
    {
        problem = null;
        var options = new BenchmarkOptions(2_000, 7, 30, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json")
            {
                options = options with { Json = true };
                continue;
            }

            if (i + 1 >= args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                problem = Usage;
                return null;
            }

            switch (args[i++])
            {
                case "--files":
                    options = options with { Files = number };
                    break;
                case "--pairs":
                    options = options with { Pairs = number };
                    break;
                case "--edits":
                    options = options with { Edits = number };
                    break;
                default:
                    problem = Usage;
                    return null;
            }
        }

        return options;
    }
}
