using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Where the application itself is: a Blazor one was loaded from <c>IWebAssemblyHostEnvironment.BaseAddress</c> or <c>NavigationManager.BaseUri</c>, one in Azure App
/// Service finds its host's name in <c>WEBSITE_HOSTNAME</c>. A call there is one to oneself, as one to a literal loopback address is.
/// </summary>
internal sealed class OwnAddressSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => ((IPropertyReferenceOperation)operation).Property switch
    {
        { Name: "BaseAddress", ContainingType: { Name: "IWebAssemblyHostEnvironment", ContainingNamespace.Name: "Hosting" } } or { Name: "BaseUri", ContainingType: { Name: "NavigationManager", ContainingNamespace.Name: "Components" } } =>
            TextValue.Literal("https://localhost/", "the application's own address"),
        _ => null,
    };
}
