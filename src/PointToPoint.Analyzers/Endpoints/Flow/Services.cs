using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// What the container hands out, where its registration makes or is given the object: <c>AddSingleton(sp => new ErpClient(…))</c>,
/// <c>AddKeyedSingleton("erp", new ErpOptions { … })</c>. Found by name in syntax, bound only where the type may fit.
/// </summary>
internal sealed class Services(CodeBase code, CallSites sites, Delegates delegates)
{
    private static readonly ImmutableArray<string> _methods =
    [
        .. from prefix in new[] { "Add", "TryAdd" }
           from keyed in new[] { "", "Keyed" }
           from lifetime in new[] { "Singleton", "Scoped", "Transient" }
           select prefix + keyed + lifetime,
    ];

    /// <summary>All that register.</summary>
    public static ImmutableArray<string> Methods => _methods;

    /// <summary>Those that register under a key.</summary>
    public static readonly ImmutableArray<string> KeyedMethods = [.. _methods.Where(name => name.Contains("Keyed"))];

    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), Entry?> _bound = new();

    private readonly Lazy<ImmutableArray<Candidate>> _candidates = new(
        () => [.. code.Trees.SelectMany(pair => _methods.SelectMany(name => pair.Facts.Sites.Calls[name]).Select(call => call.Span).OrderBy(span => span.Start), (pair, span) => Read(pair.Tree, span)).OfType<Candidate>()],
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What is injected for a type, under a key if one is asked for; empty where the container makes it by itself, or nobody registers it here.</summary>
    public ImmutableArray<Place> Of(ITypeSymbol type, string? key, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } || key == ServiceKeys.Unknown)
        {
            return [];
        }

        var fitting = _candidates.Value.Where(candidate => candidate.Type is null || candidate.Type == type.Name)
            .Select(candidate => Bind(candidate, cancellation))
            .OfType<Entry>()
            .Where(entry => entry.Key is null == key is null && (entry.Type is ITypeParameterSymbol || Declarations.Same(entry.Type, type)))
            .ToLookup(entry => entry.Key is { } given && ServiceKeys.IsAny(given));

        // What is registered for any key counts where nothing is registered for the one that is asked for.
        var places = Given(fitting[false], type, key, cancellation);
        places = places.IsEmpty ? Given(fitting[true], type, key, cancellation) : places;
        return places.Length > Limits.Creations ? [] : places;
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

    /// <summary>Registrations that only name types say nothing: those with an object or a function that makes one do.</summary>
    private static Candidate? Read(SyntaxTree tree, TextSpan span)
    {
        if (CodeBase.NodeAt<InvocationExpressionSyntax>(tree, span, CancellationToken.None) is not { ArgumentList.Arguments: { Count: > 0 } arguments } node
            || arguments[arguments.Count - 1].Expression is TypeOfExpressionSyntax)
        {
            return null;
        }

        var given = SyntaxNames.OfCalled(node) is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments[0] : Created(arguments[arguments.Count - 1].Expression);
        var type = given is null ? null : SyntaxNames.OfType(given);
        return new Candidate(tree, span, type is null || SyntaxNames.IsTypeParameter(node, type) ? null : type);
    }

    private static TypeSyntax? Created(ExpressionSyntax value) => value switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => Created(body),
        ObjectCreationExpressionSyntax creation => creation.Type,
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

    private Entry? Bind(IOperation? operation, CancellationToken cancellation) => operation is IInvalidOperation ? Missing(operation, cancellation) : operation is IInvocationOperation
    {
        TargetMethod: { ContainingType.Name: "ServiceCollectionServiceExtensions" or "ServiceCollectionDescriptorExtensions", TypeArguments: [var type, ..] },
    } call && (call.Argument("implementationFactory") ?? call.Argument("implementationInstance") ?? call.Argument("instance")) is { } value
        ? new Entry(call, type, value, call.Argument("serviceKey"))
        : null;

    /// <summary>The same where a type of it isn't there: the text says which, and what makes the object.</summary>
    private Entry? Missing(IOperation operation, CancellationToken cancellation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } node || UnboundCall.At(node, code, cancellation) is not { ReceiverType: null or { TypeKind: TypeKind.Error } or { Name: "IServiceCollection" or "ServiceCollection" } } call
            || code.OperationAt(arguments[arguments.Count - 1].Expression, cancellation) is not { } value)
        {
            return null;
        }

        var type = call.TypeArguments(code, cancellation).FirstOrDefault() ?? (value.Bare() is IAnonymousFunctionOperation ? null : value.Bare().Type);
        var key = call.Name.Contains("Keyed") ? code.OperationAt(arguments[0].Expression, cancellation) : null;
        return type is null ? null : new Entry(operation, type, value, key);
    }

    private ImmutableArray<Place> Given(IEnumerable<Entry> fitting, ITypeSymbol type, string? key, CancellationToken cancellation)
    {
        var entries = fitting.SelectMany(entry => Instances(entry, type, key, cancellation)).ToList();
        return [.. entries.FindAll(entry => !entries.Exists(other => Beats(other, entry))).SelectMany(entry => Values(entry, key, cancellation))];
    }

    private IEnumerable<(Entry Entry, Frame Frame)> Instances(Entry entry, ITypeSymbol type, string? key, CancellationToken cancellation) =>
        sites.FramesOf(entry.Call, method => CallSites.DependsOn(entry.Call, method), cancellation)
            .Where(frame => IsOf(frame.Resolve(entry.Type), type) && (entry.Key is null || ServiceKeys.Of(entry.Key, frame) == key || ServiceKeys.IsAny(entry.Key)))
            .Select(frame => (entry, frame));

    /// <summary>True if the container never gives out one registration because of another: it gives the last one, and what is only tried adds nothing to one that is there.</summary>
    private static bool Beats((Entry Entry, Frame Frame) one, (Entry Entry, Frame Frame) other)
    {
        var (first, second) = (one.Entry.Call.Syntax, other.Entry.Call.Syntax);
        return SymbolEqualityComparer.Default.Equals(one.Frame.Resolve(one.Entry.Type), other.Frame.Resolve(other.Entry.Type)) && (one.Entry.IsTried, other.Entry.IsTried) switch
        {
            (true, false) => false,
            (false, true) => Branches.Region(first, Branches.Body(first)) is null || (one.Frame.IsOfSameCall(other.Frame) && Branches.RunsAfter(first, second)),
            (true, true) => one.Frame.IsOfSameCall(other.Frame) && Branches.RunsBefore(first, second),
            (false, false) => one.Frame.IsOfSameCall(other.Frame) && Branches.RunsAfter(first, second),
        };
    }

    private ImmutableArray<Place> Values((Entry Entry, Frame Frame) registered, string? key, CancellationToken cancellation)
    {
        var value = new Place(registered.Entry.Value, registered.Frame);
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

    private sealed record Candidate(SyntaxTree Tree, TextSpan Span, string? Type);

    private sealed record Entry(IOperation Call, ITypeSymbol Type, IOperation Value, IOperation? Key)
    {
        /// <summary>True if it counts only where nothing is registered yet.</summary>
        public bool IsTried { get; } = Call.Syntax is InvocationExpressionSyntax call && SyntaxNames.OfCalled(call)?.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) == true;
    }
}
