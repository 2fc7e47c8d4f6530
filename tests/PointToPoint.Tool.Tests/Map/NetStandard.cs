using System.Reflection;

namespace PointToPoint.Tool.Tests.Map;

/// <summary>The reference assemblies of .NET Standard 2.0, which the analyzers of this repository are built with.</summary>
internal static class NetStandard
{
    public static string Folder { get; } = typeof(NetStandard).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == nameof(NetStandard)).Value!;
}
