using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// What a service answered with, where the question tells it: the endpoints of a discovery document are its provider's, the address of a queue is that of the queue that was
/// asked for.
/// </summary>
internal sealed class AnswerSource(ValueFlow flow, CodeBase code) : TextSource
{
    private static readonly ImmutableDictionary<string, Question> _questions = new Dictionary<string, Question>(StringComparer.Ordinal)
    {
        ["DiscoveryDocumentResponse"] = new(["GetDiscoveryDocumentAsync"], ["address", "authority"], "Address", IsProviders, OfProvider),
        ["GetQueueUrlResponse"] = new(["GetQueueUrlAsync", "GetQueueUrl"], ["queueName"], "QueueName", name => name == "QueueUrl", queue => queue),
        ["CreateQueueResponse"] = new(["CreateQueueAsync", "CreateQueue"], ["queueName"], "QueueName", name => name == "QueueUrl", queue => queue),
    }.ToImmutableDictionary();

    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invalid];

    /// <summary>Reads a message; set once what reads them exists.</summary>
    public Func<IOperation, MessageShape, Frame, Evaluation, RequestMessage?> Read { get; set; } = (_, _, _, _) => null;

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: var type }, Instance: { } answer }
            && _questions.TryGetValue(type, out var question) && question.Tells(name)
            && Asked(new Place(answer, frame), question, evaluation) is { } asked
            && (Given(asked, question, evaluator, evaluation) ?? OfClient(asked, operation)) is { IsUnknown: false } given
            ? question.Answer(given)
            : operation is IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Expression: var holder, Name.Identifier.ValueText: var member } } && code.MayLackPackages ? OfMissing(holder, member, frame, evaluator, evaluation)
            : null;

    /// <summary>The same where the answer's type is missing: what was asked is known by the method's name.</summary>
    private TextValue? OfMissing(ExpressionSyntax holder, string member, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        !_questions.Values.Any(question => question.Tells(member)) || code.OperationAt(holder, evaluation.Cancellation) is not { } answer ? null
        : _questions.Values.Where(question => question.Tells(member))
            .Select(question => Asked(new Place(answer, frame), question, evaluation) is { Operation: IInvalidOperation } asked && (Given(asked, question, evaluator, evaluation) ?? OfClient(asked, answer)) is { IsUnknown: false } given ? question.Answer(given) : null)
            .FirstOrDefault(told => told is not null);

    /// <summary>The one call whose answer it is; of what keeps the answer, the creation.</summary>
    private Place? Asked(Place place, Question question, Evaluation evaluation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            place = place with { Operation = place.Operation.Bare() };
            switch (place.Operation)
            {
                case IInvocationOperation { TargetMethod: { Name: "GetAsync", ContainingType.Name: "IDiscoveryCache" or "DiscoveryCache" }, Instance: { } cache }:
                    place = place with { Operation = cache };
                    continue;
                case IInvocationOperation { TargetMethod: { Name: var called, DeclaringSyntaxReferences.IsEmpty: true } } when question.Methods.Contains(called):
                case IInvalidOperation { Syntax: InvocationExpressionSyntax missing } when SyntaxNames.OfCalled(missing)?.Identifier.ValueText is { } asked && question.Methods.Contains(asked):
                case IObjectCreationOperation:
                    return place;
            }

            if (flow.Next(place.Operation, place.Frame, evaluation.Cancellation) is not { Unknown: null, Sources: [var source] })
            {
                return null;
            }

            place = source;
        }

        return null;
    }

    private TextValue? Given(Place asked, Question question, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (asked.Operation is IInvalidOperation { Syntax: InvocationExpressionSyntax missing })
        {
            return missing.ArgumentList.Arguments.FirstOrDefault() is { Expression: var first } && code.OperationAt(first, evaluation.Cancellation) is { } value
                ? value.Bare().Type is { SpecialType: SpecialType.System_String } ? evaluator.Evaluate(value, asked.Frame, evaluation) : Read(value, new MessageShape("T:", [.. question.Arguments, question.Property], []), asked.Frame, evaluation)?.Address
                : null;
        }

        var arguments = asked.Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        if (arguments.FirstOrDefault(argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Name: var name } && question.Arguments.Contains(name)) is { } said)
        {
            return evaluator.Evaluate(said.Value, asked.Frame, evaluation);
        }

        return arguments.FirstOrDefault(argument => argument.Parameter?.Name == "request") is { Value: { Type: { } type } request }
            ? Read(request, new MessageShape(RecordMaker.DocumentationId(type), [.. question.Arguments, question.Property], []), asked.Frame, evaluation)?.Address
            : null;
    }

    /// <summary>
    /// A question without an address goes to the client's base address. Where the same client is handed what the answer says, its base is what it puts before an address anyway.
    /// </summary>
    private static TextValue? OfClient(Place asked, IOperation use)
    {
        if (asked.Operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var client } }, ArgumentList.Arguments: var arguments } question
            || question.SyntaxTree != use.Syntax.SyntaxTree
            || arguments.Any(argument => argument.Expression is not IdentifierNameSyntax { Identifier.ValueText: "cancellationToken" or "ct" or "token" or "cancellation" }))
        {
            return null;
        }

        return Branches.Body(question).DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call != question && call.SpanStart > question.Span.End
                && call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var other } } && other == client)
            ? TextValue.Of(new Alternative([new BasePart(IsPath: false)], ["BaseAddress"]))
            : null;
    }

    private static bool IsProviders(string property) => property.EndsWith("Endpoint", StringComparison.Ordinal) || property is "JwksUri" or "Issuer";

    /// <summary>The document says which path it is; that it is on another host than its own is a thing of test servers.</summary>
    private static TextValue OfProvider(TextValue document) =>
        document.Select(address => new UriText(address) is { IsAbsolute: true } text ? text.Origin : address).Then(TextValue.Literal("/")).Then(TextValue.Unknown("what the discovery document says"));

    /// <param name="Methods">The calls that are answered so.</param>
    /// <param name="Arguments">What they are given that tells the answer.</param>
    /// <param name="Property">The same in a request object.</param>
    /// <param name="Tells">True for a property of the answer that it tells.</param>
    /// <param name="Answer">What it tells.</param>
    private sealed record Question(ImmutableArray<string> Methods, ImmutableArray<string> Arguments, string Property, Func<string, bool> Tells, Func<TextValue, TextValue> Answer);
}
