using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>The one place where a type is looked up by name; null where its library isn't referenced.</summary>
internal static class KnownTypes
{
    /// <summary>The type that <c>IChatClient?</c> means: of one that isn't there, the compiler takes the question mark for a structure's.</summary>
    public static ITypeSymbol? WithoutNullable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ TypeKind: TypeKind.Error } missing] } ? missing : type;

#pragma warning disable RS0030 // this is the place the ban points to
    public static INamedTypeSymbol? Find(Compilation compilation, string metadataName)
    {
        // Null if several references define it: then any of them will do, as they stand for one library in two versions.
        return compilation.GetTypeByMetadataName(metadataName)
            ?? compilation.GetTypesByMetadataName(metadataName).FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public);
    }
#pragma warning restore RS0030
}
