using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;
using PointToPoint.Analyzers.Wrapping;

namespace PointToPoint.Analyzers;

/// <summary>
/// Makes the record of an outbound operation: which client, where it goes, who owns that, what is decided. One for a compilation; everything
/// it needs from other files is looked for only when the first call asks.
/// </summary>
internal sealed class OutboundCallEngine(ClientFamilies families, OutboundOperations outbound, UnboundRegistrations unbound, UnboundLibraries? unboundLibraries, EndpointResolver endpoints, Wrappers wrappers, IdleWrappers idle, HandedWirings handed, Instances instances, OwnBodies bodies, BoundClients? bound, RecordMaker records)
{
    /// <summary>The record of a call or a registration; null if it neither leaves the process nor sets an address, or if its callers decide where it goes.</summary>
    public OutboundCall? OfInvocation(IInvocationOperation invocation, ISymbol containing, CancellationToken cancellation)
    {
        if (outbound.Match(invocation, cancellation) is { } leaving)
        {
            var record = OfCall(leaving, invocation, containing, cancellation);
            if (record is not null || !leaving.IsPerhaps)
            {
                return record;
            }
        }

        if (families.Binding(invocation) is var (library, bindingMember))
        {
            return OfBinding(invocation, library, bindingMember, invocation.TargetMethod, containing, cancellation);
        }

        return families.Registration(invocation) is { } registering && Wiring.Of(invocation) is { } wiring
            ? OfOutermostWiring(wiring, registering, containing, cancellation)
            : (invocation.TargetMethod is { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.DelegateInvoke } ? null : OfWrapper(invocation, containing, cancellation) is { } wrapped ? OrBound(wrapped, invocation, containing) : OfHandedWiring(invocation, containing, cancellation))
                ?? OfBoundClient(invocation, containing, cancellation);
    }

    /// <summary>The record of a call that doesn't bind, as far as names tell; only for tools that look at code whose packages are missing.</summary>
    public OutboundCall? OfUnbound(IInvalidOperation operation, ISymbol containing, CancellationToken cancellation) => outbound.Match(operation, cancellation) is { } leaving
        ? OfCall(leaving, operation, containing, cancellation)
        : Wiring.Of(operation, unbound, cancellation) is { } wiring && families.Named(HttpClientFamily.HttpClientName) is { } family
            ? OfOutermostWiring(wiring, family, containing, cancellation)
        : OfUnboundBinding(operation, containing, cancellation)
            ?? OfWrapper(operation, containing, cancellation) ?? OfHandedWiring(operation, containing, cancellation) ?? OfBoundClient(operation, containing, cancellation);

    private OutboundCall? OfUnboundBinding(IInvalidOperation operation, ISymbol containing, CancellationToken cancellation)
    {
        if (unboundLibraries?.Binding(operation.Syntax, within: null, cancellation) is not ({ } library, { IsWiring: true } member))
        {
            return null;
        }

        var type = member.Id.Split('(')[0].Substring(2);
        var resolution = endpoints.OfBinding(operation, library, member, member.Id, type.Substring(0, type.LastIndexOf('.')), new Evaluation(cancellation));
        return resolution is null || wrappers.IsTheCallers(resolution, cancellation)
            ? null
            : OfBinding(library, member.Id, type.Substring(0, type.LastIndexOf('.')), LocationOf(operation.Syntax, library, member), containing, OutboundOperation.MarkUnbound(resolution));
    }

    private static Location LocationOf(SyntaxNode binding, LibraryFamily library, LibraryMember member) =>
        member.Configure is null ? Operations.NameLocation(binding) : BoundMember.Of(binding, library.AddressProperties);

    /// <summary>The record of a client of a library that is made and bound to its address; null for all other creations.</summary>
    public OutboundCall? OfCreation(IObjectCreationOperation creation, ISymbol containing, CancellationToken cancellation) =>
        families.Binding(creation.Constructor) is var (library, member) && !Datagrams.SendNothing(creation) ? OfBinding(creation, library, member, creation.Constructor!, containing, cancellation) : null;

    private OutboundCall? OfBinding(IOperation binding, LibraryFamily library, LibraryMember member, IMethodSymbol method, ISymbol containing, CancellationToken cancellation)
    {
        var id = RecordMaker.DocumentationId(method);
        var client = TypedClient.NameOf(method.MethodKind == MethodKind.Constructor || !library.IsPart(method.ReturnType) ? method.ContainingType : method.ReturnType);
        return member.IsWiring && BoundHere(evaluation => endpoints.OfBinding(binding, library, member, id, client, evaluation), library, binding.Syntax, cancellation) is { } resolution
            ? OfBinding(library, id, client, LocationOf(binding.Syntax, library, member), containing, resolution)
            : null;
    }

    /// <summary>What is bound at a place; null if the callers of the method around it are told. Settings of mail whose server none of them knows are told here, as what is sent through them is.</summary>
    private Resolution? BoundHere(Func<Evaluation, Resolution?> of, LibraryFamily library, SyntaxNode site, CancellationToken cancellation)
    {
        if (of(new Evaluation(cancellation)) is not { } resolution)
        {
            return null;
        }

        var isTheCallers = wrappers.IsTheCallers(resolution, cancellation);
        if (!library.Library.IsOfMail || resolution.OnObjects.IsEmpty)
        {
            return isTheCallers ? null : resolution;
        }

        return !isTheCallers || wrappers.IsLeft(resolution, site, call => AnswerOf(call, other => MethodOf(other) == MethodOf(site), cancellation), out _, cancellation)
            ? of(new Evaluation(cancellation) { IsAlone = true })
            : null;

        static SyntaxNode? MethodOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is MethodDeclarationSyntax or LocalFunctionStatementSyntax);
    }

    private OutboundCall? OfBinding(LibraryFamily library, string member, string client, Location location, ISymbol containing, Resolution resolution)
    {
        var record = records.Make(OutboundCallKind.Wiring, library.Library.WiringRuleId, library.Protocol, location, containing, resolution);
        return record.Verdict == Verdict.Unknown ? null : record with { Client = client, Member = member };
    }

    /// <summary>The record of a base address that is set; null if it is no wiring, or one that is told at its registration.</summary>
    public OutboundCall? OfAssignment(ISimpleAssignmentOperation assignment, ISymbol containing, CancellationToken cancellation)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property: var bound } && families.Wiring(bound) is LibraryFamily library && library.Binding(bound) is { } member)
        {
            var client = TypedClient.NameOf(bound.ContainingType);
            if (member.Through is { } holder && !IsHeldBy(assignment, holder))
            {
                return null;
            }

            return BoundHere(evaluation => endpoints.OfProperty(assignment.Value, library, member, client, evaluation), library, assignment.Syntax, cancellation) is { } resolution
                ? OfBinding(library, member.Id, client, Operations.NameLocation(assignment.Target.Syntax), containing, resolution)
                : null;
        }

        return assignment.Target is IPropertyReferenceOperation { Property: var property } set && families.Wiring(property) is { } family
            && Wiring.Of(assignment, property) is { } wiring && !Wiring.IsTold(assignment, unbound, cancellation) && !endpoints.IsOfDouble(set, new Evaluation(cancellation))
            ? OfOutermostWiring(wiring, family, containing, cancellation)
            : null;
    }

    /// <summary>The same for a property of a missing type, as far as names tell.</summary>
    public OutboundCall? OfUnboundAssignment(ISimpleAssignmentOperation assignment, ISymbol containing, CancellationToken cancellation)
    {
        if (unboundLibraries?.Property(assignment.Target.Syntax, cancellation) is not var (library, member))
        {
            return Wiring.OfMissing(assignment) is { } wiring && families.Named(HttpClientFamily.HttpClientName) is { } family && !Wiring.IsTold(assignment, unbound, cancellation)
                ? OfOutermostWiring(wiring, family, containing, cancellation) is { } told ? told with { Provenance = Alternative.Join([UnboundCall.Step], told.Provenance) } : null
                : null;
        }

        var client = member.Id.Substring(2, member.Id.LastIndexOf('.') - 2);
        var resolution = endpoints.OfProperty(assignment.Value, library, member, client, new Evaluation(cancellation));
        return wrappers.IsTheCallers(resolution, cancellation) ? null : OfBinding(library, member.Id, client, Operations.NameLocation(assignment.Target.Syntax), containing, OutboundOperation.MarkUnbound(resolution));
    }

    private bool IsHeldBy(ISimpleAssignmentOperation assignment, string holder) => assignment.Target is IPropertyReferenceOperation { Instance: IPropertyReferenceOperation { Property: { Name: var name, ContainingType: var type } } }
        && name == holder && families.Libraries.Of(type) is not null;

    /// <summary>The record of a call of a wrapper: what it reaches, as this call says where to.</summary>
    private OutboundCall? OfWrapper(IOperation invocation, ISymbol containing, CancellationToken cancellation)
    {
        var reached = ReachedBy(invocation, out _, cancellation);
        return reached.RemoveAll(call => IsLeft(call, invocation, cancellation) || idle.IsIn(call, invocation.Syntax, cancellation)) is { IsEmpty: false } told ? OfReached(told, invocation, containing) : null;
    }

    /// <summary>What a call of a wrapper reaches; nothing if it is told elsewhere.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="isFurtherOut">True if the callers of the method around it are told.</param>
    /// <param name="cancellation">Cancels the work.</param>
    private ImmutableArray<WrappedCall> ReachedBy(IOperation invocation, out bool isFurtherOut, CancellationToken cancellation)
    {
        var reached = wrappers.Reached(invocation, Frame.Root, cancellation);
        isFurtherOut = reached.Any(call => wrappers.IsTheCallers(call.Resolution, invocation.Syntax, cancellation));
        if (reached.IsEmpty || isFurtherOut || wrappers.IsOfChain(invocation, cancellation)
            || (IsInFunction(invocation.Syntax) && wrappers.Reached(invocation, Frame.Unapplied, cancellation).Any(call => wrappers.IsTheCallers(call.Resolution, invocation.Syntax, cancellation))))
        {
            return [];
        }

        var frames = instances.Of(invocation, cancellation);
        if (!frames.IsEmpty)
        {
            var each = frames.Select(frame => wrappers.Reached(invocation, frame, cancellation)).ToImmutableArray();
            isFurtherOut = wrappers.IsToldByClass(invocation, each.Select(one => one.Select(call => call.Resolution)), cancellation);
            reached = isFurtherOut ? [] : [.. each.SelectMany(one => one)];
        }

        return reached;
    }

    /// <summary>True for what a call reaches without knowing where it goes, on an object that it hands over: that is told once, where it is sent.</summary>
    private bool IsLeft(WrappedCall reached, IOperation call, CancellationToken cancellation) =>
        (!records.Knows(reached.Resolution) || wrappers.SaysNoMore(reached, cancellation)) && wrappers.IsOfObject(reached, cancellation) && !(call is IInvocationOperation invocation && bound?.Match(invocation, Frame.Root) is not null);

    /// <summary>What a call says of an operation that it may lead to.</summary>
    private CallersAnswer AnswerOf(IOperation call, Func<SyntaxNode, bool> isIt, CancellationToken cancellation)
    {
        var reached = ReachedBy(call, out var isFurtherOut, cancellation);
        return isFurtherOut ? CallersAnswer.AskFurtherOut
            : reached.FirstOrDefault(one => one.Site is { } site && isIt(site.Syntax) && IsLeft(one, call, cancellation)) is { } left ? records.Knows(left.Resolution) ? CallersAnswer.NoMore : CallersAnswer.Unknown
            : CallersAnswer.Known;
    }

    private OutboundCall? OfReached(ImmutableArray<WrappedCall> reached, IOperation site, ISymbol containing)
    {
        var known = reached.Where(call => !call.Resolution.Candidates.IsEmpty).ToImmutableArray();
        var first = known.IsEmpty ? reached[0] : known[0];
        var record = Record(first.Family, first.Operation, first.Member, site, containing, known.IsEmpty ? first.Resolution : Resolution.AnyOf([.. known.Select(call => call.Resolution)]));
        if (record.Verdict == Verdict.Unknown && reached.All(call => call.HasBody))
        {
            return null;
        }

        var verbs = (known.IsEmpty ? reached : known).Select(call => VerbOf(call.Operation, call.Member, call.Resolution));
        return record with { Verb = VerbList.Of(verbs) ?? record.Verb, Via = first.Via, Origin = null, Provenance = Alternative.Join([.. first.Via.Select(Short)], record.Provenance) };
    }

    /// <summary>The record of a method that is passed on by its name, and called where nobody sees with what; null for all others.</summary>
    public OutboundCall? OfReference(IMethodReferenceOperation reference, ISymbol containing, CancellationToken cancellation)
    {
        if (outbound.Match(reference, null) is not { } leaving)
        {
            return wrappers.Reached(reference, cancellation) is { IsEmpty: false } reached ? OfReached(reached, reference, containing) : null;
        }

        var isHere = leaving.Operation.IsToldByName;
        if (!isHere && wrappers.IsCalled(reference, cancellation))
        {
            return null;
        }

        var resolution = endpoints.OfCall(leaving, Frame.Root, new Evaluation(cancellation));
        return leaving.IsNone(resolution) || (!isHere && wrappers.IsTheCallers(resolution, cancellation)) || Record(leaving.Family, leaving.Operation, leaving.Member, reference, containing, resolution) is not { } record || IsOwn(record, leaving)
            ? null
            : record with { Origin = null };
    }

    /// <summary>The record of a call of a client that p2p.json knows and whose code is elsewhere: what can be looked into needs no telling.</summary>
    private OutboundCall? OfBoundClient(IInvocationOperation invocation, ISymbol containing, CancellationToken cancellation)
    {
        if (bound?.Match(invocation, Frame.Root) is not var (client, candidate) || bodies.Has(invocation.TargetMethod, cancellation))
        {
            return null;
        }

        return OfBoundClient(client, candidate, invocation, invocation.TargetMethod.Name, RecordMaker.DocumentationId(invocation.TargetMethod), containing);
    }

    /// <summary>What was looked into and led nowhere that is known: then p2p.json counts, if it says whose client it is.</summary>
    private OutboundCall OrBound(OutboundCall wrapped, IInvocationOperation invocation, ISymbol containing) =>
        wrapped.Verdict == Verdict.Unknown && bound?.Match(invocation, Frame.Root) is var (client, candidate)
            ? OfBoundClient(client, candidate, invocation, invocation.TargetMethod.Name, RecordMaker.DocumentationId(invocation.TargetMethod), containing)
            : wrapped;

    private OutboundCall? OfBoundClient(IInvalidOperation operation, ISymbol containing, CancellationToken cancellation) =>
        bound is not null && outbound.Unbound(operation, cancellation) is { } call && bound.Match(call) is var (client, candidate)
            ? OfBoundClient(client, candidate, operation, call.Name, $"M:{client}.{call.Name}", containing)
            : null;

    private OutboundCall OfBoundClient(string client, Candidate candidate, IOperation call, string name, string member, ISymbol containing) =>
        records.Make(OutboundCallKind.Call, RuleIds.DirectHttpCall, "http", Operations.NameLocation(call.Syntax), containing, new Resolution { Candidates = [candidate] }) with
        {
            Client = client,
            Member = member,
            Verb = name,
        };

    /// <summary>The record of a call of a method that binds a client to the address it is given.</summary>
    private OutboundCall? OfHandedWiring(IOperation call, ISymbol containing, CancellationToken cancellation)
    {
        if (handed.Of(call, cancellation) is not { } wiring || (wiring.IsOfObject && !records.Knows(wiring.Resolution)))
        {
            return null;
        }

        var record = records.Make(OutboundCallKind.Wiring, RuleIds.DirectWiring, wiring.Family.Protocol, Operations.NameLocation(call.Syntax), containing, wiring.Resolution);
        return record.Verdict == Verdict.Unknown && wiring.Family is LibraryFamily ? null : record with
        {
            Client = wiring.Client,
            Member = wiring.Member,
            Via = wiring.Via,
            Origin = null,
            Provenance = Alternative.Join([.. wiring.Via.Select(Short)], record.Provenance),
        };
    }

    /// <summary>Null if the callers of the method around it decide where it goes.</summary>
    private OutboundCall? OfCall(OutboundOperation leaving, IOperation site, ISymbol containing, CancellationToken cancellation)
    {
        var resolution = endpoints.OfCall(leaving, Frame.Root, new Evaluation(cancellation));
        if (leaving.IsNone(resolution) && leaving.Other is { } other)
        {
            return OfCall(other, site, containing, cancellation);
        }

        if (leaving.IsNone(resolution) || wrappers.IsOfChain(site, cancellation))
        {
            return null;
        }

        var isOfObject = !resolution.OnObjects.IsEmpty;
        var isLeft = wrappers.IsTheCallers(leaving, resolution, site.Syntax, NameIn(leaving.Member), cancellation);
        var isKnown = false;
        if (isLeft ? !isOfObject || !wrappers.IsLeft(resolution, site.Syntax, call => AnswerOf(call, other => other == site.Syntax, cancellation), out isKnown, cancellation)
            : IsInFunction(site.Syntax) && wrappers.IsTheCallers(leaving, endpoints.OfCall(leaving, Frame.Unapplied, new Evaluation(cancellation)), site.Syntax, NameIn(leaving.Member), cancellation))
        {
            return null;
        }

        if (idle.IsIn(resolution, site.Syntax, cancellation))
        {
            return null;
        }

        if (isOfObject && leaving.Family is LibraryFamily { Library.IsOfMail: true })
        {
            resolution = endpoints.OfCall(leaving, Frame.Root, new Evaluation(cancellation) { IsAlone = true });
        }

        // What stands in one constant is the same for every class; else what a class's objects hold is told apart.
        if (resolution.Candidates is not [{ Origin: not null }] && instances.Of(site, cancellation) is { IsEmpty: false } frames)
        {
            var each = frames.Select(frame => endpoints.OfCall(leaving, frame, new Evaluation(cancellation) { IsAlone = isOfObject })).ToImmutableArray();
            if (wrappers.IsToldByClass(site, each.Select(one => ImmutableArray.Create(one).AsEnumerable()), cancellation))
            {
                return null;
            }

            resolution = Resolution.AnyOf(each);
        }

        if (isLeft && !isKnown)
        {
            // What is known is told at the callers who say it.
            resolution = resolution with { Candidates = resolution.Candidates.RemoveAll(candidate => records.Knows(resolution with { Candidates = [candidate] })) };
        }

        var record = Record(leaving.Family, leaving.Operation, leaving.Member, site, containing, leaving.Mark(resolution));
        return IsOwn(record, leaving) ? null : record;
    }

    /// <summary>True for a call of what nothing binds to an address, and a class of the code's own implements: it is that class's, and what that calls is told there.</summary>
    private static bool IsOwn(OutboundCall record, OutboundOperation leaving) => leaving.HasBody && record.Verdict == Verdict.Unknown;

    /// <summary>True within a lambda that is given something.</summary>
    private static bool IsInFunction(SyntaxNode node) =>
        node.Ancestors().Any(parent => parent is SimpleLambdaExpressionSyntax or ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: > 0 } or AnonymousMethodExpressionSyntax { ParameterList.Parameters.Count: > 0 });

    private OutboundCall Record(ClientFamily family, ClientOperation operation, string member, IOperation site, ISymbol containing, Resolution resolution)
    {
        var isTransfer = family.Protocol == "http" && FileTransfer.Is(resolution);
        var (rule, protocol) = isTransfer ? (RuleIds.DirectSdkCall, FileTransfer.Protocol) : (family.RuleId, family.Protocol);
        return records.Make(OutboundCallKind.Call, rule, protocol, Operations.NameLocation(site.Syntax), containing, resolution) with
        {
            Client = operation.Client,
            Member = member,
            Verb = VerbOf(operation, member, resolution),
        };
    }

    private static string VerbOf(ClientOperation operation, string member, Resolution resolution) =>
        (operation.Verb ?? resolution.Verb ?? NameIn(member)) is var verb && FileTransfer.Is(resolution) ? FileTransfer.Command(verb) : verb;

    /// <summary><c>M:Contoso.Api.Send(System.String)</c> → <c>Send</c>.</summary>
    private static string NameIn(string documentationId)
    {
        var name = documentationId.Split('(')[0];
        return name.Substring(name.LastIndexOf('.') + 1).Split('`')[0];
    }

    /// <summary><c>M:Contoso.Api`1.Get``1(System.String)</c> → <c>via Api.Get</c>.</summary>
    private static string Short(string documentationId)
    {
        var name = documentationId.Substring(documentationId.IndexOf(':') + 1).Split('(')[0];
        var parts = name.Split('.').Select(part => part.Split('`')[0]).ToList();
        return "via " + string.Join(".", parts.Skip(Math.Max(0, parts.Count - 2)));
    }

    /// <summary>Null if the callers of the method around it say a part of the address: then each of them is a wiring.</summary>
    private OutboundCall? OfOutermostWiring(Wiring wiring, ClientFamily family, ISymbol containing, CancellationToken cancellation)
    {
        var resolution = endpoints.OfWiring(wiring, new Evaluation(cancellation));

        // Callers of a class's methods say nothing of what its constructor sets: its type arguments are said where it is made.
        return wrappers.IsTheCallers(resolution with { On = resolution.On.RemoveAll(symbol => symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type }) }, cancellation)
            ? wiring.Values is [var address] && handed.Inside(address.Syntax, cancellation) is { } said ? OfWiring(wiring, said, family, containing) : null
            : OfWiring(wiring, resolution, family, containing);
    }

    private OutboundCall? OfWiring(Wiring wiring, Resolution resolution, ClientFamily family, ISymbol containing)
    {
        if (resolution.Candidates.IsEmpty && !resolution.IsGateway)
        {
            return null;
        }

        var record = records.Make(OutboundCallKind.Wiring, RuleIds.DirectWiring, family.Protocol, wiring.Location, containing, resolution);

        // What calls through it is unknown, and told at the calls; that it is wired to nobody knows what says nothing more.
        return record.Verdict == Verdict.Unknown ? null : record with { Client = wiring.ClientName ?? family.ClientName, Member = wiring.Member };
    }
}
