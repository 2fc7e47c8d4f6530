using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// What the callers of a private method hand it as its client. Nobody else calls it: where all hand it the same, it sends there, and its callers say nothing that has to be told at them.
/// </summary>
internal sealed class GivenClients(CallSites sites)
{
    /// <summary>The arguments; none if somebody may call the method whom nobody sees.</summary>
    public ImmutableArray<IOperation> Of(IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } method
            || (method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility != Accessibility.Private) || !sites.References(method, cancellation).IsEmpty)
        {
            return [];
        }

        var calls = sites.Of(method, cancellation);
        var given = calls.SelectMany(call => call.Arguments.Where(argument => argument.Ordinal == parameter.Ordinal)).Select(argument => argument.Value).ToImmutableArray();
        return calls.Length > Limits.Callers || given.Length < calls.Length || given.Any(value => value.IsImplicit) ? [] : given;
    }

    /// <summary>True if all callers hand over clients of the same address, which none of their own callers says.</summary>
    public static bool Agree(IReadOnlyList<ImmutableArray<ClientOrigin>> each) => each.All(origins => !origins.IsEmpty && origins.All(IsSettled))
        && each.Select(origins => string.Join("\n", origins.Select(Display).OrderBy(place => place, StringComparer.Ordinal))).Distinct().Take(2).Count() == 1;

    private static bool IsSettled(ClientOrigin origin) =>
        origin.On is null && origin.BaseAddress?.Alternatives.Any(alternative => alternative.On is not null || alternative.Parts.Any(part => part is HolePart { On: not null })) != true;

    private static string Display(ClientOrigin origin) =>
        $"{(origin.BaseAddress is { } address ? string.Join(" | ", address.Alternatives.Select(alternative => Address.Read(alternative).Display().TrimEnd('/'))) : origin.Unknown)}\t{origin.ClientName}\t{origin.ClientType?.Name}\t{origin.IsGateway}\t{origin.GatewaySystem}\t{origin.IsInProcess}";
}
