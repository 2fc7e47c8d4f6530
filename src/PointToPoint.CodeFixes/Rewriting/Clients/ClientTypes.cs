using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>What the members of <c>HttpClient</c> and its factory mean for a rewrite.</summary>
internal static class ClientTypes
{
    public static bool IsHttpClient(ITypeSymbol? type) => Is(type, HttpClientFamily.HttpClientName);

    /// <summary>What HttpClient inherits its sending from.</summary>
    public static bool IsInvoker(ITypeSymbol? type) => Is(type, HttpClientFamily.InvokerName);

    /// <summary>A variable that holds the factory.</summary>
    public static bool IsHttpClientFactory(ISymbol variable) => Is((variable as IFieldSymbol)?.Type ?? (variable as IParameterSymbol)?.Type, "System.Net.Http.IHttpClientFactory");

    /// <summary><c>IHttpClientFactory.CreateClient</c>, with a name or without.</summary>
    public static bool IsFactory(IMethodSymbol method) => method.Name == "CreateClient"
        && method.ContainingType is { Name: "IHttpClientFactory" or "HttpClientFactoryExtensions", ContainingNamespace: var space } && space.ToDisplayString() == "System.Net.Http";

    /// <summary>A call that leaves the process, as the analyzer sees it.</summary>
    public static bool IsOutbound(IMethodSymbol method) => HttpClientFamily.Verbs.ContainsKey(method.Name)
        && method.ContainingType?.ToDisplayString() is HttpClientFamily.HttpClientName or HttpClientFamily.InvokerName or HttpClientFamily.JsonName;

    /// <summary>A private method, or a local one, of a type that returns a client: its callers are all in sight.</summary>
    public static bool IsOwnSource(IMethodSymbol method, INamedTypeSymbol type) =>
        method is { IsAsync: false, MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } && IsHttpClient(method.ReturnType)
        && (method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility == Accessibility.Private)
        && method.DeclaringSyntaxReferences.Length == 1
        && SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type.OriginalDefinition);

    /// <summary>The return statements of a body, without those of functions inside it.</summary>
    public static IEnumerable<ReturnStatementSyntax> Returns(SyntaxNode? body) => body is null
        ? []
        : body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Where(statement => statement.Expression is not null);

    /// <summary>A use that neither sends, nor hands the client on, nor tells its address.</summary>
    public static bool IsHarmless(ExpressionSyntax value, Func<SyntaxNode, ISymbol?> symbolOf) => value.Parent switch
    {
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            && (binary.Left == value ? binary.Right : binary.Left).IsKind(SyntaxKind.NullLiteralExpression),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
        UsingStatementSyntax or ExpressionStatementSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" } } guard } =>
            symbolOf(guard)?.ContainingType is { Name: "ArgumentNullException", ContainingNamespace.Name: "System" },
        _ => false,
    };

    // A type that may be null is the same type.
    private static bool Is(ITypeSymbol? type, string name) => type is not null && name.EndsWith("." + type.Name, StringComparison.Ordinal) && type.OriginalDefinition.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == name;
}
