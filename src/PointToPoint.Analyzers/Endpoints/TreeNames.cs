using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A class, struct, record or interface with the names it derives from.</summary>
internal sealed record DeclaredType(string Name, ImmutableArray<string> Bases, TextSpan Span);

/// <summary>A method that hands something its caller gave it on: by name, all that syntax tells.</summary>
/// <param name="Name">The method.</param>
/// <param name="Calls">The methods it hands it to, the types it creates of it, and the properties it sets to it.</param>
/// <param name="Binds">True if it may bind a client to it, or keep it under a type for one.</param>
/// <param name="Invokes">True if it may be a function that is called.</param>
internal sealed record HandingMethod(string Name, ImmutableArray<string> Calls, bool Binds, bool Invokes);

/// <summary>What a tree declares.</summary>
/// <param name="Types">Its types.</param>
/// <param name="Methods">Methods that hand on what they are given.</param>
/// <param name="Functions">The names of what may be methods that are passed on as functions, and of the methods that lambdas call.</param>
internal sealed record TreeNames(ImmutableArray<DeclaredType> Types, ImmutableArray<HandingMethod> Methods, ImmutableHashSet<string> Functions)
{
    // The names of what libraries of the catalog are bound by: of all other properties nobody asks who sets them, and nearly every method sets some.
    private static readonly ImmutableHashSet<string> _addressProperties = ImmutableHashSet.Create(StringComparer.Ordinal, "Address", "BaseUrl", "Host", "Path", "Url");

    public static TreeNames Of(SyntaxNode root)
    {
        var types = ImmutableArray.CreateBuilder<DeclaredType>();
        var methods = new List<(HandingMethod Method, HashSet<string> Called)>();
        var functions = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        var isGenerated = GeneratedHeaders.Mark(root);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case TypeDeclarationSyntax { BaseList.Types.Count: > 0 } type:
                    types.Add(new DeclaredType(type.Identifier.ValueText, [.. type.BaseList.Types.Select(parent => SyntaxNames.OfType(parent.Type))], type.Span));
                    break;
                case MethodDeclarationSyntax method when Handing(method, method.Identifier, method.ParameterList, isGenerated || IsGeneric(method) || IsGenerated(method) || (method.ParameterList.Parameters.Count == 0 && (IsOfChains(method) || IsOfABase(method)))) is { } handing:
                    methods.Add(handing);
                    break;
                case LocalFunctionStatementSyntax local when Handing(local, local.Identifier, local.ParameterList, local.TypeParameterList is not null) is { } handing:
                    methods.Add(handing);
                    break;
                case VariableDeclaratorSyntax variable:
                    variables.Add(variable.Identifier.ValueText);
                    break;
                case ParameterSyntax parameter:
                    variables.Add(parameter.Identifier.ValueText);
                    break;
                case ArgumentSyntax { Expression: { } value }:
                    AddFunction(value, functions);
                    break;
                case EqualsValueClauseSyntax { Value: var value }:
                    AddFunction(value, functions);
                    break;
                case AssignmentExpressionSyntax { Right: var value }:
                    AddFunction(value, functions);
                    break;
                case ConditionalExpressionSyntax choice:
                    AddFunction(choice.WhenTrue, functions);
                    AddFunction(choice.WhenFalse, functions);
                    break;
                case ArrowExpressionClauseSyntax { Expression: var value }:
                    AddFunction(value, functions);
                    break;
                case ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } or AnonymousMethodExpressionSyntax { ParameterList: null or { Parameters.Count: 0 } }:
                    break;
                case AnonymousFunctionExpressionSyntax lambda:
                    functions.UnionWith(lambda.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(SyntaxNames.OfCalled).OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText));
                    break;
            }
        }

        // What is called like a variable may be a function in it; all of them are known only now.
        return new TreeNames(
            types.ToImmutable(),
            [.. methods.Select(method => method.Called.Overlaps(variables) ? method.Method with { Invokes = true } : method.Method)],
            functions.ToImmutable());
    }

    private static void AddFunction(ExpressionSyntax value, ImmutableHashSet<string>.Builder functions)
    {
        if (value is SimpleNameSyntax or MemberAccessExpressionSyntax)
        {
            functions.Add((value as SimpleNameSyntax ?? ((MemberAccessExpressionSyntax)value).Name).Identifier.ValueText);
        }
    }

    private static bool IsGeneric(MethodDeclarationSyntax method) =>
        method.TypeParameterList is not null || method.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.TypeParameterList is not null);

    /// <summary>True for a method of a client that a tool wrote: what it calls is its caller's, whatever it is given.</summary>
    private static bool IsGenerated(MethodDeclarationSyntax method) => method.AttributeLists.Concat((method.Parent as TypeDeclarationSyntax)?.AttributeLists ?? []).SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString() is var name && (name.EndsWith("GeneratedCode", StringComparison.Ordinal) || name.EndsWith("GeneratedCodeAttribute", StringComparison.Ordinal)));

    /// <summary>True for a method of a class whose methods give its object back, with what they were given in it: all they hand on may come from there.</summary>
    private static bool IsOfChains(MethodDeclarationSyntax method) => method.Parent is TypeDeclarationSyntax type && type.Members.OfType<MethodDeclarationSyntax>().Any(link => link != method
        && !link.Modifiers.Any(SyntaxKind.StaticKeyword) && SyntaxNames.OfType(link.ReturnType) is { Length: > 0 } given
        && (given == type.Identifier.ValueText || type.BaseList?.Types.Any(above => SyntaxNames.OfType(above.Type) == given) == true));

    /// <summary>True for a method of a class that others derive from: all it hands on may be said by them.</summary>
    private static bool IsOfABase(MethodDeclarationSyntax method) => method.Parent is ClassDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.AbstractKeyword) && !method.Modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>The calls in a method that get a parameter, or a local made of one; every call, where the method depends on type arguments, or where a tool wrote it. Null if there is none.</summary>
    /// <returns>The method, and what it calls by a name alone.</returns>
    private static (HandingMethod Method, HashSet<string> Called)? Handing(SyntaxNode method, SyntaxToken identifier, ParameterListSyntax parameters, bool isGeneric)
    {
        if (parameters.Parameters.Count == 0 && !isGeneric)
        {
            return null;
        }

        var (binds, invokes) = (false, false);
        var given = new HashSet<string>(parameters.Parameters.Select(parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>();
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator when Mentions(value, given):
                    given.Add(declarator.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax assignment when isGeneric || Mentions(assignment.Right, given):
                    var set = LastName(assignment.Left);
                    binds |= assignment.Left is ElementAccessExpressionSyntax || set == "BaseAddress";
                    if (set is not null && _addressProperties.Contains(set) && Set(set) is var setting && !names.Contains(setting))
                    {
                        names.Add(setting);
                    }

                    if (RootName(assignment.Left) is { } changed)
                    {
                        given.Add(changed);
                    }

                    break;
                case ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation when Mentions(creation.ArgumentList, given):
                    if (Created(SyntaxNames.OfType(creation.Type)) is var created && !names.Contains(created))
                    {
                        names.Add(created);
                    }

                    break;
                case ForEachStatementSyntax loop when Mentions(loop.Expression, given):
                    given.Add(loop.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designation:
                    given.Add(designation.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax invocation when SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is { } name && (isGeneric || Mentions(invocation, given)):
                    if (invocation.Parent is ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax })
                    {
                        // What gives nothing back may leave it in another argument: Fill(message, path).
                        given.UnionWith(invocation.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<IdentifierNameSyntax>().Select(argument => argument.Identifier.ValueText));
                    }

                    binds |= (name is "Add" or "TryAdd" && invocation.ArgumentList.Arguments.Count == 2) || AttributedCreation.Names.Contains(name) || RegistrationScan.RefitNames.Contains(name);
                    invokes |= name is "Invoke";
                    if (invocation.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
                    {
                        called.Add(name);
                    }

                    if (!names.Contains(name))
                    {
                        names.Add(name);
                    }

                    break;
            }
        }

        return names.Count > 0 || binds ? (new HandingMethod(identifier.ValueText, names.ToImmutable(), binds, invokes), called) : null;
    }

    /// <summary>How the creation of a type stands among the calls: no method is called like that.</summary>
    public static string Created(string type) => "new " + type;

    /// <summary>How the setting of a property stands among the calls.</summary>
    public static string Set(string property) => "set " + property;

    private static string? LastName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));

    private static string? RootName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => RootName(access.Expression),
        ElementAccessExpressionSyntax access => RootName(access.Expression),
        _ => null,
    };
}
