using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>What one type needs so that its clients come from the gateway: which of them have none in reach, and what the gateway is called there.</summary>
internal sealed class InjectionPlan
{
    /// <param name="type">The type.</param>
    /// <param name="uses">All its clients that the gateway is to hand out.</param>
    /// <param name="needs">Those that have no gateway in reach.</param>
    /// <param name="api">The gateway.</param>
    /// <param name="cancellation">Cancels.</param>
    public InjectionPlan(TypeParts type, IReadOnlyList<GatewayUse> uses, ImmutableArray<GatewayUse> needs, GatewayApi api, CancellationToken cancellation)
    {
        Type = type;
        Api = api;
        Constructors = new Constructors(type, cancellation);
        Names = GatewayNames.Of(type, Constructors.Home.SyntaxTree.GetRoot(cancellation));
        Factory = FactoryRemoval.Of(type, uses, cancellation);
        Needs = needs;
        Moved = [.. needs.Where(use => Constructors.Primary is null && UsePlace.Of(use.Creation).Scope == UseScope.Initializer)];
        HasField = Constructors.Primary is null && needs.Any(use => UsePlace.Of(use.Creation).Scope == UseScope.Member);
    }

    public TypeParts Type { get; }

    public GatewayApi Api { get; }

    public Constructors Constructors { get; }

    public GatewayNames Names { get; }

    /// <summary>The factory that nobody needs any more; null if there is none.</summary>
    public FactoryRemoval? Factory { get; }

    /// <summary>The clients that have no gateway in reach.</summary>
    public ImmutableArray<GatewayUse> Needs { get; }

    /// <summary>Those of them that an initialiser makes now, and a constructor from then on.</summary>
    public ImmutableArray<GatewayUse> Moved { get; }

    /// <summary>True if a field has to keep the gateway.</summary>
    public bool HasField { get; }

    /// <summary>The field, or nearer to the constructor its parameter.</summary>
    public string Access(GatewayUse use)
    {
        var place = UsePlace.Of(use.Creation);
        return place.Boundary is ConstructorDeclarationSyntax constructor ? Constructors.GatewayParameter(constructor, Api) ?? Names.Parameter
            : Constructors.Primary is not null ? Names.Parameter
            : Names.Field;
    }

    /// <summary>The gateway's type as it is written there.</summary>
    public TypeSyntax TypeAt(SyntaxNode node) => GatewaySyntax.Type(Api.Type, Type.PartOf(node));

    /// <summary>True if the constructor loses the factory's parameter.</summary>
    public bool Drops(SyntaxNode constructor) => Factory?.Parameter.Parent?.Parent == constructor;
}
