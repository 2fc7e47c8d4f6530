using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Where a value is looked at from: what the parameters and type parameters of the methods on the way stand for, and which object is <c>this</c>. A
/// class, not a record: two frames of equal content are two calls.
/// </summary>
internal sealed class Frame
{
    /// <summary>No caller is known: parameters are what they are.</summary>
    public static readonly Frame Root = new();

    /// <summary>There are callers of callers that are no more looked at.</summary>
    public static readonly Frame Cut = new() { CutBy = $"whose callers have more than {Limits.CallerDepth} times callers of their own to choose from" };

    /// <summary>The same for a chain of single callers.</summary>
    public static readonly Frame CutOff = new() { CutBy = $"whose callers are more than {Limits.Hops} methods away" };

    /// <summary>The same, and texts that functions are called with are left to who calls them.</summary>
    public static readonly Frame Unapplied = new() { LeavesFunctions = true, LeavesState = true };

    /// <summary>What the parameters stand for, and the variables of loops in one round of theirs.</summary>
    public ImmutableDictionary<ISymbol, Place> Arguments { get; private set; } = Empty<Place>.Map;

    /// <summary>Key and value of the entries that variables of loops over dictionaries stand for.</summary>
    public ImmutableDictionary<ISymbol, (Place Key, Place Value)> Entries { get; private set; } = Empty<(Place Key, Place Value)>.Map;

    /// <summary>The keys of the configuration sections that variables of loops over child sections stand for.</summary>
    public ImmutableDictionary<ISymbol, string> Sections { get; private set; } = Empty<string>.Map;

    /// <summary>What the type parameters stand for.</summary>
    public ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments { get; private set; } = Empty<ITypeSymbol>.Map;

    /// <summary>What variables hold at one place of a body that is being run; see <see cref="At"/>.</summary>
    public ImmutableDictionary<ISymbol, TextValue> Values { get; private set; } = Empty<TextValue>.Map;

    /// <summary>The code that <see cref="Values"/> are true for: what stands elsewhere saw other values.</summary>
    public SyntaxNode? Within { get; private set; }

    /// <summary>The object that <c>this</c> is, as the caller names it; null if it isn't known.</summary>
    public Place? This { get; private set; }

    /// <summary>The class that <c>this</c> is of; null if it isn't known.</summary>
    public INamedTypeSymbol? ThisType { get; private set; }

    /// <summary>True if <c>this</c> is of that class, and of none that derives from it.</summary>
    public bool IsExact { get; private set; }

    /// <summary>True if the texts that a lambda is called with are not looked for.</summary>
    public bool LeavesFunctions { get; private set; }

    /// <summary>True if what methods set that are called on the object is left to who calls them.</summary>
    public bool LeavesState { get; private set; }

    /// <summary>The limit that was hit on the way to who calls, as the end of a sentence; null if none was.</summary>
    public string? CutBy { get; private set; }

    /// <summary>The call that runs the code, or the method around the function that it is; null if it isn't known.</summary>
    public Place? Caller { get; private set; }

    /// <summary>The parameter whose callers the code is one of, where what all of them give is looked at together; null if there is no other.</summary>
    public ISymbol? Among { get; private set; }

    /// <summary>How many calls deep this frame is.</summary>
    public int Depth { get; private set; }

    /// <summary>The same code, of an object.</summary>
    public Frame Of(Place? instance, INamedTypeSymbol? type)
    {
        var frame = Copy();
        frame.This = instance;
        frame.ThisType = type;
        frame.IsExact = IsExact && Declarations.Same(type, ThisType);
        return frame;
    }

    /// <summary>The same code, of an object of just this class.</summary>
    public Frame OfJust(INamedTypeSymbol type, IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> typeArguments)
    {
        var frame = Of(null, type);
        frame.TypeArguments = TypeArguments.SetItems(typeArguments);
        frame.IsExact = true;
        return frame;
    }

    /// <summary>The same code, where type parameters stand for these types.</summary>
    public Frame WithTypes(IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> typeArguments)
    {
        var frame = Copy();
        frame.TypeArguments = TypeArguments.SetItems(typeArguments);
        return frame;
    }

    /// <summary>The same code, where nobody says what these parameters stand for.</summary>
    public Frame Without(IEnumerable<ISymbol> parameters)
    {
        var frame = Copy();
        frame.Arguments = Arguments.RemoveRange(parameters);
        return frame;
    }

    /// <summary>The same code at a place where its variables hold these values.</summary>
    public Frame At(SyntaxNode within, ImmutableDictionary<ISymbol, TextValue> values)
    {
        var frame = Copy();
        frame.Values = values;
        frame.Within = within;
        return frame;
    }

    /// <summary>The same code with variables of its loops standing for elements.</summary>
    public Frame With(IEnumerable<KeyValuePair<ISymbol, Place>> elements)
    {
        var frame = Copy();
        frame.Arguments = Arguments.SetItems(elements);
        return frame;
    }

    /// <summary>The same code with a variable of its loops standing for an entry of a dictionary.</summary>
    public Frame WithEntry(ISymbol variable, Place key, Place value)
    {
        var frame = Copy();
        frame.Entries = Entries.SetItem(variable, (key, value));
        return frame;
    }

    /// <summary>The same code with a variable of its loops standing for a section of configuration.</summary>
    public Frame WithSection(ISymbol variable, string key)
    {
        var frame = Copy();
        frame.Sections = Sections.SetItem(variable, key);
        return frame;
    }

    /// <summary>The same code with the parameter of a lambda standing for an element.</summary>
    public Frame With(IAnonymousFunctionOperation lambda, Element element, TextEvaluator evaluator, Evaluation evaluation) => lambda.Symbol.Parameters switch
    {
        [] => this,
        [var parameter, ..] => element.Place is { } place ? With([new(parameter, place)]) : At(lambda.Syntax, Values.SetItem(parameter, element.Evaluate(evaluator, evaluation))),
    };

    /// <summary>The same code, as what one of the callers gives that say what a parameter is.</summary>
    public Frame OneOf(ISymbol parameter)
    {
        var frame = Copy();
        frame.Among = parameter;
        return frame;
    }

    /// <summary>The same code with one more parameter standing for something.</summary>
    public Frame With(IParameterSymbol parameter, Place place) => With([new(parameter, place)]);

    /// <summary>What a variable holds where it is read; null if no run of the body says.</summary>
    public TextValue? ValueOf(ISymbol variable, SyntaxNode use) =>
        Within is { } within && within.SyntaxTree == use.SyntaxTree && within.Span.Contains(use.Span) && Values.TryGetValue(variable, out var value) ? value : null;

    /// <summary>A call deeper.</summary>
    public Frame Call(
        IEnumerable<KeyValuePair<ISymbol, Place>> arguments, IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> typeArguments, Place? instance, INamedTypeSymbol? type, bool captures, Place? caller = null)
    {
        var frame = captures ? Copy() : new Frame();
        frame.Arguments = frame.Arguments.SetItems(arguments);
        frame.TypeArguments = frame.TypeArguments.SetItems(typeArguments);
        frame.This = instance;
        frame.ThisType = type is null ? null : (INamedTypeSymbol)frame.Resolve(type.IsUnboundGenericType ? type.OriginalDefinition : type);
        frame.IsExact = IsExact && Declarations.Same(type, ThisType);
        frame.LeavesState = LeavesState && instance is null;
        frame.Caller = caller ?? frame.Caller;
        frame.Among = Among;
        frame.Depth = Depth + 1;
        return frame;
    }

    /// <summary>True if the same calls run the code.</summary>
    public bool IsOfSameCall(Frame other) => Caller is { } caller ? other.Caller is { } others && caller.Operation.Syntax == others.Operation.Syntax && caller.Frame.IsOfSameCall(others.Frame) : other.Caller is null;

    /// <summary>What a type is here: a type parameter's argument, if it is known, and a type that is made of such with their arguments.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type) => type switch
    {
        _ when TypeArguments.IsEmpty => type,
        ITypeParameterSymbol => TypeArguments.TryGetValue(type, out var argument) ? argument : type,
        INamedTypeSymbol { Arity: > 0, IsUnboundGenericType: false, IsTupleType: false } named when Declarations.ParameterIn(named) is not null =>
            named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Resolve)]),
        _ => type,
    };

    private Frame Copy() => (Frame)MemberwiseClone();

    /// <summary>The map with nothing in it, of which one is enough: frames are made by the thousand.</summary>
    private static class Empty<T>
    {
        public static readonly ImmutableDictionary<ISymbol, T> Map = ImmutableDictionary.Create<ISymbol, T>(Declarations.Comparer);
    }
}

/// <summary>An operation together with the frame in which its parameters mean something.</summary>
internal readonly record struct Place(IOperation Operation, Frame Frame);
