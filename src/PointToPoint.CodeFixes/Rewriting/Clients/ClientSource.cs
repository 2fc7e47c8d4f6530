using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Where a client comes from.</summary>
internal enum ClientSourceKind
{
    /// <summary><c>new HttpClient()</c>.</summary>
    Created,

    /// <summary><c>factory.CreateClient()</c>.</summary>
    DefaultFactory,

    /// <summary><c>factory.CreateClient("erp")</c>.</summary>
    NamedFactory,

    /// <summary>A constructor's parameter: a typed client.</summary>
    Injected,
}

/// <summary>A place where a client comes into the type.</summary>
/// <param name="Kind">How.</param>
/// <param name="Node">The creation, the call of the factory, or the parameter.</param>
/// <param name="Name">The name that the factory is asked for.</param>
internal sealed record ClientSource(ClientSourceKind Kind, SyntaxNode Node, string? Name = null)
{
    public ExpressionSyntax Expression => (ExpressionSyntax)Node;
}

/// <summary>A call that leaves the process.</summary>
internal sealed record ClientCall(InvocationExpressionSyntax Invocation, IMethodSymbol Method, SimpleNameSyntax Name);
