using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;
using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>
/// Brings the gateway to every place of a type where a client is made, all at once: one parameter and one field, however many clients there are.
/// </summary>
internal sealed class TypeInjection
{
    private readonly TypeParts _type;
    private readonly GatewayApi _api;
    private readonly Constructors _constructors;
    private readonly GatewayNames _names;
    private readonly List<GatewayUse> _needs = [];
    private readonly List<GatewayUse> _moved = [];
    private readonly FactoryRemoval? _factory;
    private readonly List<(Document Document, SyntaxEdit Edit)> _edits = [];

    private TypeInjection(TypeParts type, IReadOnlyList<GatewayUse> uses, GatewayApi api, CancellationToken cancellation)
    {
        _type = type;
        _api = api;
        _constructors = new Constructors(type, cancellation);
        _names = GatewayNames.Of(type, _constructors.Home.SyntaxTree.GetRoot(cancellation));
        _factory = FactoryRemoval.Of(type, uses, cancellation);
    }

    /// <summary>Why a client's place can't get the gateway; null if it can.</summary>
    public static async Task<RefusalReason?> CheckAsync(GatewayUse use, GatewayApi api, RewriteContext context)
    {
        if (ExistingGateway.Find(use, api) is null)
        {
            var scope = UsePlace.Of(use.Creation).Scope;
            if (scope is UseScope.Static or UseScope.TopLevel)
            {
                return scope == UseScope.Static ? RefusalReason.StaticCode : RefusalReason.TopLevelCode;
            }

            if (await Injectable.CheckAsync(use.Type, context).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }

        var place = CreationPlace.Of(use.Creation);
        var constructors = new Constructors(use.Type, context.Cancellation);
        var isInitializer = UsePlace.Of(use.Creation).Scope == UseScope.Initializer;
        return isInitializer && !place.IsMemberInitializer && constructors.Primary is null ? RefusalReason.ClientEscapes
            : isInitializer && constructors.Primary is not null && !use.Settings.IsEmpty ? RefusalReason.SettingsInExpression
            : null;
    }

    /// <summary>The changes that give all these clients of one type their gateway.</summary>
    public static IEnumerable<(Document Document, SyntaxEdit Edit)> Plan(TypeParts type, IReadOnlyList<GatewayUse> uses, GatewayApi api, CancellationToken cancellation)
    {
        if (type.Parts[0].Node is not TypeDeclarationSyntax)
        {
            return uses.SelectMany(use => InPlace(use, ExistingGateway.Find(use, api)!));
        }

        var injection = new TypeInjection(type, uses, api, cancellation);
        injection.Plan(uses);
        return injection._edits;
    }

    private void Plan(IReadOnlyList<GatewayUse> uses)
    {
        foreach (var use in uses)
        {
            if (ExistingGateway.Find(use, _api) is { } existing)
            {
                _edits.AddRange(InPlace(use, existing));
            }
            else
            {
                _needs.Add(use);
            }
        }

        _moved.AddRange(_needs.Where(use => _constructors.Primary is null && UsePlace.Of(use.Creation).Scope == UseScope.Initializer));
        var field = _constructors.Primary is null && _needs.Any(use => UsePlace.Of(use.Creation).Scope == UseScope.Member);
        foreach (var use in _needs.Except(_moved))
        {
            _edits.AddRange(InPlace(use, Access(use)));
        }

        foreach (var use in _moved)
        {
            _edits.Add((use.Part.Document, WithoutInitializer(use)));
        }

        if (_constructors.Primary is { } primary && (_needs.Count > 0 || Drops(primary)))
        {
            AddPrimary(primary);
        }

        AddToConstructors(field);
        RemoveFactoryField();
        if (_needs.Count > 0 && _constructors.Primary is null)
        {
            AddMembers(field);
        }
    }

    private static IEnumerable<(Document Document, SyntaxEdit Edit)> InPlace(GatewayUse use, string access)
    {
        yield return (use.Part.Document, new NodeEdit(use.Creation, current => GatewaySyntax.CreateClient(access, use.System, use.BasePath).WithTriviaFrom(current)));
        var place = CreationPlace.Of(use.Creation);
        if (!use.Settings.IsEmpty && place.Statement is { } statement)
        {
            yield return (use.Part.Document, new StatementsAfter(statement, [.. use.Settings.Select(setting => GatewaySyntax.Statement(setting(place.Target!)))]));
        }
    }

    /// <summary>The field, or nearer to the constructor its parameter.</summary>
    private string Access(GatewayUse use)
    {
        var place = UsePlace.Of(use.Creation);
        return place.Boundary is ConstructorDeclarationSyntax constructor ? _constructors.GatewayParameter(constructor, _api) ?? _names.Parameter
            : _constructors.Primary is not null ? _names.Parameter
            : _names.Field;
    }

    private static NodeEdit WithoutInitializer(GatewayUse use) => CreationPlace.Of(use.Creation).Variable switch
    {
        VariableDeclaratorSyntax declarator => new NodeEdit(declarator, current => ((VariableDeclaratorSyntax)current).WithInitializer(null)
            .WithIdentifier(((VariableDeclaratorSyntax)current).Identifier.WithTrailingTrivia())),
        var property => new NodeEdit(property!, current =>
        {
            var declaration = (PropertyDeclarationSyntax)current;
            return declaration.WithInitializer(null).WithSemicolonToken(default).WithAccessorList(declaration.AccessorList!.WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia));
        }),
    };

    private bool Drops(SyntaxNode constructor) => _factory?.Parameter.Parent?.Parent == constructor;

    private void AddPrimary(TypeDeclarationSyntax primary)
    {
        var list = primary.ParameterList!;
        var document = _type.PartOf(primary).Document;
        _edits.Add((document, new NodeEdit(list, current => Change((ParameterListSyntax)current, list))));
        if (primary.HasStructuredTrivia)
        {
            _edits.Add((document, new NodeEdit(primary, current => Document(current, primary, addsParameter: _needs.Count > 0))));
        }
    }

    private TypeSyntax TypeAt(SyntaxNode node) => GatewaySyntax.Type(_api.Type, _type.PartOf(node));

    /// <summary>The parameter list with the gateway in the factory's place, or behind the required ones.</summary>
    private ParameterListSyntax Change(ParameterListSyntax current, ParameterListSyntax original)
    {
        var factory = _factory is { Parameter: var parameter } ? original.Parameters.IndexOf(parameter) : -1;
        var gateway = GatewaySyntax.Parameter(TypeAt(original), _names.Parameter);
        return factory < 0 ? ParameterInsertion.Insert(current, gateway)
            : _needs.Count == 0 ? current.WithParameters(current.Parameters.RemoveAt(factory))
            : current.WithParameters(current.Parameters.Replace(current.Parameters[factory], gateway.WithTriviaFrom(current.Parameters[factory])));
    }

    private SyntaxNode Document(SyntaxNode current, SyntaxNode original, bool addsParameter)
    {
        current = addsParameter ? DocumentationParameter.Add(current, _names.Parameter) : current;
        return Drops(original) ? DocumentationParameter.Remove(current, _factory!.Parameter.Identifier.ValueText) : current;
    }

    private void AddToConstructors(bool field)
    {
        // A constructor needs the gateway for what it does itself, or for the one it calls.
        var takes = new HashSet<SyntaxNode>();
        if (_constructors.Primary is { } primary && _needs.Count > 0)
        {
            takes.Add(primary);
        }

        takes.UnionWith(_constructors.Explicit.Where(each => (!Constructors.IsChained(each) && (field || _moved.Count > 0)) || _needs.Any(use => each.Span.Contains(use.Creation.Span))));
        while (_constructors.Explicit.FirstOrDefault(each => Constructors.IsChained(each) && !takes.Contains(each) && _constructors.TargetOf(each) is { } target && takes.Contains(target)) is { } next)
        {
            takes.Add(next);
        }

        foreach (var constructor in _constructors.Explicit.Where(each => takes.Contains(each) || Drops(each)))
        {
            AddToConstructor(constructor, takes, field);
        }
    }

    private void AddToConstructor(ConstructorDeclarationSyntax constructor, HashSet<SyntaxNode> takes, bool field)
    {
        var existing = _constructors.GatewayParameter(constructor, _api);
        var adds = takes.Contains(constructor) && existing is null;
        var target = Constructors.IsChained(constructor) ? _constructors.TargetOf(constructor) : null;
        var passes = PassesTo(target, takes);
        var position = target is null ? 0 : PositionIn(target);
        var name = existing ?? _names.Parameter;
        var statements = Constructors.IsChained(constructor) || !takes.Contains(constructor) ? [] : Statements(constructor, name, field);
        _edits.Add((_type.PartOf(constructor).Document, new NodeEdit(constructor, current =>
        {
            var changed = (ConstructorDeclarationSyntax)current;
            if (passes)
            {
                changed = changed.WithInitializer(changed.Initializer!.WithArgumentList(ParameterInsertion.Pass(changed.Initializer.ArgumentList, position, name)));
            }

            if (adds || Drops(constructor))
            {
                changed = changed.WithParameterList(adds
                    ? Change(changed.ParameterList, constructor.ParameterList)
                    : changed.ParameterList.WithParameters(changed.ParameterList.Parameters.RemoveAt(constructor.ParameterList.Parameters.IndexOf(_factory!.Parameter))));
            }

            return Document(ConstructorBody.Add(changed, statements), constructor, adds);
        })));
    }

    private bool PassesTo(SyntaxNode? target, HashSet<SyntaxNode> takes) => target is not null && takes.Contains(target)
        && (target is not ConstructorDeclarationSyntax constructor || _constructors.GatewayParameter(constructor, _api) is null);

    private static int PositionIn(SyntaxNode constructor) => constructor switch
    {
        ConstructorDeclarationSyntax node => ParameterInsertion.Position(node.ParameterList),
        TypeDeclarationSyntax { ParameterList: { } list } => ParameterInsertion.Position(list),
        _ => 0,
    };

    private ImmutableArray<StatementSyntax> Statements(ConstructorDeclarationSyntax? constructor, string parameter, bool field)
    {
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        if (field)
        {
            statements.Add(GatewaySyntax.Assign(parameter == _names.Field ? "this." + _names.Field : _names.Field, SyntaxFactory.IdentifierName(parameter)));
        }

        foreach (var use in _moved)
        {
            var name = CreationPlace.Of(use.Creation).Target!;
            var target = name == parameter || constructor?.ParameterList.Parameters.Any(each => each.Identifier.ValueText == name) == true ? "this." + name : name;
            statements.Add(GatewaySyntax.Assign(target, GatewaySyntax.CreateClient(parameter, use.System, use.BasePath)));
            statements.AddRange(use.Settings.Select(setting => GatewaySyntax.Statement(setting(target))));
        }

        return statements.ToImmutable();
    }

    private void RemoveFactoryField()
    {
        if (_factory is { Store: { } store })
        {
            _edits.Add((_type.PartOf(store).Document, StatementRemoval.Of(store)));
        }

        if (_factory is { Field.Parent.Parent: FieldDeclarationSyntax field })
        {
            _edits.Add((_type.PartOf(field).Document, MemberRemoval.Of(field)));
        }
    }

    private void AddMembers(bool field)
    {
        var home = _constructors.Home;
        var constructor = _constructors.Explicit.IsEmpty
            ? GatewaySyntax.Constructor(home.Identifier.Text, GatewaySyntax.Parameter(TypeAt(home), _names.Parameter), Statements(null, _names.Parameter, field))
            : null;
        if (!field && constructor is null)
        {
            return;
        }

        var fields = home.Members.OfType<FieldDeclarationSyntax>().Where(each => !each.Modifiers.Any(SyntaxKind.ConstKeyword)).ToList();
        var writesPrivate = fields.Count == 0 || fields.Exists(each => each.Modifiers.Any(modifier =>
            modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword));
        _edits.Add((_type.PartOf(home).Document, new NodeEdit(home, current =>
        {
            var type = (TypeDeclarationSyntax)current;
            type = constructor is null ? type : MemberInsertion.AddConstructor(type, constructor);
            return field ? MemberInsertion.AddField(type, GatewaySyntax.Field(TypeAt(home), _names.Field, writesPrivate)) : type;
        })));
    }
}
