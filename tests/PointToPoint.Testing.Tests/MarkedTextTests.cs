using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Tests;

public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("a[|b|]c")]
    [InlineData("{|X1:a|}{|#0:b|}")]
    [InlineData("[|a[|b|]|]")]
    [InlineData("[|{|#0:ab|}|]c")]
    [InlineData("a[||]b")]
    [InlineData("[|a|][||][|b|]")]
    [InlineData("{|X1:{|X1:ab|}|}")]
    [InlineData("[|a{|X1:b|]c|}")]
    public void Insert_ReversesParse(string source)
    {
        var marked = MarkedText.Parse(source);

        Assert.Equal(source, MarkedText.Insert(marked.Text, marked.Spans));
    }
}
