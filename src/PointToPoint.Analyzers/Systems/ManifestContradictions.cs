using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Finds what a manifest says twice and differently. Each is told at its later place and names the earlier one with its line.</summary>
internal static class ManifestContradictions
{
    public static void Find(SystemsManifest manifest, SourceText source, ManifestValues problems)
    {
        FindClaimedTwice(manifest, source, problems);
        FindEqualGatewayKeys(manifest, source, problems);
        FindApprovals(manifest, source, problems);
        foreach (var client in manifest.Clients)
        {
            CheckSystem(manifest, client.System, client.SystemSpan, "'clients'", problems);
        }
    }

    private static void FindClaimedTwice(SystemsManifest manifest, SourceText source, ManifestValues problems)
    {
        var claims = new List<Claim>();
        foreach (var system in manifest.Systems)
        {
            var who = "system " + QuotedText.Of(system.Name);
            claims.AddRange(system.Endpoints.Select(entry => new Claim("endpoint " + entry.Pattern.Key, who, entry.Text, entry.Span)));
            claims.AddRange(system.Owns.Select(entry => new Claim("owns " + entry.Pattern.Key, who, entry.Text, entry.Span)));
            claims.AddRange(system.Sdks.Select(entry => new Claim("sdk " + entry.Pattern.Key, who, entry.Text, entry.Span)));
        }

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
                var winner = earlier.Who == Claim.Gateway ? claim.Who : earlier.Who;
                problems.Contradictory(
                    claim.Span,
                    $"{QuotedText.Of(claim.Text)} is claimed by {claim.Who} and, in line {Line(source, earlier.Span)}, by {earlier.Who}; {winner} wins, remove the other entry or make it more specific");
            }
        }
    }

    private static void FindEqualGatewayKeys(SystemsManifest manifest, SourceText source, ManifestValues problems)
    {
        var first = new Dictionary<string, SystemEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var system in manifest.Systems)
        {
            if (first.TryGetValue(system.Key, out var earlier))
            {
                problems.Contradictory(
                    system.KeySpan,
                    $"system {QuotedText.Of(system.Name)} has the gateway key '{system.Key}', which {QuotedText.Of(earlier.Name)} in line {Line(source, earlier.KeySpan)} has as well; set another 'key' for one of them");
            }
            else
            {
                first.Add(system.Key, system);
            }
        }
    }

    private static void FindApprovals(SystemsManifest manifest, SourceText source, ManifestValues problems)
    {
        var first = new Dictionary<(string From, string To), Approval>();
        foreach (var approval in manifest.Approvals)
        {
            CheckSystem(manifest, approval.From, approval.FromSpan, "'from' of an approval", problems);
            CheckSystem(manifest, approval.To, approval.ToSpan, "'to' of an approval", problems);
            var connection = (From: SystemName.Normalize(approval.From), To: SystemName.Normalize(approval.To));
            if (connection.From == connection.To)
            {
                problems.Contradictory(approval.ToSpan, $"the approval connects {QuotedText.Of(approval.From)} with itself, which needs none; remove it or correct one end");
            }
            else if (first.TryGetValue(connection, out var earlier))
            {
                problems.Contradictory(
                    approval.ToSpan,
                    $"the connection from {QuotedText.Of(approval.From)} to {QuotedText.Of(approval.To)} is approved in line {Line(source, earlier.ToSpan)} already; the later date counts, remove one of them");
            }
            else
            {
                first.Add(connection, approval);
            }
        }
    }

    private static void CheckSystem(SystemsManifest manifest, string name, TextSpan span, string where, ManifestValues problems)
    {
        // Where no system is declared at all, names are those of projects and hosts.
        if (manifest.Systems.IsEmpty || manifest.Systems.Any(system => SystemName.Same(system.Name, name)))
        {
            return;
        }

        var nearest = NearestName.Of(name, manifest.Systems.Select(system => system.Name));
        var advice = nearest is null ? "declare it in 'systems' or correct the name" : $"did you mean {QuotedText.Of(nearest)}?";
        problems.Contradictory(span, $"{where} names {QuotedText.Of(name)}, which is no system of this file; {advice}");
    }

    private static int Line(SourceText source, TextSpan span) => source.Lines.GetLinePosition(span.Start).Line + 1;

    private sealed record Claim(string Key, string Who, string Text, TextSpan Span)
    {
        public const string Gateway = "the gateway";
    }
}
