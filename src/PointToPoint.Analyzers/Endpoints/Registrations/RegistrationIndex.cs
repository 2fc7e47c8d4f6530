using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>The client registrations of the code, by what they register.</summary>
internal sealed class RegistrationIndex(CandidateIndex<RegistrationCandidate, ClientRegistration> candidates, CallSites sites, Func<IOperation, Frame, string?> constant)
{
    /// <summary>Registrations that make this typed client, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForType(ITypeSymbol type, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => !candidate.IsForAll && (candidate.IsGeneric || candidate.HasInferredType || candidate.TypeNames.Contains(type.Name)), cancellation)
            .Where(registration => registration.ClientTypes.Any(client => client is ITypeParameterSymbol || Declarations.Same(client, type)))
            .SelectMany(registration => Instances(registration, cancellation))
            .Where(registration => registration.ClientTypes.Any(client => Declarations.Same(client, type))),
    ];

    /// <summary>Registrations under this name, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForName(string name, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => !candidate.IsForAll && MayBe(candidate, name), cancellation)
            .Where(registration => registration.Name is null || registration.Name == name || registration.ClientTypes.Any(client => client is ITypeParameterSymbol))
            .SelectMany(registration => Instances(registration, cancellation))
            .Where(registration => registration.Name == name),
    ];

    /// <summary>What configures every client that sets nothing by itself.</summary>
    public ImmutableArray<ClientRegistration> ForAll(CancellationToken cancellation) =>
        [.. candidates.Bound(candidate => candidate.IsForAll, cancellation).SelectMany(registration => Instances(registration, cancellation))];

    /// <summary>Reads the registration out of the outermost call of its chain.</summary>
    public static ClientRegistration? Read(IInvocationOperation outermost, Func<IOperation, string?> constant)
    {
        if (outermost.TargetMethod.Name == RegistrationScan.DefaultsName)
        {
            return ClientRegistration.ReadForAll(outermost);
        }

        var calls = new List<IInvocationOperation>();
        for (IInvocationOperation? call = outermost; call is not null; call = call.Receiver()?.Bare() as IInvocationOperation)
        {
            calls.Insert(0, call);
            if (ClientRegistration.IsRegistration(call))
            {
                return ClientRegistration.Read(call, calls, constant);
            }
        }

        return null;
    }

    /// <summary>
    /// A registration in a method of its own is one for each caller: <c>AddApi&lt;TClient&gt;(services, address)</c> around <c>AddHttpClient&lt;TClient&gt;</c>.
    /// </summary>
    private IEnumerable<ClientRegistration> Instances(ClientRegistration registration, CancellationToken cancellation) =>
        sites.Enclosing(registration.Call) is { } method && registration.BaseAddresses.Append(registration.Call).Any(part => CallSites.DependsOn(part, method))
            ? sites.Frames(method, cancellation).Select(frame => In(registration, frame))
            : [registration];

    private ClientRegistration In(ClientRegistration registration, Frame frame)
    {
        var types = registration.ClientTypes.Select(frame.Resolve).ToImmutableArray();
        return registration with
        {
            Frame = frame,
            ClientTypes = types,
            Name = registration.NameArgument is { } name ? constant(name, frame)
                : registration.ClientTypes.IsEmpty || registration.ClientTypes[0] is not ITypeParameterSymbol ? registration.Name
                : ClientRegistration.NameOf(types[0]),
        };
    }

    private static bool MayBe(RegistrationCandidate candidate, string name) => candidate.Name is { } literal
        ? literal == name
        : candidate.HasOtherName || candidate.IsGeneric || (candidate.TypeNames.IsEmpty ? name.Length == 0 : candidate.TypeNames.Contains(name));
}
