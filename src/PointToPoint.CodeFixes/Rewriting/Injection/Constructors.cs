using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>The constructors of a type over all its parts.</summary>
internal sealed class Constructors
{
    private readonly TypeParts _type;
    private readonly CancellationToken _cancellation;

    public Constructors(TypeParts type, CancellationToken cancellation)
    {
        _type = type;
        _cancellation = cancellation;
        Primary = type.Parts.Select(part => part.Node).OfType<TypeDeclarationSyntax>().FirstOrDefault(node => node.ParameterList is not null);
        Explicit =
        [
            .. type.Parts.SelectMany(part => part.Node.ChildNodes()).OfType<ConstructorDeclarationSyntax>().Where(node => !node.Modifiers.Any(SyntaxKind.StaticKeyword)),
        ];
    }

    /// <summary>The declaration with a primary constructor; null if there is none.</summary>
    public TypeDeclarationSyntax? Primary { get; }

    public ImmutableArray<ConstructorDeclarationSyntax> Explicit { get; }

    /// <summary>The declaration that new members go to: of several parts one, always the same.</summary>
    public TypeDeclarationSyntax Home => Primary
        ?? (TypeDeclarationSyntax?)Explicit.FirstOrDefault(node => !IsChained(node))?.Parent
        ?? _type.Parts.Where(part => !Clients.CodeChecks.IsGenerated(part.Document, part.Node.SyntaxTree)).Select(part => part.Node).OfType<TypeDeclarationSyntax>().First();

    public static bool IsChained(ConstructorDeclarationSyntax constructor) => constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer);

    /// <summary>The declaration that a chained constructor calls first.</summary>
    public SyntaxNode? TargetOf(ConstructorDeclarationSyntax chained) =>
        _type.PartOf(chained).Model.GetSymbolInfo(chained.Initializer!, _cancellation).Symbol is { DeclaringSyntaxReferences: [var reference] } ? reference.GetSyntax(_cancellation) : null;

    /// <summary>The name of a parameter that already brings a gateway; null if none does.</summary>
    public string? GatewayParameter(ConstructorDeclarationSyntax constructor, GatewayApi api) =>
        (_type.PartOf(constructor).Model.GetDeclaredSymbol(constructor, _cancellation) as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => api.Is(parameter.Type))?.Name;
}
