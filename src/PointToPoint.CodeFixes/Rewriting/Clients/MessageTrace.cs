using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Follows a request message from where it is sent back to where its address is written.</summary>
internal sealed class MessageTrace
{
    private readonly ClientTrace _client;

    private MessageTrace(ClientTrace client) => _client = client;

    /// <summary>The addresses it is given.</summary>
    public List<ExpressionSyntax> Addresses { get; } = [];

    /// <summary>True if it may have an address that isn't among them.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Why its address can't be changed, even though it is known; null if it can.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <param name="client">The client that sends it.</param>
    /// <param name="message">The argument.</param>
    /// <param name="cancellation">Cancels.</param>
    public static MessageTrace Of(ClientTrace client, ExpressionSyntax message, CancellationToken cancellation)
    {
        var trace = new MessageTrace(client);
        message = message.Bare();
        if (message is BaseObjectCreationExpressionSyntax creation)
        {
            trace.ReadCreation(creation);
        }
        else if (message is IdentifierNameSyntax && client.SymbolOf(message) is ILocalSymbol { IsRef: false, DeclaringSyntaxReferences: [var reference] } local
            && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var value } && value.Bare() is BaseObjectCreationExpressionSyntax initial)
        {
            trace.ReadCreation(initial);
            foreach (var (name, _) in client.Type.References(local, cancellation))
            {
                trace.ReadUse(name);
            }
        }
        else
        {
            trace.IsUnknown = true;
        }

        return trace;
    }

    private void ReadCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (_client.SymbolOf(creation) is not IMethodSymbol { ContainingType.Name: "HttpRequestMessage" } constructor)
        {
            IsUnknown = true;
            return;
        }

        // The message belongs to the call: an address in its initialiser replaces the constructor's.
        foreach (var argument in creation.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameColon?.Name.Identifier.ValueText is { } name ? name == "requestUri" : creation.ArgumentList!.Arguments.IndexOf(argument) == 1 && constructor.Parameters.Length == 2)
            {
                Addresses.Add(argument.Expression);
            }
        }

        foreach (var assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            switch ((assignment.Left as IdentifierNameSyntax)?.Identifier.ValueText)
            {
                case "RequestUri":
                    Addresses.Add(assignment.Right);
                    break;
                case "Headers" when assignment.Right is InitializerExpressionSyntax headers && Headers.SetsHost(headers):
                    Refusal ??= RefusalReason.HostHeader;
                    break;
            }
        }
    }

    private void ReadUse(IdentifierNameSyntax name)
    {
        var value = name.Whole();
        switch (value.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == value:
                ReadMember(access);
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax send } when _client.Calls.Any(call => call.Invocation == send):
                break;
            case UsingStatementSyntax:
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == value:
                IsUnknown = true;
                break;
            default:
                Refusal ??= RefusalReason.MessageUsedElsewhere;
                break;
        }
    }

    private void ReadMember(MemberAccessExpressionSyntax access)
    {
        switch (access.Name.Identifier.ValueText)
        {
            case "RequestUri" when access.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == access:
                Addresses.Add(assignment.Right);
                break;
            case "RequestUri":
                Refusal ??= RefusalReason.AddressUsedElsewhere;
                break;
            case "Headers" when Headers.SetsHost(access):
                Refusal ??= RefusalReason.HostHeader;
                break;
            case "Headers" or "Content" or "Method" or "Version" or "VersionPolicy" or "Options" or "Properties" or "Dispose":
                break;
            default:
                Refusal ??= RefusalReason.MessageUsedElsewhere;
                break;
        }
    }
}
