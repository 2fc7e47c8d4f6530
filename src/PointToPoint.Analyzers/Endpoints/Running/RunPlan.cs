using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>Which variables of a body matter for what is asked, and where they change: all else a run steps over.</summary>
internal sealed class RunPlan
{
    private readonly ILookup<ISymbol, Change> _changes;
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    private readonly BodyChanges _bodies;

    private RunPlan(IOperation body, ILookup<ISymbol, Change> changes, BodyChanges bodies)
    {
        Body = body;
        _changes = changes;
        _bodies = bodies;
    }

    public IOperation Body { get; }

    /// <summary>The changes of what matters, in the order in which they happen within one statement.</summary>
    public ImmutableArray<Change> Changes { get; private set; } = [];

    /// <summary>The variable whose changes are <see cref="Mark"/>s; null if none has such.</summary>
    public ISymbol? Marked { get; private set; }

    /// <summary>The parameters that change: what they start with has to be asked for.</summary>
    public IEnumerable<IParameterSymbol> Parameters => _variables.OfType<IParameterSymbol>();

    /// <summary>The plan for a parameter of a body that this one runs; null if it can't be run.</summary>
    public RunPlan? Of(IOperation body, IParameterSymbol parameter) => For(body, [parameter], _bodies);

    /// <summary>The plan for these variables; null if one of them changes inside of a function that runs nobody knows when, or the body is too large.</summary>
    /// <param name="body">The body.</param>
    /// <param name="variables">What is asked for.</param>
    /// <param name="bodies">The changes in each body.</param>
    /// <param name="always">Those of them that are run even where their last write says all: what belongs together is written together.</param>
    public static RunPlan? For(IOperation body, IEnumerable<ISymbol> variables, BodyChanges bodies, ImmutableHashSet<ISymbol>? always = null)
    {
        if (bodies.Of(body) is not { } changes)
        {
            return null;
        }

        var plan = new RunPlan(body, changes, bodies);
        var pending = new Queue<ISymbol>(variables);
        while (pending.Count > 0)
        {
            var variable = pending.Dequeue();
            if (!(always?.Contains(variable) == true || NeedsARun(plan._changes[variable], body)) || !plan._variables.Add(variable))
            {
                continue;
            }

            foreach (var change in plan._changes[variable])
            {
                foreach (var operation in DependsOn(change, body))
                {
                    foreach (var other in Variables(operation))
                    {
                        pending.Enqueue(other);
                    }
                }
            }
        }

        plan.Changes = [.. plan._variables.SelectMany(variable => changes[variable]).OrderBy(change => change.Operation.Syntax.Span.End).ThenBy(change => change.Operation.Syntax.Span.Length).ThenBy(change => change.Variable.Name, StringComparer.Ordinal)];
        return plan.Changes.Any(change => FunctionOf(change.Operation, body) != body) ? null : plan;
    }

    /// <summary>
    /// The plan to tell which of several writes comes last: each marks the variable with its place in the list. Null if what decides that can't be run.
    /// </summary>
    public static RunPlan? OfWrites(IOperation body, ISymbol variable, ImmutableArray<IOperation> writes, BodyChanges bodies)
    {
        if (For(body, writes.SelectMany(write => DependsOn(new Change(variable, write), body).Skip(1)).SelectMany(Variables), bodies) is not { } plan)
        {
            return null;
        }

        plan.Marked = variable;
        plan.Changes = [.. plan.Changes.Concat(writes.Select((write, at) => new Mark(variable, write, at.ToString(CultureInfo.InvariantCulture)))).OrderBy(change => change.Operation.Syntax.Span.End)];
        return plan;
    }

    /// <summary>True if its last write doesn't say all: a builder, or what is written at several places or in a loop. The others are followed back as ever.</summary>
    private static bool NeedsARun(IEnumerable<Change> changes, IOperation body)
    {
        // A parameter is written once before its body starts.
        var count = 0;
        foreach (var change in changes)
        {
            if (++count > (change.Variable is IParameterSymbol ? 0 : 1) || TypeOf(change.Variable) is var type && (UriText.IsBuilder(type) || Change.IsStringBuilder(type)))
            {
                return true;
            }

            for (var parent = change.Operation; parent is not null && parent != body; parent = parent.Parent)
            {
                if (parent is ILoopOperation)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>The body of the innermost function around an operation, no further out than <paramref name="limit"/>.</summary>
    public static IOperation FunctionOf(IOperation operation, IOperation? limit)
    {
        var body = operation;
        for (var next = operation; next is not null && next != limit; next = next.Parent)
        {
            body = next;
            if (next.Parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return next;
            }
        }

        return limit ?? body;
    }

    /// <summary>The texts, builders, counters and flags that an operation reads.</summary>
    public static IEnumerable<ISymbol> Variables(IOperation operation) => operation.DescendantsAndSelf()
        .Select(part => part switch
        {
            ILocalReferenceOperation { Local: var local } when Counts(local.Type) => (ISymbol)local,
            IParameterReferenceOperation { Parameter: var parameter } when Counts(parameter.Type) => parameter,
            _ => null,
        })
        .OfType<ISymbol>();

    /// <summary>The change itself, and every condition it stands under.</summary>
    private static IEnumerable<IOperation> DependsOn(Change change, IOperation body)
    {
        yield return change.Operation;
        for (var parent = change.Operation.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional:
                    yield return conditional.Condition;
                    break;
                case ISwitchOperation choice:
                    yield return choice.Value;
                    break;
                case IForLoopOperation loop:
                    foreach (var operation in loop.Before.Concat(loop.AtLoopBottom).Concat(loop.Condition is null ? [] : [loop.Condition]))
                    {
                        yield return operation;
                    }

                    break;
                case IWhileLoopOperation { Condition: { } condition }:
                    yield return condition;
                    break;
            }
        }
    }

    private static bool Counts(ITypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Boolean or SpecialType.System_Char
        || type.TypeKind == TypeKind.Enum || type is { TypeKind: TypeKind.Error, Name: "Method" } || HttpMethods.Is(type) || UriText.IsUri(type) || UriText.IsBuilder(type) || Change.IsStringBuilder(type);
}
