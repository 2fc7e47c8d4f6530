using System.Collections.Immutable;

using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// What deployment files say about the environment that each project of a scan runs in. Never changes once read, so any thread may ask. Its values
/// may hold secrets: show scheme, host and path of them, never more.
/// </summary>
internal sealed class DeploymentValues
{
    private readonly Dictionary<string, ProjectEnvironment> _environments = new(PathComparer.Instance);
    private readonly SettingTable _services = new();
    private readonly SettingTable _testServices = new();

    private DeploymentValues()
    {
    }

    /// <summary>No deployment file at all.</summary>
    public static DeploymentValues None { get; } = new();

    /// <summary>Names of services that are projects of the scan: at most one project for a name, by name.</summary>
    public ImmutableArray<ServiceName> ServiceNames { get; private set; } = [];

    /// <param name="scanRoot">Full path of the folder that the scan's paths start from.</param>
    /// <param name="projects">Every project of the scan; the target frameworks of one are one.</param>
    /// <param name="onProblem">Gets a sentence with file and position for what could not be read.</param>
    public static DeploymentValues Read(string scanRoot, IReadOnlyList<CapturedProject> projects, Action<string> onProblem)
    {
        ImmutableArray<CapturedProject> distinct = [.. projects.GroupBy(project => project.ProjectPath, PathComparer.Instance).Select(group => group.First()).OrderBy(project => project.ProjectPath, StringComparer.Ordinal)];
        var files = new DeploymentFiles(Path.TrimEndingDirectorySeparator(Path.GetFullPath(scanRoot)), distinct.Select(project => project.ProjectFolder).Where(Directory.Exists), onProblem);
        var owners = new ServiceOwners(files, distinct);
        var names = new ServiceNameTable();
        var values = new DeploymentValues();
        foreach (var project in distinct)
        {
            values._environments[project.ProjectPath] = new ProjectEnvironment();
        }

        values.ReadAppHosts(files, distinct, names);
        values.ReadServices(files, owners, names);
        values.ReadProjectSettings(files, owners, distinct);
        values.ServiceNames = names.ToImmutable();
        return values;
    }

    /// <summary>
    /// The distinct values of a key in the environments of a project, the best evidence first. What speaks of the project itself wins; only where no
    /// Compose service is the project, what all services say are alternatives.
    /// </summary>
    /// <param name="projectPath">Full path of the project.</param>
    /// <param name="key">The key, or the variable.</param>
    /// <param name="areOthers">True if services say it that aren't the project.</param>
    public ImmutableArray<DeployedValue> Find(string projectPath, string key, out bool areOthers)
    {
        areOthers = false;
        var environment = _environments.GetValueOrDefault(projectPath);
        if (environment?.Own.Find(key) is { IsEmpty: false } own)
        {
            return own;
        }

        if (environment?.Templates.Find(key) is { IsEmpty: false } templates)
        {
            return templates;
        }

        if (environment?.Tests.Find(key) is { IsEmpty: false } tests)
        {
            return tests;
        }

        if (environment is { IsDeployed: true })
        {
            return [];
        }

        if (_services.Find(key) is { IsEmpty: false } services)
        {
            areOthers = true;
            return services;
        }

        if (_testServices.Find(key) is { IsEmpty: false } others)
        {
            areOthers = true;
            return others;
        }

        return environment?.Around.Find(key) is { IsEmpty: false } around ? around : environment?.TemplatesAround.Find(key) ?? [];
    }

    /// <summary>The same, whoever says it.</summary>
    public ImmutableArray<DeployedValue> Find(string projectPath, string key) => Find(projectPath, key, out _);

    /// <summary>Where a project itself can be reached: its launch profiles' addresses, and the published ports of its services.</summary>
    public ImmutableArray<DeployedValue> AddressesOf(string projectPath) =>
        _environments.TryGetValue(projectPath, out var environment) ? [.. environment.Addresses.DistinctBy(address => address.Value)] : [];

    private void ReadAppHosts(DeploymentFiles files, ImmutableArray<CapturedProject> projects, ServiceNameTable names)
    {
        foreach (var appHost in projects.Where(AppHost.Is).Select(project => AppHost.Read(files, project, projects)))
        {
            names.AddAll(ServiceNameTable.Source.AppHost, appHost.Names);
            foreach (var (project, setting) in appHost.Settings)
            {
                _environments[project].Own.Add([setting]);
            }
        }
    }

    private void ReadServices(DeploymentFiles files, ServiceOwners owners, ServiceNameTable names)
    {
        foreach (var parts in ComposeFiles.Read(files).GroupBy(service => (service.Folder, service.Name)))
        {
            ImmutableArray<CapturedProject> built = [.. parts.Select(part => part.Build).OfType<ComposeBuild>().Distinct().SelectMany(build => owners.OfBuild(build)).Distinct()];
            ImmutableArray<CapturedProject> running = built.IsEmpty ? [.. parts.SelectMany(part => owners.OfName(part)).Distinct()] : built;
            foreach (var part in parts)
            {
                (part.IsTest ? _testServices : _services).Add(part.Settings);
                foreach (var project in running)
                {
                    var environment = _environments[project.ProjectPath];
                    environment.IsDeployed = true;
                    (part.IsTest ? environment.Tests : environment.Own).Add(part.Settings);
                    environment.Addresses.AddRange(part.Addresses);
                    names.AddAll(
                        part.IsTest ? ServiceNameTable.Source.TestService : ServiceNameTable.Source.Service,
                        part.Aliases.Prepend(part.Name).Select(name => new ServiceName(name, project.ProjectPath)));
                }
            }
        }
    }

    private void ReadProjectSettings(DeploymentFiles files, ServiceOwners owners, ImmutableArray<CapturedProject> projects)
    {
        foreach (var path in files.Find(ProjectSettings.IsSettingsFile).OrderBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase))
        {
            var settings = ProjectSettings.Read(files, path);
            foreach (var environment in owners.At(path).Select(project => _environments[project.ProjectPath]))
            {
                environment.Own.Add(settings.Settings);
                environment.Addresses.AddRange(settings.Addresses);
            }
        }

        var templates = files.Find(ProjectSettings.IsTemplate).OrderBy(path => path, StringComparer.Ordinal).ToLookup(path => Path.GetDirectoryName(path), StringComparer.Ordinal);
        var environmentFiles = files.Find(EnvironmentFile.IsOfStage).OrderBy(path => path, StringComparer.Ordinal).ToLookup(path => Path.GetDirectoryName(path), StringComparer.Ordinal);
        foreach (var project in projects)
        {
            var environment = _environments[project.ProjectPath];
            for (var folder = project.ProjectFolder; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var table = folder == project.ProjectFolder ? environment.Own : environment.Around;
                table.Add(ProjectSettings.ReadEnvironment(files, Path.Combine(folder, ".env")));
                foreach (var stage in environmentFiles[folder])
                {
                    table.Add(ProjectSettings.ReadEnvironment(files, stage));
                }

                table = folder == project.ProjectFolder ? environment.Templates : environment.TemplatesAround;
                foreach (var template in templates[folder])
                {
                    table.Add(ProjectSettings.Read(files, template).Settings);
                }

                if (folder.Length <= files.Root.Length || FilePath.Below(files.Root, folder) is null)
                {
                    break;
                }
            }
        }
    }

    /// <summary>What is known about where one project runs.</summary>
    private sealed class ProjectEnvironment
    {
        /// <summary>Whether a Compose service is the project.</summary>
        public bool IsDeployed { get; set; }

        public SettingTable Own { get; } = new();

        /// <summary>What the templates in the project's folder say, which count where nothing that runs speaks.</summary>
        public SettingTable Templates { get; } = new();

        /// <summary>What files for tests say.</summary>
        public SettingTable Tests { get; } = new();

        /// <summary>What stands in a <c>.env</c> further up, where nothing else speaks.</summary>
        public SettingTable Around { get; } = new();

        /// <summary>What the templates further up say, where not even a <c>.env</c> does.</summary>
        public SettingTable TemplatesAround { get; } = new();

        public List<DeployedValue> Addresses { get; } = [];
    }
}
