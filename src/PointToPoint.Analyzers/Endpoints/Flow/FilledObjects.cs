using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What code sets on an object that it is handed: <c>configure(options)</c>, <c>Fill(options, configuration)</c>, <c>section.Bind(options)</c>.</summary>
internal sealed class FilledObjects(BodyIndexes indexes, MethodBodies methods, Dispatch dispatch, Calls calls, CallSites sites)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>What a delegate sets on the object that it is given at a position.</summary>
    public Filling ByFunction(Place function, int position, ImmutableArray<ISymbol> path, CancellationToken cancellation) => ByFunction(function, position, path, 0, cancellation);

    /// <summary>What a method sets on the object that it is given at a position.</summary>
    public Filling ByMethod(IMethodSymbol method, int position, ImmutableArray<ISymbol> path, Frame frame, CancellationToken cancellation) => ByMethod(method, position, path, frame, 0, cancellation);

    /// <summary>What a call sets on the object in one of its arguments.</summary>
    public Filling ByCall(IArgumentOperation argument, ImmutableArray<ISymbol> path, Frame frame, CancellationToken cancellation) => ByCall(argument, path, frame, 0, cancellation);

    private Filling ByFunction(Place function, int position, ImmutableArray<ISymbol> path, int depth, CancellationToken cancellation)
    {
        if (depth >= Limits.CallerDepth || function.Frame.Depth > Limits.CallDepth)
        {
            return Filling.Nothing;
        }

        var found = new List<Filling>();
        var places = new Queue<(Place Place, int Hops)>([(function, 0)]);
        var seen = new HashSet<(IOperation, Frame)>(FrameComparer.Instance);
        while (places.Count > 0 && seen.Count < Limits.Callers)
        {
            // Methods that hand a function on to each other would be gone through on each way between them.
            var (place, hops) = places.Dequeue();
            if (!seen.Add((place.Operation, place.Frame)))
            {
                continue;
            }

            switch (Delegates.Target(place.Operation))
            {
                case IAnonymousFunctionOperation lambda when position < lambda.Symbol.Parameters.Length:
                    found.Add(InBody(lambda.Body, lambda.Symbol.Parameters[position], path, place.Frame, depth, cancellation));
                    break;
                case IMethodReferenceOperation { Method: { Name: "Bind", ContainingType.Name: "ConfigurationBinder" }, Instance: not null } bind:
                    found.Add(new Filling([new FilledValue(place with { Operation = bind }, IsBound: true)], IsSure: false));
                    break;
                case IMethodReferenceOperation { Method: var method } reference:
                    var (instance, type) = calls.Instance(reference.Instance, reference, place.Frame);
                    found.AddRange(dispatch.Of(method, reference.Instance, reference, place.Frame, cancellation).Bodies
                        .Select(body => ByMethod((IMethodSymbol)body.Member, position, path, place.Frame.Call([], [], instance, body.Type ?? type, captures: method.MethodKind == MethodKind.LocalFunction), depth + 1, cancellation)));
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
            ? callers.SelectMany(call => call.Arguments).Where(argument => argument.Ordinal == parameter.Ordinal).Select(argument => new Place(argument.Value, Frame.Root.OneOf(parameter)))
            : [];
    }

    private Filling ByMethod(IMethodSymbol method, int position, ImmutableArray<ISymbol> path, Frame frame, int depth, CancellationToken cancellation) =>
        depth < Limits.CallerDepth && frame.Depth <= Limits.CallDepth && position < method.Parameters.Length && methods.BodyOf(method, cancellation) is { } body
            ? InBody(body, method.Parameters[position], path, frame, depth, cancellation)
            : Filling.Nothing;

    private Filling ByCall(IArgumentOperation argument, ImmutableArray<ISymbol> path, Frame frame, int depth, CancellationToken cancellation)
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
            return invoked is null ? Filling.Nothing : ByFunction(new Place(invoked, frame), received.Ordinal, path, depth + 1, cancellation);
        }

        return call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? Filling.Nothing : Filling.AnyOf(
        [
            .. dispatch.Of(Call.Of(call), frame, cancellation).Bodies.Where(body => body.Member is IMethodSymbol)
                .Select(body => ByMethod((IMethodSymbol)body.Member, received.Ordinal, path, calls.Enter(Call.Of(call), body, frame), depth + 1, cancellation)),
        ]);
    }

    /// <summary>What a body leaves in a part of the object that a variable holds.</summary>
    private Filling InBody(IOperation body, ISymbol variable, ImmutableArray<ISymbol> path, Frame frame, int depth, CancellationToken cancellation) =>
        Last(body, Steps(indexes.Of(body), variable, path, frame, _ => true, depth, cancellation));

    /// <summary>What is left of the steps of a body: one that is sure to be done hides those before it.</summary>
    private static Filling Last(IOperation body, IEnumerable<(IOperation Operation, Filling Filling)> steps)
    {
        var values = new List<FilledValue>();
        foreach (var (operation, filling) in steps.Where(step => !step.Filling.Values.IsEmpty).OrderByDescending(step => step.Operation.Syntax.SpanStart))
        {
            values.InsertRange(0, filling.Values);
            if (filling.IsSure && Branches.Region(operation.Syntax, body.Syntax) is null)
            {
                return new Filling([.. values], IsSure: true);
            }
        }

        return new Filling([.. values], IsSure: false);
    }

    /// <summary>All that a body does to a part of the object in a variable: to the part itself, and to the objects around it.</summary>
    /// <param name="index">The body.</param>
    /// <param name="part">The part.</param>
    /// <param name="frame">The frame it stands in.</param>
    /// <param name="counts">True for the operations that are asked for: what none asks for isn't followed.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<(IOperation Operation, Filling Filling)> Steps(BodyIndex index, MemberPath part, Frame frame, Func<IOperation, bool> counts, CancellationToken cancellation) => Steps(index, part.Root, part.Members, frame, counts, 0, cancellation);

    private IEnumerable<(IOperation Operation, Filling Filling)> Steps(BodyIndex index, ISymbol variable, ImmutableArray<ISymbol> path, Frame frame, Func<IOperation, bool> counts, int depth, CancellationToken cancellation) =>
        Written(index, variable, path).Where(write => counts(write.Operation)).Select(write => (Operation: write.Operation, Filling: Set(write.Value!, write.Members, path, frame)))
            .Concat(index.HandedOn(variable).Where(argument => counts(argument)).Select(argument => (Operation: (IOperation)argument, Filling: ByCall(argument, path, frame, depth, cancellation))))
            .Concat(index.HandedPartsOf(variable).Where(argument => counts(argument) && MemberPath.Of(argument.Value) is { } part && part.Members.Length < path.Length && MemberPath.Starts(path, part.Members))
                .Select(argument => (Operation: (IOperation)argument, Filling: OfPart(argument, path, frame, depth, cancellation))))
            .Where(step => !step.Filling.Values.IsEmpty);

    /// <summary>What a call sets on the object that it is made on: <c>request.To("orders")</c>, and what is called on its result where that is the object again.</summary>
    public Filling ByReceiver(IInvocationOperation call, ISymbol member, Frame frame, CancellationToken cancellation)
    {
        var filling = ByReceiver(call, member, frame, 0, cancellation);
        for (var link = call; link.Parent is IInvocationOperation { Instance: { } instance } outer && instance == link && link.TargetMethod.ContainingType is { } type && Chains.Gives(link.TargetMethod, type); link = outer)
        {
            var next = ByReceiver(outer, member, frame, 0, cancellation);
            filling = next.IsSure ? next : new Filling([.. filling.Values, .. next.Values], filling.IsSure);
        }

        return filling;
    }

    private Filling ByReceiver(IInvocationOperation call, ISymbol member, Frame frame, int depth, CancellationToken cancellation) =>
        depth >= Limits.CallerDepth || frame.Depth > Limits.CallDepth || call.TargetMethod.IsStatic || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MethodKind != MethodKind.Ordinary ? Filling.Nothing
        : Filling.AnyOf(
        [
            .. dispatch.Of(Call.Of(call), frame, cancellation).Bodies.Where(body => body.Member is IMethodSymbol)
                .Select(body => methods.BodyOf((IMethodSymbol)body.Member, cancellation) is { } inside ? InThis(inside, member, calls.Enter(Call.Of(call), body, frame), depth, cancellation) : Filling.Nothing),
        ]);

    /// <summary>What a body leaves in a member of its own object.</summary>
    private Filling InThis(IOperation body, ISymbol member, Frame frame, int depth, CancellationToken cancellation)
    {
        var index = indexes.Of(body);
        return Last(
            body,
            index.WritesTo(member).Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => (write.Operation, Filling: new Filling([new FilledValue(new Place(write.Value!, frame), IsBound: false)], IsSure: true)))
                .Concat(index.CallsOnThis.Select(own => (Operation: (IOperation)own, Filling: ByReceiver(own, member, frame, depth + 1, cancellation)))));
    }

    private Filling OfPart(IArgumentOperation argument, ImmutableArray<ISymbol> path, Frame frame, int depth, CancellationToken cancellation)
    {
        var above = MemberPath.Of(argument.Value)!.Value.Members.Length;
        return ByCall(argument, path.RemoveRange(0, above), frame, depth, cancellation).Below(above);
    }

    /// <summary>The writes to a part of the object in a variable, and to the objects around that part; with how many members lead to what is written.</summary>
    private static IEnumerable<(IOperation Operation, IOperation? Value, int Members)> Written(BodyIndex index, ISymbol variable, ImmutableArray<ISymbol> path) =>
        from count in Enumerable.Range(1, path.Length)
        from write in index.WritesTo(count == 1 ? variable : path[count - 2], path[count - 1].Name)
        where write is { Value: not null, Path.IsEmpty: true } && (count == 1 || IsOf(write, variable, path.RemoveRange(count, path.Length - count)))
        select (write.Operation, write.Value, count);

    /// <summary>True if a write is one to this part of the object in this variable, and not of another's.</summary>
    private static bool IsOf(Write write, ISymbol variable, ImmutableArray<ISymbol> path) => write.Operation is IAssignmentOperation { Target: var target } && MemberPath.Of(target) is { } written
        && SymbolEqualityComparer.Default.Equals(written.Root, variable) && written.Members.Length == path.Length && MemberPath.Starts(path, written.Members);

    /// <summary>What is in a part after a write: the value itself, or what the initialiser of a new object around it says.</summary>
    private static Filling Set(IOperation value, int members, ImmutableArray<ISymbol> path, Frame frame)
    {
        IOperation? held = value;
        foreach (var member in path.Skip(members))
        {
            held = held?.Bare() is IObjectCreationOperation creation ? ObjectState.Initialised(creation.Initializer, member) : null;
        }

        return held is null ? Filling.Nothing : new Filling([new FilledValue(new Place(held, frame), IsBound: false)], IsSure: true);
    }
}
