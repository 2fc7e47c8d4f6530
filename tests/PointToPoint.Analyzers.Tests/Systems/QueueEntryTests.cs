using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Databases and queues among the endpoints: a name alone, and one behind its server.</summary>
public sealed class QueueEntryTests
{
    [Theory]
    [InlineData("queue:erp-orders", "erp-orders", true)]
    [InlineData("queue:ERP-Orders", "erp-orders", true)]
    [InlineData("Queue: erp-orders", "erp-orders", true)]
    [InlineData("queue:erp-orders", "erp-orders-dead", false)]
    [InlineData("broker/erp-orders", "erp-orders", true)]
    [InlineData("amqp://broker/erp-orders", "erp-orders", true)]
    [InlineData("amqp://broker:5673/erp-orders", "erp-orders", false)]
    [InlineData("kafka://broker/erp-orders", "erp-orders", false)]
    [InlineData("amqp://broker", "erp-orders", true)]
    public void AQueue_IsMatchedByItsNameAndByItsBroker(string entry, string queue, bool isMatch)
    {
        var matcher = Manifests.Matcher($$"""{ "systems": { "ERP": { "endpoints": ["{{entry}}"] } } }""");

        var match = matcher.Match(new ResolvedEndpoint { Scheme = "amqp", Host = "broker", Path = "/" + queue, Queue = queue });

        Assert.Equal(isMatch ? "ERP" : null, match?.System?.Name);
    }

    [Fact]
    public void AQueuesName_SaysMoreThanItsBroker_AndLessThanBoth()
    {
        var matcher = Manifests.Matcher("""
            { "systems": { "A": { "endpoints": ["broker"] }, "B": { "endpoints": ["queue:orders"] }, "C": { "endpoints": ["second/orders"] } }, "gateway": { "endpoints": ["third"] } }
            """);

        string? Owner(string host, string queue) => matcher.Match(new ResolvedEndpoint { Scheme = "amqp", Host = host, Path = "/" + queue, Queue = queue }) is { } match ? match.System?.Name ?? match.Kind.ToString() : null;

        Assert.Equal("B", Owner("broker", "orders"));
        Assert.Equal("A", Owner("broker", "invoices"));
        Assert.Equal("C", Owner("second", "orders"));
        Assert.Equal("B", Owner("third", "orders"));
        Assert.Equal("Gateway", Owner("third", "invoices"));
        Assert.Null(Owner("fourth", "invoices"));
    }

    [Theory]
    [InlineData("sql://erp-db/orders", 1433, true)]
    [InlineData("sql://erp-db:1433/orders", 1433, true)]
    [InlineData("sql://erp-db:1433", 1433, true)]
    [InlineData("erp-db/orders", 5432, true)]
    [InlineData("sql://erp-db/order", 1433, false)]
    [InlineData("mongodb://erp-db/orders", 1433, false)]
    public void ADatabase_IsAPathOfItsServer(string entry, int port, bool isMatch)
    {
        var matcher = Manifests.Matcher($$"""{ "systems": { "ERP": { "endpoints": ["{{entry}}"] } } }""");

        Assert.Equal(isMatch, matcher.Match(new ResolvedEndpoint { Scheme = "sql", Host = "erp-db", Port = port, Path = "/orders" }) is not null);
    }

    [Theory]
    [InlineData("queue:", "names no queue behind 'queue:'")]
    [InlineData("queue:erp-*", "has a '*'; a queue is named in full")]
    public void MalformedQueue_SaysWhy(string entry, string expected)
    {
        Assert.Null(EndpointPatternParser.Parse(entry, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void AQueueOfTwoSystems_IsAContradiction() =>
        Assert.Contains("'QUEUE:orders' is claimed by system 'B'", Assert.Single(Manifests.Problems("""{ "systems": { "A": { "endpoints": ["queue:orders"] }, "B": { "endpoints": ["QUEUE:orders"] } } }""")), StringComparison.Ordinal);
}
