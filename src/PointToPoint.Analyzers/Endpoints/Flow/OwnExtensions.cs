using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// The code's own extension methods, by name. One call of a missing package's method in a chain, <c>services.AddMissing().AddErp(settings)</c>, and the compiler says nothing more of those
/// behind it: of what they are called on there is no type, but the names are still the code's.
/// </summary>
internal sealed class OwnExtensions(CodeBase code)
{
    private readonly NamespacesInScope _scope = new(code);
    private readonly ConcurrentDictionary<MethodDeclarationSyntax, IMethodSymbol?> _symbols = new();
    private readonly Lazy<ILookup<string, MethodDeclarationSyntax>> _byName = new(
        () => code.Trees.SelectMany(pair => pair.Tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            .OfType<MethodDeclarationSyntax>().Where(IsExtension).ToLookup(method => method.Identifier.ValueText, StringComparer.Ordinal),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Those that a call by this name may mean where it stands.</summary>
    public IEnumerable<IMethodSymbol> Named(string name, SyntaxTree tree, CancellationToken cancellation) =>
        from declaration in _byName.Value[name]
        let symbol = _symbols.GetOrAdd(declaration, declaration => code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancellation))
        where symbol is not null && (symbol.ContainingNamespace.IsGlobalNamespace || _scope.Contains(tree, symbol.ContainingNamespace.ToDisplayString()))
        select symbol;

    /// <summary>False for a private method of another class.</summary>
    public static bool IsSeenFrom(IMethodSymbol method, SyntaxNode call, CancellationToken cancellation) => method.DeclaredAccessibility != Accessibility.Private
        || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).Parent is { } type && type.Contains(call));

    private static bool IsExtension(MethodDeclarationSyntax method) => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword);
}
