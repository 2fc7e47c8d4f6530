using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Where an object was created, as far as that can be followed.</summary>
/// <param name="Creations">The creations.</param>
/// <param name="On">The parameter that it came through, where nobody here says what is passed.</param>
/// <param name="IsWhole">True if it comes from nowhere else.</param>
/// <param name="Declared">The types of what it comes from else, as declared there; null among them if that isn't known of all.</param>
internal sealed record TracedObject(ImmutableArray<Creation> Creations, ISymbol? On, bool IsWhole, ImmutableArray<ITypeSymbol?> Declared)
{
    public static readonly TracedObject Nowhere = new([], null, IsWhole: false, [null]);

    /// <summary>True if all that wasn't created here is given out by the container, for the type that it is declared as.</summary>
    public bool IsInjected { get; init; }
}

/// <summary>One creation of an object.</summary>
/// <param name="Operation">The creation.</param>
/// <param name="Frame">The frame it stands in.</param>
/// <param name="Through">The locals and parameters that held the object on its way to its use, and the methods of its own that gave it back as <c>this</c>, the last first: what is set on them is set on it.</param>
internal sealed record Creation(IObjectCreationOperation Operation, Frame Frame, ImmutableArray<Place> Through)
{
    /// <summary>True if something else held it, which others may reach: a field, a list, the container.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>Follows objects back to where they were created, and says what their constructors were given.</summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class Objects(CallSites sites, Creators creators, CodeBase code, OpenQuestions open)
#pragma warning restore CA1001
{
    private readonly ThreadLocal<Work> _work = new(() => new Work());

    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    public TracedObject Trace(Place place, CancellationToken cancellation)
    {
        // Following an object may ask for another object, which may ask for the first one.
        var work = _work.Value!;
        if (open.IsLeft(work.Nested >= Limits.Hops))
        {
            return TracedObject.Nowhere;
        }

        work.Steps = work.Nested == 0 ? 0 : work.Steps;
        work.Nested++;
        try
        {
            return Trace(place.Operation, place.Frame, [], isHeld: false, 0, work, cancellation);
        }
        finally
        {
            work.Nested--;
        }
    }

    private TracedObject Trace(IOperation operation, Frame frame, ImmutableArray<Place> through, bool isHeld, int depth, Work work, CancellationToken cancellation)
    {
        operation = operation.Bare();
        if (operation is IObjectCreationOperation creation)
        {
            return new TracedObject([new Creation(creation, frame, through) { IsHeld = isHeld }], null, IsWhole: true, []);
        }

        if (depth >= Limits.Hops || open.IsLeft(++work.Steps > Limits.Steps))
        {
            return TracedObject.Nowhere;
        }

        if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
        {
            // A method that gives its object back may have set something on it.
            return frame.This is { } self && self.Operation.Syntax != operation.Syntax ? Trace(self.Operation, self.Frame, through.Add(new Place(operation, frame)), isHeld, depth + 1, work, cancellation) : TracedObject.Nowhere;
        }

        if (Next(operation, frame, cancellation) is not { } hop)
        {
            var on = operation is IParameterReferenceOperation { Parameter: var parameter } && !frame.Arguments.ContainsKey(parameter) ? parameter : null;
            return TracedObject.Nowhere with { On = on, Declared = [operation.Type is { } type ? frame.Resolve(type) : null], IsInjected = Injection.IsOf(operation) };
        }

        if (operation is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            through = through.Add(new Place(operation, frame));
        }

        isHeld |= operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false }
            or IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation)
            && !(operation is IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } getter } && !Declarations.IsStored(getter));
        var creations = ImmutableArray.CreateBuilder<Creation>();
        var passed = hop.On;
        var declared = ImmutableArray.CreateBuilder<ITypeSymbol?>();
        var isInjected = hop.Unknown is null && hop.Sources.Length is > 0 and <= Limits.Alternatives;
        var isWhole = hop.Unknown is null && hop.Sources.Length is > 0 and <= Limits.Alternatives;
        foreach (var source in hop.Sources.Take(Limits.Alternatives))
        {
            var next = Trace(source.Operation, source.Frame, through, isHeld, depth + 1, work, cancellation);
            creations.AddRange(next.Creations);
            passed ??= next.On;
            isWhole &= next.IsWhole;
            declared.AddRange(next.Declared);
            isInjected &= next.IsWhole || next.IsInjected;
        }

        if (hop.Unknown is not null || hop.Sources.Length is 0 or > Limits.Alternatives)
        {
            declared.Add(null);
        }

        return new TracedObject(creations.ToImmutable(), passed, isWhole, declared.ToImmutable()) { IsInjected = isInjected && !isWhole };
    }

    /// <summary>What a constructor's parameter was given; empty if that isn't known, or by too many.</summary>
    public ImmutableArray<Place> Given(IParameterSymbol parameter, Frame frame, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || frame.Depth > Limits.CallDepth)
        {
            return [];
        }

        var given = ImmutableArray.CreateBuilder<Place>();
        if (frame.This is { } self && Trace(self, cancellation) is { Creations: { IsEmpty: false } creations })
        {
            foreach (var creation in creations)
            {
                if (creation.Operation.Type is INamedTypeSymbol made && frame.ThisType is { TypeKind: TypeKind.Class } of && !Derives(made, of))
                {
                    continue;
                }

                if (creation.Operation.Constructor is { } first && Chain(Calls.Enter(creation.Operation, first, creation.Frame), first, constructor, 0, cancellation) is { } inside
                    && inside.Arguments.TryGetValue(parameter, out var place))
                {
                    given.Add(place);
                }
            }

            if (given.Count > 0)
            {
                return given.ToImmutable();
            }
        }

        if (frame.ThisType is { } type && !Declarations.Same(type, constructor.ContainingType) && Derives(type, constructor.ContainingType))
        {
            // Which object it is isn't known, but of which class: its constructors say what they pass up.
            foreach (var first in type.InstanceConstructors)
            {
                if (Chain(Frame.Root.OfJust(type, Calls.OwnTypeArguments(type, frame)), first, constructor, 0, cancellation) is { } inside && inside.Arguments.TryGetValue(parameter, out var place))
                {
                    given.Add(place);
                }
            }

            return given.Count > Limits.Creations ? [] : given.ToImmutable();
        }

        // Nor is the class: any object that is created with this constructor may be it.
        foreach (var site in sites.Creations(constructor.ContainingType, cancellation))
        {
            var inside = site switch
            {
                IObjectCreationOperation { Constructor: { } called } creation when Declarations.Same(called, constructor) && MayBe(frame.ThisType, constructor.ContainingType) =>
                    Calls.Enter(creation, called, Frame.Root),
                IInvocationOperation initializer when Declarations.Same(initializer.TargetMethod, constructor) && MayRun(initializer, frame.ThisType) =>
                    Calls.Enter(initializer, Frame.Root.Of(null, frame.ThisType)),
                _ => null,
            };
            if (inside is not null && inside.Arguments.TryGetValue(parameter, out var place))
            {
                given.AddRange(creators.Frames(site, place.Operation, cancellation).Where(outer => MayBeOf(site, outer, constructor.ContainingType, frame)).Select(outer => outer == Frame.Root ? place : place with { Frame = outer }));
            }
            else if (site is IInvocationOperation activation && Activation.TypeOf(activation) is { } created && MayBe(frame.ThisType, created) && Activation.Given(activation, constructor, parameter) is { } argument)
            {
                given.Add(new Place(argument, Frame.Root));
            }
            else if (UnboundCreation.Of(site, code, cancellation) is { } unbound && Declarations.Same(unbound.Constructor, constructor)
                && (site.Syntax is BaseObjectCreationExpressionSyntax || MayRun(site, frame.ThisType))
                && unbound.Argument(constructor.Parameters[parameter.Ordinal], code, cancellation) is { } value)
            {
                given.Add(new Place(value, Frame.Root));
            }
        }

        return given.Count > Limits.Creations ? [] : given.Count == 0 && Default(parameter, cancellation) is { } left ? [left] : given.ToImmutable();
    }

    /// <summary>What a parameter is where only the container makes the object: it injects neither texts nor numbers. Null if its declaration doesn't say.</summary>
    private Place? Default(IParameterSymbol parameter, CancellationToken cancellation) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null, DeclaringSyntaxReferences: [var declaration, ..] }
            && declaration.GetSyntax(cancellation) is ParameterSyntax { Default.Value: var written } && code.OperationAt(written, cancellation) is { } value
            ? new Place(value, Frame.Root)
            : null;

    /// <summary>The frame of a constructor that the one that was called runs through <c>: base(…)</c> or <c>: this(…)</c>; null if it doesn't.</summary>
    private Frame? Chain(Frame frame, IMethodSymbol called, IMethodSymbol wanted, int depth, CancellationToken cancellation)
    {
        if (Declarations.Same(called, wanted))
        {
            return frame;
        }

        return depth >= Limits.Hops ? null
            : code.InitializerOf(called, cancellation) is { } initializer ? (initializer is IInvocationOperation bound ? Chain(Calls.Enter(bound, frame), bound.TargetMethod, wanted, depth + 1, cancellation)
                : UnboundCreation.Of(initializer, code, cancellation) is { } meant ? Chain(meant.Enter(frame, code, cancellation), meant.Constructor, wanted, depth + 1, cancellation) : null)
            : called.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.All(parameter => parameter.IsOptional)) is { } unsaid
                ? Chain(Calls.Enter(unsaid, frame), unsaid, wanted, depth + 1, cancellation)
            : null;
    }

    /// <summary>True if a constructor may run when an object is made that a frame knows, or knows the class of.</summary>
    public bool MayRun(IMethodSymbol constructor, Frame frame, CancellationToken cancellation) =>
        frame.This is { } self && Trace(self, cancellation) is { IsWhole: true, Creations: { IsEmpty: false } creations }
            ? creations.Any(creation => creation.Operation.Constructor is not { } first || Chain(Calls.Enter(creation.Operation, first, creation.Frame), first, constructor, 0, cancellation) is not null)
            : MayRunOf(constructor, frame, cancellation);

    private bool MayRunOf(IMethodSymbol constructor, Frame frame, CancellationToken cancellation) =>
        frame.ThisType is not { } type || Declarations.Same(type, constructor.ContainingType) || !Derives(type, constructor.ContainingType)
        || type.InstanceConstructors.Any(first => Chain(Frame.Root.OfJust(type, []), first, constructor, 0, cancellation) is not null);

    /// <summary>True if an object of this class, or of one derived from it, is created there.</summary>
    private static bool MayBe(INamedTypeSymbol? type, INamedTypeSymbol created) => type is null || Derives(created, type);

    /// <summary>False if what is created there has other type arguments than the object that is meant: a <c>Client&lt;Order&gt;</c> is no <c>Client&lt;Customer&gt;</c>.</summary>
    private static bool MayBeOf(IOperation creation, Frame outer, INamedTypeSymbol type, Frame frame)
    {
        var meant = frame.Resolve(Declarations.Same(frame.ThisType, type) ? frame.ThisType! : type.OriginalDefinition);
        return creation is not IObjectCreationOperation { Type: { } created } || !Declarations.Same(created, meant) || Declarations.MayBeSame(outer.Resolve(created), meant);
    }

    /// <summary>True if the constructor that says <c>: base(…)</c> may be one of an object of this class.</summary>
    private bool MayRun(IOperation initializer, INamedTypeSymbol? type) =>
        type is null || initializer.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
        || code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration) is not INamedTypeSymbol declaring
        || Derives(type, declaring) || Derives(declaring, type);

    /// <summary>True for a class itself, and for one above it.</summary>
    public static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            if (Declarations.Same(next, from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What one thread is in the middle of.</summary>
    private sealed class Work
    {
        public int Nested { get; set; }

        public int Steps { get; set; }
    }
}
