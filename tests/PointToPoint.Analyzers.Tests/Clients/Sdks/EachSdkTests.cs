using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>
/// Each library of the catalog that has a system, and a package by which <see cref="CatalogNamesTests"/> knows that the vendor's names are the catalog's, against a library made here with
/// those names: a remote operation is a call of the system, and builders, names and doubles are none. What has no package is written by hand, see <see cref="VendorCode"/>.
/// </summary>
public sealed class EachSdkTests
{
    private static readonly ImmutableArray<Library> _systems = [.. LibraryCatalog.Load().Libraries.Where(library => library is { System: not null, IsInfrastructure: false })];

    public static TheoryData<string> Clients => [.. _systems.Where(library => !library.Clients.IsEmpty && CatalogNamesTests.HasPackage(library.Name)).Select(library => library.Name)];

    public static TheoryData<string, string> Hosts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (system, host) in _systems.SelectMany(library => library.Hosts, (library, host) => (library.System!, host)).Distinct())
            {
                data.Add(system, host);
            }

            return data;
        }
    }

    [Fact]
    public void Catalog_HasFortySystems() => Assert.True(_systems.Select(library => library.System).Distinct().Count() >= 40);

    [Theory]
    [MemberData(nameof(Clients))]
    public Task RemoteOperation_IsACallOfTheSystem(string name)
    {
        var (library, stub) = Stub(name);
        return stub.Test.WithDefaultRule(library.RuleId).WithProperty("to", library.System!).Reports($$"""
            class C
            {
                async Task<string> M({{stub.Type}} client)
                {
                    return await client.[|FetchAsync|]("1") + client.Build();
                }
            }
            """);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public Task Mention_IsNoCall(string name)
    {
        var (_, stub) = Stub(name);
        return stub.Test.IsQuiet($$"""
            interface IOwn { Task<string> FetchAsync(string id); {{stub.Type}} Client { get; } }
            class Fake : IOwn
            {
                public Task<string> FetchAsync(string id) => Task.FromResult(nameof({{stub.Type}}.FetchAsync) + typeof({{stub.Type}}));
                public {{stub.Type}} Client => null!;
                async Task<string> M(IOwn own) => await own.FetchAsync("1") + own.Client.Build() + (own is {{stub.Type}});
            }
            """);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public Task HostOfTheSystem_IsTheSystemsWhateverCallsIt(string system, string host)
    {
        var test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", system);
        return test.Reports($$"""
            class C { Task M(HttpClient http) => http.[|GetAsync|]("https://{{host.Replace("*", "tenant", StringComparison.Ordinal)}}/x"); }
            """);
    }

    private static (Library Library, (AnalyzerTest Test, string Type) Stub) Stub(string name)
    {
        var library = _systems.Single(library => library.Name == name);
        var client = library.Clients[0];
        var id = client.Id[0] == 'N' ? client.Id[2..] + ".SampleService" : client.Id[2..];
        var dot = id.LastIndexOf('.');
        var parts = id[(dot + 1)..].Split('`');
        var parameters = parts.Length > 1 ? "<" + string.Join(", ", Enumerable.Range(0, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)).Select(i => "T" + i)) + ">" : "";
        var source = $$"""
            using System.Threading.Tasks;
            namespace {{id[..dot]}}
            {
                public abstract class {{parts[0]}}{{parameters}} { public abstract Task<string> FetchAsync(string id); public abstract string Build(); }
            }
            """;
        var assembly = library.Assemblies.IsEmpty ? "Sample" : library.Assemblies[0].TrimEnd('*', '.');
        var compilation = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(source)], ReferenceSet.Net10.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, assembly + ".dll");
        var emitted = compilation.Emit(path);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var arguments = parameters.Length == 0 ? "" : "<" + string.Join(", ", parameters.Trim('<', '>').Split(", ").Select(_ => "string")) + ">";
        return (library, (CouplingTest.New().WithReferences(ReferenceSet.AspNetCore.With(path)), $"global::{id[..dot]}.{parts[0]}{arguments}"));
    }
}
