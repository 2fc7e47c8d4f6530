using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Origins;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Puts together what an operation's address says and what its client says.</summary>
internal sealed class EndpointResolver(TextEvaluator texts, ClientTracer clients, LibraryTracer libraries, RegisteredClients registrations, RequestMessages messages, CallSites sites, OwnHandlers handlers, HeldProperties held, Sequences sequences, bool hasGateway, bool hasDoubles)
{
    public Resolution OfCall(OutboundOperation leaving, Frame frame, Evaluation evaluation) => leaving.Family is LibraryFamily library
        ? OfCall(library, leaving.Operation, leaving.Member, frame, evaluation)
        : OfCall(leaving.Operation, frame, frame, evaluation);

    /// <summary>Where a method goes that is passed on by its name.</summary>
    /// <param name="leaving">The method.</param>
    /// <param name="frame">The frame of the call.</param>
    /// <param name="named">The frame of the name, and so of the client.</param>
    /// <param name="evaluation">The work.</param>
    public Resolution OfFunction(OutboundOperation leaving, Frame frame, Frame named, Evaluation evaluation) => OfCall(leaving.Operation, frame, named, evaluation);

    private Resolution OfCall(ClientOperation operation, Frame frame, Frame clientFrame, Evaluation evaluation)
    {
        var message = operation.Message is null ? null : messages.Read(operation.Message, operation.Shape ?? MessageShape.Http, frame, evaluation);
        var text = operation.Template is { } template ? TextValue.Literal(template)
            : operation.Address is { } argument ? texts.Evaluate(argument, frame, evaluation)
            : operation.Each is { } each && sequences.AnyOf(each, clientFrame, texts, evaluation) is { } any ? any
            : operation.IsPassedOn ? TextValue.Unknown("what the function is called with, which isn't seen")
            : AddressOf(message);
        if (FileTransfer.IsLocal(text))
        {
            return new Resolution { IsInProcess = true };
        }

        var addresses = Written(text);

        // An absolute address needs no client, unless the client may be the gateway's, or a test double.
        var origins = operation.Instance is { } instance && (hasGateway || hasDoubles || addresses.Any(address => address.MayBeRelative || address.IsKeyOfPath))
            ? clients.Trace(instance, clientFrame, evaluation)
            : [];
        if (!origins.IsEmpty && origins.All(origin => origin.IsInProcess))
        {
            return new Resolution { IsInProcess = true };
        }

        origins = origins.RemoveAll(origin => origin.IsInProcess);
        if (operation.Template is not null)
        {
            // No caller of the method around it says more in a way that is followed.
            return Combine(addresses, origins, appends: true) with { On = [] };
        }

        return Combine(addresses, origins) with { Verb = message?.Verb };
    }

    /// <summary>The addresses that a text may be. Where it may be an absolute one, an empty text is what its variable held before it was given one, and no address.</summary>
    private static ImmutableArray<Address> Written(TextValue text)
    {
        var addresses = text.Alternatives.Select(Address.Read).ToImmutableArray();
        return addresses.Any(address => address.Kind is AddressKind.Absolute or AddressKind.Symbolic)
            ? [.. addresses.Where((_, at) => text.Alternatives[at].Parts is not [LiteralPart { Text: "", Key: null }])]
            : addresses;
    }

    /// <summary>True if a base address is set on a client that stays in the process, a test double's: it is nobody's wiring.</summary>
    public bool IsOfDouble(IPropertyReferenceOperation set, Evaluation evaluation) => (hasDoubles || handlers.MayBe) && clients.IsDouble(set, evaluation);

    /// <summary>What is known of a text.</summary>
    public TextValue TextOf(IOperation operation, Frame frame, Evaluation evaluation) => texts.Evaluate(operation, frame, evaluation);

    /// <summary>Where a call of a library of the catalog goes: to the address its client is bound to, else to the system the library belongs to.</summary>
    public Resolution OfCall(LibraryFamily library, ClientOperation operation, string member, Frame frame, Evaluation evaluation)
    {
        evaluation.IsOfMail = library.Library.IsOfMail;
        var message = operation.Message is { } request ? messages.Read(request, operation.Shape!, frame, evaluation) : null;
        var text = operation.Address is { } argument ? texts.Evaluate(argument, frame, evaluation)
            : operation.Template is { } template ? TextValue.Literal(template)
            : operation.IsPassedOn ? TextValue.Unknown("what the function is called with, which isn't seen")
            : AddressOf(message);
        if (FileTransfer.IsLocal(text))
        {
            return new Resolution { IsInProcess = true };
        }

        if (library.Library.HasPlaces)
        {
            text = text.Literally(PathTemplate.Emptied);
        }

        var addresses = text.Alternatives.Select(Address.Read).ToImmutableArray();
        if (operation.Listed is { IsGateway: true })
        {
            return operation is { System: null, Made: { } made } && libraries.Maker(made, library, frame, evaluation.Cancellation) is var (call, maker, within)
                ? OfGateway(Said(operation, call, maker, evaluation.Cancellation), maker, library.ClientName, within, evaluation)
                : OfGateway(operation, addresses, library.ClientName, frame, evaluation);
        }

        ImmutableArray<ClientOrigin> origins = [];
        if (operation is { Address: null, Binding: { } binding, Listed: { } listed })
        {
            // The call itself has host and port.
            origins = [.. libraries.Bound(binding, library, listed, frame, evaluation).Where(origin => origin.BaseAddress is not null)];
        }

        var needsClient = origins.IsEmpty && addresses.Any(address => address.Kind is AddressKind.Relative or AddressKind.Unknown);
        if (operation.Instance is { } instance && (needsClient || hasDoubles))
        {
            var traced = libraries.Trace(instance, library, frame, evaluation);
            if (!traced.IsEmpty && traced.All(origin => origin.IsInProcess))
            {
                return new Resolution { IsInProcess = true };
            }

            origins = needsClient ? traced.RemoveAll(origin => origin.IsInProcess) : origins;
        }

        var verb = VerbOf(operation, frame, evaluation) ?? message?.Verb;
        var queue = libraries.Queue(operation.Queue, library, frame, evaluation);
        var resolution = queue is not null || origins.Any(origin => origin.Queue is not null)
            ? Queues.Of(origins, queue)
            : Combine(addresses, origins, appends: library.Library.Appends || operation.Template is not null);
        return OfCatalog(resolution, library.Library, member, operation.Client, origins, operation.Address is null && !(library.Library.IsOfPackage && message is not null) ? [] : addresses) with { Verb = verb, IsBound = origins.Any(origin => origin.IsBound) };
    }

    private string? VerbOf(ClientOperation operation, Frame frame, Evaluation evaluation) =>
        operation.VerbArgument is { } method ? messages.VerbOf(method, frame, evaluation) ?? operation.Listed?.Verb : null;

    /// <summary>The operation, with what the call says that made what it is given.</summary>
    private ClientOperation Said(ClientOperation operation, IOperation call, LibraryMember maker, CancellationToken cancellation) => operation with
    {
        Listed = maker,
        Verb = null,
        System = libraries.Given(call, maker, maker.System, cancellation),
        Address = libraries.Given(call, maker, maker.Address, cancellation),
        VerbArgument = libraries.Given(call, maker, maker.Method, cancellation),
    };

    private Resolution OfGateway(ClientOperation made, LibraryMember maker, string mediator, Frame frame, Evaluation evaluation)
    {
        var text = made.Address is { } path ? texts.Evaluate(path, frame, evaluation) : TextValue.Literal("");
        var resolution = OfGateway(made, [.. text.Alternatives.Select(Address.Read)], mediator, frame, evaluation);
        return resolution with { Verb = resolution.Verb ?? maker.Verb };
    }

    /// <summary>A call that is mediated by what the catalog knows, such as a sidecar. Whom it asks for may be the callers' to say, as is the path.</summary>
    private Resolution OfGateway(ClientOperation operation, ImmutableArray<Address> addresses, string mediator, Frame frame, Evaluation evaluation)
    {
        var asked = operation.System is { } system ? texts.Evaluate(system, frame, evaluation) : null;
        return new Resolution
        {
            IsGateway = true,
            GatewaySystem = asked?.Constant,
            GatewayPath = Paths(addresses),
            GatewayProvenance = [mediator],
            Verb = VerbOf(operation, frame, evaluation),
            On = [.. addresses.SelectMany(address => address.On).Concat(asked?.On is { } on ? [on] : []).Distinct(Declarations.Comparer)],
            MayOn = [.. addresses.Select(address => address.MayOn).OfType<ISymbol>().Distinct(Declarations.Comparer)],
        };
    }

    private static string Paths(ImmutableArray<Address> addresses) => string.Join(" | ", addresses.Select(address => Rooted(address.Path)).Distinct());

    /// <summary>Without a message, or with one that says nothing, the client's base address is called.</summary>
    private static TextValue AddressOf(RequestMessage? message) => message?.Address ?? (message?.Unknown is { } unknown ? TextValue.Unknown(unknown, message.On) : TextValue.Literal(""));

    /// <summary>What a call or a creation binds a library's client to; null if it only passes on what is bound elsewhere.</summary>
    public Resolution? OfBinding(IOperation binding, LibraryFamily library, LibraryMember member, string id, string client, Evaluation evaluation, Frame? within = null)
    {
        if (library.Library.IsInfrastructure && !libraries.IsGivenAddress(binding, library, member, evaluation.Cancellation))
        {
            // A connection without an address is bound where it gets one.
            return null;
        }

        if (held.IsSetOn(binding, library, evaluation.Cancellation))
        {
            // It goes where that says, which is told there.
            return null;
        }

        evaluation.IsOfMail = library.Library.IsOfMail;

        // A database is told where its connection is bound, whoever says which: what the callers of a method around it give are alternatives.
        ImmutableArray<Frame> frames = library.Library.IsInfrastructure
            ? sites.FramesOf(binding, method => CallSites.DependsOn(binding, method), evaluation.Cancellation)
            : [within ?? Frame.Root];
        ImmutableArray<ClientOrigin> origins = [.. frames.SelectMany(frame => libraries.Bound(binding, library, member, frame, evaluation))];
        var own = Operations.NameLocation(binding.Syntax);
        if (!member.Queue.IsEmpty)
        {
            return OfCatalog(Queues.Of(origins, named: null), library.Library, id, client, origins) with { Wirings = [] };
        }

        return member.Database is null && origins.Any(origin => origin.BaseAddress is not null && !origin.Wirings.IsEmpty && !origin.Wirings.Contains(own))
            ? null
            : OfCatalog(Combine([Address.Read(TextValue.Literal("").Alternatives[0])], origins), library.Library, id, client, origins) with { Wirings = [] };
    }

    /// <summary>What is set as the address of a library's client.</summary>
    public Resolution OfProperty(IOperation value, LibraryFamily library, LibraryMember member, string client, Evaluation evaluation, Frame? within = null)
    {
        var frame = within ?? Frame.Root;
        evaluation.IsOfMail = library.Library.IsOfMail;
        var address = value.Type is IArrayTypeSymbol
            ? TextValue.AnyOf(value.Elements().Select(element => BoundAddress.Of(libraries.AddressOf(element, library, frame, evaluation), member, library.Library))) ?? TextValue.Unknown("a list that isn't seen")
            : BoundAddress.Of(libraries.AddressOf(value, library, frame, evaluation), member, library.Library);
        if (member.Port is { Names: [var name] } && SiblingAssignments.Last(value, name) is { ConstantValue: not { HasValue: true, Value: 0 or -1 } } port && texts.Evaluate(port, frame, evaluation) is { IsUnknown: false } number)
        {
            address = address.Then(TextValue.Literal(":")).Then(number);
        }

        return OfCatalog(Combine([.. address.From(member.Name).Alternatives.Select(Address.Read)], [new ClientOrigin()]), library.Library, member.Id, client, []) with { Wirings = [] };
    }

    /// <param name="resolution">What is known of where it goes.</param>
    /// <param name="library">The library.</param>
    /// <param name="member">Documentation ID of what is called, or binds.</param>
    /// <param name="client">Full name of the client's type.</param>
    /// <param name="origins">Where the client comes from.</param>
    /// <param name="addresses">What the call says of its address: a part of the system where nothing tells more.</param>
    private static Resolution OfCatalog(Resolution resolution, Library library, string member, string client, ImmutableArray<ClientOrigin> origins, ImmutableArray<Address> addresses = default)
    {
        var candidates = resolution.Candidates.Where(candidate => IsSomewhere(candidate.Endpoint) || candidate.Endpoint.Queue is not null).ToImmutableArray();
        if (library.IsAbstraction)
        {
            // Who made the client without saying where it goes made one for its own system.
            var makers = origins.Where(origin => origin is { BaseAddress: null, Library: { System: not null } or { IsInfrastructure: true } }).ToList();
            candidates = candidates.AddRange(makers.GroupBy(origin => origin.Library).Select(made => OfSystem(made.Key!, client, made.First().Provenance)));
            resolution = resolution with { Wirings = [.. resolution.Wirings.Concat(makers.SelectMany(origin => origin.Wirings)).Distinct()] };
        }

        if (candidates.IsEmpty && (library.System ?? (library.IsInfrastructure ? library.Name : null)) is not null)
        {
            var paths = addresses.IsDefaultOrEmpty ? [""] : addresses.Select(address => Rooted(address.Path)).Distinct().Take(Limits.Alternatives);
            candidates = [.. paths.Select(path => OfSystem(library, client, [], path))];
        }
        else if (candidates.IsEmpty)
        {
            // p2p.json may know the client's type, or the SDK, where nothing else is known.
            candidates = [.. resolution.Candidates, new Candidate(new ResolvedEndpoint { ClientType = client }, "{}", null, [library.Name])];
        }

        return resolution with
        {
            Candidates = [.. candidates.Select(candidate => candidate with { Origin = null, Endpoint = candidate.Endpoint with { Sdk = member, Catalog = candidate.Endpoint.Catalog ?? Entry(library, candidate.Endpoint) } })],
        };
    }

    /// <summary>A library's system, where no address is known.</summary>
    private static Candidate OfSystem(Library library, string client, ImmutableArray<string> provenance, string path = "")
    {
        var display = library.DefaultHost is { } host ? "https://" + host : library.System ?? library.Name;
        var endpoint = new ResolvedEndpoint { ClientType = client };
        return new Candidate(endpoint with { Catalog = Entry(library, endpoint) }, display + path, null, provenance.Add((library.IsOfManifest ? "p2p.json: " : library.IsRegistered ? "registered by " : library.IsOfPackage ? "package " : "catalog: ") + library.Name)) { ShownAs = library.IsOfManifest ? display : null };
    }

    /// <summary>What a library says of an endpoint; null if nothing, or if the host is somebody else's, who understands the same.</summary>
    private static CatalogEntry? Entry(Library? library, ResolvedEndpoint endpoint) => library switch
    {
        null => null,

        // The caller's own means are called by their address; only where that isn't known, by the library.
        { IsInfrastructure: true } => new CatalogEntry(library.System ?? (IsSomewhere(endpoint) ? null : library.Name), IsInfrastructure: true),
        { System: null } => null,
        _ => endpoint.Host is not { } host || Loopback.Is(host) || library.HasHost(host) ? new CatalogEntry(library.System, IsInfrastructure: false) : null,
    };

    private static bool IsSomewhere(ResolvedEndpoint endpoint) => endpoint.Host is not null || !endpoint.ConfigurationKeys.IsEmpty;

    public Resolution OfWiring(Wiring wiring, Evaluation evaluation)
    {
        TextValue? text = null;
        foreach (var value in wiring.Values)
        {
            foreach (var frame in sites.Rounds(value, wiring.Frame, evaluation.Cancellation))
            {
                var next = texts.Evaluate(value, frame, evaluation);
                text = text is null ? next : text.Or(next);
            }
        }

        var registered = wiring.Client is { } client ? registrations.WithoutAddress(client, evaluation) : new ClientOrigin();
        if (wiring.Step is { } step)
        {
            text = text!.From(step);
        }

        var addresses = text!.Alternatives.Select(Address.Read).ToImmutableArray();
        return Combine(addresses, [registered with { BaseAddress = null }]) with { Wirings = [] };
    }

    private static Resolution Combine(ImmutableArray<Address> addresses, ImmutableArray<ClientOrigin> origins, bool appends = false)
    {
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        var on = ImmutableArray.CreateBuilder<ISymbol>();
        var onObjects = ImmutableArray.CreateBuilder<ISymbol>();
        var mayOn = ImmutableArray.CreateBuilder<ISymbol>();
        var wirings = ImmutableArray.CreateBuilder<Location>();
        string? reason = null;
        foreach (var written in addresses)
        {
            // Nothing goes before it that would make an address of it.
            var address = written is { StartsWithAWord: true, OfKey: { IsKeyOfPath: false } key } && origins.All(origin => origin is { IsGateway: false, BaseAddress: null }) ? key : written;
            DependsOn(address);
            if (address.MayOn is { } tail)
            {
                mayOn.Add(tail);
            }

            // A setting without a value that isn't called an address is a path, if there is a base address to put it behind.
            if (address.IsKeyOfPath && origins.Any(origin => origin is { IsGateway: false, BaseAddress: not null }))
            {
                var path = address with { Kind = AddressKind.Relative, Path = "{}" + address.Path, Keys = [] };
                foreach (var origin in origins.Where(origin => origin is { IsGateway: false, BaseAddress: not null }))
                {
                    reason = AddRelative(path, origin) ?? reason;
                }

                continue;
            }

            if (address.Kind is AddressKind.Absolute or AddressKind.Symbolic)
            {
                var origin = origins.FirstOrDefault();
                Add(address, origin?.ClientName, origin?.ClientType, address.Provenance, null);
                continue;
            }

            if (address.MayBeRelative)
            {
                foreach (var origin in origins.Where(origin => !origin.IsGateway))
                {
                    var why = AddRelative(address, origin);
                    reason ??= why;
                }
            }

            reason ??= address.WhyUnknown("the address");
        }

        var gateway = origins.FirstOrDefault(origin => origin.IsGateway);
        if (gateway is not null && (candidates.Count == 0 || origins.All(origin => origin.IsGateway)))
        {
            return new Resolution
            {
                IsGateway = true,
                GatewaySystem = gateway.GatewaySystem,
                GatewayProvenance = gateway.Provenance,
                GatewayPath = Paths(addresses),
                Wirings = gateway.Wirings,
            };
        }

        var bounded = Resolution.Bounded(candidates);
        return new Resolution
        {
            Candidates = bounded ?? [],
            On = [.. on.Distinct(Declarations.Comparer)],
            OnObjects = [.. onObjects.Distinct(Declarations.Comparer)],
            MayOn = [.. mayOn.Distinct(Declarations.Comparer)],
            Wirings = [.. wirings.Distinct()],
            UnknownReason = bounded is null ? Resolution.TooMany : reason ?? "nothing says where it goes",
        };

        void DependsOn(Address address)
        {
            on.AddRange(address.On);
            if (address.OnObject is { } carrier)
            {
                onObjects.Add(carrier);
            }
        }

        void Add(Address address, string? clientName, ITypeSymbol? clientType, ImmutableArray<string> provenance, Library? library)
        {
            // One more than may be named, so that there are too many is seen.
            if (candidates.Count <= Limits.Alternatives && !candidates.Any(other => other.Display == address.Display()))
            {
                var endpoint = address.ToEndpoint(clientName, clientType);
                candidates.Add(new Candidate(endpoint with { Catalog = Entry(library, endpoint) }, address.Display(), address.Origin, provenance) { IsOfMember = address.IsOfMember });
            }
        }

        // Null if it could be resolved, else why not.
        string? AddRelative(Address address, ClientOrigin origin)
        {
            if (origin.On is { } through)
            {
                on.Add(through);
            }

            if (origin.BaseAddress is not { } known)
            {
                // p2p.json may know the client by its name or type alone.
                if (address.Kind == AddressKind.Relative && (!string.IsNullOrEmpty(origin.ClientName) || origin.ClientType is not null))
                {
                    candidates.Add(new Candidate(address.ToEndpoint(origin.ClientName, origin.ClientType), "{}" + Rooted(address.Path), null, origin.Provenance));
                }

                return address.WhyUnknown("the address") ?? origin.Unknown ?? "the client has no base address";
            }

            string? why = null;
            foreach (var alternative in known.Alternatives)
            {
                var read = Address.Read(alternative);
                var root = read.OfKey ?? read;
                DependsOn(root);
                if (root.Kind is AddressKind.Absolute or AddressKind.Symbolic)
                {
                    Add(appends ? AddressJoin.Append(root, address) : AddressJoin.Join(root, address), origin.ClientName, origin.ClientType, Alternative.Join(origin.Provenance, root.Provenance), origin.Library);
                    wirings.AddRange(origin.Wirings);
                }
                else
                {
                    why ??= root.WhyUnknown("the base address") ?? "the base address is a relative one";
                }
            }

            return why;
        }
    }

    private static string Rooted(string path) => path.Length == 0 || path[0] == '/' ? path : "/" + path;
}
