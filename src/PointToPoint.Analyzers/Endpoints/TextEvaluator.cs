using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Walks back from the use of a text or address to what it may be, on demand: asks the sources that know the operation's kind, else follows
/// the value's flow, else says why it is unknown.
/// </summary>
internal sealed class TextEvaluator
{
    private readonly ValueFlow _flow;
    private readonly ImmutableDictionary<OperationKind, ImmutableArray<TextSource>> _sources;

    public TextEvaluator(ValueFlow flow, IEnumerable<TextSource> sources)
    {
        _flow = flow;
        _sources = sources.SelectMany(source => source.Kinds, (source, kind) => (source, kind))
            .GroupBy(pair => pair.kind, pair => pair.source)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public TextValue Evaluate(Place place, Evaluation evaluation) => Evaluate(place.Operation, place.Frame, evaluation);

    public TextValue Evaluate(IOperation operation, Frame frame, Evaluation evaluation)
    {
        operation = operation.Bare();
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return OfConstant(operation, constant);
        }

        // A field to the language, a constant to everybody else.
        if (operation is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } })
        {
            return TextValue.Literal("", "literal");
        }

        if (!evaluation.TryEnter())
        {
            return TextValue.Exhausted("an address that takes more than " + Limits.Steps + " steps to work out");
        }

        try
        {
            if (_sources.TryGetValue(operation.Kind, out var knowing))
            {
                foreach (var source in knowing)
                {
                    if (source.Evaluate(operation, frame, this, evaluation) is { } value)
                    {
                        return value;
                    }
                }
            }

            return Follow(operation, frame, evaluation);
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private TextValue Follow(IOperation operation, Frame frame, Evaluation evaluation)
    {
        var hop = _flow.Next(operation, frame, evaluation.Cancellation);
        if (hop is null)
        {
            return TextValue.Unknown(Unknowns.Describe(operation), Unknowns.On(operation));
        }

        if (hop.Variable is { } variable && !evaluation.TryEnter(variable, operation.Syntax, frame))
        {
            return TextValue.Unknown($"'{variable.Name()}', which depends on itself");
        }

        try
        {
            TextValue? value = hop.Unknown is null ? null : TextValue.Unknown(hop.Unknown, hop.On);
            foreach (var source in hop.Sources)
            {
                var next = Evaluate(source, evaluation);
                value = value is null ? next : value.Or(next);
                if (value.IsExhausted)
                {
                    break;
                }
            }

            value ??= TextValue.Unknown(Unknowns.Describe(operation), Unknowns.On(operation));
            return hop.Step is null ? value : value.From(hop.Step);
        }
        finally
        {
            if (hop.Variable is { } left)
            {
                evaluation.Leave(left, operation.Syntax, frame);
            }
        }
    }

    private static TextValue OfConstant(IOperation operation, object constant)
    {
        var text = constant as string ?? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var step = operation switch
        {
            IFieldReferenceOperation field => "constant " + field.Field.Name(),
            ILocalReferenceOperation local => "constant " + local.Local.Name,
            _ when operation.Syntax is not InterpolatedStringTextSyntax => "literal",
            _ => null,
        };
        return TextValue.Literal(text, step);
    }
}
