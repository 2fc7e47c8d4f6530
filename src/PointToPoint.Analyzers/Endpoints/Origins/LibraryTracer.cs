using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Walks back from a library's client to the address it was bound to: through the objects it is made of, the builders that made it, and the registrations that
/// hand it out. What of a library carries an address is the catalog's to say.
/// </summary>
internal sealed class LibraryTracer(ValueFlow flow, TextEvaluator texts, ClientTracer clients, RegisteredClients registered, LibraryRegistrations registrations, SetProperties properties, DefaultAddresses defaults, BindingSites sites, ClientMakers makers, BaseConstructors bases, InjectedClients injected, Delegates delegates, Dictionaries dictionaries, Services services, ConfiguredBindings options, LibraryIndex libraries)
{
    public ImmutableArray<ClientOrigin> Trace(IOperation client, LibraryFamily library, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        var search = new Search(library, evaluation, origins);
        Trace(client, search, frame, new ClientTrail(client, [], []));
        return [.. origins.Select(origin => origin with { Library = origin.Library ?? library.Library, IsBound = origin.IsBound || origin.BaseAddress is not null || (search.Reached && !library.Library.Contracts.IsEmpty) })];
    }

    /// <summary>What a call or a creation of the library binds a client to, by the catalog's word of it.</summary>
    public ImmutableArray<ClientOrigin> Bound(IOperation binding, LibraryFamily library, LibraryMember member, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        var trail = new ClientTrail(binding, [], []);
        if (properties.Of(library, trail, binding, frame, evaluation) is { } set)
        {
            // What is set on the object as it is made counts before what it is made of.
            origins.Add(set with { Library = library.Library });
        }
        else
        {
            OfBinding(binding, member, new Search(library, evaluation, origins), frame, trail);
        }

        return [.. origins.Select(origin => origin with { IsBound = origin.BaseAddress is not null })];
    }

    /// <summary>True if anything that a binding is given may say where the client goes.</summary>
    public bool IsGivenAddress(IOperation binding, LibraryFamily library, LibraryMember member, CancellationToken cancellation) =>
        sites.IsGivenAddress(binding, member, cancellation)
        || member.Queue.Add(member.Database!).Any(argument => sites.Argument(binding, argument, cancellation) is not null)
        || sites.Parts(binding, library, others: null, cancellation).Any();

    /// <summary>The name of a queue, from the first argument that isn't empty: a text, one of several texts, or what is set on a message of the library.</summary>
    public TextValue? Queue(ImmutableArray<IOperation> named, LibraryFamily library, Frame frame, Evaluation evaluation)
    {
        for (var i = 0; i < named.Length; i++)
        {
            var value = IsText(named[i])
                ? texts.Evaluate(named[i], frame, evaluation)
                : TextValue.AnyOf(named[i].Elements().SelectMany(element => IsText(element)
                    ? [texts.Evaluate(element, frame, evaluation)]
                    : Trace(element, library, frame, evaluation).Select(origin => origin.BaseAddress ?? TextValue.Unknown(origin.Unknown ?? "code that names no queue", origin.On))));
            if (value is not null && (i == named.Length - 1 || value.Constant is not ""))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The address that a value is, or that an object of the library holds: <c>new MongoServerAddress("erp-db")</c>.</summary>
    public TextValue AddressOf(IOperation value, LibraryFamily library, Frame frame, Evaluation evaluation) => IsText(value) || !(library.IsPart(value.Bare().Type) || value.Bare() is IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax })
        ? texts.Evaluate(value, frame, evaluation)
        : TextValue.AnyOf(Trace(value, library, frame, evaluation).Select(origin => origin.BaseAddress).OfType<TextValue>()) ?? texts.Evaluate(value, frame, evaluation);

    private void Trace(IOperation client, Search search, Frame frame, ClientTrail trail)
    {
        client = client.Bare();
        if (search.Origins.Count >= Limits.Alternatives || !search.Evaluation.TryEnter())
        {
            return;
        }

        try
        {
            // What an abstraction hands on belongs to whoever made it.
            search = (makers.Of(client, search.Library, search.Evaluation.Cancellation) ?? Missing(client, search)) is { } maker ? search with { Library = maker } : search;
            if (TestDoubles.Makes(client))
            {
                search.Origins.Add(new ClientOrigin { IsInProcess = true, Provenance = trail.Steps });
            }
            else if (client is IAnonymousFunctionOperation or { Type.TypeKind: TypeKind.Delegate })
            {
                foreach (var returned in delegates.Returns(new Place(client, frame), [], search.Evaluation.Cancellation))
                {
                    Trace(returned.Operation, search, returned.Frame, trail);
                }
            }
            else if (client is IArrayCreationOperation or ICollectionExpressionOperation)
            {
                foreach (var element in client.Elements())
                {
                    Trace(element, search, frame, trail);
                }
            }
            else if (IsText(client))
            {
                Add(search, texts.Evaluate(client, frame, search.Evaluation), trail);
            }
            else if (client is IObjectCreationOperation { Type: INamedTypeSymbol created } creation && (search.Library.IsDouble(created) || properties.IsLocal(search.Library, trail, creation, search.Evaluation)))
            {
                search.Origins.Add(new ClientOrigin { IsInProcess = true, Provenance = trail.Steps });
            }
            else if (Setting(client, search, frame) is { } setting)
            {
                Add(search, setting, trail);
            }
            else if (client is IObjectCreationOperation list && properties.Listed(trail, list).ToList() is { Count: > 0 } elements)
            {
                // Any of the servers that a client may connect to.
                foreach (var element in elements)
                {
                    Trace(element, search, frame, trail);
                }
            }
            else if (client.Type is { Name: "HttpClient" })
            {
                search.Origins.AddRange(clients.Trace(client, frame, search.Evaluation).Select(origin => origin with { Provenance = Alternative.Join(trail.Steps, origin.Provenance) }));
            }
            else if (makers.On(client, search.Library, search.Evaluation.Cancellation) is { Count: > 0 } bound)
            {
                foreach (var (library, call) in bound)
                {
                    OfBinding(call.Call, call.Member, search with { Library = library }, frame, trail);
                }
            }
            else if (client is IObjectCreationOperation filled && properties.Added(search.Library, trail, filled).ToList() is { Count: > 0 } added)
            {
                foreach (var (call, member) in added)
                {
                    OfBinding(call, member, search, frame, trail);
                }
            }
            else if (properties.Of(search.Library, trail, client, frame, search.Evaluation) is { } set)
            {
                search.Origins.Add(set with { Library = search.Library.Library });
            }
            else if (sites.Member(client, search.Library, search.Evaluation.Cancellation) is { } binding)
            {
                OfBinding(client, binding, search, frame, trail);
            }
            else if (client is IObjectCreationOperation handedOn && makers.Handed(handedOn, search.Library, frame, search.Evaluation.Cancellation) is { Count: > 0 } connected)
            {
                foreach (var (call, inside) in connected)
                {
                    OfBinding(call.Call, call.Member, search, inside, trail);
                }
            }
            else if (client is IPropertyReferenceOperation { Instance: { } owner } && search.Library.IsClient(owner.Type))
            {
                // client.Orders["1"] is a client of the same connection.
                Trace(owner, search, frame, trail);
            }
            else if (client is IInvocationOperation { Instance: { Type: { } same } again } && search.Library.IsClient(same) && SymbolEqualityComparer.Default.Equals(same, client.Type))
            {
                // client.WithHost("…") is the same client with something else set on it.
                Trace(again, search, frame, trail);
            }
            else
            {
                Onward(client, search, frame, trail);
                if (search.Origins.All(origin => origin.BaseAddress is null) && defaults.Of(client.Type, search.Library, search.Evaluation) is { } address)
                {
                    Add(search, address, trail);
                }
            }
        }
        finally
        {
            search.Evaluation.Leave();
        }
    }

    /// <summary>Where nothing of the library binds: what the value is made of, or who hands it out.</summary>
    private void Onward(IOperation client, Search search, Frame frame, ClientTrail trail)
    {
        if (flow.Next(client, frame, search.Evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
        {
            Follow(client, hop, search, frame, trail);
            return;
        }

        if (sites.Factory(client, search.Library, search.Evaluation.Cancellation) is var (factory, named))
        {
            OfFactory(client, factory, named, search, frame, trail);
            return;
        }

        var before = search.Origins.Count;
        foreach (var part in Parts(client, search))
        {
            Trace(part, search, frame, trail with { Steps = Steps(trail, client) });
        }

        if (search.Origins.Count > before)
        {
            return;
        }

        if (KnownTypes.WithoutNullable(client.Type) is not INamedTypeSymbol type)
        {
            return;
        }

        if (client is IObjectCreationOperation && IsOwn(type, search.Library))
        {
            search.Origins.Add(new ClientOrigin { IsInProcess = true, Provenance = trail.Steps });
            return;
        }

        if (services.ClassesFor(type, search.Evaluation.Cancellation) is { IsEmpty: false } made && made.All(one => IsOwn(one, search.Library) || search.Library.IsDouble(one)))
        {
            search.Origins.Add(new ClientOrigin { IsInProcess = true, Provenance = trail.Steps });
            return;
        }

        var found = registrations.Of(type, ServiceKeys.OfAsked(client), search.Library, libraries.Families, search.Evaluation.Cancellation);

        // A client that nobody asks for by name is the one that was given none.
        foreach (var registration in found.Where(registration => NameOf(registration, search) is null) is var unnamed && unnamed.Any() ? unnamed : found)
        {
            OfBinding(registration.Call, registration.Member, search with { Library = registration.Library }, registration.Frame, trail);
        }

        if (search.Origins.Count == before && (client is IInstanceReferenceOperation ? injected.OfThis(type, search.Library, search.Evaluation.Cancellation) : injected.Of(type, search.Library, search.Evaluation.Cancellation)) is { } start && sites.Member(start.Operation, search.Library, search.Evaluation.Cancellation) is { } inherited)
        {
            OfBinding(start.Operation, inherited, search, start.Frame, trail with { Steps = trail.Steps.Add("injected " + type.Name) });
        }

        if (search.Origins.Count > before)
        {
            return;
        }

        search.Origins.Add(client is IParameterReferenceOperation or IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation
            ? registered.Typed(type, trail, search.Evaluation)
            : new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client), On = Unknowns.On(client), Provenance = trail.Steps });
    }

    /// <summary>A client that is asked for by the name it was registered under.</summary>
    private void OfFactory(IOperation asked, LibraryMember factory, INamedTypeSymbol type, Search search, Frame frame, ClientTrail trail)
    {
        var said = sites.Argument(asked, factory.ClientName, search.Evaluation.Cancellation) is { } given ? texts.Evaluate(given, frame, search.Evaluation) : null;
        var name = said?.Constant;
        var steps = trail.Steps.Add(name is null ? factory.Name : $"{factory.Name}(\"{name}\")");
        var before = search.Origins.Count;
        foreach (var registration in registrations.Of(type, null, search.Library, libraries.Families, search.Evaluation.Cancellation).Where(registration => name is not null && (NameOf(registration, search) ?? type.Name) == name))
        {
            OfBinding(registration.Call, registration.Member, search, registration.Frame, trail with { Steps = steps });
        }

        if (search.Origins.Count == before)
        {
            search.Origins.Add(new ClientOrigin { ClientName = name, Provenance = steps, On = said?.On, Unknown = name is null ? "the client's name comes from " + (said?.Reason ?? "what isn't said") : $"no registration of client \"{name}\" was found" });
        }
    }

    private string? NameOf(LibraryRegistration registration, Search search) => sites.Argument(registration.Call, registration.Member.ClientName, search.Evaluation.Cancellation) is { } name && name.Syntax is not LambdaExpressionSyntax
        ? texts.Evaluate(name, registration.Frame, search.Evaluation).Constant ?? ""
        : null;

    private void OfBinding(IOperation binding, LibraryMember member, Search search, Frame frame, ClientTrail trail)
    {
        // A call in a loop, or one of several in a class, may lead back to itself.
        if (!search.Path.Add(binding.Syntax))
        {
            return;
        }

        var before = search.Origins.Count;
        search.Reached = true;
        ReadBinding(binding, member, search, frame, trail with { Steps = Steps(trail, binding) });
        search.Path.Remove(binding.Syntax);
        for (var i = before; i < search.Origins.Count; i++)
        {
            // Whatever it is made of, it is this library's.
            search.Origins[i] = search.Origins[i] with { Library = search.Origins[i].Library ?? search.Library.Library };
        }

        AddWithin(binding, member, search, frame, before);
        if (!member.IsWiring && !member.Connects)
        {
            return;
        }

        // What only carries an address is no wiring: that is what the address is carried to.
        for (var i = before; i < search.Origins.Count; i++)
        {
            if (search.Origins[i] is { BaseAddress: not null, Wirings.IsEmpty: true } carried)
            {
                search.Origins[i] = carried with { Wirings = [Operations.NameLocation(binding.Syntax)] };
            }
        }
    }

    private void ReadBinding(IOperation binding, LibraryMember member, Search search, Frame frame, ClientTrail trail)
    {
        if (member.IsOfDerived && binding is IObjectCreationOperation made && bases.Of(made, frame, search.Evaluation.Cancellation) is { } start
            && sites.Member(start.Operation, search.Library, search.Evaluation.Cancellation) is { } inherited)
        {
            OfBinding(start.Operation, inherited, search, start.Frame, trail);
            return;
        }

        if (sites.Argument(binding, member.Host, search.Evaluation.Cancellation) is { } host && BindingSites.MayBeHost(binding, host))
        {
            var address = HostAddress.Of(member.Scheme ?? search.Library.Protocol, TextValue.AnyOf(host.Elements().Select(one => texts.Evaluate(one, frame, search.Evaluation))) ?? TextValue.Unknown("a list without a host"));
            if (sites.Argument(binding, member.Port, search.Evaluation.Cancellation) is { } port && BindingSites.MayBePort(binding, port) && port.ConstantValue is not { HasValue: true, Value: 0 or -1 })
            {
                address = address.Then(TextValue.Literal(":")).Then(texts.Evaluate(port, frame, search.Evaluation));
            }

            Add(search, address, trail);
        }
        else if (sites.Argument(binding, member.ConnectionString, search.Evaluation.Cancellation) is { } text && Text(text, frame, search.Evaluation) is { } connectionString)
        {
            Add(search, BoundAddress.Of(connectionString, member, search.Library.Library), trail);
        }
        else if (sites.Argument(binding, member.Address, search.Evaluation.Cancellation) is { } address && BindingSites.MayBeAddress(binding, address, member))
        {
            Trace(address, search, frame, trail);
        }
        else if (sites.Argument(binding, member.Connection, search.Evaluation.Cancellation) is { } connection)
        {
            Add(search, options.OfConnection(texts.Evaluate(connection, frame, search.Evaluation), new Place(binding, frame), member, search.Library.Library), trail);
        }
        else if (BindingSites.Function(binding, member.Configure) is { } written && properties.In(search.Library, written, trail, frame, search.Evaluation) is { } assigned)
        {
            search.Origins.Add(assigned with { Library = search.Library.Library });
        }
        else if (sites.Argument(binding, member.Configure, search.Evaluation.Cancellation)?.Bare() is { } function && properties.In(search.Library, function, trail, frame, search.Evaluation) is { } configured)
        {
            search.Origins.Add(configured with { Library = search.Library.Library });
        }
        else
        {
            var before = search.Origins.Count;
            foreach (var part in Parts(binding, search))
            {
                Trace(part, search, frame, trail);
            }

            // Of what one client is made of, what holds no address is no alternative to what does: a credential beside options.
            if (binding is IInvalidOperation && search.Origins.Skip(before).Any(origin => origin.BaseAddress is not null))
            {
                for (var i = search.Origins.Count - 1; i >= before; i--)
                {
                    if (search.Origins[i] is { BaseAddress: null, IsInProcess: false, IsGateway: false })
                    {
                        search.Origins.RemoveAt(i);
                    }
                }
            }

            if (search.Origins.Count == before)
            {
                search.Origins.Add(options.Of(search.Library, member, new Place(binding, frame), sites.Argument(binding, member.ClientName, search.Evaluation.Cancellation), search.Evaluation) is { } set
                    ? new ClientOrigin { BaseAddress = set, Provenance = trail.Steps, Library = search.Library.Library }
                    : new ClientOrigin { Provenance = trail.Steps, Unknown = "the client that is created here is given no address", Library = search.Library.Library });
            }
        }
    }

    /// <summary>A database or queue that the binding names on the server it is made of.</summary>
    private void AddWithin(IOperation binding, LibraryMember member, Search search, Frame frame, int first)
    {
        var database = sites.Argument(binding, member.Database, search.Evaluation.Cancellation) is { } named ? texts.Evaluate(named, frame, search.Evaluation) : null;
        var queue = Queue([.. member.Queue.Select(argument => sites.Argument(binding, argument, search.Evaluation.Cancellation)).OfType<IOperation>()], search.Library, frame, search.Evaluation);
        for (var i = first; i < search.Origins.Count && (database ?? queue) is not null; i++)
        {
            var origin = search.Origins[i];
            search.Origins[i] = origin with
            {
                BaseAddress = database is null ? origin.BaseAddress : origin.BaseAddress?.SelectMany(server => database.Select(name => AddressJoin.Join(server, Queues.WithoutKeys(name)))),
                Queue = queue ?? origin.Queue,
            };
        }
    }

    private void Follow(IOperation client, Hop hop, Search search, Frame frame, ClientTrail trail)
    {
        if (hop.Variable is { } variable)
        {
            if (!search.Evaluation.TryEnter(variable, client.Syntax, frame))
            {
                return;
            }

            trail = trail.Through(client, variable, hop.Step);
        }

        foreach (var source in hop.Sources)
        {
            Trace(source.Operation, search, source.Frame, trail);
        }

        if (hop.Variable is { } left)
        {
            search.Evaluation.Leave(left, client.Syntax, frame);
        }
    }

    /// <summary>A text, be it one that only its code tells to be one; null if it is none.</summary>
    private TextValue? Text(IOperation value, Frame frame, Evaluation evaluation) => IsText(value) ? texts.Evaluate(value, frame, evaluation)
        : value.Bare() is IInvalidOperation { Type: null or { TypeKind: TypeKind.Error, Name: "" } } missing && texts.Evaluate(missing, frame, evaluation) is { IsUnknown: false } told ? told
        : null;

    /// <summary>True for a class of the code's own that has only an interface of the library.</summary>
    private static bool IsOwn(INamedTypeSymbol type, LibraryFamily library)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (Declarations.IsMissingInterface(next))
            {
                break;
            }

            if (next.TypeKind == TypeKind.Error || library.IsPart(next))
            {
                return false;
            }
        }

        return !type.DeclaringSyntaxReferences.IsEmpty && !library.IsClient(type);
    }

    /// <summary>The address that a dictionary of settings holds; null if it is none, or holds none.</summary>
    private TextValue? Setting(IOperation client, Search search, Frame frame)
    {
        if (search.Library.Library.Entries.IsEmpty || !Dictionaries.Is(client.Type) || dictionaries.EntriesOf(client, frame, search.Evaluation.Cancellation) is not { } entries)
        {
            return null;
        }

        return search.Library.Library.Entries
            .Select(setting => entries.LastOrDefault(entry => texts.Evaluate(entry.Key, search.Evaluation).Constant == setting.Key).Value is { Operation: not null } value
                ? ConnectionStrings.ToAddress(texts.Evaluate(value, search.Evaluation), setting.Scheme).From(setting.Key)
                : null)
            .FirstOrDefault(address => address is not null);
    }

    /// <summary>The call of the library's member that made a value; null if none did, or several may have.</summary>
    public (IOperation Call, LibraryMember Member, Frame Frame)? Maker(IOperation value, LibraryFamily library, Frame frame, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            value = value.Bare();
            if (sites.Member(value, library, cancellation) is { } member)
            {
                return (value, member, frame);
            }

            if (flow.Next(value, frame, cancellation) is not { Sources: [var source] })
            {
                return null;
            }

            (value, frame) = (source.Operation, source.Frame);
        }

        return null;
    }

    /// <summary>What a call or a creation is given for a parameter, by the catalog's word of it.</summary>
    public IOperation? Given(IOperation call, LibraryMember member, LibraryArgument? argument, CancellationToken cancellation) => sites.Argument(call, member, argument, cancellation);

    private static bool IsText(IOperation value) => value.Bare().Type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "UriBuilder" } || EndpointAddressSource.Is(value.Bare().Type) || ConnectionStringBuilderSource.IsBuilder(value.Bare().Type);

    private static void Add(Search search, TextValue address, ClientTrail trail) => search.Origins.Add(new ClientOrigin { BaseAddress = address, Provenance = trail.Steps, Library = search.Library.Library });

    /// <summary>Who made an abstraction's client, where the maker's type isn't there.</summary>
    private LibraryFamily? Missing(IOperation client, Search search) => search.Library.Library.IsAbstraction && sites.Missing(client, search.Evaluation.Cancellation) is { } maker && maker != search.Library ? maker : null;

    private IEnumerable<IOperation> Parts(IOperation made, Search search) => sites.Parts(made, search.Library, search.Library.Library.IsAbstraction ? libraries : null, search.Evaluation.Cancellation);

    private static ImmutableArray<string> Steps(ClientTrail trail, IOperation made) =>
        BindingSites.Step(made) is not { } step || trail.Steps.Length >= Limits.Provenance || trail.Steps.Contains(step) ? trail.Steps : trail.Steps.Add(step);

    private sealed record Search(LibraryFamily Library, Evaluation Evaluation, ImmutableArray<ClientOrigin>.Builder Origins)
    {
        /// <summary>The bindings that are being looked at.</summary>
        public HashSet<SyntaxNode> Path { get; } = [];

        /// <summary>True once something of the library was seen that binds.</summary>
        public bool Reached { get; set; }
    }
}
