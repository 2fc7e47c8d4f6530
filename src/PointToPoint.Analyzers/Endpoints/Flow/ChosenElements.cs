using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The element of a list that a condition chooses: <c>Systems.First(system => system.Name == "erp")</c>. Where it can't be decided of each, which one it is is data, and none is told.</summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class ChosenElements(ElementPlaces elements)
#pragma warning restore CA1001
{
    private readonly ThreadLocal<bool> _isBusy = new();

    /// <summary>The text that an operation is sure to have, null if it isn't known; set once what evaluates text exists.</summary>
    public Func<IOperation, Frame, CancellationToken, string?> TextOf { get; set; } = (_, _, _) => null;

    public ImmutableArray<Place> Of(IInvocationOperation call, Frame frame, CancellationToken cancellation)
    {
        if (call.TargetMethod is not { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find", DeclaringSyntaxReferences.IsEmpty: true, ContainingType.Name: nameof(Enumerable) or "List" or nameof(Array) })
        {
            return [];
        }

        var choosing = Condition(call) is not null ? call : call.Receiver()?.Bare() as IInvocationOperation;
        return choosing is { TargetMethod.Name: var name } && (choosing == call || name == nameof(Enumerable.Where)) && Condition(choosing) is { } condition && choosing.Receiver() is { } list
            ? Chosen(elements.Of(new Place(list, frame), cancellation), condition, frame, cancellation)
            : [];
    }

    private ImmutableArray<Place> Chosen(ImmutableArray<Place> all, IAnonymousFunctionOperation condition, Frame frame, CancellationToken cancellation)
    {
        // What an element says may itself be chosen from a list.
        if (all.Length > Limits.Alternatives || _isBusy.Value || condition.Symbol.Parameters is not [var parameter] || MethodBodies.Returns(condition, frame) is not [{ Operation: var test }])
        {
            return [];
        }

        _isBusy.Value = true;
        try
        {
            var answers = all.Select(element => (Element: element, Holds: element.Operation.Bare() is ITupleOperation or IObjectCreationOperation ? Holds(test.Bare(), frame.With(parameter, element), cancellation) : null)).ToList();
            return answers.Exists(answer => answer.Holds is null) ? [] : [.. answers.Where(answer => answer.Holds == true).Select(answer => answer.Element)];
        }
        finally
        {
            _isBusy.Value = false;
        }
    }

    private bool? Holds(IOperation test, Frame frame, CancellationToken cancellation)
    {
        var (left, right) = test switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => (comparison.LeftOperand, comparison.RightOperand),
            IInvocationOperation { TargetMethod: { Name: nameof(Equals), ContainingType.SpecialType: SpecialType.System_String }, Instance: { } instance, Arguments: [var argument] } => (instance, argument.Value),
            _ => default((IOperation?, IOperation?)),
        };
        return left is not null && right is not null && TextOf(left, frame, cancellation) is { } first && TextOf(right, frame, cancellation) is { } second ? first == second : null;
    }

    private static IAnonymousFunctionOperation? Condition(IInvocationOperation call) =>
        call.Arguments.LastOrDefault()?.Value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;
}
