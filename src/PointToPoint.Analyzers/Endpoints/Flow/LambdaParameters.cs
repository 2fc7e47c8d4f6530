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
        if (use.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function)
        {
            return [];
        }

        var given = ImmutableArray.CreateBuilder<Place>();
        switch (Holder(use, function))
        {
            case IArgumentOperation { Parent: IInvocationOperation registration } when use.Parameter.Ordinal == 1 && registration.Argument("serviceKey") is { } key && !ServiceKeys.IsAny(key):
                given.Add(new Place(key, frame));
                break;
            case IArgumentOperation { Parameter: { } received, Parent: IInvocationOperation call }:
                HandedTo(Call.Of(call), received.Ordinal, use.Parameter.Ordinal, frame, 0, given, cancellation);
                break;
            case IInvalidOperation invalid when Call.Of(invalid, code, cancellation) is { } unbound:
                foreach (var (ordinal, _) in unbound.Arguments.Where(argument => argument.Value is IAnonymousFunctionOperation { Symbol: var handed } && SymbolEqualityComparer.Default.Equals(handed, function)))
                {
                    HandedTo(unbound, ordinal, use.Parameter.Ordinal, frame, 0, given, cancellation);
                }

                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } initializer:
                Invoked(initializer.Root(), local, use.Parameter.Ordinal, frame, given, cancellation);
                break;
        }

        return given.Count > Limits.Creations ? [] : given.ToImmutable();
    }

    /// <summary>What the method that gets a function calls it with, and the methods that it hands it on to.</summary>
    private void HandedTo(Call call, int received, int position, Frame frame, int depth, ImmutableArray<Place>.Builder given, CancellationToken cancellation)
    {
        if (depth >= Limits.CallerDepth || frame.Depth > Limits.CallDepth || call.Target.DeclaringSyntaxReferences.IsEmpty)
        {
            return;
        }

        foreach (var body in dispatch.Of(call, frame, cancellation).Bodies)
        {
            if (body.Member is not IMethodSymbol target || received >= target.Parameters.Length || methods.BodyOf(target, cancellation) is not { } root)
            {
                continue;
            }

            var held = target.Parameters[received];
            var inside = calls.Enter(call, body, frame);
            Invoked(root, held, position, inside, given, cancellation);
            foreach (var onward in root.Descendants().OfType<IArgumentOperation>().Where(onward => Declarations.Same(onward.Value.Variable(), held)))
            {
                if (onward is { Parameter.Ordinal: var next, Parent: IInvocationOperation further })
                {
                    HandedTo(Call.Of(further), next, position, inside, depth + 1, given, cancellation);
                }
            }
        }
    }

    private void Invoked(IOperation body, ISymbol held, int position, Frame frame, ImmutableArray<Place>.Builder given, CancellationToken cancellation) =>
        given.AddRange(body.DescendantsAndSelf()
            .Select(operation => Passed(operation, held, position, cancellation))
            .OfType<IOperation>()
            .Select(argument => new Place(argument, frame)));

    /// <summary>The argument at a position, if the operation invokes the delegate that a variable holds.</summary>
    private IOperation? Passed(IOperation operation, ISymbol held, int position, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invoked when Declarations.Same(Invoked(invoked)?.Variable(), held) =>
            invoked.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundCall.At(node, code, cancellation) is { Name: var name } unbound
            && (name == held.Name || (name == "Invoke" && Declarations.Same(unbound.Receiver(code, cancellation)?.Variable(), held))) => unbound.Argument("", position, code, cancellation),
        _ => null,
    };

    private static IOperation? Invoked(IInvocationOperation invoked) => invoked.Instance is IConditionalAccessInstanceOperation instance ? instance.Receiver() : invoked.Instance;

    /// <summary>What gets the function around a use of its parameter: an argument, or a variable's start; null if it is elsewhere.</summary>
    private static IOperation? Holder(IOperation use, IMethodSymbol function)
    {
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent;
            }
        }

        return null;
    }
}
