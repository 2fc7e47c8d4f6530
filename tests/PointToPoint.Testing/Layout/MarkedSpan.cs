using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Layout;

/// <summary>One marked piece of a test source.</summary>
/// <param name="Label">A rule's ID, <c>#0</c> for a numbered location, or null for the test's default rule.</param>
/// <param name="Span">Where it stands in the text without markup.</param>
internal readonly record struct MarkedSpan(string? Label, TextSpan Span)
{
    public bool IsLocation => Label is ['#', ..];

    public int Number => int.Parse(Label.AsSpan(1), CultureInfo.InvariantCulture);

    public string Open => Label is null ? "[|" : "{|" + Label + ":";

    public string Close => Label is null ? "|]" : "|}";
}
