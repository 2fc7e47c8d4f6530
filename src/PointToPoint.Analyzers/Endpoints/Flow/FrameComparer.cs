using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Two frames in which an operation has the same value: entered by the same calls, with nothing else known in one of them. Frames are made anew whenever a call is
/// gone into, so their identity alone would never say so.
/// </summary>
internal sealed class FrameComparer : IEqualityComparer<(IOperation Operation, Frame Frame)>, IEqualityComparer<(ISymbol Symbol, SyntaxNode Use, Frame Frame)>
{
    public static readonly FrameComparer Instance = new();

    private FrameComparer()
    {
    }

    public bool Equals((IOperation Operation, Frame Frame) one, (IOperation Operation, Frame Frame) other) => one.Operation == other.Operation && Same(one.Frame, other.Frame);

    public int GetHashCode((IOperation Operation, Frame Frame) place) => Hash(place.Operation.GetHashCode(), place.Frame);

    public bool Equals((ISymbol Symbol, SyntaxNode Use, Frame Frame) one, (ISymbol Symbol, SyntaxNode Use, Frame Frame) other) =>
        one.Use == other.Use && SymbolEqualityComparer.Default.Equals(one.Symbol, other.Symbol) && Same(one.Frame, other.Frame);

    public int GetHashCode((ISymbol Symbol, SyntaxNode Use, Frame Frame) active) => Hash(active.Use.GetHashCode(), active.Frame);

    private static int Hash(int hash, Frame frame)
    {
        for (var caller = frame.Caller; caller is { } call; caller = call.Frame.Caller)
        {
            hash = unchecked((hash * 31) + call.Operation.GetHashCode());
        }

        return hash;
    }

    private static bool Same(Frame one, Frame other) => ReferenceEquals(one, other)
        || (one.Depth == other.Depth && one.Within == other.Within && one.Values == other.Values && one.Entries == other.Entries && one.Sections == other.Sections
            && one.IsExact == other.IsExact && one.LeavesFunctions == other.LeavesFunctions && one.LeavesState == other.LeavesState && one.CutBy == other.CutBy
            && Declarations.Same(one.ThisType, other.ThisType) && Same(one.TypeArguments, other.TypeArguments)
            && Same(one.Caller, other.Caller) && Same(one.This, one.Caller, other.This, other.Caller) && one.Arguments.Count == other.Arguments.Count
            && one.Arguments.All(pair => other.Arguments.TryGetValue(pair.Key, out var given) && Same(pair.Value, one.Caller, given, other.Caller)));

    private static bool Same(Place? one, Place? other) => one is { } first && other is { } second ? first.Operation == second.Operation && Same(first.Frame, second.Frame) : one is null && other is null;

    /// <summary>The same of what the callers gave, which have been compared already.</summary>
    private static bool Same(Place? one, Place? caller, Place? other, Place? otherCaller) =>
        one is { } first && other is { } second && first.Frame == caller?.Frame && second.Frame == otherCaller?.Frame ? first.Operation == second.Operation : Same(one, other);

    private static bool Same(ImmutableDictionary<ISymbol, ITypeSymbol> one, ImmutableDictionary<ISymbol, ITypeSymbol> other) => one == other
        || (one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var type) && SymbolEqualityComparer.Default.Equals(pair.Value, type)));
}
