using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>What a change leaves in its variable.</summary>
internal sealed partial class BodyRun
{
    /// <param name="change">The change.</param>
    /// <param name="state">What the variables hold before it.</param>
    /// <param name="seen">The same as the change's own expression sees it: without what it does to a builder within itself.</param>
    private TextValue? After(Change change, RunState state, RunState seen) => change is Mark { Name: var name } ? TextValue.Literal(name) : change.Operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: { } value } declarator => Held(value, At(declarator, seen)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => WithProperty(property, assignment.Value, change, state),
        IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => WithProperty(property, assignment, change, state),
        IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property } step => WithProperty(property, step, change, state),
        ISimpleAssignmentOperation assignment => Held(assignment.Value, At(assignment, seen)),
        IDeconstructionAssignmentOperation { Target: ITupleOperation target } deconstruction when deconstruction.Value.Bare() is ITupleOperation values && values.Elements.Length == target.Elements.Length =>
            target.Elements.Zip(values.Elements, (element, value) => (element, value)).FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(Change.VariableOf(pair.element), change.Variable)) is { value: { } value }
                ? Held(value, At(deconstruction, seen))
                : null,
        ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IIncrementOrDecrementOperation => Held(change.Operation, At(change.Operation, seen)),
        IInvocationOperation call when InQuery(call, change, state) is { } queried => queried,
        IInvocationOperation call => evaluator.Evaluate(call, At(call, seen), evaluation),
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod: { Name: "TryCreate", ContainingType: { } type } } call } when UriText.IsUri(type) =>
            evaluator.Evaluate(call, At(call, seen), evaluation),
        IArgumentOperation { Parameter.RefKind: RefKind.Out } given => evaluator.GivenBack(given, At(given, seen), evaluation),
        IDeclarationPatternOperation { Parent: IIsPatternOperation { Value: { } value } test } => Held(value, At(test, seen)),
        IDeclarationPatternOperation or IDeconstructionAssignmentOperation => null,
        IArgumentOperation { Parent: IInvocationOperation call } handed when Change.IsBuilder(handed.Value.Type) => AfterCall(call, handed, state) ?? Unknown(change),
        ILocalReferenceOperation or IParameterReferenceOperation => TextValue.Unknown($"'{change.Variable.Name}', which goes by another name, too"),
        _ => Unknown(change),
    };

    /// <summary>
    /// What a builder holds whose text has come to its query, and to which nothing is done but that more is put behind, now and then: which query it is says nothing of where an address leads, and the parameters of
    /// a generated client would take more looking at than all the rest. Null for others.
    /// </summary>
    private TextValue? InQuery(IInvocationOperation call, Change change, RunState state) =>
        state.Values.TryGetValue(change.Variable, out var held) && held.IsInQuery && IsUnderCondition(call.Syntax, change.Variable) && OnlyGrows(change.Variable) ? held.WithoutQueries() : null;

    /// <summary>True within a condition or a loop that the variable lives longer than.</summary>
    private static bool IsUnderCondition(SyntaxNode call, ISymbol variable) => call.Ancestors().OfType<StatementSyntax>().Any(ancestor => ancestor is IfStatementSyntax or CommonForEachStatementSyntax
        && !variable.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == ancestor.SyntaxTree && ancestor.Span.Contains(declared.Span)));

    /// <summary>True for a builder to which all of the body only appends, but for a separator that is cut off at its end.</summary>
    private bool OnlyGrows(ISymbol variable) => Change.IsStringBuilder(RunPlan.TypeOf(variable)) && plan.Changes.Where(change => SymbolEqualityComparer.Default.Equals(change.Variable, variable)).All(change => change.Operation switch
    {
        IVariableDeclaratorOperation => true,
        IIncrementOrDecrementOperation { Kind: OperationKind.Decrement, Target: IPropertyReferenceOperation { Property.Name: "Length" } } => true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, Target: IPropertyReferenceOperation { Property.Name: "Length" } } => true,
        IInvocationOperation call => IsAppended(call),
        _ => false,
    });

    private static bool IsAppended(IInvocationOperation call)
    {
        for (IOperation? part = call; part is IInvocationOperation { TargetMethod.Name: var name, Instance: var instance }; part = instance?.Bare())
        {
            if (!name.StartsWith("Append", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a value is, and that it is there, which only the place where it is made can tell.</summary>
    private TextValue Held(IOperation value, Frame at) =>
        evaluator.Evaluate(value, at, evaluation) with { IsThere = conditions.IsThere(value, at, evaluator, evaluation, 0), IsNull = conditions.IsNull(value, at, evaluation) };

    private TextValue WithProperty(IPropertyReferenceOperation property, IOperation value, Change change, RunState state)
    {
        var at = At(change.Operation, state);
        var before = state.Values.TryGetValue(change.Variable, out var held) ? held : Unknown(change);
        return UriText.IsBuilder(property.Instance?.Type) ? UriBuilderSource.Set(before, property.Property.Name, evaluator.Shown(value, at, evaluation))
            : property.Property.Name == "Length" && before.IsInQuery && ReferenceEquals(before, before.WithoutQueries()) && OnlyGrows(change.Variable) ? before
            : property.Property.Name == "Length" ? SliceSource.UpTo(before, Length(value, at))
            : property.Property.IsIndexer ? TextValue.Unknown("a text with a character put into it")
            : before;
    }

    /// <summary>Where a builder's text is cut off; from its end where it is made shorter by so many.</summary>
    private TextPlace? Length(IOperation value, Frame at) => value switch
    {
        IIncrementOrDecrementOperation { Kind: OperationKind.Decrement } => new(1, true),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, Value: var less } => Numbers.Of(less, at, evaluator, evaluation) is { } count ? new(count, true) : null,
        _ => Numbers.Of(value, at, evaluator, evaluation) is { } length ? new(length, false) : null,
    };

    /// <summary>What a builder holds once the code has run that it is handed to; null if that can't be followed.</summary>
    private TextValue? AfterCall(IInvocationOperation call, IArgumentOperation handed, RunState state)
    {
        if (handed.Parameter is not { RefKind: RefKind.None, Ordinal: var position } || frame.Depth >= Limits.CallDepth)
        {
            return null;
        }

        TextValue? after = null;
        foreach (var (body, parameters, inside) in evaluator.BodiesRunBy(call, frame.At(call.Syntax, state.Values), evaluation.Cancellation))
        {
            if (position >= parameters.Length || plan.Of(body, parameters[position]) is not { } within)
            {
                return null;
            }

            // A body that doesn't change the builder leaves it as it is.
            var run = new BodyRun(within, inside, evaluator, conditions, sequences, evaluation, static _ => false);
            foreach (var end in within.Parameters.Contains(parameters[position], SymbolEqualityComparer.Default) ? run.Ends() ?? [] : [state.With(parameters[position], Held(handed.Value, frame.At(call.Syntax, state.Values)))])
            {
                if (!end.Values.TryGetValue(parameters[position], out var value))
                {
                    return null;
                }

                after = after is null ? value : after.Or(value);
            }
        }

        return after;
    }

    private static TextValue Unknown(Change change) => TextValue.Unknown(change.Operation is IArgumentOperation { Parameter.ContainingSymbol: { } called } argument
        ? $"'{change.Variable.Name}', which '{(argument.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function } && function.Variable() is { } named ? named.Name() : called.Name())}' may change"
        : $"local '{change.Variable.Name}'");
}
