using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>parts.Aggregate(root, (url, part) => $"{url}/{part}")</c>: a loop in one expression.</summary>
internal sealed class AggregateSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: nameof(Enumerable.Aggregate), ContainingType.Name: nameof(Enumerable) }, Arguments: { Length: 2 or 3 } arguments }
            || arguments.FirstOrDefault(argument => argument.Parameter?.Name == "func")?.Value.Bare() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var so, var next] } step }
            || arguments.Any(argument => argument.Parameter?.Name == "resultSelector")
            || MethodBodies.Returns(step, frame) is not [var made])
        {
            return null;
        }

        var elements = sequences.OrMany(arguments[0].Value, frame, evaluator, evaluation);
        var value = arguments.FirstOrDefault(argument => argument.Parameter?.Name == "seed") is { } seed ? evaluator.Evaluate(seed.Value, frame, evaluation) : null;
        foreach (var element in elements)
        {
            var text = element.Evaluate(evaluator, evaluation);
            value = value is null ? text : evaluator.Evaluate(made.Operation, frame.At(step.Syntax, frame.Values.SetItem(so, value).SetItem(next, text)), evaluation);
            if (value.IsExhausted)
            {
                break;
            }
        }

        return value;
    }
}
