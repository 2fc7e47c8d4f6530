using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The base address that code sets on a client: on a variable that holds it, on the object it makes of itself, in an initialiser.</summary>
internal sealed class SetBaseAddresses(ValueFlow flow, TextEvaluator texts, LastWrites last)
{
    public const string Property = "BaseAddress";

    /// <summary>What a class that derives from the client sets on itself; null if nothing.</summary>
    public ClientOrigin? OnThis(ImmutableArray<string> steps, INamedTypeSymbol type, Frame frame, Evaluation evaluation) =>
        Of(steps, flow.Members.WritesToThis(Property, type, evaluation.Cancellation), frame, evaluation);

    /// <summary>What a type sets on the variables that an injected client went through; null if nothing.</summary>
    public ClientOrigin? Within(ImmutableArray<string> steps, INamedTypeSymbol type, ClientTrail trail, IParameterReferenceOperation injected, Frame frame, Evaluation evaluation)
    {
        var writes = Writes([.. trail.Variables, injected.Parameter], type, evaluation);
        foreach (var (use, variable) in trail.Hops.Add((injected, injected.Parameter)))
        {
            if (variable is not ILocalSymbol && NearWrites.Of(flow.BodyOf(use).WritesTo(variable, Property), writes, use) is var near && near != writes)
            {
                return Of(steps, near, frame, evaluation);
            }
        }

        return Of(steps, writes, frame, evaluation);
    }

    /// <summary>What the initialiser of a creation sets; null if nothing.</summary>
    public ClientOrigin? InInitializer(ImmutableArray<string> steps, IObjectCreationOperation creation, Frame frame, Evaluation evaluation)
    {
        var initializers = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: Property })
            .Select(assignment => new Write(assignment, assignment.Value))
            .ToImmutableArray() ?? [];
        return Of(steps, initializers, frame, evaluation);
    }

    /// <summary>The base address that is set on a variable the client went through, nearest to the call first, and further back as long as that is only done under a condition; null if none is.</summary>
    public ClientOrigin? OnVariables(Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        ClientOrigin? set = null;
        foreach (var (use, variable) in trail.Hops)
        {
            var mayBeUnset = false;
            var writes = variable is IFieldSymbol or IPropertySymbol
                ? NearWrites.Of(flow.BodyOf(use).WritesTo(variable, Property), Writes([variable], frame.ThisType is { TypeKind: TypeKind.Class } type && !variable.IsStatic ? type : variable.ContainingType, evaluation), use)
                : ReachingWrites.Of(flow.BodyOf(use).WritesTo(variable, Property), use.Syntax, out mayBeUnset);
            if (variable is ILocalSymbol && (mayBeUnset || writes.Length > 1) && writes.All(write => write.Value is not null)
                && last.Of(use, variable, [.. writes.Select(write => write.Value!)], frame, evaluation.Cancellation) is var (values, mayBeNone))
            {
                writes = writes.RemoveAll(write => !values.Contains(write.Value!));
                mayBeUnset = mayBeNone;
            }

            if (Of(trail.Steps, writes, frame, evaluation) is not { } bound)
            {
                continue;
            }

            set = set is null ? bound : bound.Before(set);
            mayBeUnset |= variable is not ILocalSymbol && writes.All(write => Branches.Region(write.Operation.Syntax, Branches.Body(write.Operation.Syntax)) is { } region && !region.Span.Contains(use.Syntax.Span));
            if (!mayBeUnset || writes.Any(write => Branches.AsksFor(write.Operation.Syntax, Property)))
            {
                return set;
            }
        }

        return set is null ? null : set with { IsConditional = true };
    }

    /// <summary>By the class itself, else by the nearest base class that sets it: what a constructor sets last counts.</summary>
    private ImmutableArray<Write> Writes(ImmutableArray<ISymbol> variables, INamedTypeSymbol type, Evaluation evaluation)
    {
        for (INamedTypeSymbol? next = type; next is { DeclaringSyntaxReferences.IsEmpty: false }; next = next.BaseType)
        {
            if (flow.Members.WritesTo(variables, Property, next, evaluation.Cancellation) is { IsEmpty: false } writes)
            {
                return writes;
            }
        }

        // The variable is another class's: an object's that this one holds.
        var others = variables.Where(variable => variable is IFieldSymbol or IPropertySymbol && !Declarations.Same(variable.ContainingType, type)).Select(variable => variable.ContainingType);
        return [.. others.SelectMany(other => flow.Members.WritesTo(variables, Property, other, evaluation.Cancellation)).Distinct()];
    }

    private ClientOrigin? Of(ImmutableArray<string> steps, ImmutableArray<Write> writes, Frame frame, Evaluation evaluation)
    {
        TextValue? address = null;
        var wirings = ImmutableArray.CreateBuilder<Location>();
        foreach (var write in writes)
        {
            if (write.Value is not null)
            {
                var value = texts.Evaluate(write.Value, frame, evaluation);
                address = address is null ? value : address.Or(value);
                wirings.Add(Operations.NameLocation(write.Operation is IAssignmentOperation assignment ? assignment.Target.Syntax : write.Operation.Syntax));
            }
        }

        return address is null ? null : new ClientOrigin { BaseAddress = address.From(Property), Wirings = wirings.ToImmutable(), Provenance = steps.Add(Property) };
    }
}
