using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A client that Refit makes: <c>RestService.For&lt;IErpApi&gt;(…)</c>, of an address or of an <c>HttpClient</c>.</summary>
/// <param name="Api">The interface; null if only run time knows it.</param>
/// <param name="Given">The address or client it is made of.</param>
/// <param name="Member">Documentation ID of the method.</param>
/// <param name="Location">The method's name.</param>
/// <param name="Step">How a person would say it.</param>
internal sealed record RefitCreation(ITypeSymbol? Api, IOperation Given, string Member, Location Location, string Step)
{
    public static readonly ImmutableArray<string> Names = ["For", "ForGenerated"];

    /// <summary>True if it is made of a client, whose own base address counts; else of an address.</summary>
    public bool IsOfClient => Given.Bare().Type is { Name: "HttpClient" };

    /// <summary>Null if the call makes no such client.</summary>
    public static RefitCreation? Of(IInvocationOperation call)
    {
        if (!Names.Contains(call.TargetMethod.Name) || call.TargetMethod.ContainingType is not { Name: "RestService", ContainingNamespace: { Name: "Refit", ContainingNamespace.IsGlobalNamespace: true } }
            || (call.Argument("hostUrl") ?? call.Argument("client")) is not { } given)
        {
            return null;
        }

        var api = call.TargetMethod.TypeArguments is [var type] ? type : (call.Argument("refitInterfaceType")?.Bare() as ITypeOfOperation)?.TypeOperand;
        return new RefitCreation(api, given, RecordMaker.DocumentationId(call.TargetMethod), Operations.NameLocation(call.Syntax), StepOf(call.TargetMethod.Name, api));
    }

    /// <summary>The same where the package may be missing: then the names are all there is.</summary>
    public static RefitCreation? Of(IOperation operation, CodeBase code, CancellationToken cancellation)
    {
        if (operation is IInvocationOperation bound)
        {
            return Of(bound);
        }

        if (operation is not IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } node }
            || receiver.ToString() is not ("RestService" or "Refit.RestService" or "global::Refit.RestService")
            || UnboundCall.At(node, code, cancellation) is not { } call || !Names.Contains(call.Name)
            || call.TypeArguments(code, cancellation) is not [var api]
            || (call.Argument("hostUrl", int.MaxValue, code, cancellation) ?? call.Argument("client", 0, code, cancellation)) is not { } given)
        {
            return null;
        }

        return new RefitCreation(api, given, $"M:{RefitFamily.ServiceName}.{call.Name}", Operations.NameLocation(node), $"{StepOf(call.Name, api)} ({UnboundCall.Step})");
    }

    private static string StepOf(string name, ITypeSymbol? api) => "RestService." + name + (api is null ? "" : $"<{api.Name}>");
}
