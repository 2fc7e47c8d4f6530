using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// Of which library a value or a type is whose package is missing: by the type's name, which a using or a qualification puts into a namespace of the catalog, else
/// by the object of such a type that the value comes from. A using alone says nothing of a value.
/// </summary>
internal sealed class UnboundTypes(LibraryIndex index, CodeBase code, NamespacesInScope scopes, PackageRegistrations registered)
{
    private static readonly string[] _platforms = ["Amazon", "Azure", "Google", "Microsoft", "System", "Windows"];

    // The same few names are asked for at every call of a file, and most of them mean nothing.
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Name), UnboundType?> _named = new();
    private readonly ConcurrentDictionary<SyntaxTree, LibraryFamily?> _ofUsings = new();

    private readonly Lazy<ILookup<string, (LibraryFamily Library, string Name)>> _known = new(
        () => index.Families.SelectMany(family => TypesOf(family.Library).Distinct(), (family, name) => (Library: family, Name: name)).ToLookup(type => CatalogNames.LastPart(type.Name), type => (type.Library, type.Name.Split('`')[0]), StringComparer.Ordinal),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The library's type that an expression has; null if nothing tells.</summary>
    public UnboundType? Of(ExpressionSyntax value, CancellationToken cancellation) => Of(value, 0, cancellation);

    /// <summary>The library's type that is meant; null if it is there, or no library is known to have it.</summary>
    public UnboundType? Of(ITypeSymbol? type, SyntaxTree tree) => type is INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: > 0 } missing ? Named(Qualified(missing), tree) : null;

    /// <summary>The library's type that is made; null if it is there, or no library is known to have it.</summary>
    public UnboundType? Made(BaseObjectCreationExpressionSyntax made, CancellationToken cancellation) =>
        code.ModelOf(made.SyntaxTree)?.GetTypeInfo(made, cancellation).Type is { } type ? Of(type, made.SyntaxTree) ?? InsteadOf(type, Written(made)) : null;

    /// <summary>The library's type that is missing where the compiler takes one of the same name that has no type parameters: <c>ConfigurationManager</c> for <c>ConfigurationManager&lt;T></c>.</summary>
    private UnboundType? InsteadOf(ITypeSymbol found, TypeSyntax? written) =>
        found is INamedTypeSymbol { Arity: 0 } && written is GenericNameSyntax { Identifier.ValueText: var name } && name == found.Name && _known.Value.Contains(name) ? Named(name, written.SyntaxTree) : null;

    /// <summary>The type that a declaration, or what makes an object, is written with.</summary>
    private static TypeSyntax? Written(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax made => made.Type,
        ParameterSyntax parameter => Bare(parameter.Type),
        PropertyDeclarationSyntax property => Bare(property.Type),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => Bare(type),
        VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax made } => made.Type,
        _ => null,
    };

    private static TypeSyntax? Bare(TypeSyntax? type) => type is NullableTypeSyntax { ElementType: var element } ? element : type;

    /// <summary>The library's type that a name means where it stands; null if none.</summary>
    public UnboundType? Named(string written, SyntaxTree tree) => _named.TryGetValue((tree, written), out var known) ? known : _named.GetOrAdd((tree, written), FindNamed(written, tree));

    private UnboundType? FindNamed(string written, SyntaxTree tree)
    {
        var dot = written.LastIndexOf('.');
        var simple = written.Substring(dot + 1);
        foreach (var (library, name) in _known.Value[simple])
        {
            if (dot < 0 ? scopes.Contains(tree, CatalogNames.NamespaceOf(name)) : name == written || (name.EndsWith("." + written, StringComparison.Ordinal) && scopes.Contains(tree, name.Substring(0, name.Length - written.Length - 1))))
            {
                return new UnboundType(library, simple);
            }
        }

        return (dot < 0 ? OfUsings(tree) ?? OfVendor(simple, tree) : InNamespace(written, written.Substring(0, dot))) is { } family ? new UnboundType(family, simple)
            : dot > 0 && Named(written.Substring(0, dot), tree) is { Name: not null } outer ? outer with { Name = simple }
            : (PackageClients.Of(written, OfNoLibrary(scopes.Missing(tree))) ?? registered.OfType(simple, tree) ?? OfVendorsPackage(simple, scopes.Missing(tree))) is { } package ? new UnboundType(index.OfPackage(package), simple)
            : null;
    }

    /// <summary>The library's type whose static member is used; null if an expression isn't the name of one.</summary>
    public UnboundType? Static(ExpressionSyntax type, CancellationToken cancellation)
    {
        var first = type;
        while (first is MemberAccessExpressionSyntax { Expression: var left })
        {
            first = left;
        }

        if (type is SimpleNameSyntax && IsInClient(type, cancellation))
        {
            // It may be what the base class has under that name.
            return null;
        }

        return first is AliasQualifiedNameSyntax or IdentifierNameSyntax or GenericNameSyntax
            && code.ModelOf(type.SyntaxTree)?.GetSymbolInfo(first is AliasQualifiedNameSyntax alias ? alias.Name : first, cancellation) is { CandidateSymbols.IsEmpty: true, Symbol: null or INamespaceSymbol or INamedTypeSymbol { TypeKind: TypeKind.Error } }
            ? Named(WithoutArguments(type), type.SyntaxTree)
            : null;
    }

    private UnboundType? Of(ExpressionSyntax value, int depth, CancellationToken cancellation)
    {
        value = MissingNames.Bare(value);

        // What a client of the code's own does with its base class is told where it is called.
        if (value is ThisExpressionSyntax or BaseExpressionSyntax || depth >= Limits.Hops || code.ModelOf(value.SyntaxTree) is not { } model)
        {
            return null;
        }

        var type = KnownTypes.WithoutNullable(model.GetTypeInfo(value, cancellation).Type);
        var symbol = model.GetSymbolInfo(value, cancellation).Symbol;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: > 0 })
        {
            // The usings of the file that declares it say what is meant, those of the file that uses it where it is inferred.
            return (symbol is { DeclaringSyntaxReferences: [var declared, ..] } && declared.SyntaxTree != value.SyntaxTree ? Of(type, declared.SyntaxTree) : null) ?? Of(type, value.SyntaxTree)
                ?? (symbol is ILocalSymbol { DeclaringSyntaxReferences: [var local] } && local.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax made } ? Of(made, depth + 1, cancellation) : null);
        }

        if (type is not null and not { TypeKind: TypeKind.Error })
        {
            return InsteadOf(type, symbol is { DeclaringSyntaxReferences: [var written] } ? Written(written.GetSyntax(cancellation)) : Written(value));
        }

        return value switch
        {
            IdentifierNameSyntax when symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var start } => Of(start, depth + 1, cancellation),
            AwaitExpressionSyntax { Expression: var awaited } => Brought(awaited, model, cancellation) ?? Of(awaited, depth + 1, cancellation),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: "ConfigureAwait" } } => Of(owner, depth + 1, cancellation),

            // A channel is what a contract's operations are called on.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: "CreateChannel" } } when Owner(owner, depth, cancellation) is { } factory && !factory.Library.Library.Contracts.IsEmpty => factory with { Name = null, IsChannel = true },

            // What a call brings is data; what anything else of a library's object brings is more of the library.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name } } call => Owner(owner, depth, cancellation) is { } of && !of.IsCall(name, call) ? of with { Name = null } : null,
            MemberAccessExpressionSyntax { Expression: var owner } => Owner(owner, depth, cancellation) is { } of ? of with { Name = null, IsPart = of.Name is not null } : null,
            MemberBindingExpressionSyntax when value.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { Expression: var owner } => Owner(owner, depth, cancellation) is { } of ? of with { Name = null } : null,
            ElementAccessExpressionSyntax { Expression: var owner } => Of(owner, depth + 1, cancellation) is { } of ? of with { Name = null } : null,
            _ => null,
        };
    }

    /// <summary>The library's type that a task of the code's own brings: <c>await CreateClientAsync()</c>; null if it is no such task.</summary>
    private UnboundType? Brought(ExpressionSyntax awaited, SemanticModel model, CancellationToken cancellation)
    {
        awaited = MissingNames.Bare(awaited);
        if (awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task, Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" } })
        {
            awaited = MissingNames.Bare(task);
        }

        return model.GetTypeInfo(awaited, cancellation).Type is not INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var brought] } ? null
            : (model.GetSymbolInfo(awaited, cancellation).Symbol is { DeclaringSyntaxReferences: [var declared, ..] } && declared.SyntaxTree != awaited.SyntaxTree ? Of(brought, declared.SyntaxTree) : null) ?? Of(brought, awaited.SyntaxTree);
    }

    /// <summary>True within a class that derives from a library's.</summary>
    private bool IsInClient(SyntaxNode node, CancellationToken cancellation) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { BaseList: not null } type
        && (code.ModelOf(node.SyntaxTree)?.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.BaseType is { TypeKind: TypeKind.Error } parent && Of(parent, node.SyntaxTree) is not null;

    private UnboundType? Owner(ExpressionSyntax owner, int depth, CancellationToken cancellation) => Static(owner, cancellation) ?? Of(owner, depth + 1, cancellation);

    /// <summary>Of a name without a qualification, a library that names a whole namespace says it only where nothing else that is missing could have the type.</summary>
    private LibraryFamily? OfUsings(SyntaxTree tree) => _ofUsings.TryGetValue(tree, out var known) ? known : _ofUsings.GetOrAdd(tree, FindOfUsings(tree));

    private LibraryFamily? FindOfUsings(SyntaxTree tree)
    {
        var roots = scopes.Missing(tree);
        return roots.IsEmpty ? null : index.Families.FirstOrDefault(family => family.Library.Clients.Concat(family.Library.Holders).Any(client => client.Id[0] == 'N' && roots.Any(root => CatalogNames.IsIn(root, client.Id.Substring(2))))
            && roots.All(root => OwnNamespaces(family.Library).Any(own => CatalogNames.IsIn(root, own) || IsBeside(root, own, family))));
    }

    /// <summary>The library whose vendor a type's name begins with, where a using names one of its namespaces among those of other missing packages: <c>FirebaseMessaging</c>, <c>IContentfulClient</c>.</summary>
    private LibraryFamily? OfVendor(string type, SyntaxTree tree)
    {
        var roots = scopes.Missing(tree);

        // What else is an interface with a vendor's name is the code's own: IStripeWebhookHandler.
        var name = type is ['I', var second, ..] && char.IsUpper(second) && type.EndsWith("Client", StringComparison.Ordinal) ? type.Substring(1) : type;
        return roots.IsEmpty ? null : index.Families.FirstOrDefault(family => !family.Library.IsOfManifest && family.Library.System?.Replace(" ", "") is { Length: > 3 } vendor
            && (type.StartsWith(vendor, StringComparison.Ordinal) || name.StartsWith(vendor, StringComparison.Ordinal))
            && !family.Library.Excluded.Any(id => id[0] == 'T' && CatalogNames.LastPart(id.Substring(2)) == type)
            && family.Library.Clients.Any(client => client.Id[0] == 'N' && roots.Any(root => CatalogNames.IsIn(root, client.Id.Substring(2)))))
            ?? OfProduct(name, roots);
    }

    /// <summary>The library of a vendor with many products, where a type is called after the one whose namespace a using names: <c>DriveService</c> of <c>Google.Apis.Drive.v3</c>.</summary>
    private LibraryFamily? OfProduct(string type, ImmutableHashSet<string> roots) => index.Families.FirstOrDefault(family => !family.Library.IsOfManifest && family.Library.Holders.Any(holder => holder.Id[0] == 'N'
        && roots.Any(root => CatalogNames.IsIn(root, holder.Id.Substring(2)) && root.Length > holder.Id.Length - 2
            && root.Substring(holder.Id.Length - 1).Split('.') is [{ Length: > 3 } product, ..] && type.StartsWith(product, StringComparison.Ordinal) && type.Length > product.Length && char.IsUpper(type[product.Length]))));

    /// <summary>The namespaces without those of the catalog's libraries: <c>Grpc.Net.Client</c> is nobody's own.</summary>
    private ImmutableHashSet<string> OfNoLibrary(ImmutableHashSet<string> roots) =>
        roots.Count == 0 ? roots : roots.Where(root => !index.Families.Any(family => !family.Library.IsOfManifest && NamespacesOf(family.Library).Any(own => CatalogNames.IsIn(root, own)))).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>What somebody's package has for a vendor that the catalog knows, and is called after: <c>ISharePointService</c> of <c>Contoso.Common.SharePoint</c>. Null if it is no such interface.</summary>
    private Library? OfVendorsPackage(string type, ImmutableHashSet<string> roots) =>
        type is ['I', var second, ..] && char.IsUpper(second) && PackageClients.VendorOf(type) is { Length: > 4 } vendor
        && roots.FirstOrDefault(root => PackageClients.IsOfVendor(root, vendor)) is { } root
        && index.Families.FirstOrDefault(family => family.Library is { IsOfManifest: false, IsInfrastructure: false, System: { } system } && system.Replace(" ", "") == vendor)?.Library.System is { } known
            ? PackageClients.OfVendor(root, type, known)
            : null;

    /// <summary>
    /// True for the rest of a vendor's SDK, its models above all: what stands above one of its namespaces, or beside it, where no other library has anything. Of the vendors of platforms
    /// only what is deep enough to be one product.
    /// </summary>
    private bool IsBeside(string root, string own, LibraryFamily family)
    {
        var parent = CatalogNames.NamespaceOf(own);
        return parent.Length > 0 && !family.Library.IsOfManifest && CatalogNames.IsIn(root, parent) && parent.Split('.').Length >= (_platforms.Contains(parent.Split('.')[0]) ? 3 : root == parent ? 1 : 2)
            && !index.Families.Any(other => other != family && NamespacesOf(other.Library).Any(others => CatalogNames.IsIn(others, parent)));
    }

    private LibraryFamily? InNamespace(string type, string space) => index.Families.FirstOrDefault(family => family.Library.Clients.Concat(family.Library.Holders).Any(client => client.Id[0] == 'N' && CatalogNames.IsIn(space, client.Id.Substring(2)))
        && !family.Library.Excluded.Any(id => id == "T:" + type || (id[0] == 'N' && CatalogNames.IsIn(space, id.Substring(2)))));

    private static ImmutableArray<string> TypesOf(Library library) =>
    [
        .. library.Clients.Concat(library.Holders).Where(client => client.Id[0] == 'T').Select(client => client.Id.Substring(2)),
        .. library.Calls.Concat(library.Bindings).Concat(library.Factories).Select(CatalogNames.TypeOf),
    ];

    /// <summary>Those that tell whose a type is. What a p2p.json names by itself says nothing of what else stands beside it: <c>M:Contoso.ErpApi.Call</c> of Contoso's other packages.</summary>
    private static IEnumerable<string> OwnNamespaces(Library library) => library.IsOfManifest ? library.Clients.Where(client => client.Id[0] == 'N').Select(client => client.Id.Substring(2)) : NamespacesOf(library);

    /// <summary>Where its types are; what extends other libraries' types stands in theirs.</summary>
    private static IEnumerable<string> NamespacesOf(Library library) => library.Clients.Concat(library.Holders).Select(client => client.Id[0] == 'N' ? client.Id.Substring(2) : CatalogNames.NamespaceOf(client.Id.Substring(2)))
        .Concat(library.Calls.Concat(library.Bindings).Where(member => !CatalogNames.IsOfExtensions(member)).Select(CatalogNames.NamespaceOf));

    /// <summary>The name with what qualifies it.</summary>
    public static string Qualified(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (ISymbol? around = type.ContainingSymbol; around is INamedTypeSymbol { Name.Length: > 0 } or INamespaceSymbol { IsGlobalNamespace: false }; around = around.ContainingSymbol)
        {
            name = around.Name + "." + name;
        }

        return name;
    }

    private static string WithoutArguments(ExpressionSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: var name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: var left, Name: var name } => WithoutArguments(left) + "." + name.Identifier.ValueText,
        _ => "",
    };
}
