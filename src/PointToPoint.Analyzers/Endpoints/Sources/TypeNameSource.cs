using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>typeof(T).Name</c>: general clients make their paths of what they carry.</summary>
internal sealed class TypeNameSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IPropertyReferenceOperation { Property.Name: nameof(Type.Name), Instance: { } instance } && instance.Bare() is ITypeOfOperation { TypeOperand: var operand }
            ? frame.Resolve(operand) switch
            {
                ITypeParameterSymbol parameter => TextValue.Unknown($"the name of type '{parameter.Name}'", parameter),
                { } type => TextValue.Literal(type.MetadataName, "name of " + type.Name),
            }
            : null;
}
