using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Values kept under a type: <c>urls[typeof(T)] = url</c>, <c>urls.Add(typeof(T), url)</c>. A read with the same type argument gets what was stored with it, by
/// whatever method of the code's own that takes it: <c>AddClient&lt;Order&gt;(address)</c>.
/// </summary>
internal sealed class TypeKeyedValues(CodeBase code, CallSites sites)
{
    private readonly Lazy<ImmutableArray<Entry>> _writes = new(
        () => [.. code.Trees.SelectMany(pair => pair.Facts.Sites.KeyedWrites, (pair, span) => Bind(code, pair.Tree, span)).OfType<Entry>()],
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>True if a dictionary is kept by type.</summary>
    public static bool Is(ITypeSymbol? dictionary) => dictionary is INamedTypeSymbol { TypeArguments: [{ Name: nameof(Type) }, _] };

    /// <summary>What is stored under a key.</summary>
    public Hop? Read(IOperation dictionary, IOperation key, Frame frame, CancellationToken cancellation)
    {
        var type = TypeOf(key, frame, 0, cancellation);
        if (type is null)
        {
            return null;
        }

        if (type is ITypeParameterSymbol)
        {
            return new Hop(null, null, [], $"a value kept by type '{type.Name}'", type);
        }

        var store = new Store();
        Follow(dictionary, frame, store, 0, cancellation);
        var values = ImmutableArray.CreateBuilder<Place>();
        foreach (var write in _writes.Value)
        {
            var target = new Store();
            Follow(write.Dictionary, Frame.Root, target, 0, cancellation);
            if (!store.Overlaps(target))
            {
                continue;
            }

            var frames = sites.Enclosing(write.Value) is { } method ? sites.Frames(method, cancellation) : [Frame.Root];
            values.AddRange(frames.Where(inside => TypeOf(write.Key, inside, 0, cancellation) is { } stored && Declarations.Same(stored, type))
                .Select(inside => new Place(write.Value, inside)));
        }

        return values.Count == 0 ? null : new Hop(null, $"value of {type.Name}", values.ToImmutable());
    }

    private ITypeSymbol? TypeOf(IOperation key, Frame frame, int depth, CancellationToken cancellation)
    {
        key = key.Bare();
        if (key is ITypeOfOperation { TypeOperand: var operand })
        {
            return frame.Resolve(operand);
        }

        if (key is IInvocationOperation { TargetMethod: { Name: nameof(GetType), ContainingType.SpecialType: SpecialType.System_Object }, Instance.Type: { } held })
        {
            return frame.Resolve(held);
        }

        return depth < Limits.Hops && Next(key, frame, cancellation) is { Sources: [var source] } ? TypeOf(source.Operation, source.Frame, depth + 1, cancellation) : null;
    }

    /// <summary>Every variable that holds the same dictionary on its way here, and where it is created.</summary>
    private void Follow(IOperation dictionary, Frame frame, Store found, int depth, CancellationToken cancellation)
    {
        dictionary = dictionary.Bare();
        if (dictionary is IObjectCreationOperation creation)
        {
            found.Creations.Add(dictionary.Syntax);
            if (creation.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => Is(argument.Bare().Type)) is { } copied && depth < Limits.Hops)
            {
                Follow(copied, frame, found, depth + 1, cancellation);
            }

            return;
        }

        if (dictionary is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "ToFrozenDictionary" or "ToImmutableDictionary" or "ToDictionary" or "AsReadOnly" } } copy && copy.Receiver() is { } original && Is(original.Bare().Type)
            && depth < Limits.Hops)
        {
            Follow(original, frame, found, depth + 1, cancellation);
            return;
        }

        if (dictionary.Variable() is { } variable && !found.Variables.Add(variable))
        {
            return;
        }

        if (depth < Limits.Hops && Next(dictionary, frame, cancellation) is { } hop)
        {
            foreach (var source in hop.Sources)
            {
                Follow(source.Operation, source.Frame, found, depth + 1, cancellation);
            }
        }
    }

    private static Entry? Bind(CodeBase code, SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<SyntaxNode>(node => node.Span == span && node is InvocationExpressionSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax);
        return node is null || !MayBeByType(node) ? null : OperationAt(node, code) switch
        {
            IInvocationOperation { Instance: { } dictionary, Arguments.Length: 2 } add when Is(dictionary.Type) => new Entry(Created(dictionary), add.Arguments[0].Value, add.Arguments[1].Value),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary, Arguments: [var key] } } assignment when Is(dictionary.Type) =>
                new Entry(Created(dictionary), key.Value, assignment.Value),
            _ => null,
        };
    }

    /// <summary>An element of an initialiser is a call of Add that only the creation knows.</summary>
    private static IOperation? OperationAt(SyntaxNode node, CodeBase code) => node is InitializerExpressionSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation }
        ? (code.OperationAt(creation, CancellationToken.None) as IObjectCreationOperation)?.Initializer?.Initializers.FirstOrDefault(element => element.Syntax == node)
        : code.OperationAt(node, CancellationToken.None);

    /// <summary>In an initialiser the dictionary is the one that is being created.</summary>
    private static IOperation Created(IOperation dictionary)
    {
        var parent = dictionary is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } ? dictionary.Parent : null;
        while (parent is not null and not IObjectCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent ?? dictionary;
    }

    /// <summary>A key that is written as a literal or made of text is no type: most dictionaries are done with here, without binding.</summary>
    private static bool MayBeByType(SyntaxNode node)
    {
        var key = node switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments[0].Expression,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [var argument] } } => argument.Expression,
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var argument] } } => argument.Expression,
            InitializerExpressionSyntax { Expressions: [var first, _] } => first,
            _ => null,
        };
        return key is TypeOfExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax;
    }

    private sealed record Entry(IOperation Dictionary, IOperation Key, IOperation Value);

    /// <summary>What is known of one dictionary: two that share anything are one.</summary>
    private sealed class Store
    {
        public HashSet<ISymbol> Variables { get; } = new(Declarations.Comparer);

        public HashSet<SyntaxNode> Creations { get; } = [];

        public bool Overlaps(Store other) => Variables.Overlaps(other.Variables) || Creations.Overlaps(other.Creations);
    }
}
