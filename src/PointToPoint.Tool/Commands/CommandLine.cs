using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PointToPoint.Tool.Commands;

/// <summary>All of <c>p2p</c>: what a person types, on the streams that are given.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Finds the code of one system that calls another one directly.") { new ScanCommand() };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        var parsed = root.Parse(arguments is [] ? ["--help"] : arguments);
        if (parsed.Action is ParseErrorAction mistake)
        {
            // What is wrong in a line or two; the help is there for those who ask.
            mistake.ShowHelp = false;
        }

        return parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }
}
