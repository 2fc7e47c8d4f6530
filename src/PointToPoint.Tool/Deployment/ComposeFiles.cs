using System.Collections.Immutable;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// The services of all Compose files of a scan. <c>docker-compose.override.yml</c> is laid over <c>docker-compose.yml</c>, as Compose does unasked;
/// every other file stands for itself, because nobody knows which ones a person names together: what they say differently are alternatives.
/// </summary>
internal sealed class ComposeFiles
{
    private const int MaxExtends = 16;
    private const int MaxSettings = 100_000;

    private static readonly char[] Separators = ['/', '.', '-', '_'];

    private readonly DeploymentFiles _files;
    private readonly Dictionary<string, ComposeFile> _read = new(StringComparer.Ordinal);
    private int _settings;

    private ComposeFiles(DeploymentFiles files) => _files = files;

    public static ImmutableArray<ComposeService> Read(DeploymentFiles files) => new ComposeFiles(files).Read();

    private ImmutableArray<ComposeService> Read()
    {
        var found = new List<ComposeFile>();
        var open = new Queue<string>(_files.Find(ComposeFile.IsName));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            if (seen.Add(path))
            {
                found.Add(File(path));
                foreach (var included in found[^1].Includes)
                {
                    open.Enqueue(included);
                }
            }
        }

        var bases = found.GroupBy(file => Path.ChangeExtension(file.Path, null), StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var overrides = found.Where(file => file.Overrides is { } stem && bases.ContainsKey(stem)).ToLookup(file => bases[file.Overrides!]);
        return [.. found
            .Where(file => file.Overrides is not { } stem || !bases.ContainsKey(stem))
            .OrderBy(file => IsMain(file) ? 0 : 1)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => Services([file, .. overrides[file]]))];
    }

    private static bool IsMain(ComposeFile file) => Path.GetFileNameWithoutExtension(file.Path).ToLowerInvariant() is "docker-compose" or "compose";

    private IEnumerable<ComposeService> Services(ImmutableArray<ComposeFile> layers)
    {
        var isTest = _files.Relative(layers[0].Path).Split(Separators).Any(word => word.ToLowerInvariant() is "test" or "tests");
        foreach (var name in layers.SelectMany(file => file.Services).Distinct(StringComparer.Ordinal))
        {
            var draft = new ComposeServiceDraft(_files);
            foreach (var file in layers)
            {
                LayOver(draft, file, name, depth: 0);
            }

            yield return draft.Finish(name, layers[0].Folder, isTest);
        }
    }

    private void LayOver(ComposeServiceDraft draft, ComposeFile file, string name, int depth)
    {
        if (file.Service(name) is not { } service)
        {
            return;
        }

        if (depth > MaxExtends)
        {
            _files.Problem(file.Path, service.Line, 1, $"service '{name}' extends more than {MaxExtends} others, or itself");
            return;
        }

        if (_settings > MaxSettings)
        {
            _files.Problem(file.Path, 1, 1, FormattableString.Invariant($"the Compose files have more than {MaxSettings} settings; the rest is not read"));
            return;
        }

        if (service["extends"] is { } extends && (extends["service"] ?? extends).Text is { } extended)
        {
            if (extends["file"]?.Text is not { } given)
            {
                LayOver(draft, file, extended, depth + 1);
            }
            else if (file.FullPath(given) is { } path)
            {
                LayOver(draft, File(path), extended, depth + 1);
            }
        }

        _settings += draft.LayOver(file, service);
    }

    private ComposeFile File(string path)
    {
        if (!_read.TryGetValue(path, out var file))
        {
            _read[path] = file = ComposeFile.Read(_files, path);
        }

        return file;
    }
}
