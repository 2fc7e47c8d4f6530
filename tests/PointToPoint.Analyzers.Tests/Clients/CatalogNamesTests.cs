using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>A misspelt name switches a line of the catalog off in silence, so each is looked up in the library's real package.</summary>
public sealed partial class CatalogNamesTests
{
    private static readonly LibraryCatalog _catalog = LibraryCatalog.Load();

    public static TheoryData<string> Looked => [.. _catalog.Libraries.Select(library => library.Name).Where(_packages.ContainsKey)];

    public static TheoryData<string> Named => [.. _packages.Keys];

    [Theory]
    [MemberData(nameof(Looked))]
    public void Names_AreThoseOfTheRealPackage(string name)
    {
        var library = Find(name);
        var compilation = CSharpCompilation.Create("Names", references: CatalogPackages.Referencing(_packages[name]).References);

        var wrong = Ids(library).Where(id => !IsElsewhere(id)).Where(id => Symbols(compilation, id).Count == 0)
            .Concat(MissingParameters(compilation, library.Calls.Concat(library.Bindings)));

        Nothing(wrong.Except(_ofOtherVersions));
    }

    [Fact]
    public void Libraries_HaveAPackageOrAreKnownToHaveNone()
    {
        var names = _catalog.Libraries.Where(library => Ids(library).Any()).Select(library => library.Name).ToList();

        Nothing(names.Except(_packages.Keys).Except(_withoutPackage.Keys));
        Nothing(_packages.Keys.Concat(_withoutPackage.Keys).Except(names));
        Nothing(_packages.Keys.Intersect(_withoutPackage.Keys));
    }

    /// <summary>A stub that was made of the catalog would agree with whatever that says.</summary>
    [Fact]
    public void SystemsWithoutPackage_AreWrittenByHand()
    {
        string[] written = [Sdks.CrmSdkTests.Sdks, Sdks.MarketingSdkTests.Sdks, Sdks.PaymentSdkTests.Sdks, Sdks.ErpSdkTests.Sdks, Sdks.IdentitySdkTests.Sdks, Sdks.MessengerSdkTests.Sdks, Sdks.ContentSdkTests.Sdks, Sdks.CloudSdkTests.Sdks, Sdks.AssistantSdkTests.Sdks, Sdks.PerceptionSdkTests.Sdks, Sdks.SocialSdkTests.Sdks, Sdks.OfficeSdkTests.Sdks, Sdks.CoinSdkTests.Sdks, Sdks.GeocoderSdkTests.Sdks, Sdks.CommerceSdkTests.Sdks, Sdks.WorkplaceSdkTests.Sdks, Sdks.MediaSdkTests.Sdks];
        var vendors = written.Select(Sdks.VendorCode.Vendors).ToList();
        var libraries = _catalog.Libraries.Where(library => library is { System: not null, IsInfrastructure: false } && _withoutPackage.ContainsKey(library.Name)).ToList();

        Nothing(libraries.Where(library => !vendors.Exists(compilation => Ids(library).Where(id => id[0] is 'M' or 'T').Any(id => Symbols(compilation, id).Count > 0) || library.Clients.Any(client => Symbols(compilation, client.Id).Count > 0))).Select(library => library.Name));
        Nothing(libraries.SelectMany(library => vendors.SelectMany(compilation => MissingParameters(compilation, library.Calls.Concat(library.Bindings))), (library, parameter) => $"{library.Name}: {parameter}").Distinct());
    }

    [Fact]
    public void Packages_AreEachOfSomeLibrary() => Nothing(CatalogPackages.All.Except(_packages.Values.SelectMany(packages => packages)));

    [Fact]
    public void Ids_AreClaimedOnce()
    {
        var claims = _catalog.Libraries.SelectMany(library => library.Clients.Select(client => client.Id).Concat(library.Calls.Concat(library.Bindings).Select(member => member.Id)).Distinct(), (library, id) => (library.Name, id));

        // Several protocols over one channel, or of one base class, are told apart by what is called.
        Nothing(claims.GroupBy(claim => claim.id).Where(group => group.Count() > 1 && !group.All(claim => _shared.Any(name => claim.Name.Contains(name, StringComparison.Ordinal)))).Select(group => $"{group.Key}: {string.Join(", ", group.Select(claim => claim.Name))}"));
        Nothing(_catalog.Libraries.GroupBy(library => library.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Nothing(_catalog.Libraries.SelectMany(library => library.Hosts, (library, host) => (library.System, host)).GroupBy(claim => claim.host).Where(group => group.Select(claim => claim.System).Distinct().Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Systems_AreManyAndHaveTheirHosts()
    {
        Nothing(_catalog.Libraries.Where(library => library is { System: null, IsInfrastructure: false, Hosts.IsEmpty: false }).Select(library => library.Name));
        Assert.True(_catalog.Libraries.Count(library => library.System is not null) >= 45);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void ReferencedLibrary_IsTheOnlyOneThatCosts(string name)
    {
        var compilation = CSharpCompilation.Create("Costs", references: CatalogPackages.Referencing(_packages[name]).References);

        var families = LibraryIndex.Of(compilation, _catalog.Libraries, mayLackPackages: false).Families.Select(family => family.Library.Name).ToList();

        Assert.Contains(name, families);
        var inSight = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().ToList();
        Assert.All(families, family => Assert.Contains(Ids(Find(family)), id => Symbols(compilation, id).Any(symbol => symbol is INamespaceSymbol || inSight.Contains(symbol.ContainingAssembly, SymbolEqualityComparer.Default))));
    }

    [Fact]
    public void ProjectWithoutPackages_HasNoLibraryOfVendors()
    {
        var compilation = CSharpCompilation.Create("Plain", references: PointToPoint.Testing.ReferenceSet.AspNetCore.References);

        var families = LibraryIndex.Of(compilation, _catalog.Libraries, mayLackPackages: false).Families;

        Assert.DoesNotContain(families, family => family.Library.System is not null);
        Assert.DoesNotContain(families, family => family.Library.IsInfrastructure);
    }

    /// <summary>True for a library whose names are looked up in its package.</summary>
    internal static bool HasPackage(string library) => _packages.ContainsKey(library);

    /// <summary>All of what is there is shown.</summary>
    private static void Nothing(IEnumerable<string?> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private static Library Find(string name) => _catalog.Libraries.First(library => library.Name == name);

    private static IEnumerable<string> Ids(Library library) => library.Clients.Concat(library.Holders).Select(client => client.Id).Concat(library.Excluded).Concat(library.Calls.Concat(library.Bindings).SelectMany(member => member.Provides.Add(member.Id))).Distinct();

    private static bool IsElsewhere(string id) => _elsewhere.Any(name => id[2..].StartsWith(name, StringComparison.Ordinal));

    /// <summary>Lines name several members and several versions of them at once: of each such choice of parameters, some member has one.</summary>
    private static IEnumerable<string> MissingParameters(Compilation compilation, IEnumerable<LibraryMember> members)
    {
        var arguments = from member in members
                        let methods = Symbols(compilation, member.Id).OfType<IMethodSymbol>().ToList()
                        where methods.Count > 0
                        from argument in new[] { member.Address, member.Host, member.Port, member.Configure, member.ConnectionString, member.Connection, member.Method }
                        where argument is not null && !argument.Names.Contains("this")
                        select (Names: string.Join('|', argument.Names), Has: methods.Any(method => method.Parameters.Any(parameter => argument.Names.Contains(parameter.Name))));
        return arguments.GroupBy(argument => "no parameter " + argument.Names, argument => argument.Has).Where(group => !group.Any(has => has)).Select(group => group.Key);
    }

    /// <summary>What an ID names; all overloads where it has no parameter list.</summary>
    private static List<ISymbol> Symbols(Compilation compilation, string id)
    {
        if (id[0] is 'N' or 'T' || id.Contains('('))
        {
            return [.. DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation)];
        }

        var dot = id.LastIndexOf('.');
        var (type, member) = (id[2..dot], id[(dot + 1)..].Split("``")[0]);
        var named = DocumentationCommentId.GetSymbolsForDeclarationId("T:" + type, compilation).OfType<INamedTypeSymbol>().SelectMany(found => found.GetMembers()).Where(found => found.DeclaredAccessibility is not Accessibility.Private);
        return [.. named.Where(found => member == "#ctor" ? found is IMethodSymbol { MethodKind: MethodKind.Constructor } : member[^1] == '*' ? found.Name.StartsWith(member[..^1], StringComparison.Ordinal) : found.Name == member)];
    }
}
