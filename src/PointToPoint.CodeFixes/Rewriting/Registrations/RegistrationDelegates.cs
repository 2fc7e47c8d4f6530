using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Addresses;
using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>The base address that the delegates of a registration set.</summary>
/// <param name="Call">The call that takes the delegate.</param>
/// <param name="Argument">The delegate's argument.</param>
/// <param name="Function">The delegate.</param>
/// <param name="Assignment">The assignment in it.</param>
/// <param name="Address">What is assigned.</param>
/// <param name="Type">The type all that is written in.</param>
internal sealed record RegisteredBase(
    InvocationExpressionSyntax Call, ArgumentSyntax Argument, AnonymousFunctionExpressionSyntax Function, AssignmentExpressionSyntax Assignment, AddressExpression Address, TypeParts Type)
{
    public SemanticModel Model => Type.PartOf(Assignment).Model;

    /// <summary>
    /// True if the whole address is one configuration value. Then it stays where it is: the gateway takes addresses of the system's own origin too, and who
    /// moves the system changes configuration alone, as before.
    /// </summary>
    public bool IsConfigured { get; init; }
}

/// <summary>Reads what the delegates of a registration do to the client's address.</summary>
internal static class RegistrationDelegates
{
    private const string Parameter = "configureClient";

    /// <summary>The base address set there, if any; or why it can't be said.</summary>
    public static async Task<(RegisteredBase? Base, RefusalReason? Refusal)> ReadAsync(RegistrationSite site, RewriteContext context)
    {
        RegisteredBase? found = null;
        foreach (var call in site.Chain)
        {
            if (site.Model.GetSymbolInfo(call, context.Cancellation).Symbol is not IMethodSymbol method || Configuring(call, method) is not { } argument)
            {
                continue;
            }

            if (argument.Expression is not AnonymousFunctionExpressionSyntax function
                || await context.TypeAroundAsync(site.Document, call).ConfigureAwait(false) is not { } type
                || site.Model.GetSymbolInfo(function, context.Cancellation).Symbol is not IMethodSymbol { Parameters: [.., var client] })
            {
                return (null, RefusalReason.RegistrationNotUnderstood);
            }

            var trace = ClientTrace.OfDelegate(type, client, context.Cancellation);
            if (trace.Refusal is { } refusal)
            {
                return (null, refusal);
            }

            if (trace.Calls.Count > 0 || trace.Variables.Count > 1)
            {
                return (null, RefusalReason.RegistrationNotUnderstood);
            }

            foreach (var assignment in trace.BaseAddresses)
            {
                if (found is not null || !IsUnconditional(assignment, function))
                {
                    return (null, RefusalReason.BaseAddressMoved);
                }

                found = new RegisteredBase(
                    call, argument, function, assignment, AddressSyntaxReader.Read(assignment.Right, type.PartOf(assignment).Model, inlineLocals: true, context.Cancellation), type);
            }
        }

        if (found is { Address.Origin: null } && ConfigurationValue.Is(found.Assignment.Right, found.Model, context.Cancellation))
        {
            return (found with { IsConfigured = true }, null);
        }

        return (found, found is { Address.Origin: null } ? RefusalReason.AddressNotConstant : found?.Address.Origin?.HasUserInfo == true ? RefusalReason.UserInfo : null);
    }

    private static ArgumentSyntax? Configuring(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        // The reduced form of the extension has the parameters that are written.
        var position = method.Parameters.ToList().FindIndex(parameter => parameter.Name == Parameter);
        return position < 0 ? null
            : call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == Parameter)
                ?? (position < call.ArgumentList.Arguments.Count ? call.ArgumentList.Arguments[position] : null);
    }

    private static bool IsUnconditional(AssignmentExpressionSyntax assignment, AnonymousFunctionExpressionSyntax function) =>
        assignment == function.ExpressionBody || (assignment.Parent is ExpressionStatementSyntax statement && statement.Parent == function.Block);
}
