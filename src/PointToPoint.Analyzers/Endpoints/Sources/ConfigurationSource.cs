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
internal sealed class ConfigurationSource(ConfigurationPaths paths, ConfiguredLists lists, ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } indexer
                when ConfigurationPaths.IsConfiguration(instance.Type):
                return OfKey(instance, indexer.Arguments[0].Value, "", frame, evaluator, evaluation);
            case IPropertyReferenceOperation { Property: { Name: "Key", ContainingType.Name: "IConfigurationSection" }, Instance: { } named } when paths.Of(named, frame, evaluator, evaluation) is { Length: > 0 } path:
                return TextValue.Literal(path.Substring(path.LastIndexOf(':') + 1), "name of section " + path);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } all, Arguments: [var name] } when IsEnvironment(all, frame, evaluation):
                return OfVariable(name.Value, operation, frame, evaluator, evaluation);
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
                return OfVariable(variable.Arguments[0].Value, operation, frame, evaluator, evaluation);
            default:
                return null;
        }
    }

    private TextValue? OfVariable(IOperation name, IOperation use, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var known = evaluator.Evaluate(name, frame, evaluation);
        return known.Constant is { } variable ? paths.LookupVariable(variable, new Place(use, frame)) : TextValue.Unknown("an environment variable whose name comes from " + known.Reason, known.On);
    }

    /// <summary>True for all variables together: <c>Environment.GetEnvironmentVariables()["ERP_URL"]</c>.</summary>
    private bool IsEnvironment(IOperation variables, Frame frame, Evaluation evaluation) => variables.Type?.Name is nameof(System.Collections.IDictionary) or nameof(System.Collections.Hashtable)
        && (variables.Bare() is IInvocationOperation ? variables.Bare() : flow.Next(variables.Bare(), frame, evaluation.Cancellation) is { Sources: [{ Operation: var source }] } ? source.Bare() : null)
            is IInvocationOperation { TargetMethod: { Name: nameof(Environment.GetEnvironmentVariables), ContainingType.Name: nameof(Environment) } };

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
            case ServiceDiscovery.Method when invocation.TargetMethod.DeclaringSyntaxReferences.IsEmpty && invocation.Argument("name") is { } service:
                return OfKey(receiver, service, ServiceDiscovery.Prefix, frame, evaluator, evaluation);
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

        return TextValue.AnyOf(evaluator.Evaluate(key, frame, evaluation).Alternatives.Select(name => OfName(path, prefix, name, new Place(instance, frame))));
    }

    /// <summary>What stands under a key. Where only run time knows a part of it, whatever the files have in its place.</summary>
    private TextValue OfName(string path, string prefix, Alternative name, Place use)
    {
        var said = TextValue.Of(name);
        if (said.Constant is { } text)
        {
            return paths.Lookup(ConfigurationPaths.Combine(path, prefix + text), use).ChosenBy(name.On);
        }

        var listed = Around(name) is var (before, after)
            ? paths.Children(ConfigurationPaths.Combine(path, prefix + before), use).Select(child => paths.Lookup(after.Length == 0 ? child : ConfigurationPaths.Combine(child, after), use)).Where(value => value.Alternatives[0].Parts[0] is LiteralPart)
            : [];
        return TextValue.AnyOf(listed)?.ChosenBy(said.On) ?? TextValue.Unknown("a configuration key that comes from " + said.Reason, said.On);
    }

    /// <summary>The keys before and behind the one that isn't known: <c>Services:{name}:Url</c>. Null if it isn't one as a whole.</summary>
    private static (string Before, string After)? Around(Alternative name)
    {
        var (before, after) = name.Parts switch
        {
            [LiteralPart first, HolePart] => (first.Text, ":"),
            [LiteralPart first, HolePart, LiteralPart last] => (first.Text, last.Text),
            _ => ("", ""),
        };
        return before is [_, .., ':'] && after is [':', ..] ? (before.TrimEnd(':'), after.Trim(':')) : null;
    }
}
