using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>HttpMethod.Get</c>, <c>new HttpMethod("GET")</c> and <c>verb.Method</c>: a verb's text, which conditions ask for.</summary>
internal sealed class HttpMethodSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.ObjectCreation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IPropertyReferenceOperation { Property: var property, Instance: null } when HttpMethods.Is(property) => TextValue.Literal(property.Name.ToUpperInvariant()),
        IPropertyReferenceOperation { Property: { Name: "Method", ContainingType: { } type }, Instance: { } verb } when HttpMethods.Is(type) => evaluator.Evaluate(verb, frame, evaluation),
        IObjectCreationOperation { Arguments: [var text], Type: { } made } when HttpMethods.Is(made) => evaluator.Evaluate(text.Value, frame, evaluation).Literally(part => part.ToUpperInvariant()),
        _ => null,
    };
}
