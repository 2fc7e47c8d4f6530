using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// What is read out of a connection string by a builder: <c>builder["Endpoint"]</c>, <c>builder.TryGetValue("Endpoint", out var url)</c>,
/// <c>new SqlConnectionStringBuilder(text).DataSource</c>. Only what says where; the rest is nobody's business.
/// </summary>
internal sealed class ConnectionStringWordSource(ConnectionStringBuilderSource builders) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (builder, word) = operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed, Arguments: [var under] } => (indexed, evaluator.Evaluate(under.Value, frame, evaluation).Constant),
            IPropertyReferenceOperation { Property: { Name: not "ConnectionString", Type.SpecialType: SpecialType.System_String }, Instance: { } typed } property => (typed, property.Property.Name),
            IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } asked, Arguments: [var under, _] } => (asked, evaluator.Evaluate(under.Value, frame, evaluation).Constant),
            _ => default,
        };
        return builder is not null && word is not null && ConnectionStringBuilderSource.IsBuilder(builder.Bare().Type) && ConnectionStrings.IsTold(word) && builders.Of(builder, frame, evaluator, evaluation) is { } text
            ? ConnectionStrings.Word(text, word)
            : null;
    }
}
