using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Properties that the container sets: <c>[Inject] public HttpClient Http { get; set; }</c> of a component, <c>@inject</c> of a page.</summary>
internal static class Injection
{
    public static bool Is(IPropertySymbol property) => AttributeOf(property) is not null;

    /// <summary>The key under which a property asks; null if under none.</summary>
    public static string? KeyOf(IPropertySymbol property) => AttributeOf(property) is { } attribute
        ? attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Key").Value.Value as string ?? attribute.ConstructorArguments.FirstOrDefault().Value as string
        : null;

    private static AttributeData? AttributeOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name is "InjectAttribute" or "FromServicesAttribute" or "FromKeyedServicesAttribute");
}
