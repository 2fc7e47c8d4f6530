using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Addresses that don't bind because a package is missing: <c>new(text)</c> assigned to the property of a type that isn't
/// there, configuration and options that are read through types which aren't.
/// </summary>
internal sealed class UnboundSource(CodeBase code, UnboundConfiguration unbound, UnboundVariables variables, ConfigurationPaths paths, ConfiguredOptions options) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invalid];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => !code.MayLackPackages ? null : operation.Syntax switch
    {
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [var text] } => Of(text.Expression, frame, evaluator, evaluation),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var text, ..], Type: var type } when SyntaxNames.OfType(type) is nameof(Uri) or "EndpointAddress" => Of(text.Expression, frame, evaluator, evaluation),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var same } => Of(same, frame, evaluator, evaluation),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var value, Right: not ThrowExpressionSyntax and var otherwise } =>
            Of(value, frame, evaluator, evaluation) is { } first && Of(otherwise, frame, evaluator, evaluation) is { } second ? first.Or(second) : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var value } => Of(value, frame, evaluator, evaluation),
        InvocationExpressionSyntax call when SyntaxNames.OfCalled(call)?.Identifier.ValueText is (nameof(string.Trim) or nameof(string.TrimEnd) or nameof(string.TrimStart) or nameof(ToString)) and var name && UnboundCall.Receiver(call) is { } text =>
            Of(text, frame, evaluator, evaluation) is { } value ? Trimmed(value, name, call) : null,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var type } } when type.EndsWith("Method", StringComparison.Ordinal) && UnboundMessage.VerbOf(operation) is { } verb => TextValue.Literal(verb),
        ExpressionSyntax expression when unbound.KeyOf(expression, evaluation.Cancellation) is { } key => paths.Lookup(key, new Place(operation, frame)).From(UnboundCall.Step),
        ExpressionSyntax expression when variables.NameOf(expression, frame, evaluation.Cancellation) is { } variable => paths.LookupVariable(variable, new Place(operation, frame)).From(UnboundCall.Step),
        MemberAccessExpressionSyntax member when unbound.OptionsOf(member.Expression, evaluation.Cancellation) is var (type, _)
            && type.GetMembers(member.Name.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault() is { } property =>
            options.Of(type, new OptionsRead([property], new Place(operation, frame)) { IsOfFramework = true, Name = "" }, evaluator, evaluation)?.From($"options {type.Name}.{property.Name}").From(UnboundCall.Step),
        MemberAccessExpressionSyntax member when unbound.SectionOf(member.Expression, evaluation.Cancellation) is var (type, section)
            && type.GetMembers(member.Name.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault() is { } property =>
            options.OfSection(section, new OptionsRead([property], new Place(operation, frame)), evaluator, evaluation).From($"options {type.Name}.{property.Name}").From(UnboundCall.Step),
        _ => null,
    };

    /// <summary>Characters that aren't written in the call take nothing off: they are hardly part of an origin.</summary>
    private static TextValue Trimmed(TextValue value, string method, InvocationExpressionSyntax call) =>
        method != nameof(ToString) && call.ArgumentList.Arguments.All(argument => argument.Expression.IsKind(SyntaxKind.CharacterLiteralExpression))
            ? value.Select(alternative => TrimSource.Trim(alternative, method, [.. call.ArgumentList.Arguments.Select(argument => (char)((LiteralExpressionSyntax)argument.Expression).Token.Value!)]))
            : value;

    private TextValue? Of(ExpressionSyntax text, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        code.OperationAt(MissingNames.Bare(text), evaluation.Cancellation) is { } value ? evaluator.Evaluate(value, frame, evaluation) : null;
}
