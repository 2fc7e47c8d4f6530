using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
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
        [OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.LocalReference, OperationKind.FieldReference, OperationKind.ParameterReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { } builder } when IsBuilder(builder.Bare().Type) => Built(builder, frame, [], evaluator, evaluation),
        IInvocationOperation { TargetMethod.Name: nameof(ToString), Arguments.Length: 0, Instance: { } builder } when IsBuilder(builder.Bare().Type) => Built(builder, frame, [], evaluator, evaluation),
        _ when operation is not IInvocationOperation && IsBuilder(operation.Type) => Built(operation, frame, [], evaluator, evaluation),
        _ => null,
    };

    private TextValue? Built(IOperation builder, Frame frame, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, TextEvaluator evaluator, Evaluation evaluation)
    {
        builder = builder.Bare();
        if (builder is IObjectCreationOperation creation)
        {
            return Created(creation, frame, hops, evaluator, evaluation);
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

    private TextValue Created(IObjectCreationOperation creation, Frame frame, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, TextEvaluator evaluator, Evaluation evaluation)
    {
        var text = creation.Argument("connectionString") is { } given ? evaluator.Evaluate(given, frame, evaluation) : TextValue.Literal("");
        foreach (var property in _told)
        {
            if (Set(creation, hops, property) is { } value)
            {
                text = text.Then(TextValue.Literal($";{property}=")).Then(evaluator.Shown(value, frame, evaluation));
            }
        }

        return text.From("new " + creation.Type!.Name);
    }

    /// <summary>What a property is set to when the text is asked for: the last assignment on the variable, else the initialiser's.</summary>
    private IOperation? Set(IObjectCreationOperation creation, ImmutableArray<(IOperation Use, ISymbol Variable)> hops, string property)
    {
        foreach (var (use, variable) in hops)
        {
            if (ReachingWrites.Of(flow.BodyOf(use).WritesTo(variable, property), use.Syntax, out _).LastOrDefault()?.Value is { } value)
            {
                return value;
            }
        }

        return creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)?.Value;
    }

    public static bool IsBuilder(ITypeSymbol? type)
    {
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
