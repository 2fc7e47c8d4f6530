using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// A flag, or a member of an enum, that the caller's object doesn't set: <c>new Request { Url = url }</c> is one whose <c>Verb</c> is what the class starts with. That decides branches, as what is
/// set does.
/// </summary>
internal sealed class StartValueSource(ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        !frame.Arguments.IsEmpty && operation is IPropertyReferenceOperation { Type: INamedTypeSymbol type } property && (type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean)
            && flow.StartOnOwn(property, frame, evaluation.Cancellation) is { Initial: var initial }
            ? initial is not null ? evaluator.Evaluate(initial, Frame.Root, evaluation) : TextValue.Literal(Default(type), "default")
            : null;

    private static string Default(INamedTypeSymbol type) => type.TypeKind != TypeKind.Enum ? "False"
        : type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Convert.ToInt64(member.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == 0)?.Name ?? "0";
}
