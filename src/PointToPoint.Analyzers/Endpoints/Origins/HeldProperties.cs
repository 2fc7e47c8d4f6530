using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// What is set on an object that a property of a client holds: <c>client.Endpoint.Address = …</c>. Found by name in syntax, so that it is found, too, where the package that has the property is
/// missing.
/// </summary>
internal sealed class HeldProperties(CodeBase code)
{
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, AssignmentExpressionSyntax>> _assignments = new();

    /// <summary>What is set before the use of a variable that holds the client; of a field or property, without a write in the same body, all in its class.</summary>
    public ImmutableArray<Write> Of(IOperation use, ISymbol variable, LibraryMember member, CancellationToken cancellation)
    {
        ImmutableArray<Write> near = [.. Within(use.Root().Syntax, variable, member, cancellation)];
        return variable is not (IFieldSymbol or IPropertySymbol) ? ReachingWrites.Of(near, use.Syntax, out _)
            : NearWrites.Of(near, [.. variable.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => Within(reference.GetSyntax(cancellation), variable, member, cancellation))], use);
    }

    /// <summary>True if something is set on the client that is made here: what it was made with is where it would go otherwise.</summary>
    public bool IsSetOn(IOperation creation, LibraryFamily library, CancellationToken cancellation) => library.Library.Bindings.Where(member => member is { Through: not null, Id: ['P', ..] }).ToList() is { Count: > 0 } members
        && Target(creation) is { } variable
        && (variable is IFieldSymbol or IPropertySymbol ? variable.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)) : [creation.Root().Syntax])
            .Any(container => members.Exists(member => Within(container, variable, member, cancellation).Any()));

    /// <summary>The variable that an object is put into as it is made.</summary>
    private static ISymbol? Target(IOperation creation)
    {
        var value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Value == value => assignment.Target.Variable(),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            _ => null,
        };
    }

    private IEnumerable<Write> Within(SyntaxNode container, ISymbol variable, LibraryMember member, CancellationToken cancellation)
    {
        foreach (var assignment in _assignments.GetOrAdd(container, ByName)[member.Through + "." + member.Name])
        {
            var holder = ((MemberAccessExpressionSyntax)((MemberAccessExpressionSyntax)assignment.Left).Expression).Expression;
            if (SyntaxNames.Last(holder) == variable.Name && Declarations.Same(code.ModelOf(holder.SyntaxTree)?.GetSymbolInfo(holder, cancellation).Symbol, variable)
                && code.OperationAt(assignment, cancellation) is { } operation && code.OperationAt(assignment.Right, cancellation) is { } value)
            {
                yield return new Write(operation, value);
            }
        }
    }

    private static ILookup<string, AssignmentExpressionSyntax> ByName(SyntaxNode container) => container.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax })
        .ToLookup(assignment => string.Join(".", SyntaxNames.Last(((MemberAccessExpressionSyntax)assignment.Left).Expression), SyntaxNames.Last(assignment.Left)), StringComparer.Ordinal);
}
