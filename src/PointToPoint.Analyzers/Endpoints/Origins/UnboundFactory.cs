using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary><c>factory.CreateClient("erp")</c> where the package of <c>IHttpClientFactory</c> is missing.</summary>
internal static class UnboundFactory
{
    /// <summary>The name that the factory is asked for, empty for the default client; null if it isn't the factory, or the name isn't constant.</summary>
    public static string? Name(ExpressionSyntax call, MissingNames names, CancellationToken cancellation) =>
        Asks(call, names, cancellation) is not { } arguments ? null : arguments.Count == 0 ? "" : names.Constant(arguments[0].Expression, cancellation);

    /// <summary>What says which client the factory is asked for, where callers may; null if it isn't the factory, or is asked for the default client.</summary>
    public static ExpressionSyntax? NameGiven(ExpressionSyntax call, MissingNames names, CancellationToken cancellation) => Asks(call, names, cancellation) is [{ Expression: var name }] ? name : null;

    private static SeparatedSyntaxList<ArgumentSyntax>? Asks(ExpressionSyntax call, MissingNames names, CancellationToken cancellation) =>
        MissingNames.Bare(call) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateClient", Expression: var factory }, ArgumentList.Arguments: { Count: <= 1 } arguments }
        && (names.TypeOf(factory, "System.Net.Http", cancellation) is { Name: "IHttpClientFactory" } || IsAsked(factory))
            ? arguments
            : null;

    /// <summary>True for the factory where a provider of a missing type is asked for it.</summary>
    public static bool IsAsked(SyntaxNode factory) => factory is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetService" or "GetRequiredService", TypeArgumentList.Arguments: [IdentifierNameSyntax { Identifier.ValueText: "IHttpClientFactory" }] } },
    };

    /// <summary>True if an expression is a client that the factory or a sidecar's makes, or a local that starts as one.</summary>
    public static bool Makes(ExpressionSyntax client, MissingNames names, CancellationToken cancellation) =>
        MakesItself(client, names, cancellation) || (names.StartOf(client, cancellation) is { } start && MakesItself(start, names, cancellation));

    private static bool MakesItself(ExpressionSyntax client, MissingNames names, CancellationToken cancellation) => Name(client, names, cancellation) is not null || IsSidecars(MissingNames.Bare(client));

    /// <summary>True for a call that makes a client by its name: what Refit and RestEase are given is that, or an address.</summary>
    public static bool IsNamedLikeFactorys(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateClient" } };

    /// <summary>True for a call that makes a client which calls through Dapr's sidecar: nobody else has methods of these names.</summary>
    public static bool IsSidecars(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateInvokeHttpClient" or "CreateInvokableHttpClient" } };
}
