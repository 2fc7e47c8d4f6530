using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>Finds the code that gets the clients of a registration, and what it does with them.</summary>
internal sealed class RegistrationConsumers(RewriteContext context)
{
    public async Task<Planned<List<ClientAddresses>>> FindAsync(RegistrationSite site)
    {
        var consumers = new List<ClientAddresses>();
        foreach (var type in site.ClientTypes)
        {
            if (type.TypeKind == TypeKind.Interface)
            {
                continue;
            }

            if (await context.TypeAsync(type).ConfigureAwait(false) is not { } parts)
            {
                return RefusalReason.TypeOutsideSolution;
            }

            consumers.AddRange(type.OriginalDefinition.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .Where(parameter => ClientTypes.IsHttpClient(parameter.Type))
                .Select(parameter => ClientAddresses.Of(ClientTrace.OfParameter(parts, parameter, context.Cancellation), context.Cancellation)));
        }

        if (site.Name is { Length: > 0 } name)
        {
            foreach (var document in context.Around(site.Document.Project.Id).SelectMany(each => each.Documents))
            {
                await AddNamedAsync(document, name, consumers).ConfigureAwait(false);
            }
        }

        return consumers.FirstOrDefault(each => each.Refusal is not null)?.Refusal is { } refusal ? refusal
            : consumers.Any(each => each.Trace.Sources.Any(source => source.Kind is not (ClientSourceKind.Injected or ClientSourceKind.NamedFactory))) ? RefusalReason.ClientFromElsewhere
            : consumers;
    }

    private async Task AddNamedAsync(Document document, string name, List<ClientAddresses> consumers)
    {
        if (!(await document.GetTextAsync(context.Cancellation).ConfigureAwait(false)).ToString().Contains("CreateClient(")
            || await document.GetSyntaxRootAsync(context.Cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.Cancellation).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsOf(call, name, model)))
        {
            if (consumers.All(consumer => consumer.Trace.Sources.All(source => source.Node != call))
                && await context.TypeAroundAsync(document, call).ConfigureAwait(false) is { } type)
            {
                consumers.Add(ClientAddresses.Of(ClientTrace.OfExpression(type, call, context.Cancellation), context.Cancellation));
            }
        }
    }

    private bool IsOf(InvocationExpressionSyntax call, string name, SemanticModel model) =>
        call.ArgumentList.Arguments is [{ Expression: var argument }]
        && SyntaxNames.OfCalled(call)?.Identifier.ValueText == "CreateClient"
        && model.GetConstantValue(argument, context.Cancellation).Value is string constant && constant == name
        && model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol method && ClientTypes.IsFactory(method);
}
