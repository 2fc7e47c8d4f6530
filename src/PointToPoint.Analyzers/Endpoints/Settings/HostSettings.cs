using System.Collections.Immutable;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>A configuration value, with how a person would say where it stands: <c>appsettings.json: Erp:BaseUrl</c>.</summary>
internal sealed record Setting(string Value, string Step)
{
    /// <summary>True if it is said of other applications, and of this one only because nobody says anything else.</summary>
    public bool IsOthers { get; init; }
}

/// <summary>What is known about where one application runs. Its files are read from the compiler's inputs; its environment only a tool knows.</summary>
/// <param name="files">The values in its appsettings files.</param>
/// <param name="environment">The values that a key, or the environment variable of that name, has where it is deployed, the best evidence first; null if nothing is known.</param>
internal sealed class HostSettings(AppSettings files, Func<string, ImmutableArray<Setting>>? environment)
{
    /// <summary>
    /// The values of a key. The environment is asked before the files, as configuration itself does, but for what is said of other applications: those may be
    /// called elsewhere. A loopback address is somebody's development machine, and counts only where there is nothing else.
    /// </summary>
    public ImmutableArray<Setting> OfKey(string key)
    {
        var deployed = OfVariable(key);
        var own = deployed.RemoveAll(setting => setting.IsOthers);
        ImmutableArray<Setting> configured = files.Find(key) is { } setting ? [setting] : [];
        return Remote(own) is { IsEmpty: false } reached ? reached
            : Remote(configured) is { IsEmpty: false } written ? written
            : Remote(deployed) is { IsEmpty: false } others ? others
            : configured.IsEmpty ? deployed : configured;
    }

    /// <summary>The names right below a key in the files.</summary>
    public IEnumerable<string> Below(string key) => files.Below(key);

    /// <summary>The values of an environment variable.</summary>
    public ImmutableArray<Setting> OfVariable(string name) => environment is null ? [] : environment(name);

    private static ImmutableArray<Setting> Remote(ImmutableArray<Setting> settings) => settings.RemoveAll(setting => IsLoopback(setting.Value));

    public static bool IsLoopback(string value) => Address.Read(new Alternative([new LiteralPart(value)], [])) is { Host: { } host } && Loopback.Is(host);
}
