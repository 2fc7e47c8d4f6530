namespace PointToPoint.Tool.Tests;

/// <summary>A folder on disk made of one text: each file begins with a line <c>=== path</c>.</summary>
internal sealed class TestFolder : IDisposable
{
    private const string Head = "=== ";

    public TestFolder(string files)
    {
        Path = Directory.CreateTempSubdirectory("p2p-tests-").FullName;
        foreach (var file in ("\n" + files.ReplaceLineEndings("\n")).Split("\n" + Head, StringSplitOptions.RemoveEmptyEntries).Where(file => file.Trim().Length > 0))
        {
            var lines = file.Split('\n', 2);
            var path = System.IO.Path.Combine(Path, lines[0].Trim());
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, lines.Length > 1 ? lines[1] : "");
        }
    }

    public string Path { get; }

    public string Combine(string relative) => System.IO.Path.Combine(Path, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    /// <summary>The paths of all files, from here, ordered.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(Path, "*", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal)];

    public string Relative(string path) => System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
