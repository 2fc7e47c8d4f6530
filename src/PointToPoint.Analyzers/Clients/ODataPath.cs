using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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
    public static string? Of(IInvocationOperation call)
    {
        var after = "";
        var next = call.Instance?.Bare() as IInvocationOperation;
        for (var calls = 0; next is not null && calls < MostCalls; next = next.Instance?.Bare() as IInvocationOperation, calls++)
        {
            switch (next.TargetMethod)
            {
                case { Name: "Key" }:
                    after = "({})" + after;
                    break;
                case { Name: "NavigateTo" or "Function" or "Action" } method:
                    after = "/" + (Named(next) ?? (method.TypeArguments is [{ TypeKind: not TypeKind.TypeParameter } type] ? type.Name : "{}")) + after;
                    break;
                case { Name: "For" } method:
                    return (Named(next) ?? (method.TypeArguments is [{ TypeKind: not TypeKind.TypeParameter } entity, ..] ? entity.Name : "{}")) + after;
            }
        }

        return null;
    }

    private static string? Named(IInvocationOperation call) => call.Arguments.Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } name } ? name : null).FirstOrDefault(name => name is not null);
}
