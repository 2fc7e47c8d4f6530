using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>Where an options class gets its values.</summary>
/// <param name="Type">The options class.</param>
/// <param name="Section">The configuration it is bound to; null if none.</param>
/// <param name="SectionName">The section's path as an argument (<c>BindConfiguration("Erp")</c>); null if none.</param>
/// <param name="Assignments">What delegates assign to its properties.</param>
/// <param name="Call">The call that binds.</param>
internal sealed record OptionsBinding(ITypeSymbol Type, IOperation? Section, IOperation? SectionName, ImmutableArray<IAssignmentOperation> Assignments, IInvocationOperation Call)
{
    /// <summary>What the parameters around the call stand for.</summary>
    public Frame Frame { get; init; } = Frame.Root;

    /// <summary>Reads a chain of calls; null if it binds nothing.</summary>
    public static OptionsBinding? Read(IInvocationOperation outermost)
    {
        ITypeSymbol? type = null;
        IOperation? section = null;
        IOperation? name = null;
        var assignments = ImmutableArray.CreateBuilder<IAssignmentOperation>();
        for (var call = outermost; call is not null; call = call.Receiver()?.Bare() as IInvocationOperation)
        {
            var method = call.TargetMethod;
            switch (method.ContainingType?.Name)
            {
                case "OptionsConfigurationServiceCollectionExtensions" when method.Name == "Configure":
                    type = method.TypeArguments[0];
                    section = call.Argument("config");
                    break;
                case "OptionsServiceCollectionExtensions" when method.TypeArguments.Length > 0:
                    type = method.TypeArguments[0];
                    assignments.AddRange(AssignmentsIn(call));
                    break;
                case "OptionsBuilderConfigurationExtensions" when method.TypeArguments.Length > 0:
                    type = method.TypeArguments[0];
                    section ??= call.Argument("config");
                    name ??= call.Argument("configSectionPath");
                    break;
                case "OptionsBuilder" when method.Name is "Configure" or "PostConfigure":
                    type ??= method.ContainingType.TypeArguments[0];
                    assignments.AddRange(AssignmentsIn(call));
                    break;
                case "ConfigurationBinder" when method.Name == "Get" && method.TypeArguments.Length == 1:
                    return new OptionsBinding(method.TypeArguments[0], call.Receiver(), null, [], outermost);
                case "ConfigurationBinder" when method.Name == "Bind" && call.Argument("instance")?.Bare().Type is { } bound:
                    return new OptionsBinding(bound, call.Receiver(), call.Argument("key"), [], outermost);
            }
        }

        return type is null || (section is null && name is null && assignments.Count == 0) ? null : new OptionsBinding(type, section, name, assignments.ToImmutable(), outermost);
    }

    private static IEnumerable<IAssignmentOperation> AssignmentsIn(IInvocationOperation call) => call.Arguments
        .Select(argument => argument.Value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null)
        .OfType<IAnonymousFunctionOperation>()
        .SelectMany(lambda => lambda.Body.Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Instance: { } instance }
                && instance.Variable() is IParameterSymbol parameter && lambda.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default)));
}
