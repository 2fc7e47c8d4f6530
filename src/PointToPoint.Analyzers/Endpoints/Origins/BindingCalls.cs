using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>A call that binds what it is made on.</summary>
internal sealed record BindingCall(IOperation Call, LibraryMember Member);

/// <summary>
/// The calls that bind the object they are made on: <c>socket.ConnectAsync(address)</c> before <c>socket.SendAsync(…)</c>, <c>builder.WithUrl(address)</c>. One that is given
/// no address, such as <c>factory.CreateChannel()</c>, leaves it as it was made.
/// </summary>
internal sealed class BindingCalls(CodeBase code, BindingSites sites)
{
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, InvocationExpressionSyntax>> _calls = new();

    /// <summary>The calls on the variable that a client is read from, that may be the last before that; of a member, without one in the same body, all in its class.</summary>
    public ImmutableArray<BindingCall> On(IOperation client, LibraryFamily library, CancellationToken cancellation)
    {
        if (!library.HasBindingMethods || client.Variable() is not { } variable)
        {
            return [];
        }

        var near = Within(client.Root().Syntax, variable, client, library, cancellation).ToDictionary(call => call.Call);
        var reaching = ReachingWrites.Of([.. near.Keys.OrderBy(call => call.Syntax.SpanStart).Select(call => new Write(call, call))], client.Syntax, out _);
        return !reaching.IsEmpty ? [.. reaching.Select(write => near[write.Operation])]
            : variable is IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
                ? [.. variable.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => Within(reference.GetSyntax(cancellation), variable, client, library, cancellation))]
                : [];
    }

    private IEnumerable<BindingCall> Within(SyntaxNode container, ISymbol variable, IOperation client, LibraryFamily library, CancellationToken cancellation)
    {
        foreach (var call in _calls.GetOrAdd(container, ByReceiver)[variable.Name])
        {
            if (SyntaxNames.OfCalled(call)?.Identifier.ValueText is { } name && library.IsBindingMethod(name) && !call.Span.Contains(client.Syntax.Span)
                && code.OperationAt(call, cancellation) is { } operation && sites.Member(operation, library, cancellation) is { SaysWhere: true, Database: null, Queue.IsEmpty: true } member && sites.IsGivenAddress(operation, member, cancellation)
                && Declarations.Same(sites.Receiver(operation, cancellation)?.Variable(), variable))
            {
                yield return new BindingCall(operation, member);
            }
        }
    }

    private static ILookup<string, InvocationExpressionSyntax> ByReceiver(SyntaxNode container) =>
        container.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().ToLookup(Receiver, StringComparer.Ordinal);

    private static string Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } } => name.Identifier.ValueText,
        _ => "",
    };
}
