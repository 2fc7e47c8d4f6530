using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>string.Format("https://erp/{0}", missing.Id)</c>, <c>"https://erp/" + missing.Id</c>, where a package isn't restored: an operand of no type makes the whole mean
/// nothing to the compiler, and is yet only a hole.
/// </summary>
internal sealed class InvalidSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invalid];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var name } } call when type.ToString() is "string" or "String":
                var arguments = call.ArgumentList.Arguments.Select(argument => operation.ChildOperations.FirstOrDefault(child => argument.Expression.Span.Contains(child.Syntax.Span)))
                    .Select(child => child is null ? new Element(null, TextValue.Unknown("code that doesn't compile")) : new Element(new Place(child, frame), null))
                    .ToList();
                return arguments.Count == 0 ? null : name switch
                {
                    nameof(string.Format) => arguments[0].Evaluate(evaluator, evaluation)
                        .SelectMany(format => FormatSource.Fill(new PartText(format), [.. arguments.Skip(1)], evaluator, evaluation)),
                    nameof(string.Join) => JoinSource.Join(arguments.Skip(1), arguments[0].Evaluate(evaluator, evaluation), evaluator, evaluation),
                    nameof(string.Concat) => JoinSource.Join(arguments, TextValue.Literal(""), evaluator, evaluation),
                    _ => null,
                };
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } when operation.ChildOperations.Count == 2:
                return JoinSource.Join(operation.ChildOperations.Select(child => new Element(new Place(child, frame), null)), TextValue.Literal(""), evaluator, evaluation);
            case MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } when operation.SemanticModel?.GetTypeInfo(owner, evaluation.Cancellation).Type is { TypeKind: TypeKind.Error } settings:
                return SettingsSymbol.OfMissing(settings, member);
            default:
                return null;
        }
    }
}
