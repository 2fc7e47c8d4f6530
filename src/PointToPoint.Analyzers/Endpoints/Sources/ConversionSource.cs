using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>x.ToString()</c>, <c>Convert.ToString(x)</c>, <c>new string(x)</c>: the text of a text, a number or an enum's member; and what is made of a text and says the same:
/// <c>int.Parse(text)</c>, <c>CompositeFormat.Parse(text)</c>, <c>"text"u8</c>.
/// </summary>
internal sealed class ConversionSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Utf8String];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: nameof(ToString) }, Instance: { Type: { } type } shown } call when IsShown(type) =>
            InterpolationSource.Formatted(evaluator.Shown(shown, frame, evaluation), type, call.Argument("format") is not null),
        IInvocationOperation { TargetMethod: { Name: nameof(Convert.ToString), ContainingType: { Name: nameof(Convert), ContainingNamespace.Name: nameof(System) } }, Arguments: [var shown, ..] } =>
            evaluator.Shown(shown.Value, frame, evaluation),

        // What NSwag's clients show their parameters by: it has as many ways as there are types, and of a text or a number each says the value.
        IInvocationOperation { TargetMethod: { Name: "ConvertToString", Parameters: [{ Type.SpecialType: SpecialType.System_Object }, { Type.Name: nameof(System.Globalization.CultureInfo) }], ContainingType: var client } } converted
            when client.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.CodeDom.Compiler.GeneratedCodeAttribute))
                && converted.Arguments.First(argument => argument.Parameter?.Ordinal == 0).Value is var given && given.Bare().Type is not { SpecialType: SpecialType.System_Boolean } and not { TypeKind: TypeKind.Enum } =>
            evaluator.Shown(given, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: nameof(string.Intern) or nameof(string.Copy), ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var copied] } =>
            evaluator.Evaluate(copied.Value, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: nameof(int.Parse), ContainingType.SpecialType: SpecialType.System_Int32 }, Arguments: [{ Value.Type.SpecialType: SpecialType.System_String } read] } =>
            evaluator.Evaluate(read.Value, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: nameof(Convert.ToInt32), ContainingType: { Name: nameof(Convert), ContainingNamespace.Name: nameof(System) } }, Arguments: [{ Value.Type.SpecialType: SpecialType.System_String } read] } =>
            evaluator.Evaluate(read.Value, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType: { Name: "CompositeFormat", ContainingNamespace.Name: "Text" } }, Arguments: [var format] } => evaluator.Evaluate(format.Value, frame, evaluation),
        IInvocationOperation { TargetMethod.Name: "GetString" or "GetBytes", Instance: IPropertyReferenceOperation { Property: { Name: "UTF8", ContainingType: { Name: "Encoding", ContainingNamespace.Name: "Text" } } }, Arguments: [var coded] } =>
            evaluator.Evaluate(coded.Value, frame, evaluation),
        IUtf8StringOperation { Value: { } bytes } => TextValue.Literal(bytes, Alternative.Literal),
        _ => null,
    };

    /// <summary>True if what <c>ToString</c> makes of a value is what an interpolation would.</summary>
    private static bool IsShown(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.Name == nameof(FormattableString)
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);
}
