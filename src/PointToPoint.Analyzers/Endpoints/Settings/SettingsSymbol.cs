using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// The end of the way may be a symbol: a property of a class of settings, whose value only a device, a database, a command line or a package that isn't there knows. Its name
/// still says which system is meant: <c>SettingsService.OrdersEndpoint</c>.
/// </summary>
internal static class SettingsSymbol
{
    private static readonly ImmutableArray<string> _classes = ["Settings", "Setting", "Options", "Configuration", "Config", "SettingsService", "SettingsProvider", "ConfigurationService"];

    // How the libraries mark a property that they read off a command line.
    private static readonly ImmutableArray<string> _options = ["Option", "Argument", "CommandOption", "CommandArgument"];

    private static readonly ImmutableArray<string> _addresses = ["url", "uri", "endpoint", "address", "host", "server", "origin"];

    /// <summary>The symbol in the place of a value that nobody knows; null where the name doesn't say that it is an address of somebody's.</summary>
    public static TextValue? Of(IOperation operation, Frame frame)
    {
        return MemberOf(operation, frame) is var (owner, member) && (IsOf(owner) || IsOf(member.ContainingType) || IsOfCommandLine(member)) && IsCalledAddress(member.Name) ? Of(owner, member) : null;
    }

    /// <summary>The same of a class of settings whose package is missing.</summary>
    public static TextValue? OfMissing(ITypeSymbol type, string member) => IsOf(type) && IsCalledAddress(member) ? Of(type, member) : null;

    /// <summary>A member of the code's own that holds a text or an address, and the class that it is read of; null if an operation reads none.</summary>
    public static (ITypeSymbol Owner, ISymbol Member)? MemberOf(IOperation operation, Frame frame) =>
        operation is IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsConst: false } } reference
        && reference.Member is { ContainingType: { } type, DeclaringSyntaxReferences.IsEmpty: false } member && IsAddress(reference.Type) && Owner(reference, type, frame) is { } owner
            ? (owner, member)
            : null;

    /// <summary>True if a value is no more than the symbol of an operation.</summary>
    public static bool IsOf(TextValue value, IOperation operation, Frame frame) =>
        Of(operation, frame) is { Alternatives: [{ Parts: var symbol }] } && value.Alternatives is [{ Parts: var parts }] && parts.SequenceEqual(symbol);

    /// <summary>The settings that a member is read of: in generic code the class that the type argument names, and null as long as nobody says which. What they all implement is no system's.</summary>
    private static ITypeSymbol? Owner(IMemberReferenceOperation reference, INamedTypeSymbol declaring, Frame frame) =>
        reference.Instance?.Bare().Type is not ITypeParameterSymbol open ? declaring : frame.Resolve(open) as INamedTypeSymbol;

    /// <summary>True for a class of settings by its name.</summary>
    public static bool IsOf(ITypeSymbol type) => _classes.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal));

    /// <summary>True for a property that is marked as an option of a command line, whatever library reads that.</summary>
    private static bool IsOfCommandLine(ISymbol member) => member.GetAttributes()
        .Any(attribute => attribute.AttributeClass?.Name is { } name && _options.Any(option => name.StartsWith(option, StringComparison.Ordinal) && name.Substring(option.Length) is "" or nameof(Attribute)));

    /// <summary>True for what may hold an address.</summary>
    public static bool IsAddress(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: nameof(Uri) };

    /// <summary>The symbol that a member is.</summary>
    public static TextValue Of(ITypeSymbol type, ISymbol member) => Of(type, member.Name);

    private static TextValue Of(ITypeSymbol type, string member)
    {
        var owner = NameOf(type);
        return new TextValue([new Alternative([new KeyPart(owner + ":" + member)], [$"settings {owner}.{member}"])]);
    }

    private static bool IsCalledAddress(string member) => _addresses.Any(name => member.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The name of a class of settings; an interface's without its I.</summary>
    public static string NameOf(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface or TypeKind.Error, Name: ['I', >= 'A' and <= 'Z', ..] } ? type.Name.Substring(1) : type.Name;
}
