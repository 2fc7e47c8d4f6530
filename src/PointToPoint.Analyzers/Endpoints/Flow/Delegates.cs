using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A function that a delegate may be.</summary>
/// <param name="Symbol">The method, or that of the lambda.</param>
/// <param name="Lambda">The lambda; null if it is a method.</param>
/// <param name="Inside">The frame in which it runs.</param>
/// <param name="Steps">How a person would say where it comes from.</param>
internal sealed record Function(IMethodSymbol Symbol, IAnonymousFunctionOperation? Lambda, Frame Inside, ImmutableArray<string> Steps);

/// <summary>A lambda or a method's name that a delegate may be.</summary>
/// <param name="Operation">The lambda or the name.</param>
/// <param name="Frame">The frame it stands in.</param>
/// <param name="Steps">How a person would say where it comes from.</param>
internal sealed record DelegateTarget(IOperation Operation, Frame Frame, ImmutableArray<string> Steps);

/// <summary>What delegates are and return: a lambda in a variable, a method's name, what a method makes.</summary>
internal sealed class Delegates(MethodBodies methods, Dispatch dispatch, Calls calls)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>The values that a delegate may return for these arguments.</summary>
    public ImmutableArray<Place> Returns(Place called, ImmutableArray<Place> arguments, CancellationToken cancellation) =>
    [
        .. Functions(called, arguments, cancellation)
            .SelectMany(function => function.Lambda is { } lambda ? MethodBodies.Returns(lambda, function.Inside) : methods.Returns(function.Symbol, function.Inside, cancellation)),
    ];

    /// <summary>The functions that a delegate may be, as they run with these arguments.</summary>
    public ImmutableArray<Function> Functions(Place called, ImmutableArray<Place> arguments, CancellationToken cancellation) =>
        [.. Targets(called, out _, cancellation).SelectMany(target => Entered(target, arguments, cancellation))];

    /// <summary>The functions of the code's own that one target of a delegate runs; none for a library's method.</summary>
    public IEnumerable<Function> Entered(DelegateTarget target, ImmutableArray<Place> arguments, CancellationToken cancellation)
    {
        var frame = target.Frame;
        if (target.Operation is IAnonymousFunctionOperation lambda)
        {
            return [new Function(lambda.Symbol, lambda, frame.Call(Given(lambda.Symbol, arguments), [], frame.This, frame.ThisType, captures: true), target.Steps)];
        }

        var reference = (IMethodReferenceOperation)target.Operation;
        var (instance, type) = calls.Instance(reference.Instance, reference, frame);
        return dispatch.Of(reference.Method, reference.Instance, reference, frame, cancellation).Bodies.Select(body => new Function(
            (IMethodSymbol)body.Member,
            null,
            frame.Call(Given((IMethodSymbol)body.Member, arguments), [], instance, body.Type ?? type, captures: reference.Method.MethodKind == MethodKind.LocalFunction),
            target.Steps));
    }

    /// <summary>The lambdas and method names that a delegate may be.</summary>
    /// <param name="called">The delegate.</param>
    /// <param name="on">The parameter that it came through, where nobody here says what is passed.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public ImmutableArray<DelegateTarget> Targets(Place called, out ISymbol? on, CancellationToken cancellation)
    {
        on = null;
        var found = ImmutableArray.CreateBuilder<DelegateTarget>();
        var places = new Queue<(Place Place, int Depth, ImmutableArray<string> Steps)>([(called, 0, [])]);
        while (places.Count > 0 && found.Count < Limits.Callers)
        {
            var (place, depth, steps) = places.Dequeue();
            if (Target(place.Operation) is { } target)
            {
                found.Add(new DelegateTarget(target, place.Frame, steps));
            }
            else if (place.Operation.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } both)
            {
                // One delegate that runs two.
                places.Enqueue((new Place(both.LeftOperand, place.Frame), depth + 1, steps));
                places.Enqueue((new Place(both.RightOperand, place.Frame), depth + 1, steps));
            }
            else if (depth < Limits.Hops && Next(place.Operation.Bare(), place.Frame, cancellation) is { } hop)
            {
                foreach (var source in hop.Sources.Take(Limits.Alternatives))
                {
                    places.Enqueue((source, depth + 1, hop.Step is null ? steps : steps.Add(hop.Step)));
                }
            }
            else if (place.Operation.Bare() is IParameterReferenceOperation { Parameter: var parameter })
            {
                on ??= Unknowns.Passed(parameter);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The lambda or the method that a value is.</summary>
    public static IOperation? Target(IOperation operation) => operation.Bare() switch
    {
        IDelegateCreationOperation { Target: var target } => target.Bare() is IAnonymousFunctionOperation or IMethodReferenceOperation ? target.Bare() : null,
        IAnonymousFunctionOperation or IMethodReferenceOperation => operation.Bare(),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<ISymbol, Place>> Given(IMethodSymbol target, ImmutableArray<Place> arguments) =>
        target.Parameters.Take(arguments.Length).Where(parameter => arguments[parameter.Ordinal].Operation is not null).Select(parameter => new KeyValuePair<ISymbol, Place>(parameter, arguments[parameter.Ordinal]));
}
