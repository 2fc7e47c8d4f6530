using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>A call, a creation or the setting of a property that binds a library's client.</summary>
internal sealed record HandedBinding(IOperation Operation, LibraryFamily Library, LibraryMember Member, string Client);

/// <summary>
/// What of the catalog's libraries binds a client in a method of the code's own, so that the address may be its caller's: <c>new TcpClient(host, 7000)</c>. Databases
/// aren't asked: they are told where the connection is bound, whoever says which.
/// </summary>
internal sealed class HandedBindings(ClientFamilies families, UnboundLibraries? unbound, CodeBase code, EndpointResolver endpoints)
{
    private readonly Lazy<HashSet<string>> _names = new(
        () => new(families.Libraries.Families.SelectMany(family => family.Library.Bindings.Where(member => IsOne(member, family.Library))).Select(NameOf), StringComparer.Ordinal),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>True if there may be any.</summary>
    public bool HasAny => _names.Value.Count > 0;

    /// <summary>True if a call, a creation or a setting of this name may be one.</summary>
    public bool MayBe(string name) => _names.Value.Contains(name);

    /// <summary>What a call, a creation or the setting of a property binds; null if nothing.</summary>
    public HandedBinding? Of(SyntaxNode node, CancellationToken cancellation)
    {
        var name = node switch
        {
            InvocationExpressionSyntax invocation => SyntaxNames.OfCalled(invocation)?.Identifier.ValueText,
            ObjectCreationExpressionSyntax creation => TreeNames.Created(SyntaxNames.OfType(creation.Type)),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var set } } => TreeNames.Set(set),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var set } } => TreeNames.Set(set),
            _ => null,
        };
        if (name is null || !MayBe(name) || code.OperationAt(node, cancellation) is not { } operation)
        {
            return null;
        }

        var found = operation switch
        {
            IInvocationOperation invocation => families.Binding(invocation),
            IObjectCreationOperation creation => families.Binding(creation.Constructor),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => families.Wiring(property) is LibraryFamily library && library.Binding(property) is { } member ? (library, member) : null,
            ISimpleAssignmentOperation assignment => unbound?.Property(assignment.Target.Syntax, cancellation),
            IInvalidOperation => unbound?.Binding(node, within: null, cancellation),
            _ => null,
        };
        return found is var (family, binding) && IsOne(binding, family.Library) ? new HandedBinding(operation, family, binding, CatalogNames.TypeOf(binding)) : null;
    }

    /// <summary>Where it binds to, as its caller says.</summary>
    public Resolution? Resolve(HandedBinding binding, Frame frame, CancellationToken cancellation) => binding.Operation is ISimpleAssignmentOperation { Value: var value }
        ? endpoints.OfProperty(value, binding.Library, binding.Member, binding.Client, new Evaluation(cancellation), frame)
        : endpoints.OfBinding(binding.Operation, binding.Library, binding.Member, binding.Member.Id, binding.Client, new Evaluation(cancellation), frame);

    // Settings of mail are told where they are set, as what is sent through them is.
    private static bool IsOne(LibraryMember member, Library library) => !library.IsInfrastructure && member is { IsWiring: true, Database: null, Queue.IsEmpty: true, Through: null }
        && (member.Id[0] == 'M' || (member.Id[0] == 'P' && !library.IsOfMail));

    private static string NameOf(LibraryMember member) => member switch
    {
        { Id: ['P', ..] } => TreeNames.Set(member.Name),
        { Name: "#ctor" } => TreeNames.Created(CatalogNames.ClassOf(member)),
        _ => member.Name,
    };
}
