using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What a member of <c>this</c> is set to where objects of the class are created: <c>new ErpClient { Url = "https://…" }</c>. Asked where no caller says which object it is: any
/// that is created may be it.
/// </summary>
internal sealed class CreatedMembers(CallSites sites, Creators creators, BodyIndexes indexes, Services services)
{
    /// <summary>The values; none where nobody else may set the member, or too many create the class.</summary>
    /// <param name="member">What is set.</param>
    /// <param name="type">The class whose objects are meant; null for the one that declares the member.</param>
    /// <param name="isSetOnEach">True if every object that is created, here or by the container, has it set by its initialiser, which runs after all that the class itself does first.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public ImmutableArray<Place> Of(ISymbol member, INamedTypeSymbol? type, out bool isSetOnEach, CancellationToken cancellation)
    {
        isSetOnEach = false;
        if (!MemberWrites.MayBeSetElsewhere(member))
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<Place>();
        var creations = sites.Creations(type ?? member.ContainingType, cancellation);
        isSetOnEach = creations.All(creation => creation is IObjectCreationOperation { Initializer: var initializer } && ObjectState.Initialised(initializer, member) is not null);
        foreach (var creation in creations.OfType<IObjectCreationOperation>())
        {
            var set = ObjectState.Initialised(creation.Initializer, member) is { } initial ? [initial] : SetOnVariable(creation, member);
            values.AddRange(set.SelectMany(value => creators.Frames(creation, value, cancellation).Select(frame => new Place(value, frame))));
        }

        // What the container makes by itself has nothing set on it.
        isSetOnEach = isSetOnEach && values.Count is > 0 and <= Limits.Creations && !services.Makes(type ?? member.ContainingType, cancellation);
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
