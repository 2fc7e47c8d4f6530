using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The constructor of a library that the creation of an object of the code's own runs, through <c>: this(…)</c> and <c>: base(…)</c>.</summary>
internal sealed class BaseConstructors(CodeBase code)
{
    /// <summary>The call of the library's constructor, with what the parameters of the others stand for; null if it can't be told.</summary>
    public Place? Of(IObjectCreationOperation creation, Frame frame, CancellationToken cancellation) =>
        creation.Constructor is { } constructor ? Of(constructor, Calls.Enter(creation, constructor, frame), cancellation) : null;

    /// <summary>The same within a constructor.</summary>
    public Place? Of(IMethodSymbol constructor, Frame inside, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Limits.CallDepth; depth++)
        {
            if (InitializerOf(constructor, cancellation) is not { } initializer)
            {
                return null;
            }

            if (initializer.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            {
                return new Place(initializer, inside);
            }

            inside = Calls.Enter(initializer, inside);
            constructor = initializer.TargetMethod;
        }

        return null;
    }

    private IInvocationOperation? InitializerOf(IMethodSymbol constructor, CancellationToken cancellation)
    {
        foreach (var reference in constructor.OriginalDefinition.DeclaringSyntaxReferences)
        {
            SyntaxNode? node = reference.GetSyntax(cancellation) switch
            {
                ConstructorDeclarationSyntax { Initializer: { } initializer } => initializer,
                TypeDeclarationSyntax { BaseList: { } list } => list.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
                _ => null,
            };
            if (node is not null && code.OperationAt(node, cancellation) is { } operation)
            {
                return operation as IInvocationOperation ?? (operation as IExpressionStatementOperation)?.Operation as IInvocationOperation;
            }
        }

        return null;
    }
}
