using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The address that code sets on a library's object: on a variable that holds it, in its initialiser, in a delegate that configures it.</summary>
internal sealed class SetProperties(ValueFlow flow, TextEvaluator texts, CodeBase code, MethodBodies methods, HeldProperties held)
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
                .Select(member => Writes(trail, member, evaluation) is { IsDefaultOrEmpty: false } later ? Of(library, member, later.Select(write => write.Value), trail, frame, evaluation) : null)
                .FirstOrDefault(set => set is not null)
                ?? (missing.Initializer is { } written ? OfAssignments(library, written.Expressions.OfType<AssignmentExpressionSyntax>(), IsMeant, trail, frame, evaluation) : null);
        }

        if (client is not IObjectCreationOperation { Type: INamedTypeSymbol type } creation)
        {
            return null;
        }

        foreach (var member in PropertiesOf(library, type))
        {
            Place? Sibling(string name) => WritesTo(trail, name, evaluation) is { IsDefaultOrEmpty: false } ports && ports[ports.Length - 1].Value is { } port ? new Place(port, frame) : Initial(creation, name) is [.., var first] ? new Place(first, frame) : null;

            var writes = Writes(trail, member, evaluation);
            if (!writes.IsDefaultOrEmpty && Of(library, member, writes.Select(write => write.Value), trail, frame, evaluation, Sibling) is { } set)
            {
                return set;
            }

            var initial = member.Through is not null ? [] : Initial(creation, member.Name);
            if (initial.Count > 0 && Of(library, member, initial, trail, frame, evaluation, Sibling) is { } initialised)
            {
                return initialised;
            }
        }

        return null;
    }

    /// <summary>True if code says of an object that it keeps to this machine, whatever way it went.</summary>
    public bool IsLocal(LibraryFamily library, ClientTrail trail, IObjectCreationOperation creation, Evaluation evaluation)
    {
        foreach (var setting in library.Library.LocalSettings.Where(setting => creation.Type is { } type && TypedClient.NameOf(type) == setting.Type))
        {
            var written = trail.Hops.Select(hop => hop.Variable is ILocalSymbol && flow.BodyOf(hop.Use).WritesTo(hop.Variable, setting.Name) is { IsEmpty: false } writes
                    ? (Writes: ReachingWrites.Of(writes, hop.Use.Syntax, out var mayBeUnset), MayBeUnset: mayBeUnset)
                    : default)
                .FirstOrDefault(found => !found.Writes.IsDefaultOrEmpty);
            var values = written.Writes.IsDefaultOrEmpty ? [] : written.Writes.Select(write => write.Value).ToList();
            if (values.Count == 0 || written.MayBeUnset)
            {
                values.Add(Initial(creation, setting.Name).LastOrDefault());
            }

            if (values.TrueForAll(value => value?.Bare() is IFieldReferenceOperation { Field: { IsConst: true, Name: var name } } && setting.Values.Contains(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a list holds that was made here: what it is made with, and what is added to it on the way.</summary>
    public IEnumerable<IOperation> Listed(ClientTrail trail, IObjectCreationOperation list) => list.Type?.AllInterfaces.Any(type => type.Name == nameof(System.Collections.IList)) != true ? [] :
        list.Elements().Where(element => element != list).Concat(trail.Hops.SelectMany(hop => flow.BodyOf(hop.Use).ChangesOf(hop.Variable)
            .OfType<IInvocationOperation>().Where(add => add is { TargetMethod.Name: "Add", Arguments.Length: 1 } && add.Syntax.SpanStart < hop.Use.Syntax.SpanStart).Select(add => add.Arguments[0].Value)));

    /// <summary>The calls that add to what a property of an object holds: <c>options.EndPoints.Add("erp-cache", 6379)</c>, and <c>{ EndPoints = { "erp-cache" } }</c>.</summary>
    public IEnumerable<(IInvocationOperation Call, LibraryMember Member)> Added(LibraryFamily library, ClientTrail trail, IObjectCreationOperation creation)
    {
        foreach (var member in library.Library.Bindings.Where(member => member.Id[0] == 'M' && member.Through is not null))
        {
            var holder = creation.Type?.GetMembers(member.Through!).OfType<IPropertySymbol>().FirstOrDefault();
            var initial = creation.Initializer?.Initializers.OfType<IMemberInitializerOperation>()
                .Where(part => part.InitializedMember is IPropertyReferenceOperation { Property.Name: var name } && name == member.Through)
                .SelectMany(part => part.Initializer.Initializers).OfType<IInvocationOperation>() ?? [];
            var later = holder is null ? [] : trail.Hops.SelectMany(hop => flow.BodyOf(hop.Use).CallsOn(holder).Select(call => call.Operation).OfType<IInvocationOperation>()
                .Where(call => (call.Instance?.Bare() as IPropertyReferenceOperation)?.Instance?.Variable() is { } owner && Declarations.Same(owner, hop.Variable)));
            foreach (var call in initial.Concat(later).Where(call => library.Binding(call.TargetMethod) == member))
            {
                yield return (call, member);
            }
        }
    }

    /// <summary>What is set on the variables that an object went through, the nearest to the call.</summary>
    private ImmutableArray<Write> WritesTo(ClientTrail trail, string name, Evaluation evaluation) => trail.Hops.Select(hop => hop.Variable is IFieldSymbol or IPropertySymbol
            ? NearWrites.Of(flow.BodyOf(hop.Use).WritesTo(hop.Variable, name), flow.Members.WritesTo([hop.Variable], name, hop.Variable.ContainingType, evaluation.Cancellation), hop.Use)
            : ReachingWrites.Of(flow.BodyOf(hop.Use).WritesTo(hop.Variable, name), hop.Use.Syntax, out _))
        .FirstOrDefault(found => !found.IsEmpty);

    /// <summary>The same for a property of the library, be it one of an object that a property of the client holds.</summary>
    private ImmutableArray<Write> Writes(ClientTrail trail, LibraryMember member, Evaluation evaluation) => member.Through is null
        ? WritesTo(trail, member.Name, evaluation)
        : trail.Hops.Select(hop => held.Of(hop.Use, hop.Variable, member, evaluation.Cancellation)).FirstOrDefault(found => !found.IsEmpty);

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
        // Whose property it is isn't known: the call that is given the delegate is told.
        OfAssignments(library, function.Body.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>(), _ => true, trail, frame, evaluation) is { } set ? set with { Wirings = [] } : null;

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

    /// <param name="library">The library.</param>
    /// <param name="member">The property.</param>
    /// <param name="values">What it is set to.</param>
    /// <param name="trail">How it was found.</param>
    /// <param name="frame">What the parameters around it stand for.</param>
    /// <param name="evaluation">The work.</param>
    /// <param name="sibling">What another property of the object is set to; null where that isn't known.</param>
    private ClientOrigin? Of(LibraryFamily library, LibraryMember member, IEnumerable<IOperation?> values, ClientTrail trail, Frame frame, Evaluation evaluation, Func<string, Place?>? sibling = null)
    {
        var found = values.OfType<IOperation>().ToList();
        if (TextValue.AnyOf(found.SelectMany(value => value.Elements()).Select(value => AddressOf(value, library, frame, evaluation))) is not { } address)
        {
            return null;
        }

        return new ClientOrigin
        {
            BaseAddress = WithPort(BoundAddress.Of(address, member, library.Library), member, sibling, evaluation).From(member.Name),
            Wirings = !member.IsWiring ? [] : [.. found.Select(value => Operations.NameLocation(value.Parent is IAssignmentOperation assignment ? assignment.Target.Syntax : value.Syntax))],
            Provenance = trail.Steps.Add(library.ClientName + " " + member.Name),
        };
    }

    /// <summary>The port that another property of the object says: <c>client.Host = "mail"; client.Port = 587</c>.</summary>
    private TextValue WithPort(TextValue address, LibraryMember member, Func<string, Place?>? sibling, Evaluation evaluation) =>
        member.Port is { Names: [var name] } && sibling?.Invoke(name) is { } port && port.Operation.ConstantValue is not { HasValue: true, Value: 0 or -1 } && texts.Evaluate(port, evaluation) is { IsUnknown: false } number
            ? address.Then(TextValue.Literal(":")).Then(number)
            : address;

    private static IEnumerable<LibraryMember> PropertiesOf(LibraryFamily library, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            var prefix = "P:" + TypedClient.NameOf(next.OriginalDefinition) + ".";
            foreach (var member in library.Library.Bindings.Where(member => member.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return member;
            }

            if (next.TypeKind == TypeKind.Error && library.IsClient(type))
            {
                // What a missing class has of its own base class is known by name.
                foreach (var member in library.Library.Bindings.Where(member => member.Id[0] == 'P' && member.Through is null && !member.Id.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    yield return member;
                }
            }
        }

        foreach (var member in library.Library.Bindings.Where(member => member.Id[0] == 'P' && member.Through is not null))
        {
            yield return member;
        }
    }

    private static List<IOperation> Initial(IObjectCreationOperation creation, string name) =>
        creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Where(assignment => assignment.Target is IPropertyReferenceOperation { Property: { IsIndexer: false, Name: var set } } ? set == name : assignment.Target is IInvalidOperation { Syntax: IdentifierNameSyntax { Identifier.ValueText: var written } } && written == name).Select(assignment => assignment.Value).ToList() ?? [];
}
