using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a method of the code's own gives the function that it is handed: <c>AddClient(services, client => new ErpClient(client))</c>.</summary>
internal sealed class LambdaParameters(Dispatch dispatch, MethodBodies methods, Calls calls, CodeBase code)
{
    /// <summary>What a lambda's parameter is called with; empty if nobody here calls the lambda.</summary>
    public ImmutableArray<Place> Given(IParameterReferenceOperation use, Frame frame, CancellationToken cancellation)
    {
        if (use.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function || frame.Depth > Limits.CallDepth
            || HandedTo(use, function) is not { Parameter: { } received, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call })
        {
            return [];
        }

        var given = ImmutableArray.CreateBuilder<Place>();
        foreach (var body in dispatch.Of(Call.Of(call), frame, cancellation).Bodies)
        {
            if (body.Member is not IMethodSymbol target || received.Ordinal >= target.Parameters.Length || methods.BodyOf(target, cancellation) is not { } root)
            {
                continue;
            }

            var inside = calls.Enter(Call.Of(call), body, frame);
            given.AddRange(root.DescendantsAndSelf()
                .Select(operation => Passed(operation, target.Parameters[received.Ordinal], use.Parameter.Ordinal, cancellation))
                .OfType<IOperation>()
                .Select(argument => new Place(argument, inside)));
        }

        return given.Count > Limits.Creations ? [] : given.ToImmutable();
    }

    /// <summary>The argument at a position, if the operation invokes the delegate that a parameter holds.</summary>
    private IOperation? Passed(IOperation operation, IParameterSymbol held, int position, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked when Declarations.Same(Invoked(invoked)?.Variable(), held) =>
            invoked.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundCall.At(node, code, cancellation) is { Name: var name } unbound
            && (name == held.Name || (name == "Invoke" && Declarations.Same(unbound.Receiver(code, cancellation)?.Variable(), held))) => unbound.Argument("", position, code, cancellation),
        _ => null,
    };

    private static IOperation? Invoked(IInvocationOperation invoked) => invoked.Instance is IConditionalAccessInstanceOperation instance ? instance.Receiver() : invoked.Instance;

    /// <summary>The argument that a function is, around a use of its parameter; null if it is none.</summary>
    private static IArgumentOperation? HandedTo(IOperation use, IMethodSymbol function)
    {
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return (lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent) as IArgumentOperation;
            }
        }

        return null;
    }
}
