using System.Collections.Immutable;

using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

/// <summary>Captured projects for tests that need no MSBuild.</summary>
internal static class Captured
{
    public static CapturedProject Project(string path, string targetFramework = "net10.0", string[]? facts = null, string[]? commandLine = null) =>
        CapturedProject.Parse(
            [
                "[properties]", $"MSBuildProjectFullPath={path}", $"TargetFramework={targetFramework}", "TargetFrameworkIdentifier=.NETCoreApp", "TargetFrameworkVersion=v10.0",
                .. facts ?? [],
            ],
            commandLine is null ? default : commandLine.ToImmutableArray())!;
}
