using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>A call that looks like the binding of an options class, or the declaration of a class that configures one.</summary>
/// <param name="Span">The invocation, or the declaration.</param>
/// <param name="TypeName">The simple name of the options class; null where only binding tells (<c>section.Bind(options)</c>).</param>
/// <param name="IsGeneric">True if that is a type parameter: the callers of the method around it say the class.</param>
internal sealed record BindingCandidate(TextSpan Span, string? TypeName, bool IsGeneric = false);
