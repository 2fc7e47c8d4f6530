using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>A compiler server and an editor keep our assembly for days, and many compilations at once: what it keeps for them must belong to an instance.</summary>
public sealed class StaticStateTests
{
    [Fact]
    public void StaticFields_AreReadOnly() => Assert.Empty(StaticFields().Where(field => !field.IsInitOnly && !field.IsLiteral).Select(Name));

    [Fact]
    public void StaticFields_HoldNothingThatGrows() => Assert.Empty(StaticFields().Where(field => Grows(field.FieldType)).Select(Name));

    [Theory]
    [InlineData(typeof(SourceTextValueProvider<string>))]
    [InlineData(typeof(SyntaxTreeValueProvider<string>))]
    [InlineData(typeof(ConditionalWeakTable<object, object>))]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(HashSet<string>))]
    [InlineData(typeof(System.Collections.Concurrent.ConcurrentDictionary<string, string>))]
    public void Cache_IsSomethingThatGrows(Type type) => Assert.True(Grows(type));

    private static IEnumerable<FieldInfo> StaticFields() =>
        from type in typeof(CouplingAnalyzer).Assembly.GetTypes()
        where !type.Name.Contains('<', StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.Name.Contains('<', StringComparison.Ordinal)
        select field;

    private static bool Grows(Type type) =>
        type.Name.Contains("ValueProvider", StringComparison.Ordinal)
        || type.Name.StartsWith("ConditionalWeakTable", StringComparison.Ordinal)
        || (typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string) && !type.IsArray && type.Namespace != typeof(ImmutableArray).Namespace);

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";
}
