using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What code sets on an object that it is handed: <c>configure(options)</c>, <c>Fill(options, configuration)</c>, <c>section.Bind(options)</c>.</summary>
internal sealed class FilledObjects(BodyIndexes indexes, MethodBodies methods, Dispatch dispatch, Calls calls, CallSites sites)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>What a delegate sets on the object that it is given at a position.</summary>
    public Filling ByFunction(Place function, int position, ISymbol member, CancellationToken cancellation) => ByFunction(function, position, member, 0, cancellation);

    /// <summary>What a method sets on the object that it is given at a position.</summary>
    public Filling ByMethod(IMethodSymbol method, int position, ISymbol member, Frame frame, CancellationToken cancellation) => ByMethod(method, position, member, frame, 0, cancellation);

    /// <summary>What a call sets on the object in one of its arguments.</summary>
    public Filling ByCall(IArgumentOperation argument, ISymbol member, Frame frame, CancellationToken cancellation) => ByCall(argument, member, frame, 0, cancellation);

    /// <summary>What a call of an object's own method sets on the object.</summary>
    public Filling ByReceiver(IInvocationOperation call, ISymbol member, Frame frame, CancellationToken cancellation) =>
        call.TargetMethod is { IsStatic: true } or { DeclaringSyntaxReferences.IsEmpty: true } || frame.Depth > Limits.CallDepth ? Filling.Nothing : Filling.AnyOf(
        [
            .. dispatch.Of(Call.Of(call), frame, cancellation).Bodies.Select(body => body.Member is IMethodSymbol method && methods.BodyOf(method, cancellation) is { } root
                ? OnThis(root, member, calls.Enter(Call.Of(call), body, frame))
                : Filling.Nothing),
        ]);

    private Filling OnThis(IOperation body, ISymbol member, Frame inside)
    {
        var writes = ReachingWrites.AtEnd(indexes.Of(body).WritesTo(member).RemoveAll(write => write is not { Value: not null, Path.IsEmpty: true }), body.Syntax, out var isSure);
        return new Filling([.. writes.Select(write => new FilledValue(new Place(write.Value!, inside), IsBound: false))], isSure);
    }

    private Filling ByFunction(Place function, int position, ISymbol member, int depth, CancellationToken cancellation)
    {
        if (depth >= Limits.CallerDepth || function.Frame.Depth > Limits.CallDepth)
        {
            return Filling.Nothing;
        }

        var found = new List<Filling>();
        var places = new Queue<(Place Place, int Hops)>([(function, 0)]);
        while (places.Count > 0)
        {
            var (place, hops) = places.Dequeue();
            switch (Delegates.Target(place.Operation))
            {
                case IAnonymousFunctionOperation lambda when position < lambda.Symbol.Parameters.Length:
                    found.Add(InBody(lambda.Body, lambda.Symbol.Parameters[position], member, place.Frame, depth, cancellation));
                    break;
                case IMethodReferenceOperation { Method: var method } reference:
                    var (instance, type) = calls.Instance(reference.Instance, reference, place.Frame);
                    found.AddRange(dispatch.Of(method, reference.Instance, reference, place.Frame, cancellation).Bodies
                        .Select(body => ByMethod((IMethodSymbol)body.Member, position, member, place.Frame.Call([], [], instance, body.Type ?? type, captures: method.MethodKind == MethodKind.LocalFunction), depth + 1, cancellation)));
                    break;
                default:
                    foreach (var source in hops < Limits.Hops ? Sources(place, cancellation).Take(Limits.Alternatives) : [])
                    {
                        places.Enqueue((source, hops + 1));
                    }

                    break;
            }
        }

        return Filling.AnyOf(found);
    }

    /// <summary>Where a delegate comes from; one that a method is given where no caller is known may be that of any of them.</summary>
    private IEnumerable<Place> Sources(Place place, CancellationToken cancellation)
    {
        var operation = place.Operation.Bare();
        return Next(operation, place.Frame, cancellation) is { } hop ? hop.Sources
            : operation is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter }
                && sites.Of(method, cancellation) is { Length: <= Limits.Callers } callers
            ? callers.SelectMany(call => call.Arguments).Where(argument => argument.Ordinal == parameter.Ordinal).Select(argument => new Place(argument.Value, Frame.Root))
            : [];
    }

    private Filling ByMethod(IMethodSymbol method, int position, ISymbol member, Frame frame, int depth, CancellationToken cancellation) =>
        depth < Limits.CallerDepth && frame.Depth <= Limits.CallDepth && position < method.Parameters.Length && methods.BodyOf(method, cancellation) is { } body
            ? InBody(body, method.Parameters[position], member, frame, depth, cancellation)
            : Filling.Nothing;

    private Filling ByCall(IArgumentOperation argument, ISymbol member, Frame frame, int depth, CancellationToken cancellation)
    {
        if (argument is not { Parameter: { } received, Parent: IInvocationOperation call } || frame.Depth > Limits.CallDepth)
        {
            return Filling.Nothing;
        }

        if (call.TargetMethod is { Name: "Bind", ContainingType.Name: "ConfigurationBinder" })
        {
            return received.Name == "instance" ? new Filling([new FilledValue(new Place(call, frame), IsBound: true)], IsSure: false) : Filling.Nothing;
        }

        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            var invoked = call.Instance is IConditionalAccessInstanceOperation instance ? instance.Receiver() : call.Instance;
            return invoked is null ? Filling.Nothing : ByFunction(new Place(invoked, frame), received.Ordinal, member, depth + 1, cancellation);
        }

        return call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? Filling.Nothing : Filling.AnyOf(
        [
            .. dispatch.Of(Call.Of(call), frame, cancellation).Bodies.Where(body => body.Member is IMethodSymbol)
                .Select(body => ByMethod((IMethodSymbol)body.Member, received.Ordinal, member, calls.Enter(Call.Of(call), body, frame), depth + 1, cancellation)),
        ]);
    }

    /// <summary>What a body leaves in a member of the object that a variable holds.</summary>
    private Filling InBody(IOperation body, ISymbol variable, ISymbol member, Frame frame, int depth, CancellationToken cancellation)
    {
        var index = indexes.Of(body);
        var steps = index.WritesTo(variable, member.Name).Where(write => write is { Value: not null, Path.IsEmpty: true })
            .Select(write => (write.Operation, Filling: new Filling([new FilledValue(new Place(write.Value!, frame), IsBound: false)], IsSure: true)))
            .Concat(index.HandedOn(variable).Select(argument => ((IOperation)argument, ByCall(argument, member, frame, depth, cancellation))))
            .Where(step => !step.Item2.Values.IsEmpty)
            .OrderByDescending(step => step.Item1.Syntax.SpanStart);
        var values = new List<FilledValue>();
        foreach (var (operation, filling) in steps)
        {
            values.InsertRange(0, filling.Values);
            if (filling.IsSure && Branches.Region(operation.Syntax, body.Syntax) is null)
            {
                return new Filling([.. values], IsSure: true);
            }
        }

        return new Filling([.. values], IsSure: false);
    }
}
