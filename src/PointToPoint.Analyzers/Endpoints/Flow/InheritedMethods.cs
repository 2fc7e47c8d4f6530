using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Calls through an interface of the code's own of a method that the interface has from another one, which isn't part of the code, or isn't there at all:
/// what the classes do that implement the own one is here.
/// </summary>
internal sealed class InheritedMethods(Implementations implementations, CodeBase code)
{
    /// <summary>The bodies that a call may run; empty if its method is declared here, or the interface isn't.</summary>
    public ImmutableArray<Implementation> Of(IInvocationOperation call, Frame frame, CancellationToken cancellation) =>
        call.TargetMethod is { DeclaringSyntaxReferences.IsEmpty: true, ContainingType.TypeKind: TypeKind.Interface } method && call.Instance?.Bare().Type is { } type && frame.Resolve(type) is INamedTypeSymbol { TypeKind: TypeKind.Interface } own
            ? [.. Implementing(own, cancellation).Select(derived => derived.FindImplementationForInterfaceMember(method) is { DeclaringSyntaxReferences.IsEmpty: false } found ? new Implementation(found.OriginalDefinition, derived) : null).OfType<Implementation>()]
            : [];

    /// <summary>The call that is meant by name, of each class that implements the interface; empty if the interface is whole.</summary>
    public ImmutableArray<(Call Call, Implementation Body)> Of(IInvalidOperation operation, CancellationToken cancellation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax node)
        {
            return [];
        }

        if (Own(node, cancellation) is { } known)
        {
            return [(new Call { Operation = operation, Target = known, Instance = null, Arguments = Arguments(node, cancellation) }, new Implementation(known.OriginalDefinition, null))];
        }

        if (UnboundCall.At(node, code, cancellation) is not { ReceiverType: INamedTypeSymbol { TypeKind: TypeKind.Interface } own } unbound || !own.AllInterfaces.Any(above => above.TypeKind == TypeKind.Error))
        {
            return [];
        }

        var arguments = Arguments(node, cancellation);
        var found = ImmutableArray.CreateBuilder<(Call, Implementation)>();
        foreach (var derived in Implementing(own, cancellation))
        {
            if (Meant(derived, unbound.Name, node.ArgumentList.Arguments.Count) is { } method)
            {
                found.Add((new Call { Operation = operation, Target = method, Instance = unbound.Receiver(code, cancellation), Arguments = arguments }, new Implementation(method, derived)));
            }
        }

        return found.Count <= Limits.Implementations ? found.ToImmutable() : [];
    }

    /// <summary>The method of the class around that a call means, where nothing but an argument doesn't bind: <c>Make("orders", Method.Patch)</c>; null if it may be another.</summary>
    private IMethodSymbol? Own(InvocationExpressionSyntax node, CancellationToken cancellation) => code.MayLackPackages && node.Expression is SimpleNameSyntax && node.ArgumentList.Arguments.All(argument => argument.NameColon is null)
        && code.ModelOf(node.SyntaxTree)?.GetSymbolInfo(node, cancellation) is { } info && (info.Symbol ?? (info.CandidateSymbols is [var only] ? only : null)) is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false, IsVirtual: false, IsAbstract: false, IsOverride: false } method
        && Declarations.Takes(method, node.ArgumentList.Arguments.Count) ? method : null;

    private ImmutableArray<(int, IOperation)> Arguments(InvocationExpressionSyntax node, CancellationToken cancellation) =>
        [.. node.ArgumentList.Arguments.Select((argument, index) => (index, Value: code.OperationAt(argument.Expression, cancellation))).Where(pair => pair.Value is not null).Select(pair => (pair.index, pair.Value!))];

    private IEnumerable<INamedTypeSymbol> Implementing(INamedTypeSymbol own, CancellationToken cancellation) => own.DeclaringSyntaxReferences.IsEmpty ? []
        : implementations.DerivedFrom(own, cancellation).Where(derived => derived is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false });

    /// <summary>The one method of a class that the name and the number of arguments leave.</summary>
    private static IMethodSymbol? Meant(INamedTypeSymbol type, string name, int arguments)
    {
        for (var next = type; next is { DeclaringSyntaxReferences.IsEmpty: false }; next = next.BaseType)
        {
            var fitting = next.GetMembers(name).OfType<IMethodSymbol>()
                .Where(method => method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && Declarations.Takes(method, arguments))
                .ToList();
            if (fitting.Count > 0)
            {
                return fitting is [var only] ? only : null;
            }
        }

        return null;
    }
}
