using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>What is asked of an element that is taken out of a collection: <c>service => service.Name == name</c>.</summary>
/// <param name="Member">The element's properties that are asked, the outermost first.</param>
/// <param name="Wanted">What they have to be.</param>
/// <param name="IgnoresCase">True if it makes no difference between upper and lower case.</param>
internal sealed record ElementCondition(ImmutableArray<IPropertySymbol> Member, IOperation Wanted, bool IgnoresCase)
{
    /// <summary>What a function asks of its parameter, as far as one has to be the other; the rest of what it asks leaves out some more.</summary>
    public static IEnumerable<ElementCondition> Of(IAnonymousFunctionOperation function) =>
        function.Symbol.Parameters is [var element] && MethodBodies.Returns(function, Frame.Root) is [{ Operation: var test }] ? Of(test, element) : [];

    private static IEnumerable<ElementCondition> Of(IOperation test, IParameterSymbol element)
    {
        if (test.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            return Of(both.LeftOperand, element).Concat(Of(both.RightOperand, element));
        }

        return TextComparison.Of(test) is not { IsEqual: true } comparison ? []
            : Asked(comparison.Left, element) is { } member ? Is(comparison.Right, element) ? [] : [new ElementCondition(member, comparison.Right, comparison.IgnoresCase)]
            : Asked(comparison.Right, element) is { } other && !Is(comparison.Left, element) ? [new ElementCondition(other, comparison.Left, comparison.IgnoresCase)]
            : [];
    }

    /// <summary>The properties of the element that an operation reads; null if it reads none of it that configuration has as a text.</summary>
    private static ImmutableArray<IPropertySymbol>? Asked(IOperation operation, IParameterSymbol element)
    {
        var path = ImmutableArray<IPropertySymbol>.Empty;
        for (IOperation? next = operation; next is not null;)
        {
            switch (next.Bare())
            {
                case IPropertyReferenceOperation { Property: { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false } property, Instance: var of } when !path.IsEmpty || IsText(property.Type):
                    path = path.Insert(0, property);
                    next = of;
                    break;
                case IConditionalAccessOperation { WhenNotNull: var behind }:
                    next = behind;
                    break;
                case IConditionalAccessInstanceOperation instance:
                    next = instance.Receiver();
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter, element):
                    return path.IsEmpty ? null : path;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 || type.TypeKind == TypeKind.Enum;

    /// <summary>True for what depends on the element itself.</summary>
    private static bool Is(IOperation operation, IParameterSymbol element) =>
        operation.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter, element));
}
