using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>configuration["Erp:BaseUrl"]</c>, <c>GetValue</c>, <c>GetSection(…)["…"]</c>, <c>GetConnectionString</c> and environment variables: the value
/// that appsettings.json gives, else the key itself, which still names a system.
/// </summary>
internal sealed class ConfigurationSource(ConfigurationPaths paths, ConfiguredLists lists) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } indexer
                when ConfigurationPaths.IsConfiguration(instance.Type):
                return OfKey(instance, indexer.Arguments[0].Value, "", frame, evaluator, evaluation);
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type.Name: "IConfigurationSection" } section }
                when ConfigurationPaths.IsConfiguration(section.Type):
                return OfSection(section, new Place(operation, frame), evaluator, evaluation);
            case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "ConfigurationBinder" } } get when get.Receiver() is { } section && IsText(get.Type):
                return OfSection(section, new Place(operation, frame), evaluator, evaluation);
            case IInvocationOperation { TargetMethod: { Name: "Combine", ContainingType.Name: "ConfigurationPath" } } combine:
                return JoinSource.Join(combine.Arguments.SelectMany(argument => argument.Value.Elements()).Select(part => new Element(new Place(part, frame), null)), TextValue.Literal(":"), evaluator, evaluation);
            case IInvocationOperation invocation when ConfigurationPaths.IsConfigurationMethod(invocation.TargetMethod) && invocation.Receiver() is { } receiver:
                return OfMethod(invocation, receiver, frame, evaluator, evaluation);
            case IInvocationOperation
            {
                TargetMethod: { Name: nameof(Environment.GetEnvironmentVariable), ContainingType: { Name: nameof(Environment), ContainingNamespace.Name: nameof(System) } },
            } variable:
                return evaluator.Evaluate(variable.Arguments[0].Value, frame, evaluation).Constant is { } name
                    ? paths.LookupVariable(name, new Place(operation, frame))
                    : null;
            default:
                return null;
        }
    }

    private TextValue? OfSection(IOperation section, Place use, TextEvaluator evaluator, Evaluation evaluation) =>
        paths.Of(section, use.Frame, evaluator, evaluation) is { } path ? paths.Lookup(path, use)
            : TextValue.AnyOf(lists.ChildrenFor(section, use.Frame, evaluator, evaluation).Select(child => paths.Lookup(child, use)));

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } || UriText.IsUri(type);

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
        if (paths.Of(instance, frame, evaluator, evaluation) is not { } path)
        {
            if (lists.ChildrenFor(instance, frame, evaluator, evaluation) is { IsEmpty: false } children && evaluator.Evaluate(key, frame, evaluation).Constant is { } below)
            {
                return TextValue.AnyOf(children.Select(child => paths.Lookup(ConfigurationPaths.Combine(child, prefix + below), new Place(instance, frame))));
            }

            return paths.On(instance, frame, evaluator, evaluation) is { } section ? TextValue.Unknown("a configuration section that its caller names", section) : null;
        }

        var name = evaluator.Evaluate(key, frame, evaluation);
        return name.Constant is { } text
            ? paths.Lookup(ConfigurationPaths.Combine(path, prefix + text), new Place(instance, frame))
            : TextValue.Unknown("a configuration key that is made at run time", name.On);
    }
}
