using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>Which calls in a method go where its own callers decide. Found once for each method, after those that it calls.</summary>
internal sealed class HandedCalls
{
    private readonly OutboundOperations _outbound;
    private readonly CodeBase _code;
    private readonly Dispatch _dispatch;
    private readonly WrapperNames _names;
    private readonly GeneratedClients _generated;
    private readonly CalleesFirst<IOperation> _handed;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _candidates = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, bool> _circles = new(Declarations.Comparer);

    public HandedCalls(OutboundOperations outbound, CodeBase code, Dispatch dispatch, WrapperNames names, GeneratedClients generated)
    {
        (_outbound, _code, _dispatch, _names, _generated) = (outbound, code, dispatch, names, generated);
        _handed = new CalleesFirst<IOperation>(Callees, IsEnd);
    }

    /// <summary>True if a call in a method goes where the method's callers decide; set once what knows that exists.</summary>
    public Func<IOperation, IMethodSymbol, WrapperSearch, bool> Depends { get; set; } = (_, _, _) => false;

    /// <summary>The calls in a method whose destination its own callers decide.</summary>
    public ImmutableArray<IOperation> Of(IMethodSymbol method, WrapperSearch search)
    {
        // What a method is hangs on none of its callers.
        var leavesOut = search.LeavesOut;
        search.LeavesOut = false;
        var found = _handed.Of(method, search.Guesses, one => Find(one, search), search.Cancellation);
        search.LeavesOut = leavesOut;
        return found;
    }

    /// <summary>True if the calls that a method hands on come back to it: then it is run with other arguments than its first caller's.</summary>
    public bool IsInCircle(IMethodSymbol method, CancellationToken cancellation)
    {
        if (_circles.TryGetValue(method, out var known))
        {
            return known;
        }

        var seen = new HashSet<ISymbol>(Declarations.Comparer);
        var pending = new Stack<IMethodSymbol>([method]);
        while (pending.Count > 0)
        {
            foreach (var callee in Run(_handed.Found(pending.Pop()), cancellation).Where(seen.Add))
            {
                pending.Push(callee);
            }
        }

        return _circles.GetOrAdd(method, seen.Contains(method));
    }

    /// <summary>True if a call may be one of a method of the code's own that sends, by its name.</summary>
    public bool MayBe(Call call) => !call.Target.DeclaringSyntaxReferences.IsEmpty && _names.Contains(call.Target.Name);

    /// <summary>The calls in a method that may send, by their names.</summary>
    public ImmutableArray<IOperation> Candidates(IMethodSymbol method, CancellationToken cancellation) =>
        _candidates.TryGetValue(method, out var known) ? known : _candidates.GetOrAdd(method, [.. FindCandidates(method, cancellation)]);

    /// <summary>The methods of the code's own that a method may call, and that may send by their names.</summary>
    public IEnumerable<IMethodSymbol> Callees(IMethodSymbol method, CancellationToken cancellation) => Run(Candidates(method, cancellation), cancellation);

    private IEnumerable<IMethodSymbol> Run(ImmutableArray<IOperation> operations, CancellationToken cancellation) =>
        from operation in operations
        let call = Call.Of(operation, _code, cancellation)
        where call is not null && MayBe(call)
        from body in _dispatch.All(call.Target, cancellation)
        where body.Member is IMethodSymbol
        select (IMethodSymbol)body.Member;

    private IEnumerable<IOperation> FindCandidates(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var node in method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            var name = SyntaxNames.OfCalled(node)?.Identifier.ValueText;
            var isNamed = name is not null && (_outbound.Calls(name) || _names.Contains(name));
            if ((isNamed || _names.HasFunctions) && _code.OperationAt(node, cancellation) is { } call && (isNamed || IsOfFunction(call)))
            {
                yield return call;
            }
        }
    }

    private ImmutableArray<IOperation> Find(IMethodSymbol method, WrapperSearch search)
    {
        var outer = search.ComesBackTo;
        search.ComesBackTo = new HashSet<ISymbol>(Declarations.Comparer);
        var found = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var call in Candidates(method, search.Cancellation))
        {
            search.Guesses.Entered = 0;
            if (Depends(call, method, search) || IsGenerateds(call, method, search.Cancellation))
            {
                found.Add(call);
            }
        }

        if (search.ComesBackTo.Contains(method))
        {
            // Through functions that are handed on: what a method calls by name is known without.
            _circles.TryAdd(method, true);
        }

        search.ComesBackTo = outer;
        return found.ToImmutable();
    }

    private bool IsEnd(IMethodSymbol method, CancellationToken cancellation) => Candidates(method, cancellation).Any(call => IsOfFunction(call) || _outbound.Match(call, cancellation) is not null);

    private static bool IsOfFunction(IOperation call) => call is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke };

    /// <summary>True for what a generated client calls, or hands on to another of its methods: that is told where it is used, whatever it depends on.</summary>
    private bool IsGenerateds(IOperation operation, IMethodSymbol method, CancellationToken cancellation) => _generated.Contains(method) && !GeneratedClients.IsMapped(operation)
        && (_outbound.Match(operation, cancellation) is not null
            || (Call.Of(operation, _code, cancellation) is { } call && MayBe(call) && _generated.Contains(call.Target)));
}
