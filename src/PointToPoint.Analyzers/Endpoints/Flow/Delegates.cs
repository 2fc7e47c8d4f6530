using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What delegates return: a lambda in a variable, a method's name.</summary>
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

    /// <summary>The lambda or the method that a value is.</summary>
    public static IOperation? Target(IOperation operation) => operation.Bare() switch
    {
        IDelegateCreationOperation { Target: var target } => target.Bare() is IAnonymousFunctionOperation or IMethodReferenceOperation ? target.Bare() : null,
        IAnonymousFunctionOperation or IMethodReferenceOperation => operation.Bare(),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<ISymbol, Place>> Given(IMethodSymbol target, ImmutableArray<Place> arguments) =>
        target.Parameters.Take(arguments.Length).Select(parameter => new KeyValuePair<ISymbol, Place>(parameter, arguments[parameter.Ordinal]));
}
