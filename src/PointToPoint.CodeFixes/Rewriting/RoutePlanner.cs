using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;
using PointToPoint.CodeFixes.Rewriting.Injection;
using PointToPoint.CodeFixes.Rewriting.Registrations;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>Finds the client that a diagnostic is about, and plans its way through the gateway, or says why there is none.</summary>
internal sealed class RoutePlanner(RewriteContext context)
{
    private readonly ClientPlanner _clients = new(context);
    private readonly RegistrationPlanner _registrations = new(context);

    public async Task<Planned<RoutePlan>> PlanAsync(RouteSite route)
    {
        if (route.Refusal() is { } refusal)
        {
            return refusal;
        }

        if (await route.Document.GetSyntaxRootAsync(context.Cancellation).ConfigureAwait(false) is not { } root || !root.FullSpan.Contains(route.Diagnostic.Location.SourceSpan)
            || root.FindToken(route.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name)
        {
            return RefusalReason.ClientNotUnderstood;
        }

        var planned = await PlanAsync(route, root, name).ConfigureAwait(false);
        return planned.Result is { } plan && await CheckAsync(plan).ConfigureAwait(false) is { } notPossible ? notPossible : planned;
    }

    private async Task<Planned<RoutePlan>> PlanAsync(RouteSite route, SyntaxNode root, SimpleNameSyntax name)
    {
        if (route.IsWiring && await _registrations.SiteAtAsync(Location.Create(root.SyntaxTree, route.Diagnostic.Location.SourceSpan)).ConfigureAwait(false) is { } site)
        {
            return await _registrations.PlanAsync(site, route.System).ConfigureAwait(false);
        }

        if (route.IsWiring && RegistrationSite.IsCalled(name))
        {
            return RefusalReason.RegistrationNotUnderstood;
        }

        if (await IsOfOtherLibraryAsync(route.Document, name).ConfigureAwait(false))
        {
            return RefusalReason.OtherLibrary;
        }

        if (ClientOf(name) is not { } client)
        {
            return RefusalReason.ClientNotUnderstood;
        }

        if (await context.TypeAroundAsync(route.Document, name).ConfigureAwait(false) is not { } type)
        {
            return RefusalReason.GeneratedCode;
        }

        var trace = ClientTrace.OfExpression(type, client, context.Cancellation);
        if (trace.Refusal is { } refusal)
        {
            return refusal;
        }

        return trace.Sources switch
        {
            [] => RefusalReason.ClientFromElsewhere,
            [{ Kind: ClientSourceKind.Created or ClientSourceKind.DefaultFactory }, ..] => await _clients.PlanAsync(trace, route.System).ConfigureAwait(false),
            _ => await _registrations.PlanAsync(trace, route).ConfigureAwait(false),
        };
    }

    /// <summary>True if what is named is no member of HttpClient, or an interface that is called: of those the client behind them is found.</summary>
    private async Task<bool> IsOfOtherLibraryAsync(Document document, SimpleNameSyntax name)
    {
        if (await document.GetSemanticModelAsync(context.Cancellation).ConfigureAwait(false) is not { } model)
        {
            return false;
        }

        var symbol = model.GetSymbolInfo(name, context.Cancellation).Symbol;
        return symbol switch
        {
            IMethodSymbol { ReducedFrom: { } extension } => extension.Parameters[0].Type is { TypeKind: not TypeKind.Interface } or { DeclaringSyntaxReferences.IsEmpty: true } && !ClientTypes.IsHttpClient(extension.Parameters[0].Type),
            IMethodSymbol or IPropertySymbol => symbol.ContainingType is { TypeKind: not TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: true } type && !ClientTypes.IsHttpClient(type)
                && !ClientTypes.IsInvoker(type) && !symbol.IsStatic,
            INamedTypeSymbol type => !ClientTypes.IsHttpClient(type) && type.DeclaringSyntaxReferences.IsEmpty,
            _ => false,
        };
    }

    /// <summary>The client whose member is named: before the dot, before <c>?.</c>, or the creation around an initialiser.</summary>
    private static ExpressionSyntax? ClientOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } => creation,
        _ => null,
    };

    private async Task<RefusalReason?> CheckAsync(RoutePlan plan)
    {
        foreach (var use in plan.GatewayUses)
        {
            var project = await context.ProjectAsync(use.Part.Document.Project).ConfigureAwait(false);
            if (project?.Gateway is not { } gateway)
            {
                return project?.NoGateway ?? RefusalReason.NoGateway;
            }

            if (await InjectionCheck.OfAsync(use, gateway, context).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }

        // The same file in another project, or for another framework, changes with it.
        foreach (var document in plan.Documents.SelectMany(document => document.GetLinkedDocumentIds()).Distinct().Select(context.Solution.GetDocument).OfType<Document>())
        {
            if ((await context.ProjectAsync(document.Project).ConfigureAwait(false))?.Gateway is null)
            {
                return RefusalReason.LinkedFile;
            }
        }

        return null;
    }
}
