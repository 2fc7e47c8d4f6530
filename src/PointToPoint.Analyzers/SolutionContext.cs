using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers;

/// <summary>What a tool knows around one project, and no compiler does.</summary>
/// <param name="Code">The code of all projects.</param>
/// <param name="Hosts">Where the project's code runs: of an application itself, of a library those that use it.</param>
internal sealed record SolutionContext(SolutionCode Code, ImmutableArray<HostSettings> Hosts);
