using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Tool.Tests.Map;

/// <summary>
/// Each library of the catalog where its package is missing: code as its documentation shows it, and what a restored project says of it. A library that is new in the
/// catalog fails here until it has its lines in <c>Families</c>.
/// </summary>
public sealed class MissingFamilyTests(MissingFamilyTests.AllFamilies families) : IClassFixture<MissingFamilyTests.AllFamilies>
{
    // What is part of the framework is never missing.
    private static readonly string[] _framework = ["System.Net.", "System.Xml."];

    public static TheoryData<string> Names => [.. Snippets.Select(snippet => snippet.Family)];

    private static IEnumerable<Snippet> Snippets => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Families"), "*.families").Order(StringComparer.Ordinal).SelectMany(file => Snippet.Read(File.ReadAllLines(file)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Family_IsFoundByName(string family)
    {
        var snippet = Snippets.Single(snippet => snippet.Family == family);

        Assert.Equal(snippet.Expected, families.Sites(snippet.File));
    }

    [Fact]
    public void EveryFamily_HasItsLines()
    {
        var named = Snippets.Select(snippet => snippet.Family).ToHashSet(StringComparer.Ordinal);
        var families = LibraryCatalog.Load().Libraries.Where(library => library.Clients.Select(client => client.Id).Concat(library.Calls.Concat(library.Bindings).Select(member => member.Id)).Any(id => !_framework.Any(part => id[2..].StartsWith(part, StringComparison.Ordinal))));

        Assert.Equal([], families.Select(library => library.Name).Except(named));
    }

    /// <summary>One scan of a project that has them all.</summary>
    public sealed class AllFamilies : IAsyncLifetime
    {
        private ScannedSolution _scan = null!;

        public async ValueTask InitializeAsync() => _scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/greet.proto
            syntax = "proto3";
            package greet;
            service Greeter { rpc SayHello (HelloRequest) returns (HelloReply); }
            === App/Program.cs
            return;
            {{string.Join("\n", Snippets.Select(snippet => snippet.Source))}}
            """);

        /// <summary>What is said of a file: of systems and of infrastructure, in the order of the code.</summary>
        internal IEnumerable<string> Sites(string file) => _scan.Map.Connections.SelectMany(connection => connection.Sites).Concat(_scan.Map.Infrastructure.SelectMany(one => one.Sites))
            .Where(site => site.File == "App/" + file).OrderBy(site => site.Line).ThenBy(site => site.Column)
            .Select(site => $"{(site.IsWiring ? "wiring" : site.Verb)} {site.Endpoint}")
            .Concat(_scan.Map.Unresolved.Where(call => call.File == "App/" + file).Select(call => $"unknown {call.Verb}: {call.Reason}"));

        public ValueTask DisposeAsync()
        {
            _scan.Dispose();
            return default;
        }
    }

    /// <summary>The lines of one library: <c>given</c> is injected, <c>+</c> stands beside the class, <c>=</c> is expected.</summary>
    private sealed record Snippet(string Family, string File, IReadOnlyList<string> Lines)
    {
        public IEnumerable<string> Expected => Starting("= ");

        public string Source => $$"""
            === App/{{File}}
            {{string.Join("\n", Lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.Split(' ').Length == 2))}}
            namespace Contoso.Of{{Path.GetFileNameWithoutExtension(File)}};
            public class Uses({{string.Join(", ", Starting("given "))}})
            {
                public async Task Go()
                {
                    {{string.Join("\n", Lines.Where(IsCode))}}
                }
            }
            {{string.Join("\n", Starting("+ "))}}
            """;

        public static IEnumerable<Snippet> Read(string[] lines)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("library ", StringComparison.Ordinal))
                {
                    var name = lines[i]["library ".Length..];
                    yield return new Snippet(name, string.Concat(name.Where(char.IsAsciiLetterOrDigit)) + ".cs", [.. lines.Skip(i + 1).TakeWhile(line => line.Length > 0)]);
                }
            }
        }

        private IEnumerable<string> Starting(string prefix) => Lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]);

        private static bool IsCode(string line) => !(line.StartsWith("= ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("given ", StringComparison.Ordinal)
            || (line.StartsWith("using ", StringComparison.Ordinal) && line.Split(' ').Length == 2));
    }
}
