using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>The name of options.</summary>
internal static class OptionsName
{
    /// <summary>The name that an argument gives, empty for the default one; null if it may be any.</summary>
    public static string? Of(IOperation argument, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => argument.Bare() switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => "",
        IFieldReferenceOperation { Field: { Name: "DefaultName", ContainingType.Name: "Options" } } => "",
        _ => evaluator.Evaluate(argument, frame, evaluation).Constant,
    };
}
