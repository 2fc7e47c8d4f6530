using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One write to a variable: where it stands, and the value written; null if that can't be told (<c>out</c>, <c>foreach</c>).</summary>
/// <param name="Operation">Where it stands.</param>
/// <param name="Value">The value; of a deconstruction the whole that is taken apart.</param>
/// <param name="Path">Where in the value it is, by position after position; empty if it is the value itself.</param>
internal sealed record Write(IOperation Operation, IOperation? Value, ImmutableArray<int> Path)
{
    public Write(IOperation operation, IOperation? value)
        : this(operation, value, [])
    {
    }

    /// <summary>What the parameters around it stand for; null if it is what they do at the read.</summary>
    public Frame? Frame { get; init; }

    /// <summary>The body it was found in; null for what was found otherwise.</summary>
    public BodyIndex? Body { get; init; }
}

/// <summary>The writes of one body, by local, and by member of its own object; and the writes to properties of a variable (<c>message.RequestUri = …</c>), by variable.</summary>
internal sealed class BodyIndex
{
    private readonly Dictionary<ISymbol, List<Write>> _variables = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Write>> _conditional = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _changes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<Write>> _calls = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<string>> _locals;
    private readonly List<IInvocationOperation> _ownCalls = [];
    private readonly Dictionary<ISymbol, List<IArgumentOperation>> _handed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IArgumentOperation>> _handedParts = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Variable, string Property), List<Write>> _properties = new(new VariableComparer());

    public BodyIndex(IOperation root)
    {
        _locals = new(() => new(_variables.Keys.OfType<ILocalSymbol>().Select(local => local.Name), StringComparer.Ordinal));
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation invocation && invocation.Receiver()?.Variable() is { } receiver)
            {
                Add(_calls, receiver, new Write(invocation, invocation));
            }

            switch (operation)
            {
                case IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } own:
                    _ownCalls.Add(own);
                    break;
                case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                    AddWrite(declarator.Symbol, new Write(declarator, initializer.Value));
                    break;
                case IVariableDeclaratorOperation { Parent.Parent: not IForEachLoopOperation, Initializer: null, Parent: IVariableDeclarationOperation { Initializer: { } shared } } declarator:
                    AddWrite(declarator.Symbol, new Write(declarator, shared.Value));
                    break;
                case ISimpleAssignmentOperation assignment:
                    AddTarget(assignment.Target, new Write(assignment, assignment.Value));
                    break;
                case ICompoundAssignmentOperation assignment:
                    AddTarget(assignment.Target, new Write(assignment, assignment));
                    break;
                case ICoalesceAssignmentOperation assignment:
                    AddTarget(assignment.Target, new Write(assignment, assignment));
                    break;
                case IIncrementOrDecrementOperation step:
                    AddTarget(step.Target, new Write(step, step));
                    break;
                case IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local } } call when call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Remove" or "RemoveAt" or "Clear" or "Reverse":
                    Add(_changes, local, call);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                    AddTarget(argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value, new Write(argument, null));
                    break;
                case IArgumentOperation { Value: var value } argument when value.Bare() is ILocalReferenceOperation or IParameterReferenceOperation
                    && value.Bare().Type is { TypeKind: TypeKind.Class or TypeKind.TypeParameter, DeclaringSyntaxReferences.IsEmpty: false }:
                    Add(_handed, value.Variable()!, argument);
                    break;
                case IArgumentOperation { Value: var value } argument when value.Bare() is IMemberReferenceOperation { Type: { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } } && MemberPath.Of(value) is { } part:
                    Add(_handedParts, part.Root, argument);
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    foreach (var (target, path) in TupleValues.Targets(deconstruction.Target, []))
                    {
                        AddTarget(target, new Write(deconstruction, deconstruction.Value, path));
                    }

                    break;
                case IForEachLoopOperation loop:
                    foreach (var local in loop.Locals)
                    {
                        AddWrite(local, new Write(loop, null));
                    }

                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                    AddWrite(declared, new Write(pattern, Patterns.Tested(pattern)));
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } declared } pattern:
                    AddWrite(declared, new Write(pattern, Patterns.Tested(pattern)));
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    IsBroken = true;
                    break;
            }
        }
    }

    /// <summary>True if a <c>goto</c> breaks the structure of the body.</summary>
    public bool IsBroken { get; }

    public ImmutableArray<Write> WritesTo(ISymbol variable) => _variables.TryGetValue(variable, out var writes) ? [.. writes] : [];

    /// <summary>True if a local of this name is written.</summary>
    public bool HasLocal(string name) => _locals.Value.Contains(name);

    /// <summary>The writes that stand in a loop or under a condition. A variable that is used again and again has thousands of others.</summary>
    public ImmutableArray<Write> ConditionalWritesTo(ISymbol variable) => !_variables.TryGetValue(variable, out var writes) ? []
        : _conditional.TryGetValue(variable, out var known) ? known
        : _conditional.GetOrAdd(variable, [.. writes.Where(write => Branches.IsConditional(write.Operation.Syntax))]);

    public ImmutableArray<Write> WritesTo(ISymbol variable, string property) => _properties.TryGetValue((variable, property), out var writes) ? [.. writes] : [];

    /// <summary>What changes the collection that a local holds: calls of its own methods, and writes to its elements.</summary>
    public ImmutableArray<IOperation> ChangesOf(ISymbol variable) => _changes.TryGetValue(variable, out var changes) ? [.. changes] : [];

    /// <summary>The calls that are made on the object in a variable.</summary>
    public ImmutableArray<Write> CallsOn(ISymbol variable) => _calls.TryGetValue(variable, out var calls) ? [.. calls] : [];

    /// <summary>The calls that the object makes on itself.</summary>
    public IReadOnlyCollection<IInvocationOperation> CallsOnThis => _ownCalls;

    /// <summary>The arguments that hand the object in a variable to other code, which may set something on it.</summary>
    public ImmutableArray<IArgumentOperation> HandedOn(ISymbol variable) => _handed.TryGetValue(variable, out var arguments) ? [.. arguments] : [];

    /// <summary>The arguments that hand on a part of the object in a variable: <c>Fill(options.Api)</c>.</summary>
    public ImmutableArray<IArgumentOperation> HandedPartsOf(ISymbol variable) => _handedParts.TryGetValue(variable, out var arguments) ? [.. arguments] : [];

    private void AddTarget(IOperation target, Write write)
    {
        write = write with { Body = this };
        switch (target.Bare())
        {
            case ILocalReferenceOperation local:
                AddWrite(local.Local, write);
                break;
            case IParameterReferenceOperation parameter:
                AddWrite(parameter.Parameter, write);
                break;
            case IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array }:
                Add(_changes, array.Local, write.Operation);
                break;
            case IPropertyReferenceOperation { Instance: ILocalReferenceOperation indexed, Property.IsIndexer: true }:
                Add(_changes, indexed.Local, write.Operation);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: false } property when instance.Variable() is { } variable:
                Add(_properties, (variable, property.Property.Name), write.Path.IsEmpty ? write : write with { Value = null, Path = [] });
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } when ((IMemberReferenceOperation)target.Bare()) is { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } own:
                AddWrite(own.Member, write);
                break;
            case IFieldReferenceOperation { Instance: { } instance } field when instance.Variable() is { } variable:
                Add(_properties, (variable, field.Field.Name), write.Path.IsEmpty ? write : write with { Value = null, Path = [] });
                break;
            case IInvalidOperation { Syntax: MemberAccessExpressionSyntax access } invalid when invalid.ChildOperations.FirstOrDefault()?.Variable() is { } variable:
                // The variable's type is one of a missing package.
                Add(_properties, (variable, access.Name.Identifier.ValueText), write);
                break;
        }
    }

    private void AddWrite(ISymbol variable, Write write) => Add(_variables, variable, write.Body is null ? write with { Body = this } : write);

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> index, TKey key, TValue write)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var writes))
        {
            index.Add(key, writes = []);
        }

        writes.Add(write);
    }

    private sealed class VariableComparer : IEqualityComparer<(ISymbol Variable, string Property)>
    {
        public bool Equals((ISymbol Variable, string Property) x, (ISymbol Variable, string Property) y) =>
            x.Property == y.Property && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((ISymbol Variable, string Property) obj) =>
            (SymbolEqualityComparer.Default.GetHashCode(obj.Variable) * 397) ^ StringComparer.Ordinal.GetHashCode(obj.Property);
    }
}
