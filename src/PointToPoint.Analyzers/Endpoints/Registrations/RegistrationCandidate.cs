using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// A call that looks like a registration, as far as its syntax tells: it is bound only when somebody asks for one of its names. Holds no symbol and no
/// node, so it may live as long as its tree.
/// </summary>
/// <param name="Span">The whole chain of calls that starts with it.</param>
/// <param name="TypeNames">The simple names of its type arguments, those of typed clients added in the same chain included.</param>
/// <param name="Name">The literal name; null if there is none or it isn't a literal.</param>
/// <param name="HasOtherName">True if a name is given that is no literal: only binding tells.</param>
/// <param name="IsGeneric">True if one of its type arguments is a type parameter: the callers of the method around it say the class.</param>
internal sealed record RegistrationCandidate(TextSpan Span, ImmutableArray<string> TypeNames, string? Name, bool HasOtherName, bool IsGeneric)
{
    /// <summary>True if a function makes the typed client: only binding tells its class.</summary>
    public bool HasInferredType { get; init; }

    /// <summary>True if it configures every client.</summary>
    public bool IsForAll { get; init; }
}
