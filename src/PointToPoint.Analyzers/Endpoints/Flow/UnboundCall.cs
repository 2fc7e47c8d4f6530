using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A call that means nothing to the compiler, because a package isn't there: all that its text says, and what of it still binds.</summary>
/// <param name="Syntax">The call.</param>
/// <param name="Name">The called method.</param>
/// <param name="ReceiverType">What it is called on; an error type if that isn't there either.</param>
internal sealed record UnboundCall(InvocationExpressionSyntax Syntax, string Name, ITypeSymbol? ReceiverType)
{
    /// <summary>How a person would say how it was recognised.</summary>
    public const string Step = "matched by name, because a package is missing";

    /// <summary>The call at a node; null if it binds, or isn't a call by name.</summary>
    public static UnboundCall? At(InvocationExpressionSyntax node, CodeBase code, CancellationToken cancellation)
    {
        if (!code.MayLackPackages || SyntaxNames.OfCalled(node) is not { } name || code.ModelOf(node.SyntaxTree) is not { } model
            || model.GetSymbolInfo(node, cancellation).Symbol is not null)
        {
            return null;
        }

        var receiver = Receiver(node);
        return new UnboundCall(node, name.Identifier.ValueText, receiver is null ? null : KnownTypes.WithoutNullable(model.GetTypeInfo(receiver, cancellation).Type));
    }

    /// <summary>What the call is made on.</summary>
    public IOperation? Receiver(CodeBase code, CancellationToken cancellation) => Receiver(Syntax) is { } receiver ? code.OperationAt(receiver, cancellation) : null;

    /// <summary>The methods that it may have meant.</summary>
    public ImmutableArray<IMethodSymbol> Candidates(CodeBase code, CancellationToken cancellation) => code.ModelOf(Syntax.SyntaxTree) is { } model
        ? [.. model.GetSymbolInfo(Syntax, cancellation).CandidateSymbols.OfType<IMethodSymbol>()]
        : [];

    /// <summary>The extension methods of the code that it may have meant, where there is no type of what it is called on: behind a missing method in a chain on what they extend.</summary>
    public ImmutableArray<IMethodSymbol> Extensions(CodeBase code, CancellationToken cancellation)
    {
        if (ReceiverType is not (null or { TypeKind: TypeKind.Error }) || Receiver(Syntax) is not { } receiver)
        {
            return [];
        }

        var given = TypeArguments(code, cancellation);
        return
        [
            .. code.Extensions.Named(Name, Syntax.SyntaxTree, cancellation)
                .Where(method => (given.IsEmpty || method.Arity == given.Length) && OwnExtensions.IsSeenFrom(method, Syntax, cancellation) && Extends(method.Parameters[0].Type, receiver, code, cancellation))
                .Select(method => given.IsEmpty ? method : method.Construct([.. given])),
        ];
    }

    /// <summary>True if the first of a chain's calls that has a type has that of what is extended, or a missing one of its name.</summary>
    private static bool Extends(ITypeSymbol extended, ExpressionSyntax receiver, CodeBase code, CancellationToken cancellation)
    {
        for (ExpressionSyntax? next = receiver; next is not null; next = next is InvocationExpressionSyntax call ? Receiver(call) : null)
        {
            var type = KnownTypes.WithoutNullable(code.ModelOf(next.SyntaxTree)?.GetTypeInfo(next, cancellation).Type);
            if (type is { Name.Length: > 0 })
            {
                return type.TypeKind == TypeKind.Error ? type.Name == extended.Name
                    : Declarations.Same(type, extended) || type.AllInterfaces.Any(above => Declarations.Same(above, extended)) || extended is ITypeParameterSymbol;
            }
        }

        return false;
    }

    /// <summary>An argument by name, else by position; a delegate or a missing one is null.</summary>
    public IOperation? Argument(string name, int position, CodeBase code, CancellationToken cancellation) => Given(name, position, code, cancellation) is { } given and not IAnonymousFunctionOperation ? given : null;

    /// <summary>The same, be it a function or not.</summary>
    public IOperation? Given(string name, int position, CodeBase code, CancellationToken cancellation) =>
        SyntaxNames.Argument(Syntax.ArgumentList, name, position) is { } argument ? code.OperationAt(argument.Expression, cancellation) : null;

    /// <summary>The types that its text gives for type parameters.</summary>
    public ImmutableArray<ITypeSymbol> TypeArguments(CodeBase code, CancellationToken cancellation) =>
        SyntaxNames.OfCalled(Syntax) is GenericNameSyntax generic && code.ModelOf(Syntax.SyntaxTree) is { } model
            ? [.. generic.TypeArgumentList.Arguments.Select(argument => model.GetTypeInfo(argument, cancellation).Type).OfType<ITypeSymbol>()]
            : [];

    /// <summary>What a call is made on, as it is written, without what changes nothing of it; null if it isn't made on anything.</summary>
    public static ExpressionSyntax? Receiver(InvocationExpressionSyntax node) => node.Expression switch
    {
        MemberAccessExpressionSyntax access => MissingNames.Bare(access.Expression),
        MemberBindingExpressionSyntax when node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional => MissingNames.Bare(conditional.Expression),
        _ => null,
    };
}
