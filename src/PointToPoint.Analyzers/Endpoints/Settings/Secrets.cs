using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// Keeps what may be a secret out of an address that is shown: of a value, scheme and host appear and its path does, but not what stands under a key or
/// in a variable that is named like a secret, unless that is an address as a whole, nor a segment that looks like a token. User info and query are never shown anyway.
/// </summary>
internal static class Secrets
{
    /// <summary>Letters and digits in a row that nobody reads as a word.</summary>
    private const int TokenLength = 16;

    /// <summary>Letters that words have on average, those of one letter among them: of a token's, half are capitals.</summary>
    private const double WordLength = 2.5;

    /// <summary>Digits that a name may end in: a version, or a year.</summary>
    private const int NumberLength = 4;

    private static readonly ImmutableArray<string> _secrets = ["token", "secret", "key", "password", "passwd", "pwd", "passphrase", "signature", "credential"];

    // What ends like this says where the secret is, or what it is called: TokenEndpoint, KeyVaultName.
    private static readonly ImmutableArray<string> _places = ["url", "uri", "endpoint", "address", "host", "hostname", "server", "base", "path", "route", "authority", "name", "domain"];

    // A text with these is no path but something else, such as a connection string.
    private static readonly char[] _foreign = [';', '=', '@', ' ', '"'];

    /// <summary>The parts that may be shown of a value.</summary>
    /// <param name="value">A text that stands in the code, or was read from configuration.</param>
    /// <param name="before">The address up to it.</param>
    public static IEnumerable<Part> Shown(LiteralPart value, string before)
    {
        var origin = Math.Max(0, OriginLength(before + value.Text) - before.Length);
        var end = value.Text.IndexOfAny(['?', '#'], origin) is >= 0 and var found ? found : value.Text.Length;

        // A whole address that stands in the code is called after what it is for: its name is no reason to hide where it leads.
        var isWritten = value.Key is null && before.Length == 0 && origin > 0;
        var isSecret = (value.IsSecret && !isWritten) || (value.Key is { } key && IsSecret(key));
        if (origin > 0 && before.Length > 0 && value.Text[0] is not ('/' or '\\') && isSecret)
        {
            // A host that begins with a secret: its own labels, if it has any, are part of it.
            origin = 0;
        }

        if (origin > 0)
        {
            yield return value with { Text = value.Text.Substring(0, origin) };
        }

        foreach (var part in isSecret ? Hidden(value, origin, end) : PathOf(value, origin, end))
        {
            yield return part;
        }

        // The query is cut off later, and what the code adds behind it with it.
        if (end < value.Text.Length)
        {
            yield return value with { Text = value.Text.Substring(end) };
        }
    }

    /// <summary>True if the last segment of a key says that its value is nobody's business: <c>Telegram:BotToken</c>, <c>API_KEY</c>.</summary>
    public static bool IsSecret(string key)
    {
        var words = Words(key.Substring(key.LastIndexOf(':') + 1));
        return words.Count > 0 && !_places.Contains(words[words.Count - 1]) && words.Exists(IsSecretWord);
    }

    /// <summary>The same for a variable: <c>botToken</c>, but not <c>key</c>, which may be that of anything.</summary>
    public static bool IsSecretName(string name) => !name.Equals("key", StringComparison.OrdinalIgnoreCase) && IsSecret(name);

    /// <summary>Also where words run together: <c>apikey</c>, <c>accesstokens</c>.</summary>
    private static bool IsSecretWord(string word) => word.TrimEnd('s') is var one
        && (word == "sas" || _secrets.Any(secret => one.EndsWith(secret, StringComparison.Ordinal)));

    private static IEnumerable<Part> Hidden(LiteralPart value, int start, int end)
    {
        if (end > start)
        {
            yield return Hole(value);
        }
    }

    private static HolePart Hole(LiteralPart value) => new(value.Key is null ? "a text that may be a secret" : "configuration " + value.Key);

    private static IEnumerable<Part> PathOf(LiteralPart value, int start, int end)
    {
        var kept = start;
        for (var segment = start; segment < end;)
        {
            var next = value.Text.IndexOf('/', segment, end - segment) is >= 0 and var slash ? slash : end;
            var isForeign = value.Key is not null && value.Text.IndexOfAny(_foreign, segment, next - segment) >= 0;
            if (isForeign)
            {
                // Where it ends can't be told either.
                next = end;
            }

            if (isForeign || IsToken(value.Text.Substring(segment, next - segment)))
            {
                if (segment > kept)
                {
                    yield return value with { Text = value.Text.Substring(kept, segment - kept) };
                }

                yield return Hole(value);
                kept = next;
            }

            segment = next + 1;
        }

        if (end > kept)
        {
            yield return value with { Text = value.Text.Substring(kept, end - kept) };
        }
    }

    /// <summary>Long, of letters and digits mixed: <c>AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw</c>. A bot's number with its token is one, however long.</summary>
    private static bool IsToken(string segment)
    {
        if (segment.StartsWith("bot", StringComparison.OrdinalIgnoreCase) && segment.IndexOf(':') is > 3 and var colon && segment.Skip(3).Take(colon - 3).All(char.IsDigit))
        {
            return true;
        }

        var start = 0;
        for (var i = 0; i <= segment.Length; i++)
        {
            if (i < segment.Length && char.IsLetterOrDigit(segment[i]))
            {
                continue;
            }

            if (i - start >= TokenLength && IsMixed(segment.Substring(start, i - start)))
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    /// <summary>True where letters and digits are mixed. Words that begin with capitals may have a number behind them: <c>BoxScoreByScoreIdV3</c>.</summary>
    private static bool IsMixed(string run)
    {
        var name = run.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var words = name.Count(char.IsUpper);
        return run.Any(char.IsLetter) && run.Any(char.IsDigit) && (run.Length - name.Length > NumberLength || name.Any(char.IsDigit) || words < 2 || name.Length < words * WordLength);
    }

    /// <summary>Scheme, authority and the slash behind; 0 where an address has none.</summary>
    private static int OriginLength(string address)
    {
        var authority = address.StartsWith("//", StringComparison.Ordinal) ? 2 : address.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? scheme + 3 : -1;
        return authority < 0 ? 0 : address.IndexOfAny(['/', '\\', '?', '#'], authority) is >= 0 and var end ? end + (address[end] is '/' or '\\' ? 1 : 0) : address.Length;
    }

    /// <summary><c>BotToken</c> → bot, token; <c>API_KEY</c> → api, key.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (ends || (i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))))
            {
                if (i > start)
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                }

                start = ends ? i + 1 : i;
            }
        }

        return words;
    }
}
