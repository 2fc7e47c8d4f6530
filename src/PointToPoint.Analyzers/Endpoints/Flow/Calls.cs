using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Puts the arguments of a call in for the parameters of the body it runs.</summary>
internal sealed class Calls(CodeBase code)
{
    /// <summary>The frame in which a body runs that is called from <paramref name="frame"/>.</summary>
    public Frame Enter(Call call, Implementation body, Frame frame)
    {
        var target = (IMethodSymbol)body.Member;
        var called = call.Target;
        var (instance, type) = called.MethodKind == MethodKind.LocalFunction ? (frame.This, frame.ThisType) : Instance(call.Instance, call.Operation, frame);
        return frame.Call(
            // By position: an interface's parameter and its implementation's are two symbols.
            call.Arguments.Where(argument => argument.Ordinal < target.Parameters.Length)
                .Select(argument => new KeyValuePair<ISymbol, Place>(target.Parameters[argument.Ordinal], new Place(argument.Value, frame))),
            [.. Pairs(target.TypeParameters, called.TypeArguments, frame), .. OfContainingType(called.ContainingType, target.ContainingType, frame), .. OfContainingType(called.ContainingType, body.Type, frame)],
            instance,
            body.Type ?? type,
            captures: target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction,
            new Place(call.Operation, frame));
    }

    /// <summary>The frame of a base class's constructor that runs without anybody saying so.</summary>
    public static Frame Enter(IMethodSymbol constructor, Frame frame) => frame.Call(
        [], OfContainingType(frame.ThisType is { } type ? BaseTypes(type).FirstOrDefault(above => Declarations.Same(above, constructor.ContainingType)) : null, constructor.ContainingType, frame), frame.This, frame.ThisType, captures: false);

    /// <summary>What the type parameters of a class stand for in one that derives from it.</summary>
    public static IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> TypeArguments(INamedTypeSymbol of, INamedTypeSymbol derived) =>
        BaseTypes(derived).FirstOrDefault(above => Declarations.Same(above, of)) is { } seen ? Pairs(of.OriginalDefinition.TypeParameters, seen.TypeArguments, Frame.Root) : [];

    /// <summary>What a class's own type parameters stand for, as it is named or as a frame says.</summary>
    public static IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> OwnTypeArguments(INamedTypeSymbol type, Frame frame) => Pairs(type.OriginalDefinition.TypeParameters, type.TypeArguments, frame);

    /// <summary>The frame with what the type parameters of the class that declares a member stand for, as its use says: <c>Options</c> of a <c>Base&lt;ErpOptions&gt;</c>.</summary>
    public static Frame Declaring(IOperation use, Frame frame) => use is IMemberReferenceOperation { Member: { IsStatic: false, ContainingType: { Arity: > 0 } type } } && Pairs(type.OriginalDefinition.TypeParameters, type.TypeArguments, frame).ToList() is { Count: > 0 } pairs
        ? frame.WithTypes(pairs)
        : frame;

    /// <summary>The frame in which a property's getter runs.</summary>
    public Frame Enter(IPropertyReferenceOperation read, Implementation body, Frame frame)
    {
        var (instance, type) = Instance(read.Instance, read, frame);
        return frame.Call(Keys(read, (IPropertySymbol)body.Member, frame), OfContainingType(read.Property.ContainingType, body.Member.ContainingType, frame), instance, body.Type ?? type, captures: false);
    }

    /// <summary>What an indexer is given: its getter has parameters of its own.</summary>
    private static IEnumerable<KeyValuePair<ISymbol, Place>> Keys(IPropertyReferenceOperation read, IPropertySymbol indexer, Frame frame) =>
        from argument in read.Arguments
        where argument.Parameter is not null
        from parameters in new[] { indexer.Parameters, indexer.GetMethod?.Parameters ?? [] }
        where argument.Parameter!.Ordinal < parameters.Length
        select new KeyValuePair<ISymbol, Place>(parameters[argument.Parameter!.Ordinal], new Place(argument.Value, frame));

    /// <summary>The frame of a constructor.</summary>
    public static Frame Enter(IObjectCreationOperation creation, IMethodSymbol constructor, Frame frame) => frame.Call(
        Arguments(creation.Arguments, constructor.OriginalDefinition, frame),
        creation.Type is INamedTypeSymbol type ? OfContainingType(type, type.OriginalDefinition, frame) : [],
        new Place(creation, frame),
        creation.Type as INamedTypeSymbol,
        captures: false);

    /// <summary>The frame of the constructor that <c>: base(…)</c> or <c>: this(…)</c> runs, within that of the constructor that says so.</summary>
    public static Frame Enter(IInvocationOperation initializer, Frame frame) => frame.Call(
        Arguments(initializer.Arguments, initializer.TargetMethod.OriginalDefinition, frame),
        OfContainingType(initializer.TargetMethod.ContainingType, initializer.TargetMethod.ContainingType.OriginalDefinition, frame),
        frame.This,
        frame.ThisType,
        captures: false);

    /// <summary>The object that a member is read of.</summary>
    public (Place? Instance, INamedTypeSymbol? Type) Instance(IOperation? instance, IOperation use, Frame frame) => instance?.Bare() switch
    {
        null => (null, null),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => (frame.This, frame.ThisType ?? EnclosingType(use)),
        { Type: var type } other => (new Place(other, frame), type is not null && frame.Resolve(type) is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } named ? named : null),
    };

    public INamedTypeSymbol? EnclosingType(IOperation use)
    {
        var declaration = use.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>();
        return declaration is null ? null : code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration) as INamedTypeSymbol;
    }

    private static IEnumerable<KeyValuePair<ISymbol, Place>> Arguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol target, Frame frame)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < target.Parameters.Length)
            {
                yield return new(target.Parameters[parameter.Ordinal], new Place(argument.Value, frame));
            }
        }
    }

    private static IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> Pairs(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments, Frame frame)
    {
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            var argument = frame.Resolve(arguments[i]);
            if (!Declarations.Same(argument, parameters[i]))
            {
                yield return new(parameters[i], argument);
            }
        }
    }

    /// <summary>What the type parameters of the class that holds the body stand for, as the type that was called says.</summary>
    private static IEnumerable<KeyValuePair<ISymbol, ITypeSymbol>> OfContainingType(INamedTypeSymbol? called, INamedTypeSymbol? target, Frame frame)
    {
        if (called is null || target is null || called.TypeArguments.IsEmpty || target.TypeParameters.IsEmpty)
        {
            return [];
        }

        target = target.OriginalDefinition;
        if (Declarations.Same(called, target))
        {
            return Pairs(target.TypeParameters, called.TypeArguments, frame);
        }

        // class Client<TEntity> : IClient<TEntity>: the interface's arguments are those of the class.
        var seen = target.AllInterfaces.Concat(BaseTypes(target)).FirstOrDefault(candidate => Declarations.Same(candidate, called));
        if (seen is null)
        {
            return [];
        }

        var pairs = new List<KeyValuePair<ISymbol, ITypeSymbol>>();
        for (var i = 0; i < seen.TypeArguments.Length && i < called.TypeArguments.Length; i++)
        {
            if (seen.TypeArguments[i] is ITypeParameterSymbol parameter && frame.Resolve(called.TypeArguments[i]) is var argument && !Declarations.Same(argument, parameter))
            {
                pairs.Add(new(parameter, argument));
            }
        }

        return pairs;
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var next = type.BaseType; next is not null; next = next.BaseType)
        {
            yield return next;
        }
    }
}
