using System.Collections.Immutable;

namespace PointToPoint.Tool.Deployment;

/// <summary>A stage of a Dockerfile.</summary>
/// <param name="Name">The name it is built and copied from by; empty if it has none.</param>
/// <param name="Base">The stage or image that it is built on.</param>
/// <param name="Started">Names of the assemblies that it starts, without <c>.dll</c>.</param>
internal sealed record DockerStage(string Name, string Base, ImmutableArray<string> Started);
