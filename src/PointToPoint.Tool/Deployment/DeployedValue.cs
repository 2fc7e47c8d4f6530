namespace PointToPoint.Tool.Deployment;

/// <summary>A value that a deployment file gives to a key.</summary>
/// <param name="Value">The whole value with variables expanded; what stays unknown inside a path or a connection string is <c>{}</c>. May hold a secret: never print it whole.</param>
/// <param name="File">From the scan's root, with forward slashes.</param>
/// <param name="Line">1-based.</param>
internal sealed record DeployedValue(string Value, string File, int Line);

/// <summary>A key with the value that a deployment file gives to it.</summary>
/// <param name="Key">As the file spells it.</param>
/// <param name="Value">Its value.</param>
internal sealed record DeployedSetting(string Key, DeployedValue Value)
{
    /// <summary>The setting; null where the text says no more than that a value will be put there.</summary>
    public static DeployedSetting? Of(string key, string expanded, string file, int line) =>
        key.Trim() is { Length: > 0 } name && VariableExpansion.ToValue(expanded) is { } value ? new DeployedSetting(name, new DeployedValue(value, file, line)) : null;
}
