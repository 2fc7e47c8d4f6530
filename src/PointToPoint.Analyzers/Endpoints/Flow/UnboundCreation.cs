using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A creation, or a constructor's <c>: base(…)</c>, that doesn't bind because the type of an argument isn't there: the one constructor that the number of arguments leaves is meant.</summary>
internal sealed record UnboundCreation(ArgumentListSyntax List, IMethodSymbol Constructor)
{
    /// <summary>Null if it is none, or several constructors may be meant.</summary>
    public static UnboundCreation? Of(IOperation? operation, CodeBase code, CancellationToken cancellation)
    {
        if (!code.MayLackPackages || operation is not IInvalidOperation { Syntax: var node })
        {
            return null;
        }

        var (list, type) = node switch
        {
            BaseObjectCreationExpressionSyntax { ArgumentList: { } given } => (given, operation.Type as INamedTypeSymbol),
            PrimaryConstructorBaseTypeSyntax { ArgumentList: var given } => (given, Declaring(node, code, cancellation)?.BaseType),
            ConstructorInitializerSyntax { ArgumentList: var given } => (given, node.IsKind(SyntaxKind.ThisConstructorInitializer) ? Declaring(node, code, cancellation) : Declaring(node, code, cancellation)?.BaseType),
            _ => default((ArgumentListSyntax?, INamedTypeSymbol?)),
        };
        if (list is null || type is null)
        {
            return null;
        }

        var fitting = type.InstanceConstructors.Where(constructor => !constructor.DeclaringSyntaxReferences.IsEmpty && Declarations.Takes(constructor, list.Arguments.Count)).ToList();
        return fitting is [var only] ? new UnboundCreation(list, only) : null;
    }

    /// <summary>What a parameter is given; null if nothing, or code that means nothing at all.</summary>
    public IOperation? Argument(IParameterSymbol parameter, CodeBase code, CancellationToken cancellation) =>
        SyntaxNames.Argument(List, parameter.Name, parameter.Ordinal) is { } argument ? code.OperationAt(argument.Expression, cancellation) : null;

    /// <summary>The frame of the constructor, within that of the one that says <c>: base(…)</c>.</summary>
    public Frame Enter(Frame frame, CodeBase code, CancellationToken cancellation) => frame.Call(
        Constructor.OriginalDefinition.Parameters.Select(parameter => (Parameter: parameter, Value: Argument(parameter, code, cancellation))).Where(given => given.Value is not null)
            .Select(given => new KeyValuePair<ISymbol, Place>(given.Parameter, new Place(given.Value!, frame))),
        [],
        frame.This,
        frame.ThisType,
        captures: false);

    private static INamedTypeSymbol? Declaring(SyntaxNode node, CodeBase code, CancellationToken cancellation) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? code.ModelOf(node.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol : null;
}
