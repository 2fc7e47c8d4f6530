using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>A base address that a method sets as its caller says, with the methods between.</summary>
/// <param name="Family">The library whose client is bound.</param>
/// <param name="Client">Full name of the client's type.</param>
/// <param name="Member">Documentation ID of the member that binds.</param>
/// <param name="Resolution">The address.</param>
/// <param name="Via">The methods between.</param>
internal sealed record HandedWiring(ClientFamily Family, string Client, string Member, Resolution Resolution, ImmutableArray<string> Via)
{
    /// <summary>True if the address is a member of an object that is handed over.</summary>
    public bool IsOfObject { get; init; }
}

/// <summary>
/// Methods that bind a client to the address their caller gives: <c>AddApi&lt;TClient&gt;(services, address)</c>, <c>AddDataService&lt;TEntity&gt;(url)</c>. The call is
/// the wiring. What such a method does is found out from its body: it sets a base address, or keeps an address under a type.
/// </summary>
internal sealed class HandedWirings(ClientFamilies families, CodeBase code, Dispatch dispatch, Calls calls, CallSites sites, EndpointResolver endpoints, HandedBindings bindings)
{
    private static readonly ImmutableArray<string> _addressNames = ["url", "uri", "address", "endpoint", "host"];

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Sink>> _sinks = new(Declarations.Comparer);

    // By name, all over the code: a method that isn't called like one of these needs no look.
    private readonly Lazy<HashSet<string>> _names = new(() => HandingNames.Of(code, method => method.Binds || method.Calls.Any(bindings.MayBe), hasOtherEnds: bindings.HasAny));

    /// <summary>What a call binds through the method it calls; null if nothing, or if what it binds is said further out.</summary>
    public HandedWiring? Of(IOperation operation, Evaluation evaluation)
    {
        if ((operation is IInvocationOperation invocation && !_names.Value.Contains(invocation.TargetMethod.Name))
            || Call.Of(operation, code, evaluation.Cancellation) is not { } call || !MayBe(call))
        {
            return null;
        }

        var bound = sites.Rounds(operation, Frame.Root, evaluation.Cancellation).SelectMany(frame => Bound(call, frame, [], evaluation)).ToList();
        return bound.Count == 0 || bound.Exists(wiring => wiring.Resolution.On.Any(symbol => symbol.ContainingSymbol is IMethodSymbol method && sites.IsCalled(method, evaluation.Cancellation)))
            ? null
            : InAllRounds(bound.FindAll(wiring => !wiring.Resolution.Candidates.IsEmpty));
    }

    /// <summary>The first of several, with the addresses that the same method sets in other rounds of a loop around the call.</summary>
    private static HandedWiring? InAllRounds(List<HandedWiring> bound) => bound is not [var first, ..] ? null : first with
    {
        Resolution = first.Resolution with
        {
            Candidates = [.. bound.Where(wiring => wiring.Via.SequenceEqual(first.Via)).SelectMany(wiring => wiring.Resolution.Candidates).GroupBy(candidate => candidate.Display).Select(same => same.First())],
        },
    };

    private IEnumerable<HandedWiring> Bound(Call call, Frame frame, ImmutableArray<IMethodSymbol> through, Evaluation evaluation)
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

            var way = through.Add(method);
            var inside = calls.Enter(call, body, frame);
            foreach (var sink in Sinks(method, through, evaluation))
            {
                if (sink.Binding is { } binding)
                {
                    if (bindings.Resolve(binding, inside, evaluation.Cancellation) is { } bound)
                    {
                        yield return new HandedWiring(binding.Library, binding.Client, binding.Member.Id, bound, [.. way.Select(RecordMaker.DocumentationId)])
                        {
                            IsOfObject = bindings.Resolve(binding, Frame.Root, evaluation.Cancellation) is { OnObjects.IsEmpty: false },
                        };
                    }
                }
                else if (sink.Onward is { } onward)
                {
                    foreach (var next in Bound(onward, inside, way, evaluation))
                    {
                        yield return next;
                    }
                }
                else
                {
                    var resolution = endpoints.OfWiring(
                        new Wiring { Location = call.Operation.Syntax.GetLocation(), Member = sink.Member, Values = [sink.Value!], Frame = inside }, new Evaluation(evaluation.Cancellation));
                    if (sink.NeedsHost && resolution.On.IsEmpty && !resolution.Candidates.All(candidate => candidate.Endpoint.Host is not null))
                    {
                        continue;
                    }

                    yield return new HandedWiring(sink.Family!, sink.Client is { } made ? TypedClient.NameOf(inside.Resolve(made)) : sink.Family!.ClientName, sink.Member, resolution, [.. way.Select(RecordMaker.DocumentationId)]);
                }
            }
        }
    }

    /// <summary>What a method does with an address that a parameter of it brings.</summary>
    private ImmutableArray<Sink> Sinks(IMethodSymbol method, ImmutableArray<IMethodSymbol> through, Evaluation evaluation)
    {
        if (_sinks.TryGetValue(method, out var known))
        {
            return known;
        }

        var way = through.Add(method);
        var found = ImmutableArray.CreateBuilder<Sink>();
        foreach (var node in method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(evaluation.Cancellation).DescendantNodes()))
        {
            switch (node)
            {
                case AssignmentExpressionSyntax when Assigned(code.OperationAt(node, evaluation.Cancellation)) is { } sink && Depends(sink, method, evaluation):
                    found.Add(sink);
                    break;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax when bindings.Of(node, evaluation.Cancellation) is { } binding:
                    if (bindings.Resolve(binding, Frame.Root, evaluation.Cancellation)?.On.Any(symbol => Declarations.Same(symbol.ContainingSymbol, method)) == true)
                    {
                        found.Add(new Sink(binding.Library, binding.Member.Id, null, null) { Binding = binding });
                    }

                    break;
                case InvocationExpressionSyntax invocation when SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is { } name && (_names.Value.Contains(name) || name is "Add" or "TryAdd" || AttributedCreation.Names.Contains(name)):
                    var operation = code.OperationAt(node, evaluation.Cancellation);
                    if ((Kept(operation) ?? Made(operation, evaluation)) is { } kept)
                    {
                        if (Depends(kept, method, evaluation))
                        {
                            found.Add(kept);
                        }
                    }
                    else if (Call.Of(operation, code, evaluation.Cancellation) is { } call && MayBe(call)
                        && Bound(call, Frame.Root, way, evaluation).Any(bound => bound.Resolution.On.Any(symbol => Declarations.Same(symbol.ContainingSymbol, method))))
                    {
                        // A method that decides by itself where it binds is told in itself, not at its callers.
                        found.Add(new Sink(null, "", null, call));
                    }

                    break;
            }
        }

        // What was found within a circle of methods that call each other may lack something: only the start of the circle is kept.
        return through.IsEmpty ? _sinks.GetOrAdd(method, found.ToImmutable()) : found.ToImmutable();
    }

    private Sink? Assigned(IOperation? operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property } } assignment when families.Wiring(property) is { } family:
                return new Sink(family, RecordMaker.DocumentationId(Registering(assignment)?.TargetMethod ?? (ISymbol)property), assignment.Value, null);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary } } assignment when TypeKeyedValues.Is(dictionary.Type):
                return OfKept(assignment.Value);
            default:
                return null;
        }
    }

    private Sink? Kept(IOperation? operation) => operation is IInvocationOperation { Instance: { } dictionary, Arguments: [_, var value] } && TypeKeyedValues.Is(dictionary.Type) ? OfKept(value.Value) : null;

    /// <summary>A client that Refit makes of an address.</summary>
    private Sink? Made(IOperation? operation, Evaluation evaluation) =>
        operation is not null && AttributedCreation.Of(operation, code, evaluation.Cancellation) is { IsOfClient: false } made && families.Named(made.Library.ServiceName) is { } family
            ? new Sink(family, made.Member, made.Given, null) { Client = made.Api }
            : null;

    /// <summary>A text that is kept by type is an address only where it is called one, or has a host.</summary>
    private Sink? OfKept(IOperation value)
    {
        var variable = value.Bare().Variable();
        return (variable is not null || UriText.IsUri(value.Bare().Type)) && families.Named(HttpClientFamily.HttpClientName) is { } family
            ? new Sink(family, "P:" + HttpClientFamily.HttpClientName + ".BaseAddress", value, null)
            {
                NeedsHost = variable is not null && !_addressNames.Any(name => variable.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0),
            }
            : null;
    }

    private bool Depends(Sink sink, IMethodSymbol method, Evaluation evaluation) => endpoints
        .OfWiring(new Wiring { Location = sink.Value!.Syntax.GetLocation(), Member = sink.Member, Values = [sink.Value] }, new Evaluation(evaluation.Cancellation))
        .On.Any(symbol => Declarations.Same(symbol.ContainingSymbol, method));

    private IInvocationOperation? Registering(IOperation assignment)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && families.Registration(call) is not null)
            {
                return call;
            }
        }

        return null;
    }

    private bool MayBe(Call call) => !call.Target.DeclaringSyntaxReferences.IsEmpty && _names.Value.Contains(call.Target.Name);

    /// <summary>Where a method puts an address.</summary>
    /// <param name="Family">The library whose client it binds; null if another method does.</param>
    /// <param name="Member">Documentation ID of the member that binds.</param>
    /// <param name="Value">The address.</param>
    /// <param name="Onward">The call of the method that does.</param>
    private sealed record Sink(ClientFamily? Family, string Member, IOperation? Value, Call? Onward)
    {
        /// <summary>True if only its host would tell that the value is an address.</summary>
        public bool NeedsHost { get; init; }

        /// <summary>The client's type; null if it is the one that the library always binds.</summary>
        public ITypeSymbol? Client { get; init; }

        /// <summary>The call or creation that binds, by the catalog's word; null if something else does.</summary>
        public HandedBinding? Binding { get; init; }
    }
}
