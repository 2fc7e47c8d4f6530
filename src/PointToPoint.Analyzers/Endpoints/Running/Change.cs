using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>Something that changes what a variable holds: an assignment, or a call or a set property of the builder in it.</summary>
internal record Change(ISymbol Variable, IOperation Operation)
{
    /// <summary>The changes that an operation by itself makes, without those inside it.</summary>
    public static IEnumerable<Change> Of(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Initializer: not null } declarator => [new Change(declarator.Symbol, declarator)],
        IAssignmentOperation { Target: ITupleOperation or IDeclarationExpressionOperation } deconstruction =>
            deconstruction.Target.DescendantsAndSelf().Select(VariableOf).OfType<ISymbol>().Select(variable => new Change(variable, operation)),
        IAssignmentOperation assignment => OfTarget(assignment.Target, assignment),
        IIncrementOrDecrementOperation step => OfTarget(step.Target, step),
        IInvocationOperation call => OfCall(call),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => [new Change(declared, operation)],
        IObjectCreationOperation creation => Given(creation.Arguments, creation),
        ILocalReferenceOperation or IParameterReferenceOperation when IsBuilder(operation.Type) && IsShared(operation) => [new Change(VariableOf(operation)!, operation)],
        _ => [],
    };

    /// <summary>The variable that an operation is a reference to; null if it is none.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declared => VariableOf(declared.Expression),
        _ => null,
    };

    /// <summary>The variable at the start of a chain: <c>builder.Append("a").Append(b)</c>.</summary>
    public static ISymbol? RootOf(IOperation operation)
    {
        while (operation.Bare() is IInvocationOperation { Instance: { } instance })
        {
            operation = instance;
        }

        return VariableOf(operation);
    }

    public static bool IsStringBuilder(ITypeSymbol? type) => type is { Name: nameof(System.Text.StringBuilder), ContainingNamespace.Name: "Text" };

    private static IEnumerable<Change> OfTarget(IOperation target, IOperation change)
    {
        var variable = VariableOf(target) ?? (target is IPropertyReferenceOperation { Instance: { } instance } && IsBuilder(instance.Type) ? VariableOf(instance) : null);
        return variable is null ? [] : [new Change(variable, change)];
    }

    private static IEnumerable<Change> OfCall(IInvocationOperation call)
    {
        if (IsStringBuilder(call.Instance?.Type))
        {
            // Of a chain the outermost call that still hands the builder on says it all.
            var isInner = call.Parent is IInvocationOperation { Instance: { } instance } outer && instance == call && IsStringBuilder(outer.Type);
            if (!isInner && IsStringBuilder(call.Type) && RootOf(call) is { } variable)
            {
                yield return new Change(variable, call);
            }
        }

        // A partial method that nobody wrote is never called.
        foreach (var change in call.TargetMethod is { IsPartialDefinition: true, PartialImplementationPart: null } ? [] : Given(call.Arguments, call))
        {
            yield return change;
        }
    }

    /// <summary>What is handed over to be changed: <c>out</c> and <c>ref</c>, and a builder that a method gets.</summary>
    private static IEnumerable<Change> Given(IEnumerable<IArgumentOperation> arguments, IOperation call) => arguments
        .Where(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } || (IsBuilder(argument.Value.Type) && MayChange(call)))
        .Select(argument => (Variable: VariableOf(argument.Value), Argument: argument))
        .Where(pair => pair.Variable is not null)
        .Select(pair => new Change(pair.Variable!, pair.Argument));

    /// <summary>True for code of the code's own, for a function whoever wrote it, and for a writer into a builder.</summary>
    private static bool MayChange(IOperation call) => call switch
    {
        IInvocationOperation { TargetMethod: var method } => method.MethodKind == MethodKind.DelegateInvoke || !method.DeclaringSyntaxReferences.IsEmpty,
        IObjectCreationOperation { Type: var type } => type is { DeclaringSyntaxReferences.IsEmpty: false } or { Name: nameof(StringWriter) },
        _ => false,
    };

    /// <summary>True where a builder gets a second name, by which it may be changed: <c>var other = builder;</c>.</summary>
    private static bool IsShared(IOperation reference)
    {
        var value = reference;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IVariableInitializerOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ITupleOperation or IAnonymousObjectCreationOperation
            || (value.Parent is IAssignmentOperation assignment && assignment.Value == value && VariableOf(assignment.Target) is var target && !SymbolEqualityComparer.Default.Equals(target, VariableOf(reference)));
    }

    /// <summary>True for what is changed in place.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => IsStringBuilder(type) || UriText.IsBuilder(type);
}
