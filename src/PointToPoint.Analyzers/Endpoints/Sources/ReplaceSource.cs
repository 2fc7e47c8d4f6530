using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>"https://erp/orders/{id}".Replace("{id}", id)</c>: each place gets what is put there, known or a hole.</summary>
internal sealed class ReplaceSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation
            {
                Instance: { } text, Arguments: [var old, var replacement, ..], TargetMethod: { Name: nameof(string.Replace), ContainingType: { Name: nameof(String) or nameof(System.Text.StringBuilder) } },
            })
        {
            return null;
        }

        var value = evaluator.Evaluate(text, frame, evaluation);
        var by = evaluator.Shown(replacement.Value, frame, evaluation);

        // What is looked for isn't known: it may be anywhere, but hardly in the origin.
        return evaluator.Evaluate(old.Value, frame, evaluation).Constant is { Length: > 0 } searched ? value.SelectMany(alternative => Replace(alternative, searched, by)) : value;
    }

    private static TextValue Replace(Alternative alternative, string searched, TextValue by)
    {
        var text = new PartText(alternative);
        TextValue? value = null;
        var start = 0;
        for (var found = text.Text.IndexOf(searched, StringComparison.Ordinal); found >= 0; found = text.Text.IndexOf(searched, start, StringComparison.Ordinal))
        {
            value = Then(text.Cut(start, found)).Then(by);
            start = found + searched.Length;
            if (value.IsExhausted)
            {
                return value;
            }
        }

        return start == 0 ? TextValue.Of(alternative) : Then(text.From(start));

        TextValue Then(Alternative next) => value is null ? TextValue.Of(next) : value.Then(TextValue.Of(next));
    }
}
