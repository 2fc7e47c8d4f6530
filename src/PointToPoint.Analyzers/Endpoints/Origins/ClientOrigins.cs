using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>What the end of a client's trail says of it: a call of the factory or the gateway, a creation, an injected parameter.</summary>
internal sealed class ClientOrigins(TextEvaluator texts, SetBaseAddresses addresses, RegisteredClients registered, AttributedOrigins refit, GatewayTypes gateways, MissingNames names, HandedSettings settings)
{
    /// <summary>Calls of the factory and of the gateway are ends, even where their code is part of the compilation.</summary>
    public bool IsEnd(IOperation client) => client is IObjectCreationOperation
        || (client is IInvocationOperation invocation && (IsFactory(invocation) || gateways.Handles(invocation)));

    /// <summary>The same, one for each of the names that a client of the factory may have.</summary>
    public ImmutableArray<ClientOrigin> AllOf(IOperation client, Frame frame, Evaluation evaluation, ClientTrail trail) =>
        client is IInvocationOperation invocation && IsFactory(invocation) && !gateways.Handles(invocation) ? OfFactory(invocation, frame, evaluation, trail) : [Of(client, frame, evaluation, trail)];

    /// <summary>What is known of a client that goes no further back.</summary>
    public ClientOrigin Of(IOperation client, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        switch (client)
        {
            case IInvocationOperation invocation when gateways.Handles(invocation):
                return OfGateway(invocation, frame, evaluation, trail);
            case IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundFactory.IsSidecars(node):
                var app = node.ArgumentList.Arguments.FirstOrDefault() is { Expression: var first } ? client.SemanticModel?.GetOperation(first, evaluation.Cancellation) : null;
                return new ClientOrigin
                {
                    IsGateway = true,
                    GatewaySystem = app is null ? null : texts.Evaluate(app, frame, evaluation).Constant,
                    Provenance = trail.Steps.Add($"gateway {SyntaxNames.OfCalled(node)!.Identifier.ValueText} ({UnboundCall.Step})"),
                };
            case IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundFactory.Name(node, names, evaluation.Cancellation) is { } asked:
                return OfName($"\"{asked}\" ({UnboundCall.Step})", TextValue.Literal(asked), addresses.OnVariables(frame, evaluation, trail), evaluation, trail);
            case IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundFactory.NameGiven(node, names, evaluation.Cancellation) is { } given && client.SemanticModel?.GetOperation(given, evaluation.Cancellation) is { } name:
                return OfName(null, texts.Evaluate(name, frame, evaluation), addresses.OnVariables(frame, evaluation, trail), evaluation, trail);
            case IInvocationOperation invocation when IsFactory(invocation):
                return OfFactory(invocation, frame, evaluation, trail)[0];
            case { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } api }:
                return refit.OfInterface(client, (INamedTypeSymbol)frame.Resolve(api), evaluation, trail);
            case IObjectCreationOperation creation:
                return OfCreation(creation, frame, evaluation, trail);
            case IInstanceReferenceOperation { Type: INamedTypeSymbol type }:
                return addresses.OnThis(trail.Steps.Add("client " + type.Name), type, frame, evaluation)
                    ?? registered.Typed(type, trail, evaluation);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter:
                return OfConstructorParameter(parameter, Injected(constructor.ContainingType, frame), frame, evaluation, trail);
            case IParameterReferenceOperation { Parameter: var parameter } when registered.Keyed(ServiceKeys.Of(parameter), trail, evaluation) is { } keyed:
                return keyed;
            case IParameterReferenceOperation parameter when registered.Given(parameter, trail, evaluation) is { } given:
                return given;
            case IInvocationOperation asked when Services.Asked(asked) is (_, { } key) && registered.Keyed(key, trail, evaluation) is { } keyed:
                return keyed;
            default:
                return addresses.OnVariables(frame, evaluation, trail) ?? settings.Of(client, frame, evaluation, trail) ?? new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client), On = Unknowns.On(client), Provenance = trail.Steps };
        }
    }

    /// <summary>What the gateway hands out: a client, or the handler of one.</summary>
    private ClientOrigin OfGateway(IInvocationOperation asked, Frame frame, Evaluation evaluation, ClientTrail trail) => new()
    {
        IsGateway = true,
        GatewaySystem = GatewayTypes.SystemArgument(asked) is { } system ? texts.Evaluate(system, frame, evaluation).Constant : null,
        Provenance = trail.Steps.Add("gateway " + asked.TargetMethod.Name),
    };

    private ImmutableArray<ClientOrigin> OfFactory(IInvocationOperation invocation, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        var named = invocation.Argument("name");
        var said = named is null ? TextValue.Literal("") : texts.Evaluate(named, frame, evaluation);
        var own = addresses.OnVariables(frame, evaluation, trail);
        return [.. said.Alternatives.Select(alternative => OfName(named is null ? "CreateClient()" : null, TextValue.Of(alternative), own, evaluation, trail)).GroupBy(origin => (origin.ClientName, origin.Unknown)).Select(same => same.First())];
    }

    private ClientOrigin OfName(string? step, TextValue said, ClientOrigin? own, Evaluation evaluation, ClientTrail trail)
    {
        var name = said.Constant;
        step ??= name is null ? "CreateClient" : $"\"{name}\"";
        if (own is not null)
        {
            own = own with { ClientName = name, Provenance = own.Provenance.Insert(0, step) };
        }

        if (own is { IsConditional: false } || (own is not null && name is null))
        {
            return own;
        }

        var made = name is null
            ? new ClientOrigin { Provenance = trail.Steps.Add(step), Unknown = "the client's name comes from " + said.Reason }
            : registered.Named(name, trail.Steps.Add(step), evaluation);

        // Whoever says the name says which client it is.
        made = made with { On = made.On ?? said.On };
        return own is null ? made : made.Before(own);
    }

    private ClientOrigin OfCreation(IObjectCreationOperation creation, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        var step = "new " + creation.Type?.Name;
        foreach (var argument in creation.Arguments)
        {
            // new HttpClient(gateway.CreateHandler("erp", …)): the handler routes, whatever the client believes.
            if (argument.Value.Bare() is IInvocationOperation handler && gateways.Handles(handler))
            {
                return OfGateway(handler, frame, evaluation, trail);
            }

            if (GatewayTypes.IsSidecarsHandler(argument.Value.Bare().Type))
            {
                return new ClientOrigin { IsGateway = true, Provenance = trail.Steps.Add("handler " + argument.Value.Bare().Type!.Name) };
            }
        }

        var own = addresses.OnVariables(frame, evaluation, trail);
        if (own is { IsConditional: false })
        {
            return own;
        }

        var steps = trail.Steps.Add(step);
        var made = addresses.InInitializer(steps, creation, frame, evaluation)
            ?? (creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } subclass ? addresses.OnThis(steps, subclass, Frame.Root, evaluation) : null)
            ?? new ClientOrigin { Provenance = steps, Unknown = "the client that is created here has no base address" };
        return own is null ? made : made.Before(own);
    }

    private ClientOrigin OfConstructorParameter(IParameterReferenceOperation client, INamedTypeSymbol type, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        var step = "typed client " + type.Name;
        if (addresses.Within(trail.Steps.Add(step), type, trail, client, frame, evaluation) is { } bound)
        {
            return bound with { ClientType = type };
        }

        if (ServiceKeys.Of(client.Parameter) is { } key)
        {
            // What is asked for by a key is never the typed client's own.
            return registered.Keyed(key, trail, evaluation) ?? new ClientOrigin { Provenance = trail.Steps, Unknown = "no client is registered under the key that is asked for" };
        }

        return registered.Typed(type, trail with { Steps = trail.Steps.Add(step) }, evaluation);
    }

    /// <summary>The class that the container makes: of a base class's constructor, the derived class that runs it, if that is known.</summary>
    private static INamedTypeSymbol Injected(INamedTypeSymbol declaring, Frame frame) =>
        (INamedTypeSymbol)frame.Resolve(frame.ThisType is { TypeKind: TypeKind.Class } type ? type : declaring);

    private static bool IsFactory(IInvocationOperation invocation) => invocation.TargetMethod.Name == "CreateClient"
        && invocation.TargetMethod.ContainingType is { Name: "IHttpClientFactory" or "HttpClientFactoryExtensions", ContainingNamespace: { Name: "Http" } };
}
