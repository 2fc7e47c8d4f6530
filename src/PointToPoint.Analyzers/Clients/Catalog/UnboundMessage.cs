using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>Request objects whose class is missing: <c>new RestRequest("orders", Method.Post)</c>, read off the text.</summary>
internal static class UnboundMessage
{
    /// <summary>The request object that a call is given; null if there is none.</summary>
    public static (IOperation Message, MessageShape Shape)? Of(UnboundCall call, Library library, CodeBase code, CancellationToken cancellation)
    {
        foreach (var shape in library.Messages)
        {
            foreach (var argument in call.Syntax.ArgumentList.Arguments)
            {
                if (IsMade(argument.Expression, shape, code, 0, cancellation) && code.OperationAt(argument.Expression, cancellation) is { } message)
                {
                    return (message, shape);
                }
            }
        }

        return null;
    }

    /// <summary>The arguments that a creation gives under one of the names; null if the operation is no creation of a missing type.</summary>
    public static Func<string, IOperation?>? Given(IOperation message, MessageShape shape)
    {
        if (message is not IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax creation, SemanticModel: { } model })
        {
            return null;
        }

        var list = creation.ArgumentList?.Arguments ?? default;
        var verb = list.FirstOrDefault(argument => argument.NameColon is null && IsVerb(argument.Expression, model)) ?? (list.Count > 1 && list[1].NameColon is null && MayBeVerb(list[1].Expression, model) ? list[1] : null);
        var address = list.FirstOrDefault(argument => argument.NameColon is null && argument != verb && model.GetTypeInfo(argument.Expression).Type is { SpecialType: SpecialType.System_String } or { Name: nameof(Uri) } or { TypeKind: TypeKind.Error });
        return name => list.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name) is { } named ? model.GetOperation(named.Expression)
            : Written(creation.Initializer, name) is { } set ? model.GetOperation(set)
            : (shape.Verb.FirstOrDefault() == name ? verb : shape.Address.FirstOrDefault() == name ? address : null) is { } given ? model.GetOperation(given.Expression)
            : null;
    }

    /// <summary>The verb that a member of a missing enumeration is: <c>Method.Post</c>; null if it is none.</summary>
    public static string? VerbOf(IOperation value) => value is IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } ? VerbNamed(name) : null;

    /// <summary>True for what stands where a verb does, and nobody knows; not for the name of another missing enumeration's member.</summary>
    private static bool MayBeVerb(ExpressionSyntax value, SemanticModel model) => model.GetTypeInfo(value).Type is null or { TypeKind: TypeKind.Error, Name: "" }
        && !(value is MemberAccessExpressionSyntax { Expression: var owner } && model.GetSymbolInfo(owner) is { Symbol: null, CandidateSymbols.IsEmpty: true });

    /// <summary>True for a value of the missing enumeration, be it one that only the callers know.</summary>
    private static bool IsVerb(ExpressionSyntax value, SemanticModel model, int depth = 0) => model.GetTypeInfo(value).Type is { Name: "HttpMethod" } or { TypeKind: TypeKind.Error, Name: "Method" }
        || (depth < Limits.Hops && MissingNames.Bare(value) switch
        {
            ConditionalExpressionSyntax { WhenTrue: var one, WhenFalse: var other } => IsVerb(one, model, depth + 1) && IsVerb(other, model, depth + 1),
            SwitchExpressionSyntax { Arms: { Count: > 0 } arms } => arms.All(arm => arm.Expression is ThrowExpressionSyntax || IsVerb(arm.Expression, model, depth + 1)),
            IdentifierNameSyntax variable when model.GetSymbolInfo(variable).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var start } => IsVerb(start, model, depth + 1),
            _ => false,
        })
        || value is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Method" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Method" }, Name.Identifier.ValueText: var name } && VerbNamed(name) is not null;

    private static string? VerbNamed(string name) => HttpVerbs.In(name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1).ToLowerInvariant()) is { } verb && verb.Length == name.Length ? verb : null;

    private static ExpressionSyntax? Written(InitializerExpressionSyntax? initializer, string property) => initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
        .LastOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == property)?.Right;

    /// <summary>Where an object is created: there, or where the local that holds it starts.</summary>
    private static BaseObjectCreationExpressionSyntax? Created(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => value as BaseObjectCreationExpressionSyntax
        ?? (model.GetSymbolInfo(value, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } ? creation : null);

    /// <summary>True if an expression is a request object: by its type, by a property of it that is set as it is made, or by what a chain of calls on one started with.</summary>
    private static bool IsMade(ExpressionSyntax value, MessageShape shape, CodeBase code, int depth, CancellationToken cancellation)
    {
        value = MissingNames.Bare(value);
        if (depth >= Limits.Hops || code.ModelOf(value.SyntaxTree) is not { } model)
        {
            return false;
        }

        return model.GetTypeInfo(value, cancellation).Type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Error, Name: { Length: > 0 } name } => name == CatalogNames.LastPart(shape.Type)
                || (Created(value, model, cancellation) is { Initializer: { } initializer } && shape.Address.Any(property => Written(initializer, property) is not null)),
            { TypeKind: not TypeKind.Error } known => shape.Is(known),
            _ => value switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var start } } => IsMade(start, shape, code, depth + 1, cancellation),
                IdentifierNameSyntax when model.GetSymbolInfo(value, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var start } => IsMade(start, shape, code, depth + 1, cancellation),
                _ => false,
            },
        };
    }
}
