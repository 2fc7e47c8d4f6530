using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Operators and conversions that a type declares: what they give is what their bodies return, and nothing that their operands look like.</summary>
internal static class Operators
{
    /// <summary>The call that an operation is; null if the language's own operator is meant.</summary>
    public static Call? Of(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: { } method } conversion => Of(conversion, method, conversion.Operand),
        IUnaryOperation { OperatorMethod: { } method } unary => Of(unary, method, unary.Operand),
        IBinaryOperation { OperatorMethod: { } method } binary => Of(binary, method, binary.LeftOperand, binary.RightOperand),
        ICompoundAssignmentOperation { OperatorMethod: { IsStatic: true } method } assignment => Of(assignment, method, assignment.Target, assignment.Value),
        _ => null,
    };

    /// <summary>True for an operator that a type declares: a sum of texts is the language's own.</summary>
    public static bool IsDeclared(IMethodSymbol? method) => method is { ContainingType.SpecialType: not SpecialType.System_String };

    /// <summary>How a person names it: <c>Route.operator +</c>.</summary>
    public static string Name(IMethodSymbol method) => method.MethodKind == MethodKind.Conversion
        ? $"conversion of {method.Parameters.FirstOrDefault()?.Type.Name} to {method.ReturnType.Name}"
        : $"{method.ContainingType.Name}.operator {method.Name.Substring(method.Name.IndexOf('_') + 1)}";

    private static Call Of(IOperation operation, IMethodSymbol method, params IOperation[] operands) =>
        new() { Operation = operation, Target = method, Arguments = [.. operands.Select((operand, i) => (i, operand))] };
}
