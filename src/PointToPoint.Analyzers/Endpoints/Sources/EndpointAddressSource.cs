using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>new EndpointAddress(text)</c>: the address of a web service, and <c>IPAddress.Parse(text)</c>: that of a socket.</summary>
internal sealed class EndpointAddressSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ObjectCreation, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IObjectCreationOperation { Arguments: [var uri, ..], Type: { } type } when Is(type) => evaluator.Evaluate(uri.Value, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType: { Name: "IPAddress", ContainingNamespace.Name: "Net" } }, Arguments: [var text, ..] } => evaluator.Evaluate(text.Value, frame, evaluation),
        _ => null,
    };

    /// <summary>True for the type that holds a web service's address.</summary>
    public static bool Is(ITypeSymbol? type) => type is { Name: "EndpointAddress", ContainingNamespace.Name: "ServiceModel" } or { Name: "EndpointAddress", TypeKind: TypeKind.Error };
}
