using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>
/// What an options class's property holds, by what configures the class: of steps that run one after the other the last counts, others are alternatives. Where configuration
/// has no value, one in the code counts; where nothing has, the key still names a system.
/// </summary>
internal sealed class ConfiguredOptions(ConfigurationPaths paths, OptionsIndex options, FilledObjects filled, ValueFlow flow)
{
    /// <summary>What the objects of a class hold; null if nothing gives them values, and they don't come out of the options framework either.</summary>
    public TextValue? Of(ITypeSymbol type, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        var steps = options.Of(type, evaluation.Cancellation);
        var configuring = read.IsOfFramework ? steps.RemoveAll(step => step.Way == OptionsWay.ByHand) : steps.RemoveAll(step => IsWithin(step, steps));
        if (read.IsOfFramework && configuring.IsEmpty)
        {
            configuring = steps.RemoveAll(step => step.Instance is not null && IsWithin(step, steps));
        }

        if (steps.FirstOrDefault(step => Stands(read.Use.Operation, step)) is { } reading)
        {
            // options.Url = options.Url.TrimEnd('/'): it reads what was there before.
            configuring = configuring.RemoveAll(step => !RunsBefore(step, reading));
        }

        if (configuring.IsEmpty && !read.IsOfFramework)
        {
            return null;
        }

        var value = Of([.. configuring.Where(step => IsFor(step, read.Name, evaluator, evaluation))], read, evaluator, evaluation);

        // Of several objects of a class, a method's callers say which one they pass.
        return configuring.Count(MakesOne) > 1 && read.Use.Operation is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } } passed }
            ? value.ChosenBy(passed)
            : value;
    }

    /// <summary>True for what makes an object of its own: <c>section.Get&lt;T&gt;()</c>.</summary>
    private static bool MakesOne(OptionsStep step) => step is { Way: OptionsWay.ByHand, Instance: null };

    /// <summary>What an object holds that is bound by hand; null if it isn't.</summary>
    /// <param name="type">The class of the object.</param>
    /// <param name="isIt">True for what is the object.</param>
    /// <param name="read">What is read of it.</param>
    /// <param name="evaluator">Evaluates what it is bound to.</param>
    /// <param name="evaluation">The work.</param>
    /// <param name="made">What the code that makes the object runs in: each call makes one of its own.</param>
    public TextValue? OfBound(ITypeSymbol type, Func<Place, bool> isIt, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation, Frame made)
    {
        var steps = options.Of(type, evaluation.Cancellation);
        var binding = steps.Where(step => step.Instance is { } instance && !IsWithin(step, steps) && isIt(new Place(instance, step.Frame))).ToImmutableArray();
        if (made.Caller is not null && binding.Any(step => step.Frame.IsOfSameCall(made)))
        {
            binding = binding.RemoveAll(step => !step.Frame.IsOfSameCall(made));
        }

        var value = binding.IsEmpty ? null : Of(binding, read, evaluator, evaluation);

        // Which of several callers' it is, whoever names the section knows; all may name the same one.
        return value is { Alternatives.Length: > 1 } && binding.Select(step => step.Caller).Distinct().Skip(1).Any() && binding.Select(step => SectionOf(step.Section, step.SectionName, step.Frame, evaluator, evaluation)).Distinct().ToList() is [null, ..] or [_, _, ..]
            ? value.ChosenBy(binding.Select(step => step.Section is { } section ? paths.On(section, Frame.Root, evaluator, evaluation) : null).FirstOrDefault(on => on is not null))
            : value;
    }

    /// <summary>What configuration holds in a section of which an object is made.</summary>
    public TextValue OfSection(string? section, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        var outcome = new OptionsOutcome();
        Add(outcome, section, read.Use, read, evaluator, evaluation);
        return outcome.Value ?? Default(read, outcome.Key, evaluator, evaluation) ?? outcome.Key!;
    }

    private TextValue Of(ImmutableArray<OptionsStep> steps, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        // Of options whose name isn't known, each name has its own; each Get makes an object of its own.
        var outcomes = steps.GroupBy(step => (step.Way == OptionsWay.PostConfigured, Branches.Body(step.At.Syntax), step.Caller, read.Name is null ? NameOf(step, evaluator, evaluation) : null, MakesOne(step) ? step.At.Syntax : null))
            .Select(group => (IsAfter: group.Key.Item1, Outcome: Run(group, read, evaluator, evaluation)))
            .ToList();
        var after = outcomes.Where(pair => pair.IsAfter && pair.Outcome.Value is not null).Select(pair => pair.Outcome).ToList();
        var before = after.Exists(outcome => outcome.IsSure) ? [] : outcomes.Where(pair => !pair.IsAfter).Select(pair => pair.Outcome);
        var key = TextValue.AnyOf(outcomes.Select(pair => pair.Outcome.Key).OfType<TextValue>());
        return TextValue.AnyOf(before.Concat(after).Select(outcome => outcome.Value).OfType<TextValue>())
            ?? Default(read, key, evaluator, evaluation)
            ?? key
            ?? KeyOf(read);
    }

    /// <summary>Runs the steps of one body in their order.</summary>
    private OptionsOutcome Run(IEnumerable<OptionsStep> steps, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        var outcome = new OptionsOutcome();
        foreach (var step in steps.OrderBy(step => step.At.Syntax.Span.End))
        {
            outcome.Start(Branches.Region(step.At.Syntax, Branches.Body(step.At.Syntax)));
            if (step.Section is not null || step.SectionName is not null)
            {
                Add(outcome, SectionOf(step.Section, step.SectionName, step.Frame, evaluator, evaluation), new Place(step.At, step.Frame), read, evaluator, evaluation);
                continue;
            }

            var path = ImmutableArray<ISymbol>.CastUp(read.Path);
            var filling = step.Function is { } function ? filled.ByFunction(new Place(function, step.Frame), 0, path, evaluation.Cancellation)
                : step.Method is { } method ? filled.ByMethod(method, method.Parameters.Length - 1, path, step.Frame, evaluation.Cancellation)
                : Filling.Nothing;
            foreach (var value in filling.Values)
            {
                if (value.IsBound)
                {
                    var (section, key) = value.Place.Operation is IInvocationOperation bind ? (bind.Receiver(), bind.Argument("key")) : (((IMethodReferenceOperation)value.Place.Operation).Instance, null);
                    Add(outcome, SectionOf(section, key, value.Place.Frame, evaluator, evaluation), value.Place, read.Below(value.Above), evaluator, evaluation);
                }
                else if (read.Element is null)
                {
                    outcome.Set(evaluator.Evaluate(value.Place, evaluation), isSure: filling.IsSure);
                }
            }
        }

        return outcome;
    }

    private void Add(OptionsOutcome outcome, string? section, Place bound, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        var value = section is null ? KeyOf(read) : Lookup(read.KeyIn(section), bound, read, evaluator, evaluation);
        if (value.Alternatives[0].Parts[0] is KeyPart)
        {
            outcome.Key = outcome.Key?.Or(value) ?? value;
        }
        else
        {
            outcome.Set(value, isSure: true);
        }
    }

    /// <summary>What configuration has under a key, or in the element that is read of the collection there.</summary>
    private TextValue Lookup(string key, Place bound, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (read.Element is not { } element)
        {
            return paths.Lookup(key, bound);
        }

        if (!element.Choices.IsEmpty)
        {
            return Chosen(key, bound, read, element);
        }

        ImmutableArray<string> children = element.Key is { } known ? [ConfigurationPaths.Combine(key, known)] : paths.Children(key, bound);
        var values = children.Select(child => OneOf(children, child, paths.Lookup(element.KeyIn(child), bound), read, evaluator, evaluation)).ToList();

        // Of several applications, each has its own list: it can't be said which piece goes with which.
        if (children.Length > 1 && !element.Below.IsEmpty && values.Exists(value => value.Alternatives.Length > 1 && value.Alternatives.Any(alternative => !IsWhole(alternative))))
        {
            return TextValue.Unknown($"one of the elements of '{key}', which applications list differently");
        }

        // Nor of what only some elements have.
        return (children.Length > 1 && element.Below is [.., { Type.SpecialType: not SpecialType.System_String }] && !values.TrueForAll(IsValue) ? null : TextValue.AnyOf(values.Where(IsValue)))
            ?? (element.Key is null ? new TextValue([new Alternative([new KeyPart(key)], ["configuration " + key])]) : values[0]);
    }

    private static bool IsWhole(Alternative alternative) => alternative.Parts[0] is LiteralPart { Text: var text } && text.Contains("://");

    private static bool IsValue(TextValue value) => value.Alternatives[0].Parts[0] is LiteralPart;

    /// <summary>The same in the element that is told from the others by what it says of itself. Where nothing is listed, its name stands for it.</summary>
    private TextValue Chosen(string list, Place bound, OptionsRead read, OptionsElement element)
    {
        // Who reads knows more of the application than who binds: the settings of others list services by the same names.
        if (paths.LookupChosen(list, (host, child) => element.Choices.Select(choice => choice.NameOf(host, child)).Aggregate((first, next) => next is null ? null : first), element.KeyIn, bound, read.Use) is { } found)
        {
            return found;
        }

        return element.Name is { } name && !paths.IsListed(list, bound, read.Use) ? paths.Lookup(element.KeyIn(ConfigurationPaths.Combine(list, name)), bound)
            : TextValue.Unknown($"an element of '{list}' that isn't configured, whose {string.Join(" and ", element.Choices)}");
    }

    /// <summary>What one of several elements holds, be it by its class: pieces of several elements aren't put together to one address.</summary>
    private TextValue OneOf(ImmutableArray<string> elements, string element, TextValue value, OptionsRead read, TextEvaluator evaluator, Evaluation evaluation) => elements.Length < 2 || read.Element is not { Below.IsEmpty: false } ? value
        : (IsValue(value) ? value : Default(read, value, evaluator, evaluation) ?? value).Select(alternative => alternative with { Parts = [.. alternative.Parts.Select(part => part is LiteralPart literal ? literal with { Element = element } : part)] });

    private static TextValue KeyOf(OptionsRead read)
    {
        var key = OptionsRead.KeyOf((read.Class ?? read.Path.FirstOrDefault()?.ContainingType)?.Name ?? "", read.Path);
        return new([new Alternative([new KeyPart(read.Element is { } element ? element.KeyIn((element.Key ?? element.Name) is { } named ? ConfigurationPaths.Combine(key, named) : key) : key)], [])]);
    }

    /// <summary>True for code in what a step does.</summary>
    private static bool Stands(IOperation use, OptionsStep step) => (step.Function ?? (step.Method is null ? null : step.At)) is { Syntax: var code } && code.SyntaxTree == use.Syntax.SyntaxTree && code.Span.Contains(use.Syntax.Span);

    /// <summary>True if a step is done before another, as far as that is known; of what other code does with delegates of its own it isn't.</summary>
    private static bool RunsBefore(OptionsStep step, OptionsStep other)
    {
        var isEarlier = step.At.Syntax.SyntaxTree == other.At.Syntax.SyntaxTree && Branches.Body(step.At.Syntax) == Branches.Body(other.At.Syntax) && step.At.Syntax.Span.End < other.At.Syntax.Span.End;
        return step != other && (step.Way == other.Way ? isEarlier || step is { Function: null, Method: null } : step.Way != OptionsWay.PostConfigured && (other.Way == OptionsWay.PostConfigured || step is { Function: null, Method: null }));
    }

    /// <summary>The value that the class itself gives the property. One that is no whole address, such as a host, may be another where the application runs: its key says more.</summary>
    private TextValue? Default(OptionsRead read, TextValue? key, TextEvaluator evaluator, Evaluation evaluation)
    {
        var property = read.Element is { } element ? element.Below.LastOrDefault() : read.Path.LastOrDefault();
        foreach (var write in property is null ? [] : flow.Members.WritesTo(property, null, evaluation.Cancellation))
        {
            if (write.Value is { } initial && initial.ConstantValue.Value is not ("" or null))
            {
                var value = evaluator.Evaluate(initial, Frame.Root, evaluation);
                return key is { Alternatives: [{ Parts: [KeyPart { Key: var named }] }] } && value is { Constant: { } text } && text.IndexOf("://", StringComparison.Ordinal) < 0
                    ? value.Select(alternative => alternative with { Parts = [new LiteralPart(text, named)] })
                    : value;
            }
        }

        return null;
    }

    private string? SectionOf(IOperation? section, IOperation? name, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var outer = section is null ? "" : paths.Of(section, frame, evaluator, evaluation);
        return outer is null || name is null ? outer : evaluator.Evaluate(name, frame, evaluation).Constant is { } inner ? ConfigurationPaths.Combine(outer, inner) : null;
    }

    /// <summary>True if a step is done to the options of this name, or may be.</summary>
    private bool IsFor(OptionsStep step, string? name, TextEvaluator evaluator, Evaluation evaluation) =>
        name is null || step.IsForAll || step.Way == OptionsWay.ByHand || NameOf(step, evaluator, evaluation) is not { } own || own == name;

    /// <summary>The name that a step is for, empty for the default one; null if it may be any.</summary>
    private string? NameOf(OptionsStep step, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (argument, frame) = step.Builder is { } builder ? NameOf(builder, step.Frame, evaluation) : (step.Name, step.Frame);
        return argument is null ? "" : OptionsName.Of(argument, frame, evaluator, evaluation);
    }

    /// <summary>The argument that names what a builder configures.</summary>
    private (IOperation? Name, Frame Frame) NameOf(IOperation builder, Frame frame, Evaluation evaluation)
    {
        var place = new Place(builder, frame);
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            var operation = place.Operation.Bare();
            if (operation is IInvocationOperation { TargetMethod: { Name: "AddOptions" or "AddOptionsWithValidateOnStart", ContainingType.Name: "OptionsServiceCollectionExtensions" or "OptionsBuilderExtensions" } } add)
            {
                return (add.Argument("name"), place.Frame);
            }

            if (operation is IInvocationOperation { Type.Name: "OptionsBuilder" } call && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && call.Receiver() is { } receiver)
            {
                place = place with { Operation = receiver };
            }
            else if (flow.Next(operation, place.Frame, evaluation.Cancellation) is { Sources: [var source, ..] })
            {
                place = source;
            }
            else
            {
                break;
            }
        }

        return (null, frame);
    }

    /// <summary>True if a binding stands in the delegate of another step, which is asked for what it does itself.</summary>
    private static bool IsWithin(OptionsStep step, ImmutableArray<OptionsStep> all) => step.Instance is not null
        && all.Any(other => other.Function is { } function && function.Syntax.SyntaxTree == step.At.Syntax.SyntaxTree && function.Syntax.Span.Contains(step.At.Syntax.Span));
}
