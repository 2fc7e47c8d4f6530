using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// Which methods of a client leave the process: those with an awaitable result, and their synchronous twins (<c>Get</c> beside <c>GetAsync</c>). All others
/// build, configure or describe.
/// </summary>
internal static class RemoteOperations
{
    private const string Suffix = "Async";

    /// <summary>True if a method of a client type is one.</summary>
    public static bool Contains(IMethodSymbol method, INamedTypeSymbol type) => IsOrdinary(method)
        && (IsAwaitable(method.ReturnType) || Twins(method, type).Any(twin => IsAwaitable(twin.ReturnType)));

    /// <summary>True if a type has any: of one that has none, nobody can tell which of its methods are.</summary>
    public static bool HasAwaitable(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Any(method => IsOrdinary(method) && IsAwaitable(method.ReturnType));

    /// <summary>A method that somebody calls to have something done, not one that every object has.</summary>
    public static bool IsOrdinary(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension) || method.Name is nameof(IDisposable.Dispose) or "DisposeAsync")
        {
            return false;
        }

        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method.ContainingType.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType);
    }

    /// <summary>True for a task, for what can be awaited like one, and for what is enumerated that way.</summary>
    public static bool IsAwaitable(ITypeSymbol type) => type is INamedTypeSymbol named
        && (IsStream(named) || IsGrpcCall(named) || named.AllInterfaces.Any(IsStream) || Inherited(named).Any(HasAwaiter));

    private static bool IsStream(INamedTypeSymbol type) => type is { Name: "IAsyncEnumerable", ContainingNamespace.Name: "Generic" };

    /// <summary>The streaming calls of gRPC are read and written piece by piece, and not awaited as a whole.</summary>
    private static bool IsGrpcCall(INamedTypeSymbol type) => type is { Name: "AsyncServerStreamingCall" or "AsyncDuplexStreamingCall" or "AsyncClientStreamingCall" or "AsyncUnaryCall" };

    private static bool HasAwaiter(INamedTypeSymbol type) => type.GetMembers("GetAwaiter").OfType<IMethodSymbol>().Any(method => method.Parameters.IsEmpty);

    // A procedure that its service calls GetAsync itself has the twins GetAsync and GetAsyncAsync.
    private static IEnumerable<IMethodSymbol> Twins(IMethodSymbol method, INamedTypeSymbol type) =>
        Inherited(type).Concat(type.AllInterfaces).Append(method.ContainingType).SelectMany(declaring => declaring.GetMembers(method.Name + Suffix)).OfType<IMethodSymbol>();

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null && next.SpecialType != SpecialType.System_Object; next = next.BaseType)
        {
            yield return next;
        }
    }
}
