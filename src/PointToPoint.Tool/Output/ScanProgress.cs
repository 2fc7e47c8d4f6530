using PointToPoint.Tool.Loading;

using Spectre.Console;

namespace PointToPoint.Tool.Output;

/// <summary>Tells on standard error what the scan is doing: one line that changes where a person watches, plain lines into a pipe, nothing if quiet.</summary>
internal sealed class ScanProgress(IAnsiConsole console, bool isQuiet) : IScanProgress
{
    private StatusContext? _status;
    private string _step = "";

    public void Step(string text)
    {
        _step = text;
        if (_status is not null)
        {
            _status.Status(Markup.Escape(text + " ..."));
        }
        else if (!isQuiet)
        {
            console.WriteLine(text + " ...");
        }
    }

    public void Detail(string text) => _status?.Status(Markup.Escape($"{_step}: {text}"));

    public void Note(string text) => console.WriteLine(text);

    /// <summary>Runs the scan while its steps are shown.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> scan)
    {
        if (isQuiet || !console.Profile.Capabilities.Interactive)
        {
            return await scan();
        }

        return await console.Status().StartAsync("Starting ...", async status =>
        {
            _status = status;
            try
            {
                return await scan();
            }
            finally
            {
                _status = null;
            }
        });
    }
}
