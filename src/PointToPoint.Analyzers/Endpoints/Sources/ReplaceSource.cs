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
        return evaluator.Evaluate(old.Value, frame, evaluation).Constant is { Length: > 0 } searched ? value.SelectMany(alternative => Replace(alternative, searched, by, ComparisonOf((IInvocationOperation)operation))) : value;
    }

    /// <summary>How it compares; what only run time knows may ignore case, and so do words of other languages here.</summary>
    private static StringComparison ComparisonOf(IInvocationOperation call) => (call.Argument("comparisonType") ?? call.Argument("ignoreCase")) switch
    {
        null => StringComparison.Ordinal,
        { ConstantValue: { HasValue: true, Value: false or (int)StringComparison.Ordinal or (int)StringComparison.CurrentCulture or (int)StringComparison.InvariantCulture } } => StringComparison.Ordinal,
        _ => StringComparison.OrdinalIgnoreCase,
    };

    private static TextValue Replace(Alternative alternative, string searched, TextValue by, StringComparison comparison)
    {
        var text = new PartText(alternative);
        TextValue? value = null;
        var start = 0;
        for (var found = text.Text.IndexOf(searched, comparison); found >= 0; found = text.Text.IndexOf(searched, start, comparison))
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
