using System.Net.Http.Formatting;
using System.Reflection;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis.CSharp;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Gateway;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>A misspelt name switches a rule off in silence, so each is looked up in the real assemblies.</summary>
public sealed partial class KnownTypeNamesTests
{
    private static readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Names", references: ReferenceSet.AspNetCore.With(typeof(IIntegrationGateway).Assembly).With(typeof(JsonMediaTypeFormatter).Assembly).With(typeof(Refit.RestService).Assembly)
            .With(typeof(Dapr.Client.DaprClient).Assembly).With(typeof(RestEase.RestClient).Assembly).References);

    public static TheoryData<string, string> Names => [.. Constants().Select(constant => (constant.Where, constant.Name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void NameInAConstant_IsThatOfATypeOrNamespace(string where, string name)
    {
        var isNamespace = name.Split('.').Aggregate(
            (Microsoft.CodeAnalysis.INamespaceSymbol?)_compilation.GlobalNamespace,
            (space, part) => space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part)) is not null;

        Assert.True(isNamespace || _compilation.GetTypesByMetadataName(name) is not [], $"{where}: no referenced assembly has '{name}'.");
    }

    [Fact]
    public void Names_AreFound() => Assert.Contains(HttpClientFamily.HttpClientName, Constants().Select(constant => constant.Name));

    [Fact]
    public void Verbs_AreThoseOfTheRealMethods()
    {
        var real = Methods(HttpClientFamily.HttpClientName).Concat(Methods(HttpClientFamily.InvokerName)).Concat(Methods(HttpClientFamily.JsonName)).Concat(Methods(HttpClientFamily.FormattingName))
            .Where(name => name is not ("CancelPendingRequests" or "Dispose"))
            .Distinct();

        Assert.Equal(real.Order(StringComparer.Ordinal), HttpClientFamily.Verbs.Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Methods(string type) => _compilation.GetTypeByMetadataName(type)!.GetMembers()
        .OfType<Microsoft.CodeAnalysis.IMethodSymbol>()
        .Where(method => method is { DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public, MethodKind: Microsoft.CodeAnalysis.MethodKind.Ordinary })
        .Select(method => method.Name);

    private static IEnumerable<(string Where, string Name)> Constants() =>
        from type in typeof(RuleIds).Assembly.GetTypes()
        where type.Namespace?.StartsWith("PointToPoint.Analyzers.", StringComparison.Ordinal) == true
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where field is { IsLiteral: true } && field.FieldType == typeof(string)
        let name = (string)field.GetRawConstantValue()!
        where QualifiedName().IsMatch(name)
        select ($"{type.Name}.{field.Name}", name);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(\\.[A-Z][A-Za-z0-9]*)+$")]
    private static partial Regex QualifiedName();
}
