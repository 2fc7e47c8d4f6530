using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Who the code that creates an object runs for.</summary>
internal sealed class Creators(CallSites sites)
{
    /// <summary>
    /// The frames in which a value is made that a new object is given. Where the method around it calls the object itself, its own callers are told what it calls; where it hands the
    /// object to the container, nobody else is, and each of its callers makes one: <c>AddErp(services, "https://…")</c>. So does each caller of a method that gives the object back:
    /// <c>ErpClient.Create("https://…")</c>.
    /// </summary>
    public ImmutableArray<Frame> Frames(IOperation creation, IOperation value, CancellationToken cancellation) =>
        (IsGivenAway(creation) || IsGivenBack(creation)) && sites.Enclosing(creation) is { } method && CallSites.DependsOn(value, method) ? Frames(creation, method, cancellation) : [Frame.Root];

    /// <summary>The frames of the callers. Those of a method that gives the object back may call it, each with what it has given: <c>api.Request("orders").Send()</c>.</summary>
    private ImmutableArray<Frame> Frames(IOperation creation, IMethodSymbol method, CancellationToken cancellation)
    {
        var frames = sites.Frames(method, cancellation);
        return !IsGivenAway(creation) && method.Parameters is [var first, ..] ? [.. frames.Select(frame => frame == Frame.Root ? frame : frame.OneOf(first))] : frames;
    }

    /// <summary>True if a method gives a new object back, at once or out of the variable that it is put into.</summary>
    private static bool IsGivenBack(IOperation creation)
    {
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IReturnOperation:
                    return !parent.Ancestors().Any(outer => outer is IAnonymousFunctionOperation);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } }:
                    return creation.Root().Descendants().OfType<IReturnOperation>().Any(back => Declarations.Same(back.ReturnedValue?.Bare().Variable(), variable));
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

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
