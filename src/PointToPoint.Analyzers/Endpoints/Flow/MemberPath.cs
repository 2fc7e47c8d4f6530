using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A part of the object in a variable: <c>options.Api.Url</c>.</summary>
/// <param name="Root">The local or the parameter.</param>
/// <param name="Use">Reads it.</param>
/// <param name="Members">The members from the outermost object's to the part.</param>
internal readonly record struct MemberPath(ISymbol Root, IOperation Use, ImmutableArray<ISymbol> Members)
{
    /// <summary>The path that an operation takes; null if it is none, or one of an object that no variable holds.</summary>
    public static MemberPath? Of(IOperation operation)
    {
        var members = ImmutableArray.CreateBuilder<ISymbol>();
        while (members.Count <= Limits.Hops)
        {
            switch (operation.Bare())
            {
                case IMemberReferenceOperation { Instance: { } instance } part and (IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }):
                    members.Insert(0, part.Member);
                    operation = instance;
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation when members.Count > 0:
                    return new(operation.Variable()!, operation.Bare(), members.ToImmutable());
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True if it starts as another path does.</summary>
    public static bool Starts(ImmutableArray<ISymbol> path, ImmutableArray<ISymbol> start) => start.Length <= path.Length && start.Zip(path, Declarations.Same).All(same => same);
}
