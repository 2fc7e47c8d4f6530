using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Walks back from the client that a call uses to where it was made, injected or handed out, and collects the base addresses set on the way: in
/// an object initialiser, on the variable, anywhere in the type, in the registration.
/// </summary>
internal sealed class ClientTracer(ValueFlow flow, TextEvaluator texts, RegistrationIndex registrations, GatewayTypes gateways, CodeBase code)
{
    private const string BaseAddress = "BaseAddress";

    public ImmutableArray<ClientOrigin> Trace(IOperation client, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        Trace(client, frame, evaluation, new Trail(client, [], []), origins);
        return origins.Count > 0 ? origins.ToImmutable() : [new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client.Bare()), On = Unknowns.On(client.Bare()) }];
    }

    /// <summary>What a registration says, for the client it makes.</summary>
    public ClientOrigin OfRegistration(ClientRegistration registration, Evaluation evaluation)
    {
        TextValue? address = null;
        foreach (var assigned in registration.BaseAddresses)
        {
            var value = texts.Evaluate(assigned, registration.Frame, evaluation);
            address = address is null ? value : address.Or(value);
        }

        return new ClientOrigin
        {
            BaseAddress = address?.From(registration.Step),
            ClientName = registration.Name,
            ClientType = registration.ClientTypes.LastOrDefault(),
            IsGateway = registration.IsGateway,
            GatewaySystem = registration.GatewaySystem is { } system ? texts.Evaluate(system, registration.Frame, evaluation).Constant : null,
            Wirings = [registration.Location],
            Provenance = [registration.Step],
            Unknown = $"{registration.Step} sets no base address",
        };
    }

    private void Trace(IOperation client, Frame frame, Evaluation evaluation, Trail trail, ImmutableArray<ClientOrigin>.Builder origins)
    {
        client = client.Bare();
        if (origins.Count >= Limits.Alternatives || !evaluation.TryEnter())
        {
            return;
        }

        try
        {
            if (RefitCreation.Of(client, code, evaluation.Cancellation) is { } made)
            {
                OfRefit(made, client, frame, evaluation, trail, origins);
                return;
            }

            // What the container injects counts before what somebody passes by hand.
            if (client is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } injected } && !frame.Arguments.ContainsKey(injected)
                && OfTerminal(client, frame, evaluation, trail) is var registered && (registered.BaseAddress is not null || registered.IsGateway))
            {
                origins.Add(registered);
                return;
            }

            if (client is not IInvocationOperation and not IObjectCreationOperation || !IsTerminal(client))
            {
                var hop = flow.Next(client, frame, evaluation.Cancellation);
                if (hop is { Sources.IsEmpty: false })
                {
                    Follow(client, frame, hop, evaluation, trail, origins);
                    return;
                }
            }

            origins.Add(OfTerminal(client, frame, evaluation, trail));
        }
        finally
        {
            evaluation.Leave();
        }
    }

    /// <summary>Refit's client has the base address of the client it is made of, or is given one.</summary>
    private void OfRefit(RefitCreation made, IOperation call, Frame frame, Evaluation evaluation, Trail trail, ImmutableArray<ClientOrigin>.Builder origins)
    {
        var steps = trail.Steps.Add(made.Step);
        if (call.Descendants().OfType<IInvocationOperation>().FirstOrDefault(gateways.Handles) is { } gateway)
        {
            // Settings may hold the gateway's handler.
            origins.Add(OfTerminal(gateway, frame, evaluation, trail with { Steps = steps }));
        }
        else if (made.IsOfClient)
        {
            Trace(made.Given, frame, evaluation, new Trail(made.Given, [], steps), origins);
        }
        else
        {
            origins.Add(new ClientOrigin { BaseAddress = texts.Evaluate(made.Given, frame, evaluation), ClientType = made.Api is { } api ? frame.Resolve(api) : null, Wirings = [made.Location], Provenance = steps });
        }
    }

    private void Follow(IOperation client, Frame frame, Hop hop, Evaluation evaluation, Trail trail, ImmutableArray<ClientOrigin>.Builder origins)
    {
        if (hop.Variable is { } variable)
        {
            if (!evaluation.TryEnter(variable, client.Syntax, frame))
            {
                return;
            }

            trail = trail.Through(client, variable, hop.Step);
        }

        foreach (var source in hop.Sources)
        {
            Trace(source.Operation, source.Frame, evaluation, trail, origins);
        }

        if (hop.Variable is { } left)
        {
            evaluation.Leave(left, client.Syntax, frame);
        }
    }

    /// <summary>Calls of the factory and of the gateway are ends, even where their code is part of the compilation.</summary>
    private bool IsTerminal(IOperation client) => client is IObjectCreationOperation
        || (client is IInvocationOperation invocation && (IsFactory(invocation) || gateways.Handles(invocation)));

    private ClientOrigin OfTerminal(IOperation client, Frame frame, Evaluation evaluation, Trail trail)
    {
        switch (client)
        {
            case IInvocationOperation invocation when gateways.Handles(invocation):
                return new ClientOrigin
                {
                    IsGateway = true,
                    GatewaySystem = GatewayTypes.SystemArgument(invocation) is { } system ? texts.Evaluate(system, frame, evaluation).Constant : null,
                    Provenance = trail.Steps.Add("gateway " + invocation.TargetMethod.Name),
                };
            case IInvocationOperation invocation when IsFactory(invocation):
                return OfFactory(invocation, frame, evaluation, trail);
            case { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } api }:
                return OfInterface(client, api, trail, evaluation);
            case IObjectCreationOperation creation:
                return OfCreation(creation, frame, evaluation, trail);
            case IInstanceReferenceOperation { Type: INamedTypeSymbol type }:
                return Bound(trail.Steps.Add("client " + type.Name), flow.Members.WritesToThis(BaseAddress, type, evaluation.Cancellation), frame, evaluation)
                    ?? Registered(type, trail, evaluation);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }:
                return OfConstructorParameter(parameter, Injected(constructor.ContainingType, frame), frame, evaluation, trail);
            case IParameterReferenceOperation { Parameter: var parameter } when Keyed(Services.KeyOf(parameter), trail, evaluation) is { } keyed:
                return keyed;
            case IInvocationOperation asked when Services.Asked(asked) is (_, { } key) && Keyed(key, trail, evaluation) is { } keyed:
                return keyed;
            default:
                return OfVariables(frame, evaluation, trail) ?? new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client), On = Unknowns.On(client), Provenance = trail.Steps };
        }
    }

    private ClientOrigin OfFactory(IInvocationOperation invocation, Frame frame, Evaluation evaluation, Trail trail)
    {
        var named = invocation.Argument("name");
        var name = named is null ? "" : texts.Evaluate(named, frame, evaluation).Constant;
        var step = name is null ? "CreateClient" : named is null ? "CreateClient()" : $"\"{name}\"";
        if (OfVariables(frame, evaluation, trail) is { } own)
        {
            return own with { ClientName = name, Provenance = own.Provenance.Insert(0, step) };
        }

        return name is null
            ? new ClientOrigin { Provenance = trail.Steps.Add(step), Unknown = "the client's name is made at run time" }
            : OrAsAll(
                Merge(registrations.ForName(name, evaluation.Cancellation), trail.Steps.Add(step), evaluation)
                    ?? new ClientOrigin
                    {
                        ClientName = name,
                        Provenance = trail.Steps.Add(step),
                        Unknown = name.Length == 0 ? "the default client has no base address in this compilation" : $"no client \"{name}\" is registered in this compilation",
                    },
                evaluation);
    }

    /// <summary>A client of the factory that sets nothing by itself has what is set for all.</summary>
    private ClientOrigin OrAsAll(ClientOrigin origin, Evaluation evaluation)
    {
        if (origin.BaseAddress is not null || origin.IsGateway)
        {
            return origin;
        }

        var all = registrations.ForAll(evaluation.Cancellation).Select(registration => OfRegistration(registration, evaluation)).LastOrDefault(other => other.BaseAddress is not null);
        return all is null ? origin : origin with { BaseAddress = all.BaseAddress, Provenance = Alternative.Join(origin.Provenance, all.Provenance), Wirings = origin.Wirings.AddRange(all.Wirings) };
    }

    private ClientOrigin OfCreation(IObjectCreationOperation creation, Frame frame, Evaluation evaluation, Trail trail)
    {
        var step = "new " + creation.Type?.Name;
        foreach (var argument in creation.Arguments)
        {
            // new HttpClient(gateway.CreateHandler("erp", …)): the handler routes, whatever the client believes.
            if (argument.Value.Bare() is IInvocationOperation handler && gateways.Handles(handler))
            {
                return new ClientOrigin
                {
                    IsGateway = true,
                    GatewaySystem = GatewayTypes.SystemArgument(handler) is { } system ? texts.Evaluate(system, frame, evaluation).Constant : null,
                    Provenance = trail.Steps.Add("gateway " + handler.TargetMethod.Name),
                };
            }
        }

        if (OfVariables(frame, evaluation, trail) is { } own)
        {
            return own;
        }

        var initializers = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: BaseAddress })
            .Select(assignment => new Write(assignment, assignment.Value))
            .ToImmutableArray() ?? [];
        if (Bound(trail.Steps.Add(step), initializers, frame, evaluation) is { } initialised)
        {
            return initialised;
        }

        if (creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } subclass
            && Bound(trail.Steps.Add(step), flow.Members.WritesToThis(BaseAddress, subclass, evaluation.Cancellation), Frame.Root, evaluation) is { } inherited)
        {
            return inherited;
        }

        return new ClientOrigin { Provenance = trail.Steps.Add(step), Unknown = "the client that is created here has no base address" };
    }

    private ClientOrigin OfConstructorParameter(IParameterSymbol parameter, INamedTypeSymbol type, Frame frame, Evaluation evaluation, Trail trail)
    {
        var step = "typed client " + type.Name;
        var own = flow.Members.WritesTo(trail.Variables.Add(parameter), BaseAddress, type, evaluation.Cancellation);
        if (Bound(trail.Steps.Add(step), own, frame, evaluation) is { } bound)
        {
            return bound with { ClientType = type };
        }

        return Keyed(Services.KeyOf(parameter), trail, evaluation) ?? Registered(type, trail with { Steps = trail.Steps.Add(step) }, evaluation);
    }

    /// <summary>A named client that is injected under its name, which <c>AddAsKeyed</c> allows; null if none is.</summary>
    private ClientOrigin? Keyed(string? key, Trail trail, Evaluation evaluation) =>
        key is null ? null : Merge(registrations.ForName(key, evaluation.Cancellation), trail.Steps.Add($"keyed service \"{key}\""), evaluation);

    /// <summary>The class that the container makes: of a base class's constructor, the derived class that runs it, if that is known.</summary>
    private static INamedTypeSymbol Injected(INamedTypeSymbol declaring, Frame frame) => frame.ThisType is { TypeKind: TypeKind.Class } type ? type : declaring;

    private ClientOrigin Registered(INamedTypeSymbol type, Trail trail, Evaluation evaluation)
    {
        var found = registrations.ForType(type, evaluation.Cancellation);
        var registered = Merge(found, trail.Steps, evaluation) is { } merged ? OrAsAll(merged, evaluation) : new ClientOrigin
        {
            Provenance = trail.Steps,
            Unknown = $"no registration of '{type.Name}' in this compilation sets a base address",
        };
        return registered with { ClientType = type };
    }

    /// <summary>A client whose code is generated is injected, or asked for, as the interface that is registered.</summary>
    private ClientOrigin OfInterface(IOperation client, INamedTypeSymbol api, Trail trail, Evaluation evaluation) =>
        (client is IParameterReferenceOperation { Parameter: var parameter } && Services.KeyOf(parameter) is not null) || (client is IInvocationOperation asked && Services.Asked(asked) is (_, not null))
            ? new ClientOrigin { ClientType = api, Provenance = trail.Steps, Unknown = $"which '{api.Name}' the key stands for isn't known" }
            : Registered(api, trail, evaluation);

    /// <summary>Several registrations of one client are alternatives; they share one origin, since only its addresses differ.</summary>
    private ClientOrigin? Merge(ImmutableArray<ClientRegistration> found, ImmutableArray<string> steps, Evaluation evaluation)
    {
        ClientOrigin? merged = null;
        foreach (var registration in found)
        {
            var next = OfRegistration(registration, evaluation);
            if (next.BaseAddress is null && !next.IsGateway && registration.Name is { Length: > 0 } name)
            {
                // A typed client's address may be set where the same name is configured again.
                next = registrations.ForName(name, evaluation.Cancellation).Where(other => other.Location != registration.Location)
                    .Select(other => OfRegistration(other, evaluation))
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

    /// <summary>The base address that is set on a variable the client went through, nearest to the call first; null if none is.</summary>
    private ClientOrigin? OfVariables(Frame frame, Evaluation evaluation, Trail trail)
    {
        foreach (var (use, variable) in trail.Hops)
        {
            var writes = variable is IFieldSymbol or IPropertySymbol
                ? flow.Members.WritesTo([variable], BaseAddress, variable.ContainingType, evaluation.Cancellation)
                : ReachingWrites.Of(flow.BodyOf(use).WritesTo(variable, BaseAddress), use.Syntax, out _);
            if (Bound(trail.Steps, writes, frame, evaluation) is { } bound)
            {
                return bound;
            }
        }

        return null;
    }

    private ClientOrigin? Bound(ImmutableArray<string> steps, ImmutableArray<Write> writes, Frame frame, Evaluation evaluation)
    {
        TextValue? address = null;
        var wirings = ImmutableArray.CreateBuilder<Location>();
        foreach (var write in writes)
        {
            if (write.Value is not null)
            {
                var value = texts.Evaluate(write.Value, frame, evaluation);
                address = address is null ? value : address.Or(value);
                wirings.Add(Operations.NameLocation(write.Operation is IAssignmentOperation assignment ? assignment.Target.Syntax : write.Operation.Syntax));
            }
        }

        return address is null ? null : new ClientOrigin { BaseAddress = address.From(BaseAddress), Wirings = wirings.ToImmutable(), Provenance = steps.Add(BaseAddress) };
    }

    private static bool IsFactory(IInvocationOperation invocation) => invocation.TargetMethod.Name == "CreateClient"
        && invocation.TargetMethod.ContainingType is { Name: "IHttpClientFactory" or "HttpClientFactoryExtensions", ContainingNamespace: { Name: "Http" } };

    /// <summary>The way from the call to where the client is made.</summary>
    private sealed record Trail(IOperation Use, ImmutableArray<(IOperation Use, ISymbol Variable)> Hops, ImmutableArray<string> Steps)
    {
        public ImmutableArray<ISymbol> Variables => [.. Hops.Select(hop => hop.Variable)];

        public Trail Through(IOperation use, ISymbol variable, string? step) =>
            this with { Hops = Hops.Add((use, variable)), Steps = step is null || Steps.Length >= Limits.Provenance ? Steps : Steps.Add(step) };
    }
}
