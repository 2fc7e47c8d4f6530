using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A place in a text, counted from its start or its end.</summary>
internal readonly record struct TextPlace(int Count, bool FromEnd)
{
    /// <summary>Where it is in a text; null if it is outside, or what lies between has no known length.</summary>
    public int? In(PartText text)
    {
        var place = FromEnd ? text.Text.Length - Count : Count;
        return place >= 0 && place <= text.Text.Length && (FromEnd ? text.IsKnownFrom(place) : text.IsKnown(place)) ? place : null;
    }
}

/// <summary>Values that are numbers, those above all that count characters and elements.</summary>
internal static class Numbers
{
    /// <summary>True for what is a number or identifies something as one does: in an address it is a value, and no part that says where it leads.</summary>
    public static bool Are(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => Are(value),
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_DateTime } => true,
        { Name: nameof(Guid) or nameof(DateTimeOffset) or "DateOnly", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };

    public static int? Of(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: int number } => number,
        { HasValue: true } => null,
        _ when operation.Type is not { SpecialType: SpecialType.System_Int32 } => null,
        _ => int.TryParse(evaluator.Evaluate(operation, frame, evaluation).Constant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    /// <summary><c>2</c> and <c>^1</c>.</summary>
    public static TextPlace? PlaceOf(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        operation = Unwrapped(operation);
        var isFromEnd = operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        return Of(isFromEnd ? ((IUnaryOperation)operation).Operand : operation, frame, evaluator, evaluation) is { } number ? new(number, isFromEnd) : null;
    }

    // int to Index is a conversion that a method makes.
    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
