using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>
/// Brings the gateway to every place of a type where a client is made, all at once: one parameter and one field, however many clients there are.
/// </summary>
internal static class TypeInjection
{
    /// <summary>The changes that give all these clients of one type their gateway.</summary>
    public static IEnumerable<(Document Document, SyntaxEdit Edit)> Plan(TypeParts type, IReadOnlyList<GatewayUse> uses, GatewayApi api, CancellationToken cancellation)
    {
        if (type.Parts[0].Node is not TypeDeclarationSyntax)
        {
            return uses.SelectMany(use => ClientReplacement.InPlace(use, ExistingGateway.Find(use, api)!));
        }

        var inReach = uses.Select(use => (Use: use, Gateway: ExistingGateway.Find(use, api))).ToList();
        var plan = new InjectionPlan(type, uses, [.. inReach.Where(pair => pair.Gateway is null).Select(pair => pair.Use)], api, cancellation);
        return
        [
            .. inReach.Where(pair => pair.Gateway is not null).SelectMany(pair => ClientReplacement.InPlace(pair.Use, pair.Gateway!)),
            .. plan.Needs.Except(plan.Moved).SelectMany(use => ClientReplacement.InPlace(use, plan.Access(use))),
            .. plan.Moved.Select(use => (use.Part.Document, (SyntaxEdit)ClientReplacement.WithoutInitializer(use))),
            .. new ConstructorInjection(plan).Edits(),
            .. new MemberInjection(plan).Edits(),
        ];
    }
}
