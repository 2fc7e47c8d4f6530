using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Walks back from a library's client to the address it was bound to: through the objects it is made of, the builders that made it, and the registrations that
/// hand it out. What of a library carries an address is the catalog's to say.
/// </summary>
internal sealed class LibraryTracer(ValueFlow flow, TextEvaluator texts, ClientTracer clients, RegisteredClients registered, LibraryRegistrations registrations, SetProperties properties)
{
    public ImmutableArray<ClientOrigin> Trace(IOperation client, LibraryFamily library, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        Trace(client, new Search(library, evaluation, origins), frame, new ClientTrail(client, [], []));
        return origins.ToImmutable();
    }

    /// <summary>What a call or a creation of the library binds a client to, by the catalog's word of it.</summary>
    public ImmutableArray<ClientOrigin> Bound(IOperation binding, LibraryFamily library, LibraryMember member, Frame frame, Evaluation evaluation)
    {
        var origins = ImmutableArray.CreateBuilder<ClientOrigin>();
        OfBinding(binding, member, new Search(library, evaluation, origins), frame, new ClientTrail(binding, [], []));
        return origins.ToImmutable();
    }

    /// <summary>True if anything that a binding is given may say where the client goes.</summary>
    public static bool IsGivenAddress(IOperation binding, LibraryFamily library, LibraryMember member) =>
        new[] { member.Host, member.Address, member.ConnectionString, member.Connection, member.Configure, member.Database }.Concat(member.Queue).Any(argument => Argument(binding, argument) is not null) || Parts(binding, library).Any();

    private void Trace(IOperation client, Search search, Frame frame, ClientTrail trail)
    {
        client = client.Bare();
        if (search.Origins.Count >= Limits.Alternatives || !search.Evaluation.TryEnter())
        {
            return;
        }

        try
        {
            if (IsText(client))
            {
                Add(search, texts.Evaluate(client, frame, search.Evaluation), client, trail);
            }
            else if (client.Type is { Name: "HttpClient" })
            {
                search.Origins.AddRange(clients.Trace(client, frame, search.Evaluation).Select(origin => origin with { Provenance = Alternative.Join(trail.Steps, origin.Provenance) }));
            }
            else if (properties.Of(search.Library, trail, client, frame, search.Evaluation) is { } set)
            {
                search.Origins.Add(set);
            }
            else if (Binding(client, search.Library) is { } member)
            {
                OfBinding(client, member, search, frame, trail);
            }
            else
            {
                Onward(client, search, frame, trail);
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

        var before = search.Origins.Count;
        foreach (var part in Parts(client, search.Library))
        {
            Trace(part, search, frame, trail with { Steps = Steps(trail, client) });
        }

        if (search.Origins.Count > before)
        {
            return;
        }

        if (client.Type is not INamedTypeSymbol type)
        {
            return;
        }

        foreach (var registration in registrations.Of(type, search.Library, search.Evaluation.Cancellation))
        {
            OfBinding(registration.Call, registration.Member, search, registration.Frame, trail);
        }

        if (search.Origins.Count > before)
        {
            return;
        }

        search.Origins.Add(client is IParameterReferenceOperation or IInvocationOperation or IPropertyReferenceOperation
            ? registered.Typed(type, trail, search.Evaluation)
            : new ClientOrigin { Unknown = "the client comes from " + Unknowns.Describe(client), On = Unknowns.On(client), Provenance = trail.Steps });
    }

    private void OfBinding(IOperation binding, LibraryMember member, Search search, Frame frame, ClientTrail trail)
    {
        trail = trail with { Steps = Steps(trail, binding) };
        var before = search.Origins.Count;
        if (Argument(binding, member.Host) is { } host)
        {
            var address = TextValue.Literal((member.Scheme ?? search.Library.Protocol) + "://").Then(texts.Evaluate(host, frame, search.Evaluation));
            if (Argument(binding, member.Port) is { } port)
            {
                address = address.Then(TextValue.Literal(":")).Then(texts.Evaluate(port, frame, search.Evaluation));
            }

            Add(search, address, binding, trail);
        }
        else if (Argument(binding, member.ConnectionString) is { } text && IsText(text))
        {
            Add(search, BoundAddress.Of(texts.Evaluate(text, frame, search.Evaluation), member, search.Library.Library), binding, trail);
        }
        else if (Argument(binding, member.Address) is { } address)
        {
            Trace(address, search, frame, trail);
        }
        else if (Argument(binding, member.Connection) is { } connection)
        {
            // The configuration key is known, whoever gives it a value.
            Add(search, texts.Evaluate(connection, frame, search.Evaluation).Select(name => new Alternative([new KeyPart("ConnectionStrings:" + Text(name))], name.Provenance)), binding, trail);
        }
        else if (Argument(binding, member.Configure)?.Bare() is { } function && properties.In(search.Library, function, trail, frame, search.Evaluation) is { } configured)
        {
            search.Origins.Add(configured);
        }
        else
        {
            foreach (var part in Parts(binding, search.Library))
            {
                Trace(part, search, frame, trail);
            }

            if (search.Origins.Count == before)
            {
                search.Origins.Add(new ClientOrigin { Provenance = trail.Steps, Wirings = [Operations.NameLocation(binding.Syntax)], Unknown = "the client that is created here is given no address" });
            }
        }

        AddWithin(binding, member, search, frame, before);

        // What only carries an address on is told by whoever gets it from there.
        var own = Operations.NameLocation(binding.Syntax);
        for (var i = before; i < search.Origins.Count; i++)
        {
            var origin = search.Origins[i];
            search.Origins[i] = member.IsWiring
                ? origin.Wirings.IsEmpty ? origin with { Wirings = [own] } : origin
                : origin.Wirings is [var only] && only == own ? origin with { Wirings = [] } : origin;
        }
    }

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

    /// <summary>A database or queue that the binding names on the server it is made of.</summary>
    private void AddWithin(IOperation binding, LibraryMember member, Search search, Frame frame, int first)
    {
        var database = Argument(binding, member.Database) is { } named ? texts.Evaluate(named, frame, search.Evaluation) : null;
        var queue = member.Queue.IsEmpty ? null : Queue([.. member.Queue.Select(argument => Argument(binding, argument)).OfType<IOperation>()], search.Library, frame, search.Evaluation);
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

    private static void Add(Search search, TextValue address, IOperation at, ClientTrail trail) =>
        search.Origins.Add(new ClientOrigin { BaseAddress = address, Wirings = [Operations.NameLocation(at.Syntax)], Provenance = trail.Steps });

    private static bool IsText(IOperation value) => value.Bare().Type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "UriBuilder" } || ConnectionStringBuilderSource.IsBuilder(value.Bare().Type);

    private static LibraryMember? Binding(IOperation operation, LibraryFamily library) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => library.Binding(constructor),
        IInvocationOperation invocation => library.Binding(invocation.TargetMethod),
        _ => null,
    };

    private static IOperation? Argument(IOperation binding, LibraryArgument? argument) => argument is null ? null : binding switch
    {
        IInvocationOperation invocation => LibraryFamily.Of(invocation, argument),
        IObjectCreationOperation creation => argument.Names.Select(name => creation.Argument(name)).FirstOrDefault(value => value is not null),
        _ => null,
    };

    /// <summary>The values of the library's own types, and HttpClients, that a client or builder is made of: its receiver and its arguments.</summary>
    private static IEnumerable<IOperation> Parts(IOperation made, LibraryFamily library)
    {
        var parts = made switch
        {
            IInvocationOperation invocation => Given(invocation.Arguments).Concat(invocation.Instance is { } instance ? [instance] : []),
            IObjectCreationOperation creation => Given(creation.Arguments),
            IPropertyReferenceOperation { Instance: { } owner } => [owner],
            _ => [],
        };

        // What a task brings counts by its own type.
        return parts.Where(part => part.Bare().Type?.Name == "HttpClient" || library.IsPart(part.Bare().Type) || library.IsPart(part.Type));
    }

    private static IEnumerable<IOperation> Given(ImmutableArray<IArgumentOperation> arguments) => arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);

    private static ImmutableArray<string> Steps(ClientTrail trail, IOperation made)
    {
        var step = made switch
        {
            IObjectCreationOperation creation => "new " + creation.Type?.Name,
            IInvocationOperation invocation => invocation.TargetMethod.Name,
            _ => null,
        };
        return step is null || trail.Steps.Length >= Limits.Provenance || trail.Steps.Contains(step) ? trail.Steps : trail.Steps.Add(step);
    }

    private static string Text(Alternative alternative) => string.Concat(alternative.Parts.Select(part => part is LiteralPart literal ? literal.Text : "{}"));

    private sealed record Search(LibraryFamily Library, Evaluation Evaluation, ImmutableArray<ClientOrigin>.Builder Origins);
}
