using Microsoft.EntityFrameworkCore;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>P2P1004 on code that references the packages of databases and queues.</summary>
internal static class DataLibraries
{
    private static readonly ReferenceSet _references = new[]
    {
        typeof(Amazon.Runtime.AmazonServiceClient),
        typeof(Amazon.SQS.AmazonSQSClient),
        typeof(Azure.Core.TokenCredential),
        typeof(Azure.Core.Amqp.AmqpAnnotatedMessage),
        typeof(System.ClientModel.ApiKeyCredential),
        typeof(BinaryData),
        typeof(Azure.Data.Tables.TableClient),
        typeof(Azure.Messaging.ServiceBus.ServiceBusClient),
        typeof(Azure.Storage.Queues.QueueClient),
        typeof(Azure.Storage.StorageSharedKeyCredential),
        typeof(Confluent.Kafka.ClientConfig),
        typeof(Elastic.Clients.Elasticsearch.ElasticsearchClient),
        typeof(Elastic.Transport.ITransport),
        typeof(Microsoft.Azure.Cosmos.CosmosClient),
        typeof(Microsoft.Data.SqlClient.SqlConnection),
        typeof(DbContext),
        typeof(DbContextOptionsBuilder<>),
        typeof(RelationalDatabaseFacadeExtensions),
        typeof(SqlServerDbContextOptionsExtensions),
        typeof(NpgsqlDbContextOptionsBuilderExtensions),
        typeof(MongoDB.Bson.BsonDocument),
        typeof(MongoDB.Driver.MongoClient),
        typeof(MySqlConnector.MySqlConnection),
        typeof(NATS.Client.Core.NatsConnection),
        typeof(NATS.Client.Core.INatsSerializerRegistry),
        typeof(NATS.Net.NatsClient),
        typeof(Npgsql.NpgsqlConnection),
        typeof(RabbitMQ.Client.ConnectionFactory),
        typeof(StackExchange.Redis.ConnectionMultiplexer),
    }.Select(type => type.Assembly).Distinct().Aggregate(ReferenceSet.AspNetCore, (references, assembly) => references.With(assembly));

    /// <summary>Without a p2p.json.</summary>
    public static AnalyzerTest Test { get; } = CouplingTest.New().WithDefaultRule(RuleIds.DirectDataAccess).WithReferences(_references);

    /// <summary>With a system ERP of these endpoints; the code under test is another system's.</summary>
    public static AnalyzerTest Erps(params string[] endpoints) =>
        Test.WithManifest($$"""{ "systems": { "ERP": { "endpoints": [{{string.Join(", ", endpoints.Select(endpoint => $"\"{endpoint}\""))}}] } } }""");
}
