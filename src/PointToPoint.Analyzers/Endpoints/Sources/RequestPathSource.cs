using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>ASP.NET's pieces of an address: <c>new PathString("/api").Add("/orders")</c>, <c>new HostString("erp", 8443)</c>, <c>UriHelper.BuildAbsolute(scheme, host, …)</c>.</summary>
internal sealed class RequestPathSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Conversion, OperationKind.ObjectCreation, OperationKind.Binary, OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.DefaultValue];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod.ContainingType: { } type, Operand: var same } when IsPiece(type):
                return Of(same);
            case IObjectCreationOperation { Type: { } type, Arguments: [var only] } when IsPiece(type):
                return Of(only.Value);
            case IObjectCreationOperation { Type: { } type, Arguments: [var host, var port] } when IsPiece(type):
                return Of(host.Value).Then(TextValue.Literal(":")).Then(Of(port.Value));
            case IObjectCreationOperation { Type: { } type, Arguments.IsEmpty: true } when IsPiece(type):
            case IDefaultValueOperation { Type: { } empty } when IsPiece(empty):
                return TextValue.Literal("");
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod.ContainingType: { } type } sum when IsPiece(type):
                return Join(Of(sum.LeftOperand), Of(sum.RightOperand));
            case IInvocationOperation { TargetMethod: { Name: "Add", ContainingType: { } type }, Instance: { } start, Arguments: [var next] } when IsPiece(type):
                return Join(Of(start), Of(next.Value));
            case IInvocationOperation { TargetMethod: { Name: "ToUriComponent" or "ToString", ContainingType: { } type }, Instance: { } shown } when IsPiece(type):
                return Of(shown);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { } type }, Instance: { } held } when IsPiece(type):
                return Of(held);
            case IInvocationOperation { TargetMethod: { Name: "BuildAbsolute" or "BuildRelative", ContainingType: { Name: "UriHelper", ContainingNamespace.Name: "Extensions" } } } built:
                var origin = built.Argument("scheme") is { } scheme && built.Argument("host") is { } named ? Of(scheme).Then(TextValue.Literal("://")).Then(Of(named)) : TextValue.Literal("");
                return built.Arguments.Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "pathBase" or "path" or "query" or "fragment" }).OrderBy(argument => argument.Parameter!.Ordinal)
                    .Select(argument => Of(argument.Value)).Aggregate(origin, Join);
            default:
                return null;
        }

        TextValue Of(IOperation piece) => evaluator.Evaluate(piece, frame, evaluation);
    }

    /// <summary>Two pieces with one slash between them, as these types put them together.</summary>
    private static TextValue Join(TextValue first, TextValue second) => first.SelectMany(start => second.SelectMany(next =>
        TextValue.Of((EndsInSlash(start) && next.Parts[0] is LiteralPart { Text: ['/', ..] } ? new PartText(start).Cut(0, new PartText(start).Text.Length - 1) : start).Then(next))));

    private static bool EndsInSlash(Alternative text) => text.Parts[text.Parts.Length - 1] is LiteralPart { Text: { Length: > 0 } last } && last[last.Length - 1] == '/';

    private static bool IsPiece(ITypeSymbol type) => type is { Name: "PathString" or "HostString" or "QueryString" or "FragmentString", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "AspNetCore" } };
}
