// A type that slices in list patterns ask for and netstandard2.0 lacks (Index comes with the analyzers). Internal, and in the framework's namespace because
// the compiler looks there.
#pragma warning disable IDE0130 // namespace is the framework's

namespace System;

internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}
