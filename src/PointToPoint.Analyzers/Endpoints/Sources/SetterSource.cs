using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// A private field that a property's setter fills: <c>set { _url = value; if (!_url.EndsWith("/")) _url += '/'; }</c>. It holds what the property is set to, with
/// the slash that the setter puts behind it; generated clients keep their address so.
/// </summary>
internal sealed class SetterSource(ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.FieldReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IFieldReferenceOperation { Field.Type: { } type } field || !(type.SpecialType == SpecialType.System_String || UriText.IsUri(type))
            || flow.Members.PropertyOver(field.Field, evaluation.Cancellation) is not { } property
            || flow.OfPropertyOver(field, property, frame, evaluation.Cancellation) is not { Sources.IsEmpty: false, Variable: { } variable } hop
            || !evaluation.TryEnter(variable, operation.Syntax, frame))
        {
            return null;
        }

        try
        {
            var value = TextValue.AnyOf(hop.Sources.Select(source => evaluator.Evaluate(source, evaluation)));
            return value is null or { IsUnknown: true } ? null : (AddsSlash(property, field.Field, evaluation.Cancellation) ? value.Select(Slashed) : value).From(hop.Step!);
        }
        finally
        {
            evaluation.Leave(variable, operation.Syntax, frame);
        }
    }

    private static bool AddsSlash(IPropertySymbol property, IFieldSymbol field, CancellationToken cancellation) => MemberWrites.SetterOf(property, cancellation)!.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment is { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax target, Right: LiteralExpressionSyntax { Token.ValueText: "/" } } && target.Identifier.ValueText == field.Name);

    private static Alternative Slashed(Alternative alternative) => alternative.Parts.Last() is LiteralPart { Text: var text } && (text.Length == 0 || text[text.Length - 1] == '/') ? alternative : alternative.Then(UriText.Literal("/"));
}
