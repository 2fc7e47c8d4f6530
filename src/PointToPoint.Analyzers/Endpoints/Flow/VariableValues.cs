using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a local or a parameter holds where it is read: what was written to it, what was passed for it, what the container gives it.</summary>
internal sealed class VariableValues(CallSites sites, BodyIndexes indexes, WrittenValues written, Objects objects, LambdaParameters lambdas, ElementPlaces elements, Services services, TypeConditions types, RegisteredKeys keys, MemberWrites members, PassedObjects passed)
{
    public Hop? Of(ILocalReferenceOperation local, Frame frame, CancellationToken cancellation)
    {
        if (local.Local.HasConstantValue)
        {
            return null;
        }

        if (frame.Arguments.TryGetValue(local.Local, out var element))
        {
            return new Hop(local.Local, (indexes.Of(local).WritesTo(local.Local).Any(write => write.Operation is IForEachLoopOperation) ? "foreach " : "local ") + local.Local.Name, [element]);
        }

        var writes = ReachingWrites.Of(indexes.Of(local).WritesTo(local.Local), local.Syntax, out _);
        ITypeParameterSymbol? on = null;
        if (writes.Length > 1)
        {
            writes = writes.RemoveAll(write => types.Excludes(write, local.Syntax, frame, ref on, cancellation));
        }

        if (writes.Any(IsCounted))
        {
            return new Hop(local.Local, null, [], $"'{local.Local.Name}', which is counted in a loop");
        }

        var hop = written.Of(local.Local, "local " + local.Local.Name, writes, frame, cancellation);
        return hop.Unknown is null && on is not null ? hop with { On = on } : hop;
    }

    /// <summary>Null if the parameter is only what the caller, who isn't known, gave.</summary>
    public Hop? Of(IParameterReferenceOperation use, Frame frame, CancellationToken cancellation)
    {
        var parameter = use.Parameter;
        var writes = ReachingWrites.Of(indexes.Of(use).WritesTo(parameter), use.Syntax, out var asPassed);
        var hop = written.Of(parameter, null, writes, frame, cancellation);
        if (!asPassed)
        {
            return hop;
        }

        if (frame.Arguments.TryGetValue(parameter, out var argument))
        {
            return hop with { Sources = hop.Sources.Insert(0, argument) };
        }

        if (Told(parameter, frame, cancellation) is var (teller, seen))
        {
            // What other objects were made with is no answer: the method's callers know which one they pass.
            return hop with { Sources = hop.Sources.InsertRange(0, seen), Unknown = $"{Unknowns.Describe(use)} of {Unknowns.Describe(teller)}", On = teller };
        }

        if (objects.Given(parameter, frame, cancellation) is { IsEmpty: false } given)
        {
            // Of those for several type arguments, whoever says which one is meant.
            return hop with { Sources = hop.Sources.InsertRange(0, given), Step = "new " + parameter.ContainingType.Name, On = hop.On ?? (given.Length > 1 ? Declarations.ParameterIn(frame.Resolve(frame.ThisType ?? parameter.ContainingType)) : null) };
        }

        if (!(frame.LeavesFunctions && IsAddress(parameter.Type)) && lambdas.Given(use, frame, cancellation) is { IsEmpty: false } handed)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, handed) };
        }

        if (EachCalls.CollectionOf(use) is { } collection)
        {
            return elements.Of(new Place(collection, frame), cancellation) is { IsEmpty: false } listed
                ? hop with { Sources = hop.Sources.InsertRange(0, listed), Step = "each " + parameter.Name }
                : writes.IsEmpty ? null : hop with { Unknown = Unknowns.Describe(use), On = parameter };
        }

        if (RegisteredKeys.IsKey(parameter) && parameter.ContainingSymbol is { ContainingType: { } keyed } && keys.Of(keyed, frame, cancellation) is { IsEmpty: false } asked)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, asked), Step = "service key" };
        }

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, IsStatic: true, AssociatedSymbol: IPropertySymbol { IsIndexer: false } shared } && SetTo(shared, cancellation) is { IsEmpty: false } set)
        {
            return hop with { Sources = hop.Sources.InsertRange(0, set), Step = "property " + shared.Name() };
        }

        if ((Injection.Gives(parameter) || IsOfHandler(parameter, cancellation)) && services.Of(frame.Resolve(parameter.Type), ServiceKeys.Of(parameter), cancellation) is { IsEmpty: false } injected)
        {
            // Of those for several type arguments, whoever says which one is meant.
            return hop with { Sources = hop.Sources.InsertRange(0, injected), Step = "registered " + parameter.Type.Name, On = hop.On ?? (injected.Length > 1 ? Declarations.ParameterIn(frame.Resolve(parameter.Type)) : null) };
        }

        return writes.IsEmpty ? null : hop with { Unknown = Unknowns.Describe(use), On = parameter };
    }

    /// <summary>True for what a framework gives its handlers, as middleware's <c>InvokeAsync</c> and functions mapped to routes: nothing else calls the method, so what is registered for the type is what it gets.</summary>
    private bool IsOfHandler(IParameterSymbol parameter, CancellationToken cancellation) =>
        parameter is { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None }, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, IsExtensionMethod: false } method }
        && !method.Parameters.Any(other => other.Type.Name.EndsWith("ServiceCollection", StringComparison.Ordinal) || other.Type.Name.EndsWith("Builder", StringComparison.Ordinal))
        && !sites.IsCalled(method, cancellation);

    /// <summary>What code sets a property to that all share, and whose setter says where it is kept.</summary>
    private ImmutableArray<Place> SetTo(IPropertySymbol property, CancellationToken cancellation) =>
        [.. members.WritesTo(property, null, cancellation).Where(write => write is { Value: not null, Path.IsEmpty: true }).Select(write => new Place(write.Value!, Frame.Root)).Take(Limits.Alternatives)];

    /// <summary>
    /// The parameter that an object came through whose constructor was given an address, and what that was where the object is seen to be made: <c>class Request(string root) { public string Url => root + "/orders"; }</c>.
    /// Null if nobody is seen to pass one.
    /// </summary>
    private (IParameterSymbol Teller, ImmutableArray<Place> Seen)? Told(IParameterSymbol parameter, Frame frame, CancellationToken cancellation) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && IsAddress(parameter.Type) && frame.This is { } self
            && objects.Trace(self, cancellation) is var traced && passed.Teller(traced, cancellation) is { } teller
            ? (teller, traced.Creations.IsEmpty ? [] : objects.Given(parameter, frame, cancellation))
            : null;

    /// <summary>True for what an address may be given as: a text, a Uri, a message.</summary>
    public static bool IsAddress(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name is nameof(Uri) or "HttpRequestMessage";

    /// <summary>True if a write counts rounds: what it started from is one value of many.</summary>
    private static bool IsCounted(Write write) => write.Operation is IIncrementOrDecrementOperation && ReachingWrites.IsInLoop(write.Operation.Syntax);
}
