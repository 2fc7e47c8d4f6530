using System.Globalization;
using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// Which of a referenced project's target frameworks a project would get: the same, else the nearest of its family, else netstandard. NuGet's full
/// rules need NuGet; these are the ones that occur between projects of one repository.
/// </summary>
internal static partial class TargetFrameworkMatch
{
    /// <summary>The best of <paramref name="candidates"/>; some, even if none fits, because types of the wrong framework are better than none.</summary>
    public static string Nearest(string wanted, IReadOnlyCollection<string> candidates) =>
        candidates.OrderByDescending(candidate => Rank(wanted, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).First();

    private static (int Fit, double Version) Rank(string wanted, string candidate)
    {
        if (candidate.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return (5, 0);
        }

        var (family, version, platform) = Split(wanted);
        var (otherFamily, otherVersion, otherPlatform) = Split(candidate);
        return (otherFamily == family && otherVersion <= version, otherPlatform == platform, otherPlatform.Length == 0) switch
        {
            (true, true, _) => (4, otherVersion),
            (true, _, true) => (3, otherVersion),
            _ when otherFamily == "netstandard" => (2, otherVersion),
            (_, _, true) => (1, -otherVersion),
            _ => (0, -otherVersion),
        };
    }

    private static (string Family, double Version, string Platform) Split(string name)
    {
        var match = Moniker().Match(name.ToLowerInvariant());
        if (!match.Success)
        {
            return (name, 0, "");
        }

        var family = match.Groups["family"].Value;
        var digits = match.Groups["version"].Value;
        // net48 is .NET Framework and has no dot; net8.0 is .NET and has one.
        if (family == "net" && !digits.Contains('.', StringComparison.Ordinal))
        {
            family = "netframework";
            digits = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits;
        }

        return (family == "netcoreapp" ? "net" : family, double.Parse(digits, CultureInfo.InvariantCulture), match.Groups["platform"].Value);
    }

    [GeneratedRegex("""^(?<family>netstandard|netcoreapp|net)(?<version>\d+(\.\d+)?)(-(?<platform>[a-z]+)[\d.]*)?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Moniker();
}
