using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// A mail server is often kept in a database or on a page of settings: <c>account.Host</c>. Which one it is only run time knows, and yet it is always the server of
/// these settings. What the user of a page or of a request types is none: the class, or the property, has to be called settings of mail.
/// </summary>
internal static class MailSettings
{
    private static readonly ImmutableArray<string> _mail = ["Mail", "Smtp", "Imap", "Pop3"];

    private static readonly ImmutableArray<string> _settings = ["Settings", "Setting", "Options", "Config", "Configuration", "Account"];

    private static readonly ImmutableArray<string> _forms = ["Dto", "Entity", "Model"];

    private static readonly ImmutableArray<string> _servers = ["Host", "Server", "Url", "Uri", "Relay", "Endpoint"];

    // What somebody asks for, whatever mail it is about.
    private static readonly ImmutableArray<string> _inputs = ["Request", "Command", "Query", "Input", "Form", "Message", "Args"];

    /// <summary>The symbol in the place of a server's address that nobody knows; null where neither class nor property is called settings of mail.</summary>
    public static TextValue? Of(IOperation operation, Frame frame)
    {
        if (SettingsSymbol.MemberOf(operation, frame) is not var (owner, member) || IsInput(owner) || IsInput(member.ContainingType)
            || !(IsServer(member.Name) || ((IsOf(owner) || IsOf(member.ContainingType)) && !IsPerson(member.Name))))
        {
            return null;
        }

        var name = SettingsSymbol.NameOf(owner);
        return new TextValue([new Alternative([new KeyPart(name + ":" + member.Name) { IsOfMember = true }], [$"property {name}.{member.Name}"])]);
    }

    private static bool IsOf(ITypeSymbol type) => Contains(type.Name, _mail) || EndsWith(_forms.FirstOrDefault(form => type.Name.EndsWith(form, StringComparison.Ordinal)) is { } form ? type.Name.Substring(0, type.Name.Length - form.Length) : type.Name, _settings);

    private static bool IsInput(ITypeSymbol type) => EndsWith(type.Name, _inputs);

    private static bool IsServer(string property) => Contains(property, _mail) && EndsWith(property, _servers);

    /// <summary>True for the address of somebody, not of a server.</summary>
    private static bool IsPerson(string property) => property.EndsWith("Email", StringComparison.OrdinalIgnoreCase) || property.EndsWith("MailAddress", StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string name, ImmutableArray<string> words) => words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool EndsWith(string name, ImmutableArray<string> words) => words.Any(word => name.EndsWith(word, StringComparison.Ordinal));
}
