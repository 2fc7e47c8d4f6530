using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a field or a property holds where it is read: what its getter returns, what is set on its object, what its class sets.</summary>
internal sealed class MemberValues(ClassWrites classes, BodyIndexes indexes, WrittenValues written, SetMembers set, ObjectState state, CreatedMembers created, Objects objects, Chains chains, MemberWrites members, MethodBodies methods, Dispatch dispatch, Calls calls, PassedObjects passed, OwnObjects own)
{
    public Hop? OfProperty(IPropertyReferenceOperation property, Frame frame, CancellationToken cancellation)
    {
        var symbol = property.Property;
        var step = "property " + symbol.Name();
        var sources = ImmutableArray.CreateBuilder<Place>();
        var (bodies, on, tooMany) = dispatch.Of(symbol, property.Instance, property, frame, cancellation);
        if (tooMany is not null)
        {
            return new Hop(symbol, null, [], tooMany, on);
        }

        foreach (var body in bodies)
        {
            var returned = methods.Returns(property, body, frame, cancellation);
            if (!returned.IsEmpty)
            {
                sources.AddRange(returned);
            }
            else if (OfMember(property, property.Instance, body.Member, step, body.Type is null || property.Instance?.Bare() is not IInstanceReferenceOperation ? frame : frame.Of(null, body.Type), body.Type, cancellation) is { } hop)
            {
                if (sources.Count == 0 && hop.Unknown is not null)
                {
                    return hop;
                }

                sources.AddRange(hop.Sources);
                on ??= hop.On as ITypeParameterSymbol;
            }
        }

        return sources.Count == 0 ? null
            : new Hop(symbol, step, sources.ToImmutable(), on is null or ITypeParameterSymbol ? null : $"{Unknowns.Describe(property)} of {Unknowns.Describe(on)}", on);
    }

    /// <summary>A field or auto-property: what is set on this object, else what its class sets.</summary>
    public Hop? OfMember(IMemberReferenceOperation use, IOperation? instance, ISymbol member, string step, Frame frame, CancellationToken cancellation) => OfMember(use, instance, member, step, frame, null, cancellation);

    /// <param name="use">Reads the member.</param>
    /// <param name="instance">The object that it is read of; null for what all share.</param>
    /// <param name="member">The member that holds the value: of a class, where an interface's is read.</param>
    /// <param name="step">How a person would say it.</param>
    /// <param name="frame">What the instance is seen from: the class of that object is none of this frame's.</param>
    /// <param name="of">The object's class, where that is known better than it is declared; null if it isn't.</param>
    /// <param name="cancellation">Stops it.</param>
    private Hop? OfMember(IMemberReferenceOperation use, IOperation? instance, ISymbol member, string step, Frame frame, INamedTypeSymbol? of, CancellationToken cancellation)
    {
        if (member.IsStatic || instance is null)
        {
            return OfClass(use, member, step, frame, isChained: false, TracedObject.Nowhere, cancellation);
        }

        var isThis = instance.Bare() is IInstanceReferenceOperation;
        if (IsCopyable(member) && (isThis ? frame.This : new Place(instance, frame)) is { } holder && state.CopyOf(holder, cancellation) is { Operation: IWithOperation copy, Frame: var copied })
        {
            return ObjectState.Initialised(copy.Initializer, member) is { } changed
                ? new Hop(member, step, [new(changed, copied)])
                : OfMember(use, copy.Operand, member, step, copied, of, cancellation);
        }

        if (!isThis && instance.Variable() is ILocalSymbol or IParameterSymbol)
        {
            if (ReachingWrites.Of(indexes.Of(instance).WritesTo(instance.Variable()!, member.Name), instance.Syntax, out var mayBeUnset) is { IsEmpty: false } writes && !mayBeUnset
                && indexes.Of(instance).HandedOn(instance.Variable()!).IsEmpty)
            {
                return written.Of(member, step, writes, frame, cancellation);
            }

            if (set.Of(instance.Bare(), member, frame, cancellation, out mayBeUnset) is { IsEmpty: false } values && !mayBeUnset)
            {
                return new Hop(member, step, values);
            }
        }

        if (!isThis && MemberPath.Of(instance) is { } held && set.Of(held with { Members = held.Members.Add(member) }, frame, cancellation, out var mayBeOther) is { IsEmpty: false } parts && !mayBeOther)
        {
            return new Hop(member, step, parts);
        }

        var (self, type) = calls.Instance(instance, use, frame);
        type = isThis ? type : of ?? type;
        var traced = self is { } place ? objects.Trace(place, cancellation) : TracedObject.Nowhere;
        var sources = ImmutableArray.CreateBuilder<Place>();
        var isSet = traced.Creations.Count(creation => state.SetOn(creation, member, sources, cancellation)) == traced.Creations.Length;
        var shared = classes.WritesToShared(instance, member, use, frame, cancellation);
        sources.AddRange(shared.Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, write.Frame ?? Frame.Root)));
        if (sources.Count > 0 && isSet)
        {
            return new Hop(member, step, sources.ToImmutable()) { On = traced.IsWhole ? traced.On : null };
        }

        if (isThis && frame.This is null)
        {
            sources.AddRange(created.Of(member, type, out var isSetOnEach, cancellation));
            if (isSetOnEach)
            {
                // What it was before is gone; what methods of the class set later may be there.
                var later = classes.WritesTo(member, use, type, frame, cancellation).Where(write => write.Operation is IAssignmentOperation && write.Operation.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null).ToImmutableArray();
                return written.Of(member, step, later, frame, cancellation) is var hop ? hop with { Sources = hop.Sources.InsertRange(0, sources) } : null;
            }
        }

        // Declared as the base class, created as the one whose constructor says what the member is.
        var isMade = traced is { IsWhole: true, Creations: [{ Operation.Type: INamedTypeSymbol made }] } && Objects.Derives(made, member.ContainingType) && !Declarations.Same(made, type);
        type = isMade ? (INamedTypeSymbol)traced.Creations[0].Operation.Type! : type;
        if (passed.Teller(traced, cancellation) is { } teller && passed.IsOfObject(member, cancellation))
        {
            // What other objects hold is no answer: the method's callers know which one they pass.
            var known = traced.Creations.IsEmpty ? null : OfClass(use, member, step, frame.Of(self, type), chains.IsClosed(traced), traced, cancellation);
            return new Hop(null, null, [.. sources, .. known?.Sources ?? []], $"{Unknowns.Describe(use)} of {Unknowns.Describe(teller)}", teller);
        }

        // An inherited member is one of the class that reads it, or of one derived from that.
        var within = isThis && !isMade && (frame.ThisType is not null || Declarations.Same(type, member.ContainingType)) ? frame : frame.Of(self, type);
        if (OfClass(use, member, step, within, chains.IsClosed(traced), traced, cancellation) is { } ofClass && !(ofClass.Sources is [{ Operation: var start }] && sources.Count > 0 && MemberWrites.IsEmpty(start)))
        {
            return ofClass with { Sources = ofClass.Sources.InsertRange(0, sources), On = ofClass.On ?? traced.On };
        }

        return sources.Count > 0 ? new Hop(member, step, sources.ToImmutable()) { On = traced.IsWhole ? traced.On : null }
            : traced.On is { } on ? new Hop(null, null, [], $"{Unknowns.Describe(use)} of {Unknowns.Describe(on)}", on)
            : null;
    }

    private Hop? OfClass(IOperation use, ISymbol member, string step, Frame frame, bool isChained, TracedObject traced, CancellationToken cancellation)
    {
        if (PassedObjects.Positional(member, cancellation) is { } parameter)
        {
            return objects.Given(parameter, frame, cancellation) is { IsEmpty: false } given
                ? new Hop(member, step, given) { On = given.Length > 1 ? Declarations.ParameterIn(frame.Resolve(frame.ThisType ?? parameter.ContainingType)) : null }
                : null;
        }

        var writes = Standing(use, member, frame, traced, cancellation);
        if (isChained && writes.Any(Chains.IsInLink))
        {
            // The links that the object went through have said what they set; it is what it was made with, else.
            writes = writes.RemoveAll(Chains.IsInLink);
            writes = writes.IsEmpty ? [.. members.Initial(member, cancellation)] : writes;
        }

        writes = Near(use, member) is { IsEmpty: false } near ? NearWrites.Of(near, writes, use) : writes;
        return writes.IsEmpty ? null : written.Of(member, step, writes, Calls.Declaring(use, frame), cancellation);
    }

    /// <summary>
    /// True for a member that is sure to hold nothing but its type's default yet: of an object whose every change is seen, none of which has set it. <c>FullUri => _changed ?? new Uri(_url)</c>,
    /// as long as nothing has changed; <c>IgnoresRoot</c>, which this request doesn't ask for.
    /// </summary>
    public bool IsUnset(IMemberReferenceOperation use, Frame frame, CancellationToken cancellation)
    {
        if (use is not { Member: { IsStatic: false } member, Instance: { } instance } || !Declarations.IsStored(member) || calls.Instance(instance, use, frame) is not ({ } self, _)
            || objects.Trace(self, cancellation) is not { } traced || !own.Is(traced))
        {
            return false;
        }

        var set = ImmutableArray.CreateBuilder<Place>();
        ISymbol? over = member is IFieldSymbol field ? members.PropertyOver(field, cancellation) : null;
        return !traced.Creations.Any(creation => state.SetOn(creation, member, set, cancellation) || (over is not null && state.SetOn(creation, over, set, cancellation))) && set.Count == 0
            && Standing(use, member, instance.Bare() is IInstanceReferenceOperation ? frame : frame.Of(self, null), traced, cancellation).IsEmpty;
    }

    /// <summary>What its class may have written to a member of an object.</summary>
    private ImmutableArray<Write> Standing(IOperation use, ISymbol member, Frame frame, TracedObject traced, CancellationToken cancellation) =>
        own.WithoutUncalled(passed.WithoutOthers(classes.WritesTo(member, use, calls.EnclosingType(use), frame, cancellation), traced, cancellation), traced, use, cancellation);

    /// <summary>What the body that reads a member of its own object, or one that all share, writes to it.</summary>
    private ImmutableArray<Write> Near(IOperation use, ISymbol member) =>
        use is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Member: var read } && Declarations.Same(read, member)
            ? indexes.Of(use).WritesTo(read)
            : [];

    /// <summary>True for a member of what <c>with</c> makes copies of.</summary>
    private static bool IsCopyable(ISymbol member) => member.ContainingType is { IsRecord: true } or { TypeKind: TypeKind.Struct or TypeKind.Interface };
}
