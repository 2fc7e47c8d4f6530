using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>options.Value.BaseUrl</c>: a property of an options class stands for the key it is bound to. An object counts as options if it comes out of the options
/// framework or a configuration section, or if its class is bound to one; what is only data is left unknown.
/// </summary>
internal sealed class OptionsSource(ConfigurationPaths paths, ConfiguredOptions configured, ValueFlow flow, Objects objects, SetMembers set, UnboundConfiguration unbound) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var reference = (IPropertyReferenceOperation)operation;
        var property = reference.Property;
        if (property.IsStatic || property.IsIndexer || reference.Instance is null || property.DeclaringSyntaxReferences.IsEmpty || !IsAddress(property.Type) || IsComputed(property))
        {
            return null;
        }

        var found = Values(reference.Instance, [property], frame, evaluator, evaluation);
        var known = found.OfType<TextValue>().ToList();
        if (TextValue.AnyOf(known) is not { } value)
        {
            return null;
        }

        // Some of the objects are made by hand.
        value = value.From($"options {property.ContainingType.Name}.{property.Name}");
        return known.Count < found.Length && evaluator.Followed(operation, frame, evaluation) is { IsUnknown: false } made ? value.Or(made) : value;
    }

    /// <summary>What a property holds of an object of settings that code reads which isn't here; null if nothing configures it.</summary>
    public TextValue? Of(IOperation settings, IPropertySymbol property, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        TextValue.AnyOf(Values(settings, [property], frame, evaluator, evaluation).OfType<TextValue>())?.From($"options {property.ContainingType.Name}.{property.Name}");

    /// <summary>What the property holds in each of the objects that an operation may be; null for one that is no options object.</summary>
    private ImmutableArray<TextValue?> Values(IOperation instance, ImmutableArray<IPropertySymbol> path, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return [];
        }

        try
        {
            instance = instance.Bare();
            var read = new OptionsRead(path, new Place(instance, frame));
            switch (instance)
            {
                case IInstanceReferenceOperation when frame.This is { } self:
                    return Values(self.Operation, path, self.Frame, evaluator, evaluation);
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "ConfigurationBinder" } } get when get.Receiver() is { } section:
                    return get.Type is ITypeParameterSymbol bound && frame.Resolve(bound) is ITypeParameterSymbol open ? [Open(open, path)] : paths.Of(section, frame, evaluator, evaluation) is { } key ? [configured.OfSection(key, read, evaluator, evaluation)] : [null];
                case IPropertyReferenceOperation { Property: { Name: "Value" or "CurrentValue", ContainingType.Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor" } } value:
                    return WrappedOptions.ReadOf(value) is { } options && WrappedOptions.Of(new Place(options, frame), flow.Next, evaluation.Cancellation) is { IsEmpty: false } wrapped
                        ? OfAll(wrapped, path, evaluator, evaluation)
                        : [Of(value.Type is { } held ? frame.Resolve(held) : null, read with { IsOfFramework = true, Name = "" }, evaluator, evaluation)];
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "IOptionsSnapshot" or "IOptionsMonitor" }, Arguments: [var name] } get:
                    return [Of(get.Type is { } named ? frame.Resolve(named) : null, read with { IsOfFramework = true, Name = OptionsName.Of(name.Value, frame, evaluator, evaluation) }, evaluator, evaluation)];
                case IInvocationOperation { TargetMethod: { Name: "GetService" or "GetRequiredService", ContainingType.Name: "ServiceProviderServiceExtensions" } } service
                    when flow.Next(service, frame, evaluation.Cancellation) is not { Sources.IsEmpty: false }:
                    return [Of(service.Type is { } asked ? frame.Resolve(asked) : null, read, evaluator, evaluation)];
                case IInvalidOperation { Syntax: ExpressionSyntax expression } when unbound.OptionsOf(expression, evaluation.Cancellation) is var (missing, _):
                    return [Of(missing, read with { IsOfFramework = true, Name = "" }, evaluator, evaluation)?.From(UnboundCall.Step)];
                case IInvalidOperation { Syntax: ExpressionSyntax expression } when unbound.SectionOf(expression, evaluation.Cancellation) is var (_, section):
                    return [configured.OfSection(section, read, evaluator, evaluation).From(UnboundCall.Step)];
                case IObjectCreationOperation { Type: { } type } creation:
                    return [configured.OfBound(type, place => objects.Trace(place, evaluation.Cancellation).Creations.Any(made => made.Operation.Syntax == creation.Syntax), read, evaluator, evaluation)];
                case IPropertyReferenceOperation { Property: { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false } nested, Instance: { } outer }
                    when nested.Type.TypeKind == TypeKind.Class && path.Length < Limits.Hops && Values(outer, path.Insert(0, nested), frame, evaluator, evaluation) is var values && values.Any(value => value is not null):
                    return values;
            }

            // What the code sets last, whatever a binding put there before, isn't configuration's.
            if (path is [var only] && instance is ILocalReferenceOperation or IParameterReferenceOperation && set.Of(instance, only, frame, evaluation.Cancellation, out var mayBeUnset) is { IsEmpty: false } && !mayBeUnset)
            {
                return [null];
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                return OfAll([.. hop.Sources.Take(Limits.Alternatives)], path, evaluator, evaluation);
            }

            return instance is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation
                ? [Of(instance.Type is { } declared ? frame.Resolve(declared) : null, read, evaluator, evaluation)]
                : [null];
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private ImmutableArray<TextValue?> OfAll(ImmutableArray<Place> places, ImmutableArray<IPropertySymbol> path, TextEvaluator evaluator, Evaluation evaluation) =>
        [.. places.Where(place => place.Operation.Bare() is not IThrowOperation).SelectMany(place => Values(place.Operation, path, place.Frame, evaluator, evaluation))];

    private TextValue? Of(ITypeSymbol? type, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation) => type switch
    {
        ITypeParameterSymbol open when read.IsOfFramework => Open(open, read.Path),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when Of(named, read) is { } own => configured.Of(named, own, evaluator, evaluation),
        _ => null,
    };

    /// <summary>Options of a class that only the callers of generic code know.</summary>
    private static TextValue Open(ITypeParameterSymbol type, ImmutableArray<IPropertySymbol> path) =>
        TextValue.Unknown($"'{path[path.Length - 1].Name}' of options whose class is the type argument '{type.Name}'", type);

    /// <summary>The read as one of a property that the class itself has: what generic code reads is declared in an interface. Null if nothing binds that.</summary>
    private static OptionsRead? Of(INamedTypeSymbol type, OptionsRead read) => read.Path[0] is { ContainingType.TypeKind: TypeKind.Interface } declared
        ? type.FindImplementationForInterfaceMember(declared) is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } own && !IsComputed(own) ? read with { Path = read.Path.SetItem(0, own), Class = type } : null
        : read with { Class = type };

    /// <summary>True for a property that nothing binds, because it is made of others: <c>Root => $"https://{Host}/api"</c>.</summary>
    private static bool IsComputed(IPropertySymbol property) => property.SetMethod is null
        && property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax declared
            && (declared.ExpressionBody is not null || declared.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true));

    private static bool IsAddress(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == nameof(Uri);
}
