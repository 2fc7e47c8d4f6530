using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>
/// Follows a client through its type: where it comes from, which calls are made with it, where its base address is set. Whatever it isn't sure about is
/// a refusal, so that a rewrite knows every use.
/// </summary>
internal sealed class ClientTrace
{
    private readonly TypeParts _type;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly ClientMemberUses _members;

    private ClientTrace(TypeParts type, CancellationToken cancellation)
    {
        _type = type;
        _cancellation = cancellation;
        _members = new ClientMemberUses(this);
    }

    public TypeParts Type => _type;

    /// <summary>The locals, fields, properties and parameters that hold the client.</summary>
    public IReadOnlyCollection<ISymbol> Variables => _variables;

    public List<ClientSource> Sources { get; } = [];

    public List<ClientCall> Calls { get; } = [];

    /// <summary>The assignments of its base address outside of initialisers.</summary>
    public List<AssignmentExpressionSyntax> BaseAddresses { get; } = [];

    /// <summary>The first thing that makes a rewrite unsafe.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>Follows the client that an expression stands for.</summary>
    public static ClientTrace OfExpression(TypeParts type, ExpressionSyntax client, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace.AddSource(client);
        if (client.Name() is null)
        {
            trace.Follow(client);
        }

        return trace;
    }

    /// <summary>Follows a parameter of a constructor.</summary>
    public static ClientTrace OfParameter(TypeParts type, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace.AddVariable(parameter);
        return trace;
    }

    /// <summary>Follows the client that a delegate of a registration gets to configure.</summary>
    public static ClientTrace OfDelegate(TypeParts type, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace._variables.Add(parameter);
        trace.FollowReferences(parameter);
        return trace;
    }

    public void Refuse(RefusalReason reason) => Refusal ??= reason;

    public SemanticModel ModelOf(SyntaxNode node) => _type.PartOf(node).Model;

    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, _cancellation).Symbol;

    /// <summary>The value that flows into the client's variables.</summary>
    private void AddSource(ExpressionSyntax expression)
    {
        expression = expression.Bare();
        if (!_seen.Add(expression))
        {
            return;
        }

        switch (expression)
        {
            case ThrowExpressionSyntax:
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }:
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                AddSource(coalesce.Left);
                AddSource(coalesce.Right);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment:
                AddSource(assignment.Left);
                AddSource(assignment.Right);
                break;
            case BaseObjectCreationExpressionSyntax creation when ClientTypes.IsHttpClient(ModelOf(creation).GetTypeInfo(creation, _cancellation).Type):
                Sources.Add(new ClientSource(ClientSourceKind.Created, creation));
                break;
            case InvocationExpressionSyntax invocation when SymbolOf(invocation) is IMethodSymbol method && ClientTypes.IsFactory(method):
                AddFactory(invocation, method);
                break;
            case InvocationExpressionSyntax invocation when SymbolOf(invocation) is IMethodSymbol method && ClientTypes.IsOwnSource(method, _type.Type):
                AddVariable(method);
                break;
            default:
                if (expression.Name() is { } name && SymbolOf(name) is { } symbol)
                {
                    AddVariable(symbol);
                }
                else
                {
                    Refuse(RefusalReason.ClientFromElsewhere);
                }

                break;
        }
    }

    private void AddFactory(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        if (method.Parameters is not [.., { Name: "name" }])
        {
            Sources.Add(new ClientSource(ClientSourceKind.DefaultFactory, invocation));
        }
        else if (invocation.ArgumentList.Arguments is [var argument] && ModelOf(invocation).GetConstantValue(argument.Expression, _cancellation).Value is string name)
        {
            Sources.Add(name.Length == 0 ? new ClientSource(ClientSourceKind.DefaultFactory, invocation) : new ClientSource(ClientSourceKind.NamedFactory, invocation, name));
        }
        else
        {
            Refuse(RefusalReason.ClientFromElsewhere);
        }
    }

    private void AddVariable(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (!_variables.Add(symbol))
        {
            return;
        }

        var declaration = symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(_cancellation) : null;
        switch (symbol)
        {
            case ILocalSymbol { IsRef: false } when declaration is VariableDeclaratorSyntax local:
                AddInitializer(local.Initializer);
                break;
            case IMethodSymbol method when ClientTypes.IsOwnSource(method, _type.Type) && declaration is not null:
                AddReturned(declaration);
                break;
            case IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }:
                Refuse(RefusalReason.ClientIsStatic);
                break;
            case IFieldSymbol { DeclaredAccessibility: not Accessibility.Private } or IPropertySymbol { DeclaredAccessibility: not Accessibility.Private }:
                Refuse(RefusalReason.ClientNotPrivate);
                break;
            case IFieldSymbol when declaration is VariableDeclaratorSyntax field:
                AddInitializer(field.Initializer);
                break;
            case IPropertySymbol when declaration is PropertyDeclarationSyntax { ExpressionBody.Expression: var value }:
                AddSource(value);
                break;
            case IPropertySymbol when declaration is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property
                && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null):
                AddInitializer(property.Initializer);
                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor }, RefKind: RefKind.None } parameter when declaration is ParameterSyntax node:
                if (SymbolEqualityComparer.Default.Equals(parameter.ContainingType.OriginalDefinition, _type.Type.OriginalDefinition) && ClientTypes.IsHttpClient(parameter.Type))
                {
                    Sources.Add(new ClientSource(ClientSourceKind.Injected, node));
                }
                else
                {
                    Refuse(RefusalReason.ClientIsParameter);
                }

                break;
            case IParameterSymbol:
                Refuse(RefusalReason.ClientIsParameter);
                break;
            default:
                Refuse(RefusalReason.ClientFromElsewhere);
                break;
        }

        FollowReferences(symbol);
    }

    private void FollowReferences(ISymbol symbol)
    {
        foreach (var (name, _) in _type.References(symbol, _cancellation))
        {
            if (symbol is not IMethodSymbol)
            {
                Follow(name);
            }
            else if (name.Whole().Parent is InvocationExpressionSyntax invocation && invocation.Expression == name.Whole())
            {
                Follow(invocation);
            }
            else
            {
                Refuse(RefusalReason.ClientEscapes);
            }
        }
    }

    /// <summary>What a method of the type's own returns.</summary>
    private void AddReturned(SyntaxNode method)
    {
        var body = method.ChildNodes().FirstOrDefault(child => child is BlockSyntax or ArrowExpressionClauseSyntax);
        if (body is ArrowExpressionClauseSyntax arrow)
        {
            AddSource(arrow.Expression);
            return;
        }

        foreach (var statement in ClientTypes.Returns(body))
        {
            AddSource(statement.Expression!);
        }
    }

    private void AddInitializer(EqualsValueClauseSyntax? initializer)
    {
        if (initializer is not null)
        {
            AddSource(initializer.Value);
        }
    }

    /// <summary>What becomes of the client where it is named or made.</summary>
    private void Follow(ExpressionSyntax expression)
    {
        var value = expression.Whole();
        switch (value.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == value:
                _members.Add(access.Name, access);
                break;
            case ConditionalAccessExpressionSyntax access when access.Expression == value:
                FollowConditional(access);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == value:
                AddSource(assignment.Right);
                if (assignment.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }))
                {
                    Follow(assignment);
                }

                break;
            case AssignmentExpressionSyntax assignment:
                AddTarget(assignment.Left);
                if (assignment.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }))
                {
                    Follow(assignment);
                }

                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } clause when ModelOf(clause).GetDeclaredSymbol(clause.Parent!, _cancellation) is { } declared:
                AddVariable(declared);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                AddSource(coalesce);
                Follow(coalesce);
                break;
            case ConditionalExpressionSyntax choice when choice.Condition != value:
                AddSource(choice.WhenTrue);
                AddSource(choice.WhenFalse);
                Follow(choice);
                break;
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } when ModelOf(property).GetDeclaredSymbol(property, _cancellation) is { } declared:
                AddVariable(declared);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when Returning(value) is { } method:
                AddVariable(method);
                break;
            default:
                if (!ClientTypes.IsHarmless(value, SymbolOf))
                {
                    Refuse(RefusalReason.ClientEscapes);
                }

                break;
        }
    }

    /// <summary>The method that returns the client here, if its callers can be followed.</summary>
    private IMethodSymbol? Returning(ExpressionSyntax value)
    {
        var owner = value.Parent!.Ancestors().FirstOrDefault(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax);
        return owner is MethodDeclarationSyntax or LocalFunctionStatementSyntax
            && ModelOf(owner).GetDeclaredSymbol(owner, _cancellation) is IMethodSymbol method && ClientTypes.IsOwnSource(method, _type.Type)
            ? method
            : null;
    }

    private void AddTarget(ExpressionSyntax target)
    {
        if (target.Name() is { } name && SymbolOf(name) is ILocalSymbol or IFieldSymbol or IPropertySymbol && SymbolOf(name) is { } symbol)
        {
            AddVariable(symbol);
        }
        else
        {
            Refuse(RefusalReason.ClientEscapes);
        }
    }

    private void FollowConditional(ConditionalAccessExpressionSyntax access)
    {
        // The binding that belongs to this ?. is the leftmost of what follows it.
        var binding = access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().OrderBy(node => node.SpanStart).FirstOrDefault();
        if (binding is null)
        {
            Refuse(RefusalReason.ClientEscapes);
        }
        else
        {
            _members.Add(binding.Name, binding);
        }
    }
}
