using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary><c>ActivatorUtilities.CreateInstance&lt;ErpClient&gt;(provider, http)</c>: a creation whose arguments find their parameters by type.</summary>
internal static class Activation
{
    public const string MethodName = "CreateInstance";

    /// <summary>The class that is created; null if the call creates none, or one that only run time knows.</summary>
    public static INamedTypeSymbol? TypeOf(IInvocationOperation call) => call.TargetMethod is not { Name: MethodName, ContainingType.Name: "ActivatorUtilities" } method ? null
        : (method.TypeArguments is [var type] ? type : (call.Argument("instanceType")?.Bare() as ITypeOfOperation)?.TypeOperand) as INamedTypeSymbol;

    /// <summary>What a constructor's parameter is given; null if the container gives it, or the constructor doesn't take what is given.</summary>
    public static IOperation? Given(IInvocationOperation call, IMethodSymbol constructor, IParameterSymbol parameter)
    {
        IOperation? given = null;
        var free = constructor.Parameters.ToList();
        foreach (var argument in call.Argument("parameters")?.Elements() ?? [])
        {
            var taking = argument.Bare().Type is { } type ? free.Find(candidate => Converts(type, candidate.Type)) : null;
            if (taking is null)
            {
                return null;
            }

            free.Remove(taking);
            given = taking.Ordinal == parameter.Ordinal ? argument : given;
        }

        return given;
    }

    private static bool Converts(ITypeSymbol from, ITypeSymbol to)
    {
        for (ITypeSymbol? next = from; next is not null; next = next.BaseType)
        {
            if (Declarations.Same(next, to) && Declarations.MayBeSame(next, to))
            {
                return true;
            }
        }

        return from.AllInterfaces.Any(implemented => Declarations.Same(implemented, to) && Declarations.MayBeSame(implemented, to));
    }
}
