using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What the variables of a tree are declared as, by the scopes they are visible in: no more than the language's rules say of one file.</summary>
internal sealed class ScopedNames
{
    // Null where the scope has several things of a name, or syntax doesn't tell the type.
    private readonly Dictionary<(SyntaxNode? Scope, string Name), string?> _types = [];
    private readonly HashSet<string> _typeParameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly List<string> _globalAliases = [];

    /// <summary>The names that <c>global using</c> gives to types in all files.</summary>
    public IReadOnlyCollection<string> GlobalAliases => _globalAliases;

    /// <summary>Notes what a node declares, if it is a declaration.</summary>
    public void See(SyntaxNode node)
    {
        switch (node)
        {
            case ParameterSyntax parameter:
                Declare(parameter.Parent is BaseParameterListSyntax list ? list.Parent : parameter.Parent, parameter.Identifier, parameter.Type);
                break;
            case PropertyDeclarationSyntax property:
                Declare(property.Parent, property.Identifier, property.Type);
                break;
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable:
                Declare(Scope(declaration), variable.Identifier, declaration.Type.IsVar && variable.Initializer?.Value is ObjectCreationExpressionSyntax made ? made.Type : declaration.Type);
                break;
            case ForEachStatementSyntax loop:
                Declare(loop, loop.Identifier, loop.Type);
                break;
            case LocalFunctionStatementSyntax function:
                Declare(Block(function), function.Identifier, null);
                break;
            case TypeParameterSyntax parameter:
                _typeParameters.Add(parameter.Identifier.ValueText);
                break;
            case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias } directive:
                _aliases.Add(alias);
                if (directive.GlobalKeyword.ValueText.Length > 0)
                {
                    _globalAliases.Add(alias);
                }

                break;
            default:
                // Visible in a part of the member only, but nothing depends on which.
                if (Identifier(node) is { ValueText.Length: > 0 } identifier)
                {
                    Declare(Global(node.FirstAncestorOrSelf<MemberDeclarationSyntax>()), identifier, null);
                }

                break;
        }
    }

    /// <summary>True if a name stands for something that the member around declares.</summary>
    public bool IsLocal(SyntaxNode use, string name) => Find(use, name, out _) is { } scope and not TypeDeclarationSyntax;

    /// <summary>The simple name of the type that a variable is declared with in this file; null where that doesn't tell what it is.</summary>
    public string? TypeOf(SyntaxNode use, string name)
    {
        Find(use, name, out var type);
        return string.IsNullOrEmpty(type) || IsGeneral(type!) || _aliases.Contains(type!) ? null : type;
    }

    /// <summary>True if a name is a type parameter's somewhere in the tree.</summary>
    public bool IsGeneral(string name) => _typeParameters.Contains(name);

    private SyntaxNode? Find(SyntaxNode use, string name, out string? type)
    {
        for (var scope = use.Parent; scope is not null; scope = scope.Parent)
        {
            if (_types.TryGetValue((scope, name), out type))
            {
                return scope;
            }

            // Beyond it: what the type inherits comes first.
            if (scope is TypeDeclarationSyntax)
            {
                break;
            }
        }

        type = null;
        return null;
    }

    private void Declare(SyntaxNode? scope, SyntaxToken identifier, TypeSyntax? type)
    {
        var name = identifier.ValueText;
        var declared = type is null ? null : NameOf(type);
        _types[(scope, name)] = _types.TryGetValue((scope, name), out var other) && other != declared ? null : declared;
    }

    private static SyntaxNode? Scope(VariableDeclarationSyntax declaration) => declaration.Parent switch
    {
        BaseFieldDeclarationSyntax field => field.Parent,
        LocalDeclarationStatementSyntax local => Block(local),
        var statement => statement,
    };

    private static SyntaxNode? Block(StatementSyntax statement) => statement.Parent is SwitchSectionSyntax section ? section.Parent : Global(statement.Parent);

    private static SyntaxNode? Global(SyntaxNode? node) => node is GlobalStatementSyntax ? node.Parent : node;

    private static SyntaxToken Identifier(SyntaxNode node) => node switch
    {
        SingleVariableDesignationSyntax variable => variable.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        FromClauseSyntax range => range.Identifier,
        LetClauseSyntax range => range.Identifier,
        JoinClauseSyntax range => range.Identifier,
        JoinIntoClauseSyntax range => range.Identifier,
        QueryContinuationSyntax range => range.Identifier,
        _ => default,
    };

    private static string? NameOf(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax { Keyword.Text: not "object" and var keyword } => keyword,
        IdentifierNameSyntax { Identifier.ValueText: "dynamic" or "var" } => null,
        _ => SyntaxNames.OfType(type),
    };
}
