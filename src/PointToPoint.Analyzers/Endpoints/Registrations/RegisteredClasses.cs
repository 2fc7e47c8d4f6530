using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>The classes that the container makes for a type where its registration only names them: <c>AddSingleton&lt;ISmtpClient, PickupFolder&gt;()</c>.</summary>
internal sealed class RegisteredClasses(CodeBase code)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _known = new(Declarations.Comparer);

    /// <summary>Empty if no registration names any.</summary>
    public ImmutableArray<INamedTypeSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Find(type, cancellation));

    private ImmutableArray<INamedTypeSymbol> Find(INamedTypeSymbol type, CancellationToken cancellation) =>
    [
        .. from pair in code.Trees
           from name in Services.Methods
           from call in pair.Facts.Sites.Calls[name]
           let node = CodeBase.NodeAt<InvocationExpressionSyntax>(pair.Tree, call.Span, cancellation)
           where node is not null && SyntaxNames.OfCalled(node) is GenericNameSyntax { TypeArgumentList.Arguments: [var service, _] } && SyntaxNames.OfType(service) == type.Name
           let made = (code.OperationAt(node, cancellation) as IInvocationOperation)?.TargetMethod.TypeArguments
           where made is [INamedTypeSymbol given, INamedTypeSymbol] && Declarations.Same(given, type)
           select (INamedTypeSymbol)made.Value[1],
    ];
}
