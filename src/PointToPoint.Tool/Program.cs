using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

using PointToPoint.Tool.Commands;

// Arrows and names of any script, also where a console still starts with an old code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Finds the code of one system that calls another one directly.") { new ScanCommand() };
foreach (var help in root.Options.OfType<HelpOption>())
{
    help.Action = new HelpWithExamples((HelpAction)help.Action!);
}

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction mistake)
{
    // What is wrong in a line or two; the help is there for those who ask.
    mistake.ShowHelp = false;
}

return await parsed.InvokeAsync();
