using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>The one place where a type is looked up by name; null where its library isn't referenced.</summary>
internal static class KnownTypes
{
#pragma warning disable RS0030 // this is the place the ban points to
    public static INamedTypeSymbol? Find(Compilation compilation, string metadataName)
    {
        // Null if several references define it: then any of them will do, as they stand for one library in two versions.
        return compilation.GetTypeByMetadataName(metadataName)
            ?? compilation.GetTypesByMetadataName(metadataName).FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public);
    }
#pragma warning restore RS0030
}
