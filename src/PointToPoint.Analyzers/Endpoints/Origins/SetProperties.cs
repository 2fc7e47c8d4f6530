using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The address that code sets on a library's object: on a variable that holds it, in its initialiser, in a delegate that configures it.</summary>
internal sealed class SetProperties(ValueFlow flow, TextEvaluator texts, CodeBase code, MethodBodies methods)
{
    /// <summary>The address that a value is or holds; set once what follows objects exists.</summary>
    public Func<IOperation, LibraryFamily, Frame, Evaluation, TextValue> AddressOf { get; set; } = (value, _, frame, evaluation) => texts.Evaluate(value, frame, evaluation);

    /// <summary>What is set on an object that came this way, nearest to the call first; null if nothing is.</summary>
    public ClientOrigin? Of(LibraryFamily library, ClientTrail trail, IOperation client, Frame frame, Evaluation evaluation)
    {
        if (client is IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax missing, Type.Name: var name })
        {
            // Of a class that the catalog doesn't list, a property may be its base class's.
            var isListed = library.Library.Bindings.Any(member => member.Id[0] == 'P' && TypeName(member) == name);
            bool IsMeant(LibraryMember member) => !isListed || TypeName(member) == name;

            return library.Library.Bindings.Where(member => member.Id[0] == 'P' && IsMeant(member))
                .Select(member => WritesTo(trail, member, evaluation) is { IsDefaultOrEmpty: false } later ? Of(library, member, later.Select(write => write.Value), trail, frame, evaluation) : null)
                .FirstOrDefault(set => set is not null)
                ?? (missing.Initializer is { } written ? OfAssignments(library, written.Expressions.OfType<AssignmentExpressionSyntax>(), IsMeant, trail, frame, evaluation) : null);
        }

        if (client is not IObjectCreationOperation { Type: INamedTypeSymbol type } creation)
        {
            return null;
        }

        foreach (var member in PropertiesOf(library, type))
        {
            var writes = member.Through is { } holder ? WritesThrough(trail, member, holder, type) : WritesTo(trail, member, evaluation);
            if (!writes.IsDefaultOrEmpty && Of(library, member, writes.Select(write => write.Value), trail, frame, evaluation) is { } set)
            {
                return set;
            }

            var initial = member.Through is not null ? null : creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Where(assignment => IsOf(assignment, member)).Select(assignment => assignment.Value).ToList();
            if (initial is { Count: > 0 } && Of(library, member, initial, trail, frame, evaluation) is { } initialised)
            {
                return initialised;
            }
        }

        return null;
    }

    /// <summary>What is set on the variables that an object went through, the nearest to the call.</summary>
    private ImmutableArray<Write> WritesTo(ClientTrail trail, LibraryMember member, Evaluation evaluation) => trail.Hops.Select(hop => hop.Variable is IFieldSymbol or IPropertySymbol
            ? NearWrites.Of(flow.BodyOf(hop.Use).WritesTo(hop.Variable, member.Name), flow.Members.WritesTo([hop.Variable], member.Name, hop.Variable.ContainingType, evaluation.Cancellation), hop.Use)
            : ReachingWrites.Of(flow.BodyOf(hop.Use).WritesTo(hop.Variable, member.Name), hop.Use.Syntax, out _))
        .FirstOrDefault(found => !found.IsEmpty);

    /// <summary>What is set on an object that a property of the client holds.</summary>
    private ImmutableArray<Write> WritesThrough(ClientTrail trail, LibraryMember member, string holder, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            if (next.GetMembers(holder).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return trail.Hops.Select(hop => ReachingWrites.Of(flow.BodyOf(hop.Use).WritesTo(property, member.Name), hop.Use.Syntax, out _)).FirstOrDefault(found => !found.IsEmpty);
            }
        }

        return [];
    }

    /// <summary>What a delegate sets on the object that it is given; null if nothing.</summary>
    public ClientOrigin? In(LibraryFamily library, IOperation function, ClientTrail trail, Frame frame, Evaluation evaluation)
    {
        var body = function switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Body,
            IAnonymousFunctionOperation lambda => lambda.Body,
            IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => methods.BodyOf(method, evaluation.Cancellation),
            _ => null,
        };
        foreach (var assignment in body?.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property: var property } && library.Binding(property) is { } member)
            {
                return Of(library, member, [assignment.Value], trail, frame, evaluation);
            }
        }

        return null;
    }

    /// <summary>The same for a delegate whose call doesn't bind.</summary>
    public ClientOrigin? In(LibraryFamily library, LambdaExpressionSyntax function, ClientTrail trail, Frame frame, Evaluation evaluation) =>
        OfAssignments(library, function.Body.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>(), _ => true, trail, frame, evaluation);

    private ClientOrigin? OfAssignments(LibraryFamily library, IEnumerable<AssignmentExpressionSyntax> assignments, Func<LibraryMember, bool> isMeant, ClientTrail trail, Frame frame, Evaluation evaluation)
    {
        foreach (var assignment in assignments)
        {
            var set = assignment.Left switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                _ => "",
            };
            if (library.Library.Bindings.FirstOrDefault(member => member.Id[0] == 'P' && member.Name == set && isMeant(member)) is { } found && code.OperationAt(assignment.Right, evaluation.Cancellation) is { } value)
            {
                return Of(library, found, [value], trail, frame, evaluation);
            }
        }

        return null;
    }

    private static string TypeName(LibraryMember member)
    {
        var parts = member.Id.Split('.');
        return parts.Length < 2 ? "" : parts[parts.Length - 2];
    }

    private ClientOrigin? Of(LibraryFamily library, LibraryMember member, IEnumerable<IOperation?> values, ClientTrail trail, Frame frame, Evaluation evaluation)
    {
        var found = values.OfType<IOperation>().ToList();
        if (TextValue.AnyOf(found.SelectMany(value => value.Elements()).Select(value => AddressOf(value, library, frame, evaluation))) is not { } address)
        {
            return null;
        }

        return new ClientOrigin
        {
            BaseAddress = BoundAddress.Of(address, member, library.Library).From(member.Name),
            Wirings = !member.IsWiring ? [] : [.. found.Select(value => Operations.NameLocation(value.Parent is IAssignmentOperation assignment ? assignment.Target.Syntax : value.Syntax))],
            Provenance = trail.Steps.Add(library.ClientName + " " + member.Name),
        };
    }

    private static IEnumerable<LibraryMember> PropertiesOf(LibraryFamily library, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            var prefix = "P:" + TypedClient.NameOf(next.OriginalDefinition) + ".";
            foreach (var member in library.Library.Bindings.Where(member => member.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return member;
            }
        }

        foreach (var member in library.Library.Bindings.Where(member => member.Through is not null))
        {
            yield return member;
        }
    }

    private static bool IsOf(ISimpleAssignmentOperation assignment, LibraryMember member) => assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == member.Name;
}
