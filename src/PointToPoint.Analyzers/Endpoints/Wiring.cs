using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// A base address that is set: by itself, or in a delegate of a registration, where the whole registration is the wiring and is told once.
/// </summary>
internal sealed record Wiring
{
    /// <summary>The name of the registering method, or of the property.</summary>
    public required Location Location { get; init; }

    /// <summary>The call whose delegate sets the address; null if it is set outside of one.</summary>
    public IInvocationOperation? Registration { get; init; }

    /// <summary>The registration in whose chain that call stands; null if none is seen.</summary>
    public ClientRegistration? Client { get; init; }

    /// <summary>What is assigned: one value, or each of several in one delegate.</summary>
    public ImmutableArray<IOperation> Values { get; init; } = [];

    /// <summary>False if an earlier assignment of the same delegate stands for this one too.</summary>
    public bool IsFirst { get; init; } = true;

    public static Wiring Of(ISimpleAssignmentOperation assignment)
    {
        if (RegistrationAround(assignment) is not var (registration, lambda))
        {
            return new Wiring { Location = Operations.NameLocation(assignment.Target.Syntax), Values = [assignment.Value] };
        }

        var all = lambda.Body.Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(other => other.Target is IPropertyReferenceOperation { Property: var property, Instance: not null }
                && SymbolEqualityComparer.Default.Equals(property, ((IPropertyReferenceOperation)assignment.Target).Property))
            .ToImmutableArray();
        var chain = Chain(registration);
        var add = chain.FirstOrDefault(call => ClientRegistration.IsRegistration(call.TargetMethod));
        return new Wiring
        {
            Location = Operations.NameLocation(registration.Syntax),
            Registration = registration,
            Client = add is null ? null : ClientRegistration.Read(add, chain, operation => operation.ConstantValue.Value as string),
            Values = [.. all.Select(other => other.Value)],
            IsFirst = all[0].Syntax == assignment.Syntax,
        };
    }

    /// <summary>The call that takes the delegate around an operation, if it configures a client.</summary>
    private static (IInvocationOperation Call, IAnonymousFunctionOperation Lambda)? RegistrationAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parameter.Name: "configureClient", Parent: IInvocationOperation call } }
                    ? (call, lambda)
                    : null;
            }
        }

        return null;
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
