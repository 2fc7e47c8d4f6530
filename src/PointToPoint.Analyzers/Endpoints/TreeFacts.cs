using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// What a tree says by its syntax alone, found in one reading and kept for as long as the tree lives. Holds no symbol and no node.
/// </summary>
/// <param name="Registrations">Calls that look like registrations of a client.</param>
/// <param name="Bindings">Calls that look like bindings of an options class.</param>
internal sealed record TreeFacts(ImmutableArray<RegistrationCandidate> Registrations, ImmutableArray<BindingCandidate> Bindings)
{
    public static readonly TreeFacts None = new([], []);

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        var registrations = RegistrationScan.IsWorthwhile(text);
        var bindings = BindingScan.IsWorthwhile(text);
        if (!registrations && !bindings)
        {
            return None;
        }

        var root = tree.GetRoot(cancellation);
        return new TreeFacts(registrations ? RegistrationScan.Of(root) : [], bindings ? BindingScan.Of(root) : []);
    }
}
