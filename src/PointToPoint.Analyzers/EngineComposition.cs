using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Registrations;
using PointToPoint.Analyzers.Endpoints.Sources;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers;

/// <summary>Puts the engine of one compilation together: the only place that knows all its parts.</summary>
internal static class EngineComposition
{
#pragma warning disable RS1012 // composes what the registered actions use
    public static OutboundCallEngine Compose(
        CompilationStartAnalysisContext start,
        ClientFamilies families,
        ProjectFacts project,
        ManifestMatchers manifests,
        Func<SyntaxTree, TreeFacts> factsOf,
        EngineCounters? counters)
    {
        var compilation = start.Compilation;
        var bodies = new SourceBodies(compilation, counters);
        var flow = new ValueFlow(bodies, new MemberWrites(bodies), new MethodBodies(bodies));
        var paths = new ConfigurationPaths(new AppSettings(start.Options.AdditionalFiles), flow);
        var options = new OptionsIndex(new(compilation, tree => factsOf(tree).Bindings, candidate => candidate.Span, OptionsBinding.Read, bodies, counters));
        var texts = new TextEvaluator(
            flow,
            [
                new InterpolationSource(),
                new ConcatenationSource(),
                new FormatSource(),
                new UriSource(),
                new StringMethodSource(),
                new ConfigurationSource(paths),
                new OptionsSource(paths, options, flow),
            ]);
        var registrations = new RegistrationIndex(new(
            compilation,
            tree => factsOf(tree).Registrations,
            candidate => candidate.Span,
            chain => RegistrationIndex.Read(chain, operation => texts.Evaluate(operation, Frame.Root, new Evaluation(CancellationToken.None)).Constant),
            bodies,
            counters));
        var gateways = new GatewayTypes(compilation, project.GatewayType);
        var clients = new ClientTracer(flow, texts, registrations, gateways);
        var matcher = manifests.Of(start);
        return new OutboundCallEngine(
            families,
            new EndpointResolver(texts, clients, new RequestMessages(flow, texts), !gateways.IsEmpty),
            new RecordMaker(project, matcher, new TargetNaming(matcher), compilation.AssemblyName ?? ""));
    }
#pragma warning restore RS1012
}
