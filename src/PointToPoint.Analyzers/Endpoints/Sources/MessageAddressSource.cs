using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>new Uri(root, message.RequestUri)</c>: the address that a message was given before.</summary>
internal sealed class MessageAddressSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    /// <summary>Reads a message; set once what reads them exists.</summary>
    public Func<IOperation, MessageShape, Frame, Evaluation, RequestMessage?> Read { get; set; } = (_, _, _, _) => null;

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "RequestUri", ContainingType: { Name: "HttpRequestMessage" } type }, Instance: { } message } && MessageShape.Http.Is(type)
            && Read(message, MessageShape.Http, frame, evaluation) is { } read
            ? read.Address ?? (read.On is { } on ? TextValue.Unknown(Unknowns.Describe(message.Bare()), on, "RequestUri") : null)
            : null;
}
