using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>A bound registration: <c>services.AddHttpClient&lt;ErpClient&gt;(c => c.BaseAddress = …)</c> with all that is chained behind it.</summary>
internal sealed record ClientRegistration
{
    // In the names of methods that packages have for a builder.
    private static readonly ImmutableArray<string> _baseAddresses = ["BaseAddress", "BaseUrl", "BaseUri"];
    private static readonly ImmutableArray<string> _setting = ["Configure", "Set", "Use", "With"];

    /// <summary>The name it is registered by: the given one, else the client type's, else empty for the default client.</summary>
    public required string? Name { get; init; }

    /// <summary>The typed clients it makes.</summary>
    public ImmutableArray<ITypeSymbol> ClientTypes { get; init; } = [];

    /// <summary>The base addresses that configure it: each may be the one that it has.</summary>
    public ImmutableArray<SetAddress> BaseAddresses { get; init; } = [];

    /// <summary>True if it configures every client.</summary>
    public bool IsForAll { get; init; }

    /// <summary>True if the gateway routes it.</summary>
    public bool IsGateway { get; init; }

    /// <summary>True if a sidecar routes it, to whom the host of its address is the name of an application.</summary>
    public bool IsSidecars { get; init; }

    /// <summary>The argument that names the gateway's system.</summary>
    public Place? GatewaySystem { get; init; }

    /// <summary>The name of the registering method.</summary>
    public required Location Location { get; init; }

    /// <summary>The registering call.</summary>
    public required IOperation Call { get; init; }

    /// <summary>The argument that names it; null if none does.</summary>
    public IOperation? NameArgument { get; init; }

    /// <summary>The argument that says under which key the typed client is registered; null if it is under none.</summary>
    public IOperation? KeyArgument { get; init; }

    /// <summary>That key.</summary>
    public string? Key => KeyArgument is null ? null : ServiceKeys.Of(KeyArgument, Frame);

    /// <summary>What the parameters around the call stand for.</summary>
    public Frame Frame { get; init; } = Frame.Root;

    /// <summary>How a person would say it: <c>AddHttpClient&lt;ErpClient&gt;</c>.</summary>
    public required string Step { get; init; }

    /// <summary>
    /// True if nothing of another registration's address is left once this one has run: the factory runs what configures a name in order, and of a type under two names the container
    /// makes the last.
    /// </summary>
    public bool Overwrites(ClientRegistration other) =>
        (Name is not null && Name == other.Name ? BaseAddresses is [{ IsSure: true }, ..] : ClientTypes is [var mine, ..] && other.ClientTypes is [var others, ..] && SymbolEqualityComparer.Default.Equals(mine, others))
        && Frame.IsOfSameCall(other.Frame) && Branches.RunsAfter(Call.Syntax, other.Call.Syntax);

    /// <summary>
    /// Reads a registration from the calls of its chain, but for what configures the client; null if the method is somebody else's of the same name.
    /// </summary>
    public static ClientRegistration? Read(IInvocationOperation add, IReadOnlyList<IInvocationOperation> chain, Func<IOperation, string?> constant)
    {
        if (!IsRegistration(add))
        {
            return null;
        }

        var isRefit = IsRefit(add);
        var types = TypesOf(add);
        var given = add.Argument(isRefit ? "httpClientName" : "name") ?? (IsOfPackage(add.TargetMethod) ? NameIn(add) : null);

        // Before the client, a package's method may name its settings or a handler.
        var name = given is not null ? constant(given) : isRefit ? null : types.IsEmpty ? "" : NameOf(types[IsOfPackage(add.TargetMethod) ? types.Length - 1 : 0]);
        return new ClientRegistration
        {
            Name = name,
            ClientTypes = [.. types, .. chain.Where(call => call != add && (call.TargetMethod.Name == "AddTypedClient" || IsRefit(call))).SelectMany(call => TypesOf(call))],
            Location = Operations.NameLocation(add.Syntax),
            Call = add,
            NameArgument = given,
            KeyArgument = isRefit ? add.Argument("serviceKey") : null,
            Step = StepOf(types, given is null ? null : name ?? "…", add.TargetMethod.Name),
        };
    }

    /// <summary>Reads what is set for every client; null if the method is somebody else's of the same name.</summary>
    public static ClientRegistration? ReadForAll(IInvocationOperation call) => !IsOfFactory(call.TargetMethod) ? null : new ClientRegistration
    {
        Name = null,
        IsForAll = true,
        Location = Operations.NameLocation(call.Syntax),
        Call = call,
        Step = RegistrationScan.DefaultsName,
    };

    /// <summary>True if a call registers a client; one that adds Refit's to a client that is registered already doesn't.</summary>
    public static bool IsRegistration(IInvocationOperation call) => call.TargetMethod.Name == RegistrationScan.MethodName
        ? IsOfFactory(call.TargetMethod)
        : IsOfPackage(call.TargetMethod) || (IsRefit(call) && call.Receiver()?.Type is not { Name: "IHttpClientBuilder" });

    /// <summary>True for a package's method that registers a client by way of the factory: of the code's own it is seen what it does.</summary>
    public static bool IsOfPackage(IMethodSymbol method) => RegistrationScan.IsNamedAlike(method.Name) && method.DeclaringSyntaxReferences.IsEmpty
        && (method.ReducedFrom ?? method) is { IsExtensionMethod: true, Parameters: [{ Type.Name: "IServiceCollection" }, ..] };

    /// <summary>The first text that a package's method is given: what it calls its parameter, only the package knows.</summary>
    private static IOperation? NameIn(IInvocationOperation add) => add.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;

    private static bool IsRefit(IInvocationOperation call) => RegistrationScan.RefitNames.Contains(call.TargetMethod.Name) && AttributedLibrary.Has(call.TargetMethod.ContainingNamespace);

    /// <summary>The types that a call registers: its type arguments, or the one that <c>typeof</c> names.</summary>
    private static ImmutableArray<ITypeSymbol> TypesOf(IInvocationOperation call) => !call.TargetMethod.TypeArguments.IsEmpty ? call.TargetMethod.TypeArguments
        : (call.Argument("refitInterfaceType") ?? call.Argument("restEaseType"))?.Bare() switch
        {
            ITypeOfOperation { TypeOperand: var type } => [type],
            ILocalReferenceOperation { Syntax: ExpressionSyntax variable } when call.SemanticModel is { } model => ListedTypes.Of(variable, model, CancellationToken.None),
            _ => [],
        };

    private static bool IsOfFactory(IMethodSymbol method) => method.ContainingType?.Name == "HttpClientFactoryServiceCollectionExtensions"
        && method.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.DependencyInjection";

    /// <summary>How a person would say it.</summary>
    public static string StepOf(ImmutableArray<ITypeSymbol> types, string? name, string method) =>
        method + (types.IsEmpty ? "" : $"<{string.Join(", ", types.Select(type => type.Name))}>") + (name is null ? "" : $"(\"{name}\")");

    /// <summary>The name that the factory gives a typed client: the type's, without namespace.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The base address that a registration is given as an argument; null if it is none.</summary>
    public static IOperation? AddressArgument(IInvocationOperation call) => IsRefit(call) ? call.Argument("baseAddress") ?? call.Argument("basePath")
        : call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && SaysBaseAddress(call.TargetMethod.Name) && ConfiguredClients.IsBuilder(call.Receiver()?.Type)
            ? call.Arguments.Skip(1).Select(argument => argument.Value).FirstOrDefault(value => value.Type is { } type && VariableValues.IsAddress(type))
        : null;

    /// <summary>True for the name of a method that sets a base address: <c>ConfigureBaseAddress</c>, <c>WithBaseUrl</c>.</summary>
    public static bool SaysBaseAddress(string method) => _setting.Any(verb => method.StartsWith(verb, StringComparison.Ordinal) && _baseAddresses.Any(name => method.IndexOf(name, StringComparison.Ordinal) == verb.Length));

    /// <summary>The base addresses that the lambdas of a call set on the client they are given.</summary>
    public static IEnumerable<IAssignmentOperation> BaseAddressesOf(IInvocationOperation call) =>
        Functions(call).OfType<IAnonymousFunctionOperation>().SelectMany(lambda => BaseAddressesIn(lambda.Body));

    /// <summary>The functions of a call that configure the client or make a typed one of it, not its handlers.</summary>
    public static IEnumerable<IOperation> Functions(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter?.Name is "configureClient" or "factory"
            || (IsOfPackage(call.TargetMethod) && argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: var given } && given.Any(parameter => parameter.Type.Name == "HttpClient")))
        .Select(argument => argument.Value.Bare() is IDelegateCreationOperation creation ? creation.Target : argument.Value.Bare());

    /// <summary>The base addresses that a function's body sets on its parameter, the client.</summary>
    public static IEnumerable<IAssignmentOperation> BaseAddressesIn(IOperation body) => body.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: { } instance } && instance.Variable() is IParameterSymbol { Type.Name: "HttpClient" });
}
