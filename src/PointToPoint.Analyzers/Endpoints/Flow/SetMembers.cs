using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a member of the object in a variable is set to before it is read: by assignments, and by code that the object is handed to.</summary>
internal sealed class SetMembers(BodyIndexes indexes, FilledObjects filled)
{
    /// <summary>The values, in order.</summary>
    /// <param name="use">Reads the variable.</param>
    /// <param name="member">What is read of the object in it.</param>
    /// <param name="frame">The frame of the use.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <param name="mayBeUnset">True if the member may still be what it was at the start.</param>
    public ImmutableArray<Place> Of(IOperation use, ISymbol member, Frame frame, CancellationToken cancellation, out bool mayBeUnset)
    {
        var index = indexes.Of(use);
        if (use is IInstanceReferenceOperation)
        {
            return [.. ReachingWrites.Of(index.WritesTo(member), use.Syntax, out mayBeUnset).Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, frame))];
        }

        var variable = use.Variable()!;
        var writes = index.WritesTo(variable, member.Name);
        var handed = new Dictionary<IOperation, Filling>();
        foreach (var argument in index.HandedOn(variable))
        {
            if (argument.Value.Bare() != use.Bare() && filled.ByCall(argument, member, frame, cancellation) is { Values.IsEmpty: false } filling)
            {
                handed.Add(argument, filling);
            }
        }

        foreach (var call in index.WritesTo(variable).Length > 1 ? [] : index.CallsOn(variable).Take(Limits.Creations).Select(call => call.Operation).OfType<IInvocationOperation>())
        {
            // request.WithHost("https://…") of an object that stays where it is.
            if (call.Syntax.SpanStart < use.Syntax.SpanStart && filled.ByReceiver(call, member, frame, cancellation) is { Values.IsEmpty: false } filling)
            {
                handed.Add(call, filling);
            }
        }

        var all = handed.Count == 0 ? writes : [.. writes.Concat(handed.Keys.Select(setting => new Write(setting, null))).OrderBy(write => write.Operation.Syntax.SpanStart)];
        var sources = ImmutableArray.CreateBuilder<Place>();
        while (true)
        {
            var reaching = ReachingWrites.Of(all, use.Syntax, out mayBeUnset);
            var unsure = reaching.Where(write => handed.TryGetValue(write.Operation, out var filling) && !filling.IsSure).ToList();
            foreach (var write in unsure.Count > 0 ? [.. unsure] : reaching)
            {
                if (handed.TryGetValue(write.Operation, out var filling))
                {
                    sources.AddRange(filling.Values.Where(value => !value.IsBound).Select(value => value.Place));
                }
                else if (write is { Value: not null, Path.IsEmpty: true })
                {
                    sources.Add(new Place(write.Value, frame));
                }
            }

            if (unsure.Count == 0)
            {
                return sources.ToImmutable();
            }

            // What may set nothing hides nothing either.
            all = [.. all.Where(write => !unsure.Contains(write))];
        }
    }
}
