using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;
using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Puts the gateway's client where a client is made now.</summary>
internal static class ClientReplacement
{
    /// <summary>The creation asks the gateway, however it is written there; what else it set follows as statements.</summary>
    public static IEnumerable<(Document Document, SyntaxEdit Edit)> InPlace(GatewayUse use, string access)
    {
        yield return (use.Part.Document, new NodeEdit(use.Creation, current => GatewaySyntax.CreateClient(access, use.System, use.BasePath).WithTriviaFrom(current)));
        var place = CreationPlace.Of(use.Creation);
        if (!use.Settings.IsEmpty && place.Statement is { } statement)
        {
            yield return (use.Part.Document, new StatementsAfter(statement, [.. use.Settings.Select(setting => GatewaySyntax.Statement(setting(place.Target!)))]));
        }
    }

    /// <summary>The field or property without its initialiser: a constructor makes the client instead.</summary>
    public static NodeEdit WithoutInitializer(GatewayUse use) => CreationPlace.Of(use.Creation).Variable switch
    {
        VariableDeclaratorSyntax declarator => new NodeEdit(declarator, current => ((VariableDeclaratorSyntax)current).WithInitializer(null)
            .WithIdentifier(((VariableDeclaratorSyntax)current).Identifier.WithTrailingTrivia())),
        var property => new NodeEdit(property!, current =>
        {
            var declaration = (PropertyDeclarationSyntax)current;
            return declaration.WithInitializer(null).WithSemicolonToken(default).WithAccessorList(declaration.AccessorList!.WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia));
        }),
    };
}
