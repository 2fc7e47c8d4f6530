using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.CodeFixes.Rewriting.Addresses;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>An address as it is written, with the part of the type it is written in.</summary>
internal sealed record WrittenAddress(AddressExpression Address, TypePart Part);

/// <summary>A base address that is set: by a statement, or in the initialiser of the client's creation.</summary>
/// <param name="Address">What is set.</param>
/// <param name="Part">The part it is written in.</param>
/// <param name="Assignment">The assignment.</param>
/// <param name="Creation">The creation whose initialiser it is part of; null if it is a statement.</param>
internal sealed record WrittenBase(AddressExpression Address, TypePart Part, AssignmentExpressionSyntax Assignment, BaseObjectCreationExpressionSyntax? Creation);

/// <summary>All addresses that are written for one client: of its calls, its messages, and its base address.</summary>
internal sealed class ClientAddresses
{
    private ClientAddresses(ClientTrace trace) => Trace = trace;

    public ClientTrace Trace { get; }

    /// <summary>Absolute addresses of calls: the origin is to be cut off.</summary>
    public List<WrittenAddress> Requests { get; } = [];

    public List<WrittenBase> Bases { get; } = [];

    /// <summary>True if a call has an address that depends on the base address.</summary>
    public bool HasRelative { get; private set; }

    /// <summary>True if a call has an address that nobody knows here.</summary>
    public bool HasUnknown { get; private set; }

    public RefusalReason? Refusal { get; private set; }

    public IEnumerable<(AddressExpression Address, TypePart Part)> All => Requests.Select(request => (request.Address, request.Part)).Concat(Bases.Select(one => (one.Address, one.Part)));

    public static ClientAddresses Of(ClientTrace trace, CancellationToken cancellation)
    {
        var addresses = new ClientAddresses(trace) { Refusal = trace.Refusal };
        foreach (var assignment in trace.BaseAddresses)
        {
            addresses.AddBase(assignment, null, cancellation);
        }

        foreach (var creation in trace.Sources.Select(source => source.Node).OfType<BaseObjectCreationExpressionSyntax>())
        {
            foreach (var assignment in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
            {
                if (assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" })
                {
                    addresses.AddBase(assignment, creation, cancellation);
                }
            }
        }

        foreach (var call in trace.Calls)
        {
            addresses.AddCall(call, cancellation);
        }

        addresses.Refusal ??= addresses.All.Select(written => Judge(written.Address)).FirstOrDefault(reason => reason is not null);
        return addresses;
    }

    private static RefusalReason? Judge(AddressExpression address) =>
        address.Origin is not { } origin ? null
        : origin.HasUserInfo ? RefusalReason.UserInfo
        : address.Pieces[0].Text!.Length < origin.Text.Length ? RefusalReason.AddressForm
        : null;

    private void Refuse(RefusalReason reason) => Refusal ??= reason;

    private void AddBase(AssignmentExpressionSyntax assignment, BaseObjectCreationExpressionSyntax? creation, CancellationToken cancellation)
    {
        var part = Trace.Type.PartOf(assignment);
        var address = AddressSyntaxReader.Read(assignment.Right, part.Model, inlineLocals: true, cancellation);
        Bases.Add(new WrittenBase(address, part, assignment, creation));
        if (address.Origin is null)
        {
            Refuse(RefusalReason.AddressNotConstant);
        }
    }

    private void AddCall(ClientCall call, CancellationToken cancellation)
    {
        var part = Trace.Type.PartOf(call.Invocation);
        if (part.Model.GetOperation(call.Invocation, cancellation) is not IInvocationOperation operation)
        {
            Refuse(RefusalReason.ClientNotUnderstood);
        }
        else if (operation.Argument("request")?.Syntax is ExpressionSyntax request)
        {
            AddMessage(request, cancellation);
        }
        else if (operation.Argument("requestUri")?.Syntax is ExpressionSyntax address)
        {
            Add(address, null, cancellation);
        }
        else
        {
            HasRelative = true;
        }
    }

    private void AddMessage(ExpressionSyntax request, CancellationToken cancellation)
    {
        var message = MessageTrace.Of(Trace, request, cancellation);
        HasUnknown |= message.IsUnknown;
        HasRelative |= message.Addresses.Count == 0;
        foreach (var address in message.Addresses)
        {
            Add(address, message.Refusal, cancellation);
        }
    }

    private void Add(ExpressionSyntax expression, RefusalReason? cannotChange, CancellationToken cancellation)
    {
        var part = Trace.Type.PartOf(expression);
        var address = AddressSyntaxReader.Read(expression, part.Model, inlineLocals: false, cancellation);
        if (address.Origin is not null)
        {
            Requests.Add(new WrittenAddress(address, part));
            if (cannotChange is { } reason)
            {
                Refuse(reason);
            }
        }
        else if (address.IsRelative)
        {
            HasRelative = true;
        }
        else
        {
            HasUnknown = true;
        }
    }
}
