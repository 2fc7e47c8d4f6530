using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Conditions that ask what a type parameter stands for: <c>typeof(T) == typeof(Order)</c>. Where the caller's type argument is known they hold or don't; else
/// the type parameter chooses, and callers know more.
/// </summary>
internal sealed class TypeConditions(CodeBase code)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>Whether a condition holds; null if it asks of something else, or nobody says.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frame">The frame it stands in.</param>
    /// <param name="on">The type parameter whose argument would tell.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public bool? Decide(IOperation condition, Frame frame, out ITypeParameterSymbol? on, CancellationToken cancellation) => Decide(condition, frame, 0, out on, cancellation);

    private bool? Decide(IOperation condition, Frame frame, int depth, out ITypeParameterSymbol? on, CancellationToken cancellation)
    {
        on = null;
        if (depth > Limits.Hops)
        {
            return null;
        }

        switch (condition.Bare())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Decide(not.Operand, frame, depth + 1, out on, cancellation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return Compare(comparison.LeftOperand, comparison.RightOperand, frame, out on, cancellation) is { } same ? same == (comparison.OperatorKind == BinaryOperatorKind.Equals) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd } both:
                var isOr = both.OperatorKind == BinaryOperatorKind.ConditionalOr;
                var left = Decide(both.LeftOperand, frame, depth + 1, out on, cancellation);
                var right = Decide(both.RightOperand, frame, depth + 1, out var further, cancellation);
                on ??= further;
                return left == isOr || right == isOr ? isOr : left is null || right is null ? null : !isOr;
            case IInvocationOperation { TargetMethod: { Name: nameof(Equals), Parameters.Length: 1 }, Instance: { } instance, Arguments: [var argument] }:
                return Compare(instance, argument.Value, frame, out on, cancellation);
            default:
                return null;
        }
    }

    /// <summary>The type that an operation of type <see cref="Type"/> names, in what the frame says; null if it names none.</summary>
    public ITypeSymbol? TypeOf(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.CallDepth; hops++)
        {
            operation = operation.Bare();
            if (operation is ITypeOfOperation { TypeOperand: var type })
            {
                return frame.Resolve(type);
            }

            if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation) || operation.Type?.Name != nameof(Type)
                || Next(operation, frame, cancellation) is not { Unknown: null, Sources: [var source] })
            {
                return null;
            }

            (operation, frame) = (source.Operation, source.Frame);
        }

        return null;
    }

    /// <summary>True if a write never runs before its variable is read, because the type argument isn't the one that it is for.</summary>
    public bool Excludes(Write write, SyntaxNode use, Frame frame, ref ITypeParameterSymbol? on, CancellationToken cancellation)
    {
        foreach (var choice in write.Operation.Syntax.Ancestors().TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)).OfType<IfStatementSyntax>())
        {
            if (choice.Span.Contains(use.Span) || choice.Condition.Span.Contains(write.Operation.Syntax.Span) || !MayAsk(choice.Condition) || code.OperationAt(choice.Condition, cancellation) is not { } condition)
            {
                continue;
            }

            var holds = Decide(condition, frame, out var further, cancellation);
            if (holds is { } known && known != choice.Statement.Span.Contains(write.Operation.Syntax.Span))
            {
                return true;
            }

            on ??= further;
        }

        return false;
    }

    private static bool MayAsk(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(node => node is TypeOfExpressionSyntax);

    private bool? Compare(IOperation left, IOperation right, Frame frame, out ITypeParameterSymbol? on, CancellationToken cancellation)
    {
        on = null;
        var (first, second) = (TypeOf(left, frame, cancellation), TypeOf(right, frame, cancellation));
        if (first is null || second is null)
        {
            return null;
        }

        on = Declarations.ParameterIn(first) ?? Declarations.ParameterIn(second);
        return on is null ? Declarations.MayBeSame(first, second) : null;
    }
}
