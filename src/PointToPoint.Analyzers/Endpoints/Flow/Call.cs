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
            when UnboundCall.At(node, code, cancellation) is { } unbound => Of(unbound, invalid, code, cancellation),
        _ => null,
    };

    /// <summary>Where an argument's type is missing, or that of what is called on, the one method that the name and the number of arguments leave is meant.</summary>
    private static Call? Of(UnboundCall unbound, IOperation operation, CodeBase code, CancellationToken cancellation)
    {
        var count = unbound.Syntax.ArgumentList.Arguments.Count;
        var candidates = unbound.Candidates(code, cancellation);
        var isExtension = candidates.IsEmpty;
        if (isExtension)
        {
            candidates = unbound.Extensions(code, cancellation);
        }

        var first = isExtension ? 1 : 0;
        candidates = candidates.RemoveAll(method => method.DeclaringSyntaxReferences.IsEmpty || !Declarations.Takes(method, count + first));
        if (candidates is not [var target])
        {
            return null;
        }

        var arguments = ImmutableArray.CreateBuilder<(int, IOperation)>();
        if (isExtension && unbound.Receiver(code, cancellation) is { } extended)
        {
            arguments.Add((0, extended));
        }

        for (var i = first; i < target.Parameters.Length; i++)
        {
            if (unbound.Argument(target.Parameters[i].Name, i - first, code, cancellation) is { } value)
            {
                arguments.Add((i, value));
            }
        }

        return new Call { Operation = operation, Target = target, Instance = target.IsStatic ? null : unbound.Receiver(code, cancellation), Arguments = arguments.ToImmutable() };
    }
}
