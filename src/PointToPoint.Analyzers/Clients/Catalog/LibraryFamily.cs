using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>A library of the catalog, as one compilation sees it.</summary>
internal sealed class LibraryFamily(Library library) : ClientFamily
{
    private readonly ConcurrentDictionary<ISymbol, Judgement> _members = new(SymbolEqualityComparer.Default);
    private readonly ImmutableHashSet<string> _namedCalls = 
    [
        .. library.Calls.Where(call => (call.Address ?? call.Host) is not null || !library.Messages.IsEmpty).Select(call => call.Name),
    ];

    public Library Library => library;

    public override string Protocol => library.Protocol;

    /// <summary>None by symbol: the index knows them by name.</summary>
    public override ImmutableArray<INamedTypeSymbol> Types => [];

    public override string RuleId => library.RuleId;

    public override string ClientName => library.Name;

    /// <summary>Callers can hand an address on to those calls only that are given one.</summary>
    public override bool Calls(string name) => _namedCalls.Contains(name);

    public override ClientOperation? Match(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var judgement = Judge(method);
        if (!judgement.IsCall)
        {
            return null;
        }

        var instance = invocation.Receiver();
        var address = Of(invocation, judgement.Listed?.Address);
        var (message, shape) = MessageOf(invocation, instance) is { } found ? found : default;
        var verb = Of(invocation, judgement.Listed?.Method);

        // What is called on the message itself says nothing of its verb: request.GetResponse().
        var isMessage = message is not null && message == instance;
        var client = (instance?.Bare().Type as INamedTypeSymbol) is { } type && !method.IsStatic ? type : method.ContainingType;
        return new ClientOperation
        {
            Client = Endpoints.TypedClient.NameOf(client),
            Verb = verb is not null || isMessage ? null : judgement.Listed?.Verb ?? VerbOf(method),
            VerbArgument = verb,
            Instance = isMessage || (address is not null && address == instance && !IsPart(address.Bare().Type)) ? null : instance,
            Address = address,
            System = Of(invocation, judgement.Listed?.System),
            Template = library.HasUrlTemplates ? UrlTemplate.Of(client) : null,
            Message = message,
            Shape = shape,
            Library = library,
            Listed = judgement.Listed,
        };
    }

    public override bool IsRegistration(IMethodSymbol method) => false;

    public override bool IsWiring(IPropertySymbol property) => Binding(property) is { IsWiring: true };

    /// <summary>What the catalog says of a member that binds; null if it binds nothing.</summary>
    public LibraryMember? Binding(ISymbol member) => Judge(member).Binding;

    /// <summary>True for a type whose operations are its calls.</summary>
    public bool IsClient(ITypeSymbol? type) => type is INamedTypeSymbol named && library.Clients.Any(client => client.Id[0] == 'T' && IsOrDerives(named, client));

    /// <summary>The name that a call asks for a client by; null if it is no such call.</summary>
    public IOperation? Asked(IInvocationOperation call) => library.Asks.IsEmpty || library.Asks.FirstOrDefault(other => Means(other.Id, RecordMaker.DocumentationId(call.TargetMethod))) is not { } member
        ? null
        : Of(call, member.ClientName);

    /// <summary>True if types of an assembly are the library's.</summary>
    public bool IsIn(IAssemblySymbol? assembly) => library.Assemblies.IsEmpty || (assembly is not null && library.Assemblies.Any(name => name[name.Length - 1] == '*'
        ? assembly.Name.StartsWith(name.Substring(0, name.Length - 1), StringComparison.OrdinalIgnoreCase)
        : string.Equals(assembly.Name, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True for a type that the catalog takes out of its namespace.</summary>
    public bool Excludes(INamedTypeSymbol type) => !library.Excluded.IsEmpty && (library.Excluded.Contains(RecordMaker.DocumentationId(type)) || library.Excluded.Contains("N:" + type.ContainingNamespace.ToDisplayString()));

    /// <summary>True for a value that may hold the address: what the client is made of.</summary>
    public bool IsPart(ITypeSymbol? type) => type?.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() is var name
        && library.Namespaces.Any(own => name == own || (name.StartsWith(own, StringComparison.Ordinal) && name[own.Length] == '.'));

    /// <summary>The argument that the catalog speaks of.</summary>
    public static IOperation? Of(IInvocationOperation invocation, LibraryArgument? argument) =>
        argument?.Names.Select(name => name == "this" ? invocation.Receiver() : invocation.Argument(name)).FirstOrDefault(value => value is not null);

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
        var binding = library.Bindings.FirstOrDefault(other => Means(other.Id, id));
        var listed = library.Calls.FirstOrDefault(other => Means(other.Id, id));
        var isCall = listed is not null
            || (method is not null && binding is null && !library.Excluded.Contains(id.Split('(')[0]) && IsOfClient(method) && IsRemote(method));
        return new Judgement(isCall, listed, binding);
    }

    private bool IsRemote(IMethodSymbol method) => RemoteOperations.Contains(method, method.ContainingType)
        || (library.IsOfManifest && RemoteOperations.IsOrdinary(method) && !RemoteOperations.HasAwaitable(method.ContainingType));

    private bool IsOfClient(IMethodSymbol method) => library.Clients.Any(client => client.Id[0] == 'N') || library.Clients.Any(client => IsOrDerives(method.ContainingType, client));

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

    private string? VerbOf(IMethodSymbol method) => library.RuleId != RuleIds.DirectHttpCall ? method.Name : HttpVerbs.In(method.Name);

    private sealed record Judgement(bool IsCall, LibraryMember? Listed, LibraryMember? Binding);
}
