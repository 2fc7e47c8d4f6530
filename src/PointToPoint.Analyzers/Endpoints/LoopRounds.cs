using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// The rounds of the loops around an operation, where code lists what is looped over: <c>foreach (var (name, url) in systems) services.AddHttpClient(name, …)</c> is one
/// registration for each element. Loops over what only run time knows have one round, in which nothing is known of the element.
/// </summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class LoopRounds(ValueFlow flow, Sequences sequences, Dictionaries dictionaries, ConfiguredLists lists, TextEvaluator texts, OpenQuestions open) : ILoopRounds
#pragma warning restore CA1001
{
    private readonly ThreadLocal<bool> _isBusy = new();

    // Kept for as long as the frames are: whatever is registered or created in a loop is asked for by everything that uses it.
    private readonly ConditionalWeakTable<Frame, ConcurrentDictionary<SyntaxNode, ImmutableArray<Frame>>> _known = new();

    public bool AreLeftOut => _isBusy.Value;

    // What is looped over may itself be made of what loops registered: once is enough.
    public bool Has(IOperation operation) => Loops(operation).Any() && !_isBusy.Value;

    /// <summary>The frames in which an operation runs that stands in code of a frame.</summary>
    public ImmutableArray<Frame> Of(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        var loops = Loops(operation).Reverse().ToList();
        if (loops.Count == 0 || _isBusy.Value)
        {
            return [frame];
        }

        // The innermost loop stands for all of them.
        var innermost = loops[loops.Count - 1].Syntax;
        var known = _known.GetValue(frame, _ => new ConcurrentDictionary<SyntaxNode, ImmutableArray<Frame>>());
        if (known.TryGetValue(innermost, out var rounds))
        {
            return rounds;
        }

        var before = open.Count;
        rounds = Of(loops, frame, cancellation);
        return before == open.Count ? known.GetOrAdd(innermost, rounds) : rounds;
    }

    private ImmutableArray<Frame> Of(List<IOperation> loops, Frame frame, CancellationToken cancellation)
    {

        _isBusy.Value = true;
        try
        {
            var frames = ImmutableArray.Create(frame);
            foreach (var loop in loops)
            {
                frames = [.. frames.SelectMany(outer => Rounds(loop, outer, cancellation)).Take(Limits.Callers + 1)];
            }

            return frames.Length > Limits.Callers ? [frame] : frames;
        }
        finally
        {
            _isBusy.Value = false;
        }
    }

    private static IEnumerable<IOperation> Loops(IOperation operation) =>
        operation.Ancestors().TakeWhile(parent => parent is not (ILocalFunctionOperation or IMethodBodyBaseOperation)).Where(IsLoop);

    private static bool IsLoop(IOperation operation) => operation is IForEachLoopOperation || (operation is IAnonymousFunctionOperation lambda && Listed(lambda) is not null);

    /// <summary>What is listed for a lambda that is run for each element: <c>systems.ForEach(system => …)</c>.</summary>
    private static IOperation? Listed(IAnonymousFunctionOperation lambda) =>
        (lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ForEach", ContainingType.Name: "List" or nameof(Array) } } call }
            ? call.Instance ?? call.Arguments[0].Value
            : null;

    private IEnumerable<Frame> Rounds(IOperation loop, Frame frame, CancellationToken cancellation)
    {
        var evaluation = new Evaluation(cancellation);
        if (loop is IForEachLoopOperation { Collection: var collection, LoopControlVariable: var variable })
        {
            if (variable is IVariableDeclaratorOperation { Symbol: var child } && ConfigurationPaths.IsConfiguration(child.Type))
            {
                return lists.ChildrenOf(new Place(collection, frame), texts, evaluation) is { IsEmpty: false } children ? children.Select(key => frame.WithSection(child, key)) : [frame];
            }

            return Dictionaries.Is(collection.Bare().Type)
                ? dictionaries.EntriesOf(collection, frame, evaluation.Cancellation) is { } entries ? entries.Select(entry => OfEntry(variable, entry, frame)) : [frame]
                : OfElements(collection, (element, outer) => Of(variable, element, loop, outer, evaluation), frame, evaluation);
        }

        var lambda = (IAnonymousFunctionOperation)loop;
        return OfElements(Listed(lambda)!, (element, outer) => outer.With(lambda, element, texts, evaluation), frame, evaluation);
    }

    private IEnumerable<Frame> OfElements(IOperation collection, Func<Element, Frame, Frame> round, Frame frame, Evaluation evaluation) =>
        sequences.Of(collection, frame, texts, evaluation) is { Length: > 0 } elements ? elements.Select(element => element.IsMany ? frame : round(element, frame)) : [frame];

    private static Frame OfEntry(IOperation variable, (Place Key, Place Value) entry, Frame frame) => variable is IVariableDeclaratorOperation { Symbol: var local }
        ? frame.WithEntry(local, entry.Key, entry.Value)
        : frame.With(TupleValues.Targets(variable, []).Where(target => target is { Target: ILocalReferenceOperation, Path: [0 or 1] })
            .Select(target => new KeyValuePair<ISymbol, Place>(((ILocalReferenceOperation)target.Target).Local, target.Path[0] == 0 ? entry.Key : entry.Value)));

    private Frame Of(IOperation variable, Element element, IOperation loop, Frame frame, Evaluation evaluation)
    {
        if (variable is IVariableDeclaratorOperation { Symbol: var local })
        {
            return element.Place is { } place ? frame.With([new(local, place)]) : frame.At(loop.Syntax, frame.Values.SetItem(local, element.Evaluate(texts, evaluation)));
        }

        return element.Place is not { } whole ? frame : frame.With(
            from target in TupleValues.Targets(variable, [])
            where target.Target is ILocalReferenceOperation
            let parts = flow.Tuples.ElementsOf(whole, target.Path, evaluation.Cancellation)
            where parts.Length == 1
            select new KeyValuePair<ISymbol, Place>(((ILocalReferenceOperation)target.Target).Local, parts[0]));
    }
}
