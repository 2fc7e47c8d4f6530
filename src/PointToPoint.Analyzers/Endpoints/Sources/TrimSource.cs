using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>url.TrimEnd('/')</c> and its like: characters, an array of them in a field, or none for white space.</summary>
internal sealed class TrimSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { Instance: { } text, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String } method } call
            || method.Name is not (nameof(string.TrimEnd) or nameof(string.TrimStart) or nameof(string.Trim)))
        {
            return null;
        }

        var value = evaluator.Evaluate(text, frame, evaluation);

        // Nobody trims an origin off: with characters that aren't known the text is what it was, but for a few at its ends.
        return Characters(call, frame, evaluator, evaluation) is { } characters
            ? value.Select(alternative => Trim(alternative, method.Name, characters))
            : value;
    }

    /// <summary>What is trimmed; empty for white space, null if that isn't known.</summary>
    private char[]? Characters(IInvocationOperation call, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var characters = new List<char>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue.Value is char single)
            {
                characters.Add(single);
                continue;
            }

            if (sequences.Of(argument.Value, frame, evaluator, evaluation) is not { } elements)
            {
                return null;
            }

            foreach (var element in elements)
            {
                if (element.Evaluate(evaluator, evaluation).Constant is not { Length: 1 } one)
                {
                    return null;
                }

                characters.Add(one[0]);
            }
        }

        return [.. characters];
    }

    /// <summary>What is left of a text.</summary>
    /// <param name="alternative">The text.</param>
    /// <param name="method"><c>Trim</c>, <c>TrimEnd</c> or <c>TrimStart</c>.</param>
    /// <param name="characters">What is cut off; white space if there are none.</param>
    public static Alternative Trim(Alternative alternative, string method, char[] characters)
    {
        var text = new PartText(alternative);
        var start = method == nameof(string.TrimEnd) ? 0 : text.Text.Length - text.Text.TrimStart(characters).Length;
        var end = method == nameof(string.TrimStart) ? text.Text.Length : text.Text.TrimEnd(characters).Length;
        return text.Cut(start, Math.Max(start, end));
    }
}
