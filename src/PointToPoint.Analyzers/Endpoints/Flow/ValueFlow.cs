using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Goes one step back from the use of a value to what made it: a variable's writes, a choice's branches, a helper's return values. Text, clients and
/// messages are all followed by this; what it doesn't know is for them to judge.
/// </summary>
internal sealed class ValueFlow
{
    private readonly BodyIndexes _indexes;
    private readonly VariableValues _variables;
    private readonly MemberValues _members;
    private readonly OutValues _outs;
    private readonly Objects _objects;
    private readonly ObjectState _state;
    private readonly Delegates _delegates;
    private readonly TypeKeyedValues _typeKeyed;
    private readonly Services _services;
    private readonly MethodBodies _methods;
    private readonly ChosenElements _chosen;

    private static readonly ImmutableArray<string> _fillers = ["Bind", "Map", "Populate", "Copy", "Fill", "Merge", "Adapt", "Apply"];

    public ValueFlow(
        BodyIndexes indexes,
        VariableValues variables,
        MemberValues members,
        MemberWrites writes,
        OutValues outs,
        TupleValues tuples,
        Objects objects,
        ObjectState state,
        FilledObjects filled,
        ElementPlaces elements,
        Delegates delegates,
        TypeKeyedValues typeKeyed,
        Services services,
        MethodBodies methods,
        TypeConditions types,
        RegisteredKeys keys,
        Chains chains,
        ChosenElements chosen)
    {
        _indexes = indexes;
        _variables = variables;
        _members = members;
        _outs = outs;
        _objects = objects;
        _state = state;
        _delegates = delegates;
        _typeKeyed = typeKeyed;
        _services = services;
        _methods = methods;
        _chosen = chosen;
        Members = writes;
        Tuples = tuples;
        Types = types;
        Chains = chains;
        objects.Next = Next;
        state.Next = Next;
        filled.Next = Next;
        elements.Next = Next;
        delegates.Next = Next;
        typeKeyed.Next = Next;
        tuples.Next = Next;
        types.Next = Next;
        keys.Next = Next;
    }

    public TupleValues Tuples { get; }

    public TypeConditions Types { get; }

    public MemberWrites Members { get; }

    public Chains Chains { get; }

    public BodyIndex BodyOf(IOperation operation) => _indexes.Of(operation);

    /// <summary>The one body that a call runs, and the frame it runs in; null if it isn't here, or may be one of several.</summary>
    public Place? BodyRunBy(IInvocationOperation call, Frame frame, CancellationToken cancellation) => _methods.RunBy(call, frame, cancellation);

    /// <summary>The bodies that a call of a method or a delegate runs, each with its parameters and the frame it runs in; none if not all of them are known.</summary>
    public ImmutableArray<(IOperation Body, ImmutableArray<IParameterSymbol> Parameters, Frame Frame)> BodiesRunBy(IInvocationOperation call, Frame frame, CancellationToken cancellation)
    {
        if (call is not { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called })
        {
            return _methods.Ran(call, frame, cancellation) is var (body, method, inside) ? [(body, method.Parameters, inside)] : [];
        }

        var targets = _delegates.Targets(new Place(called, frame), out var on, cancellation);
        ImmutableArray<Place> arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => new Place(argument.Value, frame))];

        // One delegate that runs two runs both: which is first isn't looked at.
        return on is null && targets is [var target] && _delegates.Entered(target, arguments, cancellation).ToArray() is [var function] && (function.Lambda?.Body ?? _methods.BodyOf(function.Symbol, cancellation)) is { } only
            ? [(only, function.Symbol.Parameters, function.Inside)]
            : [];
    }

    /// <summary>What a call gives back through <c>out</c>.</summary>
    public Hop? OfOut(IArgumentOperation argument, Frame frame, CancellationToken cancellation) => _outs.Of(argument, frame, cancellation);

    /// <summary>True for a member that is sure to hold nothing but its type's default yet.</summary>
    public bool IsUnset(IMemberReferenceOperation member, Frame frame, CancellationToken cancellation) => _members.IsUnset(member, frame, cancellation);

    /// <summary>What the object that has a field holds in a property over it: what is set there is in the field.</summary>
    public Hop? OfPropertyOver(IFieldReferenceOperation field, IPropertySymbol property, Frame frame, CancellationToken cancellation) =>
        _members.OfMember(field, field.Instance, property, "property " + property.Name(), frame, cancellation);

    /// <summary>
    /// What a property was set to on each of the objects that may be meant, all of them made here and held by nothing that others reach; empty where that isn't sure.
    /// </summary>
    public ImmutableArray<Place> SetOnOwn(IPropertyReferenceOperation property, Frame frame, CancellationToken cancellation)
    {
        if (property is not { Instance: { } instance, Property.IsIndexer: false } || _objects.Trace(new Place(instance, frame), cancellation) is not { IsWhole: true, Creations: { IsEmpty: false } creations })
        {
            return [];
        }

        var sources = ImmutableArray.CreateBuilder<Place>();
        return creations.All(creation => !creation.IsHeld && _state.SetOn(creation, property.Property, sources, cancellation)) ? sources.ToImmutable() : [];
    }

    /// <summary>
    /// What a property starts with that is set on none of the objects which may be meant, all of them made here and held by nothing that others reach; null where that isn't sure.
    /// </summary>
    public StartValue? StartOnOwn(IPropertyReferenceOperation property, Frame frame, CancellationToken cancellation)
    {
        var symbol = property.Property;
        if (property.Instance is not { } instance || symbol is { IsIndexer: true } or { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } or { DeclaringSyntaxReferences.IsEmpty: true }
            || !Declarations.IsStored(symbol) || PassedObjects.Positional(symbol, cancellation) is not null
            || _objects.Trace(new Place(instance, frame), cancellation) is not { IsWhole: true, Creations: { IsEmpty: false } creations })
        {
            return null;
        }

        var start = Members.Initial(symbol, cancellation).FirstOrDefault()?.Value;
        var sources = ImmutableArray.CreateBuilder<Place>();
        return creations.All(creation => !creation.IsHeld && !_state.SetOn(creation, symbol, sources, cancellation) && creation.Operation.Type is INamedTypeSymbol type && !IsSetBy(type) && !creation.Through.Any(place => MayBeFilled(place.Operation))) && sources.Count == 0
            ? new StartValue(start)
            : null;

        bool IsSetBy(INamedTypeSymbol type) => Members.WritesTo(symbol, null, cancellation).Any(write => write.Operation.Syntax != start?.Syntax)
            || (!Declarations.Same(type, symbol.ContainingType) && !Members.WritesToThis(symbol.Name, type, cancellation).IsEmpty);
    }

    /// <summary>True if a library is handed the object in a variable, to fill it by its members' names.</summary>
    private bool MayBeFilled(IOperation use) => use.Variable() is { } variable
        && BodyOf(use).HandedOn(variable).Any(argument => argument.Parent is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var name } } && _fillers.Any(filler => name.StartsWith(filler, StringComparison.Ordinal)));

    /// <summary>The next step back; null if the operation isn't one that hands a value on.</summary>
    public Hop? Next(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return _variables.Of(local, frame, cancellation);
            case IParameterReferenceOperation parameter:
                return _variables.Of(parameter, frame, cancellation);
            case IFieldReferenceOperation { Instance: { } tuple } field when TupleValues.PositionOf(field.Field) is >= 0 and var position:
                return Tuples.ElementsOf(new(tuple, frame), [position], cancellation) is { IsEmpty: false } elements ? new Hop(null, null, elements) : null;
            case IFieldReferenceOperation field when IsSource(field.Field):
                return _members.OfMember(field, field.Instance, field.Field, "field " + field.Field.Name(), frame, cancellation);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "Lazy", Arity: 1 } }, Instance: { } lazy }:
                return OfLazy(lazy, frame, cancellation);
            case IPropertyReferenceOperation { Property: { Name: "Key" or "Value", ContainingType.Name: "KeyValuePair" } part, Instance: ILocalReferenceOperation entry } when frame.Entries.TryGetValue(entry.Local, out var known):
                return new Hop(null, "foreach " + entry.Local.Name, [part.Name == "Key" ? known.Key : known.Value]);
            case IPropertyReferenceOperation when WrappedOptions.ReadOf(operation) is { } options:
                return WrappedOptions.Of(new Place(options, frame), Next, cancellation) is { IsEmpty: false } wrapped ? new Hop(null, null, wrapped) : null;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary, Arguments: [var key] } when TypeKeyedValues.Is(dictionary.Type):
                return _typeKeyed.Read(dictionary, key.Value, frame, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", DeclaringSyntaxReferences.IsEmpty: true } } read when read.Receiver() is { } dictionary && TypeKeyedValues.Is(dictionary.Bare().Type) && read.Argument("key") is { } key:
                return _typeKeyed.Read(dictionary, key, frame, cancellation);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType.IsAnonymousType: true }, Instance: not null } property:
                return AnonymousObjects.Of(property, frame, Next, cancellation);
            case IPropertyReferenceOperation { Property: var injected } when Injection.Is(injected):
                return _services.Of(frame.Resolve(injected.Type), Injection.KeyOf(injected), cancellation) is { IsEmpty: false } given ? new Hop(injected, "registered " + injected.Type.Name, given) : null;
            case IPropertyReferenceOperation property when IsSource(property.Property):
                return _members.OfProperty(property, frame, cancellation);
            case IInstanceReferenceOperation reference when Patterns.Input(reference) is { } tested:
                return new Hop(null, null, [new(tested, frame)]);
            case ICoalesceOperation coalesce:
                return OneOf(frame, coalesce.Value, coalesce.WhenNull);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return OneOf(frame, conditional.WhenTrue, otherwise);
            case ISwitchExpressionOperation choice:
                return OneOf(frame, [.. choice.Arms.Select(arm => arm.Value)]);
            case ICoalesceAssignmentOperation assignment:
                return new Hop(null, null, [new(assignment.Target, frame), new(assignment.Value, frame)]);
            case ISimpleAssignmentOperation assignment:
                return new Hop(null, null, [new(assignment.Value, frame)]);
            case IConditionalAccessInstanceOperation instance when instance.Receiver() is { } receiver:
                return new Hop(null, null, [new(receiver, frame)]);
            case IConditionalAccessOperation access:
                return new Hop(null, null, [new(access.WhenNotNull, frame)]);
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } invocation:
                return OfDelegate(called, invocation, frame, cancellation);
            case IInvocationOperation invocation when Services.Asked(invocation, frame) is var (type, key) && _services.Of(frame.Resolve(type), key, cancellation) is { IsEmpty: false } registered:
                return new Hop(null, "registered " + type.Name, registered);
            case IPropertyReferenceOperation or IObjectCreationOperation or IInvocationOperation when TaskValues.Of(operation, frame) is { IsEmpty: false } inner:
                return new Hop(null, null, inner);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IInvocationOperation when _chosen.Of(operation, frame, cancellation) is { } element:
                return element;
            case IInvocationOperation cache when CachedValues.Of(cache, frame, _delegates, cancellation) is { IsEmpty: false } cached:
                return new Hop(null, cache.TargetMethod.Name + "()", cached);
            case IInvocationOperation invocation:
                return OfCall(invocation, frame, cancellation);
            case IConversionOperation or IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation when Operators.Of(operation) is { } declared:
                return _methods.Returns(declared, frame, cancellation) is { IsEmpty: false } results ? new Hop(null, Operators.Name(declared.Target), results) : null;
            case IInvalidOperation unbound when _methods.Returns(unbound, frame, cancellation) is { IsEmpty: false } meant:
                return new Hop(null, UnboundCall.Step, meant);
            default:
                return null;
        }
    }

    /// <summary>One of several values; where a branch throws there is none.</summary>
    private static Hop OneOf(Frame frame, params ImmutableArray<IOperation> values) => new(null, null, [.. values.Where(value => value.Bare() is not IThrowOperation).Select(value => new Place(value, frame))]);

    private Hop? OfCall(IInvocationOperation invocation, Frame frame, CancellationToken cancellation)
    {
        var (returned, on, tooMany) = _methods.Returns(invocation, frame, cancellation);
        var unknown = tooMany is not null ? "the result of " + tooMany : on is not null and not ITypeParameterSymbol && !returned.IsEmpty ? $"{Unknowns.Describe(invocation)} of {Unknowns.Describe(on)}" : null;
        return returned.IsEmpty && unknown is null ? null : new Hop(null, invocation.TargetMethod.Name() + "()", returned, unknown, on);
    }

    private Hop? OfLazy(IOperation lazy, Frame frame, CancellationToken cancellation)
    {
        var sources = _objects.Trace(new Place(lazy, frame), cancellation).Creations
            .SelectMany(made => made.Operation.Arguments.Where(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate)
                .SelectMany(argument => _delegates.Returns(new Place(argument.Value, made.Frame), [], cancellation)))
            .ToImmutableArray();
        return sources.IsEmpty ? OfUnboundLazy(lazy, frame, cancellation) : new Hop(null, null, sources);
    }

    /// <summary>The same for a value whose type isn't there: then the creation doesn't bind, and its text says what the function gives.</summary>
    private Hop? OfUnboundLazy(IOperation lazy, Frame frame, CancellationToken cancellation)
    {
        lazy = lazy.Bare();
        if (lazy is not IInvalidOperation)
        {
            return Next(lazy, frame, cancellation) is { Sources: [var source] } ? OfUnboundLazy(source.Operation, source.Frame, cancellation) : null;
        }

        return lazy is { Syntax: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } body } }, ..] }, SemanticModel: { } model } && model.GetOperation(body, cancellation) is { } made
            ? new Hop(null, UnboundCall.Step, [new(made, frame)])
            : null;
    }

    private Hop? OfDelegate(IOperation called, IInvocationOperation invocation, Frame frame, CancellationToken cancellation) =>
        frame.Depth <= Limits.CallDepth
        && _delegates.Returns(new Place(called, frame), [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => new Place(argument.Value, frame))], cancellation) is { IsEmpty: false } found
            ? new Hop(null, null, found)
            : null;

    private static bool IsSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;
}
