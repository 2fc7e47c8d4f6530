using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>
/// Runs a body forwards, as far as a few of its variables are concerned: what is built step by step, in loops or by builders, can't be told from its last write.
/// Every way through that may be gone is gone, with what the variables hold on it; loops over known elements round by round, others once and then
/// for any number of rounds.
/// </summary>
internal sealed partial class BodyRun(RunPlan plan, Frame frame, TextEvaluator evaluator, Conditions conditions, Sequences sequences, Evaluation evaluation, Func<IOperation, bool> isWanted)
{
    private readonly Stack<Jumps> _jumps = new();
    private readonly List<(IOperation Operation, RunState State)> _reached = [];
    private bool _failed;
    private bool _isTrial;

    /// <summary>What was wanted and came by, with what the variables held before it; null if the body can't be run.</summary>
    public IReadOnlyList<(IOperation Operation, RunState State)>? Run()
    {
        var start = new RunState(Frame.Root.Values);
        foreach (var parameter in plan.Parameters)
        {
            start = start.With(parameter, frame.Arguments.TryGetValue(parameter, out var place)
                ? Held(place.Operation, place.Frame)
                : TextValue.Unknown(Unknowns.Describe(parameter), parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? null : parameter));
        }

        Execute(plan.Body, [start]);
        return _failed ? null : _reached;
    }

    private List<RunState> Execute(IOperation? operation, List<RunState> states)
    {
        if (operation is null || states.Count == 0 || _failed)
        {
            return states;
        }

        if (!evaluation.TryEnter())
        {
            return Fail();
        }

        try
        {
            return Run(operation, states);
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private List<RunState> Run(IOperation operation, List<RunState> states)
    {
        switch (operation)
        {
            case IMethodBodyOperation body:
                return Execute(body.BlockBody ?? body.ExpressionBody, states);
            case IConstructorBodyOperation body:
                return Execute(body.BlockBody ?? body.ExpressionBody, states);
            case IBlockOperation block:
                return block.Operations.Aggregate(states, (before, next) => Execute(next, before));
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.SelectMany(declaration => declaration.Declarators).Aggregate(states, (before, next) => Step(next, before));
            case IUsingDeclarationOperation declaration:
                return Execute(declaration.DeclarationGroup, states);
            case IConditionalOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.IfStatementSyntax } conditional:
                var (whenTrue, whenFalse) = Test(conditional.Condition, Step(conditional.Condition, states));
                return Merge(Execute(conditional.WhenTrue, whenTrue), Execute(conditional.WhenFalse, whenFalse));
            case ISwitchOperation choice:
                return Switch(choice, states);
            case IForEachLoopOperation loop:
                return ForEach(loop, states);
            case IForLoopOperation loop:
                return Loop(loop, loop.Before.Aggregate(states, (before, next) => Execute(next, before)), loop.Condition, loop.AtLoopBottom, testsFirst: true);
            case IWhileLoopOperation loop:
                return loop.ConditionIsUntil ? Fail() : Loop(loop, states, loop.Condition, [], loop.ConditionIsTop);
            case ITryOperation attempt:
                // It may break off anywhere: of what it does, all or nothing is seen from behind.
                var tried = Execute(attempt.Body, states);
                var caught = attempt.Catches.Aggregate(new List<RunState>(), (before, next) => Merge(before, Execute(next.Handler, Merge(states, tried))));
                return Execute(attempt.Finally, Merge(tried, caught));
            case IUsingOperation block:
                return Execute(block.Body, Execute(block.Resources, states));
            case ILockOperation block:
                return Execute(block.Body, Step(block.LockedValue, states));
            case IReturnOperation or IThrowOperation:
                Step(operation, states);
                return [];
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } jump:
                var target = _jumps.FirstOrDefault(jumps => jump.BranchKind == BranchKind.Break || jumps.IsLoop);
                (jump.BranchKind == BranchKind.Break ? target?.Breaks : target?.Continues)?.AddRange(states);
                return [];
            case IBranchOperation or ILabeledOperation:
                return Fail();
            case ILocalFunctionOperation:
                return states;
            default:
                return Step(operation, states);
        }
    }

    /// <summary>A piece of code without branches that matter: is it what is wanted, and what does it change?</summary>
    private List<RunState> Step(IOperation operation, List<RunState> states)
    {
        if (!_isTrial && isWanted(operation))
        {
            _reached.AddRange(states.Select(state => (operation, state)));
        }

        var span = operation.Syntax.Span;
        foreach (var change in plan.Changes.Where(change => span.Contains(change.Operation.Syntax.Span)))
        {
            // What isn't followed here isn't held: whoever reads it follows it back as if there were no run.
            states = [.. states.Select(state => After(change, state) is { } value ? state.With(change.Variable, value) : new RunState(state.Values.Remove(change.Variable)))];
        }

        return states;
    }

    private (List<RunState> WhenTrue, List<RunState> WhenFalse) Test(IOperation condition, List<RunState> states)
    {
        var answers = states.ConvertAll(state => (State: state, Holds: conditions.Decide(condition, At(condition, state), evaluator, evaluation)));
        return ([.. answers.Where(answer => answer.Holds != false).Select(answer => answer.State)], [.. answers.Where(answer => answer.Holds != true).Select(answer => answer.State)]);
    }

    private List<RunState> Switch(ISwitchOperation choice, List<RunState> states)
    {
        states = Step(choice.Value, states);
        var jumps = new Jumps(isLoop: false);
        _jumps.Push(jumps);
        var after = choice.Cases.Aggregate(
            new List<RunState>(),
            (before, section) => Merge(before, section.Body.Aggregate(states.FindAll(state => MayBe(section, choice, state)), (inside, next) => Execute(next, inside))));
        _jumps.Pop();
        var isComplete = choice.Cases.Any(section => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default));
        return Merge(Merge(after, jumps.Breaks), isComplete ? [] : states);
    }

    /// <summary>False if the value is known and the section is for others.</summary>
    private bool MayBe(ISwitchCaseOperation section, ISwitchOperation choice, RunState state)
    {
        var at = At(choice.Value, state);
        if (!conditions.IsThere(choice.Value, at, evaluator, evaluation, 0) || evaluator.Evaluate(choice.Value, at, evaluation).Plain is not { } value)
        {
            return true;
        }

        return section.Clauses.Any(clause => clause switch
        {
            ISingleValueCaseClauseOperation single => Is(single),
            IDefaultCaseClauseOperation => !choice.Cases.SelectMany(other => other.Clauses).Any(other => other switch
            {
                ISingleValueCaseClauseOperation single => Is(single),
                IPatternCaseClauseOperation { Guard: null } asked => conditions.Matches(asked.Pattern, choice.Value, at, evaluator, evaluation) == true,
                _ => false,
            }),
            IPatternCaseClauseOperation asked => conditions.Matches(asked.Pattern, choice.Value, at, evaluator, evaluation) != false,
            _ => true,
        });

        bool Is(ISingleValueCaseClauseOperation single) => evaluator.Evaluate(single.Value, frame, evaluation).Plain == value;
    }

    private Frame At(IOperation operation, RunState state) => frame.At(operation.Syntax, state.Values);

    /// <summary>The ways of both, each kept once; too many of them go on as one.</summary>
    private static List<RunState> Merge(List<RunState> first, List<RunState> second)
    {
        var merged = new List<RunState>(first);
        foreach (var state in second)
        {
            if (!merged.Exists(state.IsSameAs))
            {
                merged.Add(state);
            }
        }

        return merged.Count > Limits.Alternatives ? [RunState.Joined(merged)] : merged;
    }

    private List<RunState> Fail()
    {
        _failed = true;
        return [];
    }

    /// <summary>Where the jumps out of a loop or switch wait for its end.</summary>
    private sealed class Jumps(bool isLoop)
    {
        public bool IsLoop { get; } = isLoop;

        public List<RunState> Breaks { get; } = [];

        public List<RunState> Continues { get; } = [];
    }
}
