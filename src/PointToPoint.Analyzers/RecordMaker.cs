using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers;

/// <summary>Turns what was resolved into a record: names both systems and decides.</summary>
internal sealed class RecordMaker(ProjectFacts project, SystemMatcher matcher, TargetNaming naming, string assemblyName)
{
    public OutboundCall Make(OutboundCallKind kind, string ruleId, string protocol, Location location, ISymbol containing, Resolution resolution)
    {
        var path = FilePath.Below(matcher.Manifest.Directory, location.GetMappedLineSpan().Path);
        var from = matcher.OwnerOfCode(assemblyName, Namespace(containing), path)?.Name ?? project.Name;
        var record = new OutboundCall
        {
            Kind = kind,
            RuleId = ruleId,
            Protocol = protocol,
            Location = location,
            From = from,
            Client = "",
            Member = "",
            Verdict = Verdict.Unknown,
            Wirings = [.. resolution.Wirings.Where(wiring => wiring != location).OrderBy(wiring => wiring.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(wiring => wiring.SourceSpan.Start)],
        };
        if (resolution.IsGateway)
        {
            return OfGateway(record, resolution);
        }

        var targets = resolution.Candidates.Select(candidate => (Candidate: candidate, Target: naming.Of(candidate.Endpoint)))
            .Where(pair => pair.Target is not null)
            .Select(pair => (Candidate: pair.Candidate.Of(pair.Target!.Name), Target: pair.Target!))
            .OrderBy(pair => pair.Target.Source)
            .ToImmutableArray();
        if (targets.IsEmpty)
        {
            return record with { RuleId = RuleIds.UnknownTarget, UnknownReason = resolution.UnknownReason ?? "the client has no base address" };
        }

        return OfTargets(record, targets, matcher.IsGatewayAdapter(path));
    }

    /// <summary>True if an address, a client or p2p.json says whose a destination is: more than the name of a setting.</summary>
    public bool Knows(Resolution resolution) => resolution.IsGateway || resolution.Candidates.Any(candidate => !candidate.IsOfMember && naming.Of(candidate.Endpoint) is not null);

    public static string DocumentationId(ISymbol symbol) => ExtensionBlocks.DocumentationId(symbol.OriginalDefinition) ?? symbol.OriginalDefinition.GetDocumentationCommentId() ?? symbol.Name;

    private OutboundCall OfGateway(OutboundCall record, Resolution resolution)
    {
        var target = resolution.GatewaySystem is { } key ? naming.OfGatewayKey(key) : new SystemTarget(TargetNaming.GatewayName, TargetSource.Gateway, null);
        return record with
        {
            Verdict = Verdict.Gateway,
            To = target.Name,
            ToOwner = target.Entry?.Owner,
            GatewayKey = target.Entry?.Key ?? GatewayKey.Of(target.Name),
            Endpoint = resolution.GatewayPath,
            Provenance = resolution.GatewayProvenance,
        };
    }

    private OutboundCall OfTargets(OutboundCall record, ImmutableArray<(Candidate Candidate, SystemTarget Target)> targets, bool isAdapter)
    {
        var foreign = targets.Where(pair => !IsOwn(record.From, pair.Target)).ToImmutableArray();

        // Beside another system's, the caller's own means say nothing.
        foreign = foreign.All(pair => pair.Target.IsInfrastructure) ? foreign : foreign.RemoveAll(pair => pair.Target.IsInfrastructure);
        var shown = foreign.IsEmpty ? targets : foreign;
        var direct = shown.Where(pair => pair.Target.Source != TargetSource.Gateway).ToImmutableArray();
        var (first, target) = direct.IsEmpty ? shown[0] : direct[0];
        var name = target.Source == TargetSource.Loopback ? record.From : target.Name;
        var approval = foreign.IsEmpty ? null : matcher.ApprovalFor(record.From, name);
        var expired = approval?.IsExpired(project.Today) ?? false;
        return record with
        {
            To = name,
            AlsoTo = [.. shown.Select(pair => pair.Target.Name).Where(other => !SystemName.Same(other, name)).Distinct(StringComparer.OrdinalIgnoreCase)],
            ToOwner = target.Entry?.Owner,
            GatewayKey = target.Entry?.Key ?? GatewayKey.Of(name),
            Endpoint = string.Join(" | ", shown.Select(pair => pair.Candidate.Display).Distinct()),
            Origin = shown.Length == 1 ? first.Origin : null,
            Provenance = first.Provenance.IsEmpty ? ["computed in the code"] : first.Provenance,
            ApprovalExpired = expired,
            IsLoopback = shown.All(pair => pair.Target.Source == TargetSource.Loopback),
            Verdict = foreign.IsEmpty ? Verdict.Own
                : foreign.All(pair => pair.Target.IsInfrastructure) ? Verdict.Infrastructure
                : direct.IsEmpty || isAdapter ? Verdict.Gateway
                : approval is not null && !expired ? Verdict.Approved
                : Verdict.New,
        };
    }

    private static bool IsOwn(string from, SystemTarget target) => target.Source == TargetSource.Loopback || SystemName.Same(from, target.Name);

    private static string? Namespace(ISymbol containing)
    {
        var space = containing as INamespaceSymbol ?? containing.ContainingNamespace;
        return space is null || space.IsGlobalNamespace ? null : space.ToDisplayString();
    }
}
