using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Which part of the configuration an object stands for, and what a key in it says.</summary>
internal sealed class ConfigurationPaths(Func<IEnumerable<SyntaxTree>, ImmutableArray<HostSettings>> hosts, ValueFlow flow, CallSites sites, UnboundConfiguration unbound)
{
    private const string Namespace = "Microsoft.Extensions.Configuration";

    /// <summary>The values that a key has where the code runs, else the key itself.</summary>
    /// <param name="key">The key.</param>
    /// <param name="use">Where it is read or bound: code of an application knows that application's values only.</param>
    public TextValue Lookup(string key, Place use) => OfValues(key, "configuration " + key, hosts(TreesOf(use)).SelectMany(host => host.OfKey(key)));

    /// <summary>The values that an environment variable has where the code runs, else the variable itself.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="use">Where it is read.</param>
    public TextValue LookupVariable(string name, Place use) => OfValues(name.Replace("__", ":"), "environment variable " + name, hosts(TreesOf(use)).SelectMany(host => host.OfVariable(name)));

    /// <summary>The keys right below a key where the code runs; none if the files have none, or more than an address has alternatives.</summary>
    public ImmutableArray<string> Children(string key, Place use)
    {
        var names = hosts(TreesOf(use)).SelectMany(host => host.Below(key)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Limits.Alternatives + 1).Select(name => Combine(key, name)).ToImmutableArray();
        return names.Length > Limits.Alternatives ? [] : names;
    }

    /// <summary>
    /// The values that elements of a list have where the code runs, each application's by its own list. Their keys have the element's name in them, not its place, which is another in each application. Null if none
    /// lists such an element.
    /// </summary>
    /// <param name="list">The key of the list.</param>
    /// <param name="nameOf">The name of the element under a key; null if it isn't meant.</param>
    /// <param name="keyIn">The key that is read, by that of the element.</param>
    /// <param name="uses">Where it is bound and read.</param>
    public TextValue? LookupChosen(string list, Func<HostSettings, string, string?> nameOf, Func<string, string> keyIn, params Place[] uses)
    {
        var chosen = from host in hosts(uses.SelectMany(TreesOf))
                     from place in host.Below(list)
                     let element = Combine(list, place)
                     let name = nameOf(host, element)
                     where name is not null
                     group host.OfKey(keyIn(element)) by keyIn(Combine(list, name));
        return TextValue.AnyOf(chosen.Select(same => OfValues(same.Key, "configuration " + same.Key, same.SelectMany(settings => settings))));
    }

    /// <summary>True if an application lists something under a key where the code runs.</summary>
    public bool IsListed(string list, params Place[] uses) => hosts(uses.SelectMany(TreesOf)).Any(host => host.Below(list).Any());

    /// <summary>The files that take part in reading a key: that of the code, and those of the callers it runs for.</summary>
    private static IEnumerable<SyntaxTree> TreesOf(Place use)
    {
        yield return use.Operation.Syntax.SyntaxTree;
        var seen = new HashSet<Frame>();
        var open = new Stack<Frame>([use.Frame]);
        while (open.Count > 0)
        {
            var frame = open.Pop();
            if (seen.Add(frame))
            {
                foreach (var caller in frame.This is { } self ? frame.Arguments.Values.Append(self) : frame.Arguments.Values)
                {
                    open.Push(caller.Frame);
                    yield return caller.Operation.Syntax.SyntaxTree;
                }
            }
        }
    }

    private static TextValue OfValues(string key, string symbol, IEnumerable<Setting> settings)
    {
        var values = settings.GroupBy(setting => setting.Value, StringComparer.Ordinal).Select(group => group.First()).Take(Limits.Alternatives + 1).ToList();

        // Azure App Service tells an application its own host by this name.
        if (values.Count == 0 && key.Equals("WEBSITE_HOSTNAME", StringComparison.OrdinalIgnoreCase))
        {
            return TextValue.Literal("localhost", "the application's own host");
        }

        // A key with as many values as applications says no more than the key.
        return values.Count is 0 or > Limits.Settings
            ? new TextValue([new Alternative([new KeyPart(key)], [symbol])])
            : new TextValue([.. values.Select(setting => new Alternative([new LiteralPart(setting.Value, key)], [setting.Step]))]);
    }

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

            if (instance is IInvalidOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax expression })
            {
                return unbound.PathOf(expression, evaluation.Cancellation);
            }

            if (instance is ILocalReferenceOperation { Local: var child } && frame.Sections.TryGetValue(child, out var section))
            {
                return section;
            }

            if (flow.Next(instance, frame, evaluation.Cancellation) is { Sources.IsEmpty: false } hop)
            {
                return Of(hop.Sources[0].Operation, hop.Sources[0].Frame, evaluator, evaluation);
            }

            if (instance is IParameterReferenceOperation parameter && OfCallers(parameter.Parameter, evaluation.Cancellation) is { IsEmpty: false } given)
            {
                return Of(given, parameter, evaluator, evaluation);
            }

            // A section that came from elsewhere has a prefix that nobody here knows; a whole configuration has none.
            return instance.Type is { Name: "IConfigurationSection" } ? null : "";
        }
        finally
        {
            evaluation.Leave();
        }
    }

    /// <summary>The parameter that says which section an object stands for; null if no caller does.</summary>
    public ISymbol? On(IOperation instance, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var place = new Place(instance, frame);
        for (var depth = 0; depth < Limits.Hops; depth++)
        {
            var operation = place.Operation.Bare();
            if (operation is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call && call.Argument("key") is { } key && call.Receiver() is { } receiver)
            {
                if (evaluator.Evaluate(key, place.Frame, evaluation).On is { } on)
                {
                    return on;
                }

                place = place with { Operation = receiver };
            }
            else if (flow.Next(operation, place.Frame, evaluation.Cancellation) is { Sources: [var source, ..] })
            {
                place = source;
            }
            else
            {
                return Unknowns.On(operation);
            }
        }

        return null;
    }

    /// <summary>What the callers of a method give for a parameter that its own frame doesn't know.</summary>
    private ImmutableArray<IOperation> OfCallers(IParameterSymbol parameter, CancellationToken cancellation) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            && sites.Of(method, cancellation) is { Length: <= Limits.Callers } callers
            ? [.. callers.SelectMany(call => call.Arguments).Where(argument => argument.Ordinal == parameter.Ordinal).Select(argument => argument.Value.Bare())
                .Where(value => !Declarations.Same(value.Variable(), parameter))]
            : [];

    /// <summary>The one section that all callers give; null if they give several.</summary>
    private string? Of(ImmutableArray<IOperation> given, IParameterReferenceOperation parameter, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter(parameter.Parameter, parameter.Syntax, Frame.Root))
        {
            // Methods that hand it to each other in a circle say nothing new.
            return "";
        }

        try
        {
            var paths = given.Select(value => Of(value, Frame.Root, evaluator, evaluation)).Distinct().Take(2).ToList();
            return paths.Count == 1 ? paths[0] : null;
        }
        finally
        {
            evaluation.Leave(parameter.Parameter, parameter.Syntax, Frame.Root);
        }
    }

    public static string Combine(string outer, string key) => outer.Length == 0 ? key : outer + ":" + key;

    public static bool IsConfigurationMethod(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() == Namespace;

    public static bool IsConfiguration(ITypeSymbol? type) => type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    private static bool IsNamed(ITypeSymbol type) =>
        type.Name is "IConfiguration" or "IConfigurationSection" or "IConfigurationRoot" && type.ContainingNamespace.ToDisplayString() == Namespace;
}
