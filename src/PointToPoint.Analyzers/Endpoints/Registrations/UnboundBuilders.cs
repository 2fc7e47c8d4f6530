using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>
/// What is called on the builder of a registration that doesn't bind, where a variable keeps it: <c>var builder = services.AddRefitClient&lt;IErp>(); builder.ConfigureHttpClient(…)</c>, and in a function of the
/// caller's that gets it, <c>configure(builder)</c>.
/// </summary>
internal sealed class UnboundBuilders(CodeBase code)
{
    /// <summary>The calls, in the order they stand in.</summary>
    /// <param name="registration">The last call of the registration's own chain.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<InvocationExpressionSyntax> CallsOn(InvocationExpressionSyntax registration, CancellationToken cancellation)
    {
        if (registration.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var builder, Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement } } })
        {
            return [];
        }

        var behind = (statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } ? unit.Members.OfType<GlobalStatementSyntax>() : statement.Parent!.ChildNodes())
            .Where(next => next.SpanStart > statement.Span.End).SelectMany(next => next.DescendantNodes()).ToList();

        // A name that means something else as well says nothing.
        return behind.Exists(node => IsAnother(node, builder)) ? [] : behind.OfType<InvocationExpressionSyntax>()
            .SelectMany(call => StartsWith(call, builder) ? [call] : HandedTo(call, builder) is { } function ? InFunctions(function, call, cancellation) : []);
    }

    /// <summary>True where the variable is set again, or something else has its name.</summary>
    private static bool IsAnother(SyntaxNode node, string variable) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax set } => set.Identifier.ValueText == variable,
        ParameterSyntax parameter => parameter.Identifier.ValueText == variable,
        VariableDeclaratorSyntax declared => declared.Identifier.ValueText == variable,
        SingleVariableDesignationSyntax declared => declared.Identifier.ValueText == variable,
        _ => false,
    };

    private static bool StartsWith(InvocationExpressionSyntax call, string variable)
    {
        ExpressionSyntax? first = call;
        while (first is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before } })
        {
            first = before;
        }

        return first is IdentifierNameSyntax name && name.Identifier.ValueText == variable;
    }

    /// <summary>The variable whose function gets the builder alone: <c>configure(builder)</c>, <c>configure.Invoke(builder)</c>, <c>configure?.Invoke(builder)</c>.</summary>
    private static string? HandedTo(InvocationExpressionSyntax call, string builder) =>
        call.ArgumentList.Arguments is not [{ Expression: IdentifierNameSyntax given }] || given.Identifier.ValueText != builder ? null : call.Expression switch
        {
            IdentifierNameSyntax function => function.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Action.Invoke), Expression: IdentifierNameSyntax function } => function.Identifier.ValueText,
            MemberBindingExpressionSyntax { Name.Identifier.ValueText: nameof(Action.Invoke) } when call.Parent is ConditionalAccessExpressionSyntax { Expression: IdentifierNameSyntax function } => function.Identifier.ValueText,
            _ => null,
        };

    /// <summary>What the functions do with the builder that the callers hand to the method around.</summary>
    private IEnumerable<InvocationExpressionSyntax> InFunctions(string function, SyntaxNode use, CancellationToken cancellation)
    {
        if (use.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || method.ParameterList.Parameters.IndexOf(parameter => parameter.Identifier.ValueText == function) is not (>= 0 and var position)
            || code.ModelOf(method.SyntaxTree)?.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol declared)
        {
            return [];
        }

        return from pair in code.Trees
               from site in pair.Facts.Sites.Calls[method.Identifier.ValueText]
               let call = CodeBase.NodeAt<InvocationExpressionSyntax>(pair.Tree, site.Span, cancellation)
               where call is not null
               let meant = Meant(call, declared, cancellation)
               where meant is not null
               let given = SyntaxNames.Argument(call.ArgumentList, function, position - (meant.MethodKind == MethodKind.ReducedExtension ? 1 : 0))?.Expression as LambdaExpressionSyntax
               where given is not null
               from configuring in given.DescendantNodes().OfType<InvocationExpressionSyntax>()
               where StartsWith(configuring, ParameterOf(given))
               select configuring;
    }

    /// <summary>The method as a call takes it, which may be one of those that it is taken for; null if it calls another.</summary>
    private IMethodSymbol? Meant(InvocationExpressionSyntax call, IMethodSymbol method, CancellationToken cancellation) => code.ModelOf(call.SyntaxTree)?.GetSymbolInfo(call, cancellation) is { } info
        ? (info.Symbol is { } bound ? [bound] : info.CandidateSymbols).OfType<IMethodSymbol>().FirstOrDefault(candidate => Declarations.Same(candidate.ReducedFrom ?? candidate, method))
        : null;

    private static string ParameterOf(LambdaExpressionSyntax function) => function switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.ValueText,
        _ => "",
    };
}
