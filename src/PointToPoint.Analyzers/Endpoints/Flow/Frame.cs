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

    /// <summary>The same, and texts that functions are called with are left to who calls them.</summary>
    public static readonly Frame Unapplied = new() { LeavesFunctions = true };

    /// <summary>What the parameters stand for.</summary>
    public ImmutableDictionary<ISymbol, Place> Arguments { get; private init; } = ImmutableDictionary.Create<ISymbol, Place>(Declarations.Comparer);

    /// <summary>What the type parameters stand for.</summary>
    public ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments { get; private init; } = ImmutableDictionary.Create<ISymbol, ITypeSymbol>(Declarations.Comparer);

    /// <summary>What variables hold at one place of a body that is being run; see <see cref="At"/>.</summary>
    public ImmutableDictionary<ISymbol, TextValue> Values { get; private init; } = ImmutableDictionary.Create<ISymbol, TextValue>(Declarations.Comparer);

    /// <summary>The code that <see cref="Values"/> are true for: what stands elsewhere saw other values.</summary>
    public SyntaxNode? Within { get; private init; }

    /// <summary>The object that <c>this</c> is, as the caller names it; null if it isn't known.</summary>
    public Place? This { get; private init; }

    /// <summary>The class that <c>this</c> is of; null if it isn't known.</summary>
    public INamedTypeSymbol? ThisType { get; private init; }

    /// <summary>True if <c>this</c> is of that class, and of none that derives from it.</summary>
    public bool IsExact { get; private init; }

    /// <summary>True if the texts that a lambda is called with are not looked for.</summary>
    public bool LeavesFunctions { get; private init; }

    /// <summary>The call that runs the code; null if it isn't known.</summary>
    public Place? Caller { get; private init; }

    /// <summary>How many calls deep this frame is.</summary>
    public int Depth { get; private init; }

    /// <summary>The same code, of an object.</summary>
    public Frame Of(Place? instance, INamedTypeSymbol? type) => new()
    {
        Arguments = Arguments,
        TypeArguments = TypeArguments,
        Values = Values,
        Within = Within,
        This = instance,
        ThisType = type,
        IsExact = IsExact && Declarations.Same(type, ThisType),
        LeavesFunctions = LeavesFunctions,
        Caller = Caller,
        Depth = Depth,
    };

    /// <summary>The same code, of an object of just this class.</summary>
    public Frame OfJust(INamedTypeSymbol type, IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> typeArguments) => new()
    {
        Arguments = Arguments,
        TypeArguments = TypeArguments.SetItems(typeArguments),
        Values = Values,
        Within = Within,
        ThisType = type,
        IsExact = true,
        LeavesFunctions = LeavesFunctions,
        Caller = Caller,
        Depth = Depth,
    };

    /// <summary>The same code, where nobody says what these parameters stand for.</summary>
    public Frame Without(IEnumerable<ISymbol> parameters) => Arguments.RemoveRange(parameters) is var rest && rest == Arguments ? this : new()
    {
        Arguments = rest,
        TypeArguments = TypeArguments,
        Values = Values,
        Within = Within,
        This = This,
        ThisType = ThisType,
        IsExact = IsExact,
        LeavesFunctions = LeavesFunctions,
        Caller = Caller,
        Depth = Depth,
    };

    /// <summary>The same code at a place where its variables hold these values.</summary>
    public Frame At(SyntaxNode within, ImmutableDictionary<ISymbol, TextValue> values) => new()
    {
        Arguments = Arguments,
        TypeArguments = TypeArguments,
        Values = values,
        Within = within,
        This = This,
        ThisType = ThisType,
        IsExact = IsExact,
        LeavesFunctions = LeavesFunctions,
        Caller = Caller,
        Depth = Depth,
    };

    /// <summary>The same code with the parameter of a lambda standing for an element.</summary>
    public Frame With(IAnonymousFunctionOperation lambda, Element element, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (lambda.Symbol.Parameters.Length == 0)
        {
            return this;
        }

        var parameter = lambda.Symbol.Parameters[0];
        return element.Place is { } place
            ? new() { Arguments = Arguments.SetItem(parameter, place), TypeArguments = TypeArguments, Values = Values, Within = Within, This = This, ThisType = ThisType, IsExact = IsExact, LeavesFunctions = LeavesFunctions, Caller = Caller, Depth = Depth }
            : At(lambda.Syntax, Values.SetItem(parameter, element.Evaluate(evaluator, evaluation)));
    }

    /// <summary>What a variable holds where it is read; null if no run of the body says.</summary>
    public TextValue? ValueOf(ISymbol variable, SyntaxNode use) =>
        Within is { } within && within.SyntaxTree == use.SyntaxTree && within.Span.Contains(use.Span) && Values.TryGetValue(variable, out var value) ? value : null;

    /// <summary>A call deeper.</summary>
    public Frame Call(
        IEnumerable<KeyValuePair<ISymbol, Place>> arguments, IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> typeArguments, Place? instance, INamedTypeSymbol? type, bool captures, Place? caller = null) => new()
        {
            Arguments = (captures ? Arguments : Root.Arguments).SetItems(arguments),
            TypeArguments = (captures ? TypeArguments : Root.TypeArguments).SetItems(typeArguments),
            Values = captures ? Values : Root.Values,
            Within = captures ? Within : null,
            This = instance,
            ThisType = type,
            IsExact = IsExact && Declarations.Same(type, ThisType),
            LeavesFunctions = captures && LeavesFunctions,
            Caller = caller,
            Depth = Depth + 1,
        };

    /// <summary>What a type is here: a type parameter's argument, if it is known.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type) => type is ITypeParameterSymbol && TypeArguments.TryGetValue(type, out var argument) ? argument : type;
}

/// <summary>An operation together with the frame in which its parameters mean something.</summary>
internal readonly record struct Place(IOperation Operation, Frame Frame);
