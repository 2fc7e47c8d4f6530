using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Origins;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>A call that registers a library's client in the container, with what its parameters stand for.</summary>
internal sealed record LibraryRegistration(IOperation Call, LibraryFamily Library, LibraryMember Member, Frame Frame);

/// <summary>
/// The registrations of a library's clients, which the catalog names: <c>AddGrpcClient&lt;T&gt;(o => o.Address = …)</c>. Found by name in syntax, bound only
/// where somebody asks for a client that they may provide.
/// </summary>
internal sealed class LibraryRegistrations(CodeBase code, CallSites sites, BindingSites bindings)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), IOperation?> _bound = new();

    /// <summary>What provides a type, in order of path and position.</summary>
    /// <param name="type">The type that is asked for.</param>
    /// <param name="key">The key that it is asked for under; null if under none.</param>
    /// <param name="library">The library it belongs to.</param>
    /// <param name="others">All libraries: one may say that it provides another's types.</param>
    /// <param name="cancellation">Stops it.</param>
    public ImmutableArray<LibraryRegistration> Of(INamedTypeSymbol type, string? key, LibraryFamily library, ImmutableArray<LibraryFamily> others, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<LibraryRegistration>();
        foreach (var other in others.Where(other => other == library || other.Library.Bindings.Any(member => Provides(member, type))))
        {
            Add(type, key, other, found, cancellation);
        }

        return found.Count > Limits.Creations ? [] : found.ToImmutable();
    }

    private void Add(INamedTypeSymbol type, string? key, LibraryFamily library, ImmutableArray<LibraryRegistration>.Builder found, CancellationToken cancellation)
    {
        foreach (var name in library.Library.Bindings.Where(member => member.Id[0] == 'M' && (member.SaysWhere || !member.Provides.IsEmpty)).Select(member => member.Name).Where(name => name != "#ctor").Distinct())
        {
            foreach (var (tree, facts) in code.Trees)
            {
                foreach (var call in facts.Sites.Calls[name])
                {
                    if (Bind(tree, call.Span, cancellation) is { } invocation && !HasName(invocation.Syntax) && bindings.Member(invocation, library, cancellation) is { } member)
                    {
                        found.AddRange(Instances(invocation, cancellation).Where(frame => Provides(invocation, member, frame, type, cancellation) && KeyOf(invocation, member, frame, cancellation) == key).Select(frame => new LibraryRegistration(invocation, library, member, frame)));
                    }
                }
            }
        }
    }

    private IOperation? Bind(SyntaxTree tree, TextSpan span, CancellationToken cancellation) => _bound.TryGetValue((tree, span), out var known)
        ? known
        : _bound.GetOrAdd((tree, span), CodeBase.NodeAt<InvocationExpressionSyntax>(tree, span, cancellation) is { } node ? code.OperationAt(node, cancellation) : null);

    /// <summary>A registration in a method of its own is one for each caller, one in a loop one for each round.</summary>
    private ImmutableArray<Frame> Instances(IOperation call, CancellationToken cancellation) =>
        sites.FramesOf(call, method => CallSites.DependsOn(call, method), cancellation);

    private bool Provides(IOperation call, LibraryMember member, Frame frame, INamedTypeSymbol type, CancellationToken cancellation) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.TypeArguments.Any(argument => Declarations.Same(frame.Resolve(argument), type)) || Provides(member, type),

        // Missing types have no identity but their names.
        { Syntax: InvocationExpressionSyntax node } => UnboundCall.At(node, code, cancellation)?.TypeArguments(code, cancellation).Any(argument => argument.MetadataName == type.MetadataName) == true
            || member.Provides.Any(id => IsNamed(id, type)),
        _ => false,
    };

    /// <summary>True if the catalog says so; of a type that isn't there by its name.</summary>
    private static bool Provides(LibraryMember member, INamedTypeSymbol type) => !member.Provides.IsEmpty
        && (type.TypeKind == TypeKind.Error ? member.Provides.Any(id => IsNamed(id, type)) : member.Provides.Contains(RecordMaker.DocumentationId(type)));

    private static bool IsNamed(string id, INamedTypeSymbol type) => id.Substring(id.LastIndexOf('.') + 1) == type.MetadataName;

    /// <summary>True for a client of Azure's factory that has a name, <c>AddBlobServiceClient(address).WithName("erp")</c>: nobody is injected with it.</summary>
    private static bool HasName(SyntaxNode call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next, Name.Identifier.ValueText: var name })
        {
            if (name == "WithName")
            {
                return true;
            }

            call = next;
        }

        return false;
    }

    private string? KeyOf(IOperation call, LibraryMember member, Frame frame, CancellationToken cancellation) =>
        member.Key is null ? null : bindings.Argument(call, member.Key, cancellation) is { } given ? ServiceKeys.Of(given, frame) : ServiceKeys.Unknown;
}
