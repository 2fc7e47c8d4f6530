using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>The client registrations of the compilation, by what they register.</summary>
internal sealed class RegistrationIndex(CandidateIndex<RegistrationCandidate, ClientRegistration> candidates)
{
    /// <summary>Registrations that make this typed client, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForType(ITypeSymbol type, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => candidate.TypeNames.Contains(type.Name), cancellation)
            .Where(registration => registration.ClientTypes.Any(client => SymbolEqualityComparer.Default.Equals(client.OriginalDefinition, type.OriginalDefinition))),
    ];

    /// <summary>Registrations under this name, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForName(string name, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => MayBe(candidate, name), cancellation).Where(registration => registration.Name == name),
    ];

    /// <summary>Reads the registration out of the outermost call of its chain.</summary>
    public static ClientRegistration? Read(IInvocationOperation outermost, Func<IOperation, string?> constant)
    {
        var calls = new List<IInvocationOperation>();
        for (IInvocationOperation? call = outermost; call is not null; call = call.Receiver()?.Bare() as IInvocationOperation)
        {
            calls.Insert(0, call);
            if (ClientRegistration.IsRegistration(call.TargetMethod))
            {
                return ClientRegistration.Read(call, calls, constant);
            }
        }

        return null;
    }

    private static bool MayBe(RegistrationCandidate candidate, string name) => candidate.Name is { } literal
        ? literal == name
        : candidate.HasOtherName || (candidate.TypeNames.IsEmpty ? name.Length == 0 : candidate.TypeNames.Contains(name));
}
