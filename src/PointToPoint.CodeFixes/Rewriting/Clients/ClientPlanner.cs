using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Addresses;
using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>
/// Plans the rewrite of a client that the class makes for itself, with <c>new HttpClient()</c> or <c>factory.CreateClient()</c>: the gateway hands it
/// out, and the addresses of its calls lose their origin.
/// </summary>
internal sealed class ClientPlanner(RewriteContext context)
{
    public async Task<Planned<RoutePlan>> PlanAsync(ClientTrace trace, string system)
    {
        var kind = trace.Sources[0].Kind;
        if (trace.Sources.Any(source => source.Kind != kind))
        {
            return RefusalReason.ClientFromElsewhere;
        }

        var project = await context.ProjectAsync(trace.Type.Parts[0].Document.Project).ConfigureAwait(false);
        if (project?.Gateway is not { } gateway)
        {
            return project?.NoGateway ?? RefusalReason.NoGateway;
        }

        var addresses = ClientAddresses.Of(trace, context.Cancellation);
        var refusal = addresses.Refusal
            ?? UnitAddresses.CheckOneSystem([.. addresses.All.Select(written => written.Address)], project.Systems)
            ?? CheckAddresses(addresses)
            ?? CodeChecks.Check(trace.Type, [.. trace.Sources.Select(source => source.Node), .. trace.Calls.Select(call => call.Invocation)], context.Cancellation)
            ?? (kind == ClientSourceKind.DefaultFactory && await DefaultClient.IsConfiguredAsync(context, project.Project).ConfigureAwait(false) ? RefusalReason.DefaultClientConfigured : (RefusalReason?)null);
        if (refusal is { } reason)
        {
            return reason;
        }

        var plan = new RoutePlan(system);
        if (UnitAddresses.CutRequests(addresses, plan, context.Cancellation) is { } notCut)
        {
            return notCut;
        }

        foreach (var source in trace.Sources)
        {
            if (AddCreation(source, addresses, plan, gateway) is { } notMade)
            {
                return notMade;
            }
        }

        return plan;
    }

    private static RefusalReason? CheckAddresses(ClientAddresses addresses)
    {
        var hasBase = addresses.Bases.Count > 0;

        // A relative or unknown address without a base goes somewhere that isn't written here, or nowhere.
        return !hasBase && (addresses.HasUnknown || addresses.HasRelative) ? RefusalReason.UnknownAddress
            : addresses.All.Any(written => !IsWeb(written.Address.Origin!)) ? RefusalReason.Scheme
            : null;
    }

    private static bool IsWeb(Origin origin) => origin.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || origin.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static RefusalReason? AddCreation(ClientSource source, ClientAddresses addresses, RoutePlan plan, GatewayApi gateway)
    {
        var creation = source.Expression;
        var settings = ImmutableArray<Func<string, string>>.Empty;
        if (creation is BaseObjectCreationExpressionSyntax made)
        {
            if (made.ArgumentList is { Arguments.Count: > 0 })
            {
                return RefusalReason.HandlerSettings;
            }

            if (InitializerStatements.Of(made.Initializer) is not { } statements)
            {
                return RefusalReason.SettingsInExpression;
            }

            settings = statements;
        }

        var bases = addresses.Bases.Where(one => one.Creation == creation || one.Creation is null).ToList();
        if (bases.Count > 1 || (bases.Count == 0 && addresses.Bases.Count > 0) || (bases is [{ Creation: null }] && addresses.Trace.Sources.Count > 1))
        {
            return RefusalReason.BaseAddressMoved;
        }

        ExpressionSyntax? path = null;
        if (bases is [var address])
        {
            var (planned, refusal) = BasePath(address, creation, plan, addresses.Trace.Type);
            if (refusal is not null)
            {
                return refusal;
            }

            path = planned;
        }

        if (path is not null && !gateway.HasBasePath)
        {
            return RefusalReason.GatewayShape;
        }

        var use = new GatewayUse
        {
            Type = addresses.Trace.Type,
            Part = addresses.Trace.Type.PartOf(creation),
            Creation = creation,
            System = plan.System,
            BasePath = path,
            Settings = settings,
        };
        if (!settings.IsEmpty && !CreationPlace.Of(use.Creation).TakesStatements)
        {
            return RefusalReason.SettingsInExpression;
        }

        plan.GatewayUses.Add(use);
        if (creation is BaseObjectCreationExpressionSyntax { Initializer: { } initializer } && MovedComments.Of(creation, [.. initializer.Expressions]) is { } comments)
        {
            plan.Add(use.Part.Document, comments);
        }

        return null;
    }

    /// <summary>The path behind the origin of a base address; the statement that sets it goes away.</summary>
    private static Planned<ExpressionSyntax> BasePath(WrittenBase written, ExpressionSyntax creation, RoutePlan plan, TypeParts type)
    {
        var (address, part, assignment, inInitializer) = written;
        if (address.Uris.Length != 1 || !address.Variables.IsEmpty || assignment.Right.Bare() != address.Uris[0])
        {
            return RefusalReason.AddressForm;
        }

        if (inInitializer is null && (address.HoleFollows || !BaseAddressStatement.Follows(assignment, creation, type)))
        {
            return RefusalReason.BaseAddressMoved;
        }

        UnitAddresses.AddInlined(address, type, plan);
        plan.AddSite(((assignment.Left as MemberAccessExpressionSyntax)?.Name ?? assignment.Left).GetFirstToken().Parent!);
        if (inInitializer is null)
        {
            plan.Add(part.Document, StatementRemoval.Of((StatementSyntax)assignment.Parent!));
        }

        if (AddressCut.IsRoot(address.Origin!.Tail, address.HoleFollows))
        {
            return default;
        }

        return AddressRewriter.ToPath(address, AddressUse.BasePath, part.Model) is { } path ? path : RefusalReason.AddressForm;
    }
}
