namespace PointToPoint.EndToEnd.Infrastructure;

/// <summary>A user's folder with the feed configured, in which files are written and commands run.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Sandbox(PackageFeed feed)
    {
        Feed = feed;
        Dotnet = new DotnetCommand(_folder.Path, feed.Environment);
        _folder.Write("nuget.config", feed.NuGetConfig());
        File.Copy(Path.Combine(Repository.Root, "global.json"), _folder.In("global.json"));
    }

    public PackageFeed Feed { get; }

    public DotnetCommand Dotnet { get; }

    public string In(string relative) => _folder.In(relative);

    /// <summary>Writes files from one text, each behind a line <c>-- path</c>; <c>$(Version)</c> stands for the version of our packages.</summary>
    public Sandbox With(string files)
    {
        _folder.WriteAll(files.Replace("$(Version)", Feed.Version, StringComparison.Ordinal));
        return this;
    }

    public string Read(string relative) => _folder.Read(relative);

    public void Delete(string relative) => File.Delete(In(relative));

    /// <summary>Builds a project or solution, restoring first.</summary>
    public Task<CommandResult> BuildAsync(string project, params string[] arguments) => Dotnet.RunAsync(["build", project, "--tl:off", "-clp:NoSummary", .. arguments]);

    /// <summary>Builds what was restored before.</summary>
    public Task<CommandResult> RebuildAsync(string project, params string[] arguments) => BuildAsync(project, ["--no-restore", .. arguments]);

    public void Dispose() => _folder.Dispose();
}
