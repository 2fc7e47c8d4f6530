using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What delegates run, and what they are given: a lambda in a variable, a method's name, a callback that a method of the code's own calls.</summary>
internal sealed class Delegates(MethodBodies methods, Dispatch dispatch, Calls calls)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>The values that a delegate may return for these arguments.</summary>
    public ImmutableArray<Place> Returns(Place called, ImmutableArray<Place> arguments, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Place>();
        var places = new Queue<(Place Place, int Depth)>([(called, 0)]);
        while (places.Count > 0)
        {
            var (place, depth) = places.Dequeue();
            switch (Target(place.Operation))
            {
                case IAnonymousFunctionOperation lambda:
                    found.AddRange(MethodBodies.Returns(lambda, place.Frame.Call(Given(lambda.Symbol, arguments), [], place.Frame.This, place.Frame.ThisType, captures: true)));
                    break;
                case IMethodReferenceOperation { Method: var method } reference:
                    var (instance, type) = calls.Instance(reference.Instance, reference, place.Frame);
                    foreach (var body in dispatch.Of(method, reference.Instance, reference, place.Frame, cancellation).Bodies)
                    {
                        var inside = place.Frame.Call(Given((IMethodSymbol)body.Member, arguments), [], instance, body.Type ?? type, captures: method.MethodKind == MethodKind.LocalFunction);
                        found.AddRange(methods.Returns(body.Member, inside, cancellation));
                    }

                    break;
                default:
                    foreach (var source in depth < Limits.Hops && Next(place.Operation.Bare(), place.Frame, cancellation) is { } hop ? hop.Sources.Take(Limits.Alternatives) : [])
                    {
                        places.Enqueue((source, depth + 1));
                    }

                    break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What a lambda's parameter is given by the code that calls the lambda; empty if that isn't here.</summary>
    public ImmutableArray<Place> Given(IParameterReferenceOperation use, Frame frame, CancellationToken cancellation)
    {
        for (IOperation? parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, use.Parameter.ContainingSymbol))
            {
                var found = ImmutableArray.CreateBuilder<Place>();
                IOperation value = lambda.Parent is IDelegateCreationOperation creation ? creation : lambda;
                switch (value.Parent)
                {
                    case IArgumentOperation argument:
                        Given(argument, use.Parameter.Ordinal, frame, 0, found, cancellation);
                        break;
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                        Invoked(lambda.Root(), local, use.Parameter.Ordinal, frame, found);
                        break;
                }

                return found.Count > Limits.Alternatives ? [] : found.ToImmutable();
            }
        }

        return [];
    }

    private void Given(IArgumentOperation argument, int ordinal, Frame frame, int depth, ImmutableArray<Place>.Builder found, CancellationToken cancellation)
    {
        if (depth >= Limits.CallerDepth || frame.Depth > Limits.CallDepth || argument is not { Parameter: { } parameter, Parent: IInvocationOperation invocation })
        {
            return;
        }

        var call = Call.Of(invocation);
        foreach (var body in dispatch.Of(call, frame, cancellation).Bodies)
        {
            if (body.Member is IMethodSymbol target && parameter.Ordinal < target.Parameters.Length && methods.BodyOf(target, cancellation) is { } root)
            {
                var callback = target.Parameters[parameter.Ordinal];
                var inside = calls.Enter(call, body, frame);
                Invoked(root, callback, ordinal, inside, found);
                foreach (var onward in root.Descendants().OfType<IArgumentOperation>().Where(onward => Declarations.Same(onward.Value.Variable(), callback)))
                {
                    Given(onward, ordinal, inside, depth + 1, found, cancellation);
                }
            }
        }
    }

    private static void Invoked(IOperation body, ISymbol variable, int ordinal, Frame frame, ImmutableArray<Place>.Builder found)
    {
        foreach (var invocation in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            if (invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } && Declarations.Same(Called(called).Variable(), variable)
                && invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } given)
            {
                found.Add(new Place(given.Value, frame));
            }
        }
    }

    /// <summary><c>action?.Invoke(…)</c> is called on what stands before.</summary>
    private static IOperation Called(IOperation called) => called.Bare() is IConditionalAccessInstanceOperation instance && instance.Receiver() is { } receiver ? receiver : called;

    /// <summary>The lambda or the method that a value is.</summary>
    private static IOperation? Target(IOperation operation) => operation.Bare() switch
    {
        IDelegateCreationOperation { Target: var target } => target.Bare() is IAnonymousFunctionOperation or IMethodReferenceOperation ? target.Bare() : null,
        IAnonymousFunctionOperation or IMethodReferenceOperation => operation.Bare(),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<ISymbol, Place>> Given(IMethodSymbol target, ImmutableArray<Place> arguments) =>
        target.Parameters.Take(arguments.Length).Select(parameter => new KeyValuePair<ISymbol, Place>(parameter, arguments[parameter.Ordinal]));
}
