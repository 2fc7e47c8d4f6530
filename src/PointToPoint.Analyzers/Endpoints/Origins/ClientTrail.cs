using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The way from the call to where the client is made.</summary>
internal sealed record ClientTrail(IOperation Use, ImmutableArray<(IOperation Use, ISymbol Variable)> Hops, ImmutableArray<string> Steps)
{
    public ImmutableArray<ISymbol> Variables => [.. Hops.Select(hop => hop.Variable)];

    public ClientTrail Through(IOperation use, ISymbol variable, string? step) =>
        this with { Hops = Hops.Add((use, variable)), Steps = step is null || Steps.Length >= Limits.Provenance ? Steps : Steps.Add(step) };
}
