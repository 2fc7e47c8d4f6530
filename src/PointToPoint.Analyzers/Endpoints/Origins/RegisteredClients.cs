using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>What the registrations of a compilation say of a client: by its name, its type, or for all.</summary>
internal sealed class RegisteredClients(RegistrationIndex registrations, TextEvaluator texts)
{
    /// <summary>What a registration says of its client besides the address.</summary>
    public ClientOrigin WithoutAddress(ClientRegistration registration, Evaluation evaluation) => Of(registrations.Complete(registration, evaluation.Cancellation) with { BaseAddresses = [] }, evaluation);

    /// <summary>What a registration says, for the client it makes.</summary>
    private ClientOrigin Of(ClientRegistration registration, Evaluation evaluation)
    {
        TextValue? address = null;
        foreach (var assigned in registration.BaseAddresses)
        {
            var value = assigned.Steps.Reverse().Aggregate(texts.Evaluate(assigned.Value, evaluation), (text, step) => text.From(step));
            address = address is null ? value : address.Or(value);
        }

        return new ClientOrigin
        {
            BaseAddress = address?.Settled().From(registration.Step),
            ClientName = registration.Name,
            ClientType = registration.ClientTypes.LastOrDefault(),
            IsGateway = registration.IsGateway,
            GatewaySystem = registration.GatewaySystem is { } system ? texts.Evaluate(system, evaluation).Constant
                : registration.IsSidecars && Uri.TryCreate(address?.Constant, UriKind.Absolute, out var named) ? named.Host
                : null,
            Wirings = [registration.Location],
            Provenance = [registration.Step],
            Unknown = $"{registration.Step} sets no base address",
        };
    }

    /// <summary>A named client that is injected under its name, which <c>AddAsKeyed</c> allows; null if none is.</summary>
    public ClientOrigin? Keyed(string? key, ClientTrail trail, Evaluation evaluation) =>
        key is null ? null : Merge(registrations.ForName(key, evaluation.Cancellation), trail.Steps.Add($"keyed service \"{key}\""), evaluation);

    /// <summary>A client that a function of its registration is given; null if it is none.</summary>
    public ClientOrigin? Given(IParameterReferenceOperation client, ClientTrail trail, Evaluation evaluation) =>
        Merge(registrations.ForFunction(client, evaluation.Cancellation), trail.Steps, evaluation) is { } given ? OrAsAll(given, evaluation) : null;

    /// <summary>A client that the factory makes under a name.</summary>
    public ClientOrigin Named(string name, ImmutableArray<string> steps, Evaluation evaluation) => OrAsAll(
        Merge(registrations.ForName(name, evaluation.Cancellation), steps, evaluation) ?? new ClientOrigin
        {
            ClientName = name,
            Provenance = steps,
            Unknown = name.Length == 0 ? "nothing was found that sets a base address for the client without a name"
                : registrations.Perhaps(name, evaluation.Cancellation) is { } other ? $"client \"{name}\" may be one of those that {other.Step} registers under names that only run time knows"
                : $"no registration of client \"{name}\" was found",
        },
        evaluation);

    /// <summary>A client that the container makes for a type.</summary>
    public ClientOrigin Typed(INamedTypeSymbol type, ClientTrail trail, Evaluation evaluation) => Typed(type, null, trail, evaluation);

    /// <summary>The same under a key.</summary>
    public ClientOrigin Typed(INamedTypeSymbol type, string? key, ClientTrail trail, Evaluation evaluation)
    {
        var found = key == ServiceKeys.Unknown ? [] : registrations.ForType(type, key, evaluation.Cancellation);
        var registered = Merge(found, trail.Steps, evaluation) is { } merged ? OrAsAll(merged, evaluation) : new ClientOrigin
        {
            Provenance = trail.Steps,
            Unknown = key is null ? $"no registration of '{type.Name}' was found that sets a base address" : $"which '{type.Name}' the key stands for isn't known",
        };

        // Which of several it is, the type argument says, and with it whoever uses the class.
        return registered with { ClientType = type, On = registered.On ?? (found.Length > 1 ? Declarations.ParameterIn(type) : null) };
    }

    /// <summary>A client of the factory that sets nothing by itself has what is set for all.</summary>
    private ClientOrigin OrAsAll(ClientOrigin origin, Evaluation evaluation)
    {
        if (origin.BaseAddress is not null || origin.IsGateway)
        {
            return origin;
        }

        var all = registrations.ForAll(evaluation.Cancellation).Select(registration => Of(registration, evaluation)).LastOrDefault(other => other.BaseAddress is not null);
        return all is null ? origin : origin with { BaseAddress = all.BaseAddress, Provenance = Alternative.Join(origin.Provenance, all.Provenance), Wirings = origin.Wirings.AddRange(all.Wirings) };
    }

    /// <summary>Several registrations of one client are alternatives, unless one overwrites the other; they share one origin, since only their addresses differ.</summary>
    private ClientOrigin? Merge(ImmutableArray<ClientRegistration> found, ImmutableArray<string> steps, Evaluation evaluation)
    {
        ClientOrigin? merged = null;
        foreach (var registration in found.Where(one => one.IsGateway || !found.Any(other => other.Overwrites(one))))
        {
            var next = Of(registration, evaluation);
            if (next.BaseAddress is null && !next.IsGateway && registration.Name is { Length: > 0 } name)
            {
                // A typed client's address may be set where the same name is configured again.
                next = registrations.ForName(name, evaluation.Cancellation).Where(other => other.Location != registration.Location)
                    .Select(other => Of(other, evaluation))
                    .FirstOrDefault(other => other.BaseAddress is not null || other.IsGateway) ?? next;
            }

            merged = merged is null ? next : merged with
            {
                BaseAddress = merged.BaseAddress is { } first && next.BaseAddress is { } second ? first.Or(second) : merged.BaseAddress ?? next.BaseAddress,
                IsGateway = merged.IsGateway || next.IsGateway,
                GatewaySystem = merged.GatewaySystem ?? next.GatewaySystem,
                Wirings = merged.Wirings.AddRange(next.Wirings),
            };
        }

        return merged is null ? null : merged with { Provenance = Alternative.Join(steps, merged.Provenance) };
    }
}
