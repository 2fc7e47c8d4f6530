namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>Databases and topics whose packages aren't at hand, on what they declare as far as these tests use it.</summary>
public sealed class StubbedLibraryTests
{
    private const string Stubs = """
        -- Stubs.cs
        namespace MySql.Data.MySqlClient
        {
            public class MySqlConnection { public MySqlConnection() { } public MySqlConnection(string connectionString) { } public string ConnectionString { get; set; } = ""; }
            public class MySqlException : Exception { }
        }
        namespace Amazon.SimpleNotificationService.Model
        {
            public class PublishRequest { public PublishRequest() { } public PublishRequest(string topicArn, string message) { } public string TopicArn { get; set; } = ""; public string Message { get; set; } = ""; }
            public class PublishResponse { }
        }
        namespace Amazon.SimpleNotificationService
        {
            using Amazon.SimpleNotificationService.Model;
            public interface IAmazonSimpleNotificationService { Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default); Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default); }
            public class AmazonSimpleNotificationServiceClient : IAmazonSimpleNotificationService { public Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => null!; public Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default) => null!; }
        }
        namespace Cassandra
        {
            public interface ISession { object Execute(string query); }
            public class Builder { public Builder AddContactPoint(string address) => this; public Builder WithConnectionString(string connectionString) => this; public Builder WithPort(int port) => this; public Cluster Build() => null!; }
            public class Cluster { public static Builder Builder() => new(); public ISession Connect(string keyspace) => null!; }
        }
        namespace EventStore.Client
        {
            public class EventStoreClientSettings { public static EventStoreClientSettings Create(string connectionString) => new(); }
            public class EventStoreClient { public EventStoreClient(EventStoreClientSettings settings) { } public Task<int> AppendToStreamAsync(string name) => null!; }
        }
        namespace Marten
        {
            public class StoreOptions { public void Connection(string connectionString) { } }
            public interface IDocumentStore { object LightweightSession(); }
            public class DocumentStore : IDocumentStore { public static DocumentStore For(string connectionString) => null!; public static DocumentStore For(Action<StoreOptions> configure) => null!; public object LightweightSession() => this; }
            public static class MartenServiceCollectionExtensions
            {
                public static object AddMarten(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string connectionString) => services;
                public static object AddMarten(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, Action<StoreOptions> configure) => services;
            }
        }
        namespace Dapper
        {
            public static class SqlMapper { public static Task<IEnumerable<T>> QueryAsync<T>(this System.Data.IDbConnection cnn, string sql) => null!; }
        }
        namespace Microsoft.Extensions.Hosting
        {
            public static class AspireEFPostgreSqlExtensions { public static void AddNpgsqlDbContext<T>(this IHostApplicationBuilder builder, string connectionName) { } }
            public static class AspirePostgreSqlNpgsqlExtensions { public static void AddNpgsqlDataSource(this IHostApplicationBuilder builder, string connectionName) { } }
            public static class AspireSqlServerSqlClientExtensions { public static void AddSqlServerClient(this IHostApplicationBuilder builder, string connectionName) { } }
            public static class AspireMongoDBDriverExtensions { public static void AddMongoDBClient(this IHostApplicationBuilder builder, string connectionName) { } }
            public static class AspireRabbitMQExtensions { public static void AddRabbitMQClient(this IHostApplicationBuilder builder, string connectionName) { } }
        }

        -- Test0.cs

        """;

    [Theory]
    [InlineData("new MySql.Data.MySqlClient.[|MySqlConnection|](\"Server=erp-db;Database=orders;Uid=crm;Pwd=hunter2\")", "sql://erp-db/orders")]
    [InlineData("new MySql.Data.MySqlClient.MySqlConnection { [|ConnectionString|] = \"Server=erp-db;Port=3307;Database=orders\" }", "sql://erp-db:3307/orders")]
    [InlineData("Marten.DocumentStore.[|For|](\"Host=erp-db;Database=orders\")", "sql://erp-db/orders")]
    [InlineData("Marten.DocumentStore.For(o => o.[|Connection|](\"Host=erp-db;Database=orders\"))", "sql://erp-db/orders")]
    [InlineData("Cassandra.Cluster.Builder().[|AddContactPoint|](\"erp-db\").Build()", "cassandra://erp-db")]
    [InlineData("Cassandra.Cluster.Builder().[|WithConnectionString|](\"Contact Points=erp-db;Default Keyspace=orders;Port=9042\").Build()", "cassandra://erp-db:9042")]
    [InlineData("new EventStore.Client.EventStoreClient(EventStore.Client.EventStoreClientSettings.[|Create|](\"esdb://admin:hunter2@erp-db:2113?tls=true\"))", "esdb://erp-db:2113")]
    public Task Database_OfAnotherSystem_IsReported(string made, string endpoint) => DataLibraries.Erps("erp-db").WithProperty("to", "ERP").WithProperty("endpoint", endpoint).Reports(Stubs + $$"""
        class C { object M() => {{made}}; }
        """);

    [Fact]
    public Task Database_OfTheCallersOwn_IsQuiet() => DataLibraries.Erps("erp-db").IsQuiet(Stubs + """
        class C
        {
            object MySql() => new MySql.Data.MySqlClient.MySqlConnection("Server=crm-db;Database=orders");
            object Marten() => global::Marten.DocumentStore.For("Host=crm-db;Database=orders");
            object Cassandra() => global::Cassandra.Cluster.Builder().AddContactPoint("crm-db").WithPort(9042).Build().Connect("orders");
            Task<int> Events() => new EventStore.Client.EventStoreClient(EventStore.Client.EventStoreClientSettings.Create("esdb://crm-db:2113")).AppendToStreamAsync("orders");
            bool Failed(Exception exception) => exception is MySql.Data.MySqlClient.MySqlException;
            string Names() => nameof(global::Marten.DocumentStore.For) + typeof(EventStore.Client.EventStoreClient);
        }
        """);

    [Fact]
    public Task RegisteredStore_OfAnotherSystem_IsReported() => DataLibraries.Erps("config:ConnectionStrings:Erp").WithProperty("endpoint", "config:ConnectionStrings:Erp").Reports(Stubs + """
        using Marten;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            static void M(IServiceCollection services, IConfiguration configuration)
            {
                services.[|AddMarten|](configuration.GetConnectionString("Erp")!);
                services.AddMarten(o => o.[|Connection|](configuration.GetConnectionString("Erp")!));
                services.AddMarten(configuration.GetConnectionString("Crm")!);
            }
        }
        """);

    [Fact]
    public Task Topic_OfAnotherSystem_IsReported() => DataLibraries.Erps("queue:erp-orders").WithProperty("to", "ERP").Reports(Stubs + """
        using Amazon.SimpleNotificationService;
        using Amazon.SimpleNotificationService.Model;
        class C(IAmazonSimpleNotificationService topics)
        {
            async Task M()
            {
                await topics.[|PublishAsync|]("arn:aws:sns:eu-west-1:123456789012:erp-orders", "message");
                await topics.[|PublishAsync|](new PublishRequest { TopicArn = "arn:aws:sns:eu-west-1:123456789012:erp-orders", Message = "message" });
                await new AmazonSimpleNotificationServiceClient().[|PublishAsync|](new PublishRequest("arn:aws:sns:eu-west-1:123456789012:erp-orders", "message"));
                await topics.PublishAsync("arn:aws:sns:eu-west-1:123456789012:crm-orders", "message");
            }
        }
        """);

    [Fact]
    public Task QueryOfDapper_IsNoCall_ButTheConnectionIsToldWhereItIsBound() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "sql://erp-db/orders").Reports(Stubs + """
        using Dapper;
        using Microsoft.Data.SqlClient;
        class C
        {
            async Task<object> M()
            {
                using var connection = new [|SqlConnection|]("Server=erp-db;Database=orders");
                return await connection.QueryAsync<int>("select 1");
            }
            async Task<object> Own()
            {
                using var connection = new SqlConnection("Server=crm-db;Database=orders");
                return await connection.QueryAsync<int>("select 1");
            }
        }
        """);

    [Theory]
    [InlineData("AddNpgsqlDbContext<C>")]
    [InlineData("AddNpgsqlDataSource")]
    [InlineData("AddSqlServerClient")]
    [InlineData("AddMongoDBClient")]
    [InlineData("AddRabbitMQClient")]
    public Task ConnectionOfAnAppHost_IsNamedByItsKey(string method) => DataLibraries.Erps("config:ConnectionStrings:erp").WithProperty("endpoint", "config:ConnectionStrings:erp").Reports(Stubs + $$"""
        using Microsoft.Extensions.Hosting;
        class C
        {
            static void M(IHostApplicationBuilder builder)
            {
                builder.[|{{method.Replace("<C>", "|]<C>", StringComparison.Ordinal)}}{{(method.EndsWith('>') ? "" : "|]")}}("erp");
                builder.{{method}}("crm");
            }
        }
        """);

    [Theory]
    [InlineData("AddNpgsqlDbContext<C>")]
    [InlineData("AddNpgsqlDataSource")]
    [InlineData("AddSqlServerClient")]
    [InlineData("AddMongoDBClient")]
    [InlineData("AddRabbitMQClient")]
    public Task ConnectionOfAnAppHost_ThatNobodyClaims_IsQuiet(string method) => DataLibraries.Test.IsQuiet(Stubs + $$"""
        using Microsoft.Extensions.Hosting;
        class C { static void M(IHostApplicationBuilder builder) => builder.{{method}}("catalogdb"); }
        """);

    private const string Queues = """
        -- Queues.cs
        namespace Microsoft.Azure.ServiceBus.Core
        {
            public interface ISenderClient { Task SendAsync(Message message); }
            public class MessageReceiver { public MessageReceiver(string connectionString, string entityPath) { } public Task<Message> ReceiveAsync() => null!; }
        }
        namespace Microsoft.Azure.ServiceBus
        {
            public class Message { }
            public interface IQueueClient : Core.ISenderClient { }
            public class QueueClient : IQueueClient { public QueueClient(string connectionString, string entityPath) { } public Task SendAsync(Message message) => null!; }
        }
        namespace Raven.Client.Documents
        {
            public class DocumentStore { public string[] Urls { get; set; } = []; public string Database { get; set; } = ""; public DocumentStore Initialize() => this; }
        }
        namespace NServiceBus
        {
            public interface IMessageSession { }
            public static class IMessageSessionExtensions { public static Task Send(this IMessageSession session, string destination, object message) => null!; public static Task Send(this IMessageSession session, object message) => null!; }
        }

        -- Test0.cs

        """;

    [Fact]
    public Task QueueOfTheOlderServiceBus_IsReported() => DataLibraries.Erps("queue:erp-orders").WithProperty("to", "ERP").Reports(Queues + """
        using Microsoft.Azure.ServiceBus;
        using Microsoft.Azure.ServiceBus.Core;
        class C
        {
            private readonly IQueueClient _own = new QueueClient("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey=x", "crm-orders");
            async Task M()
            {
                var client = new {|#0:QueueClient|}("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey=x", "erp-orders");
                await client.[|SendAsync|](new Message());
                var receiver = new {|#1:MessageReceiver|}("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey=x", "erp-orders");
                await receiver.[|ReceiveAsync|]();
                await _own.SendAsync(new Message());
            }
        }
        """,
        new PointToPoint.Testing.DiagnosticResult(RuleIds.DirectDataAccess).WithLocation(0),
        new PointToPoint.Testing.DiagnosticResult(RuleIds.DirectDataAccess).WithLocation(1));

    [Fact]
    public Task RavenStore_OfAnotherSystem_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "http://erp-db:8080").Reports(Queues + """
        using Raven.Client.Documents;
        class C
        {
            object Theirs() => new DocumentStore { [|Urls|] = new[] { "http://erp-db:8080" }, Database = "orders" }.Initialize();
            object Own() => new DocumentStore { Urls = ["http://crm-db:8080"], Database = "orders" }.Initialize();
        }
        """);

    [Fact]
    public Task MessageToANamedEndpoint_IsReported_AndARoutedOneIsQuiet() => DataLibraries.Erps("queue:erp").Reports(Queues + """
        using NServiceBus;
        class C(IMessageSession session)
        {
            async Task M()
            {
                await session.[|Send|]("erp", new object());
                await session.Send("crm", new object());
                await session.Send(new object());
            }
        }
        """);
}
