using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>configuration["Erp:BaseUrl"]</c>, <c>GetValue</c>, <c>GetSection(…)["…"]</c>, <c>GetConnectionString</c> and environment variables: the value
/// that appsettings.json gives, else the key itself, which still names a system.
/// </summary>
internal sealed class ConfigurationSource(AppSettings settings, ValueFlow flow) : TextSource
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } indexer when IsConfiguration(instance.Type):
                return OfKey(instance, indexer.Arguments[0].Value, "", frame, evaluator, evaluation);
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } section } when section.Type is { Name: "IConfigurationSection" } && IsConfiguration(section.Type):
                return Path(section, frame, evaluator, evaluation) is { } path ? Lookup(path) : null;
            case IInvocationOperation invocation when IsConfigurationMethod(invocation.TargetMethod) && invocation.Receiver() is { } receiver:
                return OfMethod(invocation, receiver, frame, evaluator, evaluation);
            case IInvocationOperation { TargetMethod: { Name: nameof(Environment.GetEnvironmentVariable), ContainingType: { Name: nameof(Environment), ContainingNamespace.Name: nameof(System) } } } variable:
                return evaluator.Evaluate(variable.Arguments[0].Value, frame, evaluation).Constant is { } name
                    ? new TextValue([new Alternative([new KeyPart(name.Replace("__", ":"))], ["environment variable " + name])])
                    : null;
            default:
                return null;
        }
    }

    private TextValue? OfMethod(IInvocationOperation invocation, IOperation receiver, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (invocation.TargetMethod.Name)
        {
            case "GetValue" when invocation.Argument("key") is { } key:
                var value = OfKey(receiver, key, "", frame, evaluator, evaluation);
                return value is not null && invocation.Argument("defaultValue") is { } otherwise && value.Alternatives.All(alternative => alternative.Parts[0] is KeyPart)
                    ? value.Or(evaluator.Evaluate(otherwise, frame, evaluation))
                    : value;
            case "GetConnectionString" when invocation.Argument("name") is { } name:
                return OfKey(receiver, name, "ConnectionStrings:", frame, evaluator, evaluation);
            default:
                return null;
        }
    }

    private TextValue? OfKey(IOperation instance, IOperation key, string prefix, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (Path(instance, frame, evaluator, evaluation) is not { } path)
        {
            return null;
        }

        return evaluator.Evaluate(key, frame, evaluation).Constant is { } text
            ? Lookup(Combine(path, prefix + text))
            : TextValue.Unknown("a configuration key that is made at run time");
    }

    private TextValue Lookup(string key) => settings.Find(key) is { } setting
        ? new TextValue([new Alternative([new LiteralPart(setting.Value, key)], [$"{setting.File}: {key}"])])
        : new TextValue([new Alternative([new KeyPart(key)], ["configuration " + key])]);

    /// <summary>The key of a section, empty for the whole configuration; null if it can't be told.</summary>
    private string? Path(IOperation instance, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return null;
        }

        try
        {
            instance = instance.Bare();
            if (instance is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call
                && IsConfigurationMethod(call.TargetMethod) && call.Receiver() is { } receiver)
            {
                return Path(receiver, frame, evaluator, evaluation) is { } outer && evaluator.Evaluate(call.Argument("key")!, frame, evaluation).Constant is { } key
                    ? Combine(outer, key)
                    : null;
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                return Path(hop.Sources[0].Operation, hop.Sources[0].Frame, evaluator, evaluation);
            }

            // A section that came from elsewhere has a prefix that nobody here knows; a whole configuration has none.
            return instance.Type is { Name: "IConfigurationSection" } ? null : "";
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private static string Combine(string outer, string key) => outer.Length == 0 ? key : outer + ":" + key;

    private static bool IsConfigurationMethod(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() == Namespace;

    private static bool IsConfiguration(ITypeSymbol? type) =>
        type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    private static bool IsNamed(ITypeSymbol type) =>
        type.Name is "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" && type.ContainingNamespace.ToDisplayString() == Namespace;
}
