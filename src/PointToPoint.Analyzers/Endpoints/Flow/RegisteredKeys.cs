using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the container gives a constructor for <c>[ServiceKey] string key</c>: the key under which its class is registered, <c>AddKeyedSingleton&lt;IErp, Erp&gt;("crm")</c>, and
/// asked for.
/// </summary>
internal sealed class RegisteredKeys(CodeBase code, CallSites sites)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>True for a parameter that gets the key.</summary>
    public static bool IsKey(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ServiceKeyAttribute");

    /// <summary>The keys that a class's objects may be given, only the one that is asked for where that is known; empty if nobody says.</summary>
    public ImmutableArray<Place> Of(INamedTypeSymbol type, Frame frame, CancellationToken cancellation)
    {
        var asked = frame.This is { } self ? AskedFor(self, cancellation) : null;
        var keys = ImmutableArray.CreateBuilder<Place>();
        foreach (var (tree, span) in code.Trees.SelectMany(pair => Services.KeyedMethods.SelectMany(name => pair.Facts.Sites.Calls[name]), (pair, call) => (pair.Tree, call.Span)))
        {
            if (CodeBase.NodeAt<InvocationExpressionSyntax>(tree, span, cancellation) is { } node && code.OperationAt(node, cancellation) is IInvocationOperation call
                && call.Argument("serviceKey") is { } key && Implementing(call) is { } registered)
            {
                keys.AddRange(sites.FramesOf(call, method => CallSites.DependsOn(call, method), cancellation)
                    .Where(outer => Declarations.Same(outer.Resolve(registered), type))
                    .Select(outer => new Place(key, outer)));
            }
        }

        var fitting = asked is null ? keys.ToImmutable() : [.. keys.Where(key => ServiceKeys.Of(key.Operation, key.Frame) == asked)];
        return fitting.Length > Limits.Creations ? [] : fitting;
    }

    /// <summary>The class that a registration which only names types makes.</summary>
    private static ITypeSymbol? Implementing(IInvocationOperation call) => call.Argument("implementationFactory") is not null || call.Argument("implementationInstance") is not null ? null
        : call.TargetMethod.TypeArguments is [.., var last] ? last
        : (call.Argument("implementationType") ?? call.Argument("serviceType"))?.Bare() is ITypeOfOperation { TypeOperand: var type } ? type
        : null;

    /// <summary>The key that an object is asked for by where it is used; null if it isn't seen.</summary>
    private string? AskedFor(Place used, CancellationToken cancellation)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            switch (used.Operation.Bare())
            {
                case IParameterReferenceOperation { Parameter: var parameter } when ServiceKeys.Of(parameter) is { } key:
                    return key == ServiceKeys.Unknown ? null : key;
                case IInvocationOperation call when Services.Asked(call) is (_, { } key):
                    return key == ServiceKeys.Unknown ? null : key;
                case var operation when Next(operation, used.Frame, cancellation) is { Sources: [var source] }:
                    used = source;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
