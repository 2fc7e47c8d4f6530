using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>The client registrations of the code, by what they register.</summary>
internal sealed class RegistrationIndex(CandidateIndex<RegistrationCandidate, ClientRegistration> candidates, ConfiguredClients configured, CallSites sites, Func<IOperation, Frame, string?> constant)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<ClientRegistration>> _instances = new();

    /// <summary>Registrations that make this typed client, under this key if there is one, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForType(ITypeSymbol type, string? key, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => !candidate.IsForAll && (candidate.IsGeneric || candidate.HasInferredType || candidate.TypeNames.Contains(type.Name)), cancellation)
            .Where(registration => registration.ClientTypes.Any(client => client is ITypeParameterSymbol || Declarations.Same(client, type)))
            .SelectMany(registration => Instances(registration, cancellation))
            .Where(registration => registration.Key == key && registration.ClientTypes.Any(client => Declarations.Same(client, type) && Declarations.MayBeSame(client, type))),
    ];

    /// <summary>Registrations under this name, in order of path and position.</summary>
    public ImmutableArray<ClientRegistration> ForName(string name, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => !candidate.IsForAll && MayBe(candidate, name), cancellation)
            .Where(registration => registration.Name is null || registration.Name == name || registration.ClientTypes.Any(client => client is ITypeParameterSymbol))
            .SelectMany(registration => Instances(registration, cancellation))
            .Where(registration => registration.Name == name),
    ];

    /// <summary>A registration that may be the one under this name, or under any other, as run time says; null if there is none.</summary>
    public ClientRegistration? Perhaps(string name, CancellationToken cancellation) =>
        candidates.Bound(candidate => !candidate.IsForAll && candidate.HasOtherName && MayBe(candidate, name), cancellation)
            .SelectMany(registration => Instances(registration, cancellation))
            .FirstOrDefault(registration => registration is { Name: null, NameArgument: not null });

    /// <summary>What configures every client that sets nothing by itself.</summary>
    public ImmutableArray<ClientRegistration> ForAll(CancellationToken cancellation) =>
        [.. candidates.Bound(candidate => candidate.IsForAll, cancellation).SelectMany(registration => Instances(registration, cancellation))];

    /// <summary>A registration that was read off its chain alone, with all that configures it.</summary>
    public ClientRegistration Complete(ClientRegistration registration, CancellationToken cancellation) => configured.In(registration, Frame.Root, cancellation);

    /// <summary>The registration of whose client a function is given; empty if the operation is no parameter of such a function.</summary>
    public ImmutableArray<ClientRegistration> ForFunction(IParameterReferenceOperation client, CancellationToken cancellation) =>
        client.Parameter is { Type.Name: "HttpClient", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function }
            && client.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, function)) is { } lambda
            && (lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent) is IArgumentOperation { Parent: IInvocationOperation call }
            && ClientRegistration.Functions(call).Contains(lambda)
            && Read(call, operation => constant(operation, Frame.Root)) is { } registration
                ? Instances(registration, cancellation)
                : [];

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
    private ImmutableArray<ClientRegistration> Instances(ClientRegistration registration, CancellationToken cancellation)
    {
        if (_instances.TryGetValue(registration.Call.Syntax, out var known))
        {
            return known;
        }

        var frames = sites.FramesOf(registration.Call, method => ConfiguredClients.IsBuilder(method.ReturnType) || CallSites.DependsOn(Outermost(registration.Call), method), cancellation);
        return _instances.GetOrAdd(registration.Call.Syntax, [.. frames.Select(frame => In(registration, frame, cancellation))]);
    }

    private ClientRegistration In(ClientRegistration registration, Frame frame, CancellationToken cancellation)
    {
        var types = registration.ClientTypes.Select(frame.Resolve).ToImmutableArray();
        return configured.In(registration, frame, cancellation) with
        {
            ClientTypes = types,
            Name = registration.NameArgument is { } name ? constant(name, frame)
                : registration.ClientTypes.IsEmpty || registration.ClientTypes[0] is not ITypeParameterSymbol ? registration.Name
                : ClientRegistration.NameOf(types[0]),
        };
    }

    /// <summary>The whole expression or statement that a call is part of: what is chained behind it depends on the callers, too.</summary>
    private static IOperation Outermost(IOperation call)
    {
        while (call.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation or IMethodBodyBaseOperation))
        {
            call = parent;
        }

        return call;
    }

    private static bool MayBe(RegistrationCandidate candidate, string name) => candidate.Name is { } literal
        ? literal == name
        : candidate.HasOtherName || candidate.IsGeneric || (candidate.TypeNames.IsEmpty ? name.Length == 0 : candidate.TypeNames.Contains(name));
}
