namespace PointToPoint.EndToEnd.Infrastructure;

/// <summary>A folder of its own, gone at the end. No build file of a folder above it has an effect on what is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string FileHead = "-- ";

    public TemporaryFolder()
    {
        // Real path: on some systems the temporary folder is a link, and compilers print the target.
        Path = Directory.CreateTempSubdirectory("p2p-e2e-").FullName;
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
    }

    public string Path { get; }

    public string In(string relative) => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(relative))!);
        File.WriteAllText(In(relative), text);
    }

    /// <summary>Writes several files from one text: each begins behind a line <c>-- path</c>.</summary>
    public void WriteAll(string files)
    {
        string? path = null;
        var text = new List<string>();
        foreach (var line in files.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(FileHead, StringComparison.Ordinal))
            {
                Flush();
                path = line[FileHead.Length..].Trim();
                text.Clear();
            }
            else
            {
                text.Add(line);
            }
        }

        Flush();

        void Flush()
        {
            if (path is not null)
            {
                Write(path, string.Join('\n', text).TrimEnd('\n') + "\n");
            }
            else if (text.Any(line => line.Length > 0))
            {
                throw new ArgumentException("The first file has no head.", nameof(files));
            }
        }
    }

    public string Read(string relative) => File.ReadAllText(In(relative));

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temporary folder isn't worth a failed test.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
