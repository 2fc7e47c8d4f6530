namespace PointToPoint.Analyzers.Systems;

/// <summary>The numbers of JSON: no leading zeros, no plus sign, digits on both sides of the point.</summary>
internal static class JsonNumber
{
    /// <summary>Whether a word, which isn't empty, is a number and nothing else.</summary>
    public static bool Is(string word)
    {
        var i = word[0] == '-' ? 1 : 0;
        var whole = Digits(word, i);
        if (whole == 0 || (whole > 1 && word[i] == '0'))
        {
            return false;
        }

        i += whole;
        if (i < word.Length && word[i] == '.')
        {
            var fraction = Digits(word, i + 1);
            if (fraction == 0)
            {
                return false;
            }

            i += 1 + fraction;
        }

        if (i < word.Length && word[i] is 'e' or 'E')
        {
            i += i + 1 < word.Length && word[i + 1] is '+' or '-' ? 2 : 1;
            var exponent = Digits(word, i);
            if (exponent == 0)
            {
                return false;
            }

            i += exponent;
        }

        return i == word.Length;
    }

    private static int Digits(string word, int start)
    {
        var end = start;
        while (end < word.Length && word[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - start;
    }
}
