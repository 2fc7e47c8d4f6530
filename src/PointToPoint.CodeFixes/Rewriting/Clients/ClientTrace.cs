using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>
/// Follows a client through its type: where it comes from, which calls are made with it, where its base address is set. Whatever it isn't sure about is
/// a refusal, so that a rewrite knows every use.
/// </summary>
internal sealed class ClientTrace
{
    private readonly ClientSources _sources;
    private readonly ClientVariables _variables;
    private readonly ClientUses _uses;

    private ClientTrace(TypeParts type, CancellationToken cancellation)
    {
        Type = type;
        Cancellation = cancellation;
        _sources = new ClientSources(this);
        _variables = new ClientVariables(this);
        _uses = new ClientUses(this);
    }

    public TypeParts Type { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The locals, fields, properties and parameters that hold the client.</summary>
    public IReadOnlyCollection<ISymbol> Variables => _variables.All;

    public List<ClientSource> Sources { get; } = [];

    public List<ClientCall> Calls { get; } = [];

    /// <summary>The assignments of its base address outside of initialisers.</summary>
    public List<AssignmentExpressionSyntax> BaseAddresses { get; } = [];

    /// <summary>The first thing that makes a rewrite unsafe.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>Follows the client that an expression stands for.</summary>
    public static ClientTrace OfExpression(TypeParts type, ExpressionSyntax client, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace.AddSource(client);
        if (client.Name() is null)
        {
            trace.Follow(client);
        }

        return trace;
    }

    /// <summary>Follows a parameter of a constructor.</summary>
    public static ClientTrace OfParameter(TypeParts type, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace.AddVariable(parameter);
        return trace;
    }

    /// <summary>Follows the client that a delegate of a registration gets to configure.</summary>
    public static ClientTrace OfDelegate(TypeParts type, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var trace = new ClientTrace(type, cancellation);
        trace._variables.AddConfigured(parameter);
        return trace;
    }

    /// <summary>The client is what this expression stands for.</summary>
    public void AddSource(ExpressionSyntax value) => _sources.Add(value);

    /// <summary>A variable, or a method of the type's own, holds the client.</summary>
    public void AddVariable(ISymbol symbol) => _variables.Add(symbol);

    /// <summary>The client is named or made here: what becomes of it?</summary>
    public void Follow(ExpressionSyntax expression) => _uses.Follow(expression);

    public void Refuse(RefusalReason reason) => Refusal ??= reason;

    public SemanticModel ModelOf(SyntaxNode node) => Type.PartOf(node).Model;

    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, Cancellation).Symbol;
}
