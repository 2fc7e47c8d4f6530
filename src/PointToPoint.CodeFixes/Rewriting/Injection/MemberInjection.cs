using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>The members that come and go with the gateway: its field, a constructor where there was none, the factory's field.</summary>
internal sealed class MemberInjection(InjectionPlan plan)
{
    public IEnumerable<(Document Document, SyntaxEdit Edit)> Edits() =>
        plan.Needs.Length > 0 && plan.Constructors.Primary is null ? OfFactory().Concat(OfGateway()) : OfFactory();

    private IEnumerable<(Document Document, SyntaxEdit Edit)> OfFactory()
    {
        if (plan.Factory is { Store: { } store })
        {
            yield return (plan.Type.PartOf(store).Document, StatementRemoval.Of(store));
        }

        if (plan.Factory is { Field.Parent.Parent: FieldDeclarationSyntax field })
        {
            yield return (plan.Type.PartOf(field).Document, MemberRemoval.Of(field));
        }
    }

    private IEnumerable<(Document Document, SyntaxEdit Edit)> OfGateway()
    {
        var home = plan.Constructors.Home;
        var constructor = plan.Constructors.Explicit.IsEmpty
            ? GatewaySyntax.Constructor(home.Identifier.Text, GatewaySyntax.Parameter(plan.TypeAt(home), plan.Names.Parameter), GatewayStatements.Of(plan, null, plan.Names.Parameter))
            : null;
        if (!plan.HasField && constructor is null)
        {
            yield break;
        }

        var fields = home.Members.OfType<FieldDeclarationSyntax>().Where(each => !each.Modifiers.Any(SyntaxKind.ConstKeyword)).ToList();
        var writesPrivate = fields.Count == 0 || fields.Exists(each => each.Modifiers.Any(modifier =>
            modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword));
        yield return (plan.Type.PartOf(home).Document, new NodeEdit(home, current =>
        {
            var type = (TypeDeclarationSyntax)current;
            type = constructor is null ? type : MemberInsertion.AddConstructor(type, constructor);
            return plan.HasField ? MemberInsertion.AddField(type, GatewaySyntax.Field(plan.TypeAt(home), plan.Names.Field, writesPrivate)) : type;
        }));
    }
}
