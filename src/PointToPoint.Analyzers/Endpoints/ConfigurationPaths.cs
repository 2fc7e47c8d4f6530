using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Which part of the configuration an object stands for, and what a key in it says.</summary>
internal sealed class ConfigurationPaths(AppSettings settings, ValueFlow flow)
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    /// <summary>The value that a file gives for a key, else the key itself.</summary>
    public TextValue Lookup(string key) => settings.Find(key) is { } setting
        ? new TextValue([new Alternative([new LiteralPart(setting.Value, key)], [$"{setting.File}: {key}"])])
        : new TextValue([new Alternative([new KeyPart(key)], ["configuration " + key])]);

    /// <summary>The key of a section, empty for the whole configuration; null if it can't be told.</summary>
    public string? Of(IOperation instance, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return null;
        }

        try
        {
            instance = instance.Bare();
            if (instance is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call
                && IsConfigurationMethod(call.TargetMethod) && call.Receiver() is { } receiver)
            {
                return Of(receiver, frame, evaluator, evaluation) is { } outer && call.Argument("key") is { } argument
                    && evaluator.Evaluate(argument, frame, evaluation).Constant is { } key
                    ? Combine(outer, key)
                    : null;
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                return Of(hop.Sources[0].Operation, hop.Sources[0].Frame, evaluator, evaluation);
            }

            // A section that came from elsewhere has a prefix that nobody here knows; a whole configuration has none.
            return instance.Type is { Name: "IConfigurationSection" } ? null : "";
        }
        finally
        {
            evaluation.Leave();
        }
    }

    public static string Combine(string outer, string key) => outer.Length == 0 ? key : outer + ":" + key;

    public static bool IsConfigurationMethod(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() == Namespace;

    public static bool IsConfiguration(ITypeSymbol? type) => type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    private static bool IsNamed(ITypeSymbol type) =>
        type.Name is "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" && type.ContainingNamespace.ToDisplayString() == Namespace;
}
