using System.Globalization;

namespace PointToPoint.Tool.Deployment;

/// <summary>A service while one file after the other is laid over it.</summary>
internal sealed class ComposeServiceDraft(DeploymentFiles files)
{
    private readonly Dictionary<string, DeployedSetting?> _environment = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DeployedSetting?> _environmentFiles = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _aliases = [];
    private readonly List<DeployedValue> _addresses = [];
    private ComposeBuild? _build;
    private string? _image;

    /// <returns>How many settings were read.</returns>
    public int LayOver(ComposeFile file, YamlNode service)
    {
        var count = ReadEnvironmentFiles(file, service["env_file"]) + ReadEnvironment(file, service["environment"]);
        _build = service["build"] is { } build ? Build(file, build) ?? _build : _build;
        _image = service["image"]?.Text is { } image ? file.Variables.Expand(image) : _image;
        ReadAliases(service);
        ReadPorts(file, service["ports"]);
        return count;
    }

    public ComposeService Finish(string name, string folder, bool isTest) => new()
    {
        Name = name,
        Folder = folder,
        IsTest = isTest,
        Settings = [.. _environment.Concat(_environmentFiles.Where(setting => !_environment.ContainsKey(setting.Key))).Select(setting => setting.Value).OfType<DeployedSetting>()],
        Build = _build,
        Image = _image ?? "",
        Aliases = [.. _aliases.Distinct(StringComparer.OrdinalIgnoreCase)],
        Addresses = [.. _addresses.Distinct()],
    };

    private static ComposeBuild? Build(ComposeFile file, YamlNode build)
    {
        var context = file.FullPath(build is YamlMap ? build["context"]?.Text ?? "." : build.Text);
        if (context is null)
        {
            return null;
        }

        var dockerfile = build["dockerfile"]?.Text is { } given ? file.FullPath(given, context) : System.IO.Path.Combine(context, "Dockerfile");
        return dockerfile is null ? null : new ComposeBuild(context, dockerfile) { Target = build["target"]?.Text is { } target ? file.Variables.Expand(target) : null };
    }

    private int ReadEnvironment(ComposeFile file, YamlNode? environment)
    {
        if (environment is { Replaces: true })
        {
            _environment.Clear();
        }

        var count = 0;
        var pairs = environment is YamlMap map
            ? map.Entries.Select(entry => (entry.Key, Value: (entry.Value as YamlScalar)?.Value, entry.Line))
            : environment?.Scalars().Select(item => Pair(item.Value ?? "", item.Line)) ?? [];
        foreach (var (key, value, line) in pairs)
        {
            // A key alone passes on the variable of this name.
            Set(_environment, key, value is null ? file.Variables.Find(key.Trim()) ?? "" : file.Variables.Expand(value), files.Relative(file.Path), line);
            count++;
        }

        return count;
    }

    private static (string Key, string? Value, int Line) Pair(string text, int line) =>
        text.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0 ? (text[..equals], text[(equals + 1)..], line) : (text, null, line);

    private int ReadEnvironmentFiles(ComposeFile file, YamlNode? environmentFiles)
    {
        if (environmentFiles is { Replaces: true })
        {
            _environmentFiles.Clear();
        }

        var count = 0;
        foreach (var given in environmentFiles?.Items() ?? [])
        {
            if (file.FullPath((given["path"] ?? given).Text) is not { } path)
            {
                continue;
            }

            // What isn't checked in has often a template beside it.
            var existing = File.Exists(path) ? path : path + ".example";
            foreach (var entry in EnvironmentFile.Read(files, existing, file.Variables.Find))
            {
                Set(_environmentFiles, entry.Name, entry.Text, files.Relative(existing), entry.Line);
                count++;
            }
        }

        return count;
    }

    /// <summary>A key without a value hides that of an earlier file all the same.</summary>
    private static void Set(Dictionary<string, DeployedSetting?> settings, string key, string text, string file, int line) =>
        settings[SettingTable.Normalize(key)] = DeployedSetting.Of(key, text, file, line);

    private void ReadAliases(YamlNode service)
    {
        _aliases.AddRange(new[] { service["container_name"]?.Text, service["hostname"]?.Text }.OfType<string>());
        if (service["networks"] is YamlMap networks)
        {
            _aliases.AddRange(networks.Entries.SelectMany(network => network.Value["aliases"]?.Scalars() ?? []).Select(alias => alias.Value).OfType<string>());
        }
    }

    private void ReadPorts(ComposeFile file, YamlNode? ports)
    {
        foreach (var port in ports?.Items() ?? [])
        {
            var text = port["published"]?.Text ?? (port.Text?.Split('/')[0].Split(':') is [.., var published, _] ? published : null);
            if (text is not null && int.TryParse(file.Variables.Expand(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                _addresses.Add(new DeployedValue(FormattableString.Invariant($"http://localhost:{number}"), files.Relative(file.Path), port.Line));
            }
        }
    }
}
