using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// Environment variables that a missing package reads: <c>Env.GetString("ERP_URL")</c>, and <c>Url.Required()</c> of a <c>static readonly AppEnv Url = new("ERP_URL")</c>. The type says by its name that it
/// reads the environment, and is given nothing but the variable's name.
/// </summary>
internal sealed class UnboundVariables(CodeBase code, MissingNames names)
{
    private const string Environment = "Env";

    /// <summary>The variable's name; null if an expression reads none, or nobody can say which.</summary>
    public string? NameOf(ExpressionSyntax expression, Frame frame, CancellationToken cancellation)
    {
        expression = MissingNames.Bare(expression);
        if (expression is InvocationExpressionSyntax { ArgumentList.Arguments: [var name, ..], Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var method } })
        {
            return method.StartsWith("Get", StringComparison.Ordinal) && IsEnvironment(names.ClassBefore(type, cancellation)) ? Variable(name.Expression, cancellation) : null;
        }

        return expression switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Expression: var receiver } } => KeptIn(receiver, frame, cancellation),
            MemberAccessExpressionSyntax { Expression: var owner } => KeptIn(owner, frame, cancellation),
            _ => null,
        };
    }

    /// <summary>The name that a variable's object was given, be it handed on as a parameter.</summary>
    private string? KeptIn(ExpressionSyntax variable, Frame frame, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            if (code.ModelOf(variable.SyntaxTree)?.GetSymbolInfo(variable, cancellation).Symbol is not { DeclaringSyntaxReferences: [var declared] } symbol || TypeOf(symbol) is not { TypeKind: TypeKind.Error } made || !IsEnvironment(made.Name))
            {
                return null;
            }

            if (symbol is not IParameterSymbol)
            {
                return MissingNames.Initializer(declared.GetSyntax(cancellation)) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var given] } ? Variable(given.Expression, cancellation) : null;
            }

            if (!frame.Arguments.TryGetValue(symbol, out var argument) || argument.Operation.Syntax is not ExpressionSyntax handed)
            {
                return null;
            }

            (variable, frame) = (handed, argument.Frame);
        }

        return null;
    }

    /// <summary>Written as variables are, in capitals: any other word may be anything.</summary>
    private string? Variable(ExpressionSyntax name, CancellationToken cancellation) =>
        names.Constant(name, cancellation) is { Length: > 0 } text && text.All(letter => (char.IsLetterOrDigit(letter) && !char.IsLower(letter)) || letter == '_') && text.Any(char.IsLetter) ? text : null;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary><c>Env</c>, <c>AppEnv</c>, <c>EnvReader</c>, <c>EnvironmentVariable</c>; not <c>Envelope</c>.</summary>
    private static bool IsEnvironment(string? type) => type is not null && (type.EndsWith(Environment, StringComparison.Ordinal)
        || (type.StartsWith(Environment, StringComparison.Ordinal) && (type.StartsWith("Environment", StringComparison.Ordinal) || char.IsUpper(type[Environment.Length]))));
}
