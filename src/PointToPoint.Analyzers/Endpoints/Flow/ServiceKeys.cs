using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The keys that services are registered and asked for under, as texts: a text is itself; numbers, members of enums and types are told apart from texts.</summary>
internal static class ServiceKeys
{
    /// <summary>Stands for a key that only run time knows: no service is asked for under it.</summary>
    public const string Unknown = "…";

    /// <summary>True for <c>KeyedService.AnyKey</c>: what is registered so is there for every key.</summary>
    public static bool IsAny(IOperation key) => key.Bare() is IPropertyReferenceOperation { Property: { Name: "AnyKey", ContainingType.Name: "KeyedService" } };

    /// <summary>True for a key that is a text, and no number, enum or type.</summary>
    public static bool IsText(string key) => key != Unknown && key.IndexOf(' ') < 0;

    /// <summary>The key under which a parameter asks; null if under none.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "FromKeyedServicesAttribute") is { } attribute
            ? attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array } given] ? Text(given.Value, given.Type) : Unknown
            : null;

    /// <summary>The key under which a value is asked for, by injection or by a call of the container; null if under none.</summary>
    public static string? OfAsked(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => Of(parameter),
        IPropertyReferenceOperation { Property: var property } => Injection.KeyOf(property),
        IInvocationOperation call => Services.Asked(call)?.Key,
        _ => null,
    };

    /// <summary>The key that an argument gives; null if it gives none.</summary>
    public static string? Of(IOperation argument, Frame frame)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            argument = argument.Bare();
            switch (argument)
            {
                case { ConstantValue: { HasValue: true, Value: var value } }:
                    return Text(value, argument.Type);
                case ITypeOfOperation { TypeOperand: var type }:
                    return Text(frame.Resolve(type), null);
                case ILocalReferenceOperation or IParameterReferenceOperation when frame.Arguments.TryGetValue(argument.Variable()!, out var given):
                    (argument, frame) = (given.Operation, given.Frame);
                    break;
                default:
                    return Unknown;
            }
        }

        return Unknown;
    }

    private static string? Text(object? value, ITypeSymbol? type) => value switch
    {
        null => null,
        string text => text,
        ITypeSymbol named => "typeof " + named.ToDisplayString(),
        _ => $"{type?.ToDisplayString()} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
