using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Where the fields and properties of a type get their values, and the properties of the objects in them (<c>http.BaseAddress = …</c>): found by name
/// in the syntax of the type's declarations, bound only where the name fits.
/// </summary>
internal sealed class MemberWrites(CodeBase code)
{
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, AssignmentExpressionSyntax>> _assignments = new();

    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, ArgumentSyntax>> _references = new();

    private readonly ConcurrentDictionary<ISymbol, IPropertySymbol?> _properties = new(SymbolEqualityComparer.Default);

    /// <summary>The property whose setter puts what it is given into a private field; null if there is none.</summary>
    public IPropertySymbol? PropertyOver(IFieldSymbol field, CancellationToken cancellation) => field is not { DeclaredAccessibility: Accessibility.Private, IsReadOnly: false, IsStatic: false, AssociatedSymbol: null } ? null
        : _properties.TryGetValue(field, out var known) ? known
        : _properties.GetOrAdd(field, field.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => SetterOf(property, cancellation) is { } setter
            && setter.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => NameOf(assignment.Left) == field.Name && assignment.Right is IdentifierNameSyntax { Identifier.ValueText: "value" })));

    /// <summary>The setter as it is written; null if it has no body.</summary>
    public static AccessorDeclarationSyntax? SetterOf(IPropertySymbol property, CancellationToken cancellation) =>
        property.SetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is AccessorDeclarationSyntax accessor && (accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null ? accessor : null;

    /// <summary>Initialiser and assignments of a field or property within the types that may write it.</summary>
    public ImmutableArray<Write> WritesTo(ISymbol member, INamedTypeSymbol? alsoIn, CancellationToken cancellation)
    {
        var writes = ImmutableArray.CreateBuilder<Write>();
        writes.AddRange(Initial(member, cancellation));
        foreach (var assignment in Assignments(member.ContainingType, alsoIn, member.Name, cancellation))
        {
            if (code.OperationAt(assignment, cancellation) is IAssignmentOperation operation && Of(operation, member) is { } write)
            {
                writes.Add(write);
            }
        }

        writes.AddRange(Referenced(member, cancellation));
        if (member.IsStatic && MayBeSetElsewhere(member))
        {
            writes.AddRange(WritesElsewhere(member, cancellation).Where(write => !writes.Any(known => known.Operation.Syntax == write.Operation.Syntax)).ToList());
        }

        // An empty start that something is assigned over is no value; nor is one that others see and may set.
        if ((writes.Count > 1 || (writes.Count == 1 && MayBeSetElsewhere(member))) && IsEmpty(writes[0].Operation))
        {
            writes.RemoveAt(0);
        }

        // What is emptied is filled again before it is used: nobody calls null.
        return writes.Count > 1 && writes.Any(write => !IsNull(write)) ? [.. writes.Where(write => !IsNull(write))] : writes.ToImmutable();
    }

    private static bool IsNull(Write write) => write is { Path.IsEmpty: true, Value: { } value } && value.Bare().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The initialiser of a field or property.</summary>
    public IEnumerable<Write> Initial(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is not null && code.ValueAt(initializer, cancellation) is { } value)
            {
                yield return new Write(value, value);
            }
        }
    }

    /// <summary>Where the class hands a field to a method that may change it; what is put in by the framework's own exchange is known.</summary>
    private IEnumerable<Write> Referenced(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in member is IFieldSymbol { IsReadOnly: false } ? member.ContainingType.DeclaringSyntaxReferences : [])
        {
            foreach (var argument in _references.GetOrAdd(reference.GetSyntax(cancellation), static declaration => declaration.DescendantNodes().OfType<ArgumentSyntax>()
                .Where(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None)).ToLookup(argument => NameOf(argument.Expression), StringComparer.Ordinal))[member.Name])
            {
                if (code.OperationAt(argument, cancellation) is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation call } operation && Declarations.Same(operation.Value.Variable(), member))
                {
                    yield return new Write(operation, call.TargetMethod.ContainingType is { Name: "Interlocked" or "Volatile" } ? call.Argument("value") : null);
                }
            }
        }
    }

    /// <summary>What other classes set a static member to.</summary>
    private IEnumerable<Write> WritesElsewhere(ISymbol member, CancellationToken cancellation) =>
        Candidates(member.ContainingType.Name, member.Name, cancellation).Select(operation => Of(operation, member)).OfType<Write>();

    /// <summary>What an assignment writes to a member, by itself or as one of the variables that it takes a value apart into; null if nothing.</summary>
    private static Write? Of(IAssignmentOperation operation, ISymbol member) => operation is IDeconstructionAssignmentOperation
        ? TupleValues.Targets(operation.Target, []).Where(part => Declarations.Same(part.Target.Variable(), member)).Select(part => new Write(operation, operation.Value, part.Path)).FirstOrDefault()
        : Declarations.Same(operation.Target.Variable(), member) ? new Write(operation, operation is ISimpleAssignmentOperation or ICoalesceAssignmentOperation ? operation.Value : operation)
        : null;

    /// <summary>What code anywhere sets on the object that a static member holds: <c>App.Settings.Url = "https://…"</c>.</summary>
    /// <param name="holder">The read of that object.</param>
    /// <param name="member">What is read of it.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public ImmutableArray<Write> WritesToShared(IOperation holder, ISymbol member, CancellationToken cancellation) => !IsShared(holder) || !MayBeSetElsewhere(member) || holder.Variable() is not { } variable ? [] :
    [
        .. Candidates(variable.Name, member.Name, cancellation).Where(operation => operation.Target is IMemberReferenceOperation { Instance: { } instance, Member: var set } && Declarations.Same(set, member) && IsSame(instance, holder))
            .Select(operation => Of(operation, member)).OfType<Write>(),
    ];

    /// <summary>True for a static member, and for a member of an object in one.</summary>
    private static bool IsShared(IOperation holder) => holder.Bare() is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
        && holder.Bare() is IMemberReferenceOperation { Instance: var outer } && (outer is null || IsShared(outer));

    private static bool IsSame(IOperation one, IOperation other) => one.Bare() is IMemberReferenceOperation first && other.Bare() is IMemberReferenceOperation second && Declarations.Same(first.Member, second.Member)
        && (first.Instance is { } outer ? second.Instance is { } others && IsSame(outer, others) : second.Instance is null);

    private IEnumerable<IAssignmentOperation> Candidates(string of, string member, CancellationToken cancellation) => code.Trees
        .SelectMany(pair => pair.Facts.Sites.MemberWrites[(of, member)], (pair, span) => CodeBase.NodeAt<AssignmentExpressionSyntax>(pair.Tree, span, cancellation))
        .Select(node => node is null ? null : code.OperationAt(node, cancellation)).OfType<IAssignmentOperation>();

    /// <summary>Assignments in <paramref name="type"/> to a property of the object that one of <paramref name="variables"/> holds.</summary>
    public ImmutableArray<Write> WritesTo(IReadOnlyCollection<ISymbol> variables, string property, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var writes = ImmutableArray.CreateBuilder<Write>();
        foreach (var assignment in Assignments(type, null, property, cancellation))
        {
            if (code.OperationAt(assignment, cancellation) is IAssignmentOperation and (ISimpleAssignmentOperation or ICoalesceAssignmentOperation) and { Target: IPropertyReferenceOperation { Instance: { } instance } } operation
                && instance.Variable() is { } variable
                && variables.Contains(variable, Declarations.Comparer))
            {
                writes.Add(new Write(operation, operation.Value));
            }
        }

        return writes.ToImmutable();
    }

    /// <summary>Assignments in <paramref name="type"/> to an inherited property of the object itself (<c>BaseAddress = …</c> in a subclass of HttpClient).</summary>
    public ImmutableArray<Write> WritesToThis(string property, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var writes = ImmutableArray.CreateBuilder<Write>();
        foreach (var assignment in Assignments(type, null, property, cancellation))
        {
            if (code.OperationAt(assignment, cancellation) is ISimpleAssignmentOperation
                { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } } operation)
            {
                writes.Add(new Write(operation, operation.Value));
            }
        }

        return writes.ToImmutable();
    }

    /// <summary>True for a start that is no value.</summary>
    public static bool IsEmpty(IOperation value) => value.Bare() is { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation
        or IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };

    /// <summary>True if other code than the class's own may set a member.</summary>
    public static bool MayBeSetElsewhere(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        IFieldSymbol field => field is { DeclaredAccessibility: not Accessibility.Private, IsReadOnly: false },
        _ => false,
    };

    /// <summary>The assignments in the constructors of a class that run for sure, and so hide what its base classes set.</summary>
    public static bool IsSure(Write write) => write.Operation.Syntax is { Parent: ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax } or ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } } };

    private IEnumerable<AssignmentExpressionSyntax> Assignments(INamedTypeSymbol? type, INamedTypeSymbol? alsoIn, string name, CancellationToken cancellation)
    {
        IEnumerable<SyntaxReference> references = type?.DeclaringSyntaxReferences ?? [];
        if (alsoIn is not null && !SymbolEqualityComparer.Default.Equals(alsoIn, type))
        {
            references = references.Concat(alsoIn.DeclaringSyntaxReferences);
        }

        return references.SelectMany(reference => _assignments.GetOrAdd(reference.GetSyntax(cancellation), ByName)[name]);
    }

    private static ILookup<string, AssignmentExpressionSyntax> ByName(SyntaxNode declaration) => declaration.DescendantNodes()
        .OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Parent is not InitializerExpressionSyntax)
        .SelectMany(assignment => Targets(assignment.Left), (assignment, target) => (assignment, target))
        .ToLookup(pair => NameOf(pair.target), pair => pair.assignment, StringComparer.Ordinal);

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax left) => left is TupleExpressionSyntax tuple ? tuple.Arguments.SelectMany(part => Targets(part.Expression)) : [left];

    private static string NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
