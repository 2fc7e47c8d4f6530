using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What generic code leaves to the type argument: <c>T.Route</c>, <c>new T().Path</c>, <c>options.Url</c> of a <c>T options</c>.</summary>
internal static class TypeParameters
{
    /// <summary>The type parameter whose static member is meant, <c>T.Route</c>; null for all else.</summary>
    public static ITypeSymbol? Constraint(IOperation use) => use switch
    {
        IInvocationOperation invocation => invocation.ConstrainedToType,
        IMemberReferenceOperation member => member.ConstrainedToType,
        _ => null,
    };

    /// <summary>The type parameter that an object's class is, where nobody says yet what it stands for; null if there is none.</summary>
    public static ITypeParameterSymbol? Open(IOperation? instance, Frame frame) => instance?.Bare().Type is ITypeParameterSymbol type ? frame.Resolve(type) as ITypeParameterSymbol : null;

    /// <summary>True if a type argument has a part in what an operation itself does.</summary>
    public static bool HasPart(IOperation operation) => operation switch
    {
        ITypeOfOperation { TypeOperand: var type } => Declarations.ParameterIn(type) is not null,
        IInvocationOperation { TargetMethod: var target } invocation => target.TypeArguments.Any(type => Declarations.ParameterIn(type) is not null)
            || invocation.ConstrainedToType is ITypeParameterSymbol || (target.IsStatic && target.ContainingType is { } holder && Declarations.ParameterIn(holder) is not null),
        IMemberReferenceOperation { ConstrainedToType: ITypeParameterSymbol } or ITypeParameterObjectCreationOperation or IDefaultValueOperation { Type: ITypeParameterSymbol } => true,
        _ => false,
    };
}
