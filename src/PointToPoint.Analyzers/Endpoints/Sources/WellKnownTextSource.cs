using System.Collections.Immutable;
using System.Net;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>Fields of the framework that everybody knows the text of, though no compiler does: <c>Uri.UriSchemeHttps</c>, <c>Uri.SchemeDelimiter</c>.</summary>
internal sealed class WellKnownTextSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.FieldReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var field = ((IFieldReferenceOperation)operation).Field;
        var value = field.ContainingType is not { DeclaringSyntaxReferences.IsEmpty: true } ? null : (field.ContainingType.Name, field.Name) switch
        {
            (nameof(Uri), nameof(Uri.UriSchemeHttp)) => TextValue.Literal("http"),
            (nameof(Uri), nameof(Uri.UriSchemeHttps)) => TextValue.Literal("https"),
            (nameof(Uri), "UriSchemeWs") => TextValue.Literal("ws"),
            (nameof(Uri), "UriSchemeWss") => TextValue.Literal("wss"),
            (nameof(Uri), nameof(Uri.SchemeDelimiter)) => TextValue.Literal("://"),

            // Whatever else this machine is called.
            (nameof(IPAddress), nameof(IPAddress.Loopback)) => TextValue.Literal("127.0.0.1"),
            (nameof(IPAddress), nameof(IPAddress.IPv6Loopback)) => TextValue.Literal("[::1]"),

            // On Windows it is the other one, which an address takes for the same.
            (nameof(Path), nameof(Path.DirectorySeparatorChar) or nameof(Path.AltDirectorySeparatorChar)) => TextValue.Literal("/"),
            _ => null,
        };
        return value?.From("constant " + field.Name());
    }
}
