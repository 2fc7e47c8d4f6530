using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Handlers of the code's own that answer an <c>HttpClient</c>'s requests themselves: <c>class FakeHandler : HttpMessageHandler</c>. What such a client sends stays in the process,
/// as with a double that a library makes.
/// </summary>
internal sealed class OwnHandlers(CodeBase code)
{
    private const string Handler = "HttpMessageHandler";

    private static readonly string[] _bases = [Handler, "DelegatingHandler", "HttpClientHandler"];

    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private readonly Lazy<bool> _mayBe = new(() => code.Trees.Any(pair => pair.Facts.Names.Types.Any(type => type.Bases.Any(_bases.Contains))), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>True if there may be any, by the names of classes' bases.</summary>
    public bool MayBe => _mayBe.Value;

    /// <summary>True for a handler of the code's own that sends nothing on.</summary>
    public bool Answers(ITypeSymbol? type, CancellationToken cancellation) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } own && IsHandler(own)
        && _known.GetOrAdd(own.OriginalDefinition, _ => IsAlone(own.OriginalDefinition, cancellation));

    /// <summary>True for what an <c>HttpClient</c> may be made of.</summary>
    public static bool IsHandler(ITypeSymbol? type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (next is { Name: Handler, ContainingNamespace: { Name: "Http" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One that overrides what sends, runs nothing that it overrides, and waits for nobody but its own class, what it is given to do, and the content of messages.</summary>
    private bool IsAlone(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var overrides = false;
        for (var next = type; next is { DeclaringSyntaxReferences.IsEmpty: false }; next = next.BaseType)
        {
            overrides |= next.GetMembers().OfType<IMethodSymbol>().Any(method => method is { IsOverride: true, IsAbstract: false, Name: "Send" or "SendAsync" });
            if (next.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).Any(declaration => SendsOn(declaration, cancellation)))
            {
                return false;
            }
        }

        return overrides;
    }

    private bool SendsOn(SyntaxNode declaration, CancellationToken cancellation) => declaration.DescendantNodes().Any(node => node switch
    {
        BaseExpressionSyntax => true,
        InvocationExpressionSyntax call => code.ModelOf(call.SyntaxTree)?.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || Leaves(method, declaration),
        _ => false,
    });

    private static bool Leaves(IMethodSymbol method, SyntaxNode declaration)
    {
        if (method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction || method.ContainingType is not { } type
            || type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(reference.Span)))
        {
            return false;
        }

        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space == "System.Net" || space.StartsWith("System.Net.Sockets", StringComparison.Ordinal)
            || (RemoteOperations.IsAwaitable(method.ReturnType) && !(space is "System.Threading.Tasks" or "System.IO" || type.Name is "HttpContent" or "HttpContentJsonExtensions"));
    }
}
