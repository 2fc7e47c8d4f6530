using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Wrapping;

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

    /// <summary>The address, where it is set; null for what the catalog says binds.</summary>
    public SyntaxNode? Site { get; init; }
}

/// <summary>
/// Methods that bind a client to the address their caller gives: <c>AddApi&lt;TClient&gt;(services, address)</c>, <c>AddDataService&lt;TEntity&gt;(url)</c>. The call is
/// the wiring. What such a method does is found out from its body: it sets a base address, or keeps an address under a type.
/// </summary>
internal sealed class HandedWirings
{
    private static readonly ImmutableArray<string> _addressNames = ["url", "uri", "address", "endpoint", "host"];

    // How the types end that methods get which register services.
    private static readonly ImmutableArray<string> _registering = ["ServiceCollection", "HttpClientBuilder", "HostBuilder", "ApplicationBuilder", "ContainerBuilder"];

    private readonly ClientFamilies _families;
    private readonly CodeBase _code;
    private readonly Dispatch _dispatch;
    private readonly Calls _calls;
    private readonly CallSites _sites;
    private readonly EndpointResolver _endpoints;
    private readonly HandedBindings _bindings;
    private readonly UnboundRegistrations _unbound;
    private readonly CalleesFirst<Sink> _sinks;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Sink>> _candidates = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<SyntaxNode, Resolution?> _inside = new();

    // By name, all over the code: a method that isn't called like one of these needs no look.
    private readonly Lazy<HashSet<string>> _names;

    public HandedWirings(ClientFamilies families, CodeBase code, Dispatch dispatch, Calls calls, CallSites sites, EndpointResolver endpoints, HandedBindings bindings, UnboundRegistrations unbound)
    {
        (_families, _code, _dispatch, _calls, _sites, _endpoints, _bindings, _unbound) = (families, code, dispatch, calls, sites, endpoints, bindings, unbound);
        _names = new(() => HandingNames.Of(code, method => method.Binds || method.Calls.Any(bindings.MayBe), hasOtherEnds: bindings.HasAny));
        _sinks = new CalleesFirst<Sink>(Callees, (method, cancellation) => Candidates(method, cancellation).Any(sink => sink.Onward is null));
    }

    /// <summary>What a call binds through the method it calls; null if nothing, or if what it binds is said further out.</summary>
    public HandedWiring? Of(IOperation operation, CancellationToken cancellation)
    {
        if ((operation is IInvocationOperation invocation && !_names.Value.Contains(invocation.TargetMethod.Name))
            || Call.Of(operation, _code, cancellation) is not { } call || !MayBe(call))
        {
            return null;
        }

        var bound = _sites.Rounds(operation, Frame.Root, cancellation).SelectMany(frame => Bound(call, frame, [], new CircleGuesses<Sink>(), cancellation)).ToList();
        return bound.Count == 0 || bound.Exists(wiring => wiring.Resolution.On.Any(symbol => symbol.ContainingSymbol is IMethodSymbol method && _sites.IsCalled(method, cancellation)))
            ? null
            : InAllRounds(bound.FindAll(wiring => !wiring.Resolution.Candidates.IsEmpty && !(wiring.Site is { } site && Inside(site, cancellation) is not null)));
    }

    /// <summary>
    /// What all callers say of an address that is a member of the settings they hand to a method which registers clients (<c>services.AddOrders(settings.Orders)</c>), where they say the same: then it
    /// is told where it is set, since that line says which client it is. Null where it is theirs to tell.
    /// </summary>
    /// <param name="address">The address, where it is set.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public Resolution? Inside(SyntaxNode address, CancellationToken cancellation) =>
        _inside.TryGetValue(address, out var known) ? known : _inside.GetOrAdd(address, FindInside(address, cancellation));

    private Resolution? FindInside(SyntaxNode address, CancellationToken cancellation)
    {
        if (_code.OperationAt(address, cancellation) is not { } value
            || _endpoints.OfWiring(new Wiring { Location = address.GetLocation(), Member = "", Values = [value] }, new Evaluation(cancellation)) is not { OnObjects: [{ ContainingSymbol: IMethodSymbol setting }] } own
            || !IsForOneClient(setting) || !IsSetOnce(address)
            || own.On.Any(symbol => !own.OnObjects.Contains(symbol, Declarations.Comparer)))
        {
            return null;
        }

        Resolution? said = null;
        var seen = new HashSet<ISymbol>(Declarations.Comparer) { setting };
        var pending = new Stack<IMethodSymbol>([setting]);
        var asked = 0;
        while (pending.Count > 0)
        {
            foreach (var call in _sites.Each(pending.Pop(), cancellation))
            {
                foreach (var bound in _sites.Rounds(call.Operation, Frame.Root, cancellation).SelectMany(frame => Bound(call, frame, [], new CircleGuesses<Sink>(), cancellation)).Where(bound => bound.Site == address))
                {
                    var further = bound.Resolution.On.Select(symbol => symbol.ContainingSymbol).OfType<IMethodSymbol>().Where(method => _sites.IsCalled(method, cancellation)).ToList();
                    further.Where(seen.Add).ToList().ForEach(pending.Push);
                    if (++asked > Limits.Callers || (further.Count == 0 && (bound.Resolution.Candidates.IsEmpty || (said is not null && !IsSame(said, bound.Resolution)))))
                    {
                        return null;
                    }

                    said = further.Count == 0 ? bound.Resolution : said;
                }
            }
        }

        return said;
    }

    /// <summary>True for a method that registers services, and isn't told by its callers for which client, or by which name.</summary>
    private static bool IsForOneClient(IMethodSymbol method) => !method.IsGenericMethod && !method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_String)
        && method.Parameters.Any(parameter => _registering.Any(name => parameter.Type.Name.EndsWith(name, StringComparison.Ordinal)));

    /// <summary>True if the function around an address sets no other.</summary>
    private static bool IsSetOnce(SyntaxNode address) => address.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } function
        || function.DescendantNodes().OfType<AssignmentExpressionSyntax>().Count(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" }) < 2;

    private static bool IsSame(Resolution one, Resolution other) =>
        one.Candidates.Select(candidate => candidate.Display).SequenceEqual(other.Candidates.Select(candidate => candidate.Display), StringComparer.Ordinal);

    /// <summary>The first of several, with the addresses that the same method sets in other rounds of a loop around the call.</summary>
    private static HandedWiring? InAllRounds(List<HandedWiring> bound) => bound is not [var first, ..] ? null : first with
    {
        Resolution = first.Resolution with
        {
            Candidates = [.. bound.Where(wiring => wiring.Via.SequenceEqual(first.Via)).SelectMany(wiring => wiring.Resolution.Candidates).GroupBy(candidate => candidate.Display).Select(same => same.First())],
        },
    };

    private IEnumerable<HandedWiring> Bound(Call call, Frame frame, ImmutableArray<IMethodSymbol> through, CircleGuesses<Sink> guesses, CancellationToken cancellation)
    {
        if (through.Length >= Limits.CallDepth || ++guesses.Entered > Limits.Ways)
        {
            yield break;
        }

        foreach (var body in _dispatch.Of(call, frame, cancellation).Bodies)
        {
            if (body.Member is not IMethodSymbol method || through.Contains(method, Declarations.Comparer))
            {
                continue;
            }

            var way = through.Add(method);
            var inside = _calls.Enter(call, body, frame);
            foreach (var sink in Sinks(method, guesses, cancellation))
            {
                if (sink.Binding is { } binding)
                {
                    if (_bindings.Resolve(binding, inside, cancellation) is { } bound)
                    {
                        yield return new HandedWiring(binding.Library, binding.Client, binding.Member.Id, bound, [.. way.Select(RecordMaker.DocumentationId)])
                        {
                            IsOfObject = _bindings.Resolve(binding, Frame.Root, cancellation) is { OnObjects.IsEmpty: false },
                        };
                    }
                }
                else if (sink.Onward is { } onward)
                {
                    foreach (var next in Bound(onward, inside, way, guesses, cancellation))
                    {
                        yield return next;
                    }
                }
                else
                {
                    var resolution = _endpoints.OfWiring(
                        new Wiring { Location = call.Operation.Syntax.GetLocation(), Member = sink.Member, Values = [sink.Value!], Frame = inside }, new Evaluation(cancellation));
                    if (sink.NeedsHost && resolution.On.IsEmpty && !resolution.Candidates.All(candidate => candidate.Endpoint.Host is not null))
                    {
                        continue;
                    }

                    yield return new HandedWiring(sink.Family!, sink.Client is { } made ? TypedClient.NameOf(inside.Resolve(made)) : sink.Family!.ClientName, sink.Member, resolution, [.. way.Select(RecordMaker.DocumentationId)]) { Site = sink.IsKept ? null : sink.Value!.Syntax };
                }
            }
        }
    }

    /// <summary>What a method does with an address that a parameter of it brings.</summary>
    private ImmutableArray<Sink> Sinks(IMethodSymbol method, CircleGuesses<Sink> guesses, CancellationToken cancellation) =>
        _sinks.Of(method, guesses, one => [.. Candidates(one, cancellation).Where(sink => Depends(sink, one, guesses, cancellation))], cancellation);

    private IEnumerable<IMethodSymbol> Callees(IMethodSymbol method, CancellationToken cancellation) =>
        from sink in Candidates(method, cancellation)
        let onward = sink.Onward
        where onward is not null
        from body in _dispatch.All(onward.Target, cancellation)
        where body.Member is IMethodSymbol
        select (IMethodSymbol)body.Member;

    /// <summary>What a method may do with an address, whoever brings it.</summary>
    private ImmutableArray<Sink> Candidates(IMethodSymbol method, CancellationToken cancellation) =>
        _candidates.TryGetValue(method, out var known) ? known : _candidates.GetOrAdd(method, [.. FindCandidates(method, cancellation)]);

    private IEnumerable<Sink> FindCandidates(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var node in method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()))
        {
            switch (node)
            {
                case AssignmentExpressionSyntax when Assigned(_code.OperationAt(node, cancellation)) is { } assigned:
                    yield return assigned;
                    break;
                case AssignmentExpressionSyntax when _bindings.Of(node, cancellation) is { } setting:
                    yield return new Sink(setting.Library, setting.Member.Id, null, null) { Binding = setting };
                    break;
                case InvocationExpressionSyntax registering when (_code.MayLackPackages || IsNamedLikeRegistration(registering)) && Registered(_code.OperationAt(node, cancellation), cancellation) is { } registered:
                    yield return registered;
                    break;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax when _bindings.Of(node, cancellation) is { } binding:
                    yield return new Sink(binding.Library, binding.Member.Id, null, null) { Binding = binding };
                    break;
                case InvocationExpressionSyntax invocation when SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is { } name && (_names.Value.Contains(name) || name is "Add" or "TryAdd" || AttributedCreation.Names.Contains(name)):
                    var operation = _code.OperationAt(node, cancellation);
                    if ((Kept(operation) ?? Made(operation, cancellation)) is { } kept)
                    {
                        yield return kept;
                    }
                    else if (Call.Of(operation, _code, cancellation) is { } call && MayBe(call))
                    {
                        yield return new Sink(null, "", null, call);
                    }

                    break;
            }
        }
    }

    /// <summary>False for what a method decides by itself: that is told in itself, not at its callers.</summary>
    private bool Depends(Sink sink, IMethodSymbol method, CircleGuesses<Sink> guesses, CancellationToken cancellation)
    {
        var bound = sink switch
        {
            { Binding: { } binding } => _bindings.Resolve(binding, Frame.Root, cancellation) is { } resolution ? [resolution] : [],
            { Onward: { } onward } => Bound(onward, Frame.Root, [method], guesses, cancellation).Select(one => one.Resolution),
            _ => [_endpoints.OfWiring(new Wiring { Location = sink.Value!.Syntax.GetLocation(), Member = sink.Member, Values = [sink.Value] }, new Evaluation(cancellation))],
        };
        return bound.Any(resolution => resolution.On.Any(symbol => Declarations.Same(symbol.ContainingSymbol, method)));
    }

    private Sink? Assigned(IOperation? operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property } } assignment when _families.Wiring(property) is { } family and not LibraryFamily:
                return new Sink(family, RecordMaker.DocumentationId(Registering(assignment)?.TargetMethod ?? (ISymbol)property), assignment.Value, null);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary } } assignment when TypeKeyedValues.Is(dictionary.Type):
                return OfKept(assignment.Value);
            default:
                return null;
        }
    }

    private Sink? Kept(IOperation? operation) => operation is IInvocationOperation { Instance: { } dictionary, Arguments: [_, var value] } && TypeKeyedValues.Is(dictionary.Type) ? OfKept(value.Value) : null;

    private static bool IsNamedLikeRegistration(InvocationExpressionSyntax call) => SyntaxNames.OfCalled(call)?.Identifier.ValueText is { } name && RegistrationScan.RefitNames.Contains(name);

    /// <summary>The address that a registration is given, or that one sets which doesn't bind: to the compiler, the client in its delegate has no type.</summary>
    private Sink? Registered(IOperation? operation, CancellationToken cancellation) =>
        operation is IInvocationOperation call
            ? ClientRegistration.AddressArgument(call) is { } given && _families.Registration(call) is { } library ? new Sink(library, RecordMaker.DocumentationId(call.TargetMethod), given, null) : null
        : operation is IInvalidOperation invalid && Wiring.Of(invalid, _unbound, cancellation) is { Values: [var value, ..], ClientName: null } wiring && _families.Named(HttpClientFamily.HttpClientName) is { } family
            && !invalid.Syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => Assigned(_code.OperationAt(assignment, cancellation)) is not null)
            ? new Sink(family, wiring.Member, value, null)
            : null;

    /// <summary>A client that Refit makes of an address.</summary>
    private Sink? Made(IOperation? operation, CancellationToken cancellation) =>
        operation is not null && AttributedCreation.Of(operation, _code, cancellation) is { IsOfClient: false } made && _families.Named(made.Library.ServiceName) is { } family
            ? new Sink(family, made.Member, made.Given, null) { Client = made.Api }
            : null;

    /// <summary>A text that is kept by type is an address only where it is called one, or has a host.</summary>
    private Sink? OfKept(IOperation value)
    {
        var variable = value.Bare().Variable();
        return (variable is not null || UriText.IsUri(value.Bare().Type)) && _families.Named(HttpClientFamily.HttpClientName) is { } family
            ? new Sink(family, "P:" + HttpClientFamily.HttpClientName + ".BaseAddress", value, null)
            {
                IsKept = true,
                NeedsHost = variable is not null && !_addressNames.Any(name => variable.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0),
            }
            : null;
    }

    private IInvocationOperation? Registering(IOperation assignment)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && _families.Registration(call) is not null)
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
        /// <summary>True if the address is kept, and not set on a client.</summary>
        public bool IsKept { get; init; }

        /// <summary>True if only its host would tell that the value is an address.</summary>
        public bool NeedsHost { get; init; }

        /// <summary>The client's type; null if it is the one that the library always binds.</summary>
        public ITypeSymbol? Client { get; init; }

        /// <summary>The call, creation or setting that binds, by the catalog's word; null if something else does.</summary>
        public HandedBinding? Binding { get; init; }
    }
}
