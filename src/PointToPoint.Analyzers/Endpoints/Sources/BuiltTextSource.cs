using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>A variable that is built step by step: a StringBuilder or UriBuilder, or a text that grows in a loop or under a condition. Its body is run up to the use.</summary>
internal sealed class BuiltTextSource(ValueFlow flow, Conditions conditions, Sequences sequences, BodyChanges bodies) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.LocalReference, OperationKind.ParameterReference, OperationKind.FieldReference, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var isBuilder = Change.IsStringBuilder(operation.Type) || UriText.IsBuilder(operation.Type);
        if (operation is IMemberReferenceOperation member)
        {
            // Any method may have changed what a member holds; a getter that makes a new one is followed as ever.
            return isBuilder && Declarations.IsStored(member.Member) ? TextValue.Unknown($"'{member.Member.Name()}', which is built in too many ways to follow") : null;
        }

        var variable = operation.Variable()!;
        var isToldApart = false;
        if (Body(operation, variable) is not { } body || !(isBuilder || GrowsInSteps(operation, variable) || (isToldApart = IsToldApart(operation, variable, frame))))
        {
            return null;
        }

        // What a builder was created with is not what is in it later, so nothing short of a run will do.
        var unknown = isBuilder ? TextValue.Unknown($"'{variable.Name}', which is built in too many ways to follow") : null;
        if (RunPlan.For(body, [variable], bodies) is not { } plan)
        {
            return unknown;
        }

        var use = operation.Syntax.Span;
        if (RunPlan.FunctionOf(operation, body) != body && plan.Changes.Any(change => change.Operation.Syntax.SpanStart > use.Start))
        {
            // A lambda runs later, when the variable may hold something else.
            return unknown;
        }

        if (!evaluation.TryEnter(variable, operation.Syntax, frame))
        {
            return TextValue.Unknown($"'{variable.Name}', which depends on itself");
        }

        try
        {
            var reached = new BodyRun(plan, frame, evaluator, conditions, sequences, evaluation, step => step.Syntax.Span.Contains(use)).Run();
            if (reached is null)
            {
                return unknown;
            }

            TextValue? value = null;
            foreach (var (_, state) in reached)
            {
                if (state.Values.TryGetValue(variable, out var held))
                {
                    value = value is null ? held : value.Or(held);
                }
            }

            // Where the caller's arguments leave several, nothing but their order would be another.
            return value is null || (isToldApart && value.Alternatives.Length > 1) ? null
                : variable is IParameterSymbol ? value : value.From("local " + variable.Name);
        }
        finally
        {
            evaluation.Leave(variable, operation.Syntax, frame);
        }
    }

    /// <summary>The body that the variable lives in.</summary>
    private static IOperation? Body(IOperation use, ISymbol variable)
    {
        for (var body = RunPlan.FunctionOf(use, null); ; body = RunPlan.FunctionOf(body.Parent.Parent, null))
        {
            var function = body.Parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null || variable.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == body.Syntax.SyntaxTree && body.Parent!.Syntax.Span.Contains(declared.Span)))
            {
                return body;
            }

            if (body.Parent?.Parent is null)
            {
                return null;
            }
        }
    }

    /// <summary>True if what it holds before decides what it holds after: in a loop, or where only an <c>if</c> lets it grow.</summary>
    private bool GrowsInSteps(IOperation use, ISymbol variable) => use.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Int32 } or { Name: nameof(Uri) }
        && flow.BodyOf(use).ConditionalWritesTo(variable).Any(write => MayPrecede(write.Operation.Syntax, use.Syntax) && write.Operation.Syntax.Ancestors()
            .TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                && !variable.DeclaringSyntaxReferences.Any(declared => ancestor.SyntaxTree == declared.SyntaxTree && ancestor.Span.Contains(declared.Span)))
            .Any(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                || (ancestor is IfStatementSyntax { Condition: var condition } && AsksForForm(condition))
                || (ancestor is IfStatementSyntax && RunPlan.Variables(write.Operation).Count(read => SymbolEqualityComparer.Default.Equals(read, variable)) > (write.Value == write.Operation ? 0 : 1))));

    /// <summary>True if it is written where a condition asks for what the caller gives, or what may be made of it: <c>if (root == null) root = "https://…";</c>.</summary>
    private bool IsToldApart(IOperation use, ISymbol variable, Frame frame) => !frame.Arguments.IsEmpty
        && (use.Type is { SpecialType: SpecialType.System_String } or { Name: nameof(Uri) } || HttpMethods.Is(use.Type))
        && flow.BodyOf(use).ConditionalWritesTo(variable).Any(write => MayPrecede(write.Operation.Syntax, use.Syntax) && write.Operation.Syntax.Ancestors()
            .TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .Select(ancestor => (ancestor as IfStatementSyntax)?.Condition ?? (ancestor as SwitchStatementSyntax)?.Expression)
            .Any(asked => asked?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => frame.Arguments.Keys.Any(parameter => parameter.Name == name.Identifier.ValueText) || flow.BodyOf(use).HasLocal(name.Identifier.ValueText)) == true));

    /// <summary>False for what happens after the use, in no loop with it.</summary>
    private static bool MayPrecede(SyntaxNode write, SyntaxNode use) => write.SpanStart < use.SpanStart
        || write.Ancestors().Any(ancestor => ancestor is StatementSyntax and (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) && ancestor.Span.Contains(use.Span));

    /// <summary><c>if (!text.EndsWith('/'))</c>: where another variable holds what this one did before, too.</summary>
    private static bool AsksForForm(ExpressionSyntax condition) => condition.DescendantNodesAndSelf()
        .Any(node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(string.EndsWith) or nameof(string.StartsWith) });
}
