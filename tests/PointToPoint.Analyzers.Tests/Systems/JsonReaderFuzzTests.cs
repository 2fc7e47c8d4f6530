using System.Globalization;
using System.Text;
using System.Text.Json;

using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>System.Text.Json is the judge of what JSON is; the seed is fixed, so a failure is the same for everybody.</summary>
public class JsonReaderFuzzTests
{
    private const int Seed = 20270331;

    // No U+2028 here: System.Text.Json refuses it in a comment, where the grammar allows it.
    private const string Alphabet = "{}[]:,\"'\\/*-+.eE0123456789 \t\r\nabtrufalsn_\u0001é😀\uFEFF";

    private static readonly JsonDocumentOptions _options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    [Fact]
    public void ValidDocuments_HaveTheValuesThatSystemTextJsonReads()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new JsonWriter(random).Write();

            var document = JsonReader.Read(SourceText.From(text), TestContext.Current.CancellationToken);

            Assert.True(document.Errors.IsEmpty, text);
            using var expected = JsonDocument.Parse(text, _options);
            AssertEqual(expected.RootElement, document.Root, text);
        }
    }

    [Fact]
    public void DamagedDocuments_AreRefusedExactlyWhenSystemTextJsonRefusesThem()
    {
        var random = new Random(Seed);
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = Damage(random, new JsonWriter(random).Write());
            var document = JsonReader.Read(SourceText.From(text), TestContext.Current.CancellationToken);

            Assert.True(document.TokensRead <= text.Length + 1, $"{document.TokensRead} tokens in {text}");
            AssertInside(document, text);
            if (IsWellFormedUtf16(text) && text[..Math.Min(1, text.Length)] != "\uFEFF")
            {
                var isRefused = IsRefused(text);
                refused += isRefused ? 1 : 0;
                Assert.True(isRefused == !document.Errors.IsEmpty, $"refused by System.Text.Json: {isRefused}; errors: {string.Join("; ", document.Errors)}\n{text}");
                if (!isRefused && HasOnlyWellFormedText(document.Root))
                {
                    using var expected = JsonDocument.Parse(text, _options);
                    AssertEqual(expected.RootElement, document.Root, text);
                }
            }
        }

        // Both kinds must be frequent, or the test shows nothing.
        Assert.InRange(refused, 5_000, 19_500);
    }

    [Fact]
    public void CharacterSoup_IsRefusedExactlyWhenSystemTextJsonRefusesIt()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => "{}[]:,\"/*1-.e "[random.Next(14)])]);

            var document = JsonReader.Read(SourceText.From(text), TestContext.Current.CancellationToken);

            Assert.True(IsRefused(text) == !document.Errors.IsEmpty, text);
            Assert.True(document.TokensRead <= text.Length + 1, text);
        }
    }

    private static string Damage(Random random, string text)
    {
        var damaged = new StringBuilder(text);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var position = random.Next(damaged.Length + 1);
            switch (random.Next(4))
            {
                case 0 when position < damaged.Length:
                    damaged.Remove(position, Math.Min(random.Next(1, 5), damaged.Length - position));
                    break;
                case 1 when position < damaged.Length:
                    damaged[position] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 2:
                    damaged.Length = position;
                    break;
                default:
                    damaged.Insert(position, Alphabet[random.Next(Alphabet.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }

    private static bool IsRefused(string text)
    {
        try
        {
            JsonDocument.Parse(text, _options).Dispose();
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool IsWellFormedUtf16(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    // System.Text.Json takes half a surrogate pair as an escape, but gives no text for it.
    private static bool HasOnlyWellFormedText(JsonNode node) => IsWellFormedUtf16(node.Text)
        && node.Members.All(member => IsWellFormedUtf16(member.Name) && HasOnlyWellFormedText(member.Value))
        && node.Items.All(HasOnlyWellFormedText);

    private static void AssertInside(JsonDocumentNode document, string text)
    {
        var whole = new TextSpan(0, text.Length);
        Assert.All(document.Errors, error => Assert.True(whole.Contains(error.Span), text));
        Check(document.Root);

        void Check(JsonNode node)
        {
            Assert.True(whole.Contains(node.Span), text);
            foreach (var member in node.Members)
            {
                Assert.True(node.Span.Contains(member.NameSpan), text);
                Check(member.Value);
            }

            foreach (var item in node.Items)
            {
                Check(item);
            }
        }
    }

    private static void AssertEqual(JsonElement expected, JsonNode actual, string text)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(JsonNodeKind.Object, actual.Kind);
                Assert.Equal(expected.EnumerateObject().Select(member => member.Name), actual.Members.Select(member => member.Name));
                foreach (var (member, value) in expected.EnumerateObject().Zip(actual.Members, (a, b) => (a.Value, b.Value)))
                {
                    AssertEqual(member, value, text);
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(JsonNodeKind.Array, actual.Kind);
                Assert.Equal(expected.GetArrayLength(), actual.Items.Length);
                foreach (var (element, item) in expected.EnumerateArray().Zip(actual.Items))
                {
                    AssertEqual(element, item, text);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal((JsonNodeKind.String, expected.GetString()), (actual.Kind, actual.Text));
                break;
            case JsonValueKind.Number:
                Assert.Equal((JsonNodeKind.Number, expected.GetRawText()), (actual.Kind, actual.Text));
                break;
            default:
                var kind = expected.ValueKind == JsonValueKind.Null ? JsonNodeKind.Null : JsonNodeKind.Boolean;
                Assert.Equal((kind, expected.GetRawText()), (actual.Kind, actual.Text));
                break;
        }
    }

    /// <summary>Writes random JSON in every style the grammar allows.</summary>
    private sealed class JsonWriter(Random random)
    {
        private readonly StringBuilder _text = new();

        public string Write()
        {
            Blank();
            Value(0);
            Blank();
            return _text.ToString();
        }

        private void Value(int depth)
        {
            switch (random.Next(depth > 5 ? 5 : 9))
            {
                case 0:
                    _text.Append("true");
                    break;
                case 1:
                    _text.Append("false");
                    break;
                case 2:
                    _text.Append("null");
                    break;
                case 3:
                    Number();
                    break;
                case 4:
                    String();
                    break;
                case 5 or 6:
                    List('[', ']', () => Value(depth + 1));
                    break;
                default:
                    List('{', '}', () =>
                    {
                        String();
                        _text.Append(random.Next(3) == 0 ? " \n" : ""); // System.Text.Json refuses a comment between name and colon
                        _text.Append(':');
                        Blank();
                        Value(depth + 1);
                    });
                    break;
            }
        }

        private void List(char open, char close, Action element)
        {
            _text.Append(open);
            Blank();
            for (var count = random.Next(5); count > 0; count--)
            {
                element();
                Blank();
                if (count > 1 || random.Next(3) == 0)
                {
                    _text.Append(',');
                    Blank();
                }
            }

            _text.Append(close);
        }

        private void Number()
        {
            _text.Append(random.Next(2) == 0 ? "-" : "").Append(random.Next(3) == 0 ? 0 : random.Next(1, 100_000));
            _text.Append(random.Next(2) == 0 ? "" : "." + random.Next(1000).ToString("000", CultureInfo.InvariantCulture));
            _text.Append(random.Next(3) == 0 ? "eE"[random.Next(2)] + new[] { "", "+", "-" }[random.Next(3)] + random.Next(400) : "");
        }

        private void String()
        {
            string[] pieces = ["a", "Z", " ", "é", "😀", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u00e9", "\\uD83D\\uDE00", "//", "/*", "{", "}", ":", "'"];
            _text.Append('"');
            for (var count = random.Next(6); count > 0; count--)
            {
                _text.Append(pieces[random.Next(pieces.Length)]);
            }

            _text.Append('"');
        }

        private void Blank()
        {
            string[] blanks = ["", "", "", " ", "\n", "\r\n\t", "/* *x/ */", "// it's {\"a\n", "//\n", "/**/"];
            _text.Append(blanks[random.Next(blanks.Length)]);
        }
    }
}
