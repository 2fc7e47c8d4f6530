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
    public override ImmutableArray<OperationKind> Kinds =>
        [OperationKind.PropertyReference, OperationKind.ArrayElementReference, OperationKind.ImplicitIndexerReference, OperationKind.Invocation, OperationKind.LocalReference, OperationKind.ParameterReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType.Name: not "KeyValuePair" } } reference)
        {
            // An element that is itself a text.
            return operation.Type is { } text && IsAddress(text) && TakenElement.Of(operation, frame, flow) is { } taken
                ? TextValue.AnyOf(OfElement(taken, [], frame, evaluator, evaluation).OfType<TextValue>())?.From("configured list")
                : null;
        }

        var property = reference.Property;
        if (property.IsStatic || reference.Instance is null || property.DeclaringSyntaxReferences.IsEmpty || !(IsAddress(property.Type) || IsNumber(property.Type)) || IsComputed(property))
        {
            return null;
        }

        var found = Values(reference.Instance, new Way([property], null), frame, evaluator, evaluation);

        // A key says nothing of a number.
        var known = found.OfType<TextValue>().Where(value => !IsNumber(property.Type) || value.Alternatives.All(alternative => alternative.Parts is [LiteralPart])).ToList();
        if (TextValue.AnyOf(known) is not { } value)
        {
            return null;
        }

        // Some of the objects are made by hand. One that nobody fills has no address: the class's name would be one more system that isn't there.
        value = value.From($"options {property.ContainingType.Name}.{property.Name}");
        return known.Count < found.Length && evaluator.Followed(operation, frame, evaluation) is { IsUnknown: false, IsOfMembers: false } made && !SettingsSymbol.IsOf(made, operation, frame) ? value.Or(made) : value;
    }

    /// <summary>What a property holds of an object of settings that code reads which isn't here; null if nothing configures it.</summary>
    public TextValue? Of(IOperation settings, IPropertySymbol property, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        TextValue.AnyOf(Values(settings, new Way([property], null), frame, evaluator, evaluation).OfType<TextValue>())?.From($"options {property.ContainingType.Name}.{property.Name}");

    /// <summary>What the property holds in each of the objects that an operation may be; null for one that is no options object.</summary>
    private ImmutableArray<TextValue?> Values(IOperation instance, Way way, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return [];
        }

        try
        {
            instance = instance.Bare();
            var path = way.Path;
            var read = new OptionsRead(path, new Place(instance, frame)) { Element = way.Element };
            if (way.Element is null && TakenElement.Of(instance, frame, flow) is { } taken && OfElement(taken, path, frame, evaluator, evaluation) is var ofElement && ofElement.Any(value => value is not null))
            {
                return ofElement;
            }

            switch (instance)
            {
                case IInstanceReferenceOperation when frame.This is { } self:
                    return Values(self.Operation, way, self.Frame, evaluator, evaluation);
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "ConfigurationBinder" } } get when get.Receiver() is { } section:
                    return get.Type is ITypeParameterSymbol bound && frame.Resolve(bound) is ITypeParameterSymbol open && !path.IsEmpty ? [Open(open, path)]
                        : paths.Of(section, frame, evaluator, evaluation) is { } key ? [configured.OfSection(key, read, evaluator, evaluation)]
                        : !path.IsEmpty && paths.On(section, frame, evaluator, evaluation) is { } naming ? [TextValue.Unknown($"'{path[path.Length - 1].Name}' of a configuration section that comes from {Unknowns.Describe(naming)}", naming)]
                        : [null];
                case IPropertyReferenceOperation { Property: { Name: "Value" or "CurrentValue", ContainingType.Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor" } } value:
                    return WrappedOptions.ReadOf(value) is { } options && WrappedOptions.Of(new Place(options, frame), flow.Next, evaluation.Cancellation) is { IsEmpty: false } wrapped
                        ? OfAll(wrapped, way, evaluator, evaluation)
                        : [Of(value.Type is { } held ? frame.Resolve(held) : null, read with { IsOfFramework = true, Name = "" }, evaluator, evaluation)];
                case IInvocationOperation { TargetMethod: { Name: "Get", ContainingType.Name: "IOptionsSnapshot" or "IOptionsMonitor" }, Arguments: [var name] } get:
                    return [Of(get.Type is { } named ? frame.Resolve(named) : null, read with { IsOfFramework = true, Name = OptionsName.Of(name.Value, frame, evaluator, evaluation) }, evaluator, evaluation)?.ChosenBy(evaluator.Evaluate(name.Value, frame, evaluation).On)];
                case IInvocationOperation { TargetMethod: { Name: "GetService" or "GetRequiredService", ContainingType.Name: "ServiceProviderServiceExtensions" } } service
                    when flow.Next(service, frame, evaluation.Cancellation) is not { Sources.IsEmpty: false }:
                    return [Of(service.Type is { } asked ? frame.Resolve(asked) : null, read, evaluator, evaluation)];
                case IInvalidOperation { Syntax: ExpressionSyntax expression } when unbound.OptionsOf(expression, evaluation.Cancellation) is var (missing, _):
                    return [Of(missing, read with { IsOfFramework = true, Name = "" }, evaluator, evaluation)?.From(UnboundCall.Step)];
                case IInvalidOperation { Syntax: ExpressionSyntax expression } when unbound.SectionOf(expression, evaluation.Cancellation) is var (_, section):
                    return [configured.OfSection(section, read, evaluator, evaluation).From(UnboundCall.Step)];
                case IObjectCreationOperation { Type: { } type } creation:
                    return [configured.OfBound(type, place => objects.Trace(place, evaluation.Cancellation).Creations.Any(made => made.Operation.Syntax == creation.Syntax), read, evaluator, evaluation, frame)];
                case ITypeParameterObjectCreationOperation { Type: { } made } creation when frame.Resolve(made) is INamedTypeSymbol type:
                    return [configured.OfBound(type, place => IsMade(place, creation, evaluation), read with { Class = type }, evaluator, evaluation, frame)];
                case IPropertyReferenceOperation { Property: { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false } nested, Instance: { } outer }
                    when (nested.Type.TypeKind == TypeKind.Class || path.IsEmpty) && path.Length < Limits.Hops && Values(outer, way with { Path = path.Insert(0, nested) }, frame, evaluator, evaluation) is var values && values.Any(value => value is not null):
                    return values;
            }

            // What the code sets last, whatever a binding put there before, isn't configuration's.
            if (way is { Element: null, Path: [var only] } && instance is ILocalReferenceOperation or IParameterReferenceOperation && set.Of(instance, only, frame, evaluation.Cancellation, out var mayBeUnset) is { IsEmpty: false } && !mayBeUnset)
            {
                return [null];
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                return OfAll([.. hop.Sources.Take(Limits.Alternatives)], way, evaluator, evaluation);
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

    /// <summary>What an element of a configured collection holds. Who says which one it is may say more.</summary>
    private ImmutableArray<TextValue?> OfElement(TakenElement taken, ImmutableArray<IPropertySymbol> below, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var said = taken.Position is null && taken.Key is { ConstantValue.HasValue: false } by ? evaluator.Evaluate(by, frame, evaluation) : null;
        var key = taken.Position ?? taken.Key?.ConstantValue.Value?.ToString() ?? said?.Plain;
        var asked = key is null ? taken.Conditions.Select(condition => (Condition: condition, Wanted: evaluator.Evaluate(condition.Wanted, frame, evaluation))).ToList() : [];
        var choices = asked.Where(one => one.Wanted.Alternatives.All(alternative => TextValue.Of(alternative).Constant is not null))
            .Select(one => new ElementChoice(one.Condition.Member, [.. one.Wanted.Alternatives.Select(alternative => TextValue.Of(alternative).Constant!)], one.Condition.IgnoresCase));
        var values = Values(taken.Collection, new Way([], new OptionsElement(key, below) { Choices = [.. choices] }), frame, evaluator, evaluation);
        return key is null && (said?.On ?? asked.Select(one => one.Wanted.On).FirstOrDefault(by => by is not null)) is { } on ? [.. values.Select(value => value?.ChosenBy(on))] : values;
    }

    private ImmutableArray<TextValue?> OfAll(ImmutableArray<Place> places, Way way, TextEvaluator evaluator, Evaluation evaluation) =>
        [.. places.Where(place => place.Operation.Bare() is not IThrowOperation).SelectMany(place => Values(place.Operation, way, place.Frame, evaluator, evaluation))];

    private TextValue? Of(ITypeSymbol? type, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation) => type switch
    {
        ITypeParameterSymbol open when read is { IsOfFramework: true, Path.IsEmpty: false } => Open(open, read.Path),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when Of(named, read) is { } own => configured.Of(named, own, evaluator, evaluation)?.ChosenBy(Declarations.ParameterIn(named)),
        _ => null,
    };

    /// <summary>True if a value is what generic code makes: <c>var options = new T();</c>.</summary>
    private bool IsMade(Place place, ITypeParameterObjectCreationOperation creation, Evaluation evaluation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            var operation = place.Operation.Bare();
            if (operation.Syntax == creation.Syntax)
            {
                return true;
            }

            if (flow.Next(operation, place.Frame, evaluation.Cancellation) is not { Sources: [var source] })
            {
                return false;
            }

            place = source;
        }

        return false;
    }

    /// <summary>Options of a class that only the callers of generic code know.</summary>
    private static TextValue Open(ITypeParameterSymbol type, ImmutableArray<IPropertySymbol> path) =>
        TextValue.Unknown($"'{path[path.Length - 1].Name}' of options whose class is the type argument '{type.Name}'", type);

    /// <summary>The read as one of a property that the class itself has: what generic code reads is declared in an interface. Null if nothing binds that.</summary>
    private static OptionsRead? Of(INamedTypeSymbol type, OptionsRead read) => read.Path.FirstOrDefault() is { ContainingType.TypeKind: TypeKind.Interface } declared
        ? type.FindImplementationForInterfaceMember(declared) is IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } own && !IsComputed(own) ? read with { Path = read.Path.SetItem(0, own), Class = type } : null
        : read with { Class = type };

    /// <summary>True for a property that nothing binds, because it is made of others: <c>Root => $"https://{Host}/api"</c>.</summary>
    private static bool IsComputed(IPropertySymbol property) => property.SetMethod is null
        && property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax declared
            && (declared.ExpressionBody is not null || declared.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true));

    private static bool IsAddress(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == nameof(Uri);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt16 or SpecialType.System_Int64
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt16 }] };

    /// <summary>What is read of an object.</summary>
    /// <param name="Path">The properties, the outermost first.</param>
    /// <param name="Element">What is read of the collection there; null if none is meant.</param>
    private sealed record Way(ImmutableArray<IPropertySymbol> Path, OptionsElement? Element);
}
