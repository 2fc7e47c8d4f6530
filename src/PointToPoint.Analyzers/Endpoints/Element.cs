using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>One element of a collection: code that makes it, or what its text is known to be.</summary>
/// <param name="Place">The code.</param>
/// <param name="Text">The text, where there is no code of its own.</param>
/// <param name="IsMany">True if it stands for elements that nobody knows, however many.</param>
internal readonly record struct Element(Place? Place, TextValue? Text, bool IsMany = false)
{
    /// <summary>True if a condition that isn't decided may leave it out, so that nobody can count on its place.</summary>
    public bool MayBeLeftOut { get; init; }

    /// <summary>True if nothing has to be worked out.</summary>
    public bool IsKnown => Text is not null || Place!.Value.Operation.ConstantValue.HasValue;

    public TextValue Evaluate(TextEvaluator evaluator, Evaluation evaluation) => Text ?? evaluator.Shown(Place!.Value.Operation, Place.Value.Frame, evaluation);
}
