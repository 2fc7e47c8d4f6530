using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// What configures a registered client besides the lambdas in its chain of calls: methods and delegates that are passed by name, and calls on the builder that a
/// local keeps.
/// </summary>
internal sealed class ConfiguringFunctions(ValueFlow flow, MethodBodies methods)
{
    /// <summary>The registration with what is set elsewhere.</summary>
    public ClientRegistration? Complete(ClientRegistration? registration, IInvocationOperation outermost)
    {
        if (registration is null)
        {
            return null;
        }

        var kept = OnBuilder(outermost).ToList();
        var addresses = Chain(outermost).Concat(kept).SelectMany(ByName).Concat(kept.SelectMany(ClientRegistration.BaseAddressesOf)).Select(assignment => assignment.Value).ToImmutableArray();
        return addresses.IsEmpty ? registration : registration with { BaseAddresses = registration.BaseAddresses.AddRange(addresses) };
    }

    private static IEnumerable<IInvocationOperation> Chain(IInvocationOperation outermost)
    {
        for (IInvocationOperation? call = outermost; call is not null; call = call.Receiver()?.Bare() as IInvocationOperation)
        {
            yield return call;
        }
    }

    /// <summary>The calls on the local that keeps the builder: <c>var erp = services.AddHttpClient&lt;ErpClient&gt;(); erp.ConfigureHttpClient(…);</c></summary>
    private static IEnumerable<IInvocationOperation> OnBuilder(IInvocationOperation outermost) =>
        outermost.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            ? outermost.Root().Descendants().OfType<IInvocationOperation>().Where(call => SymbolEqualityComparer.Default.Equals(First(call)?.Variable(), local))
            : [];

    /// <summary>What the first call of a chain is made on.</summary>
    private static IOperation? First(IInvocationOperation call)
    {
        var receiver = call.Receiver();
        while (receiver?.Bare() is IInvocationOperation inner)
        {
            receiver = inner.Receiver();
        }

        return receiver;
    }

    private IEnumerable<IAssignmentOperation> ByName(IInvocationOperation call) => ClientRegistration.Functions(call)
        .Where(function => function is not IAnonymousFunctionOperation)
        .SelectMany(function => Bodies(function, 0))
        .SelectMany(ClientRegistration.BaseAddressesIn);

    private IEnumerable<IOperation> Bodies(IOperation function, int depth)
    {
        switch (function.Bare())
        {
            case IDelegateCreationOperation creation:
                return Bodies(creation.Target, depth);
            case IAnonymousFunctionOperation lambda:
                return [lambda.Body];
            case IMethodReferenceOperation reference:
                return methods.BodyOf(reference.Method, CancellationToken.None) is { } body ? [body] : [];
            case var other when depth < Limits.Hops && flow.Next(other, Frame.Root, CancellationToken.None) is { } hop:
                return hop.Sources.Take(Limits.Alternatives).SelectMany(source => Bodies(source.Operation, depth + 1));
            default:
                return [];
        }
    }
}
