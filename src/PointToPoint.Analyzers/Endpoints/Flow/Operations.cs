using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Small questions about operations that several sources ask.</summary>
internal static class Operations
{
    /// <summary>The operation that makes the value, without conversions, parentheses and awaits around it.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (operation.Unwrapped() is { } inner)
        {
            operation = inner;
        }

        return operation;
    }

    /// <summary>The same with one conversion, parenthesis or await less; null if there is none.</summary>
    public static IOperation? Unwrapped(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IAwaitOperation await => await.Operation,
        _ => null,
    };

    /// <summary>The outermost operation of the member that holds this one.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>What an operation is part of, the nearest first.</summary>
    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    public static IOperation? Argument(this IInvocationOperation invocation, string parameter) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    public static IOperation? Argument(this IObjectCreationOperation creation, string parameter) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>What was passed for a <c>params</c> parameter or as a collection, one by one; else the value itself.</summary>
    public static IEnumerable<IOperation> Elements(this IOperation value) => value.Bare() switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        IObjectCreationOperation { Initializer.Initializers: { IsEmpty: false } added } when added.All(element => element is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }) =>
            [.. added.Select(element => ((IInvocationOperation)element).Arguments[0].Value)],
        _ => [value],
    };

    /// <summary>What a method is called on; the first argument where it is an extension.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation) =>
        invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);

    /// <summary>The object before <c>?.</c> where this stands behind one.</summary>
    public static IOperation? Receiver(this IConditionalAccessInstanceOperation instance)
    {
        // By the operations: the syntax of what stands behind is that of what stands before.
        for (IOperation child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>True within a lambda that is handed on as a tree, which nobody has to run. Hangfire does: it takes the call apart, and makes it later.</summary>
    public static bool IsInExpressionTree(this IOperation operation) => operation.Ancestors()
        .Any(around => around is IAnonymousFunctionOperation { Parent: IConversionOperation { Type: { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } } } tree } && !IsJob(tree));

    private static bool IsJob(IConversionOperation tree) =>
        tree.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Enqueue" or "Schedule" or "ContinueWith" or "ContinueJobWith" or "AddOrUpdate" or "Create", ContainingNamespace: { Name: "Hangfire", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>The place to point at: the called method's or the bound member's name, or the created type's.</summary>
    public static Location NameLocation(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => NameLocation(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        ObjectCreationExpressionSyntax creation => NameLocation(creation.Type),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        PrimaryConstructorBaseTypeSyntax initializer => NameLocation(initializer.Type),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        QualifiedNameSyntax name => NameLocation(name.Right),
        AliasQualifiedNameSyntax name => NameLocation(name.Name),
        ParenthesizedExpressionSyntax parenthesized => NameLocation(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => NameLocation(suppressed.Operand),
        _ => node.GetLocation(),
    };

    /// <summary>The symbol that an operation reads or writes as a variable; null if it is none.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>How a person names a symbol: <c>OrderService.Load</c>, <c>url</c>.</summary>
    public static string Name(this ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or INamespaceSymbol or ITypeSymbol => symbol.Name,
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => "new " + constructor.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "a lambda",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => local.Name,
        _ => symbol.ContainingType is { } type ? type.Name + "." + symbol.Name : symbol.Name,
    };
}
