using System.Collections.Immutable;

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>What a constructor does with the gateway it gets: it keeps it in the field, and makes the clients that initialisers made.</summary>
internal static class GatewayStatements
{
    /// <param name="plan">What the type needs.</param>
    /// <param name="constructor">The constructor; null if it is a new one.</param>
    /// <param name="parameter">What the gateway is called there.</param>
    public static ImmutableArray<StatementSyntax> Of(InjectionPlan plan, ConstructorDeclarationSyntax? constructor, string parameter)
    {
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        if (plan.HasField)
        {
            statements.Add(GatewaySyntax.Assign(parameter == plan.Names.Field ? "this." + plan.Names.Field : plan.Names.Field, SyntaxFactory.IdentifierName(parameter)));
        }

        foreach (var use in plan.Moved)
        {
            var name = CreationPlace.Of(use.Creation).Target!;
            var target = name == parameter || constructor?.ParameterList.Parameters.Any(each => each.Identifier.ValueText == name) == true ? "this." + name : name;
            statements.Add(GatewaySyntax.Assign(target, GatewaySyntax.CreateClient(parameter, use.System, use.BasePath)));
            statements.AddRange(use.Settings.Select(setting => GatewaySyntax.Statement(setting(target))));
        }

        return statements.ToImmutable();
    }
}
