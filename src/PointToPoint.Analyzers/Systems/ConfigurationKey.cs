namespace PointToPoint.Analyzers.Systems;

/// <summary>Keys of Microsoft.Extensions.Configuration.</summary>
internal static class ConfigurationKey
{
    /// <summary>With <c>:</c> between the parts; environment variables write <c>__</c> for it.</summary>
    public static string Normalize(string key) => key.Trim().Replace("__", ":");
}
