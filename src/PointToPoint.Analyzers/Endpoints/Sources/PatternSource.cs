using System.Collections.Immutable;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>Regex.Replace(url, "(?&lt;!:)/+", "/")</c> of a text that is wholly known. Run only for patterns that can't take long: the analyzer waits for nobody's backtracking.
/// </summary>
internal sealed class PatternSource(ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: nameof(Regex.Replace), ContainingType: { Name: nameof(Regex), ContainingNamespace.Name: "RegularExpressions" } } } call
            || call.Argument("input") is not { } input || call.Argument("replacement") is not { } replacement || call.Argument("options") is not null || call.Argument("count") is not null)
        {
            return null;
        }

        var pattern = call.Argument("pattern") is { } given ? evaluator.Evaluate(given, frame, evaluation).Plain
            : call.Instance is { } regex && Created(new Place(regex, frame), evaluation) is { Operation: IObjectCreationOperation { Arguments: [var only] }, Frame: var inside } ? evaluator.Evaluate(only.Value, inside, evaluation).Plain
            : null;
        return pattern is not null && IsSimple(pattern) && evaluator.Evaluate(replacement, frame, evaluation).Plain is { } by
            ? evaluator.Evaluate(input, frame, evaluation).Select(alternative => Replace(alternative, pattern, by))
            : null;
    }

    private Place? Created(Place regex, Evaluation evaluation)
    {
        while (evaluation.TryStep())
        {
            regex = regex with { Operation = regex.Operation.Bare() };
            if (regex.Operation is IObjectCreationOperation)
            {
                return regex;
            }

            if (flow.Next(regex.Operation, regex.Frame, evaluation.Cancellation) is not { Unknown: null, Sources: [var source] })
            {
                return null;
            }

            regex = source;
        }

        return null;
    }

    /// <summary>True for a short pattern that repeats at most twice, and no group: the time it takes grows with the square of the text, not faster.</summary>
    private static bool IsSimple(string pattern) => pattern.Length <= 64 && pattern.Where((c, i) => c is '*' or '+' or '{' || (c == '?' && i > 0 && pattern[i - 1] != '(')).Count() <= 2
        && !pattern.Zip(pattern.Skip(1), (first, second) => first == ')' && second is '*' or '+' or '{' or '?').Any(repeats => repeats);

    /// <summary>A hole may hide a match, or be part of one: then nobody knows what comes out.</summary>
    private static Alternative Replace(Alternative alternative, string pattern, string by)
    {
        var unknown = alternative with { Parts = [new HolePart("a text that a pattern is replaced in")] };
        if (alternative.Parts is not [LiteralPart { Text.Length: <= 512 } part])
        {
            return unknown;
        }

        try
        {
            return alternative with { Parts = [part with { Text = Regex.Replace(part.Text, pattern, by, RegexOptions.CultureInvariant) }] };
        }
        catch (ArgumentException)
        {
            // A pattern of a newer framework, or one that was never run.
            return unknown;
        }
    }
}
