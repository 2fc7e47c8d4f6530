using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>Methods that leave a text what it is, but for its ends or its case: <c>url.TrimEnd('/')</c>, <c>text.ToString()</c>.</summary>
internal sealed class StringMethodSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var invocation = (IInvocationOperation)operation;
        if (invocation.Instance is not { Type.SpecialType: SpecialType.System_String } text || invocation.TargetMethod.ContainingType.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        Func<string, char[], string>? change = invocation.TargetMethod.Name switch
        {
            nameof(string.TrimEnd) => (part, characters) => part.TrimEnd(characters),
            nameof(string.TrimStart) => (part, characters) => part.TrimStart(characters),
            nameof(string.Trim) => (part, characters) => part.Trim(characters),
            nameof(string.ToString) => (part, _) => part,
            nameof(string.ToLowerInvariant) or nameof(string.ToLower) => (part, _) => part.ToLowerInvariant(),
            _ => null,
        };
        if (change is null || Characters(invocation) is not { } trimmed)
        {
            return null;
        }

        var value = evaluator.Evaluate(text, frame, evaluation);
        return value.Select(alternative => alternative with { Parts = Change(alternative.Parts, invocation.TargetMethod.Name, part => change(part, trimmed)) });
    }

    private static char[]? Characters(IInvocationOperation invocation)
    {
        var characters = new List<char>();
        foreach (var argument in invocation.Arguments)
        {
            foreach (var value in argument.Value.Elements())
            {
                if (value.ConstantValue.Value is not char character)
                {
                    return null;
                }

                characters.Add(character);
            }
        }

        return [.. characters];
    }

    /// <summary>Trimming reaches the first or last part only: what lies behind a hole is not at the end.</summary>
    private static ImmutableArray<Part> Change(ImmutableArray<Part> parts, string method, Func<string, string> change)
    {
        var changed = parts.ToBuilder();
        for (var i = 0; i < changed.Count; i++)
        {
            var touched = method switch
            {
                nameof(string.TrimEnd) => i == changed.Count - 1,
                nameof(string.TrimStart) => i == 0,
                nameof(string.Trim) => i == 0 || i == changed.Count - 1,
                _ => true,
            };
            if (touched && changed[i] is LiteralPart literal)
            {
                changed[i] = literal with { Text = change(literal.Text) };
            }
        }

        return changed.ToImmutable();
    }
}
