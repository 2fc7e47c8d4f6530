using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// The path of a call that is put together of what it is called on: <c>client.For&lt;Order&gt;("Orders").Key(1).FindEntryAsync()</c>. Without a name the client looks for
/// the set of the type at run time, so that the type's name stands for it.
/// </summary>
internal static class ODataPath
{
    private const int MostCalls = 32;

    /// <summary>Null if the chain doesn't start in sight.</summary>
    public static string? Of(IInvocationOperation call) => Of(Chain(call.Instance?.Bare() as IInvocationOperation));

    /// <summary>The same where the package is missing: by the names of what is called.</summary>
    public static string? Of(InvocationExpressionSyntax call, SemanticModel model) => Of(Chain(call, model));

    private static string? Of(IEnumerable<Link> chain)
    {
        var after = "";
        foreach (var (name, said, type) in chain.Take(MostCalls))
        {
            switch (name)
            {
                case "Key":
                    after = "({})" + after;
                    break;
                case "NavigateTo" or "Function" or "Action":
                    after = "/" + (said ?? type ?? "{}") + after;
                    break;
                case "For":
                    return (said ?? type ?? "{}") + after;
            }
        }

        return null;
    }

    private static IEnumerable<Link> Chain(IInvocationOperation? call)
    {
        for (; call is not null; call = call.Instance?.Bare() as IInvocationOperation)
        {
            var method = call.TargetMethod;
            yield return new Link(method.Name, Constant(call.Arguments.Select(argument => argument.Value.ConstantValue)), method.TypeArguments is [{ TypeKind: not TypeKind.TypeParameter } type, ..] && (method.Name == "For" || method.TypeArguments.Length == 1) ? type.Name : null);
        }
    }

    private static IEnumerable<Link> Chain(InvocationExpressionSyntax call, SemanticModel model)
    {
        for (var next = UnboundCall.Receiver(call) as InvocationExpressionSyntax; next is not null; next = UnboundCall.Receiver(next) as InvocationExpressionSyntax)
        {
            var called = SyntaxNames.OfCalled(next);
            var type = called is GenericNameSyntax { TypeArgumentList.Arguments: [var first, ..] } && model.GetTypeInfo(first).Type is { TypeKind: not TypeKind.TypeParameter, Name: { Length: > 0 } name } ? name : null;
            yield return new Link(called?.Identifier.ValueText ?? "", Constant(next.ArgumentList.Arguments.Select(argument => model.GetConstantValue(argument.Expression))), type);
        }
    }

    private static string? Constant(IEnumerable<Optional<object?>> values) => values.Select(value => value is { HasValue: true, Value: string { Length: > 0 } name } ? name : null).FirstOrDefault(name => name is not null);

    /// <param name="Name">What is called.</param>
    /// <param name="Said">The text that it is given.</param>
    /// <param name="Type">The name of the type that it is given.</param>
    private sealed record Link(string Name, string? Said, string? Type);
}
