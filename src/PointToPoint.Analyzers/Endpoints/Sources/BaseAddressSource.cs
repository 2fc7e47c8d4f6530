using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>http.BaseAddress</c> as part of an address: <c>http.GetAsync(http.BaseAddress + "orders")</c>, <c>new Uri(http.BaseAddress!, "api/")</c>. It stands for what the client
/// puts before an address anyway, so the address is a relative one that knows where the base's path belongs.
/// </summary>
internal sealed class BaseAddressSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "BaseAddress", ContainingType: { Name: "HttpClient" } type } } && type.ToDisplayString() == HttpClientFamily.HttpClientName
            ? TextValue.Of(new Alternative([new BasePart(IsPath: false), new BasePart(IsPath: true)], ["BaseAddress"]))
            : null;
}
