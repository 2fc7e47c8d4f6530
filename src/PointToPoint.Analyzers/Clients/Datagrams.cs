using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// The usual way to ask for the machine's own address: a datagram socket is connected to any host, and <c>LocalEndPoint</c> is read. A connection of datagrams sends nothing
/// by itself. Only a local variable that is used for nothing else is sure to be that.
/// </summary>
internal static class Datagrams
{
    private const int Dgram = 2;

    private static readonly ImmutableArray<string> _silentCalls = ["Connect", "ConnectAsync", "Bind", "SetSocketOption", "Shutdown", "Close", "Dispose"];

    // What hands the connection on, beside all calls.
    private static readonly ImmutableArray<string> _handingProperties = ["Client", "Handle", "SafeHandle"];

    /// <summary>True for what makes or connects a socket that nothing is sent on.</summary>
    public static bool SendNothing(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Connect" or "ConnectAsync", ContainingType: var type }, Instance: { } socket } when IsSocket(type) && socket.Bare() is ILocalReferenceOperation { Local: var local } => IsSilent(local, operation),
        IObjectCreationOperation { Type: { } type, Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } } when IsSocket(type) => IsSilent(local, operation),
        _ => false,
    };

    private static bool IsSocket(ITypeSymbol type) => type is { Name: "Socket" or "UdpClient", ContainingNamespace: { Name: "Sockets", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } } };

    private static bool IsSilent(ILocalSymbol local, IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var isMade = false;
        foreach (var part in root.Descendants())
        {
            if (part is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                isMade = declarator.Initializer?.Value.Bare() is IObjectCreationOperation { Type: { } type } made && IsSocket(type) && (type.Name == "UdpClient" || made.Arguments.Any(IsDatagram));
            }
            else if (part is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsSilent(use))
            {
                return false;
            }
        }

        return isMade;
    }

    private static bool IsDatagram(IArgumentOperation argument) => argument.Value is { Type.Name: "SocketType", ConstantValue: { HasValue: true, Value: Dgram } };

    /// <summary>True for a use that neither sends nor lets others send.</summary>
    private static bool IsSilent(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IInvocationOperation { TargetMethod.Name: var name, Instance: { } instance } => instance.Bare() == use && _silentCalls.Contains(name),
            IPropertyReferenceOperation { Property.Name: "Client" } client => client.Parent is IPropertyReferenceOperation { Property.Name: "LocalEndPoint" },
            IPropertyReferenceOperation { Property.Name: var name } => !_handingProperties.Contains(name),
            IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Instance: IConditionalAccessInstanceOperation, Property.Name: var name } } => !_handingProperties.Contains(name),
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation, TargetMethod.Name: var name } } => _silentCalls.Contains(name),
            IUsingOperation => true,
            _ => false,
        };
    }
}
