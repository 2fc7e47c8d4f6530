using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>A call or creation that binds a library's client.</summary>
internal sealed record HandedBinding(IOperation Operation, LibraryFamily Library, LibraryMember Member, string Client);

/// <summary>
/// What of the catalog's libraries binds a client in a method of the code's own, so that the address may be its caller's: <c>new TcpClient(host, 7000)</c>. Databases
/// aren't asked: they are told where the connection is bound, whoever says which.
/// </summary>
internal sealed class HandedBindings(ClientFamilies families, UnboundLibraries? unbound, CodeBase code, EndpointResolver endpoints)
{
    private readonly Lazy<HashSet<string>> _names = new(
        () => new(families.Libraries.Families.Where(family => !family.Library.IsInfrastructure).SelectMany(family => family.Library.Bindings).Where(IsOne).Select(NameOf), StringComparer.Ordinal),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>True if there may be any.</summary>
    public bool HasAny => _names.Value.Count > 0;

    /// <summary>True if a call or creation of this name may be one.</summary>
    public bool MayBe(string name) => _names.Value.Contains(name);

    /// <summary>What a call or a creation binds; null if nothing.</summary>
    public HandedBinding? Of(SyntaxNode node, CancellationToken cancellation)
    {
        var name = node switch
        {
            InvocationExpressionSyntax invocation => SyntaxNames.OfCalled(invocation)?.Identifier.ValueText,
            ObjectCreationExpressionSyntax creation => TreeNames.Created(SyntaxNames.OfType(creation.Type)),
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
            IInvalidOperation => unbound?.Binding(node, within: null, cancellation),
            _ => null,
        };
        return found is var (library, member) && IsOne(member) && !library.Library.IsInfrastructure ? new HandedBinding(operation, library, member, CatalogNames.TypeOf(member)) : null;
    }

    /// <summary>Where it binds to, as its caller says.</summary>
    public Resolution? Resolve(HandedBinding binding, Frame frame, CancellationToken cancellation) =>
        endpoints.OfBinding(binding.Operation, binding.Library, binding.Member, binding.Member.Id, binding.Client, new Evaluation(cancellation), frame);

    private static bool IsOne(LibraryMember member) => member is { IsWiring: true, Database: null, Queue.IsEmpty: true } && member.Id[0] == 'M';

    private static string NameOf(LibraryMember member) => member.Name == "#ctor" ? TreeNames.Created(CatalogNames.ClassOf(member)) : member.Name;
}
