using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// Refit and RestEase: the client is an interface of the code's own, and attributes on its methods say verb and path. Where the package may be missing, attributes of
/// these names count too, in files that use its namespace.
/// </summary>
internal sealed class AttributedInterfaces : ClientFamily
{
    private const string BasePath = "BasePathAttribute";
    private const string BaseAddress = "BaseAddressAttribute";
    private const string Suffix = "Attribute";

    internal static readonly ImmutableArray<string> Verbs = ["Get", "Post", "Put", "Delete", "Patch", "Head", "Options"];

    private readonly AttributedLibrary _library;
    private readonly bool _mayLackPackages;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _usesGlobally = new(SymbolEqualityComparer.Default);

    private AttributedInterfaces(AttributedLibrary library, ImmutableArray<INamedTypeSymbol> types, Compilation compilation, bool mayLackPackages)
    {
        _library = library;
        _compilation = compilation;
        _mayLackPackages = mayLackPackages;
        Types = types;
    }

    /// <summary>True for a member of the class that a library's generator writes for an interface.</summary>
    public static bool IsGenerated(ISymbol member) => member.ContainingNamespace is { Name: "Implementation" or "RestEaseGeneratedTypes", ContainingNamespace: { IsGlobalNamespace: true } or { Name: "Refit" or "RestEase", ContainingNamespace.IsGlobalNamespace: true } };

    public override string Protocol => "http";

    public override string ClientName => _library.ServiceName;

    public override ImmutableArray<INamedTypeSymbol> Types { get; }

    /// <summary>Null where the library isn't referenced, unless its package may be missing.</summary>
    public static AttributedInterfaces? TryCreate(Compilation compilation, AttributedLibrary library, bool mayLackPackages)
    {
        var types = new[] { library.ServiceName, library.Registrations }.OfType<string>().Select(name => KnownTypes.Find(compilation, name)).OfType<INamedTypeSymbol>().ToImmutableArray();
        return mayLackPackages || KnownTypes.Find(compilation, library.Namespace + "." + Verbs[0] + Suffix) is not null ? new AttributedInterfaces(library, types, compilation, mayLackPackages) : null;
    }

    /// <summary>No caller hands an address on: it is in the interface, and where the client is made.</summary>
    public override bool Calls(string name) => false;

    public override bool MayDeclare => true;

    public override bool Declares(IMethodSymbol method) => VerbOf(method) is not null;

    public override ClientOperation? Match(IInvocationOperation invocation)
    {
        // A method that is inherited from another interface is called on the one that is registered.
        var api = invocation.Instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } type ? type : invocation.TargetMethod.ContainingType;
        return Match(invocation.TargetMethod, api, invocation.Instance);
    }

    public override ClientOperation? Match(IMethodReferenceOperation reference, Func<string, IOperation?> argument) =>
        Match(reference.Method, reference.Instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } type ? type : reference.Method.ContainingType, reference.Instance) is { } operation ? operation with { IsToldByName = true } : null;

    /// <summary>What a call of an interface's method on a client does; null if its attributes don't make it a call.</summary>
    public ClientOperation? Match(IMethodSymbol method, ITypeSymbol api, IOperation? client) => VerbOf(method) is not { } attribute ? null : new ClientOperation
    {
        Client = TypedClient.NameOf(api),
        Verb = Name(attribute).ToUpperInvariant(),
        Instance = client,
        Template = PathTemplate.Read(Behind(BasePathOf(api), attribute.ConstructorArguments is [{ Value: string path }, ..] ? path : Written(attribute, method) ?? (attribute.AttributeConstructor is { Parameters.IsEmpty: true } ? "" : "{path}"))),
        IsByName = attribute.AttributeClass!.TypeKind == TypeKind.Error,
    };

    public override bool IsRegistration(IMethodSymbol method) => AttributedCreation.Names.Contains(method.Name) || RegistrationScan.RefitNames.Contains(method.Name);

    public override bool IsWiring(IPropertySymbol property) => false;

    /// <summary>What an interface puts before all its paths: <c>[BasePath("api")]</c>.</summary>
    private static string BasePathOf(ITypeSymbol api) => Said(api, BasePath) is { } path ? path.TrimEnd('/') + "/" : "";

    /// <summary>The address that an interface itself gives: <c>[BaseAddress("https://erp.contoso.com")]</c>; null if none.</summary>
    public static string? BaseAddressOf(ITypeSymbol api) => Said(api, BaseAddress);

    private static string? Said(ITypeSymbol api, string name) => api.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, name)) is not { } attribute ? null
        : attribute.ConstructorArguments is [{ Value: string said }] ? said
        : Written(attribute, api);

    /// <summary>True for an attribute of a library; of one that is missing its name is all there is.</summary>
    private static bool Is(INamedTypeSymbol? attribute, string name) => attribute is { TypeKind: TypeKind.Error } ? attribute.Name == name || attribute.Name + Suffix == name : attribute?.Name == name && AttributedLibrary.Of(attribute.ContainingNamespace) is not null;

    private static string Behind(string basePath, string path) => basePath.Length == 0 ? path : basePath + path.TrimStart('/');

    private AttributeData? VerbOf(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Interface } ? method.GetAttributes().FirstOrDefault(attribute => IsVerb(attribute, method)) : null;

    private bool IsVerb(AttributeData attribute, IMethodSymbol method) => attribute.AttributeClass is { } type && Verbs.Contains(Name(attribute))
        && (type.TypeKind == TypeKind.Error
            ? _mayLackPackages && IsLibrarys(attribute, method)
            : AttributedLibrary.Of(type.ContainingNamespace) == _library);

    private static string Name(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>True if a name that means nothing to the compiler stands where the library's would: behind a using of it.</summary>
    private bool IsLibrarys(AttributeData attribute, IMethodSymbol method) => SyntaxOf(attribute, method) is { } written
        && (written is { Name: QualifiedNameSyntax { Left: var left } } ? IsNamespace(left.ToString())
            : written.SyntaxTree.GetRoot() is CompilationUnitSyntax root && root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(IsOfLibrary)
                || UsesGlobally(method.ContainingAssembly));

    private bool UsesGlobally(IAssemblySymbol assembly) => _usesGlobally.GetOrAdd(assembly, assembly => CompilationOf(assembly) is { } source
        && source.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax root && root.Usings.Any(directive => !directive.GlobalKeyword.Span.IsEmpty && IsOfLibrary(directive))));

    private bool IsOfLibrary(UsingDirectiveSyntax directive) => directive.Alias is null && directive.Name is { } name && IsNamespace(name.ToString());

    private bool IsNamespace(string name) => name == _library.Namespace || name == "global::" + _library.Namespace;

    private Compilation? CompilationOf(IAssemblySymbol assembly) => assembly is ISourceAssemblySymbol source ? source.Compilation : (_compilation.GetMetadataReference(assembly) as CompilationReference)?.Compilation;

    /// <summary>The path as it is written: an attribute that means nothing has no values.</summary>
    private static string? Written(AttributeData attribute, ISymbol symbol) => SyntaxOf(attribute, symbol) switch
    {
        { ArgumentList: null or { Arguments.Count: 0 } } => "",
        { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] } => text,
        _ => null,
    };

    /// <summary>
    /// Where an attribute stands. A project that sees another framework or other packages than the one that declares a symbol has a symbol of its own for it, whose attributes don't say
    /// where they stand: its declaration does.
    /// </summary>
    private static AttributeSyntax? SyntaxOf(AttributeData attribute, ISymbol symbol) => attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax
        ?? symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<MemberDeclarationSyntax>().SelectMany(member => member.AttributeLists).SelectMany(list => list.Attributes)
            .FirstOrDefault(written => SyntaxNames.OfType(written.Name) is var name && attribute.AttributeClass is { Name: var known } && (name == known || name + Suffix == known || name == known + Suffix));
}
