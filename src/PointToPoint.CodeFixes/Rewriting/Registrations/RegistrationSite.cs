using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>A registration as it is written: <c>services.AddHttpClient&lt;ErpClient&gt;(…)</c> and all that is chained behind it.</summary>
internal sealed record RegistrationSite
{
    public required Document Document { get; init; }

    public required SemanticModel Model { get; init; }

    /// <summary>The call that registers.</summary>
    public required InvocationExpressionSyntax Add { get; init; }

    /// <summary>That call and those chained behind it, in order.</summary>
    public required ImmutableArray<InvocationExpressionSyntax> Chain { get; init; }

    /// <summary>The name that the factory knows the client by; null if it can't be told.</summary>
    public string? Name { get; init; }

    /// <summary>The typed clients it makes.</summary>
    public ImmutableArray<INamedTypeSymbol> ClientTypes { get; init; } = [];

    public bool IsGateway { get; init; }

    /// <summary>Refit writes the client's code, which uses nothing but the address's path.</summary>
    public bool IsRefit { get; init; }

    /// <summary>The registration that a call belongs to; null if it is none that is understood.</summary>
    public static RegistrationSite? Of(InvocationExpressionSyntax call, Document document, SemanticModel model, CancellationToken cancellation)
    {
        var add = First(call);
        if (model.GetSymbolInfo(add, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var chain = SyntaxNames.Chain(add).ToImmutableArray();
        var operations = chain.Select(each => model.GetOperation(each, cancellation)).OfType<IInvocationOperation>().ToList();
        if (operations.Count != chain.Length || ClientRegistration.IsOfPackage(method))
        {
            // What a package's own method gives back, and what else it does with the client, only the package knows.
            return null;
        }

        if (method is { Name: "AddRefitClient" } && method.ContainingNamespace?.Name == "Refit")
        {
            return new RegistrationSite
            {
                Document = document,
                Model = model,
                Add = add,
                Chain = chain,
                IsRefit = true,
                IsGateway = operations.Any(operation => operation.TargetMethod.Name == GatewayTypes.RoutingExtension),
            };
        }

        var registration = ClientRegistration.Read(operations[0], operations, operation => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null);
        return registration is null ? null : new RegistrationSite
        {
            Document = document,
            Model = model,
            Add = add,
            Chain = chain,
            Name = registration.Name,
            ClientTypes = [.. Implementations(operations)],
            IsGateway = registration.IsGateway,
        };
    }

    /// <summary>The call in whose chain a name stands, or whose function sets the property of that name; null if there is none.</summary>
    public static InvocationExpressionSyntax? CallAt(SyntaxNode root, Microsoft.CodeAnalysis.Text.TextSpan name) =>
        root.FullSpan.Contains(name) && root.FindToken(name.Start).Parent is SimpleNameSyntax simple ? CallOf(simple) ?? BoundMember.CallOf(simple) : null;

    /// <summary>True if a name is a called method's.</summary>
    public static bool IsCalled(SimpleNameSyntax name) => CallOf(name) is not null;

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name).Parent as InvocationExpressionSyntax;

    /// <summary>The innermost call of the chain: the first of those that return a builder of clients.</summary>
    private static InvocationExpressionSyntax First(InvocationExpressionSyntax call)
    {
        while (call.Expression is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Expression: InvocationExpressionSyntax inner, Name.Identifier.ValueText: not RegistrationScan.MethodName and not "AddRefitClient" })
        {
            call = inner;
        }

        return call;
    }

    /// <summary>Of an interface and its implementation only the latter holds the client.</summary>
    private static IEnumerable<INamedTypeSymbol> Implementations(IEnumerable<IInvocationOperation> operations) => operations
        .Where(operation => operation.TargetMethod.Name is RegistrationScan.MethodName or "AddTypedClient")
        .Select(operation => operation.TargetMethod.TypeArguments.LastOrDefault())
        .OfType<INamedTypeSymbol>();
}
