using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a member of the object in a variable is set to before it is read: by assignments, by code that the object is handed to, and by calls on it.</summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class SetMembers(BodyIndexes indexes, FilledObjects filled, OpenQuestions open)
#pragma warning restore CA1001
{
    // An object may hold the functions that it is filled by: which one that is may have been set by another, and that by this one.
    private readonly ThreadLocal<int> _nested = new();

    /// <summary>The values, in order.</summary>
    /// <param name="use">Reads the variable.</param>
    /// <param name="member">What is read of the object in it.</param>
    /// <param name="frame">The frame of the use.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <param name="mayBeUnset">True if the member may still be what it was at the start.</param>
    public ImmutableArray<Place> Of(IOperation use, ISymbol member, Frame frame, CancellationToken cancellation, out bool mayBeUnset)
    {
        mayBeUnset = true;
        if (open.IsLeft(_nested.Value >= Limits.CallerDepth))
        {
            return [];
        }

        _nested.Value++;
        try
        {
            return OfMember(use, member, frame, cancellation, out mayBeUnset);
        }
        finally
        {
            _nested.Value--;
        }
    }

    private ImmutableArray<Place> OfMember(IOperation use, ISymbol member, Frame frame, CancellationToken cancellation, out bool mayBeUnset)
    {
        var index = indexes.Of(use);
        if (use is IInstanceReferenceOperation)
        {
            var own = Called(index.CallsOnThis, use, member, frame, cancellation);
            return Of(use, [.. index.WritesTo(member).Concat(own.Keys.Select(call => new Write(call, null))).OrderBy(write => write.Operation.Syntax.SpanStart)], own, frame, out mayBeUnset);
        }

        var variable = use.Variable()!;
        var writes = index.WritesTo(variable, member.Name);
        var handed = use is ILocalReferenceOperation or IParameterReferenceOperation
            ? Called(index.CallsOn(variable).Select(call => (IInvocationOperation)call.Operation).Where(call => !IsOfAnother(call, variable, use, index)), use, member, frame, cancellation)
            : [];
        foreach (var argument in index.HandedOn(variable))
        {
            if (argument.Value.Bare() != use.Bare() && MayReach(argument, use) && filled.ByCall(argument, [member], frame, cancellation) is { Values.IsEmpty: false } filling)
            {
                handed.Add(argument, filling);
            }
        }

        var all = handed.Count == 0 ? writes : [.. writes.Concat(handed.Keys.Select(argument => new Write(argument, null))).OrderBy(write => write.Operation.Syntax.SpanStart)];
        return Of(use, all, handed, frame, out mayBeUnset);
    }

    /// <summary>What stands behind a use gets there in a loop alone.</summary>
    private static bool MayReach(IOperation operation, IOperation use) => operation.Syntax.SpanStart < use.Syntax.SpanStart || ReachingWrites.IsInLoop(use.Syntax);

    /// <summary>What calls set that are made on the object before.</summary>
    private Dictionary<IOperation, Filling> Called(IEnumerable<IInvocationOperation> calls, IOperation use, ISymbol member, Frame frame, CancellationToken cancellation)
    {
        var set = new Dictionary<IOperation, Filling>();
        foreach (var call in calls)
        {
            if (call.Syntax.SpanStart < use.Syntax.SpanStart && !call.Syntax.Span.Contains(use.Syntax.Span) && filled.ByReceiver(call, member, frame, cancellation) is { Values.IsEmpty: false } filling)
            {
                set.Add(call, filling);
            }
        }

        return set;
    }

    /// <summary>True if the variable is sure to have got another object since a call.</summary>
    private static bool IsOfAnother(IInvocationOperation call, ISymbol variable, IOperation use, BodyIndex index) => index.WritesTo(variable).Any(write => write.Value is { } value
        && write.Operation.Syntax.SpanStart >= call.Syntax.Span.End && write.Operation.Syntax.Span.End <= use.Syntax.SpanStart && ReachingWrites.AlwaysRuns(write.Operation.Syntax, use.Syntax)
        && !value.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(part.Variable(), variable)));

    /// <summary>The same for a part of the object in a variable: <c>options.Api.Url</c>.</summary>
    public ImmutableArray<Place> Of(MemberPath part, Frame frame, CancellationToken cancellation, out bool mayBeUnset)
    {
        mayBeUnset = true;
        if (open.IsLeft(_nested.Value >= Limits.CallerDepth))
        {
            return [];
        }

        _nested.Value++;
        try
        {
            return OfPart(part, frame, cancellation, out mayBeUnset);
        }
        finally
        {
            _nested.Value--;
        }
    }

    private ImmutableArray<Place> OfPart(MemberPath part, Frame frame, CancellationToken cancellation, out bool mayBeUnset)
    {
        var steps = filled.Steps(indexes.Of(part.Use), part, frame, operation => !operation.Syntax.Span.Contains(part.Use.Syntax.Span) && MayReach(operation, part.Use), cancellation).GroupBy(step => step.Operation)
            .ToDictionary(group => group.Key, group => group.First().Filling);
        return Of(part.Use, [.. steps.Keys.Select(operation => new Write(operation, null)).OrderBy(write => write.Operation.Syntax.SpanStart)], steps, frame, out mayBeUnset);
    }

    private static ImmutableArray<Place> Of(IOperation use, ImmutableArray<Write> all, Dictionary<IOperation, Filling> handed, Frame frame, out bool mayBeUnset)
    {
        // The first in front: what is added call by call is worked out from where it began.
        var sources = new List<Place>();
        while (true)
        {
            var reaching = ReachingWrites.Of(all, use.Syntax, out mayBeUnset);
            var unsure = reaching.Where(write => handed.TryGetValue(write.Operation, out var filling) && !filling.IsSure).ToList();
            sources.InsertRange(0, (unsure.Count > 0 ? unsure : reaching.AsEnumerable()).SelectMany(write => Values(write, handed, frame)));
            if (unsure.Count == 0)
            {
                return [.. sources];
            }

            // What may set nothing hides nothing either.
            all = [.. all.Where(write => !unsure.Contains(write))];
        }
    }

    private static IEnumerable<Place> Values(Write write, Dictionary<IOperation, Filling> handed, Frame frame) =>
        handed.TryGetValue(write.Operation, out var filling) ? filling.Values.Where(value => !value.IsBound).Select(value => value.Place)
            : write is { Value: not null, Path.IsEmpty: true } ? [new Place(write.Value, frame)]
            : [];
}
