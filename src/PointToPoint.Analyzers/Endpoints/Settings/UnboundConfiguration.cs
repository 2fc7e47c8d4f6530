using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Reads of configuration and options whose packages are missing: <c>configuration["Erp:Url"]</c>, <c>options.Value.Url</c>, read off the text.</summary>
internal sealed class UnboundConfiguration(MissingNames names)
{
    private const string Configuration = "Microsoft.Extensions.Configuration";
    private const string Options = "Microsoft.Extensions.Options";

    /// <summary>Where the types are whose <c>Configuration</c> is the whole of it: hosts, their builders and contexts.</summary>
    private static readonly ImmutableArray<string> _builders =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.Extensions.Hosting", "Microsoft.AspNetCore.Components.WebAssembly.Hosting", "Microsoft.AspNetCore.Hosting",
        "Microsoft.Azure.Functions.Worker.Builder", "Microsoft.Azure.Functions.Extensions.DependencyInjection", "Microsoft.Maui.Hosting",
    ];

    /// <summary>The key that an expression reads; null if it reads none, or nobody can say which.</summary>
    public string? KeyOf(ExpressionSyntax expression, CancellationToken cancellation)
    {
        switch (MissingNames.Bare(expression))
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } access:
                return Combine(PathOf(access.Expression, 0, cancellation), names.Constant(key.Expression, cancellation));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var section } when PathOf(section, 0, cancellation) is { Length: > 0 } path:
                return path;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name: var called }, ArgumentList.Arguments: var arguments }:
                return (called.Identifier.ValueText, arguments.Count) switch
                {
                    ("GetValue", > 0) => Combine(PathOf(receiver, 0, cancellation), names.Constant(arguments[0].Expression, cancellation)),
                    ("GetConnectionString", 1) => Combine(Combine(PathOf(receiver, 0, cancellation), "ConnectionStrings"), names.Constant(arguments[0].Expression, cancellation)),

                    (ServiceDiscovery.Method, 1 or 2) => Combine(PathOf(receiver, 0, cancellation), names.Constant(arguments[0].Expression, cancellation) is { } service ? ServiceDiscovery.Prefix + service : null),
                    ("Get", 0) when called is GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax] } && PathOf(receiver, 0, cancellation) is { Length: > 0 } path => path,
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The key of a section, empty for the whole configuration; null if an expression is neither.</summary>
    public string? PathOf(ExpressionSyntax expression, CancellationToken cancellation) => PathOf(expression, 0, cancellation);

    /// <summary>The options class whose object an expression is, and the argument that names it; null if it is none.</summary>
    public (INamedTypeSymbol Type, ExpressionSyntax? Name)? OptionsOf(ExpressionSyntax expression, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            expression = MissingNames.Bare(expression);
            switch (expression)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue", Expression: var options } when ClassOf(options, cancellation) is { } type:
                    return (type, null);
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Get", Expression: var options }, ArgumentList.Arguments: [var name] } when ClassOf(options, cancellation) is { } type:
                    return (type, name.Expression);
            }

            if (names.StartOf(expression, cancellation) is not { } start)
            {
                return null;
            }

            expression = start;
        }

        return null;
    }

    /// <summary>The section that an object was read from, and its class: <c>configuration.GetSection("Erp").Get&lt;ErpOptions&gt;()</c>; null if it wasn't.</summary>
    public (INamedTypeSymbol Type, string Section)? SectionOf(ExpressionSyntax expression, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            expression = MissingNames.Bare(expression);
            if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Get", TypeArgumentList.Arguments: [var type] }, Expression: var section }, ArgumentList.Arguments: [] })
            {
                return PathOf(section, 0, cancellation) is { } path && names.Named(type, cancellation) is { DeclaringSyntaxReferences.IsEmpty: false } read ? (read, path) : null;
            }

            if (names.StartOf(expression, cancellation) is not { } start)
            {
                return null;
            }

            expression = start;
        }

        return null;
    }

    private INamedTypeSymbol? ClassOf(ExpressionSyntax options, CancellationToken cancellation) =>
        (Asked(options) is { } asked ? names.Named(asked, cancellation) : names.TypeOf(options, Options, cancellation))
            is { TypeKind: TypeKind.Error, Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor", TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type] }
            ? type
            : null;

    /// <summary>The type that a call asks the container for.</summary>
    private static TypeSyntax? Asked(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetService" or "GetRequiredService", TypeArgumentList.Arguments: [var type] } } } ? type : null;

    private string? PathOf(ExpressionSyntax expression, int depth, CancellationToken cancellation)
    {
        expression = MissingNames.Bare(expression);
        if (depth >= Limits.Hops)
        {
            return null;
        }

        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection", Expression: var receiver }, ArgumentList.Arguments: [var key] })
        {
            return Combine(PathOf(receiver, depth + 1, cancellation), names.Constant(key.Expression, cancellation));
        }

        // What it was made of says more than its type: a section may be kept as a whole configuration.
        return names.StartOf(expression, cancellation) is { } start && PathOf(start, depth + 1, cancellation) is { } made ? made
            : Asked(expression) is { } asked && IsWhole(names.Named(asked, cancellation), expression) ? ""
            : IsWhole(names.TypeOf(expression, Configuration, cancellation), expression) ? ""
            : expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Configuration" } && _builders.Any(builder => names.Uses(expression.SyntaxTree, builder)) ? ""
            : IsAskedForSection(expression) && names.IsMissing(expression, cancellation) ? ""
            : null;
    }

    /// <summary><c>builder.Config.GetSection("Erp")</c>: whatever missing type hands it out, what is called configuration and has sections is one.</summary>
    private static bool IsAskedForSection(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Configuration" or "Config", Parent: MemberAccessExpressionSyntax access }
        && access.Expression == expression && access is { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [_] } };

    /// <summary>True for the type of a whole configuration, be it missing or only asked for by a call that doesn't bind.</summary>
    private bool IsWhole(INamedTypeSymbol? type, ExpressionSyntax use) => type is { Name: "IConfiguration" or "IConfigurationRoot" or "ConfigurationManager" }
        && (type.TypeKind == TypeKind.Error ? names.Uses(use.SyntaxTree, Configuration) || names.IsDeclaredIn(use, Configuration, CancellationToken.None) : type.ContainingNamespace.ToDisplayString() == Configuration);

    private static string? Combine(string? outer, string? key) => outer is null || key is null ? null : ConfigurationPaths.Combine(outer, key);
}
