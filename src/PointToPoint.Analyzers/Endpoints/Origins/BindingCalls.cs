using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The calls that bind the object they are made on: <c>socket.ConnectAsync(address)</c> before <c>socket.SendAsync(…)</c>, <c>builder.WithUrl(address)</c>.</summary>
internal sealed class BindingCalls(ValueFlow flow, CodeBase code)
{
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, InvocationExpressionSyntax>> _calls = new();

    /// <summary>The calls on the variable that a client is read from, that may be the last before that; of a member, without one in the same body, all in its class.</summary>
    public ImmutableArray<IInvocationOperation> On(IOperation client, LibraryFamily library, CancellationToken cancellation)
    {
        if (!library.HasBindingMethods || client.Variable() is not { } variable)
        {
            return [];
        }

        var near = ReachingWrites.Of([.. flow.BodyOf(client).CallsOn(variable).Where(call => Binds(call.Operation, library) && !call.Operation.Syntax.Span.Contains(client.Syntax.Span))], client.Syntax, out _);
        return !near.IsEmpty ? [.. near.Select(call => (IInvocationOperation)call.Operation)]
            : variable is IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? [.. InClass(variable, client, library, cancellation)]
            : [];
    }

    private IEnumerable<IInvocationOperation> InClass(ISymbol variable, IOperation client, LibraryFamily library, CancellationToken cancellation)
    {
        foreach (var reference in variable.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var call in _calls.GetOrAdd(reference.GetSyntax(cancellation), ByReceiver)[variable.Name])
            {
                if (SyntaxNames.OfCalled(call)?.Identifier.ValueText is { } name && library.IsBindingMethod(name) && !call.Span.Contains(client.Syntax.Span)
                    && code.OperationAt(call, cancellation) is IInvocationOperation invocation && Binds(invocation, library) && Declarations.Same(invocation.Receiver()?.Variable(), variable))
                {
                    yield return invocation;
                }
            }
        }
    }

    private static bool Binds(IOperation call, LibraryFamily library) => call is IInvocationOperation invocation && library.Binding(invocation.TargetMethod) is { SaysWhere: true, Database: null, Queue.IsEmpty: true };

    private static ILookup<string, InvocationExpressionSyntax> ByReceiver(SyntaxNode declaration) =>
        declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(Receiver, StringComparer.Ordinal);

    private static string Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } } => name.Identifier.ValueText,
        _ => "",
    };
}
