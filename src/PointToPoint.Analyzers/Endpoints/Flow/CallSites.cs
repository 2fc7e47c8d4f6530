using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Who calls a method, and who creates a class: found by name in syntax, bound only where the name fits.</summary>
internal sealed class CallSites(CodeBase code, Implementations implementations, Calls calls, OpenQuestions open)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _isCalled = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Call>> _callers = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodReferenceOperation>> _references = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _creators = new(Declarations.Comparer);

    // By name, and only names that somebody asks for: merging all of them would cost more than an edit may.
    private readonly ConcurrentDictionary<string, ImmutableArray<(SyntaxTree Tree, CallSite Site)>> _calls = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ISymbol, ImmutableHashSet<string>> _kin = new(Declarations.Comparer);

    // Chains of callers share their beginnings: each method is asked for again on every way that leads through it.
    private readonly ConcurrentDictionary<Chain, ImmutableArray<Frame>> _frames = new();
    private readonly ConcurrentDictionary<Microsoft.CodeAnalysis.SyntaxNode, IMethodSymbol?> _enclosing = new();

    private readonly Lazy<ImmutableHashSet<string>> _aliases = new(
        () => [.. code.Trees.SelectMany(pair => pair.Facts.Sites.GlobalAliases)]);

    /// <summary>The rounds of the loops around an operation; set once what knows of loops exists.</summary>
    public ILoopRounds? Loops { get; set; }

    /// <summary>One frame for each round of the loops around an operation.</summary>
    public ImmutableArray<Frame> Rounds(IOperation operation, Frame frame, CancellationToken cancellation) => Loops?.Of(operation, frame, cancellation) ?? [frame];

    /// <summary>True if some code calls it, directly or through what it implements or overrides. Stops at the first that does.</summary>
    public bool IsCalled(IMethodSymbol method, CancellationToken cancellation) =>
        _isCalled.TryGetValue(method, out var known) ? known : _isCalled.GetOrAdd(method, Enumerate(method, cancellation).Any());

    /// <summary>The calls of a method, in order of path and position.</summary>
    public ImmutableArray<Call> Of(IMethodSymbol method, CancellationToken cancellation) =>
        _callers.TryGetValue(method, out var known) ? known : _callers.GetOrAdd(method, [.. Enumerate(method, cancellation).Take(Limits.Callers + 1)]);

    /// <summary>The same one by one, for who needs only some.</summary>
    public IEnumerable<Call> Each(IMethodSymbol method, CancellationToken cancellation) => _callers.TryGetValue(method, out var known) ? known : Enumerate(method, cancellation);

    /// <summary>True if a call stands in the project that declares a method.</summary>
    public static bool IsInProjectOf(Call call, IMethodSymbol method) => call.Operation.SemanticModel?.Compilation.AssemblyName == method.ContainingAssembly?.Name;

    /// <summary>Where a method is passed on by its name.</summary>
    public ImmutableArray<IMethodReferenceOperation> References(IMethodSymbol method, CancellationToken cancellation) =>
        _references.TryGetValue(method, out var known) ? known : _references.GetOrAdd(method, [.. FindReferences(method, cancellation).Take(Limits.Callers)]);

    private IEnumerable<IMethodReferenceOperation> FindReferences(IMethodSymbol method, CancellationToken cancellation)
    {
        var named = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        foreach (var (tree, _) in code.Trees.Where(pair => pair.Facts.Names.Functions.Contains(named)))
        {
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == named))
            {
                Microsoft.CodeAnalysis.SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
                if (whole.Parent is not InvocationExpressionSyntax && code.OperationAt(whole, cancellation) is { } operation && Delegates.Target(operation) is IMethodReferenceOperation reference
                    && Runs(reference.Method, method, cancellation))
                {
                    yield return reference;
                }
            }
        }
    }

    /// <summary>Where constructors of a class run: <c>new X(…)</c>, <c>CreateInstance&lt;X&gt;(…)</c>, and <c>: base(…)</c> or <c>: this(…)</c> of others.</summary>
    public ImmutableArray<IOperation> Creations(INamedTypeSymbol type, CancellationToken cancellation) =>
        _creators.TryGetValue(type, out var known) ? known : _creators.GetOrAdd(type, [.. FindCreations(type, cancellation).Take(Limits.Callers + 1)]);

    /// <summary>
    /// The frames in which code of a method runs, one for each chain of callers whose arguments matter; the root where nobody calls it. Past the limit only the
    /// root is left: too many callers say nothing.
    /// </summary>
    public ImmutableArray<Frame> Frames(IMethodSymbol method, CancellationToken cancellation) => Frames(method, 0, 0, cancellation);

    /// <summary>The frames in which an operation runs: one for each chain of callers, if a part of it depends on them, and for each round of the loops around it.</summary>
    public ImmutableArray<Frame> FramesOf(IOperation operation, Func<IMethodSymbol, bool> depends, CancellationToken cancellation)
    {
        var frames = Enclosing(operation) is { } method && depends(method) ? Frames(method, cancellation) : [Frame.Root];
        return Loops?.Has(operation) == true ? InRounds(operation, frames, cancellation) : frames;
    }

    private ImmutableArray<Frame> InRounds(IOperation operation, ImmutableArray<Frame> frames, CancellationToken cancellation) =>
        [.. frames.SelectMany(frame => Loops!.Of(operation, frame, cancellation))];

    /// <param name="method">The method.</param>
    /// <param name="depth">How often there was more than one caller on the way here.</param>
    /// <param name="length">How many callers of callers there were.</param>
    /// <param name="cancellation">Cancels the work.</param>
    private ImmutableArray<Frame> Frames(IMethodSymbol method, int depth, int length, CancellationToken cancellation)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation))
        {
            return [Frame.Root];
        }

        // Only where the ways fork does the work grow with each step: a long chain of single callers is cheap.
        if (depth >= Limits.CallerDepth || length >= Limits.Hops)
        {
            return [!IsCalled(method, cancellation) ? Frame.Root : depth >= Limits.CallerDepth ? Frame.Cut : Frame.CutOff];
        }

        var callers = Of(method, cancellation);
        if (callers.IsEmpty || callers.Length > Limits.Callers)
        {
            return [Frame.Root];
        }

        var chain = new Chain(method, depth, length, Loops?.AreLeftOut == true);
        if (_frames.TryGetValue(chain, out var known))
        {
            return known;
        }

        var before = open.Count;
        var frames = Frames(method, callers, depth, length, cancellation);
        return before == open.Count ? _frames.GetOrAdd(chain, frames) : frames;
    }

    private ImmutableArray<Frame> Frames(IMethodSymbol method, ImmutableArray<Call> callers, int depth, int length, CancellationToken cancellation)
    {
        var body = new Implementation(method.OriginalDefinition, null);
        var frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (var call in callers)
        {
            var outer = Enclosing(call.Operation) is { } caller && !Declarations.Same(caller, method) && DependsOn(call.Operation, caller)
                ? Frames(caller, callers.Length == 1 ? depth : depth + 1, length + 1, cancellation)
                : [Frame.Root];
            if (Loops?.Has(call.Operation) == true)
            {
                outer = InRounds(call.Operation, outer, cancellation);
            }

            if (frames.Count + outer.Length > Limits.Callers)
            {
                return [Frame.Root];
            }

            frames.AddRange(outer.Select(frame => calls.Enter(call, body, frame)));
        }

        return frames.ToImmutable();
    }

    /// <summary>The method in whose declaration an operation stands; null if none does.</summary>
    public IMethodSymbol? Enclosing(IOperation operation)
    {
        var declaration = operation.Syntax.Ancestors().FirstOrDefault(node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax);
        return declaration is null ? null
            : _enclosing.TryGetValue(declaration, out var known) ? known
            : _enclosing.GetOrAdd(declaration, code.ModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration) as IMethodSymbol);
    }

    /// <summary>True if what a method's caller gave it, or its type arguments, reach an operation.</summary>
    public static bool DependsOn(IOperation operation, IMethodSymbol method)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            switch (part)
            {
                case IParameterReferenceOperation parameter when Declarations.Same(parameter.Parameter.ContainingSymbol, method):
                    return true;
                case ILocalReferenceOperation:
                    // May be made of one: the evaluator tells.
                    return true;
                case var _ when TypeParameters.HasPart(part):
                    return true;
            }
        }

        return false;
    }

    private ImmutableArray<(SyntaxTree Tree, CallSite Site)> CallsOf(string name) => _calls.TryGetValue(name, out var known)
        ? known
        : _calls.GetOrAdd(name, [.. code.Trees.SelectMany(pair => pair.Facts.Sites.Calls[name], (pair, site) => (pair.Tree, site))]);

    // By the name it is called by: an explicit implementation's own is IApi.Get.
    private IEnumerable<Call> Enumerate(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var (tree, site) in CallsOf(method.Name.Substring(method.Name.LastIndexOf('.') + 1)))
        {
            if (MayRun(site, method, cancellation)
                && CodeBase.NodeAt<InvocationExpressionSyntax>(tree, site.Span, cancellation) is { } node
                && Call.Of(code.OperationAt(node, cancellation), code, cancellation) is { } call
                && Runs(call.Target, method, cancellation))
            {
                yield return call;
            }
        }
    }

    /// <summary>False if the names at a call tell already that it runs something else: that of the type it is called on, above all.</summary>
    private bool MayRun(CallSite site, IMethodSymbol method, CancellationToken cancellation)
    {
        var named = method.IsStatic ? site.Receiver : site.ReceiverType;
        return string.IsNullOrEmpty(named) || method.IsExtensionMethod || string.IsNullOrEmpty(method.ContainingType?.Name)
            || Kin(method.ContainingType!, cancellation).Contains(named!) || _aliases.Value.Contains(named!);
    }

    /// <summary>The names of all types that an object may be declared as whose method is this type's.</summary>
    private ImmutableHashSet<string> Kin(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (_kin.TryGetValue(type, out var known))
        {
            return known;
        }

        var names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        foreach (var relative in implementations.DerivedFrom(type, cancellation).Insert(0, type))
        {
            for (var next = relative; next is not null; next = next.BaseType)
            {
                names.Add(next.Name);
            }

            names.UnionWith(relative.AllInterfaces.Select(implemented => implemented.Name));
        }

        return _kin.GetOrAdd(type, names.ToImmutable());
    }

    private bool Runs(IMethodSymbol called, IMethodSymbol method, CancellationToken cancellation) => Declarations.Same(called, method)
        || (called.Parameters.Length == method.Parameters.Length
            && implementations.MayRun(called, method, cancellation));

    private IEnumerable<IOperation> FindCreations(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var (tree, span) in code.Trees.SelectMany(pair => pair.Facts.Sites.Creations[type.Name], (pair, span) => (pair.Tree, span)))
        {
            var node = tree.GetRoot(cancellation).FindNode(span, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<Microsoft.CodeAnalysis.SyntaxNode>(node => node.Span == span
                    && node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or InvocationExpressionSyntax);
            var operation = node is null ? null : code.OperationAt(node, cancellation);
            switch (operation is IExpressionStatementOperation statement ? statement.Operation : operation)
            {
                case IObjectCreationOperation { Constructor: { } constructor } creation when Declarations.Same(constructor.ContainingType, type):
                    yield return creation;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } constructor } initializer when Declarations.Same(constructor.ContainingType, type):
                    yield return initializer;
                    break;
                case IInvocationOperation activation when Activation.TypeOf(activation) is { } created && Declarations.Same(created, type):
                    yield return activation;
                    break;
                case IInvalidOperation invalid when UnboundCreation.Of(invalid, code, cancellation) is { } unbound && Declarations.Same(unbound.Constructor.ContainingType, type):
                    yield return invalid;
                    break;
            }
        }
    }

    /// <summary>A method whose callers are looked for, after so many others.</summary>
    private readonly record struct Chain(ISymbol Method, int Depth, int Length, bool IsWithoutRounds)
    {
        public bool Equals(Chain other) =>
            Depth == other.Depth && Length == other.Length && IsWithoutRounds == other.IsWithoutRounds && Declarations.Same(Method, other.Method);

        public override int GetHashCode() => unchecked((((Declarations.Comparer.GetHashCode(Method) * 31) + Depth) * 31) + (Length * 2) + (IsWithoutRounds ? 1 : 0));
    }
}
