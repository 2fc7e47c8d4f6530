namespace PointToPoint.Analyzers;

/// <summary>Where a rule's page is. The address is baked into shipped assemblies and never moves.</summary>
internal static class HelpLink
{
    public static string To(string ruleId) => $"https://github.com/pointtopoint/pointtopoint/blob/main/docs/rules/{ruleId}.md";
}
