using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// What an Aspire AppHost says about the projects it runs: their names, and the addresses it gives them. Read from the syntax alone, since an AppHost
/// that isn't restored compiles to nothing.
/// </summary>
internal sealed class AppHost
{
    private readonly DeploymentFiles _files;
    private readonly CapturedProject _host;
    private readonly ILookup<string, CapturedProject> _byIdentifier;
    private readonly ILookup<string, CapturedProject> _byPath;
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceName> _resources = new(StringComparer.Ordinal);
    private readonly AppHostValues _values;
    private readonly Dictionary<string, string> _endpoints = new(StringComparer.Ordinal);
    private readonly List<ServiceName> _names = [];
    private readonly List<(string Project, DeployedSetting Setting)> _settings = [];

    private AppHost(DeploymentFiles files, CapturedProject host, ImmutableArray<CapturedProject> projects)
    {
        _files = files;
        _host = host;
        _values = new AppHostValues(files, host, Text);
        _byIdentifier = projects.ToLookup(project => Identifier(project.ProjectName), StringComparer.Ordinal);
        _byPath = projects.ToLookup(project => project.ProjectPath, PathComparer.Instance);
    }

    public IReadOnlyList<ServiceName> Names => _names;

    /// <summary>Settings with the full path of the project that gets them.</summary>
    public IReadOnlyList<(string Project, DeployedSetting Setting)> Settings => _settings;

    public static bool Is(CapturedProject project) =>
        project.Packages.Any(package => package.StartsWith("Aspire.Hosting", StringComparison.OrdinalIgnoreCase)) || project.ProjectName.EndsWith("AppHost", StringComparison.OrdinalIgnoreCase);

    public static AppHost Read(DeploymentFiles files, CapturedProject host, ImmutableArray<CapturedProject> projects)
    {
        var appHost = new AppHost(files, host, projects);
        var roots = host.Item("compile")
            .Order(StringComparer.Ordinal)
            .Select(path => files.ReadText(path) is { } text ? CSharpSyntaxTree.ParseText(text, path: path).GetRoot() : null)
            .OfType<SyntaxNode>()
            .ToList();
        foreach (var step in (Action<SyntaxNode>[])[appHost.ReadConstants, appHost.ReadResources, appHost._values.ReadParameters, appHost._values.ReadExternals, appHost.ReadEndpoints, appHost.ReadSettings])
        {
            roots.ForEach(step);
        }

        return appHost;
    }

    /// <summary>How Aspire names the class of a project: <c>Catalog.API</c> is <c>Projects.Catalog_API</c>.</summary>
    private static string Identifier(string project)
    {
        var name = string.Concat(project.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        return char.IsDigit(name.FirstOrDefault()) ? "_" + name : name;
    }

    private void ReadConstants(SyntaxNode root)
    {
        foreach (var variable in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable.Initializer?.Value is LiteralExpressionSyntax { Token.Value: string text })
            {
                _constants[variable.Identifier.ValueText] = text;
            }
        }
    }

    private void ReadResources(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (Added(call) is { } added)
            {
                _names.Add(added);
                if (Variable(call) is { } variable)
                {
                    _resources[variable] = added;
                }
            }
        }
    }

    /// <summary><c>AddProject&lt;Projects.X&gt;("name")</c> and its like, <c>AddProject&lt;X&gt;</c> where a using brings the namespace, or <c>AddProject("name", "../path/X.csproj")</c>.</summary>
    private ServiceName? Added(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var method } || !method.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal)
            || call.ArgumentList.Arguments is not [var first, ..] || Text(first.Expression) is not { Length: > 0 } name)
        {
            return null;
        }

        var project = method switch
        {
            GenericNameSyntax { TypeArgumentList.Arguments: [QualifiedNameSyntax { Left: var space, Right.Identifier.ValueText: var type }] } when space.ToString().Split('.', ':')[^1] == "Projects" => _byIdentifier[type],
            GenericNameSyntax { Identifier.ValueText: "AddProject", TypeArgumentList.Arguments: [IdentifierNameSyntax { Identifier.ValueText: var type }] } => _byIdentifier[type],
            IdentifierNameSyntax when call.ArgumentList.Arguments is [_, var second, ..] && Text(second.Expression) is { } path && ProjectKind.IsCSharp(path) =>
                _byPath[Path.GetFullPath(path.Replace('\\', '/'), _host.ProjectFolder)],
            _ => [],
        };
        return project.FirstOrDefault() is { } found ? new ServiceName(name, found.ProjectPath) : null;
    }

    private void ReadEndpoints(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (Method(call) == "GetEndpoint" && Variable(call) is { } variable && Address(call) is { } address)
            {
                _endpoints[variable] = address;
            }
        }
    }

    private void ReadSettings(SyntaxNode root)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var arguments = call.ArgumentList.Arguments;
            if (Method(call) == "WithEnvironment" && arguments.Count == 2 && Text(arguments[0].Expression) is { } key && Address(arguments[1].Expression) is { } value)
            {
                Add(call, call.ArgumentList, key, value);
            }
            else if (Method(call) == "WithEnvironment" && arguments is [{ Expression: LambdaExpressionSyntax callback }])
            {
                ReadCallback(call, callback);
            }
            else if (Method(call) == "WithReference" && arguments.Count > 0 && _values.External(arguments[0].Expression) is var (name, url))
            {
                Add(call, call.ArgumentList, $"services:{name}:{(url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "http" : "https")}:0", url);
            }
            else if (Method(call) == "WithReference" && arguments.Count > 0 && Resource(arguments[0].Expression) is { } referenced)
            {
                Add(call, call.ArgumentList, $"services:{referenced.Name}:http:0", "http://" + referenced.Name);
            }
        }
    }

    /// <summary><c>WithEnvironment(context => context.EnvironmentVariables["X"] = value)</c>, or with a block of such lines.</summary>
    private void ReadCallback(InvocationExpressionSyntax call, LambdaExpressionSyntax callback)
    {
        foreach (var node in callback.DescendantNodes())
        {
            var (variables, key, value) = node switch
            {
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var set, ArgumentList.Arguments: [var name] }, Right: var right } => (set, name.Expression, right),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd", Expression: var set }, ArgumentList.Arguments: [var name, var given] } => (set, name.Expression, given.Expression),
                _ => default((ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)),
            };
            if (variables is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnvironmentVariables" } && Text(key) is { } text && Address(value) is { } address)
            {
                Add(call, node, text, address);
            }
        }
    }

    private void Add(InvocationExpressionSyntax call, SyntaxNode at, string key, string value)
    {
        var line = at.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        if (Resource(call) is { } resource && DeployedSetting.Of(key, value, _files.Relative(call.SyntaxTree.FilePath), line) is { } setting)
        {
            _settings.Add((resource.ProjectPath, setting));
        }
    }

    /// <summary>The address that an argument stands for: a text, an endpoint, or a project's own.</summary>
    private string? Address(ExpressionSyntax expression) =>
        Text(expression) is { } text ? text
        : _values.External(expression) is var (_, url) ? url
        : _values.Parameter(expression) is { } parameter ? parameter
        : expression is InterpolatedStringExpressionSyntax interpolated ? Interpolated(interpolated)
        : expression is IdentifierNameSyntax { Identifier.ValueText: var name } && _endpoints.TryGetValue(name, out var endpoint) ? endpoint
        : expression is InvocationExpressionSyntax call && Method(call) == "GetEndpoint" && Resource(call) is { } resource
            ? (call.ArgumentList.Arguments is [var scheme, ..] && Text(scheme.Expression) == "https" ? "https://" : "http://") + resource.Name
        : null;

    /// <summary>A text with addresses in it; null if one of them isn't known.</summary>
    private string? Interpolated(InterpolatedStringExpressionSyntax text)
    {
        var parts = text.Contents.Select(part => part switch
        {
            InterpolatedStringTextSyntax literal => literal.TextToken.ValueText,
            InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => Address(hole.Expression),
            _ => null,
        }).ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    /// <summary>The project that a chain of calls, or a variable, is about.</summary>
    private ServiceName? Resource(ExpressionSyntax expression)
    {
        var current = expression;
        while (true)
        {
            switch (current)
            {
                case InvocationExpressionSyntax call when Added(call) is { } added:
                    return added;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }:
                    current = receiver;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    return _resources.GetValueOrDefault(name);
                default:
                    return null;
            }
        }
    }

    /// <summary>The variable that keeps the result of the chain that a call is part of.</summary>
    internal static string? Variable(InvocationExpressionSyntax call)
    {
        SyntaxNode chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == chain)
        {
            chain = outer;
        }

        return chain.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == chain => variable.Identifier.ValueText,
            _ => null,
        };
    }

    internal static string? Method(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

    private string? Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        IdentifierNameSyntax { Identifier.ValueText: var name } => _constants.GetValueOrDefault(name),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => _constants.GetValueOrDefault(name),
        _ => null,
    };
}
