using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A call of a method of the code's own: one that binds, or one that would if a package weren't missing.</summary>
internal sealed record Call
{
    /// <summary>Stands at the call.</summary>
    public required IOperation Operation { get; init; }

    public required IMethodSymbol Target { get; init; }

    /// <summary>What it is called on; null for static methods and extensions.</summary>
    public IOperation? Instance { get; init; }

    /// <summary>What is given for the parameters, by position.</summary>
    public ImmutableArray<(int Ordinal, IOperation Value)> Arguments { get; init; } = [];

    public static Call Of(IInvocationOperation invocation) => new()
    {
        Operation = invocation,
        Target = invocation.TargetMethod,
        Instance = invocation.Instance,
        Arguments = [.. invocation.Arguments.Where(argument => argument.Parameter is not null).Select(argument => (argument.Parameter!.Ordinal, argument.Value))],
    };

    /// <summary>The call that an operation is; null if it is none, or one of which nobody can say what it calls.</summary>
    public static Call? Of(IOperation? operation, CodeBase code, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => Of(invocation),
        IInvalidOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax node } invalid
            => code.UnboundCallAt(node, () => UnboundCall.At(node, code, cancellation) is { } unbound ? Of(unbound, invalid, code, cancellation) : null),
        _ => null,
    };

    /// <summary>Where an argument's type is missing, or that of what is called on, the one method that the name and the number of arguments leave is meant.</summary>
    private static Call? Of(UnboundCall unbound, IOperation operation, CodeBase code, CancellationToken cancellation)
    {
        var named = unbound.Candidates(code, cancellation);
        var count = unbound.Syntax.ArgumentList.Arguments.Count;
        var candidates = (named.IsEmpty ? unbound.Extensions(code, cancellation) : named.Select(Declared)).Where(method => !method.DeclaringSyntaxReferences.IsEmpty)
            .Select(method => (Method: method, First: IsCalledOnItsFirst(method, unbound) ? 1 : 0)).Where(candidate => Declarations.Takes(candidate.Method, count + candidate.First)).ToImmutableArray();
        if (candidates is not [var (target, first)])
        {
            return null;
        }

        var arguments = ImmutableArray.CreateBuilder<(int, IOperation)>();
        if (first > 0 && unbound.Receiver(code, cancellation) is { } extended)
        {
            arguments.Add((0, extended));
        }

        for (var i = first; i < target.Parameters.Length; i++)
        {
            if (unbound.Given(target.Parameters[i].Name, i - first, code, cancellation) is { } value)
            {
                arguments.Add((i, value));
            }
        }

        return new Call { Operation = operation, Target = target, Instance = target.IsStatic ? null : unbound.Receiver(code, cancellation), Arguments = arguments.ToImmutable() };
    }

    /// <summary>An extension method as it is declared, with what it is called on as its first parameter: so it stands in every call that binds.</summary>
    private static IMethodSymbol Declared(IMethodSymbol method) => method.ReducedFrom is not { } extension ? method
        : extension.Arity == 0 || extension.Arity != method.TypeArguments.Length ? extension
        : extension.Construct([.. method.TypeArguments]);

    private static bool IsCalledOnItsFirst(IMethodSymbol method, UnboundCall call) => method.IsExtensionMethod && UnboundCall.Receiver(call.Syntax) is { } receiver && SyntaxNames.Last(receiver) != method.ContainingType.Name;
}
