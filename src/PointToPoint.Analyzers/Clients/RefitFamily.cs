using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// Refit: the client is an interface of the code's own, and attributes on its methods say verb and path. Where the package may be missing, attributes of
/// these names count too, in files that use its namespace.
/// </summary>
internal sealed class RefitFamily : ClientFamily
{
    internal const string AttributeName = "Refit.HttpMethodAttribute";
    internal const string ServiceName = "Refit.RestService";

    private const string Suffix = "Attribute";

    internal static readonly ImmutableArray<string> Verbs = ["Get", "Post", "Put", "Delete", "Patch", "Head", "Options"];

    private readonly bool _mayLackPackages;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _usesGlobally = new(SymbolEqualityComparer.Default);

    private RefitFamily(INamedTypeSymbol? service, bool mayLackPackages)
    {
        _mayLackPackages = mayLackPackages;
        Types = service is null ? [] : [service];
    }

    /// <summary>True for a member of the class that Refit's generator writes for an interface.</summary>
    public static bool IsGenerated(ISymbol member) => member.ContainingNamespace is { Name: "Implementation", ContainingNamespace: { Name: "Refit", ContainingNamespace.IsGlobalNamespace: true } };

    public override string Protocol => "http";

    public override string ClientName => ServiceName;

    public override ImmutableArray<INamedTypeSymbol> Types { get; }

    /// <summary>Null where Refit isn't referenced, unless its package may be missing.</summary>
    public static RefitFamily? TryCreate(Compilation compilation, bool mayLackPackages) => mayLackPackages || KnownTypes.Find(compilation, AttributeName) is not null
        ? new RefitFamily(KnownTypes.Find(compilation, ServiceName), mayLackPackages)
        : null;

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

    /// <summary>What a call of an interface's method on a client does; null if its attributes don't make it a call.</summary>
    public ClientOperation? Match(IMethodSymbol method, ITypeSymbol api, IOperation? client) => VerbOf(method) is not { } attribute ? null : new ClientOperation
    {
        Client = TypedClient.NameOf(api),
        Verb = Name(attribute).ToUpperInvariant(),
        Instance = client,
        Template = PathTemplate.Read(attribute.ConstructorArguments is [{ Value: string path }, ..] ? path : Written(attribute) ?? "{path}"),
        IsByName = attribute.AttributeClass!.TypeKind == TypeKind.Error,
    };

    public override bool IsRegistration(IMethodSymbol method) => RefitCreation.Names.Contains(method.Name);

    public override bool IsWiring(IPropertySymbol property) => false;

    private AttributeData? VerbOf(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Interface } ? method.GetAttributes().FirstOrDefault(attribute => IsVerb(attribute, method)) : null;

    private bool IsVerb(AttributeData attribute, IMethodSymbol method) => attribute.AttributeClass is { } type && Verbs.Contains(Name(attribute))
        && (type.TypeKind == TypeKind.Error
            ? _mayLackPackages && IsRefits(attribute, method)
            : type.ContainingNamespace is { Name: "Refit", ContainingNamespace.IsGlobalNamespace: true });

    private static string Name(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>True if a name that means nothing to the compiler stands where Refit's would: behind a using of it.</summary>
    private bool IsRefits(AttributeData attribute, IMethodSymbol method) => attribute.ApplicationSyntaxReference is { } reference
        && (reference.GetSyntax() is AttributeSyntax { Name: QualifiedNameSyntax { Left: var left } } ? left.ToString() is "Refit" or "global::Refit"
            : reference.SyntaxTree.GetRoot() is CompilationUnitSyntax root && root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(IsOfRefit)
                || UsesGlobally(method.ContainingAssembly));

    private bool UsesGlobally(IAssemblySymbol assembly) => _usesGlobally.GetOrAdd(assembly, static assembly => assembly is ISourceAssemblySymbol source
        && source.Compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax root && root.Usings.Any(directive => !directive.GlobalKeyword.Span.IsEmpty && IsOfRefit(directive))));

    private static bool IsOfRefit(UsingDirectiveSyntax directive) => directive.Alias is null && directive.Name?.ToString() is "Refit" or "global::Refit";

    /// <summary>The path as it is written: an attribute that means nothing has no values.</summary>
    private static string? Written(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] ? text : null;
}
