using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// Lists in configuration: <c>section.Get&lt;string[]&gt;()</c>, <c>section.GetChildren()</c>. Their values are those that the files list; where they list none, the list's key is all
/// there is.
/// </summary>
internal sealed class ConfiguredLists(ConfigurationPaths paths, ValueFlow flow)
{
    /// <summary>The texts of a list; null if an operation reads none.</summary>
    public ImmutableArray<Element>? Of(IInvocationOperation call, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (call.TargetMethod is not { Name: "Get", ContainingType.Name: "ConfigurationBinder" } || call.Receiver() is not { } section || !IsListOfTexts(call.Type) || paths.Of(section, frame, evaluator, evaluation) is not { } path)
        {
            return null;
        }

        var use = new Place(call, frame);
        var children = paths.Children(path, use);
        return children.IsEmpty
            ? [new Element(null, paths.Lookup(path, use), IsMany: true)]
            : [.. children.Select(child => new Element(null, paths.Lookup(child, use)))];
    }

    /// <summary>The keys of the sections that an operation may be as the children of another; empty if it is no child.</summary>
    public ImmutableArray<string> ChildrenFor(IOperation instance, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (collection, predicate) = instance.Bare() switch
        {
            ILocalReferenceOperation local when flow.BodyOf(local).WritesTo(local.Local) is [{ Operation: IForEachLoopOperation loop }] => (loop.Collection, null),
            IParameterReferenceOperation parameter when !frame.Arguments.ContainsKey(parameter.Parameter) => (EachCalls.CollectionOf(parameter), null),
            IInvocationOperation { TargetMethod: { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "ElementAt", ContainingType.Name: nameof(Enumerable) } } one => (one.Receiver(), one.Argument("predicate")),
            _ => default((IOperation?, IOperation?)),
        };
        if (collection is null || ParentOf(new Place(collection, frame), evaluator, evaluation) is not { } parent)
        {
            return [];
        }

        var children = paths.Children(parent, new Place(instance, frame));
        return KeyAsked(predicate) is { } key ? [ConfigurationPaths.Combine(parent, key)] : children.IsEmpty ? [parent] : children;
    }

    /// <summary>The keys of the child sections that a collection holds; empty if it holds none, or none are known.</summary>
    public ImmutableArray<string> ChildrenOf(Place collection, TextEvaluator evaluator, Evaluation evaluation) =>
        ParentOf(collection, evaluator, evaluation) is { } parent ? paths.Children(parent, collection) : [];

    /// <summary>The section whose children a collection holds.</summary>
    private string? ParentOf(Place collection, TextEvaluator evaluator, Evaluation evaluation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            var operation = collection.Operation.Bare();
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "GetChildren" } call when call.Receiver() is { } section && ConfigurationPaths.IsConfiguration(section.Type):
                    return paths.Of(section, collection.Frame, evaluator, evaluation);
                case IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" or "Where" or "OrderBy" or "AsEnumerable", ContainingType.Name: nameof(Enumerable) } } same when same.Receiver() is { } receiver:
                    collection = collection with { Operation = receiver };
                    break;
                default:
                    if (flow.Next(operation, collection.Frame, evaluation.Cancellation) is not { Sources: [var source] })
                    {
                        return null;
                    }

                    collection = source;
                    break;
            }
        }

        return null;
    }

    /// <summary>The key that <c>child => child.Key == "Url"</c> asks for.</summary>
    private static string? KeyAsked(IOperation? predicate) =>
        predicate?.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } asked }] } }
            && (asked.LeftOperand.Bare(), asked.RightOperand) is (IPropertyReferenceOperation { Property.Name: "Key" }, { ConstantValue: { HasValue: true, Value: string key } })
                ? key
                : null;

    private static bool IsListOfTexts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsText(element),
        INamedTypeSymbol { TypeArguments: [var element] } list => IsText(element) && (list.Name == "IEnumerable" || list.AllInterfaces.Any(parent => parent.Name == "IEnumerable")),
        _ => false,
    };

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || UriText.IsUri(type);
}
