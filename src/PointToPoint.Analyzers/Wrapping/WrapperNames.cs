using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>What syntax alone says of wrappers, all over the code: a method that isn't called like one of these needs no look.</summary>
internal sealed class WrapperNames
{
    private readonly Lazy<(HashSet<string> Names, bool HasFunctions)> _found;

    public WrapperNames(CodeBase code, OutboundOperations outbound) => _found = new(() =>
    {
        var names = HandingNames.Of(code, method => method.Calls.Any(outbound.Calls), outbound.HasNamedCalls);
        var hasFunctions = (outbound.HasNamedCalls || code.Trees.Any(tree => tree.Facts.MentionsClient))
            && code.Trees.Any(tree => tree.Facts.Names.Functions.Any(name => outbound.Calls(name) || names.Contains(name)));

        // Where functions that send are passed on, a method that calls what it is given may send too.
        return (hasFunctions ? HandingNames.Of(code, method => method.Invokes || method.Calls.Any(outbound.Calls), outbound.HasNamedCalls) : names, hasFunctions);
    });

    /// <summary>True if functions are passed on that may send.</summary>
    public bool HasFunctions => _found.Value.HasFunctions;

    public bool Contains(string name) => _found.Value.Names.Contains(name);
}
