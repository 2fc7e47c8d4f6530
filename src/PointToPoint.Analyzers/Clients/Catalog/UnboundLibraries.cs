using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// The libraries of the catalog a second time, where their packages are missing: a type is known by its name and the usings of its file, a gRPC client by the
/// project's <c>.proto</c> files.
/// </summary>
internal sealed class UnboundLibraries(LibraryIndex index, CodeBase code, ImmutableArray<ProtoService> protos)
{
    private const string Grpc = "grpc";

    private readonly NamespacesInScope _scopes = new(code);

    /// <summary>What a call does, if it leaves the process as far as names tell.</summary>
    public (LibraryFamily Family, ClientOperation Operation)? Match(UnboundCall call, CancellationToken cancellation)
    {
        // A client that was generated into the code is there; what it derives from isn't.
        if (call.ReceiverType is INamedTypeSymbol type && (type.TypeKind == TypeKind.Error || type.BaseType is { TypeKind: TypeKind.Error }))
        {
            if (protos.FirstOrDefault(proto => proto.ClientName == type.Name && proto.MethodOf(call.Name) is not null) is { } service && index.Families.FirstOrDefault(family => family.Protocol == Grpc) is { } grpc)
            {
                var method = service.MethodOf(call.Name)!;
                return (grpc, Operation(grpc, call, type.Name, null, cancellation) with { Verb = method, Template = $"/{service.FullName}/{method}" });
            }

            if ((type.TypeKind == TypeKind.Error ? OfType(type, call.Syntax, cancellation) : index.Of(type)) is { } library)
            {
                var listed = library.Library.Calls.FirstOrDefault(member => IsNamed(member, call.Name));
                return (listed is not null || IsAwaited(call)) && !library.Library.Excluded.Any(id => id[0] == 'M' && LastPart(id) == call.Name) && !library.ExcludesName(call.Name) && call.Name != "DisposeAsync"
                    ? (library, Operation(library, call, type.Name, listed, cancellation))
                    : null;
            }
        }

        // An extension method whose class is missing, on a type that may be there.
        foreach (var library in index.Families)
        {
            if (library.Library.Calls.FirstOrDefault(member => IsNamed(member, call.Name) && MayBeCalledOn(member, call, library) && _scopes.Missing(call.Syntax.SyntaxTree).Contains(NamespaceOf(member))) is { } listed)
            {
                return (library, Operation(library, call, ClassOf(listed), listed, cancellation));
            }
        }

        return null;
    }

    /// <summary>
    /// True if the receiver may have the member: a type that is missing is one of the library's own, and one that is there has no method of that name.
    /// </summary>
    private static bool MayBeCalledOn(LibraryMember member, UnboundCall call, LibraryFamily library) => call.ReceiverType switch
    {
        { TypeKind: TypeKind.Error, Name: { Length: > 0 } name } => library.Library.Calls.Concat(library.Library.Bindings).Any(other => ClassOf(other) == name) || library.Library.Clients.Any(client => LastPart(client.Id) == name),
        { TypeKind: not TypeKind.Error } type => IsOfExtensions(member) && type.GetMembers(call.Name).IsEmpty,
        _ => true,
    };

    private static bool IsOfExtensions(LibraryMember member) => ClassOf(member).EndsWith("Extensions", StringComparison.Ordinal);

    /// <summary>What a call or a creation binds to an address, as far as names tell; null if nothing.</summary>
    public (LibraryFamily Family, LibraryMember Member)? Binding(SyntaxNode node, CancellationToken cancellation)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax when code.ModelOf(node.SyntaxTree)?.GetTypeInfo(node, cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Error } type && OfType(type, node, cancellation) is { } made:
                return made.Library.Bindings.FirstOrDefault(member => member.Name == "#ctor" && ClassOf(member) == type.Name) is { } constructor ? (made, constructor) : null;
            case InvocationExpressionSyntax invocation when UnboundCall.At(invocation, code, cancellation) is { } call:
                var receiver = (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
                return index.Families
                    .SelectMany(family => family.Library.Bindings, (family, member) => (family, member))
                    .Where(pair => pair.member.Id[0] == 'M' && IsNamed(pair.member, call.Name))
                    .Where(pair => ClassOf(pair.member) == LastPart(receiver?.ToString() ?? "")
                        || (call.ReceiverType is { TypeKind: TypeKind.Error, Name: var name } && ClassOf(pair.member) == name)
                        || IsExtension(pair.member, invocation))
                    .Select(pair => ((LibraryFamily, LibraryMember)?)pair)
                    .FirstOrDefault();
            default:
                return null;
        }
    }

    /// <summary>The library of a type that isn't there; null if none is known to have it.</summary>
    public LibraryFamily? OfType(ITypeSymbol type, SyntaxNode at, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Error } missing || missing.Name.Length == 0)
        {
            return null;
        }

        foreach (var family in index.Families)
        {
            if (family.Library.Clients.Concat(family.Library.Bindings.Where(member => member.Name == "#ctor").Select(member => new LibraryType("T:" + TypeOf(member), IncludesDerived: false)))
                .Any(client => client.Id[0] == 'T' && LastPart(client.Id) == missing.MetadataName && _scopes.Contains(at.SyntaxTree, NamespaceOf(client.Id))))
            {
                return family;
            }
        }

        // A namespace says it only where nothing else that is missing could have the type.
        var roots = _scopes.Missing(at.SyntaxTree);
        return roots.IsEmpty ? null : index.Families.FirstOrDefault(family => family.Library.Clients.Any(client => client.Id[0] == 'N' && roots.All(root => IsIn(root, client.Id.Substring(2)))));
    }

    private ClientOperation Operation(LibraryFamily family, UnboundCall call, string client, LibraryMember? listed, CancellationToken cancellation) => new()
    {
        Client = client,
        Verb = listed?.Verb ?? (family.RuleId == RuleIds.DirectHttpCall ? HttpVerbs.In(call.Name) : call.Name),
        Instance = call.Receiver(code, cancellation),
        Address = listed?.Address is { Names: var names } && names.Contains("this") ? call.Receiver(code, cancellation)
            : listed is { Address: { } address, Connects: false, Host: null } ? Argument(call.Syntax.ArgumentList, address, code, cancellation)
            : null,
        Binding = listed is { Connects: true } or { Host: not null } ? code.OperationAt(call.Syntax, cancellation) : null,
        CountsIfBound = family.Library.CountsIfBound,
        Library = family.Library,
        Listed = listed,
        IsByName = true,
    };

    /// <summary>An argument by one of its names, else by its position.</summary>
    public static IOperation? Argument(ArgumentListSyntax? list, LibraryArgument argument, CodeBase code, CancellationToken cancellation) =>
        Expression(list, argument) is { } expression ? code.OperationAt(expression, cancellation) : null;

    /// <summary>The same as it is written.</summary>
    public static ExpressionSyntax? Expression(ArgumentListSyntax? list, LibraryArgument argument) => list is null ? null
        : argument.Names.Select(name => list.Arguments.FirstOrDefault(given => given.NameColon?.Name.Identifier.ValueText == name)).FirstOrDefault(given => given is not null)?.Expression
            ?? SyntaxNames.Argument(list, argument.Names.FirstOrDefault() ?? "", argument.Position)?.Expression;

    /// <summary>A registration that is written like a method of the services or the builder; a name like <c>AddGrpcClient</c> has one meaning.</summary>
    private static bool IsExtension(LibraryMember member, InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
        && (member.Name.StartsWith("Add", StringComparison.Ordinal) || member.Name.StartsWith("Map", StringComparison.Ordinal)) && IsOfExtensions(member);

    /// <summary>Awaited, or called like something to await.</summary>
    private static bool IsAwaited(UnboundCall call) => call.Name.EndsWith("Async", StringComparison.Ordinal)
        || call.Syntax.Ancestors().FirstOrDefault(node => node is AwaitExpressionSyntax or StatementSyntax or ArgumentSyntax or LambdaExpressionSyntax) is AwaitExpressionSyntax;

    private static bool IsNamed(LibraryMember member, string name) => member.Name.EndsWith("*", StringComparison.Ordinal)
        ? name.StartsWith(member.Name.TrimEnd('*'), StringComparison.Ordinal)
        : member.Name == name;

    private static bool IsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    private static string TypeOf(LibraryMember member)
    {
        var name = member.Id.Split('(')[0].Substring(2);
        return name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
    }

    private static string ClassOf(LibraryMember member) => LastPart(TypeOf(member));

    private static string NamespaceOf(LibraryMember member) => NamespaceOf("T:" + TypeOf(member));

    private static string NamespaceOf(string type) => type.Substring(2, Math.Max(0, type.LastIndexOf('.') - 2));

    private static string LastPart(string name) => name.Split('(')[0] is var plain ? plain.Substring(plain.LastIndexOf('.') + 1) : "";
}
