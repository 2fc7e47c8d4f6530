using Microsoft.Extensions.Configuration;
using static PointToPoint.Gateway.Configuration.GatewayOptionsReader;

namespace PointToPoint.Gateway.Configuration;

/// <summary>Reads the settings of one system.</summary>
internal static class SystemSettings
{
    private static readonly string[] Known =
    [
        nameof(GatewaySystemOptions.Destination), nameof(GatewaySystemOptions.Origins), nameof(GatewaySystemOptions.AllowedPaths),
        nameof(GatewaySystemOptions.Redirects), nameof(GatewaySystemOptions.Cookies),
        nameof(GatewaySystemOptions.InheritHttpClientDefaults), nameof(GatewaySystemOptions.RejectEncodedTraversal),
    ];

    public static void Read(IConfigurationSection setting, GatewaySystemOptions system, IntegrationGatewayOptions options)
    {
        if (Is(setting, nameof(system.Destination))) ReadDestination(setting, system, options);
        else if (Is(setting, nameof(system.Origins))) ReadList(setting, options, ReadAddress, system.Origins);
        else if (Is(setting, nameof(system.AllowedPaths))) ReadList(setting, options, text => (text, null), system.AllowedPaths);
        else if (Is(setting, nameof(system.Redirects))) Set(setting, options, ReadChoice<GatewayRedirects>, value => system.Redirects = value);
        else if (Is(setting, nameof(system.Cookies))) Set(setting, options, ReadChoice<GatewayCookies>, value => system.Cookies = value);
        else if (Is(setting, nameof(system.InheritHttpClientDefaults))) Set(setting, options, ReadFlag, value => system.InheritHttpClientDefaults = value);
        else if (Is(setting, nameof(system.RejectEncodedTraversal))) Set(setting, options, ReadFlag, value => system.RejectEncodedTraversal = value);
        else Unknown(setting, Known, options);
    }

    private static void ReadDestination(IConfigurationSection setting, GatewaySystemOptions system, IntegrationGatewayOptions options)
    {
        var errors = options.ReadingErrors.Count;
        Set(setting, options, ReadAddress, value => system.Destination = value);
        system.DestinationIsUnreadable = options.ReadingErrors.Count > errors;
    }

    private static void ReadList<T>(
        IConfigurationSection setting, IntegrationGatewayOptions options, Func<string, (T Value, string? Error)> read, IList<T> list)
    {
        if (!string.IsNullOrEmpty(setting.Value)) options.ReadingErrors.Add($"{setting.Path} is a single value. Write a list, even of one.");
        foreach (var item in setting.GetChildren()) Set(item, options, read, list.Add);
    }

    private static (Uri Value, string? Error) ReadAddress(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)) return (address, null);
        // What stands before an @ may be a password.
        var shown = text.IndexOf('@') < 0 ? $"\"{text}\" " : "";
        return (null!, $"{shown}is no address. Write it with scheme and host, such as \"https://host/\"");
    }

    private static (T Value, string? Error) ReadChoice<T>(string text)
        where T : struct, Enum
    {
        // Enum.TryParse also takes numbers and lists, which nobody means here.
        var names = Enum.GetNames(typeof(T));
        return names.Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? (value, null)
            : (default, $"is \"{text}\". Choose {string.Join(" or ", names)}");
    }
}
