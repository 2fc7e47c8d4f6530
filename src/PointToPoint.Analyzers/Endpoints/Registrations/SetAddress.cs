using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>A base address that configures a registered client.</summary>
/// <param name="Value">The address, and what the parameters in it stand for.</param>
/// <param name="Steps">The methods of the code's own through which the client came to it, the outermost first, as a person would say them.</param>
/// <param name="IsSure">True if nothing may leave it out: then it overwrites what was set before.</param>
internal sealed record SetAddress(Place Value, ImmutableArray<string> Steps, bool IsSure)
{
    /// <summary>Of addresses that are set one after the other, those that may be the last.</summary>
    public static ImmutableArray<SetAddress> Last(IEnumerable<SetAddress> addresses)
    {
        var all = addresses.ToList();
        return [.. all.Skip(Math.Max(0, all.FindLastIndex(address => address.IsSure)))];
    }
}
