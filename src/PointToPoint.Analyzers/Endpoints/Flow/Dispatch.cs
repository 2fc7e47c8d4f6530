using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The bodies that one call or read may run.</summary>
/// <param name="Bodies">In order of path.</param>
/// <param name="On">The parameter that the object came through: whoever passes it says which body runs.</param>
/// <param name="TooMany">That there are more bodies than can be told apart, as the end of a sentence; null if there aren't, else no body is there.</param>
internal sealed record Dispatched(ImmutableArray<Implementation> Bodies, ISymbol? On, string? TooMany = null);

/// <summary>
/// Chooses between the implementations of a member by what is known of the object it is called on: an object that was created is of one class, and
/// <c>this</c> in a base class's method is of the class that was called.
/// </summary>
internal sealed class Dispatch(Implementations implementations, Calls calls, Objects objects)
{
    /// <summary>The classes that the container makes objects of for a type; set once what knows of registrations exists.</summary>
    public Func<ITypeSymbol, CancellationToken, ImmutableArray<INamedTypeSymbol>> ClassesFor { get; set; } = (_, _) => [];

    /// <summary>Every body of a member, whatever object it is called on.</summary>
    public ImmutableArray<Implementation> All(ISymbol member, CancellationToken cancellation) => implementations.Of(member, cancellation);

    public Dispatched Of(Call call, Frame frame, CancellationToken cancellation) => Of(call.Target, call.Instance, call.Operation, frame, cancellation);

    public Dispatched Of(ISymbol member, IOperation? instance, IOperation use, Frame frame, CancellationToken cancellation)
    {
        var all = implementations.Of(member, cancellation);
        if (member.ContainingType is { Arity: > 0 } generic && frame.Resolve(generic) is INamedTypeSymbol called)
        {
            // A class for one type argument isn't run for another.
            all = all.RemoveAll(body => body.Type is { } type && Kin(type).Any(other => Declarations.Same(other, called)) && !Kin(type).Any(other => Declarations.Same(other, called) && Declarations.MayBeSame(other, called)));
        }

        if (TypeParameters.Constraint(use) is { } constraint)
        {
            return frame.Resolve(constraint) is INamedTypeSymbol argument && RunBy(argument, all) is { } own ? new Dispatched([own], null) : Told(all, member, frame.Resolve(constraint));
        }

        if (instance is null || all.All(body => body.Type is null))
        {
            return new Dispatched(all, null);
        }

        if (instance.Syntax is BaseExpressionSyntax)
        {
            return new Dispatched([new Implementation(member.OriginalDefinition, null)], null);
        }

        var (self, type) = calls.Instance(instance, use, frame);
        var traced = self is { } place ? objects.Trace(place, cancellation) : TracedObject.Nowhere;
        if (traced.IsWhole && Created(traced, all) is { IsEmpty: false } created)
        {
            return new Dispatched(created, null);
        }

        if (all.Length > 1 && Injected(traced, all, cancellation) is { IsEmpty: false } injected)
        {
            return Told(injected, member, null);
        }

        var on = TypeParameters.Open(instance, frame) ?? Unknowns.Passed(traced.On);
        if (type is null && OfDeclared(traced, all) is { IsEmpty: false } narrowed)
        {
            // A class that nothing derives from is known by its name, whoever passes the object.
            return Told(narrowed, member, narrowed.Length == 1 ? null : on);
        }

        ImmutableArray<Implementation> possible = type is null or { TypeKind: TypeKind.Interface } ? all
            : [.. RunBy(type, all) is { } run ? [run] : ImmutableArray<Implementation>.Empty, .. IsExactly(instance, frame) ? [] : all.Where(body => IsBelow(body.Type, type))];
        return Told(possible, member, instance.Bare().Type is ITypeParameterSymbol && type is not null && possible.Length == 1 ? null : on);
    }

    /// <summary>The bodies that objects run which the container makes; empty where registrations don't say of which classes.</summary>
    private ImmutableArray<Implementation> Injected(TracedObject traced, ImmutableArray<Implementation> all, CancellationToken cancellation)
    {
        if (!traced.IsInjected)
        {
            return [];
        }

        var found = Created(traced, all).ToBuilder();
        foreach (var declared in traced.Declared)
        {
            var classes = declared is null ? [] : ClassesFor(declared, cancellation);
            var run = classes.Select(type => RunBy(type, all)).OfType<Implementation>().ToList();
            if (run.Count == 0 || run.Count < classes.Length)
            {
                return [];
            }

            found.AddRange(run);
        }

        return [.. found.GroupBy(body => body.Type, SymbolEqualityComparer.Default).Select(same => same.First())];
    }

    private static Dispatched Told(ImmutableArray<Implementation> possible, ISymbol member, ISymbol? on) => possible.Length > Limits.Implementations
        ? new Dispatched([], on, $"'{member.Name()}', which has {possible.Length} implementations, more than the {Limits.Implementations} that are told apart")
        : new Dispatched(possible, on);

    /// <summary>The bodies that objects run which are passed on as a class of the code's own: <c>api.Send(order)</c> of a <c>GetOrder order</c>. Empty if one is declared as less.</summary>
    private static ImmutableArray<Implementation> OfDeclared(TracedObject traced, ImmutableArray<Implementation> all)
    {
        if (traced.Declared.IsEmpty || traced.Declared.Any(declared => declared is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }))
        {
            return [];
        }

        var found = Created(traced, all).ToBuilder();
        foreach (var declared in traced.Declared.OfType<INamedTypeSymbol>())
        {
            if (!declared.IsAbstract && RunBy(declared, all) is { } run)
            {
                found.Add(run);
            }

            found.AddRange(all.Where(body => IsBelow(body.Type, declared)));
        }

        return [.. found.GroupBy(body => body.Type, SymbolEqualityComparer.Default).Select(same => same.First())];
    }

    /// <summary>
    /// The same with one entry for each class whose objects a body may run on, where those are known: what a base class's method sends differs from one class to the other.
    /// </summary>
    public Dispatched PerClass(Call call, Frame frame, CancellationToken cancellation)
    {
        var dispatched = Of(call, frame, cancellation);
        if (call.Instance?.Bare() is not { } instance || instance is IInstanceReferenceOperation || dispatched.Bodies.All(body => body.Type is not null)
            || Classes(new Place(instance, frame), cancellation) is not { Length: > 0 and <= Limits.Implementations } classes)
        {
            return dispatched;
        }

        var all = implementations.Of(call.Target, cancellation);
        return dispatched with { Bodies = [.. classes.Select(type => RunBy(type, all)).OfType<Implementation>()] };
    }

    /// <summary>The classes that an object may be of; empty where there is but the one it is declared as.</summary>
    private ImmutableArray<INamedTypeSymbol> Classes(Place instance, CancellationToken cancellation)
    {
        if (instance.Operation.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } declared
            || implementations.DerivedFrom(declared, cancellation) is not { IsEmpty: false } derived)
        {
            return [];
        }

        var traced = objects.Trace(instance, cancellation);
        var made = traced.IsWhole ? traced.Creations.Select(creation => creation.Operation.Type).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToImmutableArray() : [];
        return made.IsEmpty ? [.. derived.Insert(0, declared).Where(type => !type.IsAbstract)] : made;
    }

    private static bool IsExactly(IOperation instance, Frame frame) =>
        frame.IsExact && instance.Bare() is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static ImmutableArray<Implementation> Created(TracedObject traced, ImmutableArray<Implementation> all)
    {
        var found = ImmutableArray.CreateBuilder<Implementation>();
        foreach (var creation in traced.Creations)
        {
            if (creation.Operation.Type is INamedTypeSymbol type && RunBy(type, all) is { } run
                && !found.Any(other => Declarations.Same(other.Member, run.Member) && SymbolEqualityComparer.Default.Equals(other.Type, run.Type)))
            {
                found.Add(run);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The body that an object of a class runs: its own, else the one it inherits.</summary>
    private static Implementation? RunBy(INamedTypeSymbol type, ImmutableArray<Implementation> all)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            if (all.FirstOrDefault(body => Declarations.Same(body.Type, next)) is { } own)
            {
                return own with { Type = type };
            }
        }

        return all.FirstOrDefault(body => body.Type is null) is { } inherited ? inherited with { Type = type } : null;
    }

    /// <summary>A class with what it derives from and implements.</summary>
    private static IEnumerable<INamedTypeSymbol> Kin(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            yield return next;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

    private static bool IsBelow(INamedTypeSymbol? type, INamedTypeSymbol above)
    {
        for (var next = type?.BaseType; next is not null; next = next.BaseType)
        {
            if (Declarations.Same(next, above))
            {
                return true;
            }
        }

        return false;
    }
}
