using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Collects the calls of a tree, and tells by syntax what type is declared for what they are called on: half a project calls something <c>GetAsync</c>, and
/// the name of a field's type leaves nearly all of those bodies unbound.
/// </summary>
internal sealed class CallScan
{
    private readonly List<(string Called, InvocationExpressionSyntax Call)> _calls = [];
    private readonly ScopedNames _names = new();

    public IReadOnlyCollection<string> GlobalAliases => _names.GlobalAliases;

    /// <summary>The calls by name; asked for once every node was seen.</summary>
    public ILookup<string, CallSite> Calls => _calls.ToLookup(call => call.Called, call => Site(call.Called, call.Call), StringComparer.Ordinal);

    public void See(SyntaxNode node)
    {
        if (node is InvocationExpressionSyntax invocation)
        {
            if (SyntaxNames.OfCalled(invocation) is { } called)
            {
                _calls.Add((called.Identifier.ValueText, invocation));
            }
        }
        else
        {
            _names.See(node);
        }
    }

    private CallSite Site(string called, InvocationExpressionSyntax call)
    {
        var receiver = Receiver(call);
        var type = receiver switch
        {
            null or "value" or "field" => null,
            "" => _names.IsLocal(call, called) ? null : call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Parent: not TypeDeclarationSyntax } around ? around.Identifier.ValueText : null,
            _ => _names.TypeOf(call, receiver),
        };
        return new CallSite(call.Span, receiver is not null && _names.IsGeneral(receiver) ? null : receiver, type);
    }

    private static string? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax => "",
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => "",
        MemberAccessExpressionSyntax access => Name(access.Expression),
        MemberBindingExpressionSyntax when call.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == call => Name(conditional.Expression),
        _ => null,
    };

    private static string? Name(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
