using System.Collections.Immutable;
using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// The sources of packages that configuration files around the projects name and that don't answer at all. NuGet asks them again for every package of every project, and forgets each
/// time that nobody is there.
/// </summary>
internal static class SilentSources
{
    // Who is silent for so long on one small file keeps a restore for hours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // NuGet finds each of them where case counts, and one where it doesn't.
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["NuGet.Config"] : ["nuget.config", "NuGet.config", "NuGet.Config"];

    public static async Task<ImmutableArray<string>> FindAsync(IEnumerable<string> projects, CancellationToken cancellationToken)
    {
        var files = Files(projects);

        // Behind a proxy that only NuGet knows of, no answer to us says anything.
        if (files.Any(file => Entries(file, "config").Any(entry => entry.Key == "http_proxy")))
        {
            return [];
        }

        var disabled = files.SelectMany(file => Entries(file, "disabledPackageSources")).Where(entry => entry.Value == "true").Select(entry => entry.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sources = files.SelectMany(file => Entries(file, "packageSources"))
            .Where(entry => !disabled.Contains(entry.Key))
            .Select(entry => Environment.ExpandEnvironmentVariables(entry.Value))
            .Where(source => Uri.TryCreate(source, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (sources.Count == 0)
        {
            return [];
        }

        using var client = new HttpClient { Timeout = Patience };
        var answers = await Task.WhenAll(sources.Select(source => AnswersAsync(client, source, cancellationToken)));
        return [.. sources.Where((_, i) => !answers[i])];
    }

    /// <summary>A source as people and logs may see it: without the name and password, or the token in a query, that its address may hold.</summary>
    public static string Shown(string source) => new Uri(source).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The configuration files that count for a project: from its folder upwards, up to one that clears what is farther away, and the user's.</summary>
    private static HashSet<XElement> Files(IEnumerable<string> projects)
    {
        var read = new Dictionary<string, XElement?>(PathComparer.Instance);
        var files = new HashSet<XElement>();
        foreach (var start in projects.Select(Path.GetDirectoryName).Distinct(PathComparer.Instance))
        {
            foreach (var path in Upwards(start).Append(UserFolder()).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))))
            {
                if (!read.TryGetValue(path, out var file))
                {
                    read[path] = file = File.Exists(path) ? Read(path) : null;
                }

                if (file is not null)
                {
                    files.Add(file);
                    if (file.Elements("packageSources").Elements("clear").Any())
                    {
                        break;
                    }
                }
            }
        }

        return files;
    }

    private static IEnumerable<string> Upwards(string? start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static string UserFolder() => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");

    private static XElement? Read(string file)
    {
        try
        {
            return XElement.Load(file);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // NuGet will say what is wrong with it.
            return null;
        }
    }

    private static IEnumerable<(string Key, string Value)> Entries(XElement file, string section) =>
        from entry in file.Elements(section).Elements("add")
        select ((string?)entry.Attribute("key") ?? "", (string?)entry.Attribute("value") ?? "");

    /// <summary>False if nobody is there, asked twice, or only a server that knows of no such source. Whoever wants to know who asks is there.</summary>
    private static async Task<bool> AnswersAsync(HttpClient client, string source, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(source), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                return response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone) || !source.EndsWith("/index.json", StringComparison.OrdinalIgnoreCase);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
            {
                // Perhaps the next time.
            }
            catch (HttpRequestException)
            {
                // A certificate, say, with which NuGet may know better what to do.
                return true;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        return false;
    }
}
