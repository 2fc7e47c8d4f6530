using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One hop of <see cref="ValueFlow"/>.</summary>
/// <param name="Variable">The variable that the value went through; null if none.</param>
/// <param name="Step">How a person would say it; null if it needs no saying.</param>
/// <param name="Sources">Where the value comes from.</param>
/// <param name="Unknown">What else it may come from that nobody here knows: the end of a sentence.</param>
/// <param name="On">The parameter that the unknown came through: its callers know more.</param>
internal sealed record Hop(ISymbol? Variable, string? Step, ImmutableArray<Place> Sources, string? Unknown = null, ISymbol? On = null);

/// <summary>
/// Goes one step back from the use of a value to what made it: a variable's writes, a choice's branches, a helper's return values. Text, clients and
/// messages are all followed by this; what it doesn't know is for them to judge.
/// </summary>
internal sealed class ValueFlow
{
    private readonly MethodBodies _methods;
    private readonly Dispatch _dispatch;
    private readonly Calls _calls;
    private readonly TypeKeyedValues _typeKeyed;
    private readonly Delegates _delegates;
    private readonly Services _services;
    private readonly LambdaParameters _lambdas;
    private readonly ConcurrentDictionary<SyntaxNode, BodyIndex> _bodyIndexes = new();

    public ValueFlow(MemberWrites members, MethodBodies methods, Dispatch dispatch, Calls calls, Objects objects, TypeKeyedValues typeKeyed, Services services, LambdaParameters lambdas)
    {
        Members = members;
        Objects = objects;
        _methods = methods;
        _dispatch = dispatch;
        _calls = calls;
        _typeKeyed = typeKeyed;
        _delegates = new Delegates(methods, dispatch, calls) { Next = Next };
        _services = services;
        _lambdas = lambdas;
        objects.Next = Next;
        typeKeyed.Next = Next;
        Tuples.Next = Next;
    }

    public TupleValues Tuples { get; } = new();

    public MemberWrites Members { get; }

    public Objects Objects { get; }

    public BodyIndex BodyOf(IOperation operation)
    {
        var root = operation.Root();
        return _bodyIndexes.GetOrAdd(root.Syntax, _ => new BodyIndex(root));
    }

    /// <summary>The one body that a call runs, and the frame it runs in; null if it isn't here, or may be one of several.</summary>
    public Place? BodyRunBy(IInvocationOperation call, Frame frame, CancellationToken cancellation) =>
        frame.Depth <= Limits.CallDepth && _dispatch.Of(Call.Of(call), frame, cancellation) is { On: null, Bodies: [{ Member: IMethodSymbol target } body] } && _methods.BodyOf(target, cancellation) is { } root
            ? new Place(root, _calls.Enter(Call.Of(call), body, frame))
            : null;

    /// <summary>The next step back; null if the operation isn't one that hands a value on.</summary>
    public Hop? Next(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return OfLocal(local, frame, cancellation);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter, frame, cancellation);
            case IFieldReferenceOperation { Instance: { } tuple } field when TupleValues.PositionOf(field.Field) is >= 0 and var position:
                return Tuples.ElementsOf(new(tuple, frame), [position], cancellation) is { IsEmpty: false } elements ? new Hop(null, null, elements) : null;
            case IFieldReferenceOperation field when IsSource(field.Field):
                return OfMember(field, field.Instance, field.Field, "field " + field.Field.Name(), frame, cancellation);
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "Lazy", Arity: 1 } }, Instance: { } lazy }:
                return OfLazy(lazy, frame, cancellation);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary, Arguments: [var key] } when TypeKeyedValues.Is(dictionary.Type):
                return _typeKeyed.Read(dictionary, key.Value, frame, cancellation);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property when IsSource(property.Property):
                return OfProperty(property, frame, cancellation);
            case ICoalesceOperation coalesce:
                return new Hop(null, null, [new(coalesce.Value, frame), new(coalesce.WhenNull, frame)]);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return new Hop(null, null, [new(conditional.WhenTrue, frame), new(otherwise, frame)]);
            case ISwitchExpressionOperation choice:
                return new Hop(null, null, [.. choice.Arms.Where(arm => arm.Value.Bare() is not IThrowOperation).Select(arm => new Place(arm.Value, frame))]);
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
            case IInvocationOperation invocation when Services.Asked(invocation) is var (type, key) && _services.Of(frame.Resolve(type), key, cancellation) is { IsEmpty: false } registered:
                return new Hop(null, "registered " + type.Name, registered);
            case IPropertyReferenceOperation or IObjectCreationOperation or IInvocationOperation when TaskValues.Of(operation, frame) is { IsEmpty: false } inner:
                return new Hop(null, null, inner);
            case IInvocationOperation invocation when _methods.Returns(invocation, frame, cancellation) is var (returned, on) && !returned.IsEmpty:
                return new Hop(null, invocation.TargetMethod.Name() + "()", returned, on is null ? null : $"{Unknowns.Describe(invocation)} of {Unknowns.Describe(on)}", on);
            default:
                return null;
        }
    }

    private Hop? OfLocal(ILocalReferenceOperation local, Frame frame, CancellationToken cancellation)
    {
        if (local.Local.HasConstantValue)
        {
            return null;
        }

        return OfWrites(local.Local, "local " + local.Local.Name, ReachingWrites.Of(BodyOf(local).WritesTo(local.Local), local.Syntax, out _), frame, cancellation);
    }

    /// <summary>Null if the parameter is only what the caller, who isn't known, gave.</summary>
    private Hop? OfParameter(IParameterReferenceOperation use, Frame frame, CancellationToken cancellation)
    {
        var parameter = use.Parameter;
        var writes = ReachingWrites.Of(BodyOf(use).WritesTo(parameter), use.Syntax, out var asPassed);
        var hop = OfWrites(parameter, null, writes, frame, cancellation);
        if (!asPassed)
        {
            return hop;
        }

        if (frame.Arguments.TryGetValue(parameter, out var argument))
        {
            return hop with { Sources = hop.Sources.Insert(0, argument) };
        }

        if (Objects.Given(parameter, frame, cancellation) is { IsEmpty: false } given)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, given), Step = "new " + parameter.ContainingType.Name };
        }

        if (_lambdas.Given(use, frame, cancellation) is { IsEmpty: false } handed)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, handed) };
        }

        if (Injects(parameter) && _services.Of(parameter.Type, Services.KeyOf(parameter), cancellation) is { IsEmpty: false } injected)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, injected), Step = "registered " + parameter.Type.Name };
        }

        return writes.IsEmpty ? null : hop with { Unknown = Unknowns.Describe(use), On = parameter };
    }

    /// <summary>True if the container may give the parameter its value: that of a constructor, or of a function that is mapped to a route.</summary>
    private static bool Injects(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.AnonymousFunction or MethodKind.LocalFunction }
        || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    private Hop? OfProperty(IPropertyReferenceOperation property, Frame frame, CancellationToken cancellation)
    {
        var symbol = property.Property;
        var step = "property " + symbol.Name();
        var sources = ImmutableArray.CreateBuilder<Place>();
        var (bodies, on) = _dispatch.Of(symbol, property.Instance, property, frame, cancellation);
        foreach (var body in bodies)
        {
            var returned = _methods.Returns(property, body, frame, cancellation);
            if (!returned.IsEmpty)
            {
                sources.AddRange(returned);
            }
            else if (OfMember(property, property.Instance, body.Member, step, body.Type is null ? frame : frame.Of(null, body.Type), cancellation) is { } hop)
            {
                if (sources.Count == 0 && hop.Unknown is not null)
                {
                    return hop;
                }

                sources.AddRange(hop.Sources);
            }
        }

        return sources.Count == 0 ? null : new Hop(symbol, step, sources.ToImmutable(), on is null ? null : $"{Unknowns.Describe(property)} of {Unknowns.Describe(on)}", on);
    }

    /// <summary>A field or auto-property: what is set on this object, else what its class sets.</summary>
    private Hop? OfMember(IMemberReferenceOperation use, IOperation? instance, ISymbol member, string step, Frame frame, CancellationToken cancellation)
    {
        if (member.IsStatic || instance is null)
        {
            return OfClass(use, member, step, frame, cancellation);
        }

        var isThis = instance.Bare() is IInstanceReferenceOperation;
        if (!isThis && CopyOf(new Place(instance, frame), cancellation) is { Operation: IWithOperation copy, Frame: var inside })
        {
            return Initialised(copy.Initializer, member) is { } changed
                ? new Hop(member, step, [new(changed, inside)])
                : OfMember(use, copy.Operand, member, step, inside, cancellation);
        }

        if (!isThis && instance.Variable() is ILocalSymbol or IParameterSymbol
            && ReachingWrites.Of(BodyOf(instance).WritesTo(instance.Variable()!, member.Name), instance.Syntax, out var mayBeUnset) is { IsEmpty: false } set && !mayBeUnset)
        {
            return OfWrites(member, step, set, frame, cancellation);
        }

        var (self, type) = _calls.Instance(instance, use, frame);
        var traced = self is { } place ? Objects.Trace(place, cancellation) : TracedObject.Nowhere;
        var sources = ImmutableArray.CreateBuilder<Place>();
        var isSet = traced.Creations.Count(creation => SetOn(creation, member, sources)) == traced.Creations.Length;
        if (sources.Count > 0 && isSet)
        {
            return new Hop(member, step, sources.ToImmutable());
        }

        // An inherited member is one of the class that reads it, or of one derived from that.
        var within = isThis && (frame.ThisType is not null || Declarations.Same(type, member.ContainingType)) ? frame : frame.Of(self, type);
        if (OfClass(use, member, step, within, cancellation) is { } ofClass)
        {
            return ofClass with { Sources = ofClass.Sources.InsertRange(0, sources), On = ofClass.On ?? traced.On };
        }

        return sources.Count > 0 ? new Hop(member, step, sources.ToImmutable())
            : traced.On is { } on ? new Hop(null, null, [], $"{Unknowns.Describe(use)} of {Unknowns.Describe(on)}", on)
            : null;
    }

    /// <summary>What is set on an object after it was created, else in its initialiser. False if it may be unset by both.</summary>
    private bool SetOn(Creation creation, ISymbol member, ImmutableArray<Place>.Builder sources)
    {
        foreach (var (use, frame) in creation.Through)
        {
            var writes = ReachingWrites.Of(BodyOf(use).WritesTo(use.Variable()!, member.Name), use.Syntax, out var mayBeUnset);
            sources.AddRange(writes.Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, frame)));
            if (!writes.IsEmpty && !mayBeUnset)
            {
                return true;
            }
        }

        if (Initialised(creation.Operation.Initializer, member) is not { } value)
        {
            return false;
        }

        sources.Add(new Place(value, creation.Frame));
        return true;
    }

    private Hop? OfClass(IOperation use, ISymbol member, string step, Frame frame, CancellationToken cancellation)
    {
        if (Positional(member, cancellation) is { } parameter)
        {
            return Objects.Given(parameter, frame, cancellation) is { IsEmpty: false } given ? new Hop(member, step, given) : null;
        }

        var writes = Members.WritesTo(member, _calls.EnclosingType(use), cancellation);
        return writes.IsEmpty ? null : OfWrites(member, step, writes, frame, cancellation);
    }

    /// <summary>The constructor's parameter that a positional record's property shows; null if the property is none.</summary>
    private static IParameterSymbol? Positional(ISymbol member, CancellationToken cancellation) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax(cancellation) is ParameterSyntax syntax
            ? member.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.Any(declared => declared.Span == syntax.Span && declared.SyntaxTree == syntax.SyntaxTree))
            : null;

    /// <summary>The <c>with</c> that made an object, where there is no other way to it.</summary>
    private Place? CopyOf(Place place, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Limits.Hops; depth++)
        {
            var operation = place.Operation.Bare();
            if (operation is IWithOperation)
            {
                return place with { Operation = operation };
            }

            // Only variables hand an object on as it is.
            if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation) || Next(operation, place.Frame, cancellation) is not { Sources: [var source] })
            {
                return null;
            }

            place = source;
        }

        return null;
    }

    private static IOperation? Initialised(IObjectOrCollectionInitializerOperation? initializer, ISymbol member) => initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member: { } target } && target.Name == member.Name)?.Value;

    private Hop? OfLazy(IOperation lazy, Frame frame, CancellationToken cancellation)
    {
        var sources = Objects.Trace(new Place(lazy, frame), cancellation).Creations
            .SelectMany(made => made.Operation.Arguments.Where(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate)
                .SelectMany(argument => _delegates.Returns(new Place(argument.Value, made.Frame), [], cancellation)))
            .ToImmutableArray();
        return sources.IsEmpty ? null : new Hop(null, null, sources);
    }

    private Hop? OfDelegate(IOperation called, IInvocationOperation invocation, Frame frame, CancellationToken cancellation) =>
        frame.Depth <= Limits.CallDepth
        && _delegates.Returns(new Place(called, frame), [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => new Place(argument.Value, frame))], cancellation) is { IsEmpty: false } found
            ? new Hop(null, null, found)
            : null;

    private Hop OfWrites(ISymbol variable, string? step, ImmutableArray<Write> writes, Frame frame, CancellationToken cancellation)
    {
        if (writes is [{ Value: null, Operation: IArgumentOperation argument }] && OfOut(argument, frame, cancellation) is { } given)
        {
            return given with { Variable = variable, Step = given.Step ?? step };
        }

        var known = ImmutableArray.CreateBuilder<Place>();
        IOperation? unknown = null;
        foreach (var write in writes)
        {
            var places = write.Value is null ? [] : write.Path.IsEmpty ? [new Place(write.Value, frame)] : Tuples.ElementsOf(new Place(write.Value, frame), write.Path, cancellation);
            known.AddRange(places);
            unknown ??= places.IsEmpty ? write.Operation : null;
        }

        return new Hop(variable, step, known.ToImmutable(), unknown is null ? null : $"'{variable.Name}' is set by {Describe(unknown)}");
    }

    /// <summary>What a method gives back through <c>out</c>: a value kept by type, or what its body assigns.</summary>
    public Hop? OfOut(IArgumentOperation argument, Frame frame, CancellationToken cancellation)
    {
        if (argument is not { Parameter: { RefKind: RefKind.Out } parameter, Parent: IInvocationOperation call } || frame.Depth > Limits.CallDepth)
        {
            return null;
        }

        if (call is { TargetMethod.Name: "TryGetValue", Instance: { } dictionary, Arguments: [var key, _] } && TypeKeyedValues.Is(dictionary.Type))
        {
            return _typeKeyed.Read(dictionary, key.Value, frame, cancellation);
        }

        var sources = ImmutableArray.CreateBuilder<Place>();
        foreach (var body in _dispatch.Of(Call.Of(call), frame, cancellation).Bodies)
        {
            if (body.Member is IMethodSymbol target && _methods.BodyOf(target, cancellation) is { } root && parameter.Ordinal < target.Parameters.Length)
            {
                var inside = _calls.Enter(Call.Of(call), body, frame);
                sources.AddRange(BodyOf(root).WritesTo(target.Parameters[parameter.Ordinal]).Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, inside)));
            }
        }

        return sources.Count == 0 ? null : new Hop(null, call.TargetMethod.Name() + "()", sources.ToImmutable());
    }

    private static string Describe(IOperation write) => write switch
    {
        IForEachLoopOperation => "a foreach loop",
        IArgumentOperation argument => "the call of " + (argument.Parameter?.ContainingSymbol.Name() ?? "a method"),
        _ => "a deconstruction",
    };

    private static bool IsSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;
}
