using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The simple names of all client types of the catalog: whether a text has one as a word is found out in one pass, and kept as a hash to make nothing of it.</summary>
internal sealed class ClientNames
{
    private const int Seed = 17;
    private const int Factor = 31;

    private readonly ImmutableHashSet<int> _hashes;

    public ClientNames(IEnumerable<Library> libraries) =>
        _hashes = [.. libraries.SelectMany(Types).Select(id => Hash(id.Substring(id.LastIndexOf('.') + 1).Split('`')[0]))];

    /// <summary>True if one of the names occurs; by chance another word may count as one.</summary>
    public bool OccurIn(string text)
    {
        var hash = Seed;
        var isWord = false;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || character == '_')
            {
                hash = unchecked((hash * Factor) + character);
                isWord = true;
            }
            else if (isWord)
            {
                if (_hashes.Contains(hash))
                {
                    return true;
                }

                hash = Seed;
                isWord = false;
            }
        }

        return isWord && _hashes.Contains(hash);
    }

    private static IEnumerable<string> Types(Library library) => library.Clients.Select(client => client.Id).Where(id => id[0] == 'T')
        .Concat(library.Calls.Concat(library.Bindings.Where(member => member.Name == "#ctor")).Select(member => member.Id.Split('(')[0]).Select(id => id.Substring(0, id.LastIndexOf('.'))));

    private static int Hash(string name) => name.Aggregate(Seed, (hash, character) => unchecked((hash * Factor) + character));
}
