using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Origins;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the container hands out: the object that its registration makes or is given (<c>AddSingleton(sp => new ErpClient(…))</c>,
/// <c>AddKeyedSingleton("erp", new ErpOptions { … })</c>), or one of the class that it names (<c>AddScoped&lt;IUrls, Urls>()</c>). Found by name in syntax, bound only
/// where the type may fit.
/// </summary>
internal sealed class Services(CodeBase code, CallSites sites, Delegates delegates, OpenQuestions open)
{
    private static readonly ImmutableArray<string> _methods =
    [
        .. from prefix in new[] { "Add", "TryAdd" }
           from keyed in new[] { "", "Keyed" }
           from lifetime in new[] { "Singleton", "Scoped", "Transient" }
           select prefix + keyed + lifetime,
    ];

    private const string TypedClient = "AddHttpClient";

    /// <summary>Those that register under a key.</summary>
    public static readonly ImmutableArray<string> KeyedMethods = [.. _methods.Where(name => name.Contains("Keyed"))];

    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), Entry?> _bound = new();

    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> _classes = new(SymbolEqualityComparer.Default);

    // Every use of what is injected asks for it again.
    private readonly ConcurrentDictionary<Question, ImmutableArray<(Entry Entry, Frame Frame)>> _registered = new();

    private readonly Lazy<ImmutableArray<Candidate>> _candidates = new(
        () => [.. code.Trees.SelectMany(pair => _methods.Add(TypedClient).SelectMany(name => pair.Facts.Sites.Calls[name]).Select(call => call.Span).OrderBy(span => span.Start), (pair, span) => Read(pair.Tree, span)).OfType<Candidate>()],
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What is injected for a type, under a key if one is asked for; empty where the container makes it by itself, or nobody registers it here.</summary>
    public ImmutableArray<Place> Of(ITypeSymbol type, string? key, CancellationToken cancellation)
    {
        var places = Registered(type, key, cancellation).SelectMany(entry => Values(entry, key, cancellation)).ToImmutableArray();
        return places.Length > Limits.Creations ? [] : places;
    }

    /// <summary>The classes of which the container makes an object for a type; empty if no registration names one.</summary>
    public ImmutableArray<INamedTypeSymbol> ClassesFor(ITypeSymbol type, CancellationToken cancellation) =>
        _classes.TryGetValue(type, out var known) ? known : _classes.GetOrAdd(type, FindClasses(type, cancellation));

    private ImmutableArray<INamedTypeSymbol> FindClasses(ITypeSymbol type, CancellationToken cancellation)
    {
        var made = Registered(type, null, cancellation).Select(registered => registered.Entry.Made is { } named ? registered.Frame.Resolve(named) as INamedTypeSymbol : null).ToList();

        // One that isn't known may be any.
        return made.Exists(one => one is null) ? [] : [.. made.OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
    }

    /// <summary>True if a registration names a class for the container to make objects of.</summary>
    public bool Makes(INamedTypeSymbol type, CancellationToken cancellation) => _candidates.Value
        .Where(candidate => candidate.IsByType && (candidate.Made is null || candidate.Made == type.Name))
        .Select(candidate => Bind(candidate, cancellation)).OfType<Entry>()
        .Any(entry => entry.Made is { } made && (made is ITypeParameterSymbol
            ? sites.FramesOf(entry.Call, method => CallSites.DependsOn(entry.Call, method), cancellation).Any(frame => Declarations.Same(frame.Resolve(made), type))
            : Declarations.Same(made, type)));

    private ImmutableArray<(Entry Entry, Frame Frame)> Registered(ITypeSymbol type, string? key, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } asked || key == ServiceKeys.Unknown)
        {
            return [];
        }

        var question = new Question(asked, key, sites.Loops?.AreLeftOut == true);
        if (_registered.TryGetValue(question, out var known))
        {
            return known;
        }

        var before = open.Count;
        var found = FindRegistered(asked, key, cancellation);
        return before == open.Count ? _registered.GetOrAdd(question, found) : found;
    }

    private ImmutableArray<(Entry Entry, Frame Frame)> FindRegistered(INamedTypeSymbol type, string? key, CancellationToken cancellation)
    {
        var fitting = _candidates.Value.Where(candidate => candidate.Type is null || candidate.Type == type.Name)
            .Select(candidate => Bind(candidate, cancellation))
            .OfType<Entry>()
            .Where(entry => entry.Key is null == key is null && entry.MayBe(type))
            .ToLookup(entry => entry.Key is { } given && ServiceKeys.IsAny(given));

        // What is registered for any key counts where nothing is registered for the one that is asked for.
        var registered = Given(fitting[false], type, key, cancellation);
        return registered.IsEmpty ? Given(fitting[true], type, key, cancellation) : registered;
    }

    /// <summary>The type and key that a call asks the container for; null if it doesn't ask.</summary>
    public static (ITypeSymbol Type, string? Key)? Asked(IInvocationOperation call) => Asked(call, Frame.Root);

    /// <summary>The same, where a frame may say what the key is.</summary>
    public static (ITypeSymbol Type, string? Key)? Asked(IInvocationOperation call, Frame frame) => call.TargetMethod switch
    {
        { Name: "GetService" or "GetRequiredService", ContainingType.Name: "ServiceProviderServiceExtensions", TypeArguments: [var type] } => (type, null),
        { Name: "GetKeyedService" or "GetRequiredKeyedService", ContainingType.Name: "ServiceProviderKeyedServiceExtensions", TypeArguments: [var type] }
            when call.Argument("serviceKey") is { } key => (type, ServiceKeys.Of(key, frame)),
        _ => null,
    };

    private static Candidate? Read(SyntaxTree tree, TextSpan span)
    {
        if (CodeBase.NodeAt<InvocationExpressionSyntax>(tree, span, CancellationToken.None) is not { } node)
        {
            return null;
        }

        var arguments = node.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        var generic = (SyntaxNames.OfCalled(node) as GenericNameSyntax)?.TypeArgumentList.Arguments;
        if (SyntaxNames.OfCalled(node)!.Identifier.ValueText == TypedClient)
        {
            return generic is [var client, var implementation] ? new Candidate(tree, span, Name(client), Name(implementation), IsByType: true) : null;
        }

        ImmutableArray<TypeSyntax> types = generic is { } named ? [.. named] : [.. arguments.OfType<TypeOfExpressionSyntax>().Select(type => type.Type)];
        var value = arguments.LastOrDefault();

        // The last argument of a keyed one may be the key alone.
        return !types.IsEmpty && value is null or TypeOfExpressionSyntax or LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? new Candidate(tree, span, Name(types.IsEmpty ? null : types[0]), Name(types.LastOrDefault()), IsByType: true)
            : value is null ? null
            : new Candidate(tree, span, Name(types.IsEmpty ? Created(value) : types[0]), null, IsByType: false);

        string? Name(TypeSyntax? type) => type is not null && SyntaxNames.OfType(type) is { Length: > 0 } text && !SyntaxNames.IsTypeParameter(node, text) ? text : null;
    }

    private static TypeSyntax? Created(ExpressionSyntax value) => value switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => Created(body),
        ObjectCreationExpressionSyntax creation => creation.Type,

        // What an extension hands on from a builder is another type; a client it hands back is itself.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var extended } }
            when Created(extended) is { } type && SyntaxNames.OfType(type) == "HttpClient" => type,
        _ => null,
    };

    private Entry? Bind(Candidate candidate, CancellationToken cancellation)
    {
        if (_bound.TryGetValue((candidate.Tree, candidate.Span), out var known))
        {
            return known;
        }

        var node = CodeBase.NodeAt<InvocationExpressionSyntax>(candidate.Tree, candidate.Span, cancellation);
        return _bound.GetOrAdd((candidate.Tree, candidate.Span), Bind(node is null ? null : code.OperationAt(node, cancellation), cancellation));
    }

    private Entry? Bind(IOperation? operation, CancellationToken cancellation)
    {
        if (operation is IInvalidOperation)
        {
            return Missing(operation, cancellation);
        }

        if (operation is not IInvocationOperation { TargetMethod: { ContainingType.Name: "ServiceCollectionServiceExtensions" or "ServiceCollectionDescriptorExtensions" or "HttpClientFactoryServiceCollectionExtensions" } method } call)
        {
            return null;
        }

        ImmutableArray<ITypeSymbol> types = method.IsGenericMethod ? method.TypeArguments : [.. call.Arguments.Select(argument => argument.Value.Bare()).OfType<ITypeOfOperation>().Select(type => type.TypeOperand)];
        var value = call.Argument("implementationFactory") ?? call.Argument("implementationInstance") ?? call.Argument("instance");
        return types.IsEmpty ? null : new Entry(call, types[0], value, value is null ? types[types.Length - 1] : null, call.Argument("serviceKey"));
    }

    /// <summary>The same where a type of it isn't there: the text says which, and what makes the object.</summary>
    private Entry? Missing(IOperation operation, CancellationToken cancellation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax node || UnboundCall.At(node, code, cancellation) is not { ReceiverType: null or { TypeKind: TypeKind.Error } or { Name: "IServiceCollection" or "ServiceCollection" } } call)
        {
            return null;
        }

        var types = call.TypeArguments(code, cancellation);
        var arguments = node.ArgumentList.Arguments;
        var isKeyed = call.Name.Contains("Keyed");
        if (call.Name == TypedClient || arguments.Count == (isKeyed ? 1 : 0))
        {
            return types.IsEmpty ? null : new Entry(operation, types[0], null, types[types.Length - 1], isKeyed ? code.OperationAt(arguments[0].Expression, cancellation) : null);
        }

        if (code.OperationAt(arguments[arguments.Count - 1].Expression, cancellation) is not { } value)
        {
            return null;
        }

        var key = isKeyed ? code.OperationAt(arguments[0].Expression, cancellation) : null;
        if (types.FirstOrDefault() is { } type)
        {
            return new Entry(operation, type, value, null, key);
        }

        var made = value.Bare() is IAnonymousFunctionOperation
            ? delegates.Returns(new Place(value, Frame.Root), [], cancellation).Select(returned => returned.Operation.Bare()).FirstOrDefault()
            : value.Bare();
        return made is null ? null
            : made.Type is { Name.Length: > 0, SpecialType: SpecialType.None } known ? new Entry(operation, known, value, null, key)
            : HandedOn(made.Syntax, cancellation) is { Type: { Name: "HttpClient" } client } created ? new Entry(operation, client, created, null, key)
            : made.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateClient", Expression: var factory } } && UnboundFactory.IsAsked(factory) && HttpClientIn(factory) is { } asked ? new Entry(operation, asked, value, null, key)
            : AttributedCreation.Of(made, code, cancellation)?.Api is { } api ? new Entry(operation, api, value, null, key)
            : made.Syntax is InvocationExpressionSyntax maker && MissingNames.EndingOfMade(maker, code, cancellation) is { } ending ? new Entry(operation, null, value, null, key) { Ending = ending }
            : null;
    }

    /// <summary>What a chain of calls starts with that a missing package extends it by: <c>new HttpClient { … }.EnableIntercept(provider)</c>. Null if it starts with anything but what is made there.</summary>
    private IOperation? HandedOn(SyntaxNode made, CancellationToken cancellation)
    {
        while (made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var extended } })
        {
            made = MissingNames.Bare(extended);
        }

        return made is ObjectCreationExpressionSyntax ? code.OperationAt(made, cancellation) : null;
    }

    private INamedTypeSymbol? HttpClientIn(SyntaxNode node) => code.ModelOf(node.SyntaxTree) is { Compilation: { } compilation } ? KnownTypes.Find(compilation, HttpClientFamily.HttpClientName) : null;

    /// <summary>The registrations that count: none hides another in vain, and one of a type with just these arguments hides those of any.</summary>
    private ImmutableArray<(Entry Entry, Frame Frame)> Given(IEnumerable<Entry> fitting, ITypeSymbol type, string? key, CancellationToken cancellation)
    {
        var entries = fitting.SelectMany(entry => Instances(entry, type, key, cancellation)).ToList();
        var closed = entries.FindAll(entry => entry.Entry.Type is not INamedTypeSymbol { IsUnboundGenericType: true });
        entries = closed.Count > 0 ? closed : entries;
        return [.. entries.FindAll(entry => !entries.Exists(other => Beats(other, entry)))];
    }

    private IEnumerable<(Entry Entry, Frame Frame)> Instances(Entry entry, ITypeSymbol type, string? key, CancellationToken cancellation) =>
        sites.FramesOf(entry.Call, method => CallSites.DependsOn(entry.Call, method), cancellation)
            .Where(frame => (entry.Type is not { } registered || IsOf(frame.Resolve(registered), type)) && (entry.Key is null || ServiceKeys.Of(entry.Key, frame) == key || ServiceKeys.IsAny(entry.Key)))
            .Select(frame => (entry, frame));

    /// <summary>True if the container never gives out one registration because of another: it gives the last one, and what is only tried adds nothing to one that is there.</summary>
    private static bool Beats((Entry Entry, Frame Frame) one, (Entry Entry, Frame Frame) other)
    {
        var (first, second) = (one.Entry.Call.Syntax, other.Entry.Call.Syntax);
        return one.Entry.Ending == other.Entry.Ending && SymbolEqualityComparer.Default.Equals(Asked(one), Asked(other)) && (one.Entry.IsTried, other.Entry.IsTried) switch
        {
            (true, false) => false,
            (false, true) => Branches.Region(first, Branches.Body(first)) is null || (one.Frame.IsOfSameCall(other.Frame) && Branches.RunsAfter(first, second)),
            (true, true) => one.Frame.IsOfSameCall(other.Frame) && Branches.RunsBefore(first, second),
            (false, false) => one.Frame.IsOfSameCall(other.Frame) && Branches.RunsAfter(first, second),
        };

        static ITypeSymbol? Asked((Entry Entry, Frame Frame) registered) => registered.Entry.Type is { } type ? registered.Frame.Resolve(type) : null;
    }

    private ImmutableArray<Place> Values((Entry Entry, Frame Frame) registered, string? key, CancellationToken cancellation)
    {
        if (registered.Entry.Value is not { } given)
        {
            return [];
        }

        var value = new Place(given, registered.Frame);
        return value.Operation.Bare() is IAnonymousFunctionOperation or { Type.TypeKind: TypeKind.Delegate } ? [.. Made(value, registered.Entry.Key, key, cancellation)] : [value];
    }

    /// <summary>What a function makes, which is told the key that is asked for.</summary>
    private IEnumerable<Place> Made(Place function, IOperation? registered, string? key, CancellationToken cancellation)
    {
        var made = delegates.Returns(function, registered is null ? [] : [default, new Place(registered, function.Frame)], cancellation);
        return registered is null || key is null || !ServiceKeys.IsAny(registered) ? made : made.Select(place => WithKey(place, registered, key));
    }

    /// <summary>A function for any key runs with the one that is asked for.</summary>
    private static Place WithKey(Place made, IOperation registered, string key) =>
        made.Frame.Arguments.FirstOrDefault(pair => pair.Value.Operation == registered).Key is { } parameter && ServiceKeys.IsText(key)
            && made.Operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax) is { } function
            ? made with { Frame = made.Frame.At(function, made.Frame.Values.SetItem(parameter, TextValue.Literal(key, "service key"))) }
            : made;

    /// <summary>Of a generic type, the arguments are part of what is asked for; a type that only callers know is none.</summary>
    private static bool IsOf(ITypeSymbol registered, ITypeSymbol asked) => registered is not ITypeParameterSymbol && Declarations.MayBeSame(registered, asked);

    /// <summary>What the container is asked for.</summary>
    private readonly record struct Question(ITypeSymbol Type, string? Key, bool IsWithoutRounds)
    {
        public bool Equals(Question other) => Key == other.Key && IsWithoutRounds == other.IsWithoutRounds && SymbolEqualityComparer.Default.Equals(Type, other.Type);

        public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Type) * 31) + (Key is null ? 0 : StringComparer.Ordinal.GetHashCode(Key)));
    }

    /// <param name="Tree">Where it stands.</param>
    /// <param name="Span">The call.</param>
    /// <param name="Type">The name of the type that is registered; null where only binding tells.</param>
    /// <param name="Made">The name of the class that is made, if types alone are named; null where only binding tells.</param>
    /// <param name="IsByType">True if types alone are named.</param>
    private sealed record Candidate(SyntaxTree Tree, TextSpan Span, string? Type, string? Made, bool IsByType);

    /// <param name="Call">The registration.</param>
    /// <param name="Type">The type that is asked for; null if it is missing and only the name of what makes it tells.</param>
    /// <param name="Value">The object, or the function that makes it; null if the container makes one by itself.</param>
    /// <param name="Made">The class of which it makes one then.</param>
    /// <param name="Key">The key.</param>
    private sealed record Entry(IOperation Call, ITypeSymbol? Type, IOperation? Value, ITypeSymbol? Made, IOperation? Key)
    {
        /// <summary>How the name of a missing type ends.</summary>
        public string? Ending { get; init; }

        /// <summary>True if it may be what is asked for, as far as can be said without a frame.</summary>
        public bool MayBe(INamedTypeSymbol type) => Type is null
            ? type.TypeKind == TypeKind.Error && Ending is not null && type.Name.EndsWith(Ending, StringComparison.Ordinal)
            : Type is ITypeParameterSymbol || Declarations.Same(Type, type);

        /// <summary>True if it counts only where nothing is registered yet.</summary>
        public bool IsTried { get; } = Call.Syntax is InvocationExpressionSyntax call && SyntaxNames.OfCalled(call)?.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) == true;
    }
}
