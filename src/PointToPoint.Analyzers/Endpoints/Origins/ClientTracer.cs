using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Walks back from the client that a call uses to where it was made, injected or handed out. What is set on the way is part of what its
/// <see cref="ClientOrigins"/> say.
/// </summary>
internal sealed class ClientTracer(ValueFlow flow, ClientOrigins ends)
{
    public ImmutableArray<ClientOrigin> Trace(IOperation client, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        Trace(client, frame, evaluation, new ClientTrail(client, [], []), origins);
        return origins.Count > 0 ? origins.ToImmutable() : [new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client.Bare()), On = Unknowns.On(client.Bare()) }];
    }

    private void Trace(IOperation client, Frame frame, Evaluation evaluation, ClientTrail trail, ImmutableArray<ClientOrigin>.Builder origins)
    {
        client = client.Bare();
        if (origins.Count >= Limits.Alternatives || !evaluation.TryEnter())
        {
            return;
        }

        try
        {
            // What the container injects counts before what somebody passes by hand.
            if (client is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } injected } && !frame.Arguments.ContainsKey(injected)
                && ends.Of(client, frame, evaluation, trail) is var registered && (registered.BaseAddress is not null || registered.IsGateway))
            {
                origins.Add(registered);
                return;
            }

            if (client is not IInvocationOperation and not IObjectCreationOperation || !ends.IsEnd(client))
            {
                var hop = flow.Next(client, frame, evaluation.Cancellation);
                if (hop is { Sources.IsEmpty: false })
                {
                    Follow(client, frame, hop, evaluation, trail, origins);
                    return;
                }
            }

            origins.Add(ends.Of(client, frame, evaluation, trail));
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private void Follow(IOperation client, Frame frame, Hop hop, Evaluation evaluation, ClientTrail trail, ImmutableArray<ClientOrigin>.Builder origins)
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
}
