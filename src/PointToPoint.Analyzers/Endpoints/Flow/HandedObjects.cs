using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One use of an object on its way forward.</summary>
/// <param name="Operation">What stands for the object.</param>
/// <param name="Frame">What the parameters around it stand for.</param>
/// <param name="Through">The methods that it was handed through.</param>
/// <param name="IsSure">True if nothing on the way may leave it out.</param>
internal sealed record Use(IOperation Operation, Frame Frame, ImmutableArray<IMethodSymbol> Through, bool IsSure);

/// <summary>
/// Follows an object forward: to the variables that keep it, to the methods and functions of the code's own that it is handed to, and to what is chained behind a
/// call that gives it back.
/// </summary>
internal sealed class HandedObjects(Dispatch dispatch, MethodBodies methods, Calls calls, Delegates delegates)
{
    /// <summary>The uses of what an operation yields, that one included, in the order in which they run.</summary>
    public IEnumerable<Use> Of(IOperation made, Frame frame, CancellationToken cancellation) => new Walk(this, cancellation).From(new Use(made, frame, [], IsSure: true));

    /// <summary>The uses of what a function is given.</summary>
    public IEnumerable<Use> Of(Function function, Func<IParameterSymbol, bool> isGiven, CancellationToken cancellation) =>
        (function.Lambda?.Body ?? methods.BodyOf(function.Symbol, cancellation)) is { } body && function.Symbol.Parameters.FirstOrDefault(isGiven) is { } parameter
            ? new Walk(this, cancellation).Within(body, parameter, new Use(body, function.Inside, [], IsSure: true))
            : [];

    /// <summary>True if nothing between an operation and what holds it may leave it out.</summary>
    private static bool IsSure(IOperation operation, IOperation within)
    {
        for (var parent = operation.Parent; parent is not null && !parent.Syntax.Span.Contains(within.Syntax.Span); parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation or ICoalesceOperation or ISwitchExpressionOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bodies that a call runs, with the parameter that one of its arguments becomes.</summary>
    private IEnumerable<(IOperation Body, IParameterSymbol Parameter, IMethodSymbol? Method, Frame Inside)> Entered(IInvocationOperation call, IArgumentOperation argument, Frame frame, CancellationToken cancellation)
    {
        if (argument.Parameter is not { Ordinal: var position } || frame.Depth > Limits.CallDepth)
        {
            yield break;
        }

        if (call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called })
        {
            var invoked = called is IConditionalAccessInstanceOperation instance ? instance.Receiver() ?? called : called;
            foreach (var function in delegates.Functions(new Place(invoked, frame), [.. call.Arguments.OrderBy(given => given.Parameter?.Ordinal).Select(given => new Place(given.Value, frame))], cancellation))
            {
                if ((function.Lambda?.Body ?? methods.BodyOf(function.Symbol, cancellation)) is { } body && position < function.Symbol.Parameters.Length)
                {
                    yield return (body, function.Symbol.Parameters[position], function.Lambda is null ? function.Symbol : null, function.Inside);
                }
            }
        }
        else if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            foreach (var run in dispatch.Of(Call.Of(call), frame, cancellation).Bodies)
            {
                if (run.Member is IMethodSymbol method && position < method.Parameters.Length && methods.BodyOf(method, cancellation) is { } body)
                {
                    yield return (body, method.Parameters[position], method, calls.Enter(Call.Of(call), run, frame));
                }
            }
        }
    }

    /// <summary>One way forward, and how far it may still go.</summary>
    private sealed class Walk(HandedObjects handed, CancellationToken cancellation)
    {
        private readonly HashSet<(ISymbol Local, Frame Frame)> _kept = [];
        private int _rest = Limits.Bodies;

        public IEnumerable<Use> From(Use use)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return use;
            var onward = Parent(use.Operation) switch
            {
                IArgumentOperation { Parent: IInvocationOperation call } argument => Into(call, argument, use),
                IInvocationOperation call when IsGivenBack(call, use.Operation) => From(use with { Operation = call }),
                IConditionalAccessOperation access when access.Operation.Bare() == use.Operation.Bare() && access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault() is { } instance => From(use with { Operation = instance }),
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => Kept(local, use),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value.Bare() == use.Operation.Bare() => Kept(local, use),
                _ => [],
            };
            foreach (var next in onward)
            {
                yield return next;
            }
        }

        /// <summary>The uses of a variable in a body.</summary>
        public IEnumerable<Use> Within(IOperation body, ISymbol variable, Use start) => --_rest < 0
            ? []
            : body.DescendantsAndSelf()
                .Where(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation && Declarations.Same(operation.Variable(), variable) && !IsWritten(operation))
                .SelectMany(reference => From(start with { Operation = reference, IsSure = start.IsSure && IsSure(reference, start.Operation) }));

        private IEnumerable<Use> Kept(ILocalSymbol local, Use use) => _kept.Add((local, use.Frame)) ? Within(use.Operation.Root(), local, use) : [];

        private IEnumerable<Use> Into(IInvocationOperation call, IArgumentOperation argument, Use use)
        {
            foreach (var (body, parameter, method, inside) in handed.Entered(call, argument, use.Frame, cancellation))
            {
                if (method is null || !use.Through.Contains(method, Declarations.Comparer))
                {
                    foreach (var next in Within(body, parameter, new Use(body, inside, method is null ? use.Through : use.Through.Add(method), use.IsSure)))
                    {
                        yield return next;
                    }
                }
            }

            if (IsGivenBack(call, use.Operation))
            {
                foreach (var next in From(use with { Operation = call }))
                {
                    yield return next;
                }
            }
        }

        /// <summary>A call that is made on an object and yields one of its type yields the object, as chains of calls do.</summary>
        private static bool IsGivenBack(IInvocationOperation call, IOperation of) => call.Receiver()?.Bare() == of.Bare() && call.Type is { } type && Declarations.Same(type, of.Bare().Type);

        private static IOperation? Parent(IOperation operation)
        {
            var parent = operation.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation)
            {
                parent = parent.Parent;
            }

            return parent;
        }

        private static bool IsWritten(IOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
    }
}
