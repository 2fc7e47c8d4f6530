using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Clients;

/// <summary>What a request message says: its verb, or several, and its address; null where it says nothing.</summary>
internal sealed record RequestMessage(string? Verb, TextValue? Address, string? Unknown, ISymbol? On = null);

/// <summary>Reads request objects back from where they are sent: constructor, initialiser, later assignments, helper methods.</summary>
internal sealed class RequestMessages(ValueFlow flow, TextEvaluator texts, LastWrites last)
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
            else if (UnboundMessage.Given(message, shape) is { } given)
            {
                found.Add(Made(given, null, shape, frame, evaluation, hops));
            }
            else if (message is IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var start } } } && message.SemanticModel?.GetOperation(start) is { } started)
            {
                // The same where the request's class is missing.
                Trace(started, shape, frame, evaluation, hops, found);
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
        var verbs = Said(shape.Verb, out var mayBeDefault);
        var addresses = Said(shape.Address, out _);
        ISymbol? on = null;
        if (addresses.Count == 0)
        {
            addresses.AddRange(SetByOthers(hops, shape.Address, out on, evaluation.Cancellation));
            if (SetByOthers(hops, shape.Verb, out _, evaluation.Cancellation) is { IsEmpty: false } others)
            {
                (verbs, mayBeDefault) = ([.. others], false);
            }
        }

        var sent = verbs.Select(verb => VerbOf(verb.Operation, verb.Frame, evaluation));
        return new RequestMessage(
            VerbList.Of(mayBeDefault ? sent.Prepend("GET") : sent),
            TextValue.AnyOf(addresses.Select(said => texts.Evaluate(said, evaluation))) ?? (shape == MessageShape.Http ? null : TextValue.Literal("")),
            addresses.Count == 0 && shape == MessageShape.Http ? "a message without an address" : null,
            on);

        // What is set later counts before what it was made of; what is only set under a condition leaves that standing.
        List<Place> Said(ImmutableArray<string> names, out bool mayBeUnset)
        {
            var said = new List<Place>();
            mayBeUnset = !names.Any(name => IsSet(initializer, frame, hops, name, said, evaluation.Cancellation));
            if (mayBeUnset && names.Select(argument).FirstOrDefault(value => value is not null) is { } given)
            {
                said.Insert(0, new Place(given, frame));
                mayBeUnset = false;
            }

            return said;
        }
    }

    /// <summary>True if a property is sure to be set when the message is sent: by the last assignments on the variable, else by the initialiser.</summary>
    private bool IsSet(IObjectOrCollectionInitializerOperation? initializer, Frame frame, ImmutableArray<(Place Use, ISymbol Variable)> hops, string property, List<Place> said, CancellationToken cancellation)
    {
        foreach (var (use, variable) in hops)
        {
            var writes = ReachingWrites.Of(flow.BodyOf(use.Operation).WritesTo(variable, property), use.Operation.Syntax, out var mayBeUnset).RemoveAll(write => write.Value is null);
            if ((mayBeUnset || writes.Length > 1) && last.Of(use.Operation, variable, [.. writes.Select(write => write.Value!)], use.Frame, cancellation) is var (values, mayBeNone))
            {
                writes = writes.RemoveAll(write => !values.Contains(write.Value!));
                mayBeUnset = mayBeNone;
            }

            said.InsertRange(0, writes.Select(write => use with { Operation = write.Value! }));
            if (!writes.IsEmpty && (!mayBeUnset || writes.Any(write => Branches.AsksFor(write.Operation.Syntax, property))))
            {
                return true;
            }

            if (use.Operation is IFieldReferenceOperation { Instance: IInstanceReferenceOperation } && SetByLink(use.Frame, variable, property, cancellation) is { } set)
            {
                said.Insert(0, set);
                return true;
            }
        }

        var initial = initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;
        if (initial is not null)
        {
            said.Insert(0, new Place(initial, frame));
        }

        return initial is not null;
    }

    /// <summary>What functions and methods of the code's own set on a message that they are handed before it is sent: <c>configure(message)</c>.</summary>
    /// <param name="hops">The variables that hold it.</param>
    /// <param name="properties">What is set.</param>
    /// <param name="on">The function that it is handed to, where only the caller says which one that is.</param>
    /// <param name="cancellation">Cancels the work.</param>
    private ImmutableArray<Place> SetByOthers(ImmutableArray<(Place Use, ISymbol Variable)> hops, ImmutableArray<string> properties, out ISymbol? on, CancellationToken cancellation)
    {
        on = null;
        foreach (var (use, variable) in hops.Where(hop => hop.Variable is ILocalSymbol))
        {
            foreach (var handed in use.Operation.Root().Descendants().OfType<IArgumentOperation>().Where(argument => argument.Syntax.Span.End <= use.Operation.Syntax.SpanStart && Declarations.Same(argument.Value.Bare().Variable(), variable)))
            {
                if (handed is not { Parent: IInvocationOperation call, Parameter.Ordinal: var position })
                {
                    continue;
                }

                foreach (var (body, parameters, inside) in flow.BodiesRunBy(call, use.Frame, cancellation))
                {
                    if (position < parameters.Length && properties.SelectMany(property => flow.BodyOf(body).WritesTo(parameters[position], property)).LastOrDefault(write => write.Value is not null) is { } write)
                    {
                        return [new Place(write.Value!, inside)];
                    }
                }

                on ??= call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter: var function } } && !use.Frame.Arguments.ContainsKey(function) ? function : null;
            }
        }

        return [];
    }

    /// <summary>What the methods set on a message in a field that gave its object back before.</summary>
    private Place? SetByLink(Frame frame, ISymbol field, string property, CancellationToken cancellation)
    {
        foreach (var link in flow.Chains.Links(frame, cancellation))
        {
            if (ReachingWrites.Of(flow.BodyOf(link.Operation).WritesTo(field, property), link.Operation.Syntax, out _).LastOrDefault()?.Value is { } value)
            {
                return link with { Operation = value };
            }
        }

        // Nobody says which object it is: any of its methods may set it.
        return frame.This is null && field.ContainingType is { } type && flow.Members.WritesTo([field], property, type, cancellation) is [{ Value: { } only }] ? new Place(only, frame) : null;
    }

    /// <summary>The verb that a value is: an <c>HttpMethod</c>, a text, a member of an enum; several where it may be one of them, null where nobody knows.</summary>
    public string? VerbOf(IOperation method, Frame frame, Evaluation evaluation)
    {
        method = method.Bare();
        if (method is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpMethod" }, Instance: { } verb })
        {
            return VerbOf(verb, frame, evaluation);
        }

        if (method is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType: var sent }, Instance: { } copied } && MessageShape.Http.Is(sent))
        {
            // new HttpRequestMessage(request.Method, request.RequestUri): the copy that is sent when the first one failed.
            return Read(copied, MessageShape.Http, frame, evaluation).Verb;
        }

        if (UnboundMessage.VerbOf(method) is { } named)
        {
            return named;
        }

        if (method.Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum })
        {
            return VerbList.Of(texts.Evaluate(method, frame, evaluation).Alternatives.Select(alternative => TextValue.Of(alternative).Constant?.ToUpperInvariant()));
        }

        // Of a missing enumeration, what a method makes of what it is given.
        if (method is IInvocationOperation { Type: { TypeKind: TypeKind.Error } } && texts.Evaluate(method, frame, evaluation) is { IsUnknown: false } made)
        {
            return VerbList.Of(made.Alternatives.Select(alternative => TextValue.Of(alternative).Constant));
        }

        return method switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" } property } => property.Name.ToUpperInvariant(),
            IObjectCreationOperation { Type.Name: "HttpMethod", Arguments.Length: 1 } creation => texts.Evaluate(creation.Arguments[0].Value, frame, evaluation).Constant?.ToUpperInvariant(),
            IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments.Length: 1 } parse =>
                texts.Evaluate(parse.Arguments[0].Value, frame, evaluation).Constant?.ToUpperInvariant(),
            _ => OfText(method, frame, evaluation) ?? OfFlow(method, frame, evaluation),
        };
    }

    /// <summary>The verb that is left where the caller's arguments decide between several.</summary>
    private string? OfText(IOperation method, Frame frame, Evaluation evaluation) => HttpMethods.Is(method.Type)
        ? VerbList.Of(texts.Evaluate(method, frame, evaluation).Alternatives.Select(alternative => TextValue.Of(alternative).Constant?.ToUpperInvariant()))
        : null;

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
