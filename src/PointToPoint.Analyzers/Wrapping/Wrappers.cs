using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>An operation that leaves the process, reached from a call through methods of the code's own.</summary>
/// <param name="Family">The library it belongs to.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Member">Documentation ID of the library's member.</param>
/// <param name="Resolution">Where it goes, as the call says.</param>
/// <param name="Through">The methods and lambdas between; of a delegate its Invoke, and what that runs.</param>
internal sealed record WrappedCall(ClientFamily Family, ClientOperation Operation, string Member, Resolution Resolution, ImmutableArray<IMethodSymbol> Through)
{
    /// <summary>Documentation IDs of the methods between; lambdas have none.</summary>
    public ImmutableArray<string> Via => [.. Through.Where(method => method.MethodKind != MethodKind.AnonymousFunction).Select(RecordMaker.DocumentationId)];

    /// <summary>The operation itself, where it stands in a method that people wrote; null if there is none yet.</summary>
    public IOperation? Site { get; init; }

    /// <summary>What is known of that operation.</summary>
    public OutboundOperation? Leaving { get; init; }

    /// <summary>True if the methods between are too many to be followed to the end.</summary>
    public bool IsTooDeep { get; init; }

    /// <summary>True if it ends at a function that is called, and only callers say which one: nothing is reached yet.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True if what is called may be an object of the code's own.</summary>
    public bool HasBody { get; init; }
}

/// <summary>
/// Methods that send where their caller says: <c>Task&lt;T&gt; GetAsync&lt;T&gt;(string path)</c>. The connection is their caller's, so the call of the wrapper is
/// told, not the one inside. What a wrapper is, is found out from its body: the address, the client or the message depends on its parameters or type arguments, or it
/// calls a function that it is given. Lambdas and local functions are wrappers like others.
/// </summary>
internal sealed class Wrappers(
    OutboundOperations outbound,
    CodeBase code,
    Dispatch dispatch,
    Delegates delegates,
    Calls calls,
    CallSites sites,
    EndpointResolver endpoints,
    PathParameters paths,
    CallerSearch callers,
    FunctionUses functions,
    Chains chains,
    WrapperNames names,
    GeneratedClients generated,
    HandedCalls handed,
    Instances instances,
    ClassChoices choices,
    Reachability reachability)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _changed = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, OutboundOperation?> _ends = new(Declarations.Comparer);
    private readonly GrowingParameters _growing = new(endpoints);

    /// <summary>What a call reaches through the method or the delegate it calls, where that is a wrapper; empty if it is none.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="frame">The frame it stands in.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public ImmutableArray<WrappedCall> Reached(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        if (!IsNamedLikeOne(operation))
        {
            return [];
        }

        var search = new WrapperSearch(cancellation) { LeavesOut = true };
        var reached = Reached(operation, frame, search);
        if (search is { HasLeftOut: true, IsCut: true })
        {
            // A method that calls itself is run with other arguments than the first caller's.
            reached = Reached(operation, frame, new WrapperSearch(cancellation));
        }

        // A method that calls itself with what it was given says nothing new: whoever called it first is told.
        return reached.IsEmpty || sites.Enclosing(operation) is not { } around ? reached
            : reached.RemoveAll(one => one.Through.Contains(around, Declarations.Comparer) && Belongs(one.Resolution, around, cancellation));
    }

    private ImmutableArray<WrappedCall> Reached(IOperation operation, Frame frame, WrapperSearch search) =>
        [.. Settled(Reached(operation, frame, [], search), operation, search.Cancellation).Where(one => !one.IsOpen)];

    /// <summary>What a method reaches that is passed on by its name, where it has other callers and this one isn't seen; else it is told in itself, or where it is called.</summary>
    public ImmutableArray<WrappedCall> Reached(IMethodReferenceOperation reference, CancellationToken cancellation) =>
        names.Contains(reference.Method.Name) && !reference.Method.DeclaringSyntaxReferences.IsEmpty && functions.Calls(reference, cancellation).IsEmpty
            && sites.IsCalled(reference.Method, cancellation)
            ? [.. delegates.Entered(new DelegateTarget(reference, Frame.Root, []), [], cancellation).SelectMany(function => Inside(function.Symbol, function.Inside, [], new WrapperSearch(cancellation))).Where(one => !one.IsOpen)]
            : [];

    /// <summary>True if a lambda, or a method that is passed on by its name, is called where that is seen: then it is told there.</summary>
    public bool IsCalled(IOperation function, CancellationToken cancellation) => !functions.Calls(function, cancellation).IsEmpty;

    /// <summary>True if the callers of a method or lambda that an operation depends on say more: it is told there.</summary>
    public bool IsTheCallers(Resolution resolution, CancellationToken cancellation) =>
        paths.On(resolution, cancellation).Any(symbol => Owners(symbol).Any(owner => callers.HasOne(owner, cancellation)));

    /// <summary>The same for a place: only callers of what is around it get there. Those of a method that sets a field, which another method sends with, don't.</summary>
    public bool IsTheCallers(Resolution resolution, SyntaxNode site, CancellationToken cancellation) =>
        paths.On(resolution, cancellation).Any(symbol => Owners(symbol).Any(owner => IsAround(owner, site) && callers.HasOne(owner, cancellation)));

    /// <summary>True if the callers of the method around a call are told instead of it.</summary>
    public bool IsTheCallers(OutboundOperation leaving, Resolution resolution, SyntaxNode site, string name, CancellationToken cancellation) =>
        IsTheCallers(resolution, site, cancellation) && (leaving.Family is not LibraryFamily || outbound.Calls(name));

    /// <summary>True if an operation that a call reaches hangs on a member of an object that is handed over: where callers don't know what that holds either, it is told once, in itself.</summary>
    public bool IsOfObject(WrappedCall call, CancellationToken cancellation) => call is { Leaving: { } leaving, Site: { } site }
        && call.Through.All(IsNamed)
        && endpoints.OfCall(leaving, Frame.Root, new Evaluation(cancellation)).OnObjects.SelectMany(Owners).Any(owner => IsAround(owner, site.Syntax));

    /// <summary>True if a call says no more of where an operation goes than that says itself.</summary>
    public bool SaysNoMore(WrappedCall call, CancellationToken cancellation) => call.Leaving is { } leaving
        && endpoints.OfCall(leaving, Frame.Root, new Evaluation(cancellation)).Candidates.Select(candidate => candidate.Display).Distinct().OrderBy(display => display, StringComparer.Ordinal)
            .SequenceEqual(call.Resolution.Candidates.Select(candidate => candidate.Display).Distinct().OrderBy(display => display, StringComparer.Ordinal));

    /// <summary>True if some call that leads to an operation, from as far out as callers decide, leaves it to be told in itself.</summary>
    /// <param name="resolution">Where the operation goes.</param>
    /// <param name="site">The operation.</param>
    /// <param name="answer">What a call says of it.</param>
    /// <param name="isKnown">True if that call says as much as the operation itself.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public bool IsLeft(Resolution resolution, SyntaxNode site, Func<IOperation, CallersAnswer> answer, out bool isKnown, CancellationToken cancellation)
    {
        isKnown = false;
        var pending = new Stack<IMethodSymbol>(resolution.OnObjects.SelectMany(Owners).Where(owner => IsNamed(owner) && IsAround(owner, site)));
        var seen = new HashSet<ISymbol>(pending, Declarations.Comparer);
        var asked = 0;
        while (pending.Count > 0)
        {
            foreach (var call in sites.Each(pending.Pop(), cancellation))
            {
                // Past the limit nobody says that all of them know it.
                var said = ++asked > Limits.Callers ? CallersAnswer.Unknown : answer(call.Operation);
                if (said is CallersAnswer.Unknown or CallersAnswer.NoMore)
                {
                    isKnown = said == CallersAnswer.NoMore;
                    return true;
                }

                if (said == CallersAnswer.AskFurtherOut && sites.Enclosing(call.Operation) is { } caller && seen.Add(caller))
                {
                    pending.Push(caller);
                }
            }
        }

        return false;
    }

    /// <summary>True if what a base class's method sends differs from one class to the other, and callers are seen who call it on one of them: they are told.</summary>
    /// <param name="site">Stands in the method.</param>
    /// <param name="each">Where it goes, for each class.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public bool IsToldByClass(IOperation site, IEnumerable<IEnumerable<Resolution>> each, CancellationToken cancellation) =>
        MethodAround(site) is { IsStatic: false } method && names.Contains(method.Name) && Differ(each) && callers.HasOne(method, cancellation) && choices.IsChosen(method, cancellation);

    /// <summary>True if a call sends what the links of a chain have set on its object, and all that end such chains are told in its stead.</summary>
    public bool IsOfChain(IOperation operation, CancellationToken cancellation) =>
        sites.Enclosing(operation) is { } method && chains.IsEnd(method, cancellation) && Depends(operation, method, new WrapperSearch(cancellation));

    /// <summary>The first question about nearly every call of the code: one look-up, before anything is made of it.</summary>
    private bool IsNamedLikeOne(IOperation operation) => operation is not IInvocationOperation { TargetMethod: var method }
        || (method.MethodKind == MethodKind.DelegateInvoke ? names.HasFunctions : names.Contains(method.Name));

    private IEnumerable<WrappedCall> Reached(IOperation operation, Frame frame, ImmutableArray<IMethodSymbol> through, WrapperSearch search)
    {
        if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation)
        {
            return through.Length >= Limits.CallDepth ? [] : ByDelegate(invocation, frame, through, search);
        }

        return Call.Of(operation, code, search.Cancellation) is not { } call || !handed.MayBe(call) ? []
            : through.Length >= Limits.CallDepth || search.Guesses.Entered >= Limits.Ways ? TooDeep(call, through, search)
            : ByCall(call, frame, through, search);
    }

    private IEnumerable<WrappedCall> ByCall(Call call, Frame frame, ImmutableArray<IMethodSymbol> through, WrapperSearch search)
    {
        var (bodies, _, tooMany) = dispatch.PerClass(call, frame, search.Cancellation);
        if (tooMany is not null)
        {
            // One of them is enough to know that it sends.
            var some = dispatch.All(call.Target, search.Cancellation).Take(Limits.Callers).Where(body => body.Member is IMethodSymbol)
                .SelectMany(body => Inside((IMethodSymbol)body.Member, calls.Enter(call, body, frame), through, search)).FirstOrDefault(one => !one.IsOpen);
            return some is null ? [] : [some with { Resolution = new Resolution { On = some.Resolution.On, MayOn = some.Resolution.MayOn, UnknownReason = "the call goes to " + tooMany } }];
        }

        return bodies.Where(body => body.Member is IMethodSymbol).SelectMany(body => Inside((IMethodSymbol)body.Member, calls.Enter(call, body, frame), through, search));
    }

    private IEnumerable<WrappedCall> ByDelegate(IInvocationOperation invocation, Frame frame, ImmutableArray<IMethodSymbol> through, WrapperSearch search)
    {
        if (Invoked(invocation) is not { } called)
        {
            yield break;
        }

        var arguments = invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value).ToImmutableArray();
        var way = through.Add(invocation.TargetMethod);
        var targets = delegates.Targets(new Place(called, frame), out var on, search.Cancellation);
        if (on is not null)
        {
            yield return new WrappedCall(null!, null!, "", new Resolution { On = [on] }, way) { IsOpen = true };
        }

        foreach (var target in targets)
        {
            if (!IsCalled(target.Operation, search.Cancellation))
            {
                continue;
            }

            if (target.Operation is IMethodReferenceOperation reference && outbound.Match(reference, arguments) is { } leaving)
            {
                if (leaving.Operation.IsToldByName)
                {
                    continue;
                }

                var resolution = endpoints.OfFunction(leaving, frame, target.Frame, new Evaluation(search.Cancellation));
                yield return new WrappedCall(leaving.Family, leaving.Operation, leaving.Member, resolution, way) { HasBody = leaving.HasBody };
                continue;
            }

            foreach (var next in delegates.Entered(target, [.. arguments.Select(argument => new Place(argument, frame))], search.Cancellation).SelectMany(function => Inside(function.Symbol, function.Inside, way, search)))
            {
                yield return next;
            }
        }
    }

    /// <summary>What a method or lambda sends where its caller says.</summary>
    private IEnumerable<WrappedCall> Inside(IMethodSymbol method, Frame inside, ImmutableArray<IMethodSymbol> through, WrapperSearch search)
    {
        if (through.Contains(method, Declarations.Comparer))
        {
            search.ComesBackTo.Add(method);
            search.IsCut |= search.LeavesOut;
            yield break;
        }

        search.Guesses.Entered++;
        var way = through.Add(method);
        var sent = handed.Of(method, search);
        inside = _growing.In(method, OfAnyClient(method, inside, search.Cancellation).Without(Changed(method, search.Cancellation)), Own(method, search.Cancellation), search.Cancellation);
        foreach (var inner in sent)
        {
            // A method that comes back to itself is run with other arguments than its first caller's.
            if (search.LeavesOut && search.Guesses.Entered < Limits.Ways && !handed.IsInCircle(method, search.Cancellation) && !reachability.MayRun(inner, inside, search.Cancellation))
            {
                search.HasLeftOut = true;
                continue;
            }

            if (outbound.Match(inner, search.Cancellation) is { } leaving)
            {
                var resolution = endpoints.OfCall(leaving, inside, new Evaluation(search.Cancellation));
                if (leaving.IsNone(resolution) && leaving.Other is { } other)
                {
                    leaving = other;
                    resolution = endpoints.OfCall(leaving, inside, new Evaluation(search.Cancellation));
                }

                if (!leaving.IsNone(resolution))
                {
                    resolution = leaving.Mark(generated.Contains(method) ? GeneratedPaths.Filled(resolution) : resolution);
                    yield return new WrappedCall(leaving.Family, leaving.Operation, leaving.Member, resolution, way) { HasBody = leaving.HasBody, Site = generated.Contains(method) ? null : inner, Leaving = leaving };
                    continue;
                }

                if (!leaving.IsPerhaps)
                {
                    continue;
                }
            }

            foreach (var next in Reached(inner, inside, way, search))
            {
                yield return next;
            }
        }
    }

    /// <summary>
    /// The same frame, of whatever object of its class there is, where the call says the path, and all who call the method around it hand over themselves: they say no more of where it goes, so its place is
    /// where the path is known (<c>static Task Cancel(PayApi api) => api.SendAsync("cancel")</c>, called with <c>this</c>).
    /// </summary>
    private Frame OfAnyClient(IMethodSymbol method, Frame inside, CancellationToken cancellation) =>
        inside.This is { Operation: var client, Frame: var calling } && client.Bare() is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol helper } parameter } && !calling.Arguments.ContainsKey(parameter)
        && sites.Each(helper, cancellation).Take(Limits.Callers).ToList() is { Count: > 0 } handing
        && handing.TrueForAll(call => call.Arguments.Any(argument => argument.Ordinal == parameter.Ordinal && argument.Value.Bare() is IInstanceReferenceOperation))
        && method.Parameters.Any(path => VariableValues.IsAddress(path.Type) && inside.Arguments.TryGetValue(path, out var given) && IsSaid(given.Operation.Bare()))
            ? inside.Of(null, inside.ThisType)
            : inside;

    /// <summary>True for what the method that calls says itself: a text, or one that is put together there.</summary>
    private static bool IsSaid(IOperation given) => given is ILiteralOperation or ILocalReferenceOperation or IInterpolatedStringOperation or IBinaryOperation or IObjectCreationOperation or IMemberReferenceOperation { Member.IsStatic: true };

    /// <summary>The values that a method calls itself with, changed each time: the page of a list, the number of a try. What the first caller gives for them is one of many.</summary>
    private ImmutableArray<ISymbol> Changed(IMethodSymbol method, CancellationToken cancellation) => _changed.TryGetValue(method, out var known) ? known : _changed.GetOrAdd(
        method,
        [
            .. Own(method, cancellation).Where(argument => argument.Parameter is { } parameter && !VariableValues.IsAddress(parameter.Type) && argument.Value.Bare() is not (IParameterReferenceOperation or ILiteralOperation))
                .Select(argument => argument.Parameter!.OriginalDefinition),
        ]);

    /// <summary>What a method gives itself.</summary>
    private IEnumerable<IArgumentOperation> Own(IMethodSymbol method, CancellationToken cancellation) =>
        handed.Candidates(method, cancellation).OfType<IInvocationOperation>().Where(call => Declarations.Same(call.TargetMethod, method)).SelectMany(call => call.Arguments);

    /// <summary>That the way leads on to an end, and further than it is followed.</summary>
    private IEnumerable<WrappedCall> TooDeep(Call call, ImmutableArray<IMethodSymbol> through, WrapperSearch search)
    {
        if (End(call.Target, search) is { } end)
        {
            var reason = through.Length >= Limits.CallDepth ? $"the address is handed through more than {Limits.CallDepth} methods" : $"there are more than {Limits.Ways} ways from the call to where it is sent";
            var resolution = new Resolution { UnknownReason = reason };
            yield return new WrappedCall(end.Family, end.Operation, end.Member, resolution, through) { IsTooDeep = true };
        }
    }

    /// <summary>An operation that a method leads to, whatever it is given; null if none is found.</summary>
    private OutboundOperation? End(IMethodSymbol method, WrapperSearch search)
    {
        if (_ends.TryGetValue(method, out var known))
        {
            return known;
        }

        var seen = new HashSet<ISymbol>(Declarations.Comparer) { method };
        var pending = new Queue<ISymbol>([method]);
        while (pending.Count > 0 && seen.Count < Limits.Callers)
        {
            foreach (var body in dispatch.All(pending.Dequeue(), search.Cancellation).Select(body => body.Member).OfType<IMethodSymbol>())
            {
                if (handed.Candidates(body, search.Cancellation).Select(operation => outbound.Match(operation, search.Cancellation)).FirstOrDefault(match => match is not null) is { } end)
                {
                    return _ends.GetOrAdd(method, end);
                }

                foreach (var onward in handed.Callees(body, search.Cancellation).Where(seen.Add))
                {
                    pending.Enqueue(onward);
                }
            }
        }

        return _ends.GetOrAdd(method, (OutboundOperation?)null);
    }

    /// <summary>True if a call in a method goes where the method's callers decide, or differs from one class of it to the other.</summary>
    public bool Depends(IOperation operation, IMethodSymbol method, WrapperSearch search)
    {
        ImmutableArray<IMethodSymbol> through = [method];
        if (outbound.Match(operation, search.Cancellation) is { } leaving && endpoints.OfCall(leaving, Frame.Unapplied, new Evaluation(search.Cancellation)) is var resolution && !(leaving.IsPerhaps && leaving.IsNone(resolution)))
        {
            return Belongs(resolution, method, search.Cancellation)
                || (resolution.Candidates is not [{ Origin: not null }] && DiffersByClass(operation, method, frame => [endpoints.OfCall(leaving, frame, new Evaluation(search.Cancellation))], search));
        }

        return Settled(Reached(operation, Frame.Unapplied, through, search), operation, search.Cancellation).Any(reached => Belongs(reached.Resolution, method, search.Cancellation))
            || DiffersByClass(operation, method, frame => Reached(operation, frame, through, search).Select(reached => reached.Resolution), search);
    }

    /// <summary>True if a class that derives from the method's own decides where a call goes.</summary>
    private bool DiffersByClass(IOperation operation, IMethodSymbol method, Func<Frame, IEnumerable<Resolution>> of, WrapperSearch search) =>
        method is { IsStatic: false, MethodKind: MethodKind.Ordinary } && instances.Of(operation, search.Cancellation) is { Length: > 1 } frames && Differ([.. frames.Select(of)]) && choices.IsChosen(method, search.Cancellation);

    private static bool Differ(IEnumerable<IEnumerable<Resolution>> each) => each
        .Select(resolutions => string.Join("\n", resolutions.SelectMany(resolution => resolution.Candidates.Select(candidate => candidate.Display + "\t" + resolution.Verb)).Distinct().OrderBy(place => place, StringComparer.Ordinal)))
        .Distinct().Skip(1).Any();

    /// <summary>The method in whose declaration an operation stands, that of local functions and lambdas around it, too; null if none does.</summary>
    private IMethodSymbol? MethodAround(IOperation operation) => operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
        ? code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration) as IMethodSymbol
        : null;

    private bool Belongs(Resolution resolution, IMethodSymbol method, CancellationToken cancellation) => paths.On(resolution, cancellation).Any(symbol =>
        Declarations.Same(symbol.ContainingSymbol, method)
        || (symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } && Declarations.Same(symbol.ContainingSymbol, method.ContainingType))
        || (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol giving } && method.ContainingType is { } type && Chains.Gives(giving, type) && chains.IsEnd(method, cancellation)));

    /// <summary>What goes too deep to be followed depends on all that the call is given.</summary>
    private IEnumerable<WrappedCall> Settled(IEnumerable<WrappedCall> reached, IOperation call, CancellationToken cancellation) =>
        reached.Select(one => one.IsTooDeep ? one with { Resolution = one.Resolution with { On = Given(call, cancellation) } } : one);

    private ImmutableArray<ISymbol> Given(IOperation operation, CancellationToken cancellation) => Call.Of(operation, code, cancellation) is not { } call ? [] :
    [
        .. call.Arguments.Where(argument => argument.Value.Type is { } type && VariableValues.IsAddress(type))
            .SelectMany(argument => endpoints.TextOf(argument.Value, Frame.Unapplied, new Evaluation(cancellation)).Alternatives)
            .SelectMany(alternative => alternative.Parts).OfType<HolePart>().Select(hole => hole.On).OfType<ISymbol>().Distinct(Declarations.Comparer),
    ];

    /// <summary>The methods and lambdas whose callers give a value to a parameter; of a class's type parameter, the methods of the class.</summary>
    private static IEnumerable<IMethodSymbol> Owners(ISymbol symbol) => symbol.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation or MethodKind.AnonymousFunction } method => [method],
        INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary),
        _ => [],
    };

    private static bool IsNamed(IMethodSymbol method) => method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation;

    /// <summary>True if a place stands in a method's declaration.</summary>
    public static bool IsAround(IMethodSymbol method, SyntaxNode site) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == site.SyntaxTree && reference.Span.Contains(site.Span));

    private static IOperation? Invoked(IInvocationOperation invocation) => invocation.Instance is IConditionalAccessInstanceOperation instance ? instance.Receiver() : invocation.Instance;
}
