using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>What a generated gRPC client's methods call: <c>GetBasketAsync</c> of <c>Basket.BasketClient</c> is <c>/BasketApi.Basket/GetBasket</c>.</summary>
internal static class GrpcMethods
{
    // The generator's own field: the package of the .proto file is nowhere else in the code.
    private const string ServiceName = "__ServiceName";
    private const string Suffix = "Async";

    /// <summary>The procedure: only a unary one has an <c>Async</c> of the generator's behind its name.</summary>
    public static string NameOf(IMethodSymbol method) => method.ReturnType.Name == "AsyncUnaryCall" && method.Name.EndsWith(Suffix, StringComparison.Ordinal) && method.Name.Length > Suffix.Length
        ? method.Name.Substring(0, method.Name.Length - Suffix.Length)
        : method.Name;

    /// <summary>The path that the procedure has on the wire; null if the client isn't a generated one. Of a compiled client the package isn't known.</summary>
    public static string? PathOf(IMethodSymbol method) =>
        method.ContainingType.ContainingType is not { } service ? null : $"/{FullName(service) ?? "{}." + service.Name}/{NameOf(method)}";

    private static string? FullName(INamedTypeSymbol service) => service.GetMembers(ServiceName).SelectMany(field => field.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax())
        .Select(node => node is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string name } } ? name : null)
        .FirstOrDefault(name => !string.IsNullOrEmpty(name));
}
