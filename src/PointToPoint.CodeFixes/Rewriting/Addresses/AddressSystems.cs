using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>Which system an address belongs to that stands in the code: two of one host may belong to different ones.</summary>
internal sealed class AddressSystems(TargetNaming naming)
{
    /// <summary>The system's name in the form in which names can be compared; null if nothing tells.</summary>
    public string? Of(AddressExpression address)
    {
        Part[] parts = [.. address.Pieces.Select(piece => piece.Text is { } text ? (Part)new LiteralPart(text) : new HolePart(""))];
        var read = Address.Read(new Alternative([.. parts], []));
        return read.Kind == AddressKind.Absolute && naming.Of(read.ToEndpoint(null, null)) is { } target ? SystemName.Normalize(target.Name) : null;
    }
}
