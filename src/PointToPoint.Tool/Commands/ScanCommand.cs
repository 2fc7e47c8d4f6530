using System.CommandLine;
using System.Text;

using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Output;

namespace PointToPoint.Tool.Commands;

/// <summary><c>p2p scan</c>: looks at a repository and says which system calls which. It judges nothing and changes nothing.</summary>
internal sealed class ScanCommand : Command
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A solution (.sln, .slnx), a project (.csproj), or a folder: then everything below it.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<bool> _noRestore = new("--no-restore") { Description = "Don't restore packages; take what the last 'dotnet restore' left." };
    private readonly Option<bool> _json = new("--json") { Description = "Write the map as JSON to standard output instead of tables." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the map as JSON to FILE; standard output is as without, but for --json, which then leaves it empty.", HelpName = "FILE" };
    private readonly Option<bool> _unresolved = new("--unresolved") { Description = "List every outbound call whose target is unknown, not only the first few." };
    private readonly Option<bool> _strict = new("--strict") { Description = "End with exit code 3 if some code was not analysed, or only in part." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Don't say what the scan is doing." };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colour, as the environment variable NO_COLOR does." };

    public ScanCommand()
        : base("scan", "Find out which system calls which, in a whole repository, without installing anything in it.")
    {
        _path.Validators.Add(path =>
        {
            // An option that doesn't exist would else be taken for a path, and the message would speak of files.
            if (path.GetValueOrDefault<string>() is ['-', ..] option && !Path.Exists(option))
            {
                path.AddError($"There is no option '{option}'. 'p2p scan --help' lists those there are.");
            }
        });
        Arguments.Add(_path);
        foreach (var option in (Option[])[_noRestore, _json, _output, _unresolved, _strict, _quiet, _noColor])
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellationToken) => RunAsync(
            new ScanOptions
            {
                Path = parsed.GetValue(_path)!,
                NoRestore = parsed.GetValue(_noRestore),
                Json = parsed.GetValue(_json),
                Output = parsed.GetValue(_output),
                Unresolved = parsed.GetValue(_unresolved),
                Strict = parsed.GetValue(_strict),
                Quiet = parsed.GetValue(_quiet),
                NoColor = parsed.GetValue(_noColor),
            },
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
    }

    private static async Task<int> RunAsync(ScanOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var errorConsole = Terminal.Create(error, Console.IsErrorRedirected || error != Console.Error, options.NoColor);
        var progress = new ScanProgress(errorConsole, options.Quiet);
        try
        {
            CheckOutput(options.Output);
            var scope = ScanScope.Find(options.Path);
            var map = await progress.RunAsync(() => Scan.RunAsync(scope, !options.NoRestore, progress, cancellationToken));
            await WriteAsync(map, options, output, cancellationToken);
            if (options.Strict && !map.IsComplete)
            {
                await error.WriteLineAsync("The scan is incomplete, which --strict does not accept: see what was not analysed, or only in part.");
                return ExitCode.Incomplete;
            }

            return ExitCode.Success;
        }
        catch (ScanException e)
        {
            await error.WriteLineAsync("error: " + e.Message);
            return ExitCode.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Cancelled.");
            return ExitCode.Error;
        }
    }

    private static async Task WriteAsync(IntegrationMap map, ScanOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var json = options.Json || options.Output is not null ? JsonMapWriter.Write(map) : "";
        if (options.Output is not null)
        {
            try
            {
                await File.WriteAllTextAsync(options.Output, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ScanException($"Cannot write '{options.Output}': {e.Message} Give another FILE.", e);
            }
        }

        if (!options.Json)
        {
            new ConsoleReport(Terminal.Create(output, Console.IsOutputRedirected || output != Console.Out, options.NoColor), options.Unresolved).Write(map);
        }
        else if (options.Output is null)
        {
            await output.WriteAsync(json.AsMemory(), cancellationToken);
        }
    }

    /// <summary>Before the work, not after it.</summary>
    private static void CheckOutput(string? file)
    {
        if (file is null)
        {
            return;
        }

        if (Directory.Exists(file))
        {
            throw new ScanException($"Cannot write '{file}': it is a folder. Give the name of a file.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new ScanException($"Cannot write '{file}': there is no folder '{folder}'. Make it first, or give another FILE.");
        }
    }
}
