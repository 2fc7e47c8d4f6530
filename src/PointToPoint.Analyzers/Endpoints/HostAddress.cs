namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Addresses of what has a host and no more: <c>mail.contoso.com</c> → <c>smtp://mail.contoso.com</c>.</summary>
internal static class HostAddress
{
    /// <summary>The host with a scheme in front, where it has none of its own.</summary>
    public static TextValue Of(string scheme, TextValue host) =>
        host.SelectMany(alternative => alternative.Parts[0] is LiteralPart literal && literal.Text.Contains("://") ? TextValue.Of(alternative) : TextValue.Literal(scheme + "://").Then(TextValue.Of(alternative)));
}
