using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Flurl's addresses: <c>"https://erp".AppendPathSegments("orders", id).SetQueryParam("full", true)</c>, <c>client.Request("orders", id)</c>. A <c>Url</c> and a request
/// are the text of the address they lead to; what is set on them beside changes nothing of it.
/// </summary>
internal sealed class FlurlSource(ValueFlow flow, Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds =>
        [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Conversion, OperationKind.PropertyReference, OperationKind.LocalReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod.ContainingType: { } type } conversion when IsFlurls(type):
                return evaluator.Evaluate(conversion.Operand, frame, evaluation);
            case IPropertyReferenceOperation { Property: { Name: "Url", ContainingType: var type }, Instance: { } request } when IsFlurls(type):
                return evaluator.Evaluate(request, frame, evaluation);
            case IObjectCreationOperation { Type: { Name: "Url" or "FlurlRequest" } type, Arguments: { Length: > 0 } given } when IsFlurls(type):
                return Append(evaluator.Evaluate(given[0].Value, frame, evaluation), given.Skip(1).FirstOrDefault()?.Value, frame, evaluator, evaluation);
            case IInvocationOperation { TargetMethod: { ContainingType: var type } method } call when IsFlurls(type):
                return Of(call, method, frame, evaluator, evaluation);
            case ILocalReferenceOperation { Type: { } type } local when IsFlurls(type) && IsAddress(type):
                return OfLocal(local, frame, evaluator, evaluation);
            default:
                return null;
        }
    }

    private TextValue? Of(IInvocationOperation call, IMethodSymbol method, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (method.Name)
        {
            case "Combine" when method.IsStatic:
            case "Request":
                return Append(TextValue.Literal(""), call.Arguments.LastOrDefault()?.Value, frame, evaluator, evaluation);
            case "Parse" or "Create" when method.IsStatic && call.Arguments is [var parsed, ..]:
                return evaluator.Evaluate(parsed.Value, frame, evaluation);
        }

        // What is chained to an address gives the same address back: headers, settings, the query.
        if (call.Receiver() is not { } receiver || !(IsAddress(method.ReturnType) || method.Name is "ToString" or "ToUri"))
        {
            return null;
        }

        return Changed(call, evaluator.Evaluate(receiver, frame, evaluation), frame, evaluator, evaluation);
    }

    private TextValue Changed(IInvocationOperation call, TextValue address, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => call.TargetMethod.Name switch
    {
        "AppendPathSegment" => Append(address, call.Argument("segment"), frame, evaluator, evaluation),
        "AppendPathSegments" => Append(address, call.Argument("segments"), frame, evaluator, evaluation),
        "RemovePathSegment" => address.Select(WithoutLast),
        "RemovePath" or "ResetToRoot" => address.Select(alternative => new UriText(alternative).Origin),
        _ => address,
    };

    /// <summary>What a variable holds, with what was appended to it in statements of their own: an address of Flurl's changes in place.</summary>
    private TextValue OfLocal(ILocalReferenceOperation local, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var address = evaluator.Followed(local, frame, evaluation);
        foreach (var call in flow.BodyOf(local).CallsOn(local.Local).Select(write => write.Operation).OfType<IInvocationOperation>())
        {
            if (call.Parent is IExpressionStatementOperation && call.Syntax.Span.End <= local.Syntax.SpanStart && IsFlurls(call.TargetMethod.ContainingType))
            {
                var changed = Changed(call, address, frame, evaluator, evaluation);
                address = ReachingWrites.AlwaysRuns(call.Syntax, local.Syntax) ? changed : address.Or(changed);
            }
        }

        return address;
    }

    private TextValue Append(TextValue address, IOperation? segments, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (segments is null)
        {
            return address;
        }

        foreach (var segment in segments.Type is { TypeKind: TypeKind.Array } or { Name: "IEnumerable" } ? sequences.OrMany(segments, frame, evaluator, evaluation) : [new Element(new Place(segments, frame), null)])
        {
            address = Append(address, segment.Evaluate(evaluator, evaluation));
        }

        return address;
    }

    /// <summary>An address with a segment behind it.</summary>
    public static TextValue Append(TextValue address, TextValue segment) => segment.IsExhausted ? segment : address.SelectMany(start => segment.Select(end => Append(start, end)));

    /// <summary>One slash between them, in front of the query.</summary>
    private static Alternative Append(Alternative start, Alternative end)
    {
        var uri = new UriText(start);
        var path = new PartText(uri.UpToPath);
        var segment = new PartText(end);
        var skipped = segment.Text.Length - segment.Text.TrimStart('/').Length;
        return segment.Text.Length == 0 ? start
            : path.Text.Length == 0 ? end
            : path.Cut(0, path.Text.TrimEnd('/').Length).Then(UriText.Literal("/")).Then(segment.From(skipped)).Then(uri.Query);
    }

    private static Alternative WithoutLast(Alternative address)
    {
        var uri = new UriText(address);
        var path = new PartText(uri.Path);
        return path.Text.LastIndexOf('/') is > 0 and var slash ? uri.Origin.Then(path.Cut(0, slash)) : uri.Origin;
    }

    /// <summary>True for what an address is carried in; of a generic setting the type it is set on.</summary>
    private static bool IsAddress(ITypeSymbol type) => type.Name is "Url" or "IFlurlRequest" or "FlurlRequest";

    private static bool IsFlurls(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "Flurl";
    }
}
