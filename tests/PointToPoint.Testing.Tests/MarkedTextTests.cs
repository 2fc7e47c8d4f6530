using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Parse_TakesMarkupOut()
    {
        var marked = MarkedText.Parse("a[|b|]{|X1:c|}{|#2:|}");

        Assert.Equal("abc", marked.Text);
        Assert.Equal([(null, 1, 2), ("X1", 2, 3), ("#2", 3, 3)], marked.Spans.Select(s => (s.Label, s.Span.Start, s.Span.End)));
    }

    [Theory]
    [InlineData("a[|b|]c")]
    [InlineData("{|X1:a|}{|#0:b|}")]
    [InlineData("[|a[|b|]|]")]
    [InlineData("[|{|#0:ab|}|]c")]
    [InlineData("a[||]b")]
    [InlineData("[|a|][||][|b|]")]
    [InlineData("{|X1:{|X1:ab|}|}")]
    [InlineData("[|a{|X1:b|]c|}")]
    [InlineData("{|X1:[|{|#0:a|}b|]c|}")]
    public void Insert_ReversesParse(string source)
    {
        var marked = MarkedText.Parse(source);

        Assert.Equal(source, MarkedText.Insert(marked.Text, marked.Spans));
    }

    [Theory]
    [InlineData("if (a || b) { c |= d; }")]
    [InlineData("a|] b|}")]
    [InlineData("{ | x: [ | ] }")]
    public void CodeThatLooksAlike_IsNoMarkup(string code) => Assert.Equal(code, MarkedText.Parse(code).Text);

    [Theory]
    [InlineData("a\n[|b", 2, "[|b")]
    [InlineData("{|X1:b|]\n", 1, "{|X1:b|]")]
    public void UnclosedMarkup_FailsWithItsLine(string code, int line, string text)
    {
        var failure = Assert.Throws<AnalyzerTestException>(() => MarkedText.Parse(code));

        Assert.Contains($"in line {line}: '{text}'", failure.Message, StringComparison.Ordinal);
    }
}
