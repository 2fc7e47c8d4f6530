using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Tells a parameter that brings a part of a path (<c>"api/" + p</c>, called with <c>"orders"</c>) from one that brings a value in it: where its name doesn't say, what
/// the callers give does.
/// </summary>
internal sealed class PathParameters(CallSites sites, FunctionUses functions, EndpointResolver endpoints)
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
        if (through.Length >= Limits.CallerDepth || through.Contains(parameter, Declarations.Comparer))
        {
            return false;
        }

        foreach (var (given, frame) in Given(parameter, cancellation).Take(CallersAsked))
        {
            // A choice between a text and what only run time knows, such as `ip ?? "unknown"`, is a value.
            var texts = endpoints.TextOf(given, frame, new Evaluation(cancellation)).Alternatives;
            if (!texts.IsEmpty && texts.All(text => text.Parts.Any(part => part switch
            {
                LiteralPart literal => literal.Text.Any(char.IsLetter),
                HolePart { On: { } further } => IsPath(further, through.Add(parameter), cancellation),
                _ => false,
            })))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the callers of its method give for a parameter.</summary>
    private IEnumerable<Place> Given(ISymbol parameter, CancellationToken cancellation) => parameter is not IParameterSymbol { Ordinal: var ordinal, ContainingSymbol: IMethodSymbol method } ? [] : method.MethodKind switch
    {
        MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation =>
            sites.Of(method, cancellation).SelectMany(call => call.Arguments.Where(argument => argument.Ordinal == ordinal)).Select(argument => new Place(argument.Value, Frame.Root))
                .Concat(sites.References(method, cancellation).SelectMany(reference => Given(functions.Calls(reference, cancellation), ordinal))),
        MethodKind.AnonymousFunction => Given(functions.Calls(method, cancellation), ordinal),
        _ => [],
    };

    private static IEnumerable<Place> Given(ImmutableArray<FunctionCall> calls, int ordinal) =>
        calls.SelectMany(call => call.Operation.Arguments.Where(argument => argument.Parameter?.Ordinal == ordinal).Select(argument => new Place(argument.Value, call.Frame)));
}
