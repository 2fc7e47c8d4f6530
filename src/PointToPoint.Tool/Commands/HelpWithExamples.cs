using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PointToPoint.Tool.Commands;

/// <summary>Help that begins with what people copy: examples.</summary>
internal sealed class HelpWithExamples(HelpAction reference) : SynchronousCommandLineAction
{
    private const string Documentation = "https://github.com/pointtopoint/pointtopoint/blob/main/docs/tool.md";

    private static readonly string[] Examples =
    [
        "p2p scan                           what calls what in everything below this folder",
        "p2p scan src/Shop.sln              only the projects of a solution",
        "p2p scan --json > map.json         the same for machines",
        "p2p scan --no-restore --strict     in CI after 'dotnet restore'; exit code 3 if something was not seen",
    ];

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples)
        {
            output.WriteLine("  " + example);
        }

        output.WriteLine();
        output.WriteLine("Documentation: " + Documentation);
        output.WriteLine();
        return reference.Invoke(parseResult);
    }
}
