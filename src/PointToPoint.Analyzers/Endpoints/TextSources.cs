using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>The sources that know what expressions of the language and its library make of texts; what configuration and clients add is composed elsewhere.</summary>
internal static class TextSources
{
    public static ImmutableArray<TextSource> OfExpressions(ValueFlow flow, Conditions conditions, Sequences sequences, Dictionaries dictionaries)
    {
        var elements = new ElementSource(sequences);
        conditions.ElementOf = elements.At;
        var bodies = new BodyChanges();
        var uris = new UriSource();
        var listed = new DictionarySource(dictionaries);
        var formats = new FormatSource(sequences);
        var connectionStrings = new ConnectionStringBuilderSource(flow);
        var words = new ConnectionStringWordSource(connectionStrings);
        return
        [
            new StartValueSource(flow),
            new CorrelatedTextSource(flow, conditions, sequences, bodies),
            new InterpolationSource(),
            new ConcatenationSource(sequences),
            new ChoiceSource(conditions, flow),
            formats,
            new InvalidSource(),
            new JoinSource(sequences),
            new PathSource(sequences),
            new RequestPathSource(),
            new TrimSource(sequences),
            new CaseSource(),
            new ReplaceSource(),
            new PatternSource(flow),
            new SliceSource(),
            new SpanSource(),
            new PadSource(),
            new EscapeSource(),
            new ConversionSource(),
            new WellKnownTextSource(),
            new HttpMethodSource(),
            new TypeNameSource(flow),
            uris,
            new EndpointAddressSource(),
            new UriMemberSource(),
            new UriBuilderSource(),
            new QuerySource(),
            connectionStrings,
            words,
            new StringBuilderSource(formats, sequences),
            new BuiltTextSource(flow, conditions, sequences, bodies),
            new LoopVariableSource(flow, sequences, dictionaries),
            new ReturnedTextSource(flow, conditions, sequences, bodies),
            new AggregateSource(sequences),
            elements,
            listed,
            new OutValueSource(flow, uris, listed, words),
            new NumberSource(sequences),
            new FlurlSource(flow, sequences),
            new SetterSource(flow),
        ];
    }
}
