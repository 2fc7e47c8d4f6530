using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// Where the wiring of a registering call is told: on the method's name, or, where a function with a body in braces sets the address, on the property there. Such a body is often
/// long, and the line with the address is the one to look at.
/// </summary>
internal static class BoundMember
{
    /// <summary>The location.</summary>
    /// <param name="call">The registering call.</param>
    /// <param name="properties">The names of the properties that hold an address.</param>
    public static Location Of(SyntaxNode call, ImmutableArray<string> properties) =>
        call is InvocationExpressionSyntax { ArgumentList: var list } && list.Arguments.Select(argument => SetIn(argument.Expression, properties)).FirstOrDefault(set => set is not null) is { } set
            ? Operations.NameLocation(set)
            : Operations.NameLocation(call);

    /// <summary>The call whose function sets a property: the other way round; null if none does.</summary>
    public static InvocationExpressionSyntax? CallOf(SimpleNameSyntax property)
    {
        var function = property.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault();
        return function is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } && SetIn(function, [property.Identifier.ValueText]) is { } set && set.Name == property ? call : null;
    }

    private static MemberAccessExpressionSyntax? SetIn(ExpressionSyntax argument, ImmutableArray<string> properties)
    {
        if (argument is not AnonymousFunctionExpressionSyntax { Block: { } body } function)
        {
            return null;
        }

        var parameters = Parameters(function);
        return body.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left).OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(set => set.Expression is IdentifierNameSyntax target && parameters.Contains(target.Identifier.ValueText) && properties.Contains(set.Name.Identifier.ValueText));
    }

    private static ImmutableArray<string> Parameters(AnonymousFunctionExpressionSyntax function) => function switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax lambda => [.. lambda.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText)],
        AnonymousMethodExpressionSyntax { ParameterList: { } list } => [.. list.Parameters.Select(parameter => parameter.Identifier.ValueText)],
        _ => [],
    };
}
