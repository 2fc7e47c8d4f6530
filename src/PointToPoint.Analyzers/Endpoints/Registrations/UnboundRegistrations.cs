using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>Registrations that don't bind because a package is missing, read off their text: what a type argument or an assigned address is still binds.</summary>
internal sealed class UnboundRegistrations(CodeBase code)
{
    // Is given the address itself.
    private const string WithAddress = "AddRestEaseClient";

    private static readonly ImmutableArray<string> _configuring = [RegistrationScan.MethodName, "ConfigureHttpClient"];

    private readonly UnboundBuilders _builders = new(code);

    /// <summary>The registration in a chain of calls; null if it is none.</summary>
    public ClientRegistration? Read(InvocationExpressionSyntax outermost, CancellationToken cancellation)
    {
        var chain = new List<InvocationExpressionSyntax>();
        InvocationExpressionSyntax? registering = null;
        for (InvocationExpressionSyntax? node = outermost; node is not null; node = (node.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            // The first of the chain: one that adds Refit's or RestEase's to a client that is registered already doesn't register one.
            chain.Insert(0, node);
            if (SyntaxNames.OfCalled(node)?.Identifier.ValueText is { } name && (name == RegistrationScan.MethodName || RegistrationScan.RefitNames.Contains(name) || IsOfPackage(node, name, cancellation)))
            {
                registering = node;
            }
        }

        return registering is not null && UnboundCall.At(registering, code, cancellation) is { } add && IsServices(add.ReceiverType) ? Read(add, [.. chain.SkipWhile(call => call != registering)], cancellation) : null;
    }

    /// <summary>The same with what is chained behind the part of a registration that binds: interfaces that get a client of its client.</summary>
    public ClientRegistration? WithBehind(ClientRegistration? registration, SyntaxNode part, CancellationToken cancellation)
    {
        if (registration is null || !code.MayLackPackages)
        {
            return registration;
        }

        var types = ImmutableArray.CreateBuilder<ITypeSymbol>();
        while (part.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == part)
        {
            types.AddRange(TypesAdded(next, cancellation));
            part = next;
        }

        return types.Count == 0 ? registration : registration with { ClientTypes = registration.ClientTypes.AddRange(types) };
    }

    /// <summary>The types that a call in the chain of a registration makes clients for: <c>UseWithRestEaseClient&lt;IErp>()</c>, <c>AddTypedClient(http => RestService.For&lt;IErp>(http))</c>, and the classes that are made with them.</summary>
    private IEnumerable<ITypeSymbol> TypesAdded(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        if (SyntaxNames.OfCalled(call) is not { Identifier.ValueText: var name } called || !(name == RegistrationScan.TypedClient || RegistrationScan.RefitNames.Contains(name)) || code.ModelOf(call.SyntaxTree) is not { } model)
        {
            return [];
        }

        TypeSyntax? type = called is GenericNameSyntax { TypeArgumentList.Arguments: [.., var last] } ? last
            : name == RegistrationScan.TypedClient ? call.ArgumentList.Arguments.SelectMany(argument => argument.DescendantNodes()).OfType<GenericNameSyntax>().Where(IsMaker).Select(made => made.TypeArgumentList.Arguments[0]).FirstOrDefault()
            : null;
        var types = name == RegistrationScan.TypedClient ? MadeFor(call).Prepend(type) : [type];
        return [.. types.OfType<TypeSyntax>().Select(one => model.GetTypeInfo(one, cancellation).Type).OfType<ITypeSymbol>()];
    }

    /// <summary>The classes that a lambda gives its client to: <c>AddTypedClient&lt;IErp>((http, services) => new Erp(http))</c>.</summary>
    private static IEnumerable<TypeSyntax> MadeFor(InvocationExpressionSyntax call) =>
        from lambda in call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>()
        let client = (lambda as SimpleLambdaExpressionSyntax)?.Parameter ?? (lambda as ParenthesizedLambdaExpressionSyntax)?.ParameterList.Parameters.FirstOrDefault()
        where client is not null
        from made in lambda.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where made.ArgumentList?.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax given && given.Identifier.ValueText == client.Identifier.ValueText) == true
        select made.Type;

    private static bool IsMaker(GenericNameSyntax name) => Endpoints.AttributedCreation.Names.Contains(name.Identifier.ValueText) && name.TypeArgumentList.Arguments.Count == 1
        && name.Parent is MemberAccessExpressionSyntax { Expression: var maker } && AttributedLibrary.Named(maker.ToString()) is not null;

    /// <summary>The values that the delegates of one call assign as base address, or the one that it is given.</summary>
    public ImmutableArray<IOperation> BaseAddressesOf(InvocationExpressionSyntax call, CancellationToken cancellation) => SyntaxNames.OfCalled(call)?.Identifier.ValueText switch
    {
        { } name when _configuring.Contains(name) || IsOfPackage(call, name, cancellation) =>
        [
            .. call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<LambdaExpressionSyntax>()
                .SelectMany(BaseAddressesIn)
                .Select(value => code.OperationAt(value, cancellation))
                .OfType<IOperation>(),
        ],
        WithAddress when UnboundCall.At(call, code, cancellation)?.Argument("baseAddress", 0, code, cancellation) is { } given => [given],
        { } name when ClientRegistration.SaysBaseAddress(name) && UnboundCall.At(call, code, cancellation) is { } setting && setting.Candidates(code, cancellation).IsEmpty && setting.Extensions(code, cancellation).IsEmpty => [.. Given(setting, cancellation)],
        _ => [],
    };

    /// <summary>The values that calls behind the part of a registration that binds set as base address, by methods of packages that are missing: <c>AddHttpClient&lt;Orders>().ConfigureBaseAddress("https://erp")</c>.</summary>
    public ImmutableArray<IOperation> BaseAddressesBehind(SyntaxNode part, CancellationToken cancellation)
    {
        var values = ImmutableArray.CreateBuilder<IOperation>();
        while (code.MayLackPackages && part.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == part)
        {
            values.AddRange(SyntaxNames.OfCalled(next)?.Identifier.ValueText is { } name && ClientRegistration.SaysBaseAddress(name) ? BaseAddressesOf(next, cancellation) : []);
            part = next;
        }

        return values.ToImmutable();
    }

    /// <summary>True for a call in a chain that starts with a client's registration, or what gives back the builder of one.</summary>
    public bool IsBehindRegistration(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        for (var node = (call.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax; node is not null; node = (node.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            if (ConfiguredClients.IsBuilder(code.OperationAt(node, cancellation)?.Type) || SyntaxNames.OfCalled(node)?.Identifier.ValueText is { } name && (name == RegistrationScan.MethodName || RegistrationScan.RefitNames.Contains(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address that a call is given, or what a function of it reads from the settings that it gets.</summary>
    private IEnumerable<IOperation> Given(UnboundCall call, CancellationToken cancellation) =>
        from argument in call.Syntax.ArgumentList.Arguments
        let value = argument.Expression is LambdaExpressionSyntax { ExpressionBody: { } read } ? read : argument.Expression
        let operation = code.OperationAt(MissingNames.Bare(value), cancellation)
        where operation?.Type is { } type && VariableValues.IsAddress(type)
        select operation;

    /// <summary>The client that Refit makes here, by name; null if it makes none.</summary>
    public AttributedCreation? AttributedCreation(IInvalidOperation call, CancellationToken cancellation) => Endpoints.AttributedCreation.Of(call, code, cancellation);

    private ClientRegistration? Read(UnboundCall add, List<InvocationExpressionSyntax> chain, CancellationToken cancellation)
    {
        var types = TypesOf(add, cancellation);
        var argument = add.Argument("name", 0, code, cancellation);
        if (code.OperationAt(add.Syntax, cancellation) is not { } operation)
        {
            return null;
        }

        var isRefit = RegistrationScan.RefitNames.Contains(add.Name);
        var name = argument is null || isRefit ? null : argument.ConstantValue.Value as string;
        return new ClientRegistration
        {
            Name = isRefit || argument is not null ? name : types.IsEmpty ? "" : ClientRegistration.NameOf(types[RegistrationScan.IsNamedAlike(add.Name) ? types.Length - 1 : 0]),
            ClientTypes = [.. types, .. chain.Skip(1).SelectMany(call => TypesAdded(call, cancellation))],
            BaseAddresses = [.. chain.Concat(_builders.CallsOn(chain[chain.Count - 1], cancellation)).SelectMany(call => BaseAddressesOf(call, cancellation)).Select(value => new SetAddress(new Place(value, Frame.Root), [], IsSure: false))],
            Location = Operations.NameLocation(add.Syntax),
            Call = operation,
            NameArgument = isRefit ? null : argument,
            KeyArgument = isRefit ? add.Argument("serviceKey", add.Name.Contains("Keyed") ? 0 : int.MaxValue, code, cancellation) : null,
            Step = $"{ClientRegistration.StepOf(types, argument is null || isRefit ? null : name ?? "…", add.Name)} ({UnboundCall.Step})",
        };
    }

    /// <summary>The types that a call registers: its type arguments, else what <c>typeof</c> names or a loop goes through.</summary>
    private ImmutableArray<ITypeSymbol> TypesOf(UnboundCall add, CancellationToken cancellation)
    {
        if (add.TypeArguments(code, cancellation) is { IsEmpty: false } types || !RegistrationScan.RefitNames.Contains(add.Name) || code.ModelOf(add.Syntax.SyntaxTree) is not { } model)
        {
            return add.TypeArguments(code, cancellation);
        }

        return add.Syntax.ArgumentList.Arguments.FirstOrDefault()?.Expression switch
        {
            TypeOfExpressionSyntax named => model.GetTypeInfo(named.Type, cancellation).Type is { } type ? [type] : [],
            { } value => ListedTypes.Of(value, model, cancellation),
            _ => [],
        };
    }

    /// <summary>True if a call registers a client by a method of a package that is missing: one of the code's own of that name is looked into.</summary>
    private bool IsOfPackage(InvocationExpressionSyntax call, string name, CancellationToken cancellation) => RegistrationScan.IsNamedAlike(name)
        && UnboundCall.At(call, code, cancellation) is { ReceiverType: null or { Name: "" or "IServiceCollection" or "ServiceCollection" } } add && add.Candidates(code, cancellation).IsEmpty && add.Extensions(code, cancellation).IsEmpty;

    /// <summary>The service collection, or what a missing host builder has in its place.</summary>
    private static bool IsServices(ITypeSymbol? type) => type is null or { TypeKind: TypeKind.Error } or { Name: "IServiceCollection" or "ServiceCollection" };

    private static IEnumerable<ExpressionSyntax> BaseAddressesIn(LambdaExpressionSyntax lambda)
    {
        var client = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: > 0 } parameters } => parameters[parameters.Count - 1].Identifier.ValueText,
            _ => "",
        };
        return lambda.Body.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress", Expression: IdentifierNameSyntax name } && name.Identifier.ValueText == client)
            .Select(assignment => assignment.Right);
    }
}
