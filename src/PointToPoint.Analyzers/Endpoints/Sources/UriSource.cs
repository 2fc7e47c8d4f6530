using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>new Uri(text)</c>, <c>new Uri(base, relative)</c>, and the texts of a Uri.</summary>
internal sealed class UriSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Arguments.Length: > 0, Type: { } type } creation when IsUri(type):
                return creation.Argument("baseUri") is { } baseUri && creation.Argument("relativeUri") is { } relativeUri
                    ? Join(evaluator.Evaluate(baseUri, frame, evaluation), evaluator.Evaluate(relativeUri, frame, evaluation))
                    : evaluator.Evaluate(creation.Arguments[0].Value, frame, evaluation);
            case IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.IsEmpty: true }, Instance: { Type: { } type } uri } when IsUri(type):
                return evaluator.Evaluate(uri, frame, evaluation);
            case IPropertyReferenceOperation
            {
                Property.Name: nameof(Uri.AbsoluteUri) or nameof(Uri.OriginalString), Instance: { Type: { } type } uri,
            } when IsUri(type):
                return evaluator.Evaluate(uri, frame, evaluation);
            default:
                return null;
        }
    }

    private static TextValue Join(TextValue baseUri, TextValue relative)
    {
        TextValue? value = null;
        foreach (var start in baseUri.Alternatives)
        {
            var next = relative.Select(alternative => AddressJoin.Join(start, alternative));
            value = value is null ? next : value.Or(next);
        }

        return value!;
    }

    private static bool IsUri(ITypeSymbol type) => type is { Name: nameof(Uri), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };
}
