using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Origins;
using PointToPoint.Analyzers.Endpoints.Registrations;
using PointToPoint.Analyzers.Endpoints.Running;
using PointToPoint.Analyzers.Endpoints.Settings;
using PointToPoint.Analyzers.Endpoints.Sources;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Analyzers.Wrapping;

namespace PointToPoint.Analyzers;

/// <summary>Puts the engine of one compilation together: the only place that knows all its parts.</summary>
internal static class EngineComposition
{
#pragma warning disable RS1012 // composes what the registered actions use
    public static OutboundCallEngine Compose(
        CompilationStartAnalysisContext start,
        ClientFamilies families,
        LibraryCatalog catalog,
        ProjectFacts project,
        SystemMatcher matcher,
        BoundClients? bound,
        Func<SyntaxTree, TreeFacts> factsOf,
        SolutionContext? solution,
        EngineCounters? counters)
    {
        var compilation = start.Compilation;
        var code = new CodeBase(compilation, solution?.Code, factsOf, counters);
        var implementations = new Implementations(code);
        var calls = new Calls(code);
        var open = new OpenQuestions();
        var sites = new CallSites(code, implementations, calls, open);
        var creators = new Creators(sites);
        var objects = new Objects(sites, creators, code, open);
        var dispatch = new Dispatch(implementations, calls, objects);
        var bodies = new MethodBodies(code, dispatch, calls, new InheritedMethods(implementations, code));
        var indexes = new BodyIndexes();
        var tuples = new TupleValues();
        var typeKeyed = new TypeKeyedValues(code, sites);
        var delegates = new Delegates(bodies, dispatch, calls);
        var services = new Services(code, sites, delegates, open);
        dispatch.ClassesFor = services.ClassesFor;
        var writes = new MemberWrites(code);
        var dictionaries = new Dictionaries(indexes);
        var elements = new ElementPlaces(bodies, indexes, dictionaries);
        var chosen = new ChosenElements(elements, dictionaries, open);
        dictionaries.ElementsOf = elements.Of;
        var outs = new OutValues(indexes, bodies, dispatch, calls, typeKeyed, chosen);
        var written = new WrittenValues(outs, tuples, elements);
        var filled = new FilledObjects(indexes, bodies, dispatch, calls, sites);
        var set = new SetMembers(indexes, filled, open);
        var state = new ObjectState(set);
        var chains = new Chains(sites, objects, indexes);
        var types = new TypeConditions(code);
        var passed = new PassedObjects(sites, writes, objects);
        var keys = new RegisteredKeys(code, sites);
        var flow = new ValueFlow(
            indexes,
            new VariableValues(sites, indexes, written, objects, new LambdaParameters(dispatch, bodies, calls, code), elements, services, types, keys, writes, passed),
            new MemberValues(new ClassWrites(writes, objects, code, sites), indexes, written, set, state, new CreatedMembers(sites, creators, indexes, services), objects, chains, writes, bodies, dispatch, calls, passed, new OwnObjects(sites, writes, indexes)),
            writes,
            outs,
            tuples,
            objects,
            state,
            filled,
            elements,
            delegates,
            typeKeyed,
            services,
            bodies,
            types,
            keys,
            chains,
            chosen);
        var names = new MissingNames(code);
        var unbound = new UnboundConfiguration(names);
        var paths = new ConfigurationPaths(solution?.Hosts ?? Alone(new HostSettings(new AppSettings(start.Options.AdditionalFiles), environment: null)), flow, sites, unbound);
        var lists = new ConfiguredLists(paths, flow);
        var options = new OptionsIndex(new(code, facts => facts.Bindings, candidate => candidate.Span, OptionsChain.Read, counters, new UnboundOptions(code).Read), new OptionsSetups(code, bodies), sites);
        var configured = new ConfiguredOptions(paths, options, filled, flow);
        var conditions = new Conditions(flow);
        var sequences = new Sequences(flow, conditions, lists);
        dictionaries.Next = flow.Next;
        var addressed = new MessageAddressSource();
        var configuredSettings = new OptionsSource(paths, configured, flow, objects, set, unbound);
        var answers = new AnswerSource(flow, code);
        var texts = new TextEvaluator(
            flow,
            [
                .. TextSources.OfExpressions(flow, conditions, sequences, dictionaries),
                new BaseAddressSource(),
                new OwnAddressSource(),
                addressed,
                answers,
                new ConfigurationSource(paths, lists, flow),
                new ConfigurationManagerSource(),
                configuredSettings,
                new UnboundFlurl(code, names),
                new UnboundSource(code, unbound, new UnboundVariables(code, names), paths, configured),
            ]);
        var handedObjects = new HandedObjects(dispatch, bodies, calls, delegates);
        var functions = new FunctionUses(handedObjects, code);
        sites.Loops = new LoopRounds(flow, sequences, dictionaries, lists, texts, open);
        var unboundRegistrations = new UnboundRegistrations(code);
        var registrations = new RegistrationIndex(
            new(code, facts => facts.Registrations, candidate => candidate.Span, chain => unboundRegistrations.WithBehind(RegistrationIndex.Read(chain, operation => Constant(operation, Frame.Root)), chain.Syntax, CancellationToken.None), counters, unboundRegistrations.Read),
            new ConfiguredClients(handedObjects, delegates, unboundRegistrations),
            sites,
            Constant);
        var gateways = new GatewayTypes(compilation, project.GatewayType);
        var registered = new RegisteredClients(registrations, texts);
        var refit = new AttributedOrigins(code, texts, registered, gateways);
        var handlers = new OwnHandlers(code);
        var reachability = new Reachability(texts, conditions, sequences);
        var last = new LastWrites(texts, conditions, sequences, open);
        var clients = new ClientTracer(flow, new ClientOrigins(texts, new SetBaseAddresses(flow, texts, last), registered, refit, gateways, names, new HandedSettings(configuredSettings, texts, flow, code)), refit, handlers, new GivenClients(sites, indexes), reachability, last);
        var unboundLibraries = solution is null ? null : new UnboundLibraries(families.Libraries, code, names, [.. start.Options.AdditionalFiles.Where(IsProto).SelectMany(file => ProtoService.Read(file.GetText()?.ToString() ?? ""))]);
        var bindings = new BindingSites(code, unboundLibraries);
        var bases = new BaseConstructors(code);
        var held = new HeldProperties(code);
        var properties = new SetProperties(flow, texts, code, bodies, held);
        var libraries = new LibraryTracer(flow, texts, clients, registered, new LibraryRegistrations(code, sites, bindings), properties, new DefaultAddresses(code, texts), bindings, new ClientMakers(families.Libraries, bindings, new BindingCalls(code, bindings), handedObjects), bases, new InjectedClients(implementations, bases), delegates, dictionaries, services, new ConfiguredBindings(compilation, configured, paths, texts), families.Libraries);
        properties.AddressOf = libraries.AddressOf;
        var messages = new RequestMessages(flow, texts, last);
        chosen.TextOf = (operation, frame, cancellation) => texts.Evaluate(operation, frame, new Evaluation(cancellation)).Plain;
        conditions.VerbOf = messages.VerbOf;
        addressed.Read = messages.Read;
        answers.Read = messages.Read;
        var endpoints = new EndpointResolver(texts, clients, libraries, registered, messages, sites, handlers, held, sequences, !gateways.IsEmpty, TestDoubles.MayBeIn(compilation, code.MayLackPackages));
        var instances = new Instances(implementations, calls);
        var own = new OwnBodies(dispatch, code);
        var outbound = new OutboundOperations(families, new UnboundClients(families, code, unboundLibraries, names), new ProxiedInterfaces(families.Libraries, code), own, code);
        var wrapperNames = new WrapperNames(code, outbound);
        var generated = new GeneratedClients();
        var handed = new HandedCalls(outbound, code, dispatch, wrapperNames, generated);
        var pathParameters = new PathParameters(sites, functions, endpoints);
        var callers = new CallerSearch(sites, functions);
        var wrappers = new Wrappers(outbound, code, dispatch, delegates, calls, sites, endpoints, pathParameters, callers, functions, chains, wrapperNames, generated, handed, instances, new ClassChoices(sites, dispatch, implementations), reachability);
        handed.Depends = wrappers.Depends;
        return new OutboundCallEngine(
            families,
            outbound,
            unboundRegistrations,
            unboundLibraries,
            endpoints,
            wrappers,
            new IdleWrappers(code, sites, callers, pathParameters, handed),
            new HandedWirings(families, code, dispatch, calls, sites, endpoints, new HandedBindings(families, unboundLibraries, code, endpoints), unboundRegistrations),
            instances,
            own,
            bound,
            new RecordMaker(project, matcher, new TargetNaming(matcher, host => catalog.OfHost(host) is { } library ? new CatalogEntry(library.System, library.IsInfrastructure) : null), compilation.AssemblyName ?? ""));

        // Only a tool looks into service contracts: to a compiler, what the generator makes of them is code.
        static bool IsProto(AdditionalText file) => file.Path.EndsWith(".proto", StringComparison.OrdinalIgnoreCase);

        static Func<IEnumerable<SyntaxTree>, ImmutableArray<HostSettings>> Alone(HostSettings settings)
        {
            ImmutableArray<HostSettings> host = [settings];
            return _ => host;
        }

        string? Constant(IOperation operation, Frame frame) => texts.Evaluate(operation, frame, new Evaluation(CancellationToken.None)).Constant;
    }
#pragma warning restore RS1012
}
