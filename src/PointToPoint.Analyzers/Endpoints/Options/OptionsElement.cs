using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>An element of a collection that is bound: <c>options.Endpoints["Erp"]</c>, <c>options.Hosts[0]</c>.</summary>
/// <param name="Key">Its key or index; null where only run time knows it.</param>
/// <param name="Below">What is read of it, the outermost first; nothing if the element is a text.</param>
internal sealed record OptionsElement(string? Key, ImmutableArray<IPropertySymbol> Below)
{
    /// <summary>What tells it from the others where no key does; empty if nothing is known to.</summary>
    public ImmutableArray<ElementChoice> Choices { get; init; } = [];

    /// <summary>The one text by which it is told from the others; null if there is none, or are several.</summary>
    public string? Name => Choices is [{ Wanted: [var name] }] ? name : null;

    /// <summary>Its key in configuration, by that of the collection.</summary>
    public string KeyIn(string child) => OptionsRead.KeyOf(child, Below);
}

/// <summary>An element that an operation takes out of a collection.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Key">What says which element it is; null if nothing does.</param>
/// <param name="Position">Its index where the operation itself says it: the first one.</param>
internal sealed record TakenElement(IOperation Collection, IOperation? Key, string? Position = null)
{
    /// <summary>What is asked of it: <c>First(service => service.Name == name)</c>, <c>Where(…).First()</c>.</summary>
    public ImmutableArray<ElementCondition> Conditions { get; private init; } = [];

    /// <summary>What an operation takes; null if it takes nothing out of a collection.</summary>
    public static TakenElement? Of(IOperation operation, Frame frame, ValueFlow flow)
    {
        var taken = operation switch
        {
            IArrayElementReferenceOperation { Indices: [var index] } element => new TakenElement(element.ArrayReference, index),
            IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: not SpecialType.System_String } list } => new TakenElement(list, null),
            IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: true }, Instance: { Type: { SpecialType: not SpecialType.System_String } type } of, Arguments: [var key] } when !ConfigurationPaths.IsConfiguration(type) =>
                new TakenElement(of, key.Value),
            IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" }, Instance: { } entry } => Of(entry.Bare(), frame, flow),
            IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var name } } call => OfCall(call, name),
            ILocalReferenceOperation local when !frame.Arguments.ContainsKey(local.Local) => flow.BodyOf(local).WritesTo(local.Local) switch
            {
                [{ Operation: IForEachLoopOperation loop }] => new TakenElement(loop.Collection, null),
                [{ Operation: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "TryGetValue", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } searched, Arguments: [var key, _] } } }] => new TakenElement(searched, key.Value),
                _ => null,
            },
            IParameterReferenceOperation parameter when !frame.Arguments.ContainsKey(parameter.Parameter) && EachCalls.CollectionOf(parameter) is { } collection => new TakenElement(collection, null),
            _ => null,
        };

        // What is kept under a type is kept by code: no key of configuration is one.
        return taken is null || TypeKeyedValues.Is(taken.Collection.Type) ? null
            : taken with { Conditions = [.. ConditionsOf(operation).Concat(Links(taken.Collection).SelectMany(ConditionsOf))], Collection = Whole(taken.Collection) };
    }

    private static TakenElement? OfCall(IInvocationOperation call, string name) => call.Receiver() is not { } receiver ? null : name switch
    {
        "First" or "FirstOrDefault" when call.Arguments.Length == 1 && call.TargetMethod.ContainingType.Name == nameof(Enumerable) => new TakenElement(receiver, null, Whole(receiver) == receiver.Bare() ? "0" : null),
        "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "MinBy" or "MaxBy" when call.TargetMethod.ContainingType.Name == nameof(Enumerable) => new TakenElement(receiver, null),
        "Find" or "FindLast" when call.TargetMethod.ContainingType.Name == "List" => new TakenElement(receiver, null),
        "ElementAt" or "ElementAtOrDefault" when call.TargetMethod.ContainingType.Name == nameof(Enumerable) => new TakenElement(receiver, call.Arguments.Last().Value),
        "GetValueOrDefault" when call.TargetMethod.ContainingType.Name == "CollectionExtensions" => new TakenElement(receiver, call.Argument("key")),
        _ => null,
    };

    /// <summary>What the function asks that a method is given to choose by.</summary>
    private static IEnumerable<ElementCondition> ConditionsOf(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find" or "FindLast" or nameof(Enumerable.Where) } call
            && call.Arguments.LastOrDefault()?.Value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
                ? ElementCondition.Of(function)
                : [];

    /// <summary>The collection of which some are taken, in whatever order.</summary>
    private static IOperation Whole(IOperation collection) => Links(collection).Last();

    /// <summary>That collection, behind what takes some of it, the outermost first.</summary>
    private static IEnumerable<IOperation> Links(IOperation collection)
    {
        for (IOperation? next = collection.Bare(); next is not null;)
        {
            yield return next;
            next = next switch
            {
                IInvocationOperation
                {
                    TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "ToArray" or "ToList" or "AsEnumerable" or "Where" or "OrderBy" or "OrderByDescending" or "Distinct" or "Reverse", ContainingType.Name: nameof(Enumerable) or "List" }
                } some => some.Receiver()?.Bare(),
                IPropertyReferenceOperation { Property.Name: "Values", Instance: { } dictionary } when Dictionaries.Is(dictionary.Type) => dictionary.Bare(),
                _ => null,
            };
        }
    }
}
