using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Tells symbols apart by where they are declared, so that a method is the same method in its own project and in the one that references it: between
/// projects of different frameworks the compiler retargets symbols, and no two are equal. What isn't declared in source is known by its full name.
/// </summary>
internal static class Declarations
{
    public static readonly IEqualityComparer<ISymbol> Comparer = new DeclarationComparer();

    public static bool Same(ISymbol? first, ISymbol? second) => first is null ? second is null : second is not null && Comparer.Equals(first, second);

    /// <summary>
    /// True if two types are one, or may be once type parameters stand for something: <c>IClient&lt;Cat&gt;</c> is no <c>IClient&lt;Dog&gt;</c>, and may be <c>IClient&lt;T&gt;</c>.
    /// </summary>
    public static bool MayBeSame(ITypeSymbol first, ITypeSymbol second)
    {
        if (first is ITypeParameterSymbol || second is ITypeParameterSymbol)
        {
            return true;
        }

        return Same(first, second)
            && (first, second) switch
            {
                (INamedTypeSymbol one, INamedTypeSymbol other) => one.TypeArguments.Length == other.TypeArguments.Length
                    && (one.IsUnboundGenericType || other.IsUnboundGenericType || one.TypeArguments.Zip(other.TypeArguments, MayBeSame).All(may => may)),
                (IArrayTypeSymbol one, IArrayTypeSymbol other) => MayBeSame(one.ElementType, other.ElementType),
                _ => true,
            };
    }

    /// <summary>True if a method may be called with this many arguments.</summary>
    public static bool Takes(IMethodSymbol method, int arguments) =>
        arguments <= method.Parameters.Length && arguments >= method.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams);

    /// <summary>True for a field, and for a property that has one behind it: what is in it stays there.</summary>
    public static bool IsStored(ISymbol member) => member is IFieldSymbol
        || member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    /// <summary>
    /// True for an interface that isn't there, as far as its name tells: <c>ISendGridClient</c>. To the compiler, which doesn't know what it is, the first name that a class gives is its base
    /// class.
    /// </summary>
    public static bool IsMissingInterface(ITypeSymbol? type) => type is { TypeKind: TypeKind.Error, Name: ['I', var second, _, ..] } && char.IsUpper(second);

    /// <summary>The first type parameter that a type is made of; null if it is made of none.</summary>
    public static ITypeParameterSymbol? ParameterIn(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter,
        INamedTypeSymbol named => named.TypeArguments.Select(ParameterIn).FirstOrDefault(parameter => parameter is not null),
        IArrayTypeSymbol array => ParameterIn(array.ElementType),
        _ => null,
    };

    private sealed class DeclarationComparer : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? x, ISymbol? y)
        {
            if (x is null || y is null)
            {
                return ReferenceEquals(x, y);
            }

            x = x.OriginalDefinition;
            y = y.OriginalDefinition;
            if (SymbolEqualityComparer.Default.Equals(x, y))
            {
                return true;
            }

            if (x.Kind != y.Kind || x.Name != y.Name || SymbolEqualityComparer.Default.Equals(x.ContainingAssembly, y.ContainingAssembly))
            {
                return false;
            }

            var first = x.DeclaringSyntaxReferences;
            var second = y.DeclaringSyntaxReferences;
            return first.IsEmpty || second.IsEmpty
                ? first.IsEmpty && second.IsEmpty && x.ToDisplayString() == y.ToDisplayString()
                : first[0].SyntaxTree == second[0].SyntaxTree && first[0].Span == second[0].Span;
        }

        // Names alone: they are the same on both sides of a project reference. Those around it, too: hundreds of classes have a method called Handle.
        public int GetHashCode(ISymbol obj) => unchecked((((Hash(obj) * 31) + Hash(obj.ContainingSymbol)) * 31) + Hash(obj.ContainingType));

        private static int Hash(ISymbol? symbol) => symbol is null ? 0 : StringComparer.Ordinal.GetHashCode(symbol.Name);
    }
}
