using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>
/// Tells a parameter that brings a part of a path (<c>"api/" + p</c>, called with <c>"orders"</c>) from one that brings a value in it: where its name doesn't say, what
/// the callers give does.
/// </summary>
internal sealed class PathParameters(CallSites sites, EndpointResolver endpoints)
{
    private const int CallersAsked = 32;

    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(Declarations.Comparer);

    /// <summary>What a destination depends on, callers asked.</summary>
    public ImmutableArray<ISymbol> On(Resolution resolution, CancellationToken cancellation) =>
        resolution.MayOn.IsEmpty ? resolution.On : resolution.On.AddRange(resolution.MayOn.Where(parameter => IsPath(parameter, cancellation)));

    private bool IsPath(ISymbol parameter, CancellationToken cancellation) =>
        _known.TryGetValue(parameter, out var known) ? known : _known.GetOrAdd(parameter, IsPath(parameter, [], cancellation));

    private bool IsPath(ISymbol parameter, ImmutableArray<ISymbol> through, CancellationToken cancellation)
    {
        if (parameter is not IParameterSymbol { Ordinal: var ordinal, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } method }
            || through.Length >= Limits.CallerDepth || through.Contains(parameter, Declarations.Comparer))
        {
            return false;
        }

        foreach (var call in sites.Of(method, cancellation).Take(CallersAsked))
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Ordinal == ordinal).Value is not { } given)
            {
                continue;
            }

            var parts = endpoints.TextOf(given, new Evaluation(cancellation)).Alternatives.SelectMany(alternative => alternative.Parts).ToList();
            if (parts.OfType<LiteralPart>().Any(part => part.Text.Any(char.IsLetter))
                || parts.OfType<HolePart>().Any(part => part.On is { } further && IsPath(further, through.Add(parameter), cancellation)))
            {
                return true;
            }
        }

        return false;
    }
}
