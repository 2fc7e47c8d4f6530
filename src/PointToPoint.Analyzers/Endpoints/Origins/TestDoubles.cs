using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Objects that a library for test doubles makes: <c>new Mock&lt;IClient&gt;().Object</c>, <c>Substitute.For&lt;IClient&gt;()</c>. Whatever they look like, what is called on them stays in
/// the process; they stand in libraries for tests and in demos, too, which no test framework gives away.
/// </summary>
internal static class TestDoubles
{
    private static readonly string[] _namespaces = ["FakeItEasy", "Moq", "NSubstitute", "Rhino.Mocks", "Telerik.JustMock"];

    /// <summary>True if a compilation has any: else nobody needs to look.</summary>
    public static bool MayBeIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => _namespaces.Contains(assembly.Name));

    /// <summary>True if a member of such a library makes a value, or hands it on.</summary>
    public static bool Makes(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod.ContainingNamespace: var space } => IsOne(space),
        IPropertyReferenceOperation { Property.ContainingNamespace: var space } => IsOne(space),
        IObjectCreationOperation { Type.ContainingNamespace: var space } => IsOne(space),
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
