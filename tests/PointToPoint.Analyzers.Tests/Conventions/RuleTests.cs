using System.Reflection;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>Holds ID, rule class, descriptor, test class, release row and options in step.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Rules => [.. Rule.All.Select(rule => rule.Id)];

    [Fact]
    public void EachId_BelongsToOneDescriptor() => Assert.Equal(Constants(typeof(RuleIds)).Order(StringComparer.Ordinal), Rule.All.Select(rule => rule.Id));

    [Fact]
    public void EachCouplingRule_IsOneOfTheAnalyzers() =>
        Assert.Equal(Rule.All.Select(rule => rule.Id), Rule.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Band_IsTheCategory(string id)
    {
        var category = id[3] switch
        {
            '1' => RuleCategories.Coupling,
            '9' => RuleCategories.Configuration,
            _ => "no category",
        };

        Assert.Matches("^P2P[1-9][0-9]{3}$", id);
        Assert.Equal(category, Find(id).Descriptor.Category);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Descriptor_IsComplete(string id)
    {
        var descriptor = Find(id).Descriptor;

        Assert.True(descriptor.IsEnabledByDefault);
        Assert.DoesNotMatch(@"\.$", Find(id).Title);
        Assert.NotEqual("", descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.EndsWith($"/blob/main/{Find(id).Page}", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void RuleClass_HasItsFileAndItsTests(string id)
    {
        Assert.True(Repository.Has(Find(id).SourceFile), Find(id).SourceFile + " is missing.");
        Assert.True(Repository.Has(Find(id).TestFile), Find(id).TestFile + " is missing.");
    }

    [Fact]
    public void TypeNames_HoldNoId() => Assert.DoesNotContain(typeof(RuleIds).Assembly.GetTypes(), type => type.Name.Contains("P2P", StringComparison.Ordinal));

    [Fact]
    public void ReleaseRows_AreThoseOfTheDescriptors()
    {
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(file => Repository.Read($"src/PointToPoint.Analyzers/AnalyzerReleases.{file}.md").Split('\n'))
            .Where(line => line.StartsWith("P2P", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Rule.All.Select(rule => $"{rule.Id} | {rule.Descriptor.Category} | {rule.Descriptor.DefaultSeverity} | {rule.Title}"), rows);
    }

    [Fact]
    public void EachOptionKey_IsInTheList_AndLooksLikeOne()
    {
        Assert.Equal(Constants(typeof(ReportOptions)).Order(StringComparer.Ordinal), ReportOptions.All.Order(StringComparer.Ordinal));
        Assert.All(ReportOptions.All, key => Assert.Matches("^p2p(_[a-z]+)+$", key));
    }

    [Fact]
    public void EachFix_IsForKnownRules() =>
        Assert.All(Rule.Fixes.SelectMany(fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, Rule.All.Select(rule => rule.Id)));

    private static Rule Find(string id) => Rule.All.Single(rule => rule.Id == id);

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);
}
