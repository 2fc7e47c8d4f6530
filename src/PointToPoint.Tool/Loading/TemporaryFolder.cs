namespace PointToPoint.Tool.Loading;

/// <summary>A folder of the scan's own, gone when the scan is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p2p-");

    /// <summary>Full path, with a separator at its end as MSBuild likes folders.</summary>
    public string Path => _folder.FullName + System.IO.Path.DirectorySeparatorChar;

    public string Combine(params string[] names) => System.IO.Path.Combine([_folder.FullName, .. names]);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may hold a file. The operating system empties its temporary folder.
        }
    }
}
