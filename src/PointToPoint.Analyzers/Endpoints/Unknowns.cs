using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Says what an unknown value is, so that a person can act on it.</summary>
internal static class Unknowns
{
    private const int LongestKey = 60;

    public static string Describe(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => Describe(parameter.Parameter),
        ILocalReferenceOperation local => $"local '{local.Local.Name}'",
        IFieldReferenceOperation field => $"field '{field.Field.Name()}'",
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } of, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string { Length: <= LongestKey } key } }] } => $"\"{key}\" of {Describe(of.Bare())}",
        IPropertyReferenceOperation property => $"property '{property.Property.Name()}'",
        IInvocationOperation { TargetMethod: { Name: nameof(ToString), DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } shown } => Describe(shown.Bare()),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function } => $"what {(function.Bare().Variable() is { } named ? $"function '{named.Name()}'" : "a function")} returns",
        IInvocationOperation invocation => $"the result of '{invocation.TargetMethod.Name()}'",
        IArrayElementReferenceOperation { ArrayReference: var array } => array.Bare().Variable() is { } listed ? $"an element of '{listed.Name()}'" : "an element of an array",
        IImplicitIndexerReferenceOperation { Instance: var list } => list.Bare().Variable() is { } listed ? $"an element of '{listed.Name()}'" : "an element of a list",
        IObjectCreationOperation { Type: { } type } => $"a new '{type.Name}'",
        IConversionOperation { OperatorMethod: { } conversion } => "the " + Flow.Operators.Name(conversion),
        IBinaryOperation { OperatorMethod: { } declared } => $"the result of '{Flow.Operators.Name(declared)}'",
        IInvalidOperation => "code that doesn't compile, or a type that isn't there",
        ITypeParameterObjectCreationOperation { Type: { } type } => $"a new '{type.Name}', whose class the caller says",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => "a dynamic value",
        IAnonymousFunctionOperation or IDelegateCreationOperation => "a function",
        _ => "an expression in line " + (operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1),
    };

    /// <summary>The same, with the limit that was hit, if one was.</summary>
    public static string Describe(IOperation operation, Frame frame) => frame.CutBy is { } limit && operation is IParameterReferenceOperation
        ? $"{Describe(operation)}, {limit}"
        : frame.Depth > Limits.CallDepth && operation is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false }
        ? $"{Describe(operation)}, which is called through more than {Limits.CallDepth} methods"
        : Describe(operation);

    public static string Describe(ISymbol symbol) => symbol is IParameterSymbol parameter
        ? $"parameter '{parameter.Name}' of {Method(parameter.ContainingSymbol)}"
        : $"'{symbol.Name}'";

    /// <summary>The parameter or type parameter that an unknown value came through: whoever calls may know it. Null if it is no such thing.</summary>
    public static ISymbol? On(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => Passed(parameter),
        ITypeOfOperation { TypeOperand: ITypeParameterSymbol type } => type,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } => called.Bare() is IParameterReferenceOperation { Parameter: var function } ? Passed(function) : null,
        _ => null,
    };

    /// <summary>The symbol itself, unless it is a constructor's parameter: what those are given is looked for where objects are made.</summary>
    public static ISymbol? Passed(ISymbol? symbol) => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? null : symbol;

    private static string Method(ISymbol symbol) => symbol is IMethodSymbol method
        ? (method.DeclaredAccessibility == Accessibility.Public && method.MethodKind == MethodKind.Ordinary ? "public method " : "")
            + (method.MethodKind is MethodKind.Constructor or MethodKind.AnonymousFunction ? method.Name() : $"'{method.Name()}'")
        : symbol.Name();
}
