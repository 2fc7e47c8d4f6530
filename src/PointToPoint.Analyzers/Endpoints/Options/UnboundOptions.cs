using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>Bindings of options classes that don't bind themselves because a package is missing: <c>services.Configure&lt;ErpOptions&gt;(configuration.GetSection("Erp"))</c>.</summary>
internal sealed class UnboundOptions(CodeBase code)
{
    /// <summary>What a chain of calls binds; null if nothing that its text tells.</summary>
    public OptionsChain? Read(InvocationExpressionSyntax outermost, CancellationToken cancellation)
    {
        var chain = new List<InvocationExpressionSyntax>();
        for (var node = outermost; node is not null; node = (node.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            chain.Add(node);
        }

        var steps = chain.Select(call => Step(call, chain, cancellation)).OfType<OptionsStep>().ToImmutableArray();
        return steps.IsEmpty ? null : new OptionsChain(steps);
    }

    private OptionsStep? Step(InvocationExpressionSyntax call, List<InvocationExpressionSyntax> chain, CancellationToken cancellation)
    {
        if (ByHand(call, cancellation) is { } bound)
        {
            return bound;
        }

        var start = SyntaxNames.OfCalled(call)?.Identifier.ValueText switch
        {
            "Configure" => call,
            "Bind" or "BindConfiguration" => chain.Find(other => SyntaxNames.OfCalled(other)?.Identifier.ValueText is "AddOptions" or "AddOptionsWithValidateOnStart"),
            _ => null,
        };
        if (start is null || UnboundCall.At(start, code, cancellation)?.TypeArguments(code, cancellation) is not [INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type]
            || call.ArgumentList.Arguments is not { Count: > 0 } arguments || code.OperationAt(call, cancellation) is not { } at
            || arguments[arguments.Count - 1].Expression is AnonymousFunctionExpressionSyntax || code.OperationAt(arguments[arguments.Count - 1].Expression, cancellation) is not { } last)
        {
            return null;
        }

        var named = start == call ? (arguments.Count > 1 ? arguments[0] : null) : start.ArgumentList.Arguments.FirstOrDefault();
        var isByName = SyntaxNames.OfCalled(call)!.Identifier.ValueText == "BindConfiguration";
        return new OptionsStep
        {
            Type = type,
            At = at,
            Name = named is null ? null : code.OperationAt(named.Expression, cancellation),
            Section = isByName ? null : last,
            SectionName = isByName ? last : null,
        };
    }

    /// <summary>An object of the code's own that a section fills: <c>configuration.GetSection("Erp").Bind(options)</c>.</summary>
    private OptionsStep? ByHand(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind", Expression: var section }, ArgumentList.Arguments: [var filled] }
            && UnboundCall.At(call, code, cancellation) is not null
            && code.OperationAt(filled.Expression, cancellation) is { Type: (INamedTypeSymbol { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false } or ITypeParameterSymbol) and var type } instance
            && code.OperationAt(section, cancellation) is { } from && code.OperationAt(call, cancellation) is { } at
                ? new OptionsStep { Type = type, At = at, Way = OptionsWay.ByHand, Section = from, Instance = instance }
                : null;
}
