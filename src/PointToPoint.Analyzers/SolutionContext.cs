using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers;

/// <summary>What a tool knows around one project, and no compiler does.</summary>
/// <param name="Code">The code of all projects.</param>
/// <param name="Hosts">
/// Where the project's code runs, of an application itself, of a library those that use it; as far as files of other projects take part in an answer, only those that run
/// them too.
/// </param>
internal sealed record SolutionContext(SolutionCode Code, Func<IEnumerable<SyntaxTree>, ImmutableArray<HostSettings>> Hosts);
