using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Whether some caller of a base class's method says which of its classes runs it: <c>new OrdersClient(http).LoadAsync()</c>. One that calls it on whatever object it was handed knows no
/// more of where it goes than the method itself. Only where all callers are of the method's own project: what the callers of others say differs from one application to the next.
/// </summary>
internal sealed class ClassChoices(CallSites sites, Dispatch dispatch, Implementations implementations)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(Declarations.Comparer);

    public bool IsChosen(IMethodSymbol method, CancellationToken cancellation) =>
        _known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Find(method, cancellation));

    private bool Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!sites.References(method, cancellation).IsEmpty)
        {
            // Whoever names it may name it of one class.
            return true;
        }

        var classes = implementations.DerivedFrom(method.ContainingType, cancellation).Insert(0, method.ContainingType).Count(type => !type.IsAbstract);
        var seen = new HashSet<ISymbol>(Declarations.Comparer) { method };
        var pending = new Stack<IMethodSymbol>([method]);
        while (pending.Count > 0)
        {
            var called = pending.Pop();
            foreach (var call in sites.Of(called, cancellation))
            {
                if (!CallSites.IsInProjectOf(call, called))
                {
                    // A caller in another project isn't seen from everywhere: it is told, whatever it knows.
                    return true;
                }

                if (call.Instance?.Bare() is not null and not IInstanceReferenceOperation)
                {
                    if (Chooses(call, called, classes, cancellation))
                    {
                        return true;
                    }
                }
                else if (sites.Enclosing(call.Operation) is not { } caller || !Declarations.Same(caller.ContainingType, called.ContainingType))
                {
                    // What a derived class asks of itself goes where that class goes.
                    return true;
                }
                else if (seen.Add(caller))
                {
                    pending.Push(caller);
                }
            }
        }

        return false;
    }

    /// <summary>True if the call says which class it is, or what hands it the object may.</summary>
    private bool Chooses(Call call, IMethodSymbol method, int classes, CancellationToken cancellation) =>
        call.Instance?.Bare() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } }
        || (call.Instance?.Bare().Type is INamedTypeSymbol { TypeKind: TypeKind.Class } declared && !Declarations.Same(declared, method.ContainingType))
        || (dispatch.PerClass(call, Frame.Root, cancellation) is { TooMany: null, Bodies: { IsEmpty: false } bodies }
            && bodies.All(body => body.Type is { IsAbstract: false, TypeKind: not TypeKind.Interface }) && bodies.Select(body => body.Type).Distinct(SymbolEqualityComparer.Default).Count() < classes);
}
