using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>A record of the engine as one compilation gave it.</summary>
/// <param name="Call">The record.</param>
/// <param name="Project">The project and target framework it was compiled in.</param>
/// <param name="File">Full path of the file that a person edits.</param>
/// <param name="Span">Where in that file, 0-based.</param>
/// <param name="IsSuppressed">The repository silences the rule here.</param>
internal sealed record ObservedCall(OutboundCall Call, CapturedProject Project, string File, LinePositionSpan Span, bool IsSuppressed);
