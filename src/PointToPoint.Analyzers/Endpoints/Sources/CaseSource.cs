using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>text.ToLowerInvariant()</c> and its like: what is known changes case, holes stay holes.</summary>
internal sealed class CaseSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { Instance: { } text, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String } method })
        {
            return null;
        }

        Func<string, string>? change = method.Name switch
        {
            nameof(string.ToLower) or nameof(string.ToLowerInvariant) => part => part.ToLowerInvariant(),
            nameof(string.ToUpper) or nameof(string.ToUpperInvariant) => part => part.ToUpperInvariant(),
            _ => null,
        };
        return change is null ? null : evaluator.Evaluate(text, frame, evaluation).Literally(change);
    }
}
