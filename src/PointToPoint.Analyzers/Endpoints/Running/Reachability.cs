using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>
/// Whether a call within a method comes about at all, for what the method's caller gives: of <c>if (verb == "GET") return http.GetAsync(url); return http.DeleteAsync(url);</c>
/// one call is a certain caller's, and the other isn't. What isn't decided may come about.
/// </summary>
internal sealed class Reachability(TextEvaluator texts, Conditions conditions, Sequences sequences)
{
    private readonly BodyChanges _changes = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<IOperation>> _asked = new();

    public bool MayRun(IOperation call, Frame frame, CancellationToken cancellation)
    {
        if (frame.Arguments.IsEmpty)
        {
            return true;
        }

        // What a lambda does comes about where the lambda is made, if it does within the lambda.
        while (true)
        {
            var body = RunPlan.FunctionOf(call, null);
            if (!MayRunIn(body, call, frame, cancellation))
            {
                return false;
            }

            if (body.Parent is not IAnonymousFunctionOperation lambda)
            {
                return true;
            }

            call = lambda;
        }
    }

    private bool MayRunIn(IOperation body, IOperation call, Frame frame, CancellationToken cancellation)
    {
        var asked = _asked.GetOrAdd(body.Syntax, _ => Asked(body)).RemoveAll(condition => condition.Syntax.SpanStart >= call.Syntax.Span.End);
        if (asked.IsEmpty || asked.Length > Limits.Alternatives || RunPlan.For(body, asked.SelectMany(RunPlan.Variables), _changes) is not { } plan)
        {
            return true;
        }

        var span = call.Syntax.Span;
        var evaluation = new Evaluation(cancellation);
        var reached = new BodyRun(plan, frame, texts, conditions, sequences, evaluation, step => step.Syntax.Span.Contains(span)).Run();
        return reached is null || reached.Any(found => MayRun(call, found.Operation, frame.At(found.Operation.Syntax, found.State.Values), evaluation));
    }

    /// <summary>The same within one statement.</summary>
    private bool MayRun(IOperation call, IOperation statement, Frame frame, Evaluation evaluation)
    {
        var inner = call;
        for (var next = call.Parent; next is not null && inner.Syntax != statement.Syntax; inner = next, next = next.Parent)
        {
            var isLeftOut = next switch
            {
                IConditionalOperation choice when inner == choice.WhenTrue => conditions.Decide(choice.Condition, frame, texts, evaluation) == false,
                IConditionalOperation choice when inner == choice.WhenFalse => conditions.Decide(choice.Condition, frame, texts, evaluation) == true,
                ICoalesceOperation choice when inner == choice.WhenNull => conditions.IsThere(choice.Value, frame, texts, evaluation, 0),
                ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when inner == arm.Value => IsLeftOut(arm, choice, frame, evaluation),
                _ => false,
            };
            if (isLeftOut)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsLeftOut(ISwitchExpressionArmOperation arm, ISwitchExpressionOperation choice, Frame frame, Evaluation evaluation)
    {
        foreach (var other in choice.Arms)
        {
            var matches = conditions.Matches(other.Pattern, choice.Value, frame, texts, evaluation);
            if (matches == true && other.Guard is { } guard)
            {
                matches = conditions.Decide(guard, frame, texts, evaluation);
            }

            if (other == arm)
            {
                return matches == false;
            }

            if (matches == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What decides which code of a body runs, as far as parameters and what is made of them say so; nothing where the body can't be run from start to end.</summary>
    private static ImmutableArray<IOperation> Asked(IOperation body)
    {
        var asked = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var operation in body.Descendants())
        {
            if (operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
            {
                return [];
            }

            var condition = operation switch
            {
                IConditionalOperation conditional => conditional.Condition,
                ICoalesceOperation coalesce => coalesce.Value,
                ISwitchOperation choice => choice.Value,
                ISwitchExpressionOperation choice => choice.Value,
                _ => null,
            };
            if (condition is not null && condition.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation or ILocalReferenceOperation) && RunPlan.FunctionOf(condition, body) == body)
            {
                asked.Add(condition);
            }
        }

        return asked.ToImmutable();
    }
}
