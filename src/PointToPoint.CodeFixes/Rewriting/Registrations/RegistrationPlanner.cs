using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.CodeFixes.Rewriting.Addresses;
using PointToPoint.CodeFixes.Rewriting.Clients;
using PointToPoint.CodeFixes.Rewriting.Editing;
using PointToPoint.CodeFixes.Rewriting.Injection;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>
/// Plans the rewrite of a client that dependency injection makes: its registration uses the gateway, and absolute addresses in the code that gets it
/// lose their origin.
/// </summary>
internal sealed class RegistrationPlanner(RewriteContext context)
{
    private readonly RegistrationSearch _search = new(context);
    private readonly RegistrationConsumers _consumers = new(context);

    /// <summary>The plan for a client that a class or a name gets.</summary>
    public async Task<Planned<RoutePlan>> PlanAsync(ClientTrace trace, RouteSite route)
    {
        foreach (var wiring in route.Wirings)
        {
            if (await SiteAtAsync(wiring).ConfigureAwait(false) is { } wired)
            {
                return await PlanAsync(wired, route.System).ConfigureAwait(false);
            }
        }

        var source = trace.Sources[0];
        if (trace.Sources.Any(other => other.Kind != source.Kind || other.Name != source.Name))
        {
            return RefusalReason.ClientFromElsewhere;
        }

        var found = source.Name is { } name
            ? await _search.OfNameAsync(name, route.Document.Project).ConfigureAwait(false)
            : await _search.OfTypeAsync(trace.Type.Type, route.Document.Project).ConfigureAwait(false);
        return found is [var first, ..] ? await PlanAsync(first, route.System).ConfigureAwait(false) : RefusalReason.NoRegistration;
    }

    /// <summary>The plan for a registration.</summary>
    public async Task<Planned<RoutePlan>> PlanAsync(RegistrationSite site, string system)
    {
        var (registrations, severalIn) = await AllAsync(site).ConfigureAwait(false);
        if (severalIn)
        {
            return RefusalReason.SeveralRegistrations;
        }

        var (consumers, refusal) = await _consumers.FindAsync(site).ConfigureAwait(false);
        if (consumers is null)
        {
            return refusal!.Value;
        }

        var changesConsumers = consumers.Any(consumer => consumer.Requests.Count > 0 || consumer.Bases.Count > 0);
        var routed = new List<(RegistrationSite Site, RegisteredBase? Base)>();
        foreach (var each in changesConsumers ? registrations : [site])
        {
            var (registered, reason) = await CheckAsync(each).ConfigureAwait(false);
            if (reason is not null)
            {
                return reason.Value;
            }

            routed.Add((each, registered));
        }

        if (await CheckConsumersAsync(site, consumers, [.. routed.Select(each => each.Base).OfType<RegisteredBase>()], changesConsumers).ConfigureAwait(false) is { } notSafe)
        {
            return notSafe;
        }

        var plan = new RoutePlan(system);
        var failed = consumers.Select(consumer => AddConsumer(consumer, plan)).FirstOrDefault(reason => reason is not null)
            ?? routed.Select(each => RegistrationRewriter.Add(each.Site, each.Base, plan)).FirstOrDefault(reason => reason is not null);
        return failed is { } notMade ? notMade : plan;
    }

    public async Task<RegistrationSite?> SiteAtAsync(Location location)
    {
        if (location.SourceTree is not { } tree || context.Solution.GetDocument(tree) is not { } document
            || RegistrationSite.CallAt(await tree.GetRootAsync(context.Cancellation).ConfigureAwait(false), location.SourceSpan) is not { } call
            || await document.GetSemanticModelAsync(context.Cancellation).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        return RegistrationSite.Of(call, document, model, context.Cancellation);
    }

    /// <summary>All registrations of the same client, this one first, and whether one project has several.</summary>
    private async Task<(List<RegistrationSite> Sites, bool SeveralIn)> AllAsync(RegistrationSite site)
    {
        var all = new List<RegistrationSite> { site };
        if (site.Name is { } name)
        {
            all.AddRange((await _search.OfNameAsync(name, site.Document.Project).ConfigureAwait(false)).Where(other => other.Add != site.Add));
        }

        foreach (var type in site.ClientTypes.Where(type => type.TypeKind != TypeKind.Interface))
        {
            all.AddRange((await _search.OfTypeAsync(type, site.Document.Project).ConfigureAwait(false)).Where(other => all.All(known => known.Add != other.Add)));
        }

        return (all, all.GroupBy(each => each.Document.Project.Id).Any(group => group.Count() > 1));
    }

    private async Task<(RegisteredBase? Base, RefusalReason? Refusal)> CheckAsync(RegistrationSite site)
    {
        if (site.IsGateway)
        {
            return (null, RefusalReason.NotDirect);
        }

        if (CodeChecks.IsGenerated(site.Document, site.Add.SyntaxTree))
        {
            return (null, RefusalReason.GeneratedCode);
        }

        if (CodeChecks.HasConditions(site.Add.FirstAncestorOrSelf<MemberDeclarationSyntax>()))
        {
            return (null, RefusalReason.ConditionalCode);
        }

        var builder = site.Model.GetTypeInfo(site.Add, context.Cancellation).Type;
        return builder is null || site.Model.LookupSymbols(site.Add.SpanStart, builder as INamespaceOrTypeSymbol, GatewayTypes.RoutingExtension, includeReducedExtensionMethods: true).IsEmpty
            ? (null, RefusalReason.NoRegistrationExtension)
            : await RegistrationDelegates.ReadAsync(site, context).ConfigureAwait(false);
    }

    private async Task<RefusalReason?> CheckConsumersAsync(RegistrationSite site, List<ClientAddresses> consumers, List<RegisteredBase> bases, bool changesConsumers)
    {
        var project = await context.ProjectAsync(site.Document.Project).ConfigureAwait(false);
        if (project is null)
        {
            return RefusalReason.RegistrationNotUnderstood;
        }

        // Whether a configured address and one in code lead to the same system isn't written here.
        if (bases.Any(each => each.IsConfigured))
        {
            return !bases.All(each => each.IsConfigured) || consumers.Any(consumer => consumer.Requests.Count > 0 || consumer.Bases.Count > 0) ? RefusalReason.AddressNotConstant
                : consumers.Any(consumer => consumer.HasUnknown) ? RefusalReason.UnknownAddress
                : null;
        }

        if (UnitAddresses.CheckOneSystem([.. bases.Select(each => each.Address), .. consumers.SelectMany(each => each.All).Select(each => each.Address)], project.Systems) is { } notOne)
        {
            return notOne;
        }

        foreach (var consumer in consumers)
        {
            // The class would build on an address that already has a path.
            if (consumer.Bases.Count > 0 && bases.Any(each => !AddressCut.IsRoot(each.Address.Origin!.Tail, each.Address.HoleFollows)))
            {
                return RefusalReason.BaseAddressMoved;
            }

            // Without a base address, what isn't absolute here goes somewhere that isn't written here, or nowhere.
            if (bases.Count == 0 && consumer.Bases.Count == 0 && (consumer.HasUnknown || consumer.HasRelative))
            {
                return RefusalReason.UnknownAddress;
            }

            if ((consumer.Requests.Count > 0 || consumer.Bases.Count > 0)
                && CodeChecks.Check(consumer.Trace.Type, consumer.Trace.Calls.Select(call => call.Invocation), context.Cancellation) is { } untouchable)
            {
                return untouchable;
            }
        }

        if (!changesConsumers)
        {
            return null;
        }

        // Whoever makes the class by hand gives it a client that no gateway routes.
        foreach (var type in site.ClientTypes.Where(type => type.TypeKind != TypeKind.Interface))
        {
            if (await Constructions.OfInjectedAsync(type, context).ConfigureAwait(false) is { } made)
            {
                return made;
            }
        }

        return null;
    }

    private RefusalReason? AddConsumer(ClientAddresses consumer, RoutePlan plan)
    {
        if (UnitAddresses.CutRequests(consumer, plan, context.Cancellation) is { } refusal)
        {
            return refusal;
        }

        if (consumer.Bases.Count > 1)
        {
            return RefusalReason.BaseAddressMoved;
        }

        foreach (var written in consumer.Bases)
        {
            if (written.Creation is not null || written.Assignment.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } } statement)
            {
                return RefusalReason.BaseAddressMoved;
            }

            plan.AddSite(((written.Assignment.Left as MemberAccessExpressionSyntax)?.Name ?? written.Assignment.Left).GetFirstToken().Parent!);
            UnitAddresses.AddInlined(written.Address, consumer.Trace.Type, plan);
            SyntaxEdit? edit = AddressCut.IsRoot(written.Address.Origin!.Tail, written.Address.HoleFollows)
                ? StatementRemoval.Of(statement)
                : RegistrationRewriter.Rebase(written.Assignment, written.Address, written.Part.Model);
            if (edit is null)
            {
                return RefusalReason.AddressForm;
            }

            plan.Add(written.Part.Document, edit);
        }

        return null;
    }
}
