using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Who the code that creates an object runs for.</summary>
internal sealed class Creators(CallSites sites)
{
    /// <summary>
    /// The frames in which a value is made that a new object is given. Where the method around it calls the object itself, its own callers are told what it calls; where it hands the
    /// object to the container, nobody else is, and each of its callers makes one: <c>AddErp(services, "https://…")</c>.
    /// </summary>
    public ImmutableArray<Frame> Frames(IOperation creation, IOperation value, CancellationToken cancellation) =>
        IsGivenAway(creation) && sites.Enclosing(creation) is { } method && CallSites.DependsOn(value, method) ? sites.Frames(method, cancellation) : [Frame.Root];

    /// <summary>True if an object goes to code that isn't here, itself or through the function that makes it.</summary>
    private static bool IsGivenAway(IOperation creation)
    {
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return call.TargetMethod.DeclaringSyntaxReferences.IsEmpty;
                case IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation or IReturnOperation or IAnonymousFunctionOperation:
                case IBlockOperation { Parent: IAnonymousFunctionOperation }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
