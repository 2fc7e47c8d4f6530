using System.Collections.Immutable;

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
    private readonly List<RunState> _ends = [];
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

        if (plan.Marked is { } marked)
        {
            start = start.With(marked, TextValue.Literal(""));
        }

        _ends.AddRange(Execute(plan.Body, [start]));
        return _failed ? null : _reached;
    }

    /// <summary>What the variables hold where the body is left; null if it can't be run.</summary>
    public IReadOnlyList<RunState>? Ends() => Run() is null ? null : _ends;

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
            case IReturnOperation { ReturnedValue: null }:
                // Where a lambda gives nothing back, it stands at the very code that ran before it.
                if (!_isTrial)
                {
                    _ends.AddRange(states);
                }

                return [];
            case IReturnOperation:
                var left = Step(operation, states);
                if (!_isTrial)
                {
                    _ends.AddRange(left);
                }

                return [];
            case IThrowOperation:
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
        var changes = plan.Changes.Where(change => span.Contains(change.Operation.Syntax.Span)).ToList();
        return changes.Count == 0 ? states : Merge([], [.. states.SelectMany(state => Changed(changes, state))]);
    }

    /// <summary>One change after the other, those that stand in another first. Each outcome of what is taken apart is a way of its own.</summary>
    private List<RunState> Changed(List<Change> changes, RunState start)
    {
        var ways = new List<ImmutableList<RunState>> { ImmutableList.Create(start) };
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            if (change.Operation is IDeconstructionAssignmentOperation apart && apart.Value.Bare() is not ITupleOperation)
            {
                // All its variables at once.
                if (i == 0 || changes[i - 1].Operation != apart)
                {
                    ways = [.. ways.SelectMany(way => TakenApart(apart, way[way.Count - 1]).Select(way.Add))];
                }
                else
                {
                    ways = ways.ConvertAll(way => way.Add(way[way.Count - 1]));
                }

                continue;
            }

            // What isn't followed here isn't held: whoever reads it follows it back as if there were no run.
            ways = ways.ConvertAll(way => way[way.Count - 1] is var state && After(change, state, Seen(change, changes, way)) is { } value ? way.Add(state.With(change.Variable, value)) : way.Add(new RunState(state.Values.Remove(change.Variable))));
        }

        return ways.ConvertAll(way => way[way.Count - 1]);
    }

    /// <summary>What each tuple that a value may be leaves in the variables that it is taken apart into.</summary>
    private IEnumerable<RunState> TakenApart(IDeconstructionAssignmentOperation apart, RunState state)
    {
        var targets = TupleValues.Targets(apart.Target, []).Select(target => (Variable: Change.VariableOf(target.Target), target.Path)).Where(target => target.Variable is not null && plan.Changes.Any(change => SymbolEqualityComparer.Default.Equals(change.Variable, target.Variable))).ToList();
        var wholes = evaluator.TuplesOf(new Place(apart.Value, At(apart, state)), evaluation.Cancellation);
        if (wholes.IsEmpty)
        {
            return [new RunState(state.Values.RemoveRange(targets.Select(target => target.Variable!)))];
        }

        return wholes.Select(whole => targets.Aggregate(state, (next, target) => evaluator.ElementOf(whole, target.Path, evaluation.Cancellation) is { } element
            ? next.With(target.Variable!, Held(element.Operation, element.Frame))
            : new RunState(next.Values.Remove(target.Variable!))));
    }

    /// <summary>
    /// <c>builder = builder.Append("x")</c>: the call says by itself what it makes of the builder, so it is asked with what was there before it ran.
    /// </summary>
    private static RunState Seen(Change change, List<Change> changes, ImmutableList<RunState> before)
    {
        var seen = before[before.Count - 1];
        for (var i = before.Count - 2; i >= 0; i--)
        {
            // (a, b) = (b, a) reads both before it writes either.
            if (changes[i].Operation == change.Operation || (Change.IsBuilder(RunPlan.TypeOf(changes[i].Variable)) && change.Operation.Syntax.Span.Contains(changes[i].Operation.Syntax.Span)))
            {
                seen = before[i].Values.TryGetValue(changes[i].Variable, out var held) ? seen.With(changes[i].Variable, held) : new RunState(seen.Values.Remove(changes[i].Variable));
            }
        }

        return seen;
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
        return Merge(Merge(after, jumps.Breaks), isComplete ? [] : states.FindAll(state => MayBeNone(choice, At(choice.Value, state), Known(choice, state))));
    }

    /// <summary>False if the value is known and the section is for others.</summary>
    private bool MayBe(ISwitchCaseOperation section, ISwitchOperation choice, RunState state)
    {
        if (Known(choice, state) is not { } value)
        {
            return true;
        }

        var at = At(choice.Value, state);
        return section.Clauses.Any(clause => clause switch
        {
            ISingleValueCaseClauseOperation single => Is(single, value),
            IDefaultCaseClauseOperation => MayBeNone(choice, at, value),
            IPatternCaseClauseOperation asked => conditions.Matches(asked.Pattern, choice.Value, at, evaluator, evaluation) != false,
            _ => true,
        });
    }

    /// <summary>False if the value is sure to be what a section asks for, so that neither the default nor what follows without one comes next.</summary>
    private bool MayBeNone(ISwitchOperation choice, Frame at, string? value) => value is null || !choice.Cases.SelectMany(section => section.Clauses).Any(clause => clause switch
    {
        ISingleValueCaseClauseOperation single => Is(single, value),
        IPatternCaseClauseOperation { Guard: null } asked => conditions.Matches(asked.Pattern, choice.Value, at, evaluator, evaluation) == true,
        _ => false,
    });

    /// <summary>What a switch asks about, where that is known.</summary>
    private string? Known(ISwitchOperation choice, RunState state) =>
        At(choice.Value, state) is var at && conditions.IsThere(choice.Value, at, evaluator, evaluation, 0) ? evaluator.Evaluate(choice.Value, at, evaluation).Plain : null;

    private bool Is(ISingleValueCaseClauseOperation single, string value) => evaluator.Evaluate(single.Value, frame, evaluation).Plain == value;

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
