using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Which calls hand out a client, a handler or an address of the gateway: those of our own, and of the type a team configured.</summary>
internal sealed class GatewayTypes
{
    public const string InterfaceName = "PointToPoint.Gateway.IIntegrationGateway";

    /// <summary>The extension that routes a registered client.</summary>
    public const string RoutingExtension = "UseIntegrationGateway";

    private const string ExtensionsName = "PointToPoint.Gateway.IntegrationGatewayExtensions";

    // Its clients call through the sidecar, which knows where each application is.
    private const string SidecarName = "Dapr.Client.DaprClient";

    private const string SidecarsHandler = "InvocationHandler";

    private readonly INamedTypeSymbol? _sidecar;
    private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);

    public GatewayTypes(Compilation compilation, string? configured)
    {
        _sidecar = KnownTypes.Find(compilation, SidecarName);
        foreach (var name in new[] { InterfaceName, ExtensionsName, configured })
        {
            if (!string.IsNullOrWhiteSpace(name) && KnownTypes.Find(compilation, name!.Trim()) is { } type)
            {
                _types.Add(type);
            }
        }
    }

    /// <summary>True if no gateway type is referenced: then no client is the gateway's.</summary>
    public bool IsEmpty => _types.Count == 0 && _sidecar is null;

    public bool Handles(IInvocationOperation invocation) => !IsEmpty
        && (IsSidecars(invocation.TargetMethod) || _types.Contains(invocation.TargetMethod.ContainingType.OriginalDefinition)
            || invocation.TargetMethod.ContainingType.AllInterfaces.Any(type => _types.Contains(type.OriginalDefinition)));

    private bool IsSidecars(IMethodSymbol method) => method.Name is "CreateInvokeHttpClient" or "CreateInvokableHttpClient" && SymbolEqualityComparer.Default.Equals(method.ContainingType, _sidecar);

    /// <summary>True for the handler that makes a client's calls go through the sidecar; the host of the client's address is the application's name then.</summary>
    public static bool IsSidecarsHandler(ITypeSymbol? type) => type is { Name: SidecarsHandler, ContainingNamespace: { Name: "Client", ContainingNamespace: { Name: "Dapr", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>True if a call on a client's builder gives it that handler.</summary>
    public static bool RoutesThroughSidecar(IInvocationOperation call) => call.TargetMethod.Name == "AddHttpMessageHandler"
        && (call.TargetMethod.TypeArguments.Any(IsSidecarsHandler) || call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().OfType<IObjectCreationOperation>().Any(made => IsSidecarsHandler(made.Type))));

    /// <summary>The argument that names the system: the first text.</summary>
    public static IOperation? SystemArgument(IInvocationOperation invocation) =>
        invocation.Argument("system") ?? invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
}
