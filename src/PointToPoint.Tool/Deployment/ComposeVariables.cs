namespace PointToPoint.Tool.Deployment;

/// <summary>
/// What the variables of a Compose file are: <c>.env</c> beside it, then its template, as <c>.env.example</c>. A template's empty values
/// say nothing; this machine's environment has no part in it.
/// </summary>
internal sealed class ComposeVariables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ComposeVariables(DeploymentFiles files, string folder)
    {
        var templates = DeploymentFiles.In(folder, SettingsTemplate.IsOfEnvironment);
        foreach (var entry in templates.SelectMany(template => EnvironmentFile.Read(files, template, _ => null)).Where(entry => entry.Text.Length > 0))
        {
            _values.TryAdd(entry.Name, entry.Text);
        }

        foreach (var entry in EnvironmentFile.Read(files, Path.Combine(folder, ".env"), Find))
        {
            if (entry.Text.Length > 0 || !_values.ContainsKey(entry.Name))
            {
                _values[entry.Name] = entry.Text;
            }
        }
    }

    public string? Find(string name) => _values.GetValueOrDefault(name);

    public string Expand(string text) => VariableExpansion.Expand(text, Find);

    /// <summary>The expanded text; null if a part of it is unknown.</summary>
    public string? Known(string text) => Expand(text) is var expanded && !expanded.Contains(VariableExpansion.Hole, StringComparison.Ordinal) ? expanded : null;
}
