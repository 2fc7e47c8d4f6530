using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.CodeFixes.Rewriting.Addresses;
using PointToPoint.CodeFixes.Rewriting.Clients;
using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>Makes a registration one that the gateway routes.</summary>
internal static class RegistrationRewriter
{
    /// <summary>Adds the changes to a plan; why not, if they can't be made.</summary>
    public static RefusalReason? Add(RegistrationSite site, RegisteredBase? registered, RoutePlan plan)
    {
        plan.AddSite(SyntaxNames.OfCalled(site.Add)!);
        if (registered is null or { IsConfigured: true })
        {
            if (registered is not null)
            {
                plan.AddSite(SyntaxNames.OfCalled(registered.Call)!);
            }

            plan.Add(site.Document, new NodeEdit(site.Add, current => Append((InvocationExpressionSyntax)current, site.Add, plan.System)));
            return null;
        }

        plan.AddSite(SyntaxNames.OfCalled(registered.Call)!);
        var drops = AddressCut.IsRoot(registered.Address.Origin!.Tail, registered.Address.HoleFollows);
        if (!drops)
        {
            if (Rebase(registered) is not { } rebase)
            {
                return RefusalReason.AddressForm;
            }

            plan.Add(site.Document, rebase);
        }

        UnitAddresses.AddInlined(registered.Address, registered.Type, plan);
        var dropsDelegate = drops && IsAll(registered);
        if (drops && !dropsDelegate)
        {
            plan.Add(site.Document, StatementRemoval.Of((StatementSyntax)registered.Assignment.Parent!));
        }

        if (dropsDelegate && MovedComments.Of(registered.Argument, []) is { } comments)
        {
            plan.Add(site.Document, comments);
        }

        if (dropsDelegate && registered.Call != site.Add)
        {
            // .ConfigureHttpClient(…) has nothing left to do: the gateway takes its place.
            plan.Add(site.Document, new NodeEdit(registered.Call, current => InPlace((InvocationExpressionSyntax)current, plan.System)));
            return null;
        }

        plan.Add(site.Document, new NodeEdit(site.Add, current =>
        {
            var call = (InvocationExpressionSyntax)current;
            return Append(dropsDelegate ? WithoutArgument(call, site.Add.ArgumentList.Arguments.IndexOf(registered.Argument)) : call, site.Add, plan.System);
        }));
        return null;
    }

    /// <summary><c>new Uri(c.BaseAddress!, "api/")</c> for a base address below the origin.</summary>
    public static NodeEdit? Rebase(AssignmentExpressionSyntax assignment, AddressExpression address, SemanticModel model)
    {
        if (address.Uris is not [var uri] || assignment.Right.Bare() != uri || !address.Variables.IsEmpty || AddressRewriter.ToPath(address, AddressUse.RelativeToBase, model) is not { } path)
        {
            return null;
        }

        var client = assignment.Left.WithoutTrivia();
        var root = model.GetNullableContext(assignment.SpanStart).WarningsEnabled()
            ? SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, client)
            : client;
        return new NodeEdit(uri, current =>
        {
            var creation = (BaseObjectCreationExpressionSyntax)current;
            return creation.WithArgumentList(creation.ArgumentList!.WithArguments(SyntaxFactory.SeparatedList(
                [SyntaxFactory.Argument(root), SyntaxFactory.Argument(path)],
                [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)])));
        });
    }

    private static NodeEdit? Rebase(RegisteredBase registered) => Rebase(registered.Assignment, registered.Address, registered.Model);

    /// <summary>True if the delegate does nothing but set the base address.</summary>
    private static bool IsAll(RegisteredBase registered) =>
        registered.Function.ExpressionBody == registered.Assignment || registered.Function.Block is { Statements.Count: 1 };

    private static InvocationExpressionSyntax WithoutArgument(InvocationExpressionSyntax call, int index) =>
        call.WithArgumentList(call.ArgumentList.WithArguments(call.ArgumentList.Arguments.RemoveAt(index)) is var list && list.Arguments.Count == 0
            ? SyntaxFactory.ArgumentList().WithTrailingTrivia(list.GetTrailingTrivia())
            : list);

    private static InvocationExpressionSyntax InPlace(InvocationExpressionSyntax call, string system)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(GatewayTypes.RoutingExtension).WithTriviaFrom(access.Name)))
            .WithArgumentList(Arguments(system).WithTriviaFrom(call.ArgumentList));
    }

    /// <summary>Chains the call behind the registration: on a line of its own where the next one in the chain stands on one.</summary>
    private static InvocationExpressionSyntax Append(InvocationExpressionSyntax call, InvocationExpressionSyntax original, string system)
    {
        var trailing = call.GetTrailingTrivia();
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken);
        if (original.Parent is MemberAccessExpressionSyntax next && next.Expression == original && trailing.Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            var line = trailing.Last(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            var indentation = next.OperatorToken.LeadingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            return Chained(call, dot.WithLeadingTrivia(indentation)).WithArgumentList(Arguments(system).WithTrailingTrivia(line));
        }

        return Chained(call.WithoutTrailingTrivia(), dot).WithArgumentList(Arguments(system).WithTrailingTrivia(trailing));
    }

    private static InvocationExpressionSyntax Chained(InvocationExpressionSyntax call, SyntaxToken dot) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call, dot, SyntaxFactory.IdentifierName(GatewayTypes.RoutingExtension)));

    private static ArgumentListSyntax Arguments(string system) => SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
        SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(system)))));
}
