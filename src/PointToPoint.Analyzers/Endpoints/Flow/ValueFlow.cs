using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One hop of <see cref="ValueFlow"/>: where the value comes from, through which variable, and how a person would say it.</summary>
internal sealed record Hop(ISymbol? Variable, string? Step, ImmutableArray<Place> Sources, string? Unknown);

/// <summary>
/// Goes one step back from the use of a value to what made it: a variable's writes, a choice's branches, a helper's return values. Text, clients and
/// messages are all followed by this; what it doesn't know is for them to judge.
/// </summary>
internal sealed class ValueFlow(SourceBodies bodies, MemberWrites members, MethodBodies methods)
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyIndex> _bodyIndexes = new();

    public MemberWrites Members => members;

    public BodyIndex BodyOf(IOperation operation)
    {
        var root = operation.Root();
        return _bodyIndexes.GetOrAdd(root.Syntax, _ => new BodyIndex(root));
    }

    /// <summary>The next step back; null if the operation isn't one that hands a value on.</summary>
    public Hop? Next(IOperation operation, Frame frame, CancellationToken cancellation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return OfLocal(local, frame);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter, frame);
            case IFieldReferenceOperation field when IsSource(field.Field):
                return OfMember(field.Field, "field " + field.Field.Name(), operation, frame, cancellation);
            case IPropertyReferenceOperation { Arguments.Length: 0 } property when IsSource(property.Property):
                return OfProperty(property, frame, cancellation);
            case ICoalesceOperation coalesce:
                return new Hop(null, null, [new(coalesce.Value, frame), new(coalesce.WhenNull, frame)], null);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return new Hop(null, null, [new(conditional.WhenTrue, frame), new(otherwise, frame)], null);
            case ISwitchExpressionOperation choice:
                return new Hop(null, null, [.. choice.Arms.Where(arm => arm.Value.Bare() is not IThrowOperation).Select(arm => new Place(arm.Value, frame))], null);
            case ICoalesceAssignmentOperation assignment:
                return new Hop(null, null, [new(assignment.Target, frame), new(assignment.Value, frame)], null);
            case ISimpleAssignmentOperation assignment:
                return new Hop(null, null, [new(assignment.Value, frame)], null);
            case IConditionalAccessInstanceOperation instance when instance.Receiver() is { } receiver:
                return new Hop(null, null, [new(receiver, frame)], null);
            case IConditionalAccessOperation access:
                return new Hop(null, null, [new(access.WhenNotNull, frame)], null);
            case IInvocationOperation invocation when methods.Returns(invocation, frame, cancellation) is { IsEmpty: false } returned:
                return new Hop(null, invocation.TargetMethod.Name() + "()", returned, null);
            default:
                return null;
        }
    }

    private Hop? OfLocal(ILocalReferenceOperation local, Frame frame)
    {
        if (local.Local.HasConstantValue)
        {
            return null;
        }

        return OfWrites(local.Local, "local " + local.Local.Name, ReachingWrites.Of(BodyOf(local).WritesTo(local.Local), local.Syntax, out _), frame);
    }

    /// <summary>Null if the parameter is only what the caller, who isn't known, gave.</summary>
    private Hop? OfParameter(IParameterReferenceOperation use, Frame frame)
    {
        var parameter = use.Parameter;
        var writes = ReachingWrites.Of(BodyOf(use).WritesTo(parameter), use.Syntax, out var asPassed);
        var hop = OfWrites(parameter, null, writes, frame);
        if (!asPassed)
        {
            return hop;
        }

        if (frame.Arguments.TryGetValue(parameter, out var argument))
        {
            return hop with { Sources = hop.Sources.Insert(0, argument) };
        }

        return writes.IsEmpty ? null : hop with { Unknown = Unknowns.Describe(use) };
    }

    private Hop? OfProperty(IPropertyReferenceOperation property, Frame frame, CancellationToken cancellation)
    {
        var symbol = property.Property;
        if (symbol.ContainingType.TypeKind == TypeKind.Interface || symbol.IsAbstract)
        {
            return null;
        }

        var returned = methods.Returns(symbol, frame, cancellation);
        return returned.IsEmpty
            ? OfMember(symbol, "property " + symbol.Name(), property, frame, cancellation)
            : new Hop(symbol, "property " + symbol.Name(), returned, null);
    }

    private Hop? OfMember(ISymbol member, string step, IOperation use, Frame frame, CancellationToken cancellation)
    {
        var writes = members.WritesTo(member, ContainingType(use, cancellation), cancellation);
        return writes.IsEmpty ? null : OfWrites(member, step, writes, frame);
    }

    private static Hop OfWrites(ISymbol variable, string? step, ImmutableArray<Write> writes, Frame frame)
    {
        var known = writes.Where(write => write.Value is not null).Select(write => new Place(write.Value!, frame)).ToImmutableArray();
        var unknown = writes.FirstOrDefault(write => write.Value is null);
        return new Hop(variable, step, known, unknown is null ? null : $"'{variable.Name}' is set by {Describe(unknown.Operation)}");
    }

    private static string Describe(IOperation write) => write switch
    {
        IForEachLoopOperation => "a foreach loop",
        IArgumentOperation argument => "the call of " + (argument.Parameter?.ContainingSymbol.Name() ?? "a method"),
        _ => "a deconstruction",
    };

    private static bool IsSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;

    private INamedTypeSymbol? ContainingType(IOperation use, CancellationToken cancellation)
    {
        var declaration = use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return declaration is null ? null : bodies.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol;
    }
}
