using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>QueryHelpers.AddQueryString(address, …)</c>, <c>url + QueryString.Create(…)</c>: a query changes nothing about where an address leads, so all that is kept of one is
/// that it is there.
/// </summary>
internal sealed class QuerySource : TextSource
{
    private static readonly TextValue _query = TextValue.Literal("?").Then(TextValue.Unknown("a query"));

    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "AddQueryString", ContainingType.Name: "QueryHelpers" } } call when call.Argument("uri") is { } address =>
            evaluator.Evaluate(address, frame, evaluation),
        IInvocationOperation { TargetMethod.ContainingType: { } type } when IsQuery(type) => _query,
        IObjectCreationOperation { Type: { } type } when IsQuery(type) => _query,
        IPropertyReferenceOperation { Property.ContainingType: { } type } when IsQuery(type) => _query,
        _ => null,
    };

    private static bool IsQuery(ITypeSymbol type) => type.Name is "QueryString" or "QueryBuilder" && type.ContainingNamespace?.ToDisplayString() is "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Http.Extensions";
}
