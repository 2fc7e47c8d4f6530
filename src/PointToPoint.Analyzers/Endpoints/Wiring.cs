using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// A base address that is set: by itself, or in a delegate of a registration. There the call is the wiring and is told once, from the call itself: what an
/// action reports outside of its own operation is not shown while typing.
/// </summary>
internal sealed record Wiring
{
    private static readonly ImmutableArray<string> _baseAddress = ["BaseAddress"];
    private static readonly ImmutableArray<string> _clientNames = ["client", "http"];

    /// <summary>The name of the registering method, or of the property.</summary>
    public required Location Location { get; init; }

    /// <summary>Documentation ID of the registering method, or of the property.</summary>
    public required string Member { get; init; }

    /// <summary>The registration in whose chain the call stands; null if none is seen.</summary>
    public ClientRegistration? Client { get; init; }

    /// <summary>What is assigned: one value, or each of several in one delegate.</summary>
    public required ImmutableArray<IOperation> Values { get; init; }

    /// <summary>What the parameters in the values stand for.</summary>
    public Frame Frame { get; init; } = Frame.Root;

    /// <summary>Full name of the client's type where it is not the one that the library always binds.</summary>
    public string? ClientName { get; init; }

    /// <summary>How a person would say it; null for a plain assignment.</summary>
    public string? Step { get; init; }

    /// <summary>The wiring of a plain assignment; null if a registration's delegate holds it.</summary>
    public static Wiring? Of(ISimpleAssignmentOperation assignment, IPropertySymbol property) => IsInRegistration(assignment)
        ? null
        : new Wiring { Location = Operations.NameLocation(assignment.Target.Syntax), Member = RecordMaker.DocumentationId(property), Values = [assignment.Value] };

    /// <summary>The wiring of a base address that is set on a client whose type isn't there, as far as the names of both and an address tell; null if it is none.</summary>
    public static Wiring? OfMissing(ISimpleAssignmentOperation assignment) =>
        assignment.Target.Syntax is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress", Expression: var client } set && assignment.Value.Bare().Type is { Name: "Uri", ContainingNamespace.Name: "System" } && IsNamedLikeClient(client)
            ? new Wiring { Location = Operations.NameLocation(set), Member = "P:System.Net.Http.HttpClient.BaseAddress", Values = [assignment.Value] }
            : null;

    private static bool IsNamedLikeClient(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => _clientNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => IsNamedLikeClient(name),
        _ => false,
    };

    /// <summary>The wiring of a call that configures a client; null if it sets no address.</summary>
    public static Wiring? Of(IInvocationOperation call)
    {
        if (AttributedCreation.Of(call) is { } made)
        {
            return Of(made, call);
        }

        var values = ClientRegistration.BaseAddressesOf(call).Select(assignment => assignment.Value).ToImmutableArray();
        values = ClientRegistration.AddressArgument(call) is { } address ? values.Add(address) : values;
        if (values.IsEmpty)
        {
            return null;
        }

        var chain = Chain(call);
        var add = chain.FirstOrDefault(other => ClientRegistration.IsRegistration(other));
        var client = add is null ? null : ClientRegistration.Read(add, chain, operation => operation.ConstantValue.Value as string);
        return new Wiring
        {
            Location = BoundMember.Of(call.Syntax, _baseAddress),
            Member = RecordMaker.DocumentationId(call.TargetMethod),
            Client = client,
            Values = values,
            Step = client?.Step ?? call.TargetMethod.Name,
        };
    }

    /// <summary>The wiring of a registering call that doesn't bind; null if it is none, or sets no address.</summary>
    public static Wiring? Of(IInvalidOperation call, UnboundRegistrations unbound, CancellationToken cancellation)
    {
        if (unbound.AttributedCreation(call, cancellation) is { } made)
        {
            return Of(made, call);
        }

        if (call.Syntax is not InvocationExpressionSyntax node || unbound.BaseAddressesOf(node, cancellation) is not { IsEmpty: false } values)
        {
            return null;
        }

        var client = unbound.Read(node, cancellation);
        var setting = SyntaxNames.OfCalled(node)?.Identifier.ValueText is { } name && ClientRegistration.SaysBaseAddress(name) && unbound.IsBehindRegistration(node, cancellation) ? name : null;
        if (client is null && setting is null) // What else a missing method does with an address is no wiring.
        {
            return null;
        }

        return new Wiring
        {
            Location = BoundMember.Of(node, _baseAddress),
            Member = "M:Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions." + RegistrationScan.MethodName,
            Client = client,
            Values = values,
            Step = client?.Step ?? setting,
        };
    }

    /// <summary>True if a registering call that doesn't bind tells an assignment in its delegate.</summary>
    public static bool IsTold(ISimpleAssignmentOperation assignment, UnboundRegistrations unbound, CancellationToken cancellation) =>
        assignment.Syntax.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax) is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
        && unbound.BaseAddressesOf(call, cancellation).Any(value => value.Syntax == assignment.Value.Syntax || assignment.Value.Syntax.Contains(value.Syntax)) && unbound.Read(call, cancellation) is not null;

    /// <summary>The wiring of a client that Refit makes of an address; of a client's, the wiring is where that has it from.</summary>
    public static Wiring? Of(AttributedCreation made, IOperation call) => made.IsOfClient || made.IsOfInterface ? null : new Wiring
    {
        Location = made.Location,
        Member = made.Member,
        Client = made.Api is null ? null : new ClientRegistration { Name = null, ClientTypes = [made.Api], Location = made.Location, Call = call, Step = made.Step },
        ClientName = made.Api is null ? null : TypedClient.NameOf(made.Api),
        Values = [made.Given],
        Step = made.Step,
    };

    /// <summary>True if the innermost function around an operation is a delegate that configures a client.</summary>
    private static bool IsInRegistration(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
                    && ClientRegistration.BaseAddressesOf(call).Any(assignment => assignment.Syntax == operation.Syntax);
            }
        }

        return false;
    }

    /// <summary>The calls chained before and behind one, in order.</summary>
    private static List<IInvocationOperation> Chain(IInvocationOperation call)
    {
        var outermost = call;
        while (outermost.Parent is IArgumentOperation { Parent: IInvocationOperation next } argument && next.Receiver() == argument.Value)
        {
            outermost = next;
        }

        var chain = new List<IInvocationOperation>();
        for (var next = outermost; next is not null; next = next.Receiver()?.Bare() as IInvocationOperation)
        {
            chain.Insert(0, next);
        }

        return chain;
    }
}
