using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Finds what a manifest says twice and differently. Each is told at its later place and names the earlier one with its line.</summary>
internal sealed class ManifestContradictions(SystemsManifest manifest, ManifestValues problems)
{
    // Suggestions compare with every system; a manifest of nothing but unknown names must still be read in linear time.
    private const int MaxComparisons = 100_000;

    private readonly HashSet<string> _names = new(manifest.Systems.Select(system => SystemName.Normalize(system.Name)), StringComparer.Ordinal);
    private int _comparisons;

    public void Find()
    {
        FindClaimedTwice();
        FindEqualGatewayKeys();
        FindApprovals();
        foreach (var client in manifest.Clients.Where(client => !client.IsByTypeArgument))
        {
            CheckSystem(client.System, client.SystemSpan, "'clients'");
        }

        foreach (var method in manifest.ClientMembers)
        {
            CheckSystem(method.System, method.SystemSpan, "'clients'");
        }
    }

    private void FindClaimedTwice()
    {
        var claims = new List<Claim>();
        foreach (var system in manifest.Systems)
        {
            var who = "system " + QuotedText.Of(system.Name);
            claims.AddRange(system.Endpoints.Select(entry => new Claim("endpoint " + entry.Pattern.Key, who, entry.Text, entry.Span)));
            claims.AddRange(system.Owns.Select(entry => new Claim("owns " + entry.Pattern.Key, who, entry.Text, entry.Span)));
            claims.AddRange(system.Sdks.Select(entry => new Claim("sdk " + entry.Pattern.Key, who, entry.Text, entry.Span)));
        }

        claims.AddRange(manifest.ClientMembers.Select(entry => new Claim("sdk " + entry.Method.Key, "system " + QuotedText.Of(NameOf(entry.System)), entry.Text, entry.MethodSpan)));
        claims.AddRange(manifest.Clients.Where(entry => !entry.IsByTypeArgument).Select(entry => new Claim("sdk T:" + entry.Type, "system " + QuotedText.Of(NameOf(entry.System)), entry.Type, entry.TypeSpan) { IsClients = true }));
        claims.AddRange(manifest.Gateway.Endpoints.Select(entry => new Claim("endpoint " + entry.Pattern.Key, Claim.Gateway, entry.Text, entry.Span)));
        var first = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var claim in claims.OrderBy(claim => claim.Span.Start))
        {
            if (!first.TryGetValue(claim.Key, out var earlier))
            {
                first.Add(claim.Key, claim);
            }
            else if (earlier.Who != claim.Who)
            {
                // The gateway gives way to a system, an SDK to a client's type; see EndpointIndex and SystemMatcher.
                var winner = earlier.Who == Claim.Gateway || (claim.IsClients && !earlier.IsClients) ? claim.Who : earlier.Who;
                problems.Contradictory(
                    claim.Span,
                    $"{QuotedText.Of(claim.Text)} is claimed by {claim.Who} and, in line {problems.Line(earlier.Span)}, by {earlier.Who}; "
                    + $"{winner} wins, remove the other entry or make it more specific");
            }
        }
    }

    private string NameOf(string system) => manifest.Systems.FirstOrDefault(other => SystemName.Same(other.Name, system))?.Name ?? system;

    private void FindEqualGatewayKeys()
    {
        var first = new Dictionary<string, SystemEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var system in manifest.Systems)
        {
            if (first.TryGetValue(system.Key, out var earlier))
            {
                problems.Contradictory(
                    system.KeySpan,
                    $"system {QuotedText.Of(system.Name)} has the gateway key {QuotedText.Of(system.Key)}, which {QuotedText.Of(earlier.Name)} "
                    + $"in line {problems.Line(earlier.KeySpan)} has as well; set another 'key' for one of them");
            }
            else
            {
                first.Add(system.Key, system);
            }
        }
    }

    private void FindApprovals()
    {
        var first = new Dictionary<(string From, string To), Approval>();
        foreach (var approval in manifest.Approvals)
        {
            CheckSystem(approval.From, approval.FromSpan, "'from' of an approval");
            CheckSystem(approval.To, approval.ToSpan, "'to' of an approval");
            var connection = (From: SystemName.Normalize(approval.From), To: SystemName.Normalize(approval.To));
            if (connection.From == connection.To)
            {
                problems.Contradictory(
                    approval.ToSpan, $"the approval connects {QuotedText.Of(approval.From)} with itself, which needs none; remove it or correct one end");
            }
            else if (first.TryGetValue(connection, out var earlier))
            {
                problems.Contradictory(
                    approval.ToSpan,
                    $"the connection from {QuotedText.Of(approval.From)} to {QuotedText.Of(approval.To)} is approved in line {problems.Line(earlier.ToSpan)} "
                    + "already; the later date counts, remove one of them");
            }
            else
            {
                first.Add(connection, approval);
            }
        }
    }

    private void CheckSystem(string name, TextSpan span, string where)
    {
        // Where no system is declared at all, names are those of projects and hosts.
        if (manifest.Systems.IsEmpty || _names.Contains(SystemName.Normalize(name)))
        {
            return;
        }

        string? nearest = null;
        if (_comparisons < MaxComparisons)
        {
            _comparisons += manifest.Systems.Length;
            nearest = NearestName.Of(name, manifest.Systems.Select(system => system.Name));
        }

        var advice = nearest is null ? "declare it in 'systems' or correct the name" : $"did you mean {QuotedText.Of(nearest)}?";
        problems.Contradictory(span, $"{where} names {QuotedText.Of(name)}, which is no system of this file; {advice}");
    }

    private sealed record Claim(string Key, string Who, string Text, TextSpan Span)
    {
        public const string Gateway = "the gateway";

        public bool IsClients { get; init; }
    }
}
