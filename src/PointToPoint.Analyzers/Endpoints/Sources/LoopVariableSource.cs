using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>foreach (var host in Hosts) …</c>: the variable may be any of the elements.</summary>
internal sealed class LoopVariableSource(ValueFlow flow, Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.LocalReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (flow.BodyOf(operation).WritesTo(((ILocalReferenceOperation)operation).Local) is not [{ Operation: IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation } loop }]
            || sequences.Of(loop.Collection, frame, evaluator, evaluation) is not { IsEmpty: false } elements)
        {
            return null;
        }

        var value = elements[0].Evaluate(evaluator, evaluation);
        foreach (var element in elements.Skip(1))
        {
            value = value.Or(element.Evaluate(evaluator, evaluation));
            if (value.IsExhausted)
            {
                break;
            }
        }

        return value.From("foreach " + ((ILocalReferenceOperation)operation).Local.Name);
    }
}
