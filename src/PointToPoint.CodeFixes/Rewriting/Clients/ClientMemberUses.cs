using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Judges what is done with a member of a client.</summary>
internal sealed class ClientMemberUses(ClientTrace trace)
{
    /// <param name="member">The member's name.</param>
    /// <param name="access">The access: <c>client.Member</c>, or <c>.Member</c> behind <c>?.</c></param>
    public void Add(SimpleNameSyntax member, ExpressionSyntax access)
    {
        if (access.Parent is InvocationExpressionSyntax invocation && invocation.Expression == access)
        {
            AddCall(member, invocation);
            return;
        }

        switch (member.Identifier.ValueText)
        {
            case "BaseAddress" when access.Parent is AssignmentExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.EqualsToken } assignment && assignment.Left == access:
                trace.BaseAddresses.Add(assignment);
                break;
            case "BaseAddress":
                trace.Refuse(RefusalReason.BaseAddressRead);
                break;
            case "DefaultRequestHeaders":
                if (Headers.SetsHost(access))
                {
                    trace.Refuse(RefusalReason.HostHeader);
                }

                break;
            case "Timeout" or "MaxResponseContentBufferSize" or "DefaultRequestVersion" or "DefaultVersionPolicy":
                break;
            default:
                trace.Refuse(RefusalReason.ClientEscapes);
                break;
        }
    }

    private void AddCall(SimpleNameSyntax member, InvocationExpressionSyntax invocation)
    {
        if (trace.SymbolOf(invocation) is not IMethodSymbol method)
        {
            trace.Refuse(RefusalReason.ClientNotUnderstood);
        }
        else if (ClientTypes.IsOutbound(method.ReducedFrom ?? method))
        {
            trace.Calls.Add(new ClientCall(invocation, method, member));
        }
        else if (method.Name is not ("Dispose" or "CancelPendingRequests") || method.IsExtensionMethod)
        {
            trace.Refuse(RefusalReason.ClientEscapes);
        }
    }
}
