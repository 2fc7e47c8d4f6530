using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A creation that doesn't bind because the type of an argument isn't there: the one constructor that the number of arguments leaves is meant.</summary>
internal sealed record UnboundCreation(BaseObjectCreationExpressionSyntax Syntax, IMethodSymbol Constructor)
{
    /// <summary>Null if it is none, or several constructors may be meant.</summary>
    public static UnboundCreation? Of(IOperation? operation, CodeBase code, CancellationToken cancellation)
    {
        if (!code.MayLackPackages || operation is not IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } node, Type: INamedTypeSymbol type })
        {
            return null;
        }

        var fitting = type.InstanceConstructors.Where(constructor => !constructor.DeclaringSyntaxReferences.IsEmpty
                && arguments.Count <= constructor.Parameters.Length && arguments.Count >= constructor.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams))
            .ToList();
        return fitting is [var only] ? new UnboundCreation(node, only) : null;
    }

    /// <summary>What a parameter is given; null if nothing, or code that means nothing at all.</summary>
    public IOperation? Argument(IParameterSymbol parameter, CodeBase code, CancellationToken cancellation) =>
        SyntaxNames.Argument(Syntax.ArgumentList!, parameter.Name, parameter.Ordinal) is { } argument ? code.OperationAt(argument.Expression, cancellation) : null;
}
