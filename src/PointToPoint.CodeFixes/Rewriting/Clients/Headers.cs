using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Looks at what is done with request headers.</summary>
internal static class Headers
{
    private const string Host = "Host";

    /// <summary>True if the Host header is set: the gateway decides about that one, by the system.</summary>
    public static bool SetsHost(ExpressionSyntax headers) => headers.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: Host } => true,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList: var arguments } } => NamesHost(arguments),
        ConditionalAccessExpressionSyntax => true,
        AssignmentExpressionSyntax { Right: InitializerExpressionSyntax initializer } => SetsHost(initializer),
        _ => false,
    };

    /// <summary>The same for <c>{ Host = "…" }</c> and <c>{ { "Host", "…" } }</c>.</summary>
    public static bool SetsHost(InitializerExpressionSyntax initializer) => initializer.Expressions.Any(expression => expression switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: Host } } => true,
        InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax { Token.ValueText: var name }, ..] } => IsHost(name),
        _ => false,
    });

    private static bool NamesHost(ArgumentListSyntax arguments) => arguments.Arguments is [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }, ..] && IsHost(name);

    private static bool IsHost(string name) => string.Equals(name, Host, StringComparison.OrdinalIgnoreCase);
}
