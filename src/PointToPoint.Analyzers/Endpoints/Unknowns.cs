using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Says what an unknown value is, so that a person can act on it.</summary>
internal static class Unknowns
{
    public static string Describe(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => $"parameter '{parameter.Parameter.Name}' of {Method(parameter.Parameter.ContainingSymbol)}",
        ILocalReferenceOperation local => $"local '{local.Local.Name}'",
        IFieldReferenceOperation field => $"field '{field.Field.Name()}'",
        IPropertyReferenceOperation property => $"property '{property.Property.Name()}'",
        IInvocationOperation invocation => $"the result of '{invocation.TargetMethod.Name()}'",
        IArrayElementReferenceOperation => "an element of an array",
        IObjectCreationOperation { Type: { } type } => $"a new '{type.Name}'",
        IInvalidOperation => "code that doesn't compile, or a type that isn't there",
        _ => "a value made at run time",
    };

    private static string Method(ISymbol symbol) => symbol is IMethodSymbol method
        ? (method.DeclaredAccessibility == Accessibility.Public && method.MethodKind == MethodKind.Ordinary ? "public method " : "")
            + (method.MethodKind is MethodKind.Constructor or MethodKind.AnonymousFunction ? method.Name() : $"'{method.Name()}'")
        : symbol.Name();
}
