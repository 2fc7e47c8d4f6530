using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What a member of <c>this</c> is set to where objects of the class are created: <c>new ErpClient { Url = "https://…" }</c>. Asked where no caller says which object it is: any
/// that is created may be it.
/// </summary>
internal sealed class CreatedMembers(CallSites sites, Creators creators, BodyIndexes indexes)
{
    /// <summary>The values; none where nobody else may set the member, or too many create the class.</summary>
    public ImmutableArray<Place> Of(ISymbol member, INamedTypeSymbol? type, CancellationToken cancellation)
    {
        if (!MemberWrites.MayBeSetElsewhere(member))
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<Place>();
        foreach (var creation in sites.Creations(type ?? member.ContainingType, cancellation).OfType<IObjectCreationOperation>())
        {
            var set = ObjectState.Initialised(creation.Initializer, member) is { } initial ? [initial] : SetOnVariable(creation, member);
            values.AddRange(set.SelectMany(value => creators.Frames(creation, value, cancellation).Select(frame => new Place(value, frame))));
        }

        return values.Count > Limits.Creations ? [] : values.ToImmutable();
    }

    /// <summary>What is set on the variable that keeps the new object.</summary>
    private IEnumerable<IOperation> SetOnVariable(IObjectCreationOperation creation, ISymbol member)
    {
        ISymbol? variable = creation.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation assignment => assignment.Target.Variable(),
            _ => null,
        };
        return variable is null ? [] : indexes.Of(creation).WritesTo(variable, member.Name).Select(write => write.Value).OfType<IOperation>();
    }
}
