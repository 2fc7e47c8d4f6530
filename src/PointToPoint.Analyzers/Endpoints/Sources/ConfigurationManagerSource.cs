using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>ConfigurationManager.AppSettings["ErpUrl"]</c> and <c>ConfigurationManager.ConnectionStrings["Erp"].ConnectionString</c>: the value stands in app.config or
/// web.config, so the key itself names the system.
/// </summary>
internal sealed class ConfigurationManagerSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } settings, Arguments: [var key] } when IsOfManager(settings, "AppSettings") => OfKey("", key.Value, frame, evaluator, evaluation),
        IInvocationOperation { TargetMethod.Name: "Get", Instance: { } settings, Arguments: [var key] } when IsOfManager(settings, "AppSettings") => OfKey("", key.Value, frame, evaluator, evaluation),
        IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } strings, Arguments: [var name] } } when IsOfManager(strings, "ConnectionStrings") =>
            OfKey("ConnectionStrings:", name.Value, frame, evaluator, evaluation),
        _ => null,
    };

    private static bool IsOfManager(IOperation settings, string property) => settings is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { Name: "ConfigurationManager" or "WebConfigurationManager" } type } known }
        && known.Name == property && type.ContainingNamespace.ToDisplayString() is "System.Configuration" or "System.Web.Configuration";

    private static TextValue OfKey(string section, IOperation key, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var name = evaluator.Evaluate(key, frame, evaluation);
        return name.Constant is { Length: > 0 } text
            ? TextValue.Of(new Alternative([new KeyPart(section + text)], ["app.config: " + section + text]))
            : TextValue.Unknown("a configuration key that comes from " + name.Reason, name.On);
    }
}
