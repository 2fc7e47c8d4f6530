using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// The libraries of the catalog a second time, where their packages are missing: what is called on is known by its type's name, a gRPC client by the project's
/// <c>.proto</c> files.
/// </summary>
internal sealed class UnboundLibraries(LibraryIndex index, CodeBase code, MissingNames names, ImmutableArray<ProtoService> protos)
{
    private const string Grpc = "grpc";

    private readonly NamespacesInScope _scopes = new(code);
    private readonly ConcurrentDictionary<string, ImmutableArray<(LibraryFamily Library, LibraryMember Member)>> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<(LibraryFamily Library, LibraryMember Member)>> _extensions = new(StringComparer.Ordinal);
    private PackageRegistrations? _registered;
    private UnboundTypes? _types;

    private PackageRegistrations Registered => _registered ??= new(code, _scopes);

    private UnboundTypes Types => _types ??= new(index, code, _scopes, Registered);

    /// <summary>What of all libraries binds and has a name: nearly all names are no library's.</summary>
    private ImmutableArray<(LibraryFamily Library, LibraryMember Member)> Named(string name) => _named.GetOrAdd(name, name => [.. index.Families.SelectMany(Members).Where(pair => pair.Member.Id[0] == 'M' && CatalogNames.IsNamed(pair.Member, name))]);

    /// <summary>The extension methods of all libraries that have a name, in their order.</summary>
    private ImmutableArray<(LibraryFamily Library, LibraryMember Member)> Extensions(string name) => _extensions.GetOrAdd(
        name,
        name => [.. index.Families.SelectMany(family => family.Library.Calls, (family, member) => (Library: family, Member: member)).Where(pair => CatalogNames.IsNamed(pair.Member, name) && CatalogNames.IsOfExtensions(pair.Member))]);

    /// <summary>What a call does, if it leaves the process as far as names tell.</summary>
    public (LibraryFamily Family, ClientOperation Operation)? Match(UnboundCall call, CancellationToken cancellation)
    {
        // A client that was generated into the code is there; what it derives from isn't.
        if ((call.ReceiverType is INamedTypeSymbol { Name.Length: > 0 } known ? known : Asked(call, cancellation)) is { } type && (type.TypeKind == TypeKind.Error || type.BaseType is { TypeKind: TypeKind.Error }))
        {
            if (protos.FirstOrDefault(proto => proto.ClientName == type.Name && proto.MethodOf(call.Name) is not null) is { } service && index.Families.FirstOrDefault(family => family.Protocol == Grpc) is { } grpc)
            {
                var method = service.MethodOf(call.Name)!;
                return (grpc, Operation(grpc, call, type.Name, null, cancellation) with { Verb = method, Template = $"/{service.FullName}/{method}" });
            }

            if (type.TypeKind != TypeKind.Error)
            {
                return index.Of(type) is { } library && new UnboundType(library, null).IsCall(call.Name, call.Syntax) ? (library, Operation(library, call, type.Name, new UnboundType(library, null).Listed(call.Name), cancellation)) : null;
            }
        }

        // The client is there, but not what one of its methods takes: packages that don't fit together, or an argument of a missing type.
        if (call.ReceiverType is INamedTypeSymbol { TypeKind: not TypeKind.Error } there
            && call.Candidates(code, cancellation).Where(method => Declarations.Takes(method, call.Syntax.ArgumentList.Arguments.Count)).Select(method => (Method: method, Library: index.Of(method.ContainingType))).FirstOrDefault(pair => pair.Library?.IsCall(pair.Method) == true) is { Library: { } owner })
        {
            return (owner, Operation(owner, call, TypedClient.NameOf(there), new UnboundType(owner, there.Name).Listed(call.Name), cancellation));
        }

        // The client is there in a version that has no such method.
        if (call.ReceiverType is INamedTypeSymbol { TypeKind: not TypeKind.Error } other && index.Of(other) is { } versioned && versioned.IsClient(other) && new UnboundType(versioned, other.Name) is var named && named.IsCall(call.Name, call.Syntax)
            && call.Candidates(code, cancellation).IsEmpty)
        {
            return (versioned, Operation(versioned, call, TypedClient.NameOf(other), named.Listed(call.Name), cancellation));
        }

        if (UnboundCall.Receiver(call.Syntax) is not { } receiver)
        {
            return OfBase(call, cancellation);
        }

        if ((Types.Of(receiver, cancellation) ?? Types.Static(receiver, cancellation)) is { } of && !IsFlurls(of, receiver, cancellation))
        {
            return of.IsCall(call.Name, call.Syntax) && of.Listed(call.Name) is var listed
                ? (of.Library, Operation(of.Library, call, of.FullName ?? (listed is null ? of.Library.ClientName : CatalogNames.ClassOf(listed)), listed, cancellation) with { DeclaredIn = of.Name is null ? of.Space : null })
                : null;
        }

        // An extension method whose class is missing, on a type that is there, or on an address that is built up.
        foreach (var (library, extension) in Extensions(call.Name))
        {
            if (_scopes.Missing(call.Syntax.SyntaxTree).Contains(CatalogNames.NamespaceOf(extension)) && MayExtend(extension, call, receiver, cancellation))
            {
                return (library, Operation(library, call, CatalogNames.ClassOf(extension), extension, cancellation));
            }
        }

        return null;
    }

    /// <summary>What a class sends through a base class that isn't there: a request message, or a text by a method that is named after its verb.</summary>
    private (LibraryFamily Family, ClientOperation Operation)? OfBase(UnboundCall call, CancellationToken cancellation)
    {
        if ((!call.Name.EndsWith("Async", StringComparison.Ordinal) && !WaitedFor.Is(call.Syntax))
            || call.Syntax.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { BaseList: not null } around
            || code.ModelOf(call.Syntax.SyntaxTree) is not { } model || model.GetDeclaredSymbol(around, cancellation) is not INamedTypeSymbol type || type.GetMembers(call.Name).OfType<IMethodSymbol>().Any(own => MayMean(call.Syntax, own))
            || PackageClients.OfDerived(type) is not { } library)
        {
            return null;
        }

        var family = index.OfPackage(library);
        var operation = Operation(family, call, type.Name, null, cancellation);
        if (operation.Message is not null)
        {
            return (family, operation);
        }

        var address = call.Syntax.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        return address is not null && HttpVerbs.In(call.Name) is not null && model.GetTypeInfo(address, cancellation).Type is { SpecialType: SpecialType.System_String } or { Name: nameof(Uri) } && code.OperationAt(address, cancellation) is { } text
            ? (family, operation with { Address = text })
            : null;
    }

    private static bool MayMean(InvocationExpressionSyntax call, IMethodSymbol method) =>
        (call.Expression is not GenericNameSyntax generic || generic.Arity == method.Arity) && Declarations.Takes(method, call.ArgumentList.Arguments.Count);

    /// <summary>The type that a factory is asked for where a local holds what it gives: <c>var orders = factory.CreateClient&lt;Orders.OrdersClient>("orders")</c>; null if it isn't said.</summary>
    private INamedTypeSymbol? Asked(UnboundCall call, CancellationToken cancellation) => UnboundCall.Receiver(call.Syntax) is { } receiver && MissingNames.Bare(names.StartOf(receiver, cancellation) ?? receiver) is InvocationExpressionSyntax made
        && SyntaxNames.OfCalled(made) is GenericNameSyntax { TypeArgumentList.Arguments: [var asked] } ? names.Named(asked, cancellation) : null;

    /// <summary>True if the receiver may be what a method extends: a text for one whose address it is, else an object of another type that has no such method.</summary>
    private bool MayExtend(LibraryMember member, UnboundCall call, ExpressionSyntax receiver, CancellationToken cancellation)
    {
        if (member.Id.Contains("(") && call.Syntax.ArgumentList.Arguments.Any(argument => argument.Expression is AnonymousFunctionExpressionSyntax))
        {
            // Of the overloads only those that are given an address count.
            return false;
        }

        var isAddress = member.Address is { Names: var given } && given.Contains("this");
        return call.ReceiverType switch
        {
            { TypeKind: TypeKind.Error, Name: { Length: > 0 } name } when !isAddress => CatalogNames.ClassOf(member).StartsWith(name, StringComparison.Ordinal),
            null or { TypeKind: TypeKind.Error } => isAddress ? UnboundFlurl.IsAddress(receiver, code, names, cancellation) : names.ClassBefore(receiver, cancellation) is { } before && CatalogNames.ClassOf(member).StartsWith(before, StringComparison.Ordinal),
            { SpecialType: SpecialType.System_String } or { Name: nameof(Uri) } => isAddress,
            var type => !isAddress && type.GetMembers(call.Name).IsEmpty,
        };
    }

    /// <summary>A request of Flurl's is known by its client as well as by its address.</summary>
    private bool IsFlurls(UnboundType known, ExpressionSyntax receiver, CancellationToken cancellation) => known.Library.Library.Calls.Any(member => member.Address is { Names: var given } && given.Contains("this"))
        && UnboundFlurl.IsAddress(receiver, code, names, cancellation);

    /// <summary>What a call or a creation binds to an address, as far as names tell; null if nothing.</summary>
    /// <param name="node">The call or the creation.</param>
    /// <param name="within">The one library that is asked about; null for the first.</param>
    /// <param name="cancellation">Stops it.</param>
    public (LibraryFamily Family, LibraryMember Member)? Binding(SyntaxNode node, LibraryFamily? within, CancellationToken cancellation)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax creation when Types.Made(creation, cancellation) is { Name: { } name } made:
                return Constructor(within ?? made.Library, name);

            // A class that is there, but not what its constructor takes.
            case BaseObjectCreationExpressionSyntax when code.ModelOf(node.SyntaxTree) is { } model && model.GetTypeInfo(node, cancellation).Type is INamedTypeSymbol there && index.Of(there) is { } of && (within is null || within == of)
                && model.GetSymbolInfo(node, cancellation).CandidateSymbols.Select(of.Binding).OfType<LibraryMember>().FirstOrDefault() is { } bound:
                return (of, bound);

            // A client that was generated into the code: a constructor of its own, whose arguments don't bind, hands them to the base class that isn't there.
            case BaseObjectCreationExpressionSyntax when code.ModelOf(node.SyntaxTree)?.GetTypeInfo(node, cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType: { TypeKind: TypeKind.Error } missing } own:
                return index.Of(own) is { } family && (within is null || within == family) && Constructor(family, missing.Name) is not null
                    ? (family, new LibraryMember($"M:{TypedClient.NameOf(own)}.#ctor") { IsWiring = true })
                    : null;
            case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax when node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && (code.ModelOf(node.SyntaxTree)?.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.BaseType is { TypeKind: TypeKind.Error } parent:
                return Types.Of(parent, node.SyntaxTree) is { Name: { } derived } from ? Constructor(within ?? from.Library, derived) : null;
            case InvocationExpressionSyntax invocation when UnboundCall.At(invocation, code, cancellation) is { } call:
                return Binding(call, UnboundCall.Receiver(invocation), within, cancellation);
            default:
                return null;
        }
    }

    private (LibraryFamily Family, LibraryMember Member)? Binding(UnboundCall call, ExpressionSyntax? receiver, LibraryFamily? within, CancellationToken cancellation)
    {
        var named = within is null ? Named(call.Name) : [.. Named(call.Name).Where(pair => pair.Library == within)];
        if (named.IsEmpty || receiver is null)
        {
            // What a lambda sets is told there.
            return within is null && !call.Syntax.ArgumentList.Arguments.Any(argument => argument.Expression is LambdaExpressionSyntax) && Registered.Of(call.Syntax, cancellation) is { } package
                ? (index.OfPackage(package), new LibraryMember($"M:{package.Name}.Extensions.{call.Name}") { IsWiring = true })
                : null;
        }

        var known = Types.Static(receiver, cancellation) ?? Types.Of(receiver, cancellation);
        return named.Where(pair => known is null ? IsExtension(pair.Member, call, receiver) : IsOf(known, pair.Library, pair.Member) || (CatalogNames.IsOfExtensions(pair.Member) && known.Library == pair.Library))
            .OrderBy(pair => IsOnAnother(pair.Member, call, receiver))
            .Select(pair => ((LibraryFamily, LibraryMember)?)pair)
            .FirstOrDefault();
    }

    /// <summary>True for an extension of the services where the application's builder is extended, or the other way round: <c>AddNpgsqlDataSource</c> is both.</summary>
    private static bool IsOnAnother(LibraryMember member, UnboundCall call, ExpressionSyntax receiver) =>
        member.Connection is null == (call.ReceiverType?.Name.EndsWith("ApplicationBuilder", StringComparison.Ordinal) == true || (call.ReceiverType is null or { TypeKind: TypeKind.Error, Name: "" } && SyntaxNames.Last(receiver) is "builder"));

    /// <summary>The library that a value is of, as far as names tell; null if nothing does.</summary>
    public LibraryFamily? LibraryOf(ExpressionSyntax value, CancellationToken cancellation) => Types.Of(value, cancellation)?.Library;

    /// <summary>What the setting of a property binds, as far as names tell: on a value of a missing type, or as it is made; null if nothing.</summary>
    public (LibraryFamily Family, LibraryMember Member)? Property(SyntaxNode target, CancellationToken cancellation)
    {
        var (name, type) = target switch
        {
            MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var set } => (set, Types.Of(owner, cancellation)),
            IdentifierNameSyntax { Identifier.ValueText: var set, Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax made } } } =>
                (set, Types.Of(code.ModelOf(made.SyntaxTree)?.GetTypeInfo(made, cancellation).Type, made.SyntaxTree)),
            _ => ("", null),
        };
        return type is not { Name: { } of } ? OfOwnClient(target, cancellation) : Members(type.Library)
            .Where(pair => pair.Member is { IsWiring: true, Through: null } && pair.Member.Id[0] == 'P' && pair.Member.Name == name && CatalogNames.ClassOf(pair.Member) == of)
            .Select(pair => ((LibraryFamily, LibraryMember)?)pair).FirstOrDefault();
    }

    /// <summary>The same on a client that was generated into the code, whose base class isn't there.</summary>
    private (LibraryFamily Family, LibraryMember Member)? OfOwnClient(SyntaxNode target, CancellationToken cancellation)
    {
        var (client, holder, set) = target switch
        {
            MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var held }, Name.Identifier.ValueText: var name } when TypeOf(owner) is { } type => (type, held, name),
            MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name } => (TypeOf(owner), null, name),
            IdentifierNameSyntax { Identifier.ValueText: var name, Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax made } } } => (TypeOf(made), null, name),
            _ => default((INamedTypeSymbol?, string?, string)),
        };
        return client is null || index.Of(client) is not { } library ? null : Members(library)
            .Where(pair => pair.Member is { IsWiring: true } && pair.Member.Id[0] == 'P' && pair.Member.Name == set && pair.Member.Through == holder)
            .Select(pair => ((LibraryFamily, LibraryMember)?)pair).FirstOrDefault();

        INamedTypeSymbol? TypeOf(ExpressionSyntax expression) => KnownTypes.WithoutNullable(code.ModelOf(expression.SyntaxTree)?.GetTypeInfo(expression, cancellation).Type) as INamedTypeSymbol is { BaseType.TypeKind: TypeKind.Error } type ? type : null;
    }

    /// <summary>What hands out a library's client by its name: the member, and the client's type where the text says it, or a registration does.</summary>
    public (LibraryMember Member, INamedTypeSymbol Type)? Factory(InvocationExpressionSyntax node, LibraryFamily library, CancellationToken cancellation)
    {
        if (library.Library.Factories.IsEmpty || UnboundCall.At(node, code, cancellation) is not { } call || UnboundCall.Receiver(node) is not { } receiver || Types.Of(receiver, cancellation) is not { } known
            || library.Library.Factories.FirstOrDefault(member => CatalogNames.IsNamed(member, call.Name) && CatalogNames.ClassOf(member) == known.Name) is not { } factory)
        {
            return null;
        }

        return call.TypeArguments(code, cancellation).OfType<INamedTypeSymbol>().FirstOrDefault() is { } type ? (factory, type) : null;
    }

    private static (LibraryFamily Family, LibraryMember Member)? Constructor(LibraryFamily library, string type) =>
        Members(library).Where(pair => pair.Member.Name == "#ctor" && CatalogNames.ClassOf(pair.Member) == type).Select(pair => ((LibraryFamily, LibraryMember)?)pair).FirstOrDefault();

    private static bool IsOf(UnboundType known, LibraryFamily library, LibraryMember member) => known.Name is null ? known.Library == library : CatalogNames.ClassOf(member) == known.Name;

    private static IEnumerable<(LibraryFamily Library, LibraryMember Member)> Members(LibraryFamily library) => library.Library.Bindings.Select(member => (library, member));

    private ClientOperation Operation(LibraryFamily family, UnboundCall call, string client, LibraryMember? listed, CancellationToken cancellation)
    {
        var (message, shape) = UnboundMessage.Of(call, family.Library, code, cancellation) is { } found ? found : default;
        var given = new UnboundArguments(call.Syntax.ArgumentList, listed, code, cancellation);
        var isThis = listed?.Address is { Names: var named } && named.Contains("this");
        return new ClientOperation
        {
            Client = client,
            Verb = given.Verb is not null || IsMade(given, listed) || (message is not null && family.Library.IsOfPackage) ? null : listed?.Verb ?? (family.RuleId == RuleIds.DirectHttpCall ? HttpVerbs.In(call.Name) : call.Name),
            VerbArgument = given.Verb,
            Instance = call.Receiver(code, cancellation),
            Address = message is not null ? null : isThis ? call.Receiver(code, cancellation) : listed is { Connects: false, Host: null } ? given.Of(listed.Address) : null,
            Template = family.Protocol == "odata" && UnboundCall.Receiver(call.Syntax) is InvocationExpressionSyntax && code.ModelOf(call.Syntax.SyntaxTree) is { } model ? ODataPath.Of(call.Syntax, model) : null,
            Binding = listed is { Connects: true } or { Host: not null } ? code.OperationAt(call.Syntax, cancellation) : null,
            System = IsMade(given, listed) ? null : given.Of(listed?.System),
            Made = IsMade(given, listed) ? given.Of(listed!.Made) : null,
            CountsIfBound = family.Library.CountsIfBound,
            Queue = [.. (listed?.Queue ?? []).Select(given.Of).OfType<IOperation>()],
            Message = message,
            Shape = shape,
            Library = family.Library,
            Listed = listed,
            IsByName = true,
        };
    }

    /// <summary>True if a call is given what another member of the library made: alone, and no text. Where the package is missing, an overload is told by its arguments.</summary>
    private static bool IsMade(UnboundArguments given, LibraryMember? listed) => listed?.Made is not null && given.Verb is null
        && given.Of(listed.Made) is { } value && value.Bare().Type is null or { TypeKind: TypeKind.Error } or { Name: "HttpRequestMessage" };

    /// <summary>An argument by one of its names, else by its position.</summary>
    public static IOperation? Argument(ArgumentListSyntax? list, LibraryArgument argument, CodeBase code, CancellationToken cancellation) =>
        Expression(list, argument) is { } expression ? code.OperationAt(expression, cancellation) : null;

    /// <summary>The same as it is written.</summary>
    public static ExpressionSyntax? Expression(ArgumentListSyntax? list, LibraryArgument argument) => list is null ? null
        : argument.Names.Select(name => list.Arguments.FirstOrDefault(given => given.NameColon?.Name.Identifier.ValueText == name)).FirstOrDefault(given => given is not null)?.Expression
            ?? SyntaxNames.Argument(list, argument.Names.FirstOrDefault() ?? "", argument.Position)?.Expression;

    /// <summary>A registration that is written like a method of the services, the builder or the options: a name like <c>AddGrpcClient</c> or <c>UseSqlServer</c> has one meaning.</summary>
    private bool IsExtension(LibraryMember member, UnboundCall call, ExpressionSyntax receiver) => CatalogNames.IsOfExtensions(member)
        && (member.Name.StartsWith("Add", StringComparison.Ordinal) || member.Name.StartsWith("Map", StringComparison.Ordinal)
            || ((member.Name.StartsWith("Use", StringComparison.Ordinal) || member.Name.StartsWith("Register", StringComparison.Ordinal)) && _scopes.Contains(call.Syntax.SyntaxTree, CatalogNames.NamespaceOf(member)))
            || IsBuilderOf(receiver, member, call));

    /// <summary>True if an extension is called on the type that its class is named after: <c>HubConnectionBuilderHttpExtensions.WithUrl</c> on a <c>HubConnectionBuilder</c>.</summary>
    private bool IsBuilderOf(ExpressionSyntax receiver, LibraryMember member, UnboundCall call)
    {
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } })
        {
            receiver = inner;
        }

        return KnownTypes.WithoutNullable(code.ModelOf(receiver.SyntaxTree)?.GetTypeInfo(receiver).Type) is INamedTypeSymbol { TypeKind: TypeKind.Error, Name: { Length: > 0 } name }
            && CatalogNames.ClassOf(member).StartsWith(name, StringComparison.Ordinal) && _scopes.Contains(call.Syntax.SyntaxTree, CatalogNames.NamespaceOf(member));
    }
}
