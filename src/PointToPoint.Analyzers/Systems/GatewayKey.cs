using System.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>The key under which the gateway knows a system.</summary>
internal static class GatewayKey
{
    /// <summary>
    /// The system's name in lower case with every character but a-z and 0-9 turned to <c>-</c>: <c>Field Service</c> is <c>field-service</c>.
    /// Keys end up in configuration keys, header values and URL paths, so nothing else is safe everywhere.
    /// </summary>
    public static string Of(string systemName)
    {
        var key = new StringBuilder(systemName.Length);
        foreach (var c in systemName.ToLowerInvariant())
        {
            key.Append(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-');
        }

        return key.ToString();
    }
}
