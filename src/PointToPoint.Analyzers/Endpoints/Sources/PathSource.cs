using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>Path.Combine(root, "orders")</c>, which people use for addresses, and Flurl's <c>Url.Combine</c>, which knows better.</summary>
internal sealed class PathSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name, ContainingType: { } type } } call
            || !(type is { Name: nameof(Path), ContainingNamespace: { Name: nameof(System.IO), ContainingNamespace.Name: nameof(System) } } && name is nameof(Path.Combine) or "Join")
            && !(type is { Name: "Url", ContainingNamespace.Name: "Flurl" } && name == "Combine"))
        {
            return null;
        }

        var parts = call.Arguments.SelectMany(argument => argument.Value.Type?.SpecialType == SpecialType.System_String
            ? [new Element(new Place(argument.Value, frame), null)]
            : sequences.OrMany(argument.Value, frame, evaluator, evaluation));
        TextValue? value = null;
        foreach (var part in parts)
        {
            var next = part.Evaluate(evaluator, evaluation);
            value = value is null ? next : value.SelectMany(first => next.Select(second => Combine(first, second, name == nameof(Path.Combine) && type.Name == nameof(Path), type.Name != nameof(Path))));
            if (value.IsExhausted)
            {
                break;
            }
        }

        return value;
    }

    /// <param name="first">What stands before.</param>
    /// <param name="second">What is put behind.</param>
    /// <param name="rootsWin">True if a rooted part starts anew, as Path.Combine has it.</param>
    /// <param name="onlyOneSlash">True if there is one slash between, however many there were.</param>
    private static Alternative Combine(Alternative first, Alternative second, bool rootsWin, bool onlyOneSlash)
    {
        var (before, behind) = (new PartText(first), new PartText(second));
        if (behind.Text.Length == 0)
        {
            return first;
        }

        var isRooted = behind.Text[0] is '/' or '\\';
        if (before.Text.Length == 0 || (rootsWin && isRooted))
        {
            return second;
        }

        if (onlyOneSlash)
        {
            return before.Cut(0, before.Text.TrimEnd('/').Length).Then(UriText.Literal("/")).Then(behind.From(behind.Text.Length - behind.Text.TrimStart('/').Length));
        }

        return before.Text[before.Text.Length - 1] is '/' or '\\' || isRooted ? first.Then(second) : first.Then(UriText.Literal("/")).Then(second);
    }
}
