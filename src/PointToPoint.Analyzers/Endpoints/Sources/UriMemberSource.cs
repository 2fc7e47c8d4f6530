using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>The texts of a <see cref="Uri"/> or <see cref="UriBuilder"/>: <c>uri.AbsoluteUri</c>, <c>uri.GetLeftPart(UriPartial.Authority)</c>, <c>uri.Host</c>.</summary>
internal sealed class UriMemberSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (instance, change) = operation switch
        {
            IPropertyReferenceOperation { Instance: { } of } property => (of, OfProperty(property.Property.Name)),
            IInvocationOperation { Instance: { } of, TargetMethod: { Name: nameof(ToString), Parameters.IsEmpty: true } } => (of, UriText.Canonical),
            IInvocationOperation { Instance: { } of, TargetMethod.Name: nameof(Uri.GetLeftPart), Arguments: [var part] } => (of, LeftPart(part.Value.ConstantValue.Value)),
            _ => default((IOperation, Func<Alternative, Alternative>?)),
        };
        return change is not null && (UriText.IsUri(instance.Type) || UriText.IsBuilder(instance.Type)) ? evaluator.Evaluate(instance, frame, evaluation).Select(change) : null;
    }

    private static Func<Alternative, Alternative>? OfProperty(string name) => name switch
    {
        nameof(Uri.AbsoluteUri) or nameof(UriBuilder.Uri) => UriText.Canonical,
        nameof(Uri.OriginalString) => uri => uri,
        nameof(Uri.Scheme) => uri => Known(uri, text => text.Scheme),
        nameof(Uri.Host) or nameof(Uri.DnsSafeHost) or nameof(Uri.IdnHost) => uri => Known(uri, text => text.Host),
        nameof(Uri.Authority) => uri => Known(uri, text => new UriText(UriText.Canonical(uri)).Authority),
        nameof(Uri.Port) => uri => Known(uri, text => UriText.Text(text.Port) is "" ? UriText.Literal(UriText.DefaultPort(UriText.Text(text.Scheme)) ?? "-1") : text.Port),
        nameof(Uri.AbsolutePath) or nameof(Uri.LocalPath) or nameof(UriBuilder.Path) => uri => Rooted(new UriText(uri).Path),
        nameof(Uri.PathAndQuery) => uri => Rooted(new UriText(uri).PathAndQuery),
        nameof(Uri.Query) => uri => new UriText(uri).Query,
        _ => null,
    };

    private static Func<Alternative, Alternative>? LeftPart(object? part) => part switch
    {
        (int)UriPartial.Scheme => uri => Known(uri, text => text.Scheme.Then(UriText.Literal("://"))),
        (int)UriPartial.Authority => uri => new UriText(uri) is { IsAbsolute: true } text ? text.Origin : uri,
        (int)UriPartial.Path => uri => new UriText(UriText.Canonical(uri)).UpToPath,
        (int)UriPartial.Query => UriText.Canonical,
        _ => null,
    };

    /// <summary>A piece of the origin; a hole where the origin is one, and its pieces with it.</summary>
    private static Alternative Known(Alternative uri, Func<UriText, Alternative> piece) => new UriText(uri) is { IsOpaque: false } text ? piece(text)
        : uri.Parts[0] is LiteralPart ? uri with { Parts = [new HolePart("a part of an address")] }
        : uri with { Parts = [uri.Parts[0]] };

    private static Alternative Rooted(Alternative path) => path.Parts[0] is LiteralPart { Text: ['/', ..] } ? path : path with { Parts = UriText.Literal("/").Then(path).Parts };
}
