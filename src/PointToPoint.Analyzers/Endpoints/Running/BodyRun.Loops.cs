using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>Loops: round by round where they end where we can see it, else by what one round does.</summary>
internal sealed partial class BodyRun
{
    private List<RunState> ForEach(IForEachLoopOperation loop, List<RunState> states)
    {
        states = Step(loop.Collection, states);
        var variable = loop.LoopControlVariable is IVariableDeclaratorOperation declarator ? declarator.Symbol : null;
        var after = new List<RunState>();
        foreach (var state in states)
        {
            var elements = sequences.OrMany(loop.Collection, At(loop.Collection, state), evaluator, evaluation);
            List<RunState> rounds = [state];
            var breaks = new List<RunState>();
            foreach (var element in elements.Length > Limits.Rounds ? [new Element(null, TextValue.Unknown("an element of a long list"), IsMany: true)] : elements)
            {
                var value = element.Evaluate(evaluator, evaluation);
                value = element.IsMany ? value : value with { IsThere = element.Place is not { } place || conditions.IsThere(place.Operation, place.Frame, evaluator, evaluation, 0) };
                RunState Bind(RunState round) => variable is null ? round : round.With(variable, value);
                rounds = element.IsMany ? AnyNumber(loop, rounds, inside => Round(loop, [Bind(inside)], [], breaks)) : Round(loop, rounds.ConvertAll(Bind), [], breaks);
            }

            after = Merge(after, Merge(rounds, breaks));
        }

        return after;
    }

    private List<RunState> Loop(ILoopOperation loop, List<RunState> states, IOperation? condition, ImmutableArray<IOperation> atBottom, bool testsFirst) =>
        states.Aggregate(new List<RunState>(), (after, state) => Merge(after, Loop(loop, state, condition, atBottom, testsFirst)));

    private List<RunState> Loop(ILoopOperation loop, RunState start, IOperation? condition, ImmutableArray<IOperation> atBottom, bool testsFirst)
    {
        List<RunState> states = [start];
        var after = new List<RunState>();
        for (var round = 0; round <= Limits.Rounds && states.Count > 0 && !_failed; round++)
        {
            if (condition is not null && (testsFirst || round > 0))
            {
                var (inside, outside) = Test(condition, Step(condition, states));
                if (inside.Exists(outside.Contains))
                {
                    // Whether there is another round isn't known: from here on there may be any number.
                    break;
                }

                after = Merge(after, outside);
                states = inside;
                if (inside.Count > 0 && outside.Count > 0 && condition.Bare() is not IBinaryOperation)
                {
                    // Nor is it if a round sets what ends the loop where nobody knows whether it does: 'if (results is empty) done = true'. A condition of several parts may end it anyway.
                    break;
                }
            }
            else if (condition is null && round > 0)
            {
                break;
            }

            states = Round(loop, states, atBottom, after);
        }

        return Merge(after, AnyNumber(loop, states, inside => Round(loop, [inside], atBottom, after)));
    }

    /// <summary>One round of a loop; those who leave it for good are added to <paramref name="breaks"/>.</summary>
    private List<RunState> Round(ILoopOperation loop, List<RunState> states, ImmutableArray<IOperation> atBottom, List<RunState> breaks)
    {
        var jumps = new Jumps(isLoop: true);
        _jumps.Push(jumps);
        var after = Merge(Execute(loop.Body, states), jumps.Continues);
        _jumps.Pop();
        breaks.AddRange(jumps.Breaks);
        return atBottom.Aggregate(after, (before, next) => Execute(next, before));
    }

    /// <summary>
    /// Any number of rounds. A text that each round only makes longer is what it was, longer by something: so a round is tried with a mark in its place, which tells
    /// whether what was there still stands in front. Any other text is then unknown, or what it was before.
    /// </summary>
    private List<RunState> AnyNumber(ILoopOperation loop, List<RunState> states, Func<RunState, List<RunState>> round)
    {
        var changed = plan.Changes.Where(change => loop.Syntax.Span.Contains(change.Operation.Syntax.Span)).Select(change => change.Variable).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
        var after = new List<RunState>();
        foreach (var state in states)
        {
            var held = changed.Where(state.Values.ContainsKey).ToList();
            var once = round(state);
            var isInTrial = _isTrial;
            _isTrial = true;
            var marked = round(held.Aggregate(state, (marks, variable) => marks.With(variable, MarkOf(variable))));
            _isTrial = isInTrial;
            if (once.Count == 0 || marked.Count == 0)
            {
                after = Merge(after, [state]);
                continue;
            }

            var many = state;
            var mayBeAsBefore = false;
            foreach (var variable in held)
            {
                if (!marked.TrueForAll(end => end.Values.ContainsKey(variable)) || !once.TrueForAll(end => end.Values.ContainsKey(variable)))
                {
                    many = new RunState(many.Values.Remove(variable));
                    continue;
                }

                var marks = marked.SelectMany(end => end.Values[variable].Alternatives).ToList();
                if (marks.TrueForAll(alternative => alternative.Parts is [var only] && only == MarkOf(variable).Alternatives[0].Parts[0]))
                {
                    continue;
                }

                var grows = marks.TrueForAll(alternative => alternative.Parts[0] == MarkOf(variable).Alternatives[0].Parts[0] && !alternative.Parts.Skip(1).Any(IsMark));
                var isCounter = RunPlan.TypeOf(variable)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Boolean;
                if (!isCounter && !marks.Exists(alternative => alternative.Parts.Any(IsMark)))
                {
                    // Whatever was there before: each round leaves the same.
                    many = many.With(variable, marked.Select(end => end.Values[variable]).Aggregate((one, other) => one.Or(other)));
                    mayBeAsBefore = true;
                    continue;
                }

                var rest = TextValue.Unknown($"'{variable.Name}', which is built in a loop");
                many = many.With(variable, grows ? once.Select(end => Longer(end.Values[variable], rest)).Aggregate((one, other) => one.Or(other)) with { IsThere = true } : rest);
                mayBeAsBefore |= !grows && !isCounter;
            }

            // What stands in the loop sees later rounds too.
            round(many);
            after = Merge(after, mayBeAsBefore ? [state, many] : [many]);
        }

        return after;
    }

    private static TextValue MarkOf(ISymbol variable) => TextValue.Unknown("\uE0F3" + variable.Name);

    private static bool IsMark(Part part) => part is HolePart { Reason: ['\uE0F3', ..] };

    private static TextValue Longer(TextValue value, TextValue rest) => value.SelectMany(alternative =>
        alternative.Parts.Last() is HolePart ? TextValue.Of(alternative) : TextValue.Of(alternative).Then(rest));
}
