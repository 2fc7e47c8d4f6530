using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Objects that are made in the code at hand and held by nothing but its variables: <c>var request = new Request("orders"); request.AddQuery("page", page);</c>. What its methods do
/// to such an object is seen where they are called on it, so what a method writes that nobody has called yet isn't in it.
/// </summary>
internal sealed class OwnObjects(CallSites sites, MemberWrites members, BodyIndexes indexes)
{
    // All callers are asked, and there may be hundreds.
    private readonly ConcurrentDictionary<ISymbol, bool> _forOthers = new(Declarations.Comparer);

    /// <summary>True if all that is done to an object is seen along the variables that it went through.</summary>
    public bool Is(TracedObject traced) => traced is { IsWhole: true, Creations.IsEmpty: false } && traced.Creations.All(creation => !creation.IsHeld && creation.Through.All(IsSeen));

    /// <summary>The writes to a member without those that only a call on the object could have done.</summary>
    public ImmutableArray<Write> WithoutUncalled(ImmutableArray<Write> writes, TracedObject traced, IOperation use, CancellationToken cancellation) =>
        writes.Any(write => MethodAround(write, use) is not null || SetterAround(write, use) is not null) && Is(traced) ? writes.RemoveAll(write => IsUncalled(write, use, cancellation)) : writes;

    /// <summary>False where a lambda or a later round of a loop may call something on it that stands behind its use.</summary>
    private bool IsSeen(Place place) => place.Operation.Variable() is not { } variable || indexes.Of(place.Operation).CallsOn(variable)
        .All(call => !call.Operation.Ancestors().OfType<IAnonymousFunctionOperation>().Any() && (call.Operation.Syntax.SpanStart < place.Operation.Syntax.SpanStart || !ReachingWrites.IsInLoop(call.Operation.Syntax)));

    private bool IsUncalled(Write write, IOperation use, CancellationToken cancellation) =>
        write.Operation is IAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.ContainingType: { } type }, SemanticModel: { } model }
        && (MethodAround(write, use) is { } method ? model.GetDeclaredSymbol(method, cancellation) is IMethodSymbol declared && IsForOthers(declared, cancellation)
            : SetterAround(write, use) is { } setter && model.GetDeclaredSymbol(setter, cancellation) is { IsVirtual: false, IsOverride: false } property
                && !members.WritesTo(property, type, cancellation).Any(own => own.Operation is IAssignmentOperation));

    /// <summary>True if nothing in its class calls a method on the class's own object.</summary>
    private bool IsForOthers(IMethodSymbol method, CancellationToken cancellation) => method is { IsStatic: false, IsVirtual: false, IsOverride: false, IsAbstract: false }
        && (_forOthers.TryGetValue(method, out var known) ? known : _forOthers.GetOrAdd(
            method, sites.Each(method, cancellation).All(call => call.Instance is { } instance && instance.Bare() is not IInstanceReferenceOperation) && sites.References(method, cancellation).IsEmpty));

    /// <summary>The method that writes; null if it is none, or reads what it has written.</summary>
    private static MethodDeclarationSyntax? MethodAround(Write write, IOperation use) =>
        write.Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method && !Holds(method, use) ? method : null;

    private static PropertyDeclarationSyntax? SetterAround(Write write, IOperation use) =>
        write.Operation.Syntax.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { Keyword.ValueText: "set" or "init", Parent.Parent: PropertyDeclarationSyntax property } setter && !Holds(setter, use) ? property : null;

    private static bool Holds(SyntaxNode code, IOperation use) => code.SyntaxTree == use.Syntax.SyntaxTree && code.Span.Contains(use.Syntax.Span);
}
