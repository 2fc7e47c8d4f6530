using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What code sets beside a property on the same object: <c>client.Host = "mail"; client.Port = 587</c>.</summary>
internal static class SiblingAssignments
{
    /// <summary>The value that another property is set to: in the same initialiser, or on the same variable in the same block; null if none, or more than one.</summary>
    public static IOperation? Last(IOperation value, string property)
    {
        if (value.Parent is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } assignment)
        {
            return null;
        }

        var variable = instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } ? null : instance.Variable();
        var around = variable is null ? assignment.Parent as IObjectOrCollectionInitializerOperation : (IOperation?)assignment.Ancestors().OfType<IBlockOperation>().FirstOrDefault();
        return around?.ChildOperations
            .Select(child => child is IExpressionStatementOperation statement ? statement.Operation : child).OfType<ISimpleAssignmentOperation>()
            .Where(other => other.Target is IPropertyReferenceOperation { Property.Name: var name } target && name == property && Declarations.Same(target.Instance?.Variable(), variable))
            .ToList() is [var only] ? only.Value : null;
    }
}
