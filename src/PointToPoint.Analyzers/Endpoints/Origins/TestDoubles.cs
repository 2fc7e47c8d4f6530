using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Objects that a library for test doubles makes: <c>new Mock&lt;IClient&gt;().Object</c>, <c>Substitute.For&lt;IClient&gt;()</c>. Whatever they look like, what is called on them stays in
/// the process; they stand in libraries for tests and in demos, too, which no test framework gives away.
/// </summary>
internal static class TestDoubles
{
    private static readonly string[] _namespaces = ["FakeItEasy", "Moq", "NSubstitute", "Rhino.Mocks", "Telerik.JustMock"];

    /// <summary>True if a compilation may have any: else nobody needs to look.</summary>
    public static bool MayBeIn(Compilation compilation, bool mayLackPackages) => compilation.ReferencedAssemblyNames.Any(assembly => _namespaces.Contains(assembly.Name))
        || (mayLackPackages && compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax { Usings: var usings } && usings.Any(used => _namespaces.Contains(used.Name?.ToString()))));

    /// <summary>True if a member of such a library makes a value, or hands it on.</summary>
    public static bool Makes(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.ContainingNamespace: var space } => IsOne(space),
        IPropertyReferenceOperation { Property.ContainingNamespace: var space } => IsOne(space),
        IObjectCreationOperation { Type.ContainingNamespace: var space } => IsOne(space),
        IInvalidOperation { Syntax: ExpressionSyntax made, SemanticModel: { } model } => IsMissing(made, model),
        _ => false,
    };

    /// <summary>The same by its text, where the library's package is missing.</summary>
    private static bool IsMissing(ExpressionSyntax value, SemanticModel model) => value switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Object", Expression: var mock } => model.GetTypeInfo(mock).Type is { TypeKind: TypeKind.Error, Name: "Mock" },
        ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "Mock", Arity: 1 } or QualifiedNameSyntax { Right: GenericNameSyntax { Identifier.ValueText: "Mock", Arity: 1 } } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var maker, Name: GenericNameSyntax { Identifier.ValueText: var name } } } =>
            (SyntaxNames.Last(maker), name) is ("Substitute", "For" or "ForPartsOf") or ("Mock", "Of" or "Create") or ("A", "Fake") or ("MockRepository", "GenerateMock" or "GenerateStub")
            && model.GetSymbolInfo(maker).Symbol is null or INamedTypeSymbol { TypeKind: TypeKind.Error },
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var asked, Name.Identifier.ValueText: "Received" or "DidNotReceive" or "ReceivedWithAnyArgs" } } when model.GetOperation(asked) is { } called => Makes(called),
        _ => false,
    };

    private static bool IsOne(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (_namespaces.Any(name => name.EndsWith(space.Name, StringComparison.Ordinal)) && _namespaces.Contains(space.ToDisplayString()))
            {
                return true;
            }
        }

        return false;
    }
}
