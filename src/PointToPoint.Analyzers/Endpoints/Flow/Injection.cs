using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the container gives: parameters of constructors, properties that it sets (<c>[Inject] public HttpClient Http { get; set; }</c> of a component, <c>@inject</c> of a
/// page), what it is asked for by hand.
/// </summary>
internal static class Injection
{
    public static bool Is(IPropertySymbol property) => AttributeOf(property) is not null;

    /// <summary>The key under which a property asks; null if under none.</summary>
    public static string? KeyOf(IPropertySymbol property) => AttributeOf(property) is { } attribute
        ? attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Key").Value.Value as string ?? attribute.ConstructorArguments.FirstOrDefault().Value as string
        : null;

    /// <summary>True if the container may give the parameter its value: that of a constructor, or of a function that is mapped to a route.</summary>
    public static bool Gives(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.AnonymousFunction or MethodKind.LocalFunction }
        || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    /// <summary>True for what the container gives by type alone, without a key.</summary>
    public static bool IsOf(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } use => Gives(parameter) && ServiceKeys.Of(parameter) is null && (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Ordinary } || IsMapped(use)),
        IPropertyReferenceOperation { Property: var property } => Is(property) && KeyOf(property) is null,
        IInvocationOperation call => Services.Asked(call) is (_, null),
        _ => false,
    };

    /// <summary>True in a lambda that is handed on as a mere delegate, as to <c>MapGet</c>: the framework finds its arguments, where a query's lambda gets the elements of a list.</summary>
    private static bool IsMapped(IParameterReferenceOperation use) =>
        use.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, use.Parameter.ContainingSymbol)) is { } function
        && function.Ancestors().TakeWhile(parent => parent is IDelegateCreationOperation or IConversionOperation).Any(parent => parent.Type?.SpecialType == SpecialType.System_Delegate);

    private static AttributeData? AttributeOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name is "InjectAttribute" or "FromServicesAttribute" or "FromKeyedServicesAttribute");
}
