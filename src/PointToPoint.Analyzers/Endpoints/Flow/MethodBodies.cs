using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What methods and getters of this compilation return, with their arguments put in: helpers are looked through, not guessed at.</summary>
internal sealed class MethodBodies(SourceBodies bodies)
{
    /// <summary>The values a call may return; empty if its body isn't here or may be another at run time.</summary>
    public ImmutableArray<Place> Returns(IInvocationOperation invocation, Frame frame, CancellationToken cancellation)
    {
        var method = invocation.TargetMethod;
        if (method.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract || (method.IsVirtual && !method.IsSealed) || method.IsExtern)
        {
            return [];
        }

        var arguments = frame.Arguments;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments = arguments.SetItem(parameter.OriginalDefinition, new Place(argument.Value, frame));
            }
        }

        return Returns(method.OriginalDefinition, frame with { Arguments = arguments }, cancellation);
    }

    /// <summary>The values a property's getter may return; empty if it has no body.</summary>
    public ImmutableArray<Place> Returns(IPropertySymbol property, Frame frame, CancellationToken cancellation) =>
        property.GetMethod is { } getter && !property.IsAbstract ? Returns(getter, property, frame, cancellation) : [];

    private ImmutableArray<Place> Returns(IMethodSymbol method, Frame frame, CancellationToken cancellation) => Returns(method, method, frame, cancellation);

    private ImmutableArray<Place> Returns(IMethodSymbol method, ISymbol declared, Frame frame, CancellationToken cancellation)
    {
        foreach (var reference in (method.DeclaringSyntaxReferences.IsEmpty ? declared : method).DeclaringSyntaxReferences)
        {
            var (block, expression) = reference.GetSyntax(cancellation) switch
            {
                BaseMethodDeclarationSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                LocalFunctionStatementSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                AccessorDeclarationSyntax declaration => (declaration.Body, declaration.ExpressionBody?.Expression),
                ArrowExpressionClauseSyntax arrow => (null, arrow.Expression),
                PropertyDeclarationSyntax property => (null, property.ExpressionBody?.Expression),
                _ => default((BlockSyntax?, ExpressionSyntax?)),
            };
            if (expression is not null)
            {
                return bodies.OperationAt(expression, cancellation) is { } value && value is not IThrowOperation ? [new Place(value, frame)] : [];
            }

            if (block is not null)
            {
                return
                [
                    .. block.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                        .OfType<ReturnStatementSyntax>()
                        .Select(statement => statement.Expression is null ? null : bodies.OperationAt(statement.Expression, cancellation))
                        .OfType<IOperation>()
                        .Select(value => new Place(value, frame)),
                ];
            }
        }

        return [];
    }
}
