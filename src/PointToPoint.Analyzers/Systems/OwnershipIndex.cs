namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// All entries of <c>owns</c>, found by dictionary. The entry with more literal parts wins; of equals a path beats a namespace and a namespace an
/// assembly; then the one with more literal characters, then the one without wildcard, then the one that was added first.
/// </summary>
internal sealed class OwnershipIndex
{
    private readonly Dictionary<string, Claim> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Claim>> _namePatterns = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<int> _prefixLengths = [];
    private readonly Dictionary<string, List<Claim>> _paths = new(StringComparer.OrdinalIgnoreCase);
    private int _deepestRoot;
    private int _count;

    private enum Kind
    {
        Assembly,
        Namespace,
        Path,
    }

    public void Add(OwnsPattern pattern, SystemEntry system)
    {
        var claim = new Claim(pattern, system, _count++);
        if (pattern.Path is { } path)
        {
            Append(_paths, path.Root, claim);
            _deepestRoot = Math.Max(_deepestRoot, path.RootDepth);
        }
        else if (!pattern.HasWildcard)
        {
            if (!_names.ContainsKey(pattern.Name!))
            {
                _names.Add(pattern.Name!, claim);
            }
        }
        else
        {
            var prefix = pattern.Name!.Substring(0, pattern.Name.IndexOfAny(['*', '?']));
            Append(_namePatterns, prefix, claim);
            _prefixLengths.Add(prefix.Length);
        }
    }

    public SystemEntry? Find(string assemblyName, string? @namespace, string? relativePath)
    {
        var best = default(Candidate);
        if (_names.TryGetValue(assemblyName, out var assembly))
        {
            best = Better(best, new Candidate(assembly, Kind.Assembly));
        }

        best = FindByPattern(best, assemblyName, Kind.Assembly);
        if (!string.IsNullOrEmpty(@namespace))
        {
            for (var end = @namespace!.Length; end > 0; end = @namespace.LastIndexOf('.', end - 1))
            {
                if (_names.TryGetValue(@namespace.Substring(0, end), out var owner))
                {
                    best = Better(best, new Candidate(owner, Kind.Namespace));
                    break; // those above are less specific
                }
            }

            best = FindByPattern(best, @namespace, Kind.Namespace);
        }

        if (relativePath is not null)
        {
            best = FindByPath(best, PathPattern.Split(relativePath));
        }

        return best.Claim?.System;
    }

    private Candidate FindByPattern(Candidate best, string name, Kind kind)
    {
        foreach (var length in _prefixLengths)
        {
            if (length <= name.Length && _namePatterns.TryGetValue(name.Substring(0, length), out var claims))
            {
                foreach (var claim in claims)
                {
                    // Cheap before dear: only what would win is matched.
                    var candidate = new Candidate(claim, kind);
                    if (Better(best, candidate) == candidate && Wildcard.Matches(claim.Pattern.Name!, name))
                    {
                        best = candidate;
                    }
                }
            }
        }

        return best;
    }

    private Candidate FindByPath(Candidate best, string[] path)
    {
        for (var length = 0; length <= Math.Min(path.Length, _deepestRoot); length++)
        {
            if (_paths.TryGetValue(string.Join("/", path, 0, length), out var claims))
            {
                foreach (var claim in claims)
                {
                    var candidate = new Candidate(claim, Kind.Path);
                    if (Better(best, candidate) == candidate && claim.Pattern.Path!.Matches(path))
                    {
                        best = candidate;
                    }
                }
            }
        }

        return best;
    }

    private static Candidate Better(Candidate a, Candidate b)
    {
        if (a.Claim is null || b.Claim is null)
        {
            return a.Claim is null ? b : a;
        }

        var order = a.Claim.Pattern.Parts.CompareTo(b.Claim.Pattern.Parts);
        order = order != 0 ? order : a.Kind.CompareTo(b.Kind);
        order = order != 0 ? order : a.Claim.Pattern.Literals.CompareTo(b.Claim.Pattern.Literals);
        order = order != 0 ? order : b.Claim.Pattern.HasWildcard.CompareTo(a.Claim.Pattern.HasWildcard);
        order = order != 0 ? order : b.Claim.Order.CompareTo(a.Claim.Order);
        return order >= 0 ? a : b;
    }

    private static void Append(Dictionary<string, List<Claim>> claims, string key, Claim claim)
    {
        if (!claims.TryGetValue(key, out var list))
        {
            claims.Add(key, list = []);
        }

        list.Add(claim);
    }

    private sealed record Claim(OwnsPattern Pattern, SystemEntry System, int Order);

    private readonly record struct Candidate(Claim? Claim, Kind Kind);
}
