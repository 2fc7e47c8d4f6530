using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// What the catalog says of one client library: which types are clients, which of their members leave the process, which bind them to an address, whose system
/// it is. Plain data, the same for every compilation.
/// </summary>
internal sealed record Library
{
    /// <summary>As the documentation lists it: <c>Stripe</c>, <c>RestSharp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a connection through it is called: http, grpc, sdk, …</summary>
    public required string Protocol { get; init; }

    /// <summary>The system that is called when no address says otherwise; null if only the address tells.</summary>
    public string? System { get; init; }

    /// <summary>Hosts that are known to be that system's, as <see cref="HostPattern"/> reads them.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Where it goes unless it is told otherwise: the first of its hosts; null if that one is a pattern.</summary>
    public string? DefaultHost => IsInfrastructure || Hosts.IsEmpty || Hosts[0].IndexOf('*') >= 0 ? null : Hosts[0];

    /// <summary>True for storage, secrets, queues, caches and the like: the caller's own means, until p2p.json says that they are another system's.</summary>
    public bool IsInfrastructure { get; init; }

    /// <summary>True if its clients are made by other libraries: who made one says where it goes, and whose system that is.</summary>
    public bool IsAbstraction { get; init; }

    /// <summary>True if p2p.json names it: then of a type that it names itself, without any awaitable method, all methods are calls.</summary>
    public bool IsOfManifest { get; init; }

    /// <summary>True if only what its package is called says that it is an API's client.</summary>
    public bool IsOfPackage { get; init; }

    /// <summary>True if it is the method that says so by which the package registers its clients.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>True if its clients wait for answers: of a type without any awaitable method all methods are calls.</summary>
    public bool IsSynchronous { get; init; }

    /// <summary>Assemblies that count; a <c>*</c> at the end stands for any rest. Empty if any does.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>The types whose remote operations are calls.</summary>
    public ImmutableArray<LibraryType> Clients { get; init; } = [];

    /// <summary>Types that are bound where a class of the code's own that derives from one is made; its own methods are none of the library's.</summary>
    public ImmutableArray<LibraryType> Bases { get; init; } = [];

    /// <summary>Types, and namespaces of generated ones, that hand out clients which code doesn't name: known by these where the package is missing.</summary>
    public ImmutableArray<LibraryType> Holders { get; init; } = [];

    /// <summary>Members whose type argument is an interface that they make an object of: its methods are calls then.</summary>
    public ImmutableArray<LibraryMember> Proxies { get; init; } = [];

    /// <summary>Properties that keep a client in this machine where they have one of these values.</summary>
    public ImmutableArray<LocalSetting> LocalSettings { get; init; } = [];

    /// <summary>What a dictionary of settings has the address under, for clients that are made of one.</summary>
    public ImmutableArray<LibraryEntry> Entries { get; init; } = [];

    /// <summary>Documentation IDs of namespaces, types and members that are none after all.</summary>
    public ImmutableHashSet<string> Excluded { get; init; } = [];

    /// <summary>Names of members that are none whatever type has them; a <c>*</c> at the end stands for any rest.</summary>
    public ImmutableArray<string> ExcludedNames { get; init; } = [];

    /// <summary>True if a call counts only where code is seen that binds the client: of types that listen as well as call.</summary>
    public bool CountsIfBound { get; init; }

    /// <summary>True if a call counts only where it is known to go to another machine: of members that read files as well.</summary>
    public bool CountsIfLocated { get; init; }

    /// <summary>Attributes of interfaces whose methods are calls where the library made the object behind them.</summary>
    public ImmutableHashSet<string> Contracts { get; init; } = [];

    /// <summary>Members that hand out a client by the name it was registered under.</summary>
    public ImmutableArray<LibraryMember> Factories { get; init; } = [];

    /// <summary>Members that are calls although the rule for remote operations doesn't see it, or that say verb or address.</summary>
    public ImmutableArray<LibraryMember> Calls { get; init; } = [];

    /// <summary>Members that bind a client, or what it is made of, to an address.</summary>
    public ImmutableArray<LibraryMember> Bindings { get; init; } = [];

    /// <summary>The request objects that its calls are given.</summary>
    public ImmutableArray<MessageShape> Messages { get; init; } = [];

    /// <summary>True if a path goes behind all of the base address, whatever slash it starts with; else it is resolved as <see cref="Uri"/> does.</summary>
    public bool Appends { get; init; }

    /// <summary>True if its clients are generated classes that give their base class a URL template.</summary>
    public bool HasUrlTemplates { get; init; }

    /// <summary>True if <c>{id}</c> in a path is a place for a value.</summary>
    public bool HasPlaces { get; init; }

    /// <summary>True for clients of mail servers.</summary>
    public bool IsOfMail => Protocol is "smtp" or "imap" or "pop3";

    /// <summary>The rule that speaks of its calls.</summary>
    public string RuleId => Protocol switch
    {
        "http" or "graphql" or "odata" => RuleIds.DirectHttpCall,
        "sql" or "database" or "queue" => RuleIds.DirectDataAccess,
        _ => RuleIds.DirectSdkCall,
    };

    /// <summary>The rule that speaks where a client is made.</summary>
    public string WiringRuleId => RuleId == RuleIds.DirectDataAccess ? RuleIds.DirectDataAccess : RuleIds.DirectWiring;

    /// <summary>What its types' namespaces start with: a value of such a type may hold the address.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>True for a host that is the system's: an SDK that is bound to another one speaks to somebody else, who understands the same.</summary>
    public bool HasHost(string host) => Hosts.Any(own => HostPattern.Means(own, host));
}

/// <summary>Types that are clients: one type, or all of a namespace.</summary>
/// <param name="Id">Documentation ID: <c>T:Stripe.StripeClient</c>, <c>N:Stripe</c>.</param>
/// <param name="IncludesDerived">True if classes that derive from it are clients as well, generated ones above all.</param>
internal sealed record LibraryType(string Id, bool IncludesDerived);

/// <summary>A property that says that nothing leaves the machine: <c>DeliveryMethod = SpecifiedPickupDirectory</c>.</summary>
/// <param name="Id">Documentation ID.</param>
/// <param name="Values">The names of the constants that say so.</param>
internal sealed record LocalSetting(string Id, ImmutableArray<string> Values)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = Id.Substring(Id.LastIndexOf('.') + 1);

    /// <summary>The full name of its class.</summary>
    public string Type { get; } = Id.Substring(2, Id.LastIndexOf('.') - 2);
}

/// <summary>The key of a setting that is the address: <c>bootstrap.servers</c>.</summary>
internal sealed record LibraryEntry(string Key, string Scheme);

/// <summary>A member of a library that the catalog says something about.</summary>
/// <param name="Id">Documentation ID; without a parameter list it means all overloads, <c>*</c> at its end any rest of the name.</param>
internal sealed record LibraryMember(string Id)
{
    /// <summary>True if a binding is told as a wiring; else it only carries the address to one.</summary>
    public bool IsWiring { get; init; }

    /// <summary>True if a call binds what it is made on as well.</summary>
    public bool Connects { get; init; }

    /// <summary>HTTP verb or operation that a call is shown with; null for the method's name.</summary>
    public string? Verb { get; init; }

    /// <summary>The argument that is the verb: a text, a member of an enum, an <c>HttpMethod</c>.</summary>
    public LibraryArgument? Method { get; init; }

    /// <summary>The argument that is the address, or holds it; <c>this</c> is what the member is called on.</summary>
    public LibraryArgument? Address { get; init; }

    /// <summary>The argument that is a host name, with <see cref="Port"/> beside it.</summary>
    public LibraryArgument? Host { get; init; }

    /// <summary>The port beside <see cref="Host"/>.</summary>
    public LibraryArgument? Port { get; init; }

    /// <summary>The delegate that sets the address on what it is given.</summary>
    public LibraryArgument? Configure { get; init; }

    /// <summary>The argument that is a connection string: its server and database are the address.</summary>
    public LibraryArgument? ConnectionString { get; init; }

    /// <summary>The argument that is the name of a connection string: <c>"erp"</c> is <c>ConnectionStrings:erp</c>.</summary>
    public LibraryArgument? Connection { get; init; }

    /// <summary>The argument that names the database on the server that its receiver is bound to.</summary>
    public LibraryArgument? Database { get; init; }

    /// <summary>The arguments that name a queue, topic or exchange: the first that isn't empty.</summary>
    public ImmutableArray<LibraryArgument> Queue { get; init; } = [];

    /// <summary>The argument that names a registered client.</summary>
    public LibraryArgument? ClientName { get; init; }

    /// <summary>The argument that is the key under which a registration's client is asked for.</summary>
    public LibraryArgument? Key { get; init; }

    /// <summary>The property that holds the object whose property it is: <c>client.Endpoint.Address = …</c>.</summary>
    public string? Through { get; init; }

    /// <summary>True of the constructor of a class of the code's own: the client's constructor that it runs says where.</summary>
    public bool IsOfDerived { get; init; }

    /// <summary>True if a call is mediated, as the gateway's are: <see cref="System"/> says for whom it is.</summary>
    public bool IsGateway { get; init; }

    /// <summary>The argument that names the system.</summary>
    public LibraryArgument? System { get; init; }

    /// <summary>The argument that another member of the library made, which says in its stead for whom a mediated call is, and what.</summary>
    public LibraryArgument? Made { get; init; }

    /// <summary>The scheme in front of a host: <c>smtp</c>.</summary>
    public string? Scheme { get; init; }

    /// <summary>The label of the service in the host, where a connection string names an account only: <c>queue</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Documentation ID of the service that a registration provides, where its name or type arguments don't say.</summary>
    public ImmutableArray<string> Provides { get; init; } = [];

    /// <summary>True if it says where the client goes.</summary>
    public bool SaysWhere => (Address ?? Host ?? Configure ?? Connection ?? ConnectionString ?? Database) is not null || !Queue.IsEmpty || Id[0] == 'P';

    /// <summary>The last part of its name: <c>ForAddress</c>, <c>#ctor</c>.</summary>
    public string Name => Id.Split('(')[0] is var name ? name.Substring(name.LastIndexOf('.') + 1) : "";
}

/// <summary>
/// An argument by its parameter's name, and by its position where only the text of a call is known, or no name is given; the object that an extension extends
/// has none.
/// </summary>
internal sealed record LibraryArgument(ImmutableArray<string> Names, int Position);
