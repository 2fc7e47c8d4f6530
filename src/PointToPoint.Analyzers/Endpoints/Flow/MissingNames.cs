using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Types of packages that aren't there: known by their name, where the file says whose they are (<c>using Microsoft.Extensions.Options;</c>).</summary>
internal sealed class MissingNames(CodeBase code)
{
    private const string Builder = "Builder";

    private static readonly string[] _makers = ["Get", "Create", "As"];

    private readonly NamespacesInScope _scope = new(code);

    /// <summary>The missing type that an expression is of; null if its type is there, or nothing says that it is one of this namespace.</summary>
    public INamedTypeSymbol? TypeOf(ExpressionSyntax expression, string space, CancellationToken cancellation) =>
        code.MayLackPackages && KnownTypes.WithoutNullable(code.ModelOf(expression.SyntaxTree)?.GetTypeInfo(expression, cancellation).Type) is INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: > 0 } type
            && (Uses(expression.SyntaxTree, space) || IsDeclaredIn(expression, space, cancellation))
            ? type
            : null;

    /// <summary>True if nobody knows the type of an expression: that of its members' owner is missing.</summary>
    public bool IsMissing(ExpressionSyntax expression, CancellationToken cancellation) =>
        code.MayLackPackages && code.ModelOf(expression.SyntaxTree)?.GetTypeInfo(expression, cancellation).Type is null or { TypeKind: TypeKind.Error };

    /// <summary>True if the variable's type is written with its namespace: <c>Microsoft.Extensions.Options.IOptions&lt;ErpOptions> options</c>.</summary>
    public bool IsDeclaredIn(ExpressionSyntax expression, string space, CancellationToken cancellation) =>
        code.MayLackPackages && code.ModelOf(expression.SyntaxTree)?.GetSymbolInfo(expression, cancellation).Symbol is { DeclaringSyntaxReferences: [var declared] }
        && DeclaredType(declared.GetSyntax(cancellation)) is { } type && (type is NullableTypeSyntax nullable ? nullable.ElementType : type) is QualifiedNameSyntax { Left: var left }
        && left.ToString() is var written && (written == space || written == "global::" + space);

    private static TypeSyntax? DeclaredType(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
        _ => null,
    };

    /// <summary>True if a file says that it uses a namespace.</summary>
    public bool Uses(SyntaxTree tree, string space) => code.MayLackPackages && _scope.Contains(tree, space);

    /// <summary>What a local or a field of the class starts with; null if an expression is none, or is written more than once.</summary>
    public ExpressionSyntax? StartOf(ExpressionSyntax expression, CancellationToken cancellation)
    {
        var name = expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var member } ? member : expression as IdentifierNameSyntax;
        if (!code.MayLackPackages || name is null || code.ModelOf(expression.SyntaxTree)?.GetSymbolInfo(name, cancellation).Symbol is not { DeclaringSyntaxReferences: [var declared] } symbol)
        {
            return null;
        }

        return Initializer(declared.GetSyntax(cancellation)) ?? (symbol is IFieldSymbol or IPropertySymbol && Assigned(symbol, cancellation) is [var only] ? only : null);
    }

    /// <summary>What a declaration starts its variable or property with; null if it doesn't.</summary>
    public static ExpressionSyntax? Initializer(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static List<ExpressionSyntax> Assigned(ISymbol member, CancellationToken cancellation) =>
    [
        .. member.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()).OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText == member.Name,
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText == member.Name,
                _ => false,
            })
            .Select(assignment => assignment.Right)
            .Take(2),
    ];

    /// <summary>The type that a type argument names, be it there or not.</summary>
    public INamedTypeSymbol? Named(TypeSyntax type, CancellationToken cancellation) => code.MayLackPackages ? code.ModelOf(type.SyntaxTree)?.GetTypeInfo(type, cancellation).Type as INamedTypeSymbol : null;

    /// <summary>A text that is written out, or constant.</summary>
    public string? Constant(ExpressionSyntax? expression, CancellationToken cancellation) =>
        expression is null ? null : code.ModelOf(expression.SyntaxTree)?.GetConstantValue(expression, cancellation).Value as string;

    /// <summary>
    /// How the missing type's name ends that a call hands out: by the name it has, <c>azure.GetChatClient("m")</c>, by the class whose static method it is,
    /// <c>GrpcChannel.ForAddress(…)</c>, by that of the builder, <c>new HubConnectionBuilder().WithUrl(…).Build()</c>; null if nothing tells.
    /// </summary>
    public static string? EndingOfMade(InvocationExpressionSyntax call, CodeBase code, CancellationToken cancellation)
    {
        if (SyntaxNames.OfCalled(call)?.Identifier.ValueText is not { } name)
        {
            return null;
        }

        if (_makers.FirstOrDefault(maker => name.Length > maker.Length && name.StartsWith(maker, StringComparison.Ordinal) && char.IsUpper(name[maker.Length])) is { } prefix)
        {
            return name.Substring(prefix.Length);
        }

        var first = StartOf(call);
        return name != "Build" ? (UnboundCall.Receiver(call) == first ? MissingClass(first, code, cancellation) : null)
            : first is ObjectCreationExpressionSyntax { Type: var type } ? Built(SyntaxNames.OfType(type))
            : Built(MissingClass(first, code, cancellation));
    }

    /// <summary>The missing class whose static method a value comes from, by way of the calls behind that and of locals: <c>var kernel = Kernel.CreateBuilder().Build()</c>; null if it comes from anything else.</summary>
    public string? ClassBefore(ExpressionSyntax value, CancellationToken cancellation)
    {
        ExpressionSyntax? next = value;
        for (var hops = 0; hops < Limits.Hops && next is not null; hops++)
        {
            next = Bare(next);
            if (MissingClass(next, code, cancellation) is { } name)
            {
                return name;
            }

            next = next is InvocationExpressionSyntax call ? StartOf(call) : StartOf(next, cancellation);
        }

        return null;
    }

    /// <summary>What a chain of calls starts with.</summary>
    private static ExpressionSyntax? StartOf(InvocationExpressionSyntax call)
    {
        var first = UnboundCall.Receiver(call);
        while (first is InvocationExpressionSyntax inner)
        {
            first = UnboundCall.Receiver(inner);
        }

        return first;
    }

    /// <summary>The simple name of a class that isn't there; null for what is anything else.</summary>
    private static string? MissingClass(ExpressionSyntax? expression, CodeBase code, CancellationToken cancellation) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && SyntaxNames.Last(expression) is { Length: > 0 } name && char.IsUpper(name[0])
            && code.ModelOf(expression.SyntaxTree)?.GetSymbolInfo(expression, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true }
            ? name
            : null;

    /// <summary>What a builder of this name builds; null if it is none.</summary>
    private static string? Built(string? builder) => builder is not null && builder.Length > Builder.Length && builder.EndsWith(Builder, StringComparison.Ordinal) ? builder.Substring(0, builder.Length - Builder.Length) : null;

    /// <summary>Without what changes nothing of a value.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
        _ => expression,
    };
}
