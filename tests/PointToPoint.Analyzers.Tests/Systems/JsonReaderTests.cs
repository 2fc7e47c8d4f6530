using System.Text;

using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class JsonReaderTests
{
    [Fact]
    public void CommentsAndTrailingCommas_AreNoErrors()
    {
        var document = Read("""
            // systems
            {
              "a" /* name */ : [1, 2, /* last */], // more
              "b": { "c": null, },
            }
            """);

        Assert.Empty(document.Errors);
        Assert.Equal(2, document.Root.Find("a")!.Items.Length);
        Assert.Equal(JsonNodeKind.Null, document.Root.Find("b")!.Find("c")!.Kind);
    }

    [Fact]
    public void EveryValueAndName_KnowsItsPlace()
    {
        const string text = """{ "name": "CRM", "list": [true, -1.5e3] }""";

        var document = Read(text);

        var (name, list) = (document.Root.Members[0], document.Root.Members[1]);
        Assert.Equal(text, Cut(text, document.Root.Span));
        Assert.Equal("\"name\"", Cut(text, name.NameSpan));
        Assert.Equal("\"CRM\"", Cut(text, name.Value.Span));
        Assert.Equal("[true, -1.5e3]", Cut(text, list.Value.Span));
        Assert.Equal(["true", "-1.5e3"], list.Value.Items.Select(item => Cut(text, item.Span)));
    }

    [Fact]
    public void Escapes_AreDecoded()
    {
        var document = Read(@"[""\""\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00""]");

        Assert.Empty(document.Errors);
        Assert.Equal("\"\\/\b\f\n\r\tAé😀", document.Root.Items[0].Text);
    }

    [Fact]
    public void LoneSurrogates_AreTolerated()
    {
        var document = Read("[\"\\ud800\", \"\uDC00x\"]");

        Assert.Empty(document.Errors);
        Assert.Equal(["\ud800", "\udc00x"], document.Root.Items.Select(item => item.Text));
    }

    [Fact]
    public void ByteOrderMark_IsNoContent()
    {
        Assert.Empty(Read("\uFEFF{}").Errors);
    }

    [Fact]
    public void RepeatedNames_AreAllKept()
    {
        var document = Read("""{ "a": 1, "a": 2 }""");

        Assert.Empty(document.Errors);
        Assert.Equal(["1", "2"], document.Root.Members.Select(member => member.Value.Text));
        Assert.Equal("1", document.Root.Find("a")!.Text);
    }

    // The line and column, counted from 1, and the start of each message.
    [Theory]
    [InlineData("", "1:1 the file is empty")]
    [InlineData("  // nothing\n", "2:1 the file is empty")]
    [InlineData("{ \"a\": 1", "1:9 '}' is missing: the '{' of line 1 is never closed")]
    [InlineData("[1,\n[2", "2:3 ']' is missing: the '[' of line 2 is never closed")]
    [InlineData("{ \"a\": [1, 2 }", "1:14 ']' is missing before '}': the '[' of line 1 is still open")]
    [InlineData("[ { \"a\": 1 ]", "1:12 '}' is missing before ']': the '{' of line 1 is still open")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "1:10 ',' or '}' is missing before 'b'")]
    [InlineData("[1 2]", "1:4 ',' or ']' is missing before '2'")]
    [InlineData("{ \"a\" 1 }", "1:7 ':' and a value are missing after the name 'a'")]
    [InlineData("{ \"a\" }", "1:7 ':' and a value are missing after the name 'a'")]
    [InlineData("{ \"a\": }", "1:8 a value is missing before '}'")]
    [InlineData("{ \"a\": , \"b\": 1 }", "1:8 a value is missing before ','")]
    [InlineData("{ a: 1 }", "1:3 the name 'a' must stand in double quotes")]
    [InlineData("{ 'a': 1 }", "1:3 text stands in double quotes, not in single ones")]
    [InlineData("{ \"a\": undefined }", "1:8 'undefined' is no JSON value")]
    [InlineData("{ \"a\": True }", "1:8 'True' is no JSON value")]
    [InlineData("[01]", "1:2 '01' is no JSON value")]
    [InlineData("[“a”]", "1:2 '“a”' is no JSON value")]
    [InlineData("{,}", "1:2 a name in double quotes was expected instead of ','")]
    [InlineData("[,]", "1:2 a value was expected instead of ','")]
    [InlineData("[1,,2]", "1:4 a value was expected instead of ','")]
    [InlineData("{ {} }", "1:3 a name in double quotes is missing before '{'")]
    [InlineData("{} {}", "1:4 there is text after the end of the JSON value")]
    [InlineData("}", "1:1 a value is missing before '}'")]
    [InlineData("[\"a\n]", "1:2 the text that starts here is not closed on its line")]
    [InlineData("[\"a", "1:2 the text that starts here is not closed on its line")]
    [InlineData("[\"a\\", "1:2 the text that starts here is not closed on its line")]
    [InlineData("[\"\\x\"]", "1:3 this is no escape sequence of JSON")]
    [InlineData("[\"\\u12G4\"]", "1:3 '\\u' needs four hexadecimal digits")]
    [InlineData("[\"a\tb\"]", "1:4 the control character U+0009 must be escaped")]
    [InlineData("[1 /* open ]", "1:4 the comment that starts here is never closed")]
    [InlineData("[1 / 2]", "1:4 ',' or ']' is missing before '/'")]
    public void Damage_IsToldWhereItIs(string text, string expected)
    {
        var error = Read(text).Errors[0];

        var position = SourceText.From(text).Lines.GetLinePosition(error.Span.Start);
        Assert.StartsWith(expected, $"{position.Line + 1}:{position.Character + 1} {error.Message}", StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingComma_LosesNothing()
    {
        var document = Read("""
            {
              "a": 1
              "b": [1 2],
              c: 3,
              "d" 4
            }
            """);

        Assert.Equal(4, document.Errors.Length);
        Assert.Equal(["a", "b", "c", "d"], document.Root.Members.Select(member => member.Name));
        Assert.Equal(["1", "2"], document.Root.Find("b")!.Items.Select(item => item.Text));
        Assert.Equal("4", document.Root.Find("d")!.Text);
    }

    [Fact]
    public void AListThatIsNeverClosed_EndsWithItsObject()
    {
        var document = Read("""{ "a": { "list": [1, 2 }, "b": 3 }""");

        Assert.Single(document.Errors);
        Assert.Equal(["1", "2"], document.Root.Find("a")!.Find("list")!.Items.Select(item => item.Text));
        Assert.Equal("3", document.Root.Find("b")!.Text);
    }

    [Fact]
    public void TextThatIsNotClosed_EndsWithItsLine()
    {
        var document = Read("""
            {
              "a": "x,
              "b": "y"
            }
            """);

        Assert.Equal("y", document.Root.Find("b")!.Text);
    }

    [Fact]
    public void TheDeepestLevel_IsRead_AndTheNextIsNot()
    {
        var deepest = string.Concat(Enumerable.Repeat("[", JsonReader.MaxDepth)) + string.Concat(Enumerable.Repeat("]", JsonReader.MaxDepth));

        Assert.Empty(Read(deepest).Errors);
        var error = Assert.Single(Read($"[{deepest}]").Errors);
        Assert.Equal(JsonReader.MaxDepth, error.Span.Start);
        Assert.Contains("deeper than 64 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatFollowsATooDeepValue_IsRead()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", 40)) + string.Concat(Enumerable.Repeat("]}", 40));

        var document = Read($$"""{ "deep": {{deep}}, "after": 1 }""");

        Assert.Single(document.Errors);
        Assert.Equal("1", document.Root.Find("after")!.Text);
    }

    [Fact]
    public void AMillionOpenBrackets_AreOneError()
    {
        var document = Read(new string('[', 1_000_000));

        Assert.Contains(document.Errors, error => error.Message.Contains("deeper than 64", StringComparison.Ordinal));
        Assert.InRange(document.TokensRead, 1_000_000, 1_000_001);
    }

    [Fact]
    public void ATextThatIsTooLarge_IsNotRead()
    {
        var document = Read(new string(' ', JsonReader.MaxLength) + "{");

        var error = Assert.Single(document.Errors);
        Assert.Equal($"the file has {JsonReader.MaxLength + 1} characters, more than the {JsonReader.MaxLength} that are read", error.Message);
        Assert.Equal(JsonNodeKind.Missing, document.Root.Kind);
        Assert.Equal(0, document.TokensRead);
    }

    [Fact]
    public void ErrorsThatNobodyWouldRead_AreNotCollected()
    {
        var document = Read(new StringBuilder("[").Insert(1, "? ", 100_000).ToString());

        Assert.Equal(100, document.Errors.Length);
    }

    [Fact]
    public void MessagesStayOnOneLine_WhateverTheTextContains()
    {
        var document = Read("{ \"a\": 1 \"b\\r\\nERROR \\u202e" + new string('x', 500) + "\": 2 }");

        var message = Assert.Single(document.Errors).Message;
        Assert.DoesNotContain(message, char.IsControl);
        Assert.DoesNotContain('\u202e', message);
        Assert.InRange(message.Length, 1, 150);
    }

    [Fact]
    public void Cancellation_StopsReading()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            JsonReader.Read(SourceText.From("[" + string.Concat(Enumerable.Repeat("1,", 10_000)) + "]"), cancelled.Token));
    }

    private static JsonDocumentNode Read(string text) => JsonReader.Read(SourceText.From(text), TestContext.Current.CancellationToken);

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
