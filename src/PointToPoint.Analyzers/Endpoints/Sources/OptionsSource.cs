using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>options.Value.BaseUrl</c>: a property of an options class stands for the key it is bound to. An object counts as options if it comes out of the options
/// framework or a configuration section, or if its class is bound to one; what is only data is left unknown.
/// </summary>
internal sealed class OptionsSource(ConfigurationPaths paths, OptionsIndex options, ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var reference = (IPropertyReferenceOperation)operation;
        var property = reference.Property;
        if (property.IsStatic || property.IsIndexer || reference.Instance is null || property.ContainingType.TypeKind is TypeKind.Interface
            || property.DeclaringSyntaxReferences.IsEmpty || !IsAddress(property.Type))
        {
            return null;
        }

        var found = Paths(reference.Instance, frame, evaluator, evaluation);
        if (found.IsEmpty)
        {
            return null;
        }

        var step = $"options {property.ContainingType.Name}.{property.Name}";
        TextValue? value = null;
        foreach (var path in found)
        {
            var next = path.Assigned(property.Name) is { } assigned
                ? evaluator.Evaluate(assigned, evaluation)
                : OfKey(path, property, evaluator, evaluation);
            value = value is null ? next : value.Or(next);
        }

        return value!.From(step);
    }

    private TextValue OfKey(OptionsPath path, IPropertySymbol property, TextEvaluator evaluator, Evaluation evaluation)
    {
        var value = path.Key is { } section
            ? paths.Lookup(ConfigurationPaths.Combine(section, property.Name), path.Bound)
            : new TextValue([new Alternative([new KeyPart(property.ContainingType.Name + ":" + property.Name)], [])]);
        if (value.Alternatives[0].Parts[0] is not KeyPart)
        {
            return value;
        }

        // The class may carry a default that counts where configuration is silent.
        foreach (var write in flow.Members.WritesTo(property, null, evaluation.Cancellation))
        {
            if (write.Value is { } initial && initial.ConstantValue.Value is not ("" or null))
            {
                return evaluator.Evaluate(initial, Frame.Root, evaluation);
            }
        }

        return value;
    }

    /// <summary>What an object is bound to; empty if it is no options object.</summary>
    private ImmutableArray<OptionsPath> Paths(IOperation instance, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return [];
        }

        try
        {
            instance = instance.Bare();
            switch (instance)
            {
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "ConfigurationBinder" } } get when get.Receiver() is { } section:
                    return paths.Of(section, frame, evaluator, evaluation) is { } path ? [new OptionsPath(path, [], new Place(get, frame))] : [];
                case IPropertyReferenceOperation { Property: { Name: "Value" or "CurrentValue", ContainingType.Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor" } } value:
                    return Bindings(value.Type is { } held ? frame.Resolve(held) : null, isOptions: true, new Place(value, frame), evaluator, evaluation);
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "IOptionsSnapshot" or "IOptionsMonitor" } } get:
                    return Bindings(get.Type, isOptions: true, new Place(get, frame), evaluator, evaluation);
                case IInvocationOperation { TargetMethod: { Name: "GetService" or "GetRequiredService", ContainingType.Name: "ServiceProviderServiceExtensions" } } service:
                    return Bindings(service.Type, isOptions: false, new Place(service, frame), evaluator, evaluation);
                case IObjectCreationOperation { Type: { } type }:
                    return Bindings(type, isOptions: false, new Place(instance, frame), evaluator, evaluation);
                case IPropertyReferenceOperation { Property: { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false } nested, Instance: { } outer }
                    when nested.Type.TypeKind == TypeKind.Class && Paths(outer, frame, evaluator, evaluation) is { IsEmpty: false } outers:
                    return [.. outers.Select(path => new OptionsPath(ConfigurationPaths.Combine(path.Key ?? nested.ContainingType.Name, nested.Name), [], path.Bound))];
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                var all = ImmutableArray.CreateBuilder<OptionsPath>();
                foreach (var source in hop.Sources.Take(Limits.Alternatives))
                {
                    all.AddRange(Paths(source.Operation, source.Frame, evaluator, evaluation));
                }

                return all.ToImmutable();
            }

            return instance is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation
                ? Bindings(instance.Type, isOptions: false, new Place(instance, frame), evaluator, evaluation)
                : [];
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private ImmutableArray<OptionsPath> Bindings(ITypeSymbol? type, bool isOptions, Place use, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named)
        {
            return [];
        }

        var found = options.Of(named, evaluation.Cancellation);
        if (found.IsEmpty)
        {
            return isOptions ? [new OptionsPath(null, [], use)] : [];
        }

        return
        [
            .. found.Select(binding => new OptionsPath(
                binding.SectionName is { } name ? Combined(binding.Section, evaluator.Evaluate(name, binding.Frame, evaluation).Constant, binding.Frame, evaluator, evaluation)
                    : binding.Section is { } section ? paths.Of(section, binding.Frame, evaluator, evaluation)
                    : null,
                binding.Assignments,
                new Place(binding.Call, binding.Frame))).Distinct(),
        ];
    }

    private string? Combined(IOperation? section, string? name, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        name is not null && (section is null ? "" : paths.Of(section, frame, evaluator, evaluation)) is { } outer ? ConfigurationPaths.Combine(outer, name) : null;

    private static bool IsAddress(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == nameof(Uri);

    /// <summary>One binding of an options object.</summary>
    /// <param name="Key">The section; null if it is bound to none that is known.</param>
    /// <param name="Assignments">What delegates assign.</param>
    /// <param name="Bound">Where it is bound, and what the parameters there stand for.</param>
    private sealed record OptionsPath(string? Key, ImmutableArray<IAssignmentOperation> Assignments, Place Bound)
    {
        public Place? Assigned(string property) => Assignments.LastOrDefault(assignment => ((IPropertyReferenceOperation)assignment.Target).Property.Name == property) is { } found
            ? new Place(found.Value, Bound.Frame)
            : null;
    }
}
