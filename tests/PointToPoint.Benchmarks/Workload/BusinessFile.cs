using System.Globalization;
using System.Text;

namespace PointToPoint.Benchmarks.Workload;

/// <summary>
/// A class of 150 lines with about 30 invocations: a few members that a kind of file is there for, and ordinary business code up to that length.
/// </summary>
internal static class BusinessFile
{
    private const int Lines = 150;

    /// <param name="kind">The folder and the start of the class's name.</param>
    /// <param name="module">The module.</param>
    /// <param name="number">The number among the module's files of this kind.</param>
    /// <param name="dependencies">Further parameters of the constructor.</param>
    /// <param name="members">The members it is there for.</param>
    /// <param name="outside">Declarations beside the class.</param>
    public static GeneratedFile Of(string kind, int module, int number, string dependencies = "", string members = "", string outside = "")
    {
        var text = new StringBuilder();
        var name = Name(kind, module, number);
        Add($$"""
            namespace Contoso.Module{{module}};

            {{outside}}
            public sealed class {{name}}({{dependencies}}IRepository<Item> repository, IDispatcher dispatcher, Log log)
            {
                public int Typed(int count)
                {
                    /* here */
                    return count + 1;
                }
            {{members}}
            """);
        for (var member = 0; LineCount() < Lines - 12; member++)
        {
            Add(Members(member, "Module0." + Name("Plain", 0, (number * 7 + member) % 40)));
        }

        while (LineCount() < Lines - 1)
        {
            Add($"    public int Number{LineCount()} {{ get; set; }}");
        }

        text.Append("}\n");
        return new GeneratedFile(string.Create(CultureInfo.InvariantCulture, $"/src/Contoso/{kind}/{module}_{number}.cs"), text.ToString());

        void Add(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');

        int LineCount() => text.ToString().Count(character => character == '\n');
    }

    public static string Name(string kind, int module, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{module}x{number}");

    /// <summary>Business code as there is most of: own services, text, LINQ, another class's method; and code without any call.</summary>
    private static FormattableString Members(int number, string other) => (number % 7) switch
    {
        0 => $$"""

                public async Task<Item?> Find{{number}}(int id, CancellationToken cancellation)
                {
                    log.Write("find", id);
                    var found = await repository.GetAsync(id, cancellation);
                    if (found is null)
                    {
                        return null;
                    }

                    return Normalise{{number}}(found);
                }

                private Item Normalise{{number}}(Item item)
                {
                    item.Name = item.Name.Trim().ToUpperInvariant();
                    item.Total = Math.Round(item.Total * 1.2m, 2);
                    return item;
                }
            """,
        1 => $$"""

                public int Weight{{number}}(Item item)
                {
                    var weight = 1;
                    if (item.Total > 100)
                    {
                        weight = 2;
                    }
                    else if (item.Attempts > 3)
                    {
                        weight = item.Attempts * 2;
                    }

                    Sum{{number}} += weight;
                    return weight + item.Id;
                }

                public int Sum{{number}} { get; private set; }
            """,
        2 => $$"""

                public string Describe{{number}}(IEnumerable<Item> items)
                {
                    var text = new StringBuilder();
                    foreach (var item in items.Where(item => item.Total > 0).OrderBy(item => item.Name))
                    {
                        text.Append(item.Name).Append(": ").AppendLine(item.Total.ToString("0.00", CultureInfo.InvariantCulture));
                    }

                    return text.ToString();
                }
            """,
        3 => $$"""

                public async Task Publish{{number}}(Item item, CancellationToken cancellation)
                {
                    await repository.PutAsync(item, cancellation);
                    await dispatcher.SendAsync(new Saved{{number}}(item.Id, item.Name), cancellation);
                    if (Delay{{number}}(item.Attempts) is var delay && delay > TimeSpan.Zero)
                    {
                        await Task.Delay(delay, cancellation);
                    }
                }

                private static TimeSpan Delay{{number}}(int attempts) => TimeSpan.FromSeconds(attempts * 2);

                public sealed record Saved{{number}}(int Id, string Name);
            """,
        4 => $$"""

                public bool IsSame{{number}}(Item one, Item two)
                {
                    var same = one.Id == two.Id;
                    same &= one.Name == two.Name;
                    same &= one.Total == two.Total;
                    for (var i = 0; i < one.Attempts; i++)
                    {
                        same |= i > two.Attempts;
                    }

                    return same;
                }
            """,
        5 => $$"""

                public async Task<string> Label{{number}}(int id, {{other}} other, CancellationToken cancellation)
                {
                    var item = await Find0(id, cancellation);
                    var name = item?.Name ?? "nobody";
                    return Cut{{number}}($"{name} {other.Typed(id)}", 20);
                }

                private static string Cut{{number}}(string text, int length) => text.Length > length ? text.Substring(0, length) : text;
            """,
        _ => $$"""

                public Dictionary<string, List<Item>> Group{{number}}(IReadOnlyList<Item> items)
                {
                    var groups = new Dictionary<string, List<Item>>(StringComparer.Ordinal);
                    foreach (var item in items)
                    {
                        if (!groups.TryGetValue(item.Name, out var group))
                        {
                            group = [];
                            groups[item.Name] = group;
                        }

                        group.Add(item);
                    }

                    return groups;
                }
            """,
    };
}
