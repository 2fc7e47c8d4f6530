using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Brings the gateway into the constructors of a type: the parameter, its passing on, and what the bodies do with it.</summary>
internal sealed class ConstructorInjection(InjectionPlan plan)
{
    public IEnumerable<(Document Document, SyntaxEdit Edit)> Edits() =>
        (plan.Constructors.Primary is { } primary && (plan.Needs.Length > 0 || plan.Drops(primary)) ? OfPrimary(primary) : []).Concat(OfExplicit());

    private IEnumerable<(Document Document, SyntaxEdit Edit)> OfPrimary(TypeDeclarationSyntax primary)
    {
        var list = primary.ParameterList!;
        var document = plan.Type.PartOf(primary).Document;
        yield return (document, new NodeEdit(list, current => Change((ParameterListSyntax)current, list)));
        if (primary.HasStructuredTrivia)
        {
            yield return (document, new NodeEdit(primary, current => Document(current, primary, addsParameter: plan.Needs.Length > 0)));
        }
    }

    /// <summary>The parameter list with the gateway in the factory's place, or behind the required ones.</summary>
    private ParameterListSyntax Change(ParameterListSyntax current, ParameterListSyntax original)
    {
        var factory = plan.Factory is { Parameter: var parameter } ? original.Parameters.IndexOf(parameter) : -1;
        var gateway = GatewaySyntax.Parameter(plan.TypeAt(original), plan.Names.Parameter);
        return factory < 0 ? ParameterInsertion.Insert(current, gateway)
            : plan.Needs.Length == 0 ? current.WithParameters(current.Parameters.RemoveAt(factory))
            : current.WithParameters(current.Parameters.Replace(current.Parameters[factory], gateway.WithTriviaFrom(current.Parameters[factory])));
    }

    private SyntaxNode Document(SyntaxNode current, SyntaxNode original, bool addsParameter)
    {
        current = addsParameter ? DocumentationParameter.Add(current, plan.Names.Parameter) : current;
        return plan.Drops(original) ? DocumentationParameter.Remove(current, plan.Factory!.Parameter.Identifier.ValueText) : current;
    }

    private IEnumerable<(Document Document, SyntaxEdit Edit)> OfExplicit()
    {
        var takes = Taking();
        return plan.Constructors.Explicit.Where(each => takes.Contains(each) || plan.Drops(each)).Select(each => OfExplicit(each, takes));
    }

    /// <summary>The constructors that take the gateway.</summary>
    private HashSet<SyntaxNode> Taking()
    {
        // A constructor needs the gateway for what it does itself, or for the one it calls.
        var takes = new HashSet<SyntaxNode>();
        if (plan.Constructors.Primary is { } primary && plan.Needs.Length > 0)
        {
            takes.Add(primary);
        }

        takes.UnionWith(plan.Constructors.Explicit.Where(each => (!Constructors.IsChained(each) && (plan.HasField || plan.Moved.Length > 0)) || plan.Needs.Any(use => each.Span.Contains(use.Creation.Span))));
        while (plan.Constructors.Explicit.FirstOrDefault(each => Constructors.IsChained(each) && !takes.Contains(each) && plan.Constructors.TargetOf(each) is { } target && takes.Contains(target)) is { } next)
        {
            takes.Add(next);
        }

        return takes;
    }

    private (Document Document, SyntaxEdit Edit) OfExplicit(ConstructorDeclarationSyntax constructor, HashSet<SyntaxNode> takes)
    {
        var existing = plan.Constructors.GatewayParameter(constructor, plan.Api);
        var adds = takes.Contains(constructor) && existing is null;
        var target = Constructors.IsChained(constructor) ? plan.Constructors.TargetOf(constructor) : null;
        var passes = PassesTo(target, takes);
        var position = target is null ? 0 : PositionIn(target);
        var name = existing ?? plan.Names.Parameter;
        var statements = Constructors.IsChained(constructor) || !takes.Contains(constructor) ? [] : GatewayStatements.Of(plan, constructor, name);
        return (plan.Type.PartOf(constructor).Document, new NodeEdit(constructor, current =>
        {
            var changed = (ConstructorDeclarationSyntax)current;
            if (passes)
            {
                changed = changed.WithInitializer(changed.Initializer!.WithArgumentList(ParameterInsertion.Pass(changed.Initializer.ArgumentList, position, name)));
            }

            if (adds || plan.Drops(constructor))
            {
                changed = changed.WithParameterList(adds
                    ? Change(changed.ParameterList, constructor.ParameterList)
                    : changed.ParameterList.WithParameters(changed.ParameterList.Parameters.RemoveAt(constructor.ParameterList.Parameters.IndexOf(plan.Factory!.Parameter))));
            }

            return Document(ConstructorBody.Add(changed, statements), constructor, adds);
        }));
    }

    private bool PassesTo(SyntaxNode? target, HashSet<SyntaxNode> takes) => target is not null && takes.Contains(target)
        && (target is not ConstructorDeclarationSyntax constructor || plan.Constructors.GatewayParameter(constructor, plan.Api) is null);

    private static int PositionIn(SyntaxNode constructor) => constructor switch
    {
        ConstructorDeclarationSyntax node => ParameterInsertion.Position(node.ParameterList),
        TypeDeclarationSyntax { ParameterList: { } list } => ParameterInsertion.Position(list),
        _ => 0,
    };
}
