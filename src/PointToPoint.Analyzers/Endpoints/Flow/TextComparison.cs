using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A test whether two values are the same: <c>system.Name == name</c>, <c>system.Name.Equals(name, StringComparison.OrdinalIgnoreCase)</c>.</summary>
/// <param name="Left">One of them.</param>
/// <param name="Right">The other one.</param>
/// <param name="IsEqual">False if the test is that they differ.</param>
/// <param name="IgnoresCase">True if it makes no difference between upper and lower case.</param>
internal sealed record TextComparison(IOperation Left, IOperation Right, bool IsEqual, bool IgnoresCase)
{
    private const string Comparer = "StringComparer";

    /// <summary>The comparison that a test makes; null if it tests something else.</summary>
    public static TextComparison? Of(IOperation test)
    {
        switch (test.Bare())
        {
            // Of what is behind a question mark, there is only an answer if it is there.
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } isTrue when isTrue.RightOperand.Bare().ConstantValue is { HasValue: true, Value: true }:
                return Of(isTrue.LeftOperand) ?? Of(isTrue.LeftOperand, isTrue.RightOperand, isEqual: true, ignoresCase: false);
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: false } } orFalse:
                return Of(orFalse.Value);
            case IConditionalAccessOperation { WhenNotNull: var asked }:
                return Of(asked);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand) is { } negated ? negated with { IsEqual = !negated.IsEqual } : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return Of(comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind == BinaryOperatorKind.Equals, ignoresCase: false);
            case IInvocationOperation { TargetMethod: { Name: nameof(Equals), ContainingType: { } type } } call when type.SpecialType == SpecialType.System_String || type.Name == Comparer:
                var ignoresCase = (type.Name == Comparer ? call.Instance?.Syntax : call.Arguments.LastOrDefault(argument => argument.Parameter?.Type.Name == nameof(StringComparison))?.Value.Syntax) is { } said
                    && said.ToString().EndsWith("IgnoreCase", StringComparison.Ordinal);
                return type.Name != Comparer && call is { Instance: { } instance, Arguments: [var only, ..] } ? Of(instance, only.Value, isEqual: true, ignoresCase)
                    : call.Arguments is [var one, var other, ..] ? Of(one.Value, other.Value, isEqual: true, ignoresCase)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>True if the comparison finds two texts to be the same.</summary>
    public bool Finds(string one, string other) => string.Equals(one, other, IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static TextComparison Of(IOperation left, IOperation right, bool isEqual, bool ignoresCase)
    {
        var (first, second) = (WithoutCase(left), WithoutCase(right));
        return new TextComparison(first ?? left.Bare(), second ?? right.Bare(), isEqual, ignoresCase || first is not null || second is not null);
    }

    /// <summary>What is put into one case: <c>system.Name.ToLower()</c>; null if nothing is.</summary>
    private static IOperation? WithoutCase(IOperation operation) => operation.Bare() switch
    {
        IConditionalAccessOperation { WhenNotNull: var inner } => WithoutCase(inner),
        IInvocationOperation { TargetMethod: { Name: nameof(string.ToLower) or nameof(string.ToUpper) or nameof(string.ToLowerInvariant) or nameof(string.ToUpperInvariant), ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text } => text.Bare(),
        _ => null,
    };
}
