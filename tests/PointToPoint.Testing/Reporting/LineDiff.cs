using System.Text;

namespace PointToPoint.Testing.Reporting;

/// <summary>The difference between two texts, line by line: <c>-</c> only expected, <c>+</c> only actual.</summary>
internal static class LineDiff
{
    public static string Of(string expected, string actual)
    {
        var (old, @new) = (Lines(expected), Lines(actual));

        // Length of the longest common subsequence of the rest, from each pair of lines on. Test texts are short.
        var common = Enumerable.Range(0, old.Length + 1).Select(_ => new int[@new.Length + 1]).ToArray();
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i][j] = old[i] == @new[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var result = new StringBuilder();
        for (int i = 0, j = 0; i < old.Length || j < @new.Length;)
        {
            if (i < old.Length && j < @new.Length && old[i] == @new[j])
            {
                Append(' ', old[i++]);
                j++;
            }
            else if (j == @new.Length || (i < old.Length && common[i + 1][j] >= common[i][j + 1]))
            {
                Append('-', old[i++]);
            }
            else
            {
                Append('+', @new[j++]);
            }
        }

        return result.ToString();

        void Append(char sign, string line) => result.Append(sign).Append(' ').Append(line).Append('\n');
    }

    // A line ending other than \n must be seen, or a mixed file looks right.
    private static string[] Lines(string text) => text.Replace("\r", "␍", StringComparison.Ordinal).Split('\n');
}
