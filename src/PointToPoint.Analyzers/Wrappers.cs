using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>An operation that leaves the process, reached from a call through methods of the code's own.</summary>
/// <param name="Family">The library it belongs to.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Member">Documentation ID of the library's member.</param>
/// <param name="Resolution">Where it goes, as the call says.</param>
/// <param name="Via">The methods between.</param>
internal sealed record WrappedCall(ClientFamily Family, ClientOperation Operation, string Member, Resolution Resolution, ImmutableArray<string> Via);

/// <summary>
/// Methods that send where their caller says: <c>Task&lt;T&gt; GetAsync&lt;T&gt;(string path)</c>. The connection is their caller's, so the call of the wrapper is
/// told, not the one inside. What a wrapper is, is found out from its body: the address, the client or the message depends on its parameters or type arguments.
/// </summary>
internal sealed class Wrappers(OutboundOperations outbound, CodeBase code, Dispatch dispatch, Calls calls, CallSites sites, EndpointResolver endpoints)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _handed = new(Declarations.Comparer);

    private readonly GeneratedClients _generated = new();

    // By name, all over the code: a method that isn't called like one of these needs no look.
    private readonly Lazy<HashSet<string>> _names = new(() => HandingNames.Of(code, method => method.Calls.Any(outbound.Calls), outbound.HasNamedCalls));

    /// <summary>What a call reaches through the method it calls, where that is a wrapper; empty if it is none.</summary>
    public ImmutableArray<WrappedCall> Reached(IOperation operation, Evaluation evaluation) =>
        IsNamedLikeOne(operation) && Call.Of(operation, code, evaluation.Cancellation) is { } call && MayBe(call) ? [.. Reached(call, Frame.Root, [], evaluation)] : [];

    /// <summary>The first question about nearly every call of the code: one look-up, before anything is made of it.</summary>
    private bool IsNamedLikeOne(IOperation operation) => operation is not IInvocationOperation invocation || _names.Value.Contains(invocation.TargetMethod.Name);

    /// <summary>True if the callers of a method that an operation depends on say more: it is told there.</summary>
    public bool IsTheCallers(Resolution resolution, CancellationToken cancellation) =>
        resolution.On.Any(symbol => Owners(symbol).Any(owner => sites.IsCalled(owner, cancellation)));

    /// <summary>True if the callers of the method around a call are told instead of it.</summary>
    public bool IsTheCallers(OutboundOperation leaving, Resolution resolution, string name, CancellationToken cancellation) =>
        (leaving.Family is not LibraryFamily || outbound.Calls(name)) && IsTheCallers(resolution, cancellation);

    /// <summary>True if what a call of the method runs can be looked into.</summary>
    public bool HasBody(IMethodSymbol method, CancellationToken cancellation) =>
        dispatch.All(method, cancellation).Any(body => !body.Member.IsAbstract && !RefitFamily.IsGenerated(body.Member) && body.Member.DeclaringSyntaxReferences.Any(reference => code.ModelOf(reference.SyntaxTree) is not null));

    private IEnumerable<WrappedCall> Reached(Call call, Frame frame, ImmutableArray<IMethodSymbol> through, Evaluation evaluation)
    {
        if (through.Length >= Limits.CallDepth)
        {
            yield break;
        }

        foreach (var body in dispatch.Of(call, frame, evaluation.Cancellation).Bodies)
        {
            if (body.Member is not IMethodSymbol method || through.Contains(method, Declarations.Comparer))
            {
                continue;
            }

            var handed = Handed(method, through, evaluation);
            if (handed.IsEmpty)
            {
                continue;
            }

            var inside = calls.Enter(call, body, frame);
            var way = through.Add(method);
            foreach (var inner in handed)
            {
                if (outbound.Match(inner, evaluation.Cancellation) is { } leaving)
                {
                    var resolution = endpoints.OfCall(leaving, inside, new Evaluation(evaluation.Cancellation));
                    if (leaving.IsNone(resolution))
                    {
                        continue;
                    }

                    yield return new WrappedCall(leaving.Family, leaving.Operation, leaving.Member, leaving.Mark(resolution), [.. way.Select(RecordMaker.DocumentationId)]);
                }
                else if (Call.Of(inner, code, evaluation.Cancellation) is { } onward)
                {
                    foreach (var next in Reached(onward, inside, way, evaluation))
                    {
                        yield return next;
                    }
                }
            }
        }
    }

    /// <summary>The calls in a method whose destination its own callers decide.</summary>
    private ImmutableArray<IOperation> Handed(IMethodSymbol method, ImmutableArray<IMethodSymbol> through, Evaluation evaluation)
    {
        if (_handed.TryGetValue(method, out var known))
        {
            return known;
        }

        var found = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(evaluation.Cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (SyntaxNames.OfCalled(node)?.Identifier.ValueText is { } name && (outbound.Calls(name) || _names.Value.Contains(name))
                    && code.OperationAt(node, evaluation.Cancellation) is { } call
                    && (Depends(call, method, through.Add(method), evaluation) || IsGenerateds(call, method, evaluation)))
                {
                    found.Add(call);
                }
            }
        }

        // What was found within a circle of methods that call each other may lack something: only the start of the circle is kept.
        return through.IsEmpty ? _handed.GetOrAdd(method, found.ToImmutable()) : found.ToImmutable();
    }

    /// <summary>True for what a generated client calls, or hands on to another of its methods: that is told where it is used, whatever it depends on.</summary>
    private bool IsGenerateds(IOperation operation, IMethodSymbol method, Evaluation evaluation) => _generated.Contains(method) && !GeneratedClients.IsMapped(operation)
        && (outbound.Match(operation, evaluation.Cancellation) is not null
            || (Call.Of(operation, code, evaluation.Cancellation) is { } call && MayBe(call) && _generated.Contains(call.Target)));

    private bool Depends(IOperation operation, IMethodSymbol method, ImmutableArray<IMethodSymbol> through, Evaluation evaluation)
    {
        if (outbound.Match(operation, evaluation.Cancellation) is { } leaving)
        {
            return Belongs(endpoints.OfCall(leaving, Frame.Root, new Evaluation(evaluation.Cancellation)), method);
        }

        return Call.Of(operation, code, evaluation.Cancellation) is { } call
            && MayBe(call)
            && through.Length < Limits.CallDepth
            && Reached(call, Frame.Root, through, evaluation).Any(reached => Belongs(reached.Resolution, method));
    }

    private static bool Belongs(Resolution resolution, IMethodSymbol method) => resolution.On.Any(symbol =>
        Declarations.Same(symbol.ContainingSymbol, method)
        || (symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } && Declarations.Same(symbol.ContainingSymbol, method.ContainingType)));

    /// <summary>The methods whose callers give a value to a parameter; of a class's type parameter, those of the class.</summary>
    private static IEnumerable<IMethodSymbol> Owners(ISymbol symbol) => symbol.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } method => [method],
        INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary),
        _ => [],
    };

    private bool MayBe(Call call) => !call.Target.DeclaringSyntaxReferences.IsEmpty && _names.Value.Contains(call.Target.Name);
}
