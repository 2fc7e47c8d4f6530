using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Addresses that don't bind because a package is missing: <c>new(text)</c> assigned to the property of a type that isn't
/// there.
/// </summary>
internal sealed class UnboundSource(CodeBase code) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invalid];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => !code.MayLackPackages ? null : operation.Syntax switch
    {
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [var text] } => Of(text.Expression, frame, evaluator, evaluation),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var text, ..], Type: var type } when SyntaxNames.OfType(type) == nameof(Uri) => Of(text.Expression, frame, evaluator, evaluation),
        _ => null,
    };

    private TextValue? Of(ExpressionSyntax text, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        code.OperationAt(text, evaluation.Cancellation) is { } value ? evaluator.Evaluate(value, frame, evaluation) : null;
}
