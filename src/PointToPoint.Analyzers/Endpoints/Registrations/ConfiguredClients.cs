using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// What configures a registered client: functions that are handed to the registering call or to what is called on its builder, be that in its chain, on a local, in
/// a method that gets the builder, or by who gets it back. In those functions, whatever sets the address of the client they are given, directly or by a method.
/// </summary>
internal sealed class ConfiguredClients(HandedObjects handed, Delegates delegates, UnboundRegistrations unbound)
{
    /// <summary>The registration as it is when the parameters around it stand for this.</summary>
    public ClientRegistration In(ClientRegistration registration, Frame frame, CancellationToken cancellation)
    {
        if (registration.Call is not IInvocationOperation call || !(registration.IsForAll || ClientRegistration.IsRegistration(call)))
        {
            return registration with { Frame = frame, BaseAddresses = OfUnbound(registration, frame, cancellation) };
        }

        var configuring = Configuring(call, frame, registration.IsForAll, cancellation).ToList();
        var routing = configuring.Find(step => step.Call.TargetMethod.Name == GatewayTypes.RoutingExtension);
        var isSidecars = configuring.Exists(step => GatewayTypes.RoutesThroughSidecar(step.Call));
        return registration with
        {
            Frame = frame,
            BaseAddresses = SetAddress.Last([.. configuring.SelectMany(step => Addresses(step.Call, step.Use, cancellation)), .. registration.IsForAll ? [] : Behind(call, frame, cancellation)]),
            IsGateway = routing.Call is not null || isSidecars,
            IsSidecars = isSidecars,
            GatewaySystem = routing.Call?.Argument("system") is { } system ? new Place(system, routing.Use.Frame) : null,
        };
    }

    /// <summary>
    /// What sets the address where the registration doesn't bind. Its lambdas are still functions whose parameters have types, where one of their lines is what doesn't bind; what was
    /// read off the text is all there is else.
    /// </summary>
    private ImmutableArray<SetAddress> OfUnbound(ClientRegistration registration, Frame frame, CancellationToken cancellation)
    {
        if (registration is { BaseAddresses.IsEmpty: true, Call: IInvalidOperation call })
        {
            var functions = call.Descendants().OfType<IAnonymousFunctionOperation>().Where(lambda => lambda.Syntax.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: var called } } && called == call.Syntax);
            return SetAddress.Last(Addresses(functions, new Use(call, frame, [], IsSure: false), cancellation));
        }

        return [.. registration.BaseAddresses.Select(address => address with { Value = address.Value with { Frame = frame } })];
    }

    /// <summary>The calls that configure the client, in order.</summary>
    private IEnumerable<(IInvocationOperation Call, Use Use)> Configuring(IInvocationOperation call, Frame frame, bool isForAll, CancellationToken cancellation)
    {
        if (!isForAll)
        {
            yield return (call, new Use(call, frame, [], IsSure: true));
        }

        foreach (var use in isForAll ? OfDefaults(call, frame, cancellation) : OfBuilder(call, frame, cancellation))
        {
            // Of a chain that is one expression, every call but the first has the one before as what it is called on.
            if (Receiving(use.Operation) is { } configuring)
            {
                yield return (configuring, use);
            }
        }
    }

    private IEnumerable<Use> OfDefaults(IInvocationOperation call, Frame frame, CancellationToken cancellation) => call.Argument("configure") is { } configure
        ? delegates.Functions(new Place(configure, frame), [], cancellation).SelectMany(function => handed.Of(function, parameter => IsBuilder(parameter.Type), cancellation))
        : [];

    /// <summary>What is set by methods of missing packages, behind the call and behind those of the methods that give the builder back.</summary>
    private IEnumerable<SetAddress> Behind(IInvocationOperation call, Frame frame, CancellationToken cancellation)
    {
        var place = new Place(call, frame);
        for (var depth = 0; depth < Limits.CallerDepth; depth++)
        {
            foreach (var value in unbound.BaseAddressesBehind(place.Operation.Syntax, cancellation))
            {
                yield return new SetAddress(place with { Operation = value }, [], IsSure: true);
            }

            if (place.Frame.Caller is not { } caller || !IsBuilder(caller.Operation.Type))
            {
                yield break;
            }

            place = caller;
        }
    }

    /// <summary>The uses of a builder, by the callers that get it back included.</summary>
    private IEnumerable<Use> OfBuilder(IInvocationOperation call, Frame frame, CancellationToken cancellation)
    {
        var place = new Place(call, frame);
        for (var depth = 0; depth < Limits.CallerDepth; depth++)
        {
            Place? caller = null;
            foreach (var use in handed.Of(place.Operation, place.Frame, cancellation))
            {
                yield return use;
                if (use.Through.IsEmpty && IsReturned(use.Operation))
                {
                    caller = place.Frame.Caller;
                }
            }

            if (caller is not { } next || !IsBuilder(next.Operation.Type))
            {
                yield break;
            }

            place = next;
        }
    }

    private IEnumerable<SetAddress> Addresses(IInvocationOperation call, Use builder, CancellationToken cancellation)
    {
        if (ClientRegistration.AddressArgument(call) is { } address)
        {
            yield return new SetAddress(new Place(address, builder.Frame), [.. builder.Through.Select(Step)], builder.IsSure);
        }

        foreach (var set in Addresses(ClientRegistration.Functions(call), builder, cancellation))
        {
            yield return set;
        }
    }

    /// <summary>The addresses that functions set on the client they are given.</summary>
    private IEnumerable<SetAddress> Addresses(IEnumerable<IOperation> given, Use builder, CancellationToken cancellation)
    {
        foreach (var each in given)
        {
            var functions = delegates.Functions(new Place(each, builder.Frame), [], cancellation);
            foreach (var function in functions)
            {
                foreach (var use in handed.Of(function, parameter => parameter.Type is { Name: "HttpClient" }, cancellation))
                {
                    if (use.Operation.Parent is IPropertyReferenceOperation { Property.Name: "BaseAddress", Parent: ISimpleAssignmentOperation assignment } property && assignment.Target == property)
                    {
                        yield return new SetAddress(
                            new Place(assignment.Value, use.Frame),
                            [.. builder.Through.Select(Step), .. function.Steps, .. use.Through.Select(Step)],
                            builder.IsSure && use.IsSure && functions.Length == 1);
                    }
                }
            }
        }
    }

    /// <summary>The call that is made on a builder; null if something else is done with it.</summary>
    private static IInvocationOperation? Receiving(IOperation builder)
    {
        var parent = builder.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return (parent is IArgumentOperation argument ? argument.Parent : parent) is IInvocationOperation call && call.Receiver()?.Bare() == builder.Bare() ? call : null;
    }

    private static bool IsReturned(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IReturnOperation;
    }

    public static bool IsBuilder(ITypeSymbol? type) => type is { Name: "IHttpClientBuilder" };

    private static string Step(IMethodSymbol method) => method.Name() + "()";
}
