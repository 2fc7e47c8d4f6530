using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>Uri.EscapeDataString(name)</c> and its like: a known text comes out escaped, a hole stays one.</summary>
internal sealed class EscapeSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { Arguments: [var text, ..], TargetMethod: { IsStatic: true, ContainingType.Name: var type, Name: var name } })
        {
            return null;
        }

        Func<string, string>? change = (type, name) switch
        {
            (nameof(Uri), nameof(Uri.EscapeDataString) or "HexEscape") => part => Uri.EscapeDataString(LoneSurrogates.Replaced(part)),
            (nameof(Uri), "EscapeUriString") => part => part.Replace(" ", "%20"),
            (nameof(Uri), nameof(Uri.UnescapeDataString)) => Uri.UnescapeDataString,
            ("WebUtility" or "HttpUtility", "UrlDecode") => System.Net.WebUtility.UrlDecode,
            ("WebUtility" or "HttpUtility", "UrlEncode") => System.Net.WebUtility.UrlEncode,
            ("HttpUtility", "UrlPathEncode") => part => part.Replace(" ", "%20"),
            _ => null,
        };
        return change is null ? null : evaluator.Evaluate(text.Value, frame, evaluation).Literally(change);
    }
}
