using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a cache makes where it holds nothing yet: <c>clients.GetOrAdd(name, n => new HttpClient { … })</c>, <c>cache.GetOrCreate(key, entry => …)</c>.</summary>
internal static class CachedValues
{
    /// <summary>The values that the function a cache is given returns, or the value itself; empty if an operation asks no cache.</summary>
    public static ImmutableArray<Place> Of(IInvocationOperation call, Frame frame, Delegates delegates, CancellationToken cancellation)
    {
        if (call.TargetMethod is not { Name: "GetOrAdd" or "AddOrUpdate" or "GetOrCreate" or "GetOrCreateAsync" or "EnsureInitialized", DeclaringSyntaxReferences.IsEmpty: true }
            || call.Arguments.Any(argument => argument.Parameter is { Ordinal: 0 } && argument.Value.Bare() is ITypeOfOperation))
        {
            return [];
        }

        var key = call.Argument("key");
        return [.. call.Arguments.Where(argument => argument.Parameter?.Name is "valueFactory" or "addValueFactory" or "factory" or "value" or "addValue").SelectMany(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate || argument.Value.Bare() is IDelegateCreationOperation
            ? delegates.Returns(new Place(argument.Value, frame), key is null || argument.Parameter!.Name == "factory" ? [] : [new Place(key, frame)], cancellation)
            : [new Place(argument.Value, frame)])];
    }
}
