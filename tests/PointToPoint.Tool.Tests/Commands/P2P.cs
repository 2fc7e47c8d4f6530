using System.Text.Json;

using PointToPoint.Tool.Commands;

namespace PointToPoint.Tool.Tests.Commands;

/// <summary>The whole tool as a person starts it, in this process and with streams of our own.</summary>
internal static class P2P
{
    public static async Task<Result> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return new Result(exitCode, output.ToString(), error.ToString());
    }

    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        public JsonElement Json() => JsonDocument.Parse(Output).RootElement;
    }
}
