using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>new SqlConnectionStringBuilder { DataSource = "erp-db", InitialCatalog = "orders" }.ConnectionString</c>: the text it was made of, and behind that server and
/// database as they are set. What else is set is nobody's business.
/// </summary>
internal sealed class ConnectionStringBuilderSource(ValueFlow flow) : TextSource
{
    private static readonly ImmutableArray<string> _told = ["DataSource", "Server", "Host", "Port", "InitialCatalog", "Database"];

    public override ImmutableArray<OperationKind> Kinds =>
        [OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.LocalReference, OperationKind.FieldReference, OperationKind.ParameterReference, OperationKind.Invalid];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } builder } when IsBuilder(builder.Bare().Type) => Built(builder, frame, [], evaluator, evaluation),
        IInvocationOperation { TargetMethod.Name: nameof(ToString), Arguments.Length: 0, Instance: { } builder } when IsBuilder(builder.Bare().Type) => Built(builder, frame, [], evaluator, evaluation),
        IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString", Expression: var builder } } => Missing(builder, operation, frame, evaluator, evaluation),
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(ToString), Expression: var builder }, ArgumentList.Arguments.Count: 0 } } => Missing(builder, operation, frame, evaluator, evaluation),
        _ when operation is not IInvocationOperation && IsBuilder(operation.Type) => Built(operation, frame, [], evaluator, evaluation),
        _ => null,
    };

    /// <summary>The text that a builder makes; null if nothing tells.</summary>
    public TextValue? Of(IOperation builder, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => Built(builder, frame, [], evaluator, evaluation);

    /// <summary>The same where the builder's package is missing.</summary>
    private TextValue? Missing(ExpressionSyntax builder, IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation.SemanticModel?.GetOperation(builder, evaluation.Cancellation) is { } value && IsBuilder(value.Bare().Type) ? Built(value, frame, [], evaluator, evaluation) : null;

    private TextValue? Built(IOperation builder, Frame frame, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, TextEvaluator evaluator, Evaluation evaluation)
    {
        builder = builder.Bare();
        if (builder is IObjectCreationOperation creation)
        {
            return Created(creation.Type!.Name, creation.Argument("connectionString"), property => Initial(creation, property), creation.Initializer?.Initializers ?? [], frame, hops, evaluator, evaluation);
        }

        if (builder is IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax missing, SemanticModel: { } model, Type: { } type })
        {
            var text = missing.ArgumentList?.Arguments.FirstOrDefault() is { } first ? model.GetOperation(first.Expression, evaluation.Cancellation) : null;
            return Created(type.Name, text, property => Initial(missing, model, property), [], frame, hops, evaluator, evaluation);
        }

        // Of several builders nothing is told: which was set what is beyond this.
        if (hops.Length >= Limits.Hops || flow.Next(builder, frame, evaluation.Cancellation) is not { Sources: [var source] } hop)
        {
            return null;
        }

        if (hop.Variable is not { } variable)
        {
            return Built(source.Operation, source.Frame, hops, evaluator, evaluation);
        }

        if (!evaluation.TryEnter(variable, builder.Syntax, frame))
        {
            return null;
        }

        try
        {
            return Built(source.Operation, source.Frame, hops.Add((builder, variable)), evaluator, evaluation);
        }
        finally
        {
            evaluation.Leave(variable, builder.Syntax, frame);
        }
    }

    private TextValue Created(string type, IOperation? start, Func<string, IOperation?> initial, ImmutableArray<IOperation> entries, Frame frame, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, TextEvaluator evaluator, Evaluation evaluation)
    {
        // Setting the whole text forgets what it was made of.
        var text = (Set(hops, "ConnectionString") ?? initial("ConnectionString") ?? start) is { } given ? evaluator.Evaluate(given, frame, evaluation) : TextValue.Literal("");
        foreach (var property in _told)
        {
            if ((Set(hops, property) ?? initial(property)) is { } value)
            {
                text = text.Then(TextValue.Literal($";{property}=")).Then(evaluator.Shown(value, frame, evaluation));
            }
        }

        foreach (var entry in entries.Concat(hops.SelectMany(hop => Changes(hop.Use, hop.Variable))))
        {
            if (Entry(entry) is var (key, written) && evaluator.Evaluate(key, frame, evaluation).Constant is { } word && ConnectionStrings.IsTold(word))
            {
                text = text.Then(TextValue.Literal($";{word}=")).Then(evaluator.Shown(written, frame, evaluation));
            }
        }

        return text.From("new " + type);
    }

    /// <summary>What is sure to be written under the words of a connection string before it is asked for.</summary>
    private IEnumerable<IOperation> Changes(IOperation use, ISymbol variable) =>
        flow.BodyOf(use).ChangesOf(variable).Where(change => change.Syntax.SpanStart < use.Syntax.SpanStart && ReachingWrites.AlwaysRuns(change.Syntax, use.Syntax));

    /// <summary><c>["Data Source"] = value</c>, <c>Add("Data Source", value)</c>.</summary>
    private static (IOperation Word, IOperation Value)? Entry(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var word] }, Value: var value } => (word.Value, value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var word, var value] } => (word.Value, value.Value),
        _ => null,
    };

    /// <summary>What a property is set to when the text is asked for: the last assignment on the variable.</summary>
    private IOperation? Set(ImmutableArray<(IOperation Use, ISymbol Variable)> hops, string property)
    {
        foreach (var (use, variable) in hops)
        {
            if (ReachingWrites.Of(flow.BodyOf(use).WritesTo(variable, property), use.Syntax, out _).LastOrDefault()?.Value is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static IOperation? Initial(IObjectCreationOperation creation, string property) => creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;

    private static IOperation? Initial(BaseObjectCreationExpressionSyntax creation, SemanticModel model, string property) => creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
        .LastOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == property) is { Right: var value } ? model.GetOperation(value) : null;

    /// <summary>True for the framework's class and those that derive from it; for a missing one, by its name.</summary>
    public static bool IsBuilder(ITypeSymbol? type)
    {
        if (type is { TypeKind: TypeKind.Error })
        {
            return type.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal);
        }

        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "DbConnectionStringBuilder", ContainingNamespace.Name: "Common" })
            {
                return true;
            }
        }

        return false;
    }
}
