using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Deployment;

/// <summary>What an Aspire AppHost is given from outside: services that it doesn't run (<c>AddExternalService</c>), and parameters (<c>AddParameter</c>), whose values its own settings may hold.</summary>
/// <param name="files">Where settings are read from.</param>
/// <param name="host">The AppHost.</param>
/// <param name="text">The text that an expression is; null if it is none.</param>
internal sealed class AppHostValues(DeploymentFiles files, CapturedProject host, Func<ExpressionSyntax, string?> text)
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string Url)> _externals = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<JsonLeaf>> _settings = new(() =>
        [.. new[] { "appsettings.json", "appsettings.Development.json" }.Select(name => Path.Combine(host.ProjectFolder, name)).Where(File.Exists).SelectMany(path => JsonLeaf.Read(files, path))]);

    public void ReadParameters(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (AppHost.Variable(call) is { } variable && Value(call) is { } value)
            {
                _parameters[variable] = value;
            }
        }
    }

    public void ReadExternals(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (AppHost.Variable(call) is { } variable && Added(call) is { } added)
            {
                _externals[variable] = added;
            }
        }
    }

    /// <summary>The external service that an expression is, with its address; null if it is none, or nobody knows where it is.</summary>
    public (string Name, string Url)? External(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => _externals.TryGetValue(name, out var known) ? known : null,
        InvocationExpressionSyntax call when Added(call) is { } added => added,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver } } => External(receiver),
        _ => null,
    };

    /// <summary>The value of the parameter that an expression is; null if it is none, or has none.</summary>
    public string? Parameter(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => _parameters.GetValueOrDefault(name),
        InvocationExpressionSyntax call => Value(call),
        _ => null,
    };

    /// <summary><c>AddExternalService("erp", "https://…")</c>, with a Uri or with a parameter.</summary>
    private (string Name, string Url)? Added(InvocationExpressionSyntax call) =>
        AppHost.Method(call) == "AddExternalService" && call.ArgumentList.Arguments is [var first, var second, ..] && text(first.Expression) is { Length: > 0 } name
            && (text(second.Expression) ?? Parameter(second.Expression) ?? Uri(second.Expression)) is { Length: > 0 } url
            ? (name, url)
            : null;

    private string? Uri(ExpressionSyntax expression) => expression is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var address] } ? text(address.Expression) : null;

    /// <summary><c>AddParameter("erp-url", "https://…")</c>, else what the AppHost's settings say under <c>Parameters</c>. A secret is left alone.</summary>
    private string? Value(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (AppHost.Method(call) != "AddParameter" || arguments.Count == 0 || text(arguments[0].Expression) is not { } name || arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "secret"))
        {
            return null;
        }

        return arguments.Skip(1).Select(argument => text(argument.Expression)).FirstOrDefault(value => value is not null)
            ?? _settings.Value.FirstOrDefault(leaf => leaf.Is("Parameters", name))?.Text;
    }
}
