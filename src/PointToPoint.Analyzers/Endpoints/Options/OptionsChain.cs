using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>What a chain of calls gives options classes: <c>services.AddOptions&lt;T&gt;("eu").Bind(…).Configure(…)</c>; each call is a step of its own.</summary>
internal sealed record OptionsChain(ImmutableArray<OptionsStep> Steps)
{
    /// <summary>Reads a chain of calls; null if it gives nothing.</summary>
    public static OptionsChain? Read(IInvocationOperation outermost)
    {
        var steps = ImmutableArray.CreateBuilder<OptionsStep>();
        for (var call = outermost; call is not null; call = call.Receiver()?.Bare() as IInvocationOperation)
        {
            if (Step(call) is { } step)
            {
                steps.Add(step);
            }
        }

        return steps.Count == 0 ? null : new OptionsChain(steps.ToImmutable());
    }

    private static OptionsStep? Step(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.ContainingType?.Name)
        {
            case "OptionsConfigurationServiceCollectionExtensions" when method.Name == "Configure":
                return new OptionsStep { Type = method.TypeArguments[0], At = call, Name = call.Argument("name"), Section = call.Argument("config") };
            case "OptionsServiceCollectionExtensions" when method.TypeArguments.Length > 0 && call.Argument("configureOptions") is { } function:
                return new OptionsStep
                {
                    Type = method.TypeArguments[0],
                    At = call,
                    Way = WayOf(method),
                    Name = call.Argument("name"),
                    IsForAll = method.Name.EndsWith("All", StringComparison.Ordinal),
                    Function = function,
                };
            case "OptionsBuilderConfigurationExtensions" when method.TypeArguments.Length > 0:
                return new OptionsStep
                {
                    Type = method.TypeArguments[0],
                    At = call,
                    Builder = call.Receiver(),
                    Section = call.Argument("config"),
                    SectionName = call.Argument("configSectionPath"),
                };
            case "OptionsBuilder" when method.Name is "Configure" or "PostConfigure" && call.Argument("configureOptions") is { } function:
                return new OptionsStep { Type = method.ContainingType.TypeArguments[0], At = call, Way = WayOf(method), Builder = call.Instance, Function = function };
            case "ConfigurationBinder" when method.Name == "Get" && method.TypeArguments.Length == 1:
                return new OptionsStep { Type = method.TypeArguments[0], At = call, Way = OptionsWay.ByHand, Section = call.Receiver() };
            case "ConfigurationBinder" when method.Name == "Bind" && call.Argument("instance") is { } instance && instance.Bare().Type is { } bound:
                return new OptionsStep { Type = bound, At = call, Way = OptionsWay.ByHand, Section = call.Receiver(), SectionName = call.Argument("key"), Instance = instance };
            default:
                return null;
        }
    }

    private static OptionsWay WayOf(IMethodSymbol method) => method.Name.StartsWith("Post", StringComparison.Ordinal) ? OptionsWay.PostConfigured : OptionsWay.Configured;
}
