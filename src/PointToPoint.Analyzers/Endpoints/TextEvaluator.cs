using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

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
        // One conversion after the other: an enum's member cast to int is a number, not its name.
        for (IOperation? next = operation; next is not null; next = next.Unwrapped())
        {
            operation = next;
            if (operation.ConstantValue is { HasValue: true, Value: { } constant } && !IsMadeOfSecrets(operation))
            {
                return OfConstant(operation, constant);
            }
        }

        if (operation is ILocalReferenceOperation or IParameterReferenceOperation && frame.ValueOf(operation.Variable()!, operation.Syntax) is { } held)
        {
            return held;
        }

        // A field to the language, a constant to everybody else.
        if (operation is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } })
        {
            return TextValue.Literal("", "literal");
        }

        if (evaluation.Kept(operation, frame) is { } kept)
        {
            return kept;
        }

        if (!evaluation.TryEnter())
        {
            return TextValue.Exhausted(evaluation.Exhaustion);
        }

        try
        {
            var before = evaluation.Breaks;
            var found = Found(operation, frame, evaluation);
            found = Numbers.Are(operation.Type) ? found.Select(AsNumber) : found;
            evaluation.Keep(operation, frame, found, before);
            return found;
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private static Alternative AsNumber(Alternative value) => value is { Parts: [HolePart hole] } ? value with { Parts = [hole with { IsNumber = true }] } : value;

    private TextValue Found(IOperation operation, Frame frame, Evaluation evaluation)
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

        return Followed(operation, frame, evaluation);
    }

    /// <summary>True for a sum or an interpolation of constants, one of which is named like a secret: a constant to the compiler, and yet not to be taken as one text.</summary>
    public static bool IsMadeOfSecrets(IOperation operation) => operation is IBinaryOperation or IInterpolatedStringOperation
        && operation.Descendants().Any(part => part is IFieldReferenceOperation or ILocalReferenceOperation && Secrets.IsSecretName(part.Variable()!.Name));

    /// <summary>The text that a value is shown as where texts are put together: nothing for null, a Uri by its own rules.</summary>
    public TextValue Shown(IOperation operation, Frame frame, Evaluation evaluation)
    {
        var bare = operation.Bare();
        return bare.ConstantValue is { HasValue: true, Value: null } ? TextValue.Literal("")
            : UriText.IsUri(bare.Type) ? Evaluate(operation, frame, evaluation).Select(UriText.Canonical)
            : Evaluate(operation, frame, evaluation);
    }

    /// <summary>What the flow of values alone says, whatever the sources know of it.</summary>
    public TextValue Followed(IOperation operation, Frame frame, Evaluation evaluation)
    {
        var hop = _flow.Next(operation, frame, evaluation.Cancellation);
        if (hop is null && operation is IPropertyReferenceOperation { Property: var property } && evaluation.IsWithin(property))
        {
            // A => B, B => A: each round is a call of its own, and there are only so many.
            return TextValue.Unknown($"'{property.Name()}', which depends on itself");
        }

        if (hop is null)
        {
            return SymbolOf(operation, frame, evaluation) ?? TextValue.Unknown(Unknowns.Describe(operation, frame), Unknowns.On(operation));
        }

        return Follow(hop, operation, frame, evaluation);
    }

    /// <summary>What a called method leaves in the variable it is given as <c>out</c>; null if that can't be looked into.</summary>
    public TextValue? GivenBack(IArgumentOperation argument, Frame frame, Evaluation evaluation) =>
        _flow.OfOut(argument, frame, evaluation.Cancellation) is { } hop ? Follow(hop, argument, frame, evaluation) : null;

    /// <summary>The bodies that a call runs, each with its parameters and the frame it runs in; none if not all of them are known.</summary>
    public ImmutableArray<(IOperation Body, ImmutableArray<IParameterSymbol> Parameters, Frame Frame)> BodiesRunBy(IInvocationOperation call, Frame frame, CancellationToken cancellation) => _flow.BodiesRunBy(call, frame, cancellation);

    /// <summary>The tuples that a value may be; none if not all of them are known.</summary>
    public ImmutableArray<Place> TuplesOf(Place value, CancellationToken cancellation) => _flow.Tuples.WholesOf(value, cancellation);

    /// <summary>What stands at a place in a tuple; null if that isn't one thing.</summary>
    public Place? ElementOf(Place tuple, ImmutableArray<int> path, CancellationToken cancellation) => _flow.Tuples.ElementsOf(tuple, path, cancellation) is [var element] ? element : null;

    private TextValue Follow(Hop hop, IOperation operation, Frame frame, Evaluation evaluation)
    {
        if (hop.Variable is { } variable && !evaluation.TryEnter(variable, operation.Syntax, frame))
        {
            return TextValue.Unknown($"'{variable.Name()}', which depends on itself");
        }

        try
        {
            TextValue? value = hop.Unknown is null ? null
                : evaluation is { IsAlone: true, IsOfMail: true } && hop.On is IParameterSymbol && MailSettings.Of(operation, frame) is { } handed ? handed
                : TextValue.Unknown(hop.Unknown, hop.On, operation is IMemberReferenceOperation member ? member.Member.Name : (operation as IInvocationOperation)?.TargetMethod.Name);
            foreach (var source in hop.Sources)
            {
                var next = Evaluate(source, evaluation).ChosenBy(source.Frame.Among);
                value = value is null ? next : value.Or(next);
                if (value.IsExhausted)
                {
                    break;
                }
            }

            value ??= TextValue.Unknown(Unknowns.Describe(operation), Unknowns.On(operation));
            if ((value.IsUnknown || value.IsOfMembers) && SymbolOf(operation, frame, evaluation) is { } symbol)
            {
                return symbol;
            }

            value = (hop.Variable is { } holder ? value.In(holder.Name) : value).ChosenBy(hop.Unknown is null ? hop.On : hop.On as ITypeParameterSymbol);
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

    private static TextValue? SymbolOf(IOperation operation, Frame frame, Evaluation evaluation) =>
        (evaluation.IsOfMail ? MailSettings.Of(operation, frame) : null) ?? SettingsSymbol.Of(operation, frame);

    private static TextValue OfConstant(IOperation operation, object constant)
    {
        var step = operation.Bare() switch
        {
            IFieldReferenceOperation field => "constant " + field.Field.Name(),
            ILocalReferenceOperation local => "constant " + local.Local.Name,
            _ when operation.Syntax is not InterpolatedStringTextSyntax => "literal",
            _ => null,
        };
        var value = TextValue.Literal(constant as string ?? MemberOf(operation.Type, constant) ?? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "", step);
        return operation.Bare().Variable() is { } variable ? value.In(variable.Name) : value;
    }

    /// <summary>The name that an enum's value is shown by; null if it is no enum, or has no name.</summary>
    private static string? MemberOf(ITypeSymbol? type, object constant) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, constant))?.Name
        : null;
}
