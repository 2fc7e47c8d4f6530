using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Walks back from the client that a call uses to where it was made, injected or handed out. What is set on the way is part of what its
/// <see cref="ClientOrigins"/> say.
/// </summary>
internal sealed class ClientTracer(ValueFlow flow, ClientOrigins ends, AttributedOrigins refit, OwnHandlers handlers, GivenClients given, Reachability reachability, LastWrites last)
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
            if (TestDoubles.Makes(client) || Given(client).Any(value => IsDouble(value, frame, evaluation)))
            {
                origins.Add(new ClientOrigin { IsInProcess = true, Provenance = trail.Steps });
                return;
            }

            if (refit.Made(client, evaluation.Cancellation) is { } made)
            {
                OfRefit(made, client, frame, evaluation, trail, origins);
                return;
            }

            // What the container injects counts before what somebody passes by hand.
            if (client is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } injected } && !frame.Arguments.ContainsKey(injected)
                && ends.Of(client, frame, evaluation, trail) is var registered && (registered.BaseAddress is not null || registered.IsGateway))
            {
                origins.Add(registered);
                return;
            }

            if (client is IParameterReferenceOperation handed && !frame.Arguments.ContainsKey(handed.Parameter) && OfCallers(handed, frame, evaluation, trail) is { IsEmpty: false } agreed)
            {
                origins.AddRange(agreed);
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

            origins.AddRange(ends.AllOf(client, frame, evaluation, trail));
        }
        finally
        {
            evaluation.Leave();
        }
    }

    /// <summary>What all callers of a private method hand it; empty if they don't agree.</summary>
    private ImmutableArray<ClientOrigin> OfCallers(IParameterReferenceOperation client, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        var clients = given.Of(client, evaluation.Cancellation);
        if (clients.IsEmpty || !evaluation.TryEnter(client.Parameter, client.Syntax, frame))
        {
            return [];
        }

        var each = clients.Select(one =>
        {
            var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
            Trace(one, Frame.Root, evaluation, trail.Through(client, client.Parameter, "parameter " + client.Parameter.Name), origins);
            return origins.ToImmutable();
        }).ToList();
        evaluation.Leave(client.Parameter, client.Syntax, frame);
        return GivenClients.Agree(each) ? each[0] : [];
    }

    /// <summary>True for the handler of a client, if it is a test double.</summary>
    private bool IsDouble(IOperation value, Frame frame, Evaluation evaluation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            value = value.Bare();
            if (TestDoubles.Makes(value) || (value is IObjectCreationOperation && handlers.Answers(value.Type, evaluation.Cancellation)))
            {
                return true;
            }

            if (value is IObjectCreationOperation outer && Inner(outer) is { } inner)
            {
                // One that hands on to a double.
                value = inner;
                continue;
            }

            if (value is IObjectCreationOperation or ILiteralOperation || flow.Next(value, frame, evaluation.Cancellation) is not { Sources: [var source] })
            {
                return false;
            }

            (value, frame) = (source.Operation, source.Frame);
        }

        return false;
    }

    /// <summary>What a client is made of, be it of what isn't there.</summary>
    private static IEnumerable<IOperation> Given(IOperation client) => client switch
    {
        IObjectCreationOperation creation => creation.Arguments.Select(argument => argument.Value),
        IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments }, SemanticModel: { } model } => arguments.Select(argument => model.GetOperation(argument.Expression)).OfType<IOperation>(),
        _ => [],
    };

    /// <summary>The handler that another one hands requests on to; null if the creation gives it none.</summary>
    private static IOperation? Inner(IObjectCreationOperation handler) => !OwnHandlers.IsHandler(handler.Type) ? null
        : ObjectState.Initialised(handler.Initializer, "InnerHandler") ?? handler.Arguments.Select(argument => argument.Value).FirstOrDefault(value => OwnHandlers.IsHandler(value.Bare().Type));

    /// <summary>True if what is set on a client is set on one that stays in the process, whoever made it.</summary>
    public bool IsDouble(IPropertyReferenceOperation set, Evaluation evaluation)
    {
        var client = set is { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }, Parent.Parent.Parent: (IObjectCreationOperation or IInvalidOperation) and var made } ? made : set.Instance;
        return client is not (null or IInstanceReferenceOperation) && Trace(client, Frame.Root, evaluation) is { IsEmpty: false } origins && origins.All(origin => origin.IsInProcess);
    }

    /// <summary>Refit's client goes where the client it is made of goes, or to the address it is given.</summary>
    private void OfRefit(AttributedCreation made, IOperation call, Frame frame, Evaluation evaluation, ClientTrail trail, ImmutableArray<ClientOrigin>.Builder origins)
    {
        if (refit.Gateway(call) is { } gateway)
        {
            origins.Add(ends.Of(gateway, frame, evaluation, trail with { Steps = trail.Steps.Add(made.Step) }));
        }
        else if (made.IsOfClient)
        {
            Trace(made.Given, frame, evaluation, new ClientTrail(made.Given, [], trail.Steps.Add(made.Step)), origins);
        }
        else
        {
            origins.Add(refit.OfAddress(made, frame, evaluation, trail));
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

        foreach (var source in hop.Sources.Length > 1 ? Left(client, frame, hop, evaluation.Cancellation) : hop.Sources)
        {
            Trace(source.Operation, source.Frame, evaluation, trail, origins);
        }

        if (hop.Variable is { } left)
        {
            evaluation.Leave(left, client.Syntax, frame);
        }
    }

    /// <summary>Those of several clients that the caller's arguments leave; all, where they leave none.</summary>
    private ImmutableArray<Place> Left(IOperation client, Frame frame, Hop hop, CancellationToken cancellation)
    {
        var sources = hop.Variable is ILocalSymbol local && hop.Sources.All(source => source.Frame == frame)
            && last.Of(client, local, [.. hop.Sources.Select(source => source.Operation)], frame, cancellation) is var (values, _)
                ? hop.Sources.RemoveAll(source => !values.Contains(source.Operation))
                : hop.Sources.RemoveAll(source => !reachability.MayRun(source.Operation, source.Frame, cancellation));
        return sources.IsEmpty ? hop.Sources : sources;
    }
}
