using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>A read of an options object's property.</summary>
/// <param name="Path">The property, with those of the objects around it in front: <c>Erp</c>, <c>Url</c>. Only an element of what is bound itself has none.</param>
/// <param name="Use">Where the object comes out of the container or of configuration.</param>
internal sealed record OptionsRead(ImmutableArray<IPropertySymbol> Path, Place Use)
{
    /// <summary>The element that is read of the collection there; null if no collection is meant.</summary>
    public OptionsElement? Element { get; init; }

    /// <summary>True if it comes out of the options framework, and nothing that is bound by hand.</summary>
    public bool IsOfFramework { get; init; }

    /// <summary>The name it is asked for by, empty for the default one; null if it may be any.</summary>
    public string? Name { get; init; }

    /// <summary>The class of the options, which may inherit the property; null if it is the one that declares it.</summary>
    public INamedTypeSymbol? Class { get; init; }

    /// <summary>The same read, as one of an object in the options.</summary>
    public OptionsRead Below(int members) => members == 0 ? this : this with { Path = Path.RemoveRange(0, members), Class = null };

    /// <summary>The key of the property below a section.</summary>
    public string KeyIn(string section) => KeyOf(section, Path);

    /// <summary>The key of properties below a key, by the names that configuration knows them by.</summary>
    public static string KeyOf(string outer, ImmutableArray<IPropertySymbol> path) => path.Aggregate(outer, (key, property) => Settings.ConfigurationPaths.Combine(key, NameOf(property)));

    /// <summary>The name of a property in configuration: its own, unless <c>[ConfigurationKeyName]</c> says another.</summary>
    private static string NameOf(IPropertySymbol property) => property.GetAttributes()
        .FirstOrDefault(attribute => attribute is { AttributeClass.Name: "ConfigurationKeyNameAttribute", ConstructorArguments: [{ Value: string }] })?.ConstructorArguments[0].Value as string ?? property.Name;
}
