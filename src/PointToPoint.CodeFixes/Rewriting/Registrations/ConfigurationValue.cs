using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Settings;
using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>Tells <c>new Uri(configuration["Erp:BaseUrl"]!)</c>: an address that is one value of the configuration and nothing else.</summary>
internal static class ConfigurationValue
{
    public static bool Is(ExpressionSyntax address, SemanticModel model, CancellationToken cancellation) =>
        address.Bare() is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ Expression: var text }] }
        && text.Bare() switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } access => ConfigurationPaths.IsConfiguration(model.GetTypeInfo(access.Expression, cancellation).Type),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call => model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "GetValue" or "GetConnectionString" } method
                && ConfigurationPaths.IsConfigurationMethod(method),
            _ => false,
        };
}
