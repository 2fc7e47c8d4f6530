using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>What is said of a client whose code Refit generates: by the call that makes it, or by the registration of its interface.</summary>
internal sealed class AttributedOrigins(CodeBase code, TextEvaluator texts, RegisteredClients registered, GatewayTypes gateways)
{
    /// <summary>The call that makes the client; null if it is no such call.</summary>
    public AttributedCreation? Made(IOperation client, CancellationToken cancellation) => AttributedCreation.Of(client, code, cancellation);

    /// <summary>The call of the gateway that the settings hold, whose handler then routes; null if there is none.</summary>
    public IInvocationOperation? Gateway(IOperation made) => gateways.IsEmpty ? null : made.Descendants().OfType<IInvocationOperation>().FirstOrDefault(gateways.Handles);

    /// <summary>A client that is made of an address.</summary>
    public ClientOrigin OfAddress(AttributedCreation made, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        var type = made.Api is { } api ? frame.Resolve(api) : null;
        return new ClientOrigin
        {
            BaseAddress = !made.IsOfInterface ? texts.Evaluate(made.Given, frame, evaluation)
                : type is not null && AttributedInterfaces.BaseAddressOf(type) is { } written ? TextValue.Literal(written)
                : TextValue.Unknown("an interface that says no address"),
            ClientType = type,
            Wirings = made.IsOfInterface ? [] : [made.Location],
            Provenance = trail.Steps.Add(made.Step),
        };
    }

    /// <summary>A client that is injected, or asked for, as the interface that is registered.</summary>
    public ClientOrigin OfInterface(IOperation client, INamedTypeSymbol api, Evaluation evaluation, ClientTrail trail)
    {
        var key = client switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => ServiceKeys.Of(parameter),
            IInvocationOperation asked => Services.Asked(asked)?.Key,
            _ => null,
        };
        var origin = registered.Typed(api, key, key is null ? trail : trail with { Steps = trail.Steps.Add($"keyed service \"{key}\"") }, evaluation);

        // What the interface says itself counts where nobody sets an address.
        return origin is { BaseAddress: null, IsGateway: false } && AttributedInterfaces.BaseAddressOf(api) is { } written
            ? origin with { BaseAddress = TextValue.Literal(written), Provenance = origin.Provenance.Add("[BaseAddress] of " + api.Name) }
            : origin;
    }
}
