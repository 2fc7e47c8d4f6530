using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>A call of a function, in the frame that it is seen from.</summary>
internal readonly record struct FunctionCall(IInvocationOperation Operation, Frame Frame);

/// <summary>
/// Where lambdas and methods that are passed on by name are called, as far as they can be followed: through variables, fields and the methods they are handed to.
/// A function whose calls are seen is told there, any other where it stands.
/// </summary>
internal sealed class FunctionUses(HandedObjects handed, CodeBase code)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<FunctionCall>> _calls = new();

    /// <summary>The calls of the function that a lambda or a method's name is.</summary>
    public ImmutableArray<FunctionCall> Calls(IOperation function, CancellationToken cancellation) =>
        _calls.TryGetValue(function.Syntax, out var known) ? known : _calls.GetOrAdd(function.Syntax, [.. Find(Outermost(function), cancellation).Take(Limits.Callers)]);

    /// <summary>The calls of a lambda.</summary>
    public ImmutableArray<FunctionCall> Calls(IMethodSymbol lambda, CancellationToken cancellation) =>
        lambda.DeclaringSyntaxReferences is [var reference] && code.OperationAt(reference.GetSyntax(cancellation), cancellation) is { } operation && Delegates.Target(operation) is { } function
            ? Calls(function, cancellation)
            : [];

    private IEnumerable<FunctionCall> Find(IOperation function, CancellationToken cancellation)
    {
        foreach (var use in handed.Of(function, Frame.Root, cancellation))
        {
            if (Call(use.Operation) is { } call)
            {
                yield return new FunctionCall(call, use.Frame);
            }
            else if (Keeper(use.Operation) is { } member)
            {
                foreach (var kept in OfMember(member, cancellation))
                {
                    yield return kept;
                }
            }
        }
    }

    /// <summary>The calls of what a field, a property or a constructor's parameter holds, within its type.</summary>
    private IEnumerable<FunctionCall> OfMember(ISymbol member, CancellationToken cancellation)
    {
        var type = member as INamedTypeSymbol ?? member.ContainingType;
        foreach (var name in type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()).OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == member.Name))
        {
            ExpressionSyntax read = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (code.OperationAt(read, cancellation) is not { } operation || !Declarations.Same(operation.Variable(), member))
            {
                continue;
            }

            foreach (var use in handed.Of(operation, Frame.Root, cancellation))
            {
                if (Call(use.Operation) is { } call)
                {
                    yield return new FunctionCall(call, use.Frame);
                }
                else if (member is IParameterSymbol && Keeper(use.Operation) is IFieldSymbol or IPropertySymbol && Keeper(use.Operation) is { } field)
                {
                    foreach (var kept in OfMember(field, cancellation))
                    {
                        yield return kept;
                    }
                }
            }
        }
    }

    /// <summary>The invocation of a delegate that an operation reads.</summary>
    private static IInvocationOperation? Call(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance?.Bare() == use.Bare() ? call : null;
    }

    /// <summary>What keeps a function for its class: the field or property it is assigned to, the constructor's parameter it is given for.</summary>
    private static ISymbol? Keeper(IOperation use)
    {
        var parent = Outermost(use).Parent;
        return parent switch
        {
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } assignment => assignment.Target.Variable(),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.IsEmpty: false }, Parameter: { } parameter } => parameter.OriginalDefinition,
            _ => null,
        };
    }

    /// <summary>The whole that a function is one choice of: <c>flag ? http.GetAsync : http.DeleteAsync</c>.</summary>
    private static IOperation Outermost(IOperation function)
    {
        while (function.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation
            || (function.Parent is ISwitchExpressionArmOperation arm && arm.Value == function) || function.Parent is ISwitchExpressionOperation)
        {
            function = function.Parent;
        }

        return function;
    }
}
