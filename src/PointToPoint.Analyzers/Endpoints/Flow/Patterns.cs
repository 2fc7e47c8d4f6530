using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What patterns are held against: <c>section["Url"] is { Length: > 0 } url</c>, <c>section is { Value: { } url }</c>.</summary>
internal static class Patterns
{
    /// <summary>What a pattern is held against: the whole that is tested, or a property of it; null if it is neither.</summary>
    public static IOperation? Tested(IOperation pattern) => pattern.Parent switch
    {
        IIsPatternOperation test => test.Value,
        INegatedPatternOperation or IBinaryPatternOperation => Tested(pattern.Parent),
        ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
        IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
        IPropertySubpatternOperation property => property.Member,
        _ => null,
    };

    /// <summary>The object whose property a pattern names; null if an operation is no such thing.</summary>
    public static IOperation? Input(IInstanceReferenceOperation reference)
    {
        if (reference.ReferenceKind != InstanceReferenceKind.PatternInput)
        {
            return null;
        }

        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IPropertySubpatternOperation { Parent: IRecursivePatternOperation whole })
            {
                return Tested(whole);
            }
        }

        return null;
    }
}
