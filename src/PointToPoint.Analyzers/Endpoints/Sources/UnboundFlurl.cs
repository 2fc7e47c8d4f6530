using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>Flurl's addresses where its package is missing: <c>"https://erp".AppendPathSegments("orders", id)</c>, <c>client.Request("orders", id)</c>, read off the text.</summary>
internal sealed class UnboundFlurl(CodeBase code, MissingNames names) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invalid];

    /// <summary>True if an expression is an address of Flurl's, or a text that a chain of its calls started with.</summary>
    public static bool IsAddress(ExpressionSyntax value, CodeBase code, MissingNames names, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            value = MissingNames.Bare(value);
            if (code.ModelOf(value.SyntaxTree) is not { } model || !(names.Uses(value.SyntaxTree, "Flurl.Http") || names.Uses(value.SyntaxTree, "Flurl")))
            {
                return false;
            }

            switch (KnownTypes.WithoutNullable(model.GetTypeInfo(value, cancellation).Type))
            {
                case { SpecialType: SpecialType.System_String } or { Name: nameof(Uri), TypeKind: TypeKind.Class }:
                    return true;
                case INamedTypeSymbol { TypeKind: TypeKind.Error, Name: { Length: > 0 } name }:
                    return name is "Url" or "IFlurlRequest" or "FlurlRequest";
                case not null and not { TypeKind: TypeKind.Error }:
                    return false;
            }

            if (Client(value) is { } client)
            {
                return KnownTypes.WithoutNullable(model.GetTypeInfo(client, cancellation).Type) is { TypeKind: TypeKind.Error, Name: "IFlurlClient" or "FlurlClient" }
                    || (names.StartOf(client, cancellation) is { } made && IsClient(made, model, cancellation));
            }

            if ((Chained(value) ?? names.StartOf(value, cancellation)) is not { } start)
            {
                return false;
            }

            value = start;
        }

        return false;
    }

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!code.MayLackPackages || operation.Syntax is not ExpressionSyntax expression || !IsAddress(expression, code, names, evaluation.Cancellation))
        {
            return null;
        }

        return expression switch
        {
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } given } => Append(Of(given[0].Expression, frame, evaluator, evaluation), given.Skip(1), frame, evaluator, evaluation),
            InvocationExpressionSyntax call when Client(call) is not null => Append(TextValue.Literal(""), call.ArgumentList.Arguments, frame, evaluator, evaluation),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var start, Name.Identifier.ValueText: "AppendPathSegment" } } call =>
                Append(Of(start, frame, evaluator, evaluation), call.ArgumentList.Arguments.Take(1), frame, evaluator, evaluation),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var start, Name.Identifier.ValueText: "AppendPathSegments" } } call =>
                Append(Of(start, frame, evaluator, evaluation), call.ArgumentList.Arguments, frame, evaluator, evaluation),

            // What changes the address in another way isn't followed.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RemovePathSegment" or "RemovePath" or "ResetToRoot" } } => null,
            InvocationExpressionSyntax call when Chained(call) is { } start => Of(start, frame, evaluator, evaluation),
            _ => null,
        };
    }

    /// <summary>The client that a request is made of; null if an expression is none.</summary>
    private static ExpressionSyntax? Client(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client, Name.Identifier.ValueText: "Request" } } ? MissingNames.Bare(client) : null;

    private static ExpressionSyntax? Chained(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var start, Name.Identifier.ValueText: var name } } && !name.EndsWith("Async", StringComparison.Ordinal) ? start : null;

    /// <summary>A client that is set up as it is made: <c>new FlurlClient(url).WithHeader("a", "b")</c>.</summary>
    private static bool IsClient(ExpressionSyntax made, SemanticModel model, CancellationToken cancellation)
    {
        while (Chained(made) is { } start)
        {
            made = start;
        }

        return KnownTypes.WithoutNullable(model.GetTypeInfo(made, cancellation).Type) is { TypeKind: TypeKind.Error, Name: "IFlurlClient" or "FlurlClient" };
    }

    private TextValue Append(TextValue address, IEnumerable<ArgumentSyntax> segments, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        segments.Aggregate(address, (text, segment) => FlurlSource.Append(text, Of(segment.Expression, frame, evaluator, evaluation)));

    private TextValue Of(ExpressionSyntax text, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        code.OperationAt(text, evaluation.Cancellation) is { } value ? evaluator.Shown(value, frame, evaluation) : TextValue.Unknown("code that doesn't compile");
}
