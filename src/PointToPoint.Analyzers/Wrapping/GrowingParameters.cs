using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Addresses that a method hands on to itself, each time with more: <c>Load(path + "/next")</c>. What its first caller gives is one of many, and the others are known only
/// as far as that stays in them.
/// </summary>
internal sealed class GrowingParameters(EndpointResolver endpoints)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Growth>> _known = new(Declarations.Comparer);

    /// <param name="method">The method that calls itself.</param>
    /// <param name="inside">The frame of the first call.</param>
    /// <param name="own">What the method gives itself.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public Frame In(IMethodSymbol method, Frame inside, IEnumerable<IArgumentOperation> own, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(method, out var growing))
        {
            growing = _known.GetOrAdd(method, [.. own.Select(argument => Of(argument, cancellation)).OfType<Growth>()]);
        }

        var values = inside.Values;
        foreach (var growth in growing)
        {
            if (inside.Arguments.TryGetValue(growth.Parameter, out var given))
            {
                values = values.SetItem(growth.Parameter, growth.Rounds(endpoints.TextOf(given.Operation, given.Frame, new Evaluation(cancellation))));
            }
        }

        return values == inside.Values || inside.Within is not null || method.DeclaringSyntaxReferences is not [var declared] ? inside : inside.At(declared.GetSyntax(cancellation), values);
    }

    /// <summary>How an argument makes its parameter grow; null if it doesn't, or the method gives the parameter other values by itself.</summary>
    private Growth? Of(IArgumentOperation argument, CancellationToken cancellation)
    {
        if (argument.Parameter?.OriginalDefinition is not { } parameter || !VariableValues.IsAddress(parameter.Type) || argument.Value.Bare() is IParameterReferenceOperation or ILiteralOperation
            || parameter.ContainingSymbol.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()).OfType<AssignmentExpressionSyntax>()
                .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == parameter.Name))
        {
            return null;
        }

        var next = endpoints.TextOf(argument.Value, Frame.Unapplied, new Evaluation(cancellation)).Alternatives.Where(alternative => alternative.Parts.Any(part => IsOf(part, parameter))).ToList();
        return next.Count == 0 ? null : new Growth(parameter, next.TrueForAll(alternative => IsOf(alternative.Parts[0], parameter)));
    }

    private static bool IsOf(Part part, IParameterSymbol parameter) => part is HolePart { On: { } on } && Declarations.Same(on, parameter);

    /// <param name="Parameter">What grows.</param>
    /// <param name="IsAtEnd">True if it is still there at the start of what comes next.</param>
    private sealed record Growth(IParameterSymbol Parameter, bool IsAtEnd)
    {
        public TextValue Rounds(TextValue first)
        {
            var more = TextValue.Unknown($"parameter '{Parameter.Name}', which grows each time that {Parameter.ContainingSymbol.Name()} calls itself");
            return first.Or(!IsAtEnd ? more : UriText.IsUri(Parameter.Type) ? first.Select(Origin).Then(more) : first.Then(more));
        }

        /// <summary>What stays of a Uri that another is put behind.</summary>
        private static Alternative Origin(Alternative alternative)
        {
            var text = new PartText(alternative);
            var path = text.Text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? text.Text.IndexOf('/', scheme + 3) : -1;
            return path < 0 ? alternative : text.Cut(0, path + 1);
        }
    }
}
