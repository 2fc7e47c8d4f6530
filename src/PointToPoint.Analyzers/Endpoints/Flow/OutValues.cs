using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What methods give back through <c>out</c> or <c>ref</c>.</summary>
internal sealed class OutValues(BodyIndexes indexes, MethodBodies methods, Dispatch dispatch, Calls calls, TypeKeyedValues typeKeyed, ChosenElements chosen)
{
    /// <summary>What a call gives back: a value kept by type, or what its body assigns.</summary>
    public Hop? Of(IArgumentOperation argument, Frame frame, CancellationToken cancellation)
    {
        if (argument is not { Parameter: { RefKind: RefKind.Out or RefKind.Ref } parameter, Parent: IInvocationOperation call } || frame.Depth > Limits.CallDepth)
        {
            return null;
        }

        if (call is { TargetMethod.Name: "TryGetValue", Instance: { } dictionary, Arguments: [var key, _] } && TypeKeyedValues.Is(dictionary.Type))
        {
            return typeKeyed.Read(dictionary, key.Value, frame, cancellation);
        }

        if (call is { TargetMethod: { Name: "TryGetValue", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } searched, Arguments: [var under, _] } && Dictionaries.Is(searched.Type))
        {
            return chosen.Under(searched, under.Value, frame, cancellation);
        }

        var sources = ImmutableArray.CreateBuilder<Place>();
        foreach (var body in dispatch.Of(Call.Of(call), frame, cancellation).Bodies)
        {
            if (body.Member is IMethodSymbol target && methods.BodyOf(target, cancellation) is { } root && parameter.Ordinal < target.Parameters.Length)
            {
                var inside = calls.Enter(Call.Of(call), body, frame);
                var writes = indexes.Of(root).WritesTo(target.Parameters[parameter.Ordinal]);
                if (parameter.RefKind == RefKind.Ref)
                {
                    // The last that is sure to run hides what was there before; without one it may still be there.
                    var last = writes.LastOrDefault(write => Branches.Region(write.Operation.Syntax, root.Syntax) is null);
                    if (writes.Any(write => write.Value is null || !write.Path.IsEmpty))
                    {
                        return null;
                    }

                    if (last is null)
                    {
                        sources.Add(new Place(argument.Value, frame));
                    }

                    writes = last is null ? writes : writes.RemoveRange(0, writes.IndexOf(last));
                }

                sources.AddRange(writes.Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, inside)));

                // bool TryGet(Type type, out string? url) => urls.TryGetValue(type, out url): the other method gives it back.
                foreach (var onward in writes.Select(write => write.Operation).OfType<IArgumentOperation>().Where(onward => onward.Parameter is { RefKind: RefKind.Out }))
                {
                    if (Of(onward, inside, cancellation) is not { } given)
                    {
                        return null;
                    }

                    if (given.Unknown is not null)
                    {
                        return given;
                    }

                    sources.AddRange(given.Sources);
                }
            }
        }

        return sources.Count == 0 ? null : new Hop(null, call.TargetMethod.Name() + "()", sources.ToImmutable());
    }
}
