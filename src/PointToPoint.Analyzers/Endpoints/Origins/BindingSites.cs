using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>Calls and creations of a library's members, with what they are given: by symbol, and by name where the package is missing.</summary>
internal sealed class BindingSites(CodeBase code, UnboundLibraries? unbound)
{
    /// <summary>What the catalog says of the member that is called; null if it binds nothing.</summary>
    public LibraryMember? Member(IOperation operation, LibraryFamily library, CancellationToken cancellation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => library.Binding(constructor),
        IInvocationOperation invocation => library.Binding(invocation.TargetMethod),
        IInvalidOperation => unbound?.Binding(operation.Syntax, library, cancellation)?.Member,
        _ => null,
    };

    /// <summary>The library that a value is of whose type isn't there; null if nothing tells.</summary>
    public LibraryFamily? Missing(IOperation value, CancellationToken cancellation) => value is IInvalidOperation { Syntax: ExpressionSyntax written } ? unbound?.LibraryOf(written, cancellation) : null;

    /// <summary>The library whose member is called, if that binds; null if none is.</summary>
    public LibraryFamily? Family(IOperation operation, LibraryIndex libraries, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => libraries.Of(method.ContainingType) is { } family && family.Binding(method) is not null ? family : null,
        IInvalidOperation => unbound?.Binding(operation.Syntax, within: null, cancellation)?.Family,
        _ => null,
    };

    /// <summary>What a parameter is given; null if nothing.</summary>
    public IOperation? Argument(IOperation binding, LibraryArgument? argument, CancellationToken cancellation) => argument is null ? null : binding switch
    {
        IInvocationOperation invocation => LibraryFamily.Of(invocation, argument),
        IObjectCreationOperation creation when argument.Names.IsEmpty => creation.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == argument.Position)?.Value,
        IObjectCreationOperation creation => argument.Names.Select(name => creation.Argument(name)).FirstOrDefault(value => value is not null),
        IInvalidOperation => UnboundLibraries.Argument(List(binding.Syntax), argument, code, cancellation),
        _ => null,
    };

    /// <summary>The same where another argument may stand in front: an <c>HttpMethod</c>, which moves those that are known by their position.</summary>
    public IOperation? Argument(IOperation binding, LibraryMember member, LibraryArgument? argument, CancellationToken cancellation) =>
        binding is IInvalidOperation && List(binding.Syntax) is { } list && member.Method is not null
            ? (argument == member.Method ? new UnboundArguments(list, member, code, cancellation).Verb : new UnboundArguments(list, member, code, cancellation).Of(argument))
            : Argument(binding, argument, cancellation);

    /// <summary>True if a binding is given an argument that says where.</summary>
    public bool IsGivenAddress(IOperation binding, LibraryMember member, CancellationToken cancellation) =>
        new[] { member.Host, member.Address, member.ConnectionString, member.Connection, member.Configure }.Any(argument => Argument(binding, argument, cancellation) is not null);

    /// <summary>What hands out a client by its name, with the client's type; null if a call is none.</summary>
    public (LibraryMember Member, INamedTypeSymbol Type)? Factory(IOperation call, LibraryFamily library, CancellationToken cancellation) => call switch
    {
        IInvocationOperation { Type: INamedTypeSymbol type } invocation => library.Factory(invocation.TargetMethod) is { } member ? (member, type) : null,
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } => unbound?.Factory(node, library, cancellation),
        _ => null,
    };

    /// <summary>False for what stands where a host would, and is none: where a package is missing, it is by its position that an argument is taken.</summary>
    public static bool MayBeHost(IOperation binding, IOperation value) => binding is not IInvalidOperation || value.Bare().Type is null or { SpecialType: SpecialType.System_String } or { Name: "IPAddress" } or { TypeKind: TypeKind.Error, Name: "" };

    /// <summary>The same for a port.</summary>
    public static bool MayBePort(IOperation binding, IOperation value) => binding is not IInvalidOperation || value.Bare().Type is not ({ SpecialType: SpecialType.System_String or SpecialType.System_Boolean } or { TypeKind: TypeKind.Error, Name.Length: > 0 });

    /// <summary>The same for an address, or what holds it.</summary>
    public static bool MayBeAddress(IOperation binding, IOperation value, LibraryMember member) => binding is not IInvalidOperation || !(value.Bare().Type is { Name: "HttpClient" } || (member.Configure is not null && value.Bare() is IAnonymousFunctionOperation));

    /// <summary>What a call is made on; null if that doesn't say.</summary>
    public IOperation? Receiver(IOperation call, CancellationToken cancellation) => call switch
    {
        IInvocationOperation invocation => invocation.Receiver(),
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } => UnboundCall.At(node, code, cancellation)?.Receiver(code, cancellation),
        _ => null,
    };

    /// <summary>The function that configures, as it is written; null if it is none that can be read.</summary>
    public static LambdaExpressionSyntax? Function(IOperation binding, LibraryArgument? argument) => argument is null || binding is not IInvalidOperation
        ? null
        : (UnboundLibraries.Expression(List(binding.Syntax), argument) ?? List(binding.Syntax)?.Arguments.FirstOrDefault()?.Expression) is LambdaExpressionSyntax function ? function

            // A name may stand in front.
            : List(binding.Syntax)?.Arguments.Select(given => given.Expression).OfType<LambdaExpressionSyntax>().FirstOrDefault();

    /// <summary>The values that a client or a builder is made of and that may hold the address: those of the library's own types, and HttpClients.</summary>
    /// <param name="made">The creation or the call that makes it.</param>
    /// <param name="library">The library.</param>
    /// <param name="others">The libraries whose clients it may be made of, too; null if none.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<IOperation> Parts(IOperation made, LibraryFamily library, LibraryIndex? others, CancellationToken cancellation)
    {
        var parts = made switch
        {
            IInvocationOperation invocation => Given(invocation.Arguments).Concat(invocation.Instance is { } instance ? [instance] : []),
            IObjectCreationOperation creation => Given(creation.Arguments),
            IPropertyReferenceOperation { Instance: { } owner } => [owner],
            IInvalidOperation => UnboundParts(made.Syntax, cancellation),
            _ => [],
        };

        // What a task brings counts by its own type; a missing type with a question mark may be a struct's, to the compiler.
        return parts.Where(part => part.Bare() is { } value && KnownTypes.WithoutNullable(value.Type) is { } type && (type.Name == "HttpClient" || library.IsPart(type) || library.IsPart(part.Type) || (type is INamedTypeSymbol named && others?.Of(named) is not null) || (type.TypeKind == TypeKind.Error && value.Syntax is not LambdaExpressionSyntax)));
    }

    private static IEnumerable<IOperation> Given(ImmutableArray<IArgumentOperation> arguments) => arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);

    /// <summary>How a person would say it; null if it needs no saying.</summary>
    public static string? Step(IOperation made) => made switch
    {
        IObjectCreationOperation creation => "new " + creation.Type?.Name,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } => null,
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } => SyntaxNames.OfCalled(node)?.Identifier.ValueText,
        IInvalidOperation { Syntax: ObjectCreationExpressionSyntax node } => "new " + SyntaxNames.OfType(node.Type),
        _ => null,
    };

    private IEnumerable<IOperation> UnboundParts(SyntaxNode made, CancellationToken cancellation)
    {
        var given = List(made)?.Arguments.Select(argument => argument.Expression) ?? [];
        return given.Concat(Owner(made)).Select(node => code.OperationAt(node, cancellation)).OfType<IOperation>();
    }

    private static IEnumerable<ExpressionSyntax> Owner(SyntaxNode made) => made switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } => [receiver],
        MemberAccessExpressionSyntax { Expression: var holder } => [holder],
        ElementAccessExpressionSyntax { Expression: var list } => [list],
        _ => [],
    };

    private static ArgumentListSyntax? List(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList,
        PrimaryConstructorBaseTypeSyntax initializer => initializer.ArgumentList,
        _ => null,
    };
}
