using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// A method that returns at several places: <c>if (string.IsNullOrEmpty(path)) return root;</c>. Its body is run, so that what can't be returned for these arguments isn't;
/// where it can't be run, all that it may return counts, as for any other.
/// </summary>
internal sealed class ReturnedTextSource(ValueFlow flow, Conditions conditions, Sequences sequences, BodyChanges bodies) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } call || !IsText(method.ReturnType)
            || flow.BodyRunBy(call, frame, evaluation.Cancellation) is not { Operation: IBlockOperation body } place)
        {
            return null;
        }

        var returns = body.Descendants().OfType<IReturnOperation>().Where(next => next.ReturnedValue is not null && RunPlan.FunctionOf(next, body) == body).ToList();
        if (returns.Count is < 2 or > Limits.Terms || returns.Exists(next => next.Kind != OperationKind.Return)
            || RunPlan.For(body, returns.SelectMany(RunPlan.Variables), bodies) is not { } plan)
        {
            return null;
        }

        var reached = new BodyRun(plan, place.Frame, evaluator, conditions, sequences, evaluation, step => step is IReturnOperation { ReturnedValue: not null }).Run();
        TextValue? value = null;
        foreach (var (found, state) in reached ?? [])
        {
            if (((IReturnOperation)found).ReturnedValue is { ConstantValue: not { HasValue: true, Value: null } } returned)
            {
                var next = evaluator.Evaluate(returned, place.Frame.At(found.Syntax, state.Values), evaluation);
                value = value is null ? next : value.Or(next);
            }
        }

        return value?.From(method.Name() + "()").ChosenBy(value.Alternatives.Length > 1 ? OpenTypeIn(body, place.Frame) : null);
    }

    /// <summary>A type parameter that a body asks for and nobody says yet what it stands for; null if there is none.</summary>
    private static ITypeParameterSymbol? OpenTypeIn(IOperation body, Frame frame) =>
        body.Descendants().Select(asked => new Place(asked, frame)).Concat(frame.Arguments.Values.Select(given => given with { Operation = given.Operation.Bare() }))
            .Select(asked => asked.Operation is ITypeOfOperation { TypeOperand: var type } ? asked.Frame.Resolve(type) : null).OfType<ITypeParameterSymbol>().FirstOrDefault();

    // A verb may be a member of an enumeration, be it one whose package is missing.
    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum || type is { TypeKind: TypeKind.Error, Name: "Method" } || UriText.IsUri(type) || HttpMethods.Is(type) || Change.IsBuilder(type)
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } && IsText(result));
}
