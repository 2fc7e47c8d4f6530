using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Texts made of several values that one choice made together: of <c>var (host, path) = old ? ("a", "x") : ("b", "y")</c> there are two addresses and not four. Each outcome of the choice
/// is put in for itself.
/// </summary>
internal sealed class CorrelatedTextSource(ValueFlow flow, Conditions conditions, Sequences sequences, BodyChanges bodies) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Binary, OperationKind.InterpolatedString, OperationKind.ObjectCreation, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is IObjectCreationOperation { Arguments.Length: < 2 } or IInvocationOperation { TargetMethod.ContainingType.SpecialType: not SpecialType.System_String } || frame.Within == operation.Syntax)
        {
            return null;
        }

        var reads = new List<ILocalReferenceOperation>();
        foreach (var part in operation.Descendants())
        {
            if (part is ILocalReferenceOperation local && !frame.Arguments.ContainsKey(local.Local) && frame.ValueOf(local.Local, local.Syntax) is null && !local.Local.HasConstantValue)
            {
                reads.Add(local);
            }

            if (reads.Count > Limits.Alternatives)
            {
                return null;
            }
        }

        return reads.Count < 2 ? null : OfOneVariable(operation, reads, frame, evaluator, evaluation) ?? OfSeveral(operation, reads, frame, evaluator, evaluation);
    }

    /// <summary><c>target.Host + target.Path</c>: what is read of one object belongs together.</summary>
    private TextValue? OfOneVariable(IOperation operation, List<ILocalReferenceOperation> reads, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        foreach (var read in reads.Where(read => read.Parent is IMemberReferenceOperation).GroupBy(read => read.Local, SymbolEqualityComparer.Default).Where(group => group.Count() > 1).Select(group => group.First()))
        {
            if (Forks(new Place(read, frame), out var on, evaluation) is { IsEmpty: false } forks)
            {
                return TextValue.AnyOf(forks.Select(fork => evaluator.Evaluate(operation, frame.With([new(read.Local, fork)]), evaluation)))?.ChosenBy(on);
            }
        }

        return null;
    }

    /// <summary>The several places that a value may come from; none if it comes from one, or not all are known.</summary>
    /// <param name="place">The value.</param>
    /// <param name="on">The parameter that says which one it is, if one does.</param>
    /// <param name="evaluation">The work.</param>
    private ImmutableArray<Place> Forks(Place place, out ISymbol? on, Evaluation evaluation)
    {
        on = null;
        for (var hops = 0; hops < Limits.Hops && evaluation.TryStep(); hops++)
        {
            var operation = place.Operation.Bare();
            if (operation is IObjectCreationOperation or ITupleOperation || flow.Next(operation, place.Frame, evaluation.Cancellation) is not { Unknown: null, Sources: { IsEmpty: false, Length: <= Limits.Alternatives } sources } hop)
            {
                return [];
            }

            on ??= hop.On;
            if (sources.Length > 1)
            {
                return sources;
            }

            place = sources[0];
        }

        return [];
    }

    /// <summary>Variables that are written together: by one deconstruction, or in one branch.</summary>
    private TextValue? OfSeveral(IOperation operation, List<ILocalReferenceOperation> reads, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var locals = reads.Select(read => read.Local).Where(local => local.Type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 || UriText.IsUri(local.Type)).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
        var index = flow.BodyOf(operation);
        var together = locals.SelectMany(local => index.WritesTo(local).SelectMany(Choices).Distinct(), (local, choice) => (local, choice)).GroupBy(pair => pair.choice).Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(pair => pair.local)).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        var body = RunPlan.FunctionOf(operation, null);
        if (together.IsEmpty || RunPlan.For(body, together, bodies, together) is not { } plan)
        {
            return null;
        }

        var reached = new BodyRun(plan, frame, evaluator, conditions, sequences, evaluation, step => step.Syntax.Span.Contains(operation.Syntax.Span)).Run();
        return reached is null || reached.Any(found => !together.All(found.State.Values.ContainsKey))
            ? null
            : TextValue.AnyOf(reached.Select(found => evaluator.Evaluate(operation, frame.At(operation.Syntax, found.State.Values), evaluation)));
    }

    /// <summary>What decides a write, along with others: the value that is taken apart, the branch it stands in.</summary>
    private static IEnumerable<SyntaxNode> Choices(Write write)
    {
        if (!write.Path.IsEmpty)
        {
            return write.Value?.Bare() is ITupleOperation or null ? [] : [write.Operation.Syntax];
        }

        return write.Operation.Syntax.Ancestors().TakeWhile(parent => parent is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Where(parent => parent is ElseClauseSyntax or SwitchSectionSyntax or IfStatementSyntax);
    }
}
