using Spectre.Console;

namespace PointToPoint.Tool.Output;

/// <summary>How a stream may be written to. Made by hand because Spectre.Console would write colour codes into pipes wherever TERM is set.</summary>
internal static class Terminal
{
    // Nothing is ever cut or folded in a file or pipe, whatever reads it.
    private const int Endless = 100_000;

    /// <summary>A console on a stream.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isRedirected">Whether it leads into a file or pipe.</param>
    /// <param name="noColor">Whether the person asked for no colour.</param>
    public static IAnsiConsole Create(TextWriter writer, bool isRedirected, bool noColor)
    {
        var isPlain = isRedirected || IsDumb;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = isPlain || noColor || IsNoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = writer.Encoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase);
        if (isRedirected)
        {
            console.Profile.Width = Endless;
        }

        return console;
    }

    /// <summary>Runs something with lines that the terminal folds, not we: a path that was folded by us can't be copied or clicked.</summary>
    public static void WithoutFolding(IAnsiConsole console, Action write)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Endless;
        write();
        console.Profile.Width = width;
    }

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    private static bool IsNoColor => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
}
