using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>What a request message says: its verb, or several, and its address; null where it says nothing.</summary>
internal sealed record RequestMessage(string? Verb, TextValue? Address, string? Unknown, ISymbol? On = null);

/// <summary>Reads <c>HttpRequestMessage</c> objects back from where they are sent: constructor, initialiser, later assignments, helper methods.</summary>
internal sealed class RequestMessages(ValueFlow flow, TextEvaluator texts)
{
    public RequestMessage Read(IOperation message, Frame frame, Evaluation evaluation)
    {
        var found = new List<RequestMessage>();
        Trace(message, frame, evaluation, [], found);
        if (found.Count == 0)
        {
            return new RequestMessage(null, null, "a message that comes from " + Unknowns.Describe(message.Bare()), Unknowns.On(message.Bare()));
        }

        TextValue? address = null;
        foreach (var next in found.Select(one => one.Address).OfType<TextValue>())
        {
            address = address is null ? next : address.Or(next);
        }

        return new RequestMessage(VerbList.Of(found.Select(one => one.Verb)), address, found.Select(one => one.Unknown).FirstOrDefault(reason => reason is not null), found.Select(one => one.On).FirstOrDefault(on => on is not null));
    }

    private void Trace(IOperation message, Frame frame, Evaluation evaluation, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, List<RequestMessage> found)
    {
        message = message.Bare();
        if (found.Count >= Limits.Alternatives || !evaluation.TryEnter())
        {
            return;
        }

        try
        {
            if (message is IObjectCreationOperation creation)
            {
                found.Add(OfCreation(creation, frame, evaluation, hops));
            }
            else if (flow.Next(message, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                if (hop.Variable is { } variable && !evaluation.TryEnter(variable, message.Syntax, frame))
                {
                    return;
                }

                foreach (var source in hop.Sources)
                {
                    Trace(source.Operation, source.Frame, evaluation, hop.Variable is null ? hops : hops.Add((message, hop.Variable)), found);
                }

                if (hop.Variable is { } left)
                {
                    evaluation.Leave(left, message.Syntax, frame);
                }
            }
            else
            {
                found.Add(new RequestMessage(null, null, "a message that comes from " + Unknowns.Describe(message), Unknowns.On(message)));
            }
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private RequestMessage OfCreation(IObjectCreationOperation creation, Frame frame, Evaluation evaluation, ImmutableArray<(IOperation Use, ISymbol Variable)> hops)
    {
        var method = Last(creation, hops, "Method") ?? creation.Argument("method");
        var address = Last(creation, hops, "RequestUri") ?? creation.Argument("requestUri");
        return new RequestMessage(
            method is null ? "GET" : Verb(method, frame, evaluation),
            address is null ? null : texts.Evaluate(address, frame, evaluation),
            address is null ? "a message without an address" : null);
    }

    /// <summary>The value that a property has when the message is sent: the last assignment on the variable, else the initialiser's.</summary>
    private IOperation? Last(IObjectCreationOperation creation, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, string property)
    {
        foreach (var (use, variable) in hops)
        {
            var writes = ReachingWrites.Of(flow.BodyOf(use).WritesTo(variable, property), use.Syntax, out _);
            if (writes.LastOrDefault()?.Value is { } value)
            {
                return value;
            }
        }

        return creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;
    }

    private string? Verb(IOperation method, Frame frame, Evaluation evaluation)
    {
        method = method.Bare();
        return method switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" } property } => property.Name.ToUpperInvariant(),
            IObjectCreationOperation { Type.Name: "HttpMethod", Arguments.Length: 1 } creation => texts.Evaluate(creation.Arguments[0].Value, frame, evaluation).Constant?.ToUpperInvariant(),
            IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments.Length: 1 } parse =>
                texts.Evaluate(parse.Arguments[0].Value, frame, evaluation).Constant?.ToUpperInvariant(),
            _ => OfFlow(method, frame, evaluation),
        };
    }

    private string? OfFlow(IOperation method, Frame frame, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return null;
        }

        try
        {
            return flow.Next(method, frame, evaluation.Cancellation) is { Unknown: null } hop ? VerbList.Of(hop.Sources.Select(source => Verb(source.Operation, source.Frame, evaluation))) : null;
        }
        finally
        {
            evaluation.Leave();
        }
    }
}
