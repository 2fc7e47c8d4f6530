using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>new UriBuilder("https", host) { Path = "orders" }</c>: the builder is the text of the address it would make, and setting a property puts another piece in.
/// </summary>
internal sealed class UriBuilderSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ObjectCreation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IObjectCreationOperation { Type: { } type } creation || !UriText.IsBuilder(type))
        {
            return null;
        }

        var value = Created(creation, frame, evaluator, evaluation);
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var property })
            {
                value = Set(value, property, evaluator.Shown(assignment.Value, frame, evaluation));
            }
        }

        return value;
    }

    /// <summary>The builder's text once one of its properties is set.</summary>
    public static TextValue Set(TextValue builder, string property, TextValue value) => property switch
    {
        nameof(UriBuilder.Scheme) => Each(builder, value, (uri, scheme) => scheme.Then(UriText.Literal("://")).Then(uri.Authority).Then(uri.PathAndQuery)),
        nameof(UriBuilder.Host) => Each(builder, value, (uri, host) => Scheme(uri).Then(host).Then(Port(uri.Port)).Then(uri.PathAndQuery)),
        nameof(UriBuilder.Port) => Each(builder, value, (uri, port) => uri.IsOpaque
            ? uri.UpToPath.Then(uri.Query)
            : Scheme(uri).Then(uri.Host).Then(UriText.Text(port) == "-1" ? UriText.Literal("") : Port(port)).Then(uri.PathAndQuery)),
        nameof(UriBuilder.Path) => Each(builder, value, (uri, path) => uri.Origin.Then(path.Parts[0] is LiteralPart { Text: ['/', ..] } ? path : UriText.Literal("/").Then(path)).Then(uri.Query)),
        nameof(UriBuilder.Query) => Each(builder, value, (uri, query) => uri.UpToPath.Then(UriText.Text(query) is "" or ['?', ..] ? query : UriText.Literal("?").Then(query))),
        _ => builder,
    };

    private static TextValue Created(IObjectCreationOperation creation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (creation.Arguments.IsEmpty)
        {
            return TextValue.Literal("http://localhost/", "new UriBuilder");
        }

        var first = evaluator.Evaluate(creation.Arguments[0].Value, frame, evaluation);
        if (creation.Arguments.Length == 1)
        {
            return first.Select(WithPort);
        }

        var value = Set(Set(TextValue.Literal("http://localhost/", "new UriBuilder"), nameof(UriBuilder.Scheme), first), nameof(UriBuilder.Host), evaluator.Evaluate(creation.Arguments[1].Value, frame, evaluation));
        foreach (var (parameter, property) in new[] { ("portNumber", nameof(UriBuilder.Port)), ("port", nameof(UriBuilder.Port)), ("pathValue", nameof(UriBuilder.Path)), ("path", nameof(UriBuilder.Path)) })
        {
            if (creation.Argument(parameter) is { } argument)
            {
                value = Set(value, property, evaluator.Shown(argument, frame, evaluation));
            }
        }

        return value;
    }

    /// <summary>A builder keeps the port of the address it is made of, even if its scheme is set later: <c>https://erp:80</c> is a common surprise.</summary>
    private static Alternative WithPort(Alternative alternative)
    {
        var uri = new UriText(alternative);
        if (!uri.IsAbsolute)
        {
            return UriText.Literal("http://").Then(alternative) with { Provenance = alternative.Provenance };
        }

        return !uri.IsOpaque && UriText.Text(uri.Port) is "" && UriText.DefaultPort(UriText.Text(uri.Scheme)) is { } port && uri.Authority.Parts.Last() is LiteralPart
            ? uri.Origin.Then(UriText.Literal(":" + port)).Then(uri.PathAndQuery)
            : alternative;
    }

    private static TextValue Each(TextValue builder, TextValue value, Func<UriText, Alternative, Alternative> put) => value.IsExhausted ? value
        : builder.SelectMany(state => value.Select(piece => put(new UriText(state), piece) is var set ? set with { Provenance = Alternative.Join(state.Provenance, piece.Provenance) } : state));

    /// <summary>What stands before the host; of an address whose start isn't known, only the slashes.</summary>
    private static Alternative Scheme(UriText uri) => uri.IsOpaque ? UriText.Literal("//") : uri.Scheme.Then(UriText.Literal(uri.SchemeLength > 0 ? "://" : "//"));

    private static Alternative Port(Alternative port) => UriText.Text(port) is "" ? port : UriText.Literal(":").Then(port);
}
