namespace PointToPoint.Testing.Layout;

/// <summary>One project of a test.</summary>
/// <param name="Folder">Rooted, without a slash at the end: <c>/0/src/Orders</c>.</param>
/// <param name="References">Names of other projects of the test.</param>
/// <param name="Properties">What its project file would set.</param>
internal sealed record TestProject(
    string Folder, ImmutableArray<string> References, ImmutableArray<KeyValuePair<string, string>> Properties)
{
    public const string DefaultFolder = VirtualPath.Root + "/TestProject";

    public string Name => Folder[(Folder.LastIndexOf('/') + 1)..];

    public string? Property(string name)
        => Properties.Where(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).LastOrDefault();
}
