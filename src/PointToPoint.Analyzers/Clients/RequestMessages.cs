using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>What a request message says: its verb, or several, and its address; null where it says nothing.</summary>
internal sealed record RequestMessage(string? Verb, TextValue? Address, string? Unknown, ISymbol? On = null);

/// <summary>Reads request objects back from where they are sent: constructor, initialiser, later assignments, helper methods.</summary>
internal sealed class RequestMessages(ValueFlow flow, TextEvaluator texts)
{
    public RequestMessage Read(IOperation message, MessageShape shape, Frame frame, Evaluation evaluation)
    {
        var found = new List<RequestMessage>();
        Trace(message, shape, frame, evaluation, [], found);
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

    private void Trace(IOperation message, MessageShape shape, Frame frame, Evaluation evaluation, ImmutableArray<(Place Use, ISymbol Variable)> hops, List<RequestMessage> found)
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
                found.Add(Made(creation.Argument, creation.Initializer, shape, frame, evaluation, hops));
            }
            else if (flow.Next(message, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                if (hop.Variable is { } variable && !evaluation.TryEnter(variable, message.Syntax, frame))
                {
                    return;
                }

                foreach (var source in hop.Sources)
                {
                    Trace(source.Operation, shape, source.Frame, evaluation, hop.Variable is null ? hops : hops.Add((new Place(message, frame), hop.Variable)), found);
                }

                if (hop.Variable is { } left)
                {
                    evaluation.Leave(left, message.Syntax, frame);
                }
            }
            else if (message is IInvocationOperation chained && chained.Receiver() is { } receiver && shape.Is(receiver.Type))
            {
                // What is chained to it gives the same message back: new RestRequest("orders").AddHeader(…).
                Trace(receiver, shape, frame, evaluation, hops, found);
            }
            else if (message is IInvocationOperation made && shape.Address.Any(name => made.Argument(name) is not null))
            {
                found.Add(Made(made.Argument, null, shape, frame, evaluation, hops));
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

    private RequestMessage Made(
        Func<string, IOperation?> argument, IObjectOrCollectionInitializerOperation? initializer, MessageShape shape, Frame frame, Evaluation evaluation, ImmutableArray<(Place Use, ISymbol Variable)> hops)
    {
        var method = Said(shape.Verb);
        var address = Said(shape.Address);
        return new RequestMessage(
            method is { } verb ? VerbOf(verb.Operation, verb.Frame, evaluation) : "GET",
            address is { } said ? texts.Evaluate(said, evaluation) : null,
            address is null ? "a message without an address" : null);

        // What is set later counts before what it was made of.
        Place? Said(ImmutableArray<string> names) => names.Select(name => Last(initializer, frame, hops, name)).FirstOrDefault(value => value is not null)
            ?? (names.Select(argument).FirstOrDefault(value => value is not null) is { } given ? new Place(given, frame) : null);
    }

    /// <summary>The value that a property has when the message is sent: the last assignment on the variable, else the initialiser's.</summary>
    private Place? Last(IObjectOrCollectionInitializerOperation? initializer, Frame frame, ImmutableArray<(Place Use, ISymbol Variable)> hops, string property)
    {
        foreach (var (use, variable) in hops)
        {
            var writes = ReachingWrites.Of(flow.BodyOf(use.Operation).WritesTo(variable, property), use.Operation.Syntax, out _);
            if (writes.LastOrDefault()?.Value is { } value)
            {
                return use with { Operation = value };
            }
        }

        var initial = initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;
        return initial is null ? null : new Place(initial, frame);
    }

    /// <summary>The verb that a value is: an <c>HttpMethod</c>, a text, a member of an enum; several where it may be one of them, null where nobody knows.</summary>
    public string? VerbOf(IOperation method, Frame frame, Evaluation evaluation)
    {
        method = method.Bare();
        if (method is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpMethod" }, Instance: { } verb })
        {
            return VerbOf(verb, frame, evaluation);
        }

        if (method.Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum })
        {
            return VerbList.Of(texts.Evaluate(method, frame, evaluation).Alternatives.Select(alternative => TextValue.Of(alternative).Constant?.ToUpperInvariant()));
        }

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
            return flow.Next(method, frame, evaluation.Cancellation) is { Unknown: null } hop ? VerbList.Of(hop.Sources.Select(source => VerbOf(source.Operation, source.Frame, evaluation))) : null;
        }
        finally
        {
            evaluation.Leave();
        }
    }
}
