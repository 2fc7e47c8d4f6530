using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>A library of the catalog, as one compilation sees it.</summary>
internal sealed class LibraryFamily(Library library, Compilation compilation) : ClientFamily
{
    private readonly ConcurrentDictionary<ISymbol, Judgement> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _doubles = new(SymbolEqualityComparer.Default);
    private ImmutableHashSet<string>? _callNames;

    private readonly ImmutableArray<string> _bindingMethods = [.. library.Bindings.Where(member => member.Id[0] == 'M' && member.Name != "#ctor" && member.Database is null && member.Queue.IsEmpty).Select(member => member.Name).Distinct()];

    public Library Library => library;

    public override string Protocol => library.Protocol;

    /// <summary>None by symbol: the index knows them by name.</summary>
    public override ImmutableArray<INamedTypeSymbol> Types => [];

    public override string RuleId => library.RuleId;

    public override string ClientName => library.Name;

    /// <summary>True if calls say where they go by an argument of their own.</summary>
    public bool HasNamedCalls { get; } = library.Calls.Any(call => (call.Address ?? call.Host) is not null || !call.Queue.IsEmpty || !library.Messages.IsEmpty);

    /// <summary>The names of the properties of its options that say where, and are told at what they are given to.</summary>
    public ImmutableArray<string> AddressProperties { get; } = [.. library.Bindings.Where(member => member.Id[0] == 'P' && !member.IsWiring).Select(member => member.Name).Distinct()];

    /// <summary>True if it has methods that bind what they are called on.</summary>
    public bool HasBindingMethods => !_bindingMethods.IsEmpty;

    /// <summary>True if a method of this name may be one.</summary>
    public bool IsBindingMethod(string name) => _bindingMethods.Any(method => method[method.Length - 1] == '*' ? name.StartsWith(method.Substring(0, method.Length - 1), StringComparison.Ordinal) : name == method);

    /// <summary>
    /// By the clients' own members. Those of whole namespaces are known only when they are called: no method of the code's own is looked at as one that hands its
    /// address on to them.
    /// </summary>
    public override bool Calls(string name) => CallNames.Contains(name);

    /// <summary>The names of its calls.</summary>
    public ImmutableHashSet<string> CallNames => _callNames ??= FindCallNames();

    // What reads files as well has names that half of all methods call: Create, Load. Who hands an address on to it is looked for only where another library has them, too, as in a scan.
    private ImmutableHashSet<string> FindCallNames() => library.CountsIfLocated ? [] :
    [
        .. library.Calls.Select(call => call.Name),
        .. library.Clients.Where(client => client.Id[0] == 'T').Select(client => KnownTypes.Find(compilation, client.Id.Substring(2))).OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Where(method => Judge(method).IsCall).Select(method => method.Name),
    ];

    public override ClientOperation? Match(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var judgement = Judge(method);

        // base.SendAsync(…) in a client of one's own, or a test double, hands on what it was asked; whoever called it is the caller.
        if (!judgement.IsCall || IsWithin(invocation, method) || (invocation.Instance is IInstanceReferenceOperation && invocation.Syntax.ToString().StartsWith("base.", StringComparison.Ordinal)))
        {
            return null;
        }

        var instance = invocation.Receiver();
        var (message, shape) = MessageOf(invocation, instance) is { } found ? found : default;
        var verb = Of(invocation, judgement.Listed?.Method);

        // What is called on the message itself says nothing of its verb: request.GetResponse().
        var isMessage = message is not null && message == instance;
        var client = (instance?.Bare().Type as INamedTypeSymbol) is { } type && (!method.IsStatic || method.IsExtensionMethod) ? type : method.ContainingType;
        var address = Of(invocation, judgement.Listed?.Address);

        // What a static method is given of the library is what it calls on: UserPrincipal.FindByIdentity(context, …).
        if (instance is null && judgement.Listed is { Connects: false } && address is not null && IsPart(address.Bare().Type))
        {
            (instance, address) = (address, null);
        }

        var isText = address is not null && judgement.Listed is { Connects: false } && !IsEndPoint(address.Bare().Type);
        return new ClientOperation
        {
            Client = TypedClient.NameOf(client),
            Verb = verb is not null || isMessage || Of(invocation, judgement.Listed?.Made) is not null ? null : judgement.Listed?.Verb ?? VerbOf(method),
            VerbArgument = verb,
            Instance = isMessage || (address is not null && address == instance && !IsPart(address.Bare().Type)) ? null : instance,
            Address = isText ? address : null,
            System = Of(invocation, judgement.Listed?.System),
            Made = Of(invocation, judgement.Listed?.Made),
            Binding = Of(invocation, judgement.Listed?.Host) is not null || (address is not null && !isText) ? invocation : null,
            Template = library.HasUrlTemplates ? UrlTemplate.Of(client) : library.Protocol switch { "grpc" => GrpcMethods.PathOf(method), "odata" when address is null => ODataPath.Of(invocation), _ => null },
            CountsIfBound = library.CountsIfBound || IsOfContract(method),
            CountsIfLocated = library.CountsIfLocated,
            Queue = [.. (judgement.Listed?.Queue ?? []).Select(argument => Of(invocation, argument)).OfType<IOperation>()],
            Message = message,
            Shape = shape,
            Library = library,
            Listed = judgement.Listed,
        };
    }

    public override ClientOperation? Match(IMethodReferenceOperation reference, Func<string, IOperation?> argument)
    {
        var method = reference.Method;
        var judgement = Judge(method);
        if (!judgement.IsCall || IsWithin(reference, method) || reference.Instance is null or IInstanceReferenceOperation)
        {
            return null;
        }

        var client = reference.Instance.Bare().Type as INamedTypeSymbol ?? method.ContainingType;

        // What is called on a request says nothing of its verb, but the request does: FromAsync(request.BeginGetResponse, …).
        var shape = library.Messages.FirstOrDefault(one => one.Is(reference.Instance.Bare().Type));
        return new ClientOperation
        {
            Client = TypedClient.NameOf(client),
            Verb = judgement.Listed?.Verb ?? (shape is null ? VerbOf(method) : null),
            Instance = shape is null ? reference.Instance : null,
            Message = shape is null ? null : reference.Instance,
            Shape = shape,
            Template = library.HasUrlTemplates ? UrlTemplate.Of(client) : library.Protocol == "grpc" ? GrpcMethods.PathOf(method) : null,
            CountsIfBound = library.CountsIfBound || IsOfContract(method),
            CountsIfLocated = library.CountsIfLocated,
            IsPassedOn = judgement.Listed is { Address: not null } or { Host: not null } || method.Parameters.Any(parameter => library.Messages.Any(shape => shape.Is(parameter.Type))),
            IsToldByName = true,
            Library = library,
            Listed = judgement.Listed,
        };
    }

    /// <summary>True if the catalog's member, which makes objects of interfaces, is called.</summary>
    public static bool Makes(IMethodSymbol method, LibraryMember member) => Means(member.Id, RecordMaker.DocumentationId(method.ReducedFrom ?? method));

    /// <summary>What a call does of an interface that the library made the object of.</summary>
    public ClientOperation Proxied(IInvocationOperation invocation) => new()
    {
        Client = TypedClient.NameOf(invocation.TargetMethod.ContainingType),
        Verb = invocation.TargetMethod.Name,
        Instance = invocation.Instance,
        CountsIfBound = true,
        Library = library,
    };

    /// <summary>Methods of interfaces that are a contract of the library: calls, where the library made the object.</summary>
    public override bool Declares(IMethodSymbol method) => IsOfContract(method);

    public override bool MayDeclare => !library.Contracts.IsEmpty;

    /// <summary>What the catalog says of a method that hands out a client by its name; null if it is none.</summary>
    public LibraryMember? Factory(IMethodSymbol method) =>
        library.Factories.IsEmpty ? null : RecordMaker.DocumentationId(method.ReducedFrom ?? method) is var id ? library.Factories.FirstOrDefault(other => Means(other.Id, id)) : null;

    private bool IsOfContract(IMethodSymbol method) => !library.Contracts.IsEmpty && method is { MethodKind: MethodKind.Ordinary, ContainingType: { TypeKind: TypeKind.Interface } type } && !EndsACall(method)
        && _contracts.GetOrAdd(type.OriginalDefinition, declaring => declaring.GetAttributes().Any(attribute => attribute.AttributeClass is { } known
            && (known.TypeKind == TypeKind.Error ? library.Contracts.Any(id => CatalogNames.LastPart(id) is var name && (name == known.Name || name == known.Name + "Attribute")) : library.Contracts.Contains(RecordMaker.DocumentationId(known)))));

    public override bool IsRegistration(IMethodSymbol method) => false;

    public override bool IsWiring(IPropertySymbol property) => Binding(property) is { IsWiring: true };

    /// <summary>True if the catalog speaks of a method under this library.</summary>
    public bool Knows(IMethodSymbol method) => Judge(method) is { IsCall: true } or { Binding: not null };

    /// <summary>True if a method is one of the library's calls.</summary>
    public bool IsCall(IMethodSymbol method) => Judge(method).IsCall;

    /// <summary>What the catalog says of a member that binds; null if it binds nothing.</summary>
    public LibraryMember? Binding(ISymbol member) => Judge(member).Binding;

    /// <summary>True for a type whose operations are its calls.</summary>
    public bool IsClient(ITypeSymbol? type) => type is INamedTypeSymbol named && library.Clients.Any(client => client.Id[0] == 'T' && IsOrDerives(named, client));

    /// <summary>True if types of an assembly are the library's.</summary>
    public bool IsIn(IAssemblySymbol? assembly) => library.Assemblies.IsEmpty || (assembly is not null && library.Assemblies.Any(name => name[name.Length - 1] == '*'
        ? assembly.Name.StartsWith(name.Substring(0, name.Length - 1), StringComparison.OrdinalIgnoreCase)
        : string.Equals(assembly.Name, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True for a type that the catalog takes out of its namespace, or the namespace with all below it.</summary>
    public bool Excludes(INamedTypeSymbol type)
    {
        if (library.Excluded.IsEmpty || library.Excluded.Contains(RecordMaker.DocumentationId(type)))
        {
            return !library.Excluded.IsEmpty;
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (library.Excluded.Contains("N:" + space.ToDisplayString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a value that may hold the address: what the client is made of.</summary>
    public bool IsPart(ITypeSymbol? type) => type?.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() is var name
        && library.Namespaces.Any(own => CatalogNames.IsIn(name, own));

    /// <summary>The argument that the catalog speaks of.</summary>
    public static IOperation? Of(IInvocationOperation invocation, LibraryArgument? argument) => argument is { Names.IsEmpty: true }
        ? invocation.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == argument.Position + (invocation.TargetMethod.IsExtensionMethod ? 1 : 0))?.Value
        : argument?.Names.Select(name => name == "this" ? invocation.Receiver() : invocation.Argument(name)).FirstOrDefault(value => value is not null);

    /// <summary>The request object that a call is given, or is made on; null if there is none.</summary>
    private (IOperation Message, MessageShape Shape)? MessageOf(IInvocationOperation invocation, IOperation? instance)
    {
        foreach (var shape in library.Messages)
        {
            foreach (var value in invocation.Arguments.Select(argument => argument.Value).Append(instance))
            {
                if (value is not null && shape.Is(value.Type))
                {
                    return (value, shape);
                }
            }
        }

        return null;
    }

    private Judgement Judge(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, Find);

    private Judgement Find(ISymbol member)
    {
        var method = member as IMethodSymbol;
        var id = RecordMaker.DocumentationId(method?.ReducedFrom ?? member);
        var binding = library.Bindings.FirstOrDefault(other => Means(other.Id, id)) ?? (method is { MethodKind: MethodKind.Constructor } ? OfDerived(method, id) : member is IPropertySymbol property ? OfHidden(property) : null);
        var listed = library.Calls.FirstOrDefault(other => Means(other.Id, id));
        var isCall = listed is not null
            || (method is not null && !(method.IsOverride && IsDouble(method.ContainingType)) && binding is null && !IsExcluded(method, id) && ((IsOfClient(method) && (IsRemote(method) || FulfilsContract(method))) || IsOfContract(method)));
        return new Judgement(isCall, listed, binding);
    }

    /// <summary>True if no member of this name is a call, whatever type has it.</summary>
    public bool ExcludesName(string method) =>
        library.ExcludedNames.Any(name => name[name.Length - 1] == '*' ? method.StartsWith(name.Substring(0, name.Length - 1), StringComparison.Ordinal) : method == name);

    private bool IsExcluded(IMethodSymbol method, string id) => library.Excluded.Contains(id.Split('(')[0]) || ExcludesName(method.Name);

    /// <summary>
    /// True for a class of the code's own that does itself what a client of the library does: it overrides calls, and nothing in it runs what it overrides. A double, or what keeps
    /// mails in a folder.
    /// </summary>
    public bool IsDouble(INamedTypeSymbol type) => _doubles.GetOrAdd(type.OriginalDefinition, _ => !type.DeclaringSyntaxReferences.IsEmpty
        && type.GetMembers().OfType<IMethodSymbol>().Any(method => method.OverriddenMethod is { } overridden ? First(overridden) is { DeclaringSyntaxReferences.IsEmpty: true } declared && Judge(declared).IsCall : OverridesMissing(method))
        && !type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).Any(node => node is BaseExpressionSyntax));

    /// <summary>True for a method that says it overrides one of a client whose package is missing: then its name tells, and what it gives.</summary>
    private bool OverridesMissing(IMethodSymbol method) => method is { IsOverride: true, ContainingType.BaseType: { TypeKind: TypeKind.Error } parent }
        && (library.Calls.Any(call => CatalogNames.IsNamed(call, method.Name)) || (method.ReturnType.Name is "Task" or "ValueTask" && library.Clients.Any(client => client.Id[0] == 'T' && CatalogNames.LastPart(client.Id) == parent.Name)));

    private static IMethodSymbol First(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method;
    }

    /// <summary>The constructor of a class that derives from a client whose own constructors bind: generated clients of web services, above all.</summary>
    private LibraryMember? OfDerived(IMethodSymbol constructor, string id)
    {
        for (var next = constructor.ContainingType.BaseType?.OriginalDefinition; next is not null; next = next.BaseType?.OriginalDefinition)
        {
            var prefix = "M:" + RecordMaker.DocumentationId(next).Substring(2) + ".#ctor";

            // Of a base class whose package is missing, a name is all there is.
            if (library.Bindings.Any(member => next.TypeKind == TypeKind.Error ? member.Name == "#ctor" && CatalogNames.ClassOf(member) == next.Name : member.Id.StartsWith(prefix, StringComparison.Ordinal)) && library.Clients.Concat(library.Bases).Any(client => client.IncludesDerived && IsOrDerives(next, client)))
            {
                return new LibraryMember(id) { IsWiring = true, IsOfDerived = true };
            }
        }

        return null;
    }

    /// <summary>The property of a client that one of a class derived from it stands in front of: <c>new string Url</c> of a web reference.</summary>
    private LibraryMember? OfHidden(IPropertySymbol property)
    {
        for (var next = property.ContainingType.BaseType?.OriginalDefinition; next is { SpecialType: SpecialType.None }; next = next.BaseType?.OriginalDefinition)
        {
            var id = "P:" + RecordMaker.DocumentationId(next).Substring(2) + "." + property.Name;
            if (library.Bindings.FirstOrDefault(member => member.Id == id || (next.TypeKind == TypeKind.Error && member is { Through: null, Id: ['P', ..] } && member.Name == property.Name && IsClient(next))) is { } hidden)
            {
                return hidden;
            }
        }

        return null;
    }

    private bool IsRemote(IMethodSymbol method) => RemoteOperations.Contains(method, method.ContainingType)
        || ((library.IsSynchronous || (library.IsOfManifest && IsNamed(method.ContainingType))) && RemoteOperations.IsOrdinary(method) && !EndsACall(method) && !RemoteOperations.HasAwaitable(method.ContainingType));

    /// <summary>True within an SDK whose code is part of what is looked at: what its classes call on each other is its own.</summary>
    private bool IsWithin(IOperation call, IMethodSymbol method) => library.IsOfManifest && !method.DeclaringSyntaxReferences.IsEmpty
        && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingNamespace?.ToDisplayString() is { } space && library.Clients.Any(client => client.Id[0] == 'N' && CatalogNames.IsIn(space, client.Id.Substring(2)));

    /// <summary>True for a type that p2p.json names itself. A namespace has models and builders, too, which nothing tells from clients that know no tasks.</summary>
    private bool IsNamed(INamedTypeSymbol type) => library.Clients.Any(client => client.Id[0] == 'T' && IsOrDerives(type, client));

    private bool IsOfClient(IMethodSymbol method) => library.Clients.Any(client => client.Id[0] == 'N') || library.Clients.Any(client => IsOrDerives(method.ContainingType, client));

    /// <summary>True for what a generated client has of its contract, where that knows no tasks.</summary>
    private bool FulfilsContract(IMethodSymbol method) => !library.Contracts.IsEmpty && method.ContainingType.AllInterfaces
        .SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>()
        .Any(declared => IsOfContract(declared) && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(declared), method));

    /// <summary><c>EndTotal(IAsyncResult)</c>: <c>BeginTotal</c> made the call.</summary>
    private static bool EndsACall(IMethodSymbol method) => method.Name.StartsWith("End", StringComparison.Ordinal) && method.Parameters.Any(parameter => parameter.Type.Name == nameof(IAsyncResult));

    /// <summary>An address that is no text: <c>new DnsEndPoint(host, port)</c>.</summary>
    private static bool IsEndPoint(ITypeSymbol? type) => type is { Name: "EndPoint" } || type?.BaseType is { Name: "EndPoint" };

    private static bool IsOrDerives(INamedTypeSymbol type, LibraryType client)
    {
        for (var next = type.OriginalDefinition; next is not null; next = client.IncludesDerived ? next.BaseType?.OriginalDefinition : null)
        {
            if (RecordMaker.DocumentationId(next) == client.Id || (next.TypeKind == TypeKind.Error && client.IncludesDerived && client.Id.EndsWith("." + next.MetadataName, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Means(string pattern, string id) => pattern[pattern.Length - 1] == '*'
        ? id.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal) && id.Split('(')[0].IndexOf('.', pattern.Length - 1) < 0
        : pattern.IndexOf('(') >= 0 ? pattern == id
        : id.Split('(')[0] is var name && (name == pattern || name.Split(["``"], StringSplitOptions.None)[0] == pattern);

    private string? VerbOf(IMethodSymbol method) => library.Protocol == "grpc" ? GrpcMethods.NameOf(method) : library.RuleId != RuleIds.DirectHttpCall ? method.Name : HttpVerbs.In(method.Name);

    private sealed record Judgement(bool IsCall, LibraryMember? Listed, LibraryMember? Binding);
}
