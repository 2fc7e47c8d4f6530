using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>
/// Which of several writes to a variable, or to a property of the object in it, may be the last before a use, for what the method's caller gives: of
/// <c>if (body is null) message.Method = HttpMethod.Get; else message.Method = HttpMethod.Post;</c> one is a certain caller's.
/// </summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class LastWrites(TextEvaluator texts, Conditions conditions, Sequences sequences, OpenQuestions open)
#pragma warning restore CA1001
{
    private readonly BodyChanges _changes = new();

    // What decides on a write may ask for the last write of another variable, and that for this one's.
    private readonly ThreadLocal<int> _nested = new();

    /// <param name="use">Where it is read.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="values">What is written, in the order of the code.</param>
    /// <param name="frame">The frame of the use, and of all writes.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>Those that may be the last, and whether there may be none; null if the caller says nothing of it.</returns>
    public (ImmutableArray<IOperation> Values, bool MayBeNone)? Of(IOperation use, ISymbol variable, ImmutableArray<IOperation> values, Frame frame, CancellationToken cancellation)
    {
        if (frame.Arguments.IsEmpty || values.Length is 0 or > Limits.Alternatives || open.IsLeft(_nested.Value >= Limits.CallerDepth))
        {
            return null;
        }

        _nested.Value++;
        try
        {
            return Last(use, variable, values, frame, cancellation);
        }
        finally
        {
            _nested.Value--;
        }
    }

    private (ImmutableArray<IOperation> Values, bool MayBeNone)? Last(IOperation use, ISymbol variable, ImmutableArray<IOperation> values, Frame frame, CancellationToken cancellation)
    {
        var body = RunPlan.FunctionOf(use, null);
        if (values.Any(value => RunPlan.FunctionOf(value, null).Syntax != body.Syntax) || RunPlan.OfWrites(body, variable, values, _changes) is not { } plan)
        {
            return null;
        }

        var span = use.Syntax.Span;
        var reached = new BodyRun(plan, frame, texts, conditions, sequences, new Evaluation(cancellation), step => step.Syntax.Span.Contains(span)).Run();
        if (reached is not { Count: > 0 })
        {
            return null;
        }

        var last = new SortedSet<int>();
        var mayBeNone = false;
        foreach (var (_, state) in reached)
        {
            if (!state.Values.TryGetValue(variable, out var marks))
            {
                return null;
            }

            foreach (var mark in marks.Alternatives)
            {
                switch (TextValue.Of(mark).Constant)
                {
                    case "":
                        mayBeNone = true;
                        break;
                    case var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at):
                        last.Add(at);
                        break;
                    default:
                        return null;
                }
            }
        }

        return ([.. last.Select(at => values[at])], mayBeNone);
    }
}
