using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A call, as far as its syntax tells.</summary>
/// <param name="Span">The invocation.</param>
/// <param name="Receiver">The name it is called on; empty if it is called by the method's name alone, null if that isn't a plain name.</param>
/// <param name="ReceiverType">The simple name of the type that name is declared with, or of the type around; null where only binding tells.</param>
internal readonly record struct CallSite(TextSpan Span, string? Receiver, string? ReceiverType);
