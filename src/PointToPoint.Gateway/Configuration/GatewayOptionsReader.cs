using System.Globalization;
using Microsoft.Extensions.Configuration;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Configuration;

/// <summary>
/// Reads options from configuration. Not the configuration binder: that ignores a misspelt setting, and here a setting that is
/// silently ignored may be the one that confines a system.
/// </summary>
internal static class GatewayOptionsReader
{
    private const string Systems = nameof(IntegrationGatewayOptions.Systems);
    private static readonly string[] GatewaySettings = [Systems, nameof(IntegrationGatewayOptions.AllowSharedAddresses)];

    public static void Read(IConfiguration section, IntegrationGatewayOptions options)
    {
        var children = section.GetChildren().ToArray();
        if (children.Length == 0)
        {
            var which = section is IConfigurationSection { Path: { Length: > 0 } path } ? $"section '{path}'" : "section";
            options.ReadingErrors.Add($"The gateway's configuration {which} is missing or empty. Check its name, and list the systems under '{Systems}'.");
            return;
        }

        if (section is not IConfigurationSection && !children.Any(child => Is(child, Systems)))
        {
            options.ReadingErrors.Add(
                $"The configuration given to the gateway has no '{Systems}'. Pass the gateway's section, such as configuration.GetSection(\"IntegrationGateway\").");
            return;
        }

        foreach (var child in children)
        {
            if (Is(child, Systems)) ReadSystems(child, options);
            else if (Is(child, nameof(options.AllowSharedAddresses))) Set(child, options, ReadFlag, value => options.AllowSharedAddresses = value);
            // The root of an application's configuration holds much that isn't the gateway's.
            else if (section is IConfigurationSection) Unknown(child, GatewaySettings, options);
        }
    }

    private static void ReadSystems(IConfigurationSection section, IntegrationGatewayOptions options)
    {
        foreach (var child in section.GetChildren())
        {
            if (!options.Systems.TryGetValue(child.Key, out var system)) options.Systems[child.Key] = system = new GatewaySystemOptions();
            if (!string.IsNullOrEmpty(child.Value))
                options.ReadingErrors.Add($"{child.Path} is a value. Write a section with a Destination.");
            foreach (var setting in child.GetChildren()) SystemSettings.Read(setting, system, options);
        }
    }

    internal static bool Is(IConfigurationSection section, string key) => string.Equals(section.Key, key, StringComparison.OrdinalIgnoreCase);

    internal static void Set<T>(
        IConfigurationSection setting, IntegrationGatewayOptions options, Func<string, (T Value, string? Error)> read, Action<T> set)
    {
        if (setting.GetChildren().Any()) options.ReadingErrors.Add($"{setting.Path} is a section. Write a single value.");
        else if (!string.IsNullOrEmpty(setting.Value))
        {
            var (value, error) = read(setting.Value!);
            if (error is null) set(value);
            else options.ReadingErrors.Add($"{setting.Path} {error}.");
        }
    }

    internal static (bool Value, string? Error) ReadFlag(string text) =>
        bool.TryParse(text, out var flag) ? (flag, null) : (false, $"is \"{text}\". Write true or false");

    // A setting without a value asks for nothing, whatever its name.
    internal static void Unknown(IConfigurationSection setting, string[] known, IntegrationGatewayOptions options)
    {
        if (string.IsNullOrEmpty(setting.Value) && !setting.GetChildren().Any()) return;
        var nearest = NearestName.Find(setting.Key, known);
        var hint = nearest is null ? "" : string.Format(CultureInfo.InvariantCulture, " Did you mean {0}?", nearest);
        options.ReadingErrors.Add($"{setting.Path} is no setting of this gateway.{hint} Known settings: {string.Join(", ", known)}.");
    }
}
