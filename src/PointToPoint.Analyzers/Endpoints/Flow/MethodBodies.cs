using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What methods and getters of the code return, with their arguments put in: helpers are looked through, not guessed at.</summary>
internal sealed class MethodBodies(CodeBase code, Dispatch dispatch, Calls calls, InheritedMethods inherited)
{
    /// <summary>The one body that a call runs, and the frame it runs in; null if it isn't here, or may be one of several.</summary>
    public Place? RunBy(IInvocationOperation call, Frame frame, CancellationToken cancellation) => Ran(call, frame, cancellation) is var (body, _, inside) ? new Place(body, inside) : null;

    /// <summary>The same with the method whose body it is.</summary>
    public (IOperation Body, IMethodSymbol Method, Frame Frame)? Ran(IInvocationOperation call, Frame frame, CancellationToken cancellation) =>
        frame.Depth <= Limits.CallDepth && dispatch.Of(Call.Of(call), frame, cancellation) is { On: null, Bodies: [{ Member: IMethodSymbol target } body] } && BodyOf(target, cancellation) is { } root
            ? (root, target, calls.Enter(Call.Of(call), body, frame))
            : null;

    /// <summary>The values a call may return; none if its body isn't here, or it may be one of too many. With the parameter whose callers say which body it is.</summary>
    public (ImmutableArray<Place> Returned, ISymbol? On, string? TooMany) Returns(IInvocationOperation invocation, Frame frame, CancellationToken cancellation)
    {
        var method = invocation.TargetMethod;
        if (frame.Depth > Limits.CallDepth || method.IsExtern || method.ReturnsVoid)
        {
            return ([], null, null);
        }

        var call = Call.Of(invocation);
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return ([.. inherited.Of(invocation, frame, cancellation).Take(Limits.Implementations).SelectMany(body => Returns(body.Member, body.Member, calls.Enter(call, body, frame), cancellation))], null, null);
        }

        var (bodies, on, tooMany) = dispatch.Of(call, frame, cancellation);
        return ([.. bodies.SelectMany(body => Returns(body.Member, body.Member, calls.Enter(call, body, frame), cancellation))], on, tooMany);
    }

    /// <summary>The values that a call of the code's own may return, be it an operator's.</summary>
    public ImmutableArray<Place> Returns(Call call, Frame frame, CancellationToken cancellation) => frame.Depth > Limits.CallDepth || call.Target.DeclaringSyntaxReferences.IsEmpty ? []
        : [.. dispatch.Of(call, frame, cancellation).Bodies.SelectMany(body => Returns(body.Member, body.Member, calls.Enter(call, body, frame), cancellation))];

    /// <summary>The values that a call may return which is only known by name: of a method that a missing class inherits, or of the one that the name and the number of arguments leave.</summary>
    public ImmutableArray<Place> Returns(IInvalidOperation unbound, Frame frame, CancellationToken cancellation)
    {
        if (frame.Depth > Limits.CallDepth || !code.MayLackPackages)
        {
            return [];
        }

        ImmutableArray<Place> returned = [.. inherited.Of(unbound, cancellation).SelectMany(meant => Returns(meant.Body.Member, meant.Body.Member, calls.Enter(meant.Call, meant.Body, frame), cancellation))];
        return returned.IsEmpty && Call.Of(unbound, code, cancellation) is { Target.ReturnsVoid: false } call ? Returns(call, frame, cancellation) : returned;
    }

    /// <summary>The values a property's getter may return; empty if it has no body.</summary>
    public ImmutableArray<Place> Returns(IPropertyReferenceOperation read, Implementation body, Frame frame, CancellationToken cancellation) =>
        frame.Depth <= Limits.CallDepth && ((IPropertySymbol)body.Member).GetMethod is { } getter
            ? Returns(getter, body.Member, calls.Enter(read, body, frame), cancellation)
            : [];

    /// <summary>The values a method may return in a frame.</summary>
    public ImmutableArray<Place> Returns(ISymbol method, Frame frame, CancellationToken cancellation) => frame.Depth <= Limits.CallDepth ? Returns(method, method, frame, cancellation) : [];

    /// <summary>The code of a method; null if it isn't here.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode? body = reference.GetSyntax(cancellation) switch
            {
                BaseMethodDeclarationSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody?.Expression,
                LocalFunctionStatementSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody?.Expression,
                _ => null,
            };
            if (body is not null && code.OperationAt(body, cancellation) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>The values a lambda may return.</summary>
    public static ImmutableArray<Place> Returns(IAnonymousFunctionOperation lambda, Frame frame) =>
        [.. ReturnsIn(lambda.Body).Select(value => new Place(value, frame))];

    /// <summary>By a stack of its own: a generated sum of thousands would overflow the other one.</summary>
    private static IEnumerable<IOperation> ReturnsIn(IOperation body)
    {
        var pending = new Stack<IOperation>([body]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }
            else if (operation == body || operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in operation.ChildOperations.Reverse())
                {
                    pending.Push(child);
                }
            }
        }
    }

    private ImmutableArray<Place> Returns(ISymbol method, ISymbol declared, Frame frame, CancellationToken cancellation)
    {
        foreach (var reference in (method.DeclaringSyntaxReferences.IsEmpty ? declared : method).DeclaringSyntaxReferences)
        {
            var (block, expression) = reference.GetSyntax(cancellation) switch
            {
                BaseMethodDeclarationSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                LocalFunctionStatementSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                AccessorDeclarationSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                ArrowExpressionClauseSyntax arrow => (null, arrow.Expression),
                PropertyDeclarationSyntax property => (null, property.ExpressionBody?.Expression),
                _ => default((BlockSyntax?, ExpressionSyntax?)),
            };
            if (expression is not null)
            {
                return code.ValueAt(expression, cancellation) is { } value and not (IThrowOperation or { ConstantValue: { HasValue: true, Value: null } }) ? [new Place(value, frame)] : [];
            }

            if (block is not null)
            {
                return
                [
                    .. block.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                        .OfType<ReturnStatementSyntax>()
                        .Where(statement => !GivenObjects.RuleOut(statement, method, frame))
                        .Select(statement => statement.Expression is null ? null : code.ValueAt(statement.Expression, cancellation))
                        .OfType<IOperation>()
                        .Where(value => value.ConstantValue is not { HasValue: true, Value: null })
                        .Select(value => new Place(value, frame)),
                ];
            }
        }

        return [];
    }
}
