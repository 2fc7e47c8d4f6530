namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>Brokers: a queue of another system is reported where it is sent to or read from, the middleware's is not.</summary>
public sealed class QueueLibraryTests
{
    [Fact]
    public Task RabbitQueue_OfAnotherSystem_IsReportedAtEachCall() => DataLibraries.Erps("queue:erp-orders").WithProperty("endpoint", "amqp://broker/erp-orders").WithProperty("protocol", "queue").Reports("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(ReadOnlyMemory<byte> body, IAsyncBasicConsumer consumer)
            {
                var factory = new ConnectionFactory { HostName = "broker", UserName = "crm", Password = "hunter2" };
                await using var connection = await factory.CreateConnectionAsync();
                await using var channel = await connection.CreateChannelAsync();
                await channel.QueueDeclareAsync("erp-orders");
                await channel.[|BasicPublishAsync|]("", "erp-orders", body);
                await channel.[|BasicPublishAsync|]("erp-orders", "created", body);
                await channel.[|BasicConsumeAsync|]("erp-orders", true, consumer);
                await channel.[|BasicGetAsync|]("erp-orders", true);
                await channel.BasicPublishAsync("", "crm-orders", body);
                await channel.BasicConsumeAsync("crm-orders", true, consumer);
            }
        }
        """);

    [Fact]
    public Task RabbitQueue_IsKnownByItsName_WhereNobodyKnowsTheBroker() => DataLibraries.Erps("queue:erp-orders")
        .WithMessage("'TestProject' reaches into 'ERP' directly through RabbitMQ.Client.IChannel: BasicPublishAsync queue:erp-orders (literal); ask the system through the gateway as 'erp' instead")
        .Reports("""
            using RabbitMQ.Client;
            public class C(IChannel channel)
            {
                public async Task M(ReadOnlyMemory<byte> body) => await channel.[|BasicPublishAsync|]("", "erp-orders", body);
            }
            """);

    [Fact]
    public Task QueueWithItsBroker_SaysMoreThanTheBroker() => DataLibraries.Test.WithManifest("""
        { "systems": { "ERP": { "endpoints": ["amqp://broker/erp-orders"] } }, "gateway": { "endpoints": ["broker"] } }
        """).Reports("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(ReadOnlyMemory<byte> body)
            {
                var factory = new ConnectionFactory();
                factory.Uri = new Uri("amqp://crm:hunter2@broker:5672/");
                var channel = await (await factory.CreateConnectionAsync()).CreateChannelAsync();
                await channel.[|BasicPublishAsync|]("", "erp-orders", body);
                await channel.BasicPublishAsync("", "crm-orders", body);
                await channel.BasicPublishAsync("events", "order.created", body);
            }
        }
        """);

    [Fact]
    public Task QueueOfASystem_OnTheMiddleware_IsItsPrivateOne() => DataLibraries.Test.WithManifest("""
        { "systems": { "ERP": { "endpoints": ["queue:erp-orders"] }, "TestProject": { "endpoints": ["queue:crm-orders"] } }, "gateway": { "endpoints": ["broker"] } }
        """).Reports("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(ReadOnlyMemory<byte> body)
            {
                var channel = await (await new ConnectionFactory { HostName = "broker" }.CreateConnectionAsync()).CreateChannelAsync();
                await channel.[|BasicPublishAsync|]("", "erp-orders", body);
                await channel.BasicPublishAsync("", "crm-orders", body);
                await channel.BasicPublishAsync("", "events", body);
            }
        }
        """);

    [Fact]
    public Task BrokerOfAnotherSystem_IsReportedWhereItIsWiredAndCalled() => DataLibraries.Erps("erp-broker").Reports("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(ReadOnlyMemory<byte> body)
            {
                var factory = new ConnectionFactory { [|HostName|] = "erp-broker" };
                var channel = await (await factory.CreateConnectionAsync()).CreateChannelAsync();
                await channel.[|BasicPublishAsync|]("", "orders", body);
            }
        }
        """);

    [Fact]
    public Task BrokerThatNobodyClaims_IsTheCallersOwn() => DataLibraries.Test.IsQuiet("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(ReadOnlyMemory<byte> body)
            {
                var factory = new ConnectionFactory { HostName = "broker" };
                var channel = await (await factory.CreateConnectionAsync()).CreateChannelAsync();
                await channel.BasicPublishAsync("", "orders", body);
            }

            string Name() => nameof(IChannel.BasicPublishAsync);
            object Properties() => new BasicProperties { Persistent = true };
            bool Failed(Exception exception) => exception is RabbitMQ.Client.Exceptions.BrokerUnreachableException;
        }
        """);

    [Fact]
    public Task QueueName_OfTheConfiguration_IsNamedByItsKey() => DataLibraries.Erps("config:Queues:ErpOrders").Reports("""
        using Microsoft.Extensions.Configuration;
        using RabbitMQ.Client;
        public class C(IChannel channel, IConfiguration configuration)
        {
            public async Task Theirs(ReadOnlyMemory<byte> body) => await channel.[|BasicPublishAsync|]("", configuration["Queues:ErpOrders"]!, body);
            public async Task Own(ReadOnlyMemory<byte> body) => await channel.BasicPublishAsync("", configuration["Queues:CrmOrders"]!, body);
        }
        """);

    [Fact]
    public Task MethodThatSendsToTheQueueItIsGiven_IsReportedWhereItIsCalled() => DataLibraries.Erps("queue:erp-orders").Reports("""
        using RabbitMQ.Client;
        class Bus(IChannel channel)
        {
            public async Task SendAsync(string queue, ReadOnlyMemory<byte> body) => await channel.BasicPublishAsync("", queue, body);
        }

        class C(Bus bus)
        {
            async Task Theirs(ReadOnlyMemory<byte> body) => await bus.[|SendAsync|]("erp-orders", body);
            async Task Own(ReadOnlyMemory<byte> body) => await bus.SendAsync("crm-orders", body);
        }
        """);

    [Fact]
    public Task KafkaTopic_OfAnotherSystem_IsReported() => DataLibraries.Erps("queue:erp-orders").Reports("""
        using Confluent.Kafka;
        class C
        {
            async Task Produce()
            {
                var config = new ProducerConfig { BootstrapServers = "kafka-1:9092,kafka-2:9092" };
                using var producer = new ProducerBuilder<Null, string>(config).Build();
                await producer.[|ProduceAsync|]("erp-orders", new Message<Null, string> { Value = "1" });
                producer.[|Produce|](new TopicPartition("erp-orders", 0), new Message<Null, string> { Value = "1" });
                await producer.ProduceAsync("crm-orders", new Message<Null, string> { Value = "1" });
            }

            void Consume()
            {
                using var consumer = new ConsumerBuilder<Ignore, string>(new ConsumerConfig { BootstrapServers = "kafka-1:9092" }).Build();
                consumer.[|Subscribe|]("erp-orders");
                consumer.[|Subscribe|](new[] { "crm-orders", "erp-orders" });
                consumer.Subscribe("crm-orders");
                consumer.Consume();
            }
        }
        """);

    [Fact]
    public Task KafkaCluster_OfAnotherSystem_IsReported() => DataLibraries.Erps("kafka://erp-kafka").Reports("""
        using Confluent.Kafka;
        class C
        {
            object M() => new ProducerConfig { [|BootstrapServers|] = "erp-kafka:9092" };
            object Own() => new ProducerConfig { BootstrapServers = "kafka:9092" };
        }
        """);

    [Fact]
    public Task ServiceBusQueue_IsTheOneItsSenderWasMadeFor() => DataLibraries.Erps("queue:erp-orders").WithProperty("endpoint", "sb://contoso.servicebus.windows.net/erp-orders").Reports("""
        using Azure.Messaging.ServiceBus;
        class C
        {
            private readonly ServiceBusClient _client = new("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=crm;SharedAccessKey=c2VjcmV0");
            async Task Send()
            {
                var sender = _client.CreateSender("erp-orders");
                await sender.[|SendMessageAsync|](new ServiceBusMessage("1"));
                await _client.CreateSender("crm-orders").SendMessageAsync(new ServiceBusMessage("1"));
            }

            async Task Receive()
            {
                await using var receiver = _client.CreateReceiver("erp-orders");
                var message = await receiver.[|ReceiveMessageAsync|]();
                await receiver.CompleteMessageAsync(message);
            }

            async Task Process()
            {
                var processor = _client.CreateProcessor("erp-orders", new ServiceBusProcessorOptions());
                await processor.[|StartProcessingAsync|]();
            }
        }
        """);

    [Fact]
    public Task ServiceBusNamespace_ThatIsTheMiddleware_IsNotDirect() => DataLibraries.Test.WithManifest("""{ "gateway": { "endpoints": ["contoso.servicebus.windows.net"] } }""").IsQuiet("""
        using Azure.Messaging.ServiceBus;
        class C
        {
            async Task Send(Azure.Core.TokenCredential credential)
            {
                await using var client = new ServiceBusClient("contoso.servicebus.windows.net", credential);
                await client.CreateSender("orders").SendMessageAsync(new ServiceBusMessage("1"));
            }
        }
        """);

    [Fact]
    public Task StorageQueue_OfAnAccount_IsReported() => DataLibraries.Erps("queue:erp-orders").Reports("""
        using Azure.Storage.Queues;
        class C
        {
            async Task Theirs()
            {
                var queue = new [|QueueClient|]("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "erp-orders");
                await queue.[|SendMessageAsync|]("1");
                queue.[|ReceiveMessages|]();
            }

            async Task Own()
            {
                var queue = new QueueClient("UseDevelopmentStorage=true", "crm-orders");
                await queue.CreateIfNotExistsAsync();
                await queue.SendMessageAsync("1");
            }
        }
        """);

    [Fact]
    public Task AmazonQueue_HasAnAddressOfItsOwn() => DataLibraries.Erps("queue:erp-orders").WithProperty("endpoint", "https://sqs.eu-west-1.amazonaws.com/123456789012/erp-orders").Reports("""
        using Amazon.SQS;
        using Amazon.SQS.Model;
        class C(IAmazonSQS sqs)
        {
            private const string Theirs = "https://sqs.eu-west-1.amazonaws.com/123456789012/erp-orders";
            async Task Send()
            {
                await sqs.[|SendMessageAsync|](Theirs, "1");
                await sqs.[|SendMessageAsync|](new SendMessageRequest { QueueUrl = Theirs, MessageBody = "1" });
                await sqs.[|ReceiveMessageAsync|](new ReceiveMessageRequest(Theirs));
                await sqs.SendMessageAsync("https://sqs.eu-west-1.amazonaws.com/123456789012/crm-orders", "1");
                await sqs.GetQueueUrlAsync("erp-orders");
            }
        }
        """);

    [Fact]
    public Task NatsSubject_OfAnotherSystem_IsReported() => DataLibraries.Erps("queue:erp.orders").WithProperty("endpoint", "nats://nats:4222/erp.orders").Reports("""
        using NATS.Client.Core;
        using NATS.Net;
        class C
        {
            async Task M()
            {
                await using var client = new NatsClient("nats://nats:4222");
                await client.[|PublishAsync|]("erp.orders", 1);
                await client.PublishAsync("crm.orders", 1);
                await using var connection = new NatsConnection(new NatsOpts { Url = "nats://nats:4222" });
                await connection.[|PublishAsync|]("erp.orders", 1);
            }
        }
        """);

    [Fact]
    public Task MassTransit_SendsToAQueueByItsAddress() => DataLibraries.Erps("queue:erp-orders", "erp-broker").Reports("""
        -- MassTransit.cs
        namespace MassTransit
        {
            public interface ISendEndpoint { Task Send<T>(T message) where T : class; }
            public interface ISendEndpointProvider { Task<ISendEndpoint> GetSendEndpoint(Uri address); }
            public interface IPublishEndpoint { Task Publish<T>(T message) where T : class; }
            public interface IRabbitMqBusFactoryConfigurator { }
            public static class RabbitMqHostConfigurationExtensions
            {
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, string virtualHost) { }
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, Uri hostAddress) { }
            }
        }

        -- Test0.cs
        using MassTransit;
        public class C(ISendEndpointProvider provider, IPublishEndpoint bus)
        {
            public async Task Theirs() => await (await provider.[|GetSendEndpoint|](new Uri("queue:erp-orders"))).Send("1");
            public async Task Own() => await (await provider.GetSendEndpoint(new Uri("queue:crm-orders"))).Send("1");
            public async Task Event() => await bus.Publish("1");
            static void Configure(IRabbitMqBusFactoryConfigurator cfg)
            {
                cfg.[|Host|]("erp-broker", "/");
                cfg.[|Host|](new Uri("rabbitmq://erp-broker/"));
                cfg.Host("broker", "/");
            }
        }
        """);

    [Theory]
    [InlineData("amqp://erp-broker", "new Uri(\"rabbitmq://erp-broker\")")]
    [InlineData("rabbitmq://erp-broker", "new Uri(\"amqp://erp-broker\")")]
    [InlineData("amqp://erp-broker", "\"erp-broker\", \"/\"")]
    public Task BrokerOfABus_IsTheSameByItsProtocol(string endpoint, string host) => DataLibraries.Erps(endpoint).Reports($$"""
        -- MassTransit.cs
        namespace MassTransit
        {
            public interface IRabbitMqBusFactoryConfigurator { }
            public static class RabbitMqHostConfigurationExtensions
            {
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, string virtualHost) { }
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, Uri hostAddress) { }
            }
        }

        -- Test0.cs
        using MassTransit;
        public class C { static void Configure(IRabbitMqBusFactoryConfigurator cfg) => cfg.[|Host|]({{host}}); }
        """);

    [Fact]
    public Task BusThatRoutesByType_IsQuiet() => DataLibraries.Erps("queue:erp-orders").IsQuiet("""
        -- NServiceBus.cs
        namespace NServiceBus
        {
            public interface IMessageSession { Task Send(object message); Task Send(string destination, object message); Task Publish(object message); }
        }

        -- Test0.cs
        using NServiceBus;
        class C(IMessageSession session) { async Task M() => await session.Publish("1"); }
        """);

    [Theory]
    [InlineData("new[] { \"crm-broker\", \"erp-broker\" }")]
    [InlineData("[\"crm-broker\", \"erp-broker\"]")]
    public Task RabbitBrokers_OfAList_AreAllTold(string hosts) => DataLibraries.Erps("erp-broker").Reports($$"""
        using RabbitMQ.Client;
        class C { Task M(ConnectionFactory factory) => factory.[|CreateConnectionAsync|](hostnames: (string[]){{hosts}}); }
        """);

    [Fact]
    public Task EventHubs_OfAnotherSystem_AreReported() => DataLibraries.Erps("erp-events.servicebus.windows.net").WithReferences(CatalogPackages.Referencing("Azure.Core", "Azure.Core.Amqp", "System.ClientModel", "Azure.Messaging.EventHubs"))
        .WithProperty("endpoint", "sb://erp-events.servicebus.windows.net/orders").Reports("""
        using Azure.Messaging.EventHubs; using Azure.Messaging.EventHubs.Producer;
        class C
        {
            async Task M(IEnumerable<EventData> events)
            {
                await using var producer = new [|EventHubProducerClient|]("Endpoint=sb://erp-events.servicebus.windows.net/;SharedAccessKeyName=crm;SharedAccessKey=hunter2", "orders");
                await producer.[|SendAsync|](events);
                await using var own = new EventHubProducerClient("Endpoint=sb://crm-events.servicebus.windows.net/;SharedAccessKeyName=crm;SharedAccessKey=hunter2", "orders");
                await own.SendAsync(events);
            }
        }
        """);

    [Fact]
    public Task EventGrid_OfAnotherSystem_IsReported() => DataLibraries.Erps("erp-topic.westeurope-1.eventgrid.azure.net").WithReferences(CatalogPackages.Referencing("Azure.Core", "System.ClientModel", "Azure.Messaging.EventGrid").With(typeof(BinaryData).Assembly)).Reports("""
        using Azure; using Azure.Messaging.EventGrid;
        class C
        {
            async Task M(EventGridEvent happened)
            {
                var publisher = new [|EventGridPublisherClient|](new Uri("https://erp-topic.westeurope-1.eventgrid.azure.net/api/events"), new AzureKeyCredential("hunter2"));
                await publisher.[|SendEventAsync|](happened);
                var own = new EventGridPublisherClient(new Uri("https://crm-topic.westeurope-1.eventgrid.azure.net/api/events"), new AzureKeyCredential("hunter2"));
                await own.SendEventAsync(happened);
            }
        }
        """);

    [Fact]
    public Task ServiceBusAdministration_OfAnotherSystem_IsReported() => DataLibraries.Erps("erp-bus.servicebus.windows.net").Reports("""
        using Azure.Messaging.ServiceBus.Administration;
        class C { object M() => new [|ServiceBusAdministrationClient|]("Endpoint=sb://erp-bus.servicebus.windows.net/;SharedAccessKeyName=crm;SharedAccessKey=hunter2"); }
        """);

    [Theory]
    [InlineData("private readonly ConnectionFactory _factory = new() { [|HostName|] = \"erp-rabbit\" };")]
    [InlineData("private readonly ConnectionFactory _factory; public C() { _factory = new ConnectionFactory { [|HostName|] = \"erp-rabbit\" }; }")]
    [InlineData("private static readonly ConnectionFactory _factory = new() { [|Uri|] = new Uri(\"amqp://erp-rabbit\") };")]
    public Task RabbitFactory_ThatSeveralMethodsUse_KeepsItsBroker(string factory) => DataLibraries.Erps("amqp://erp-rabbit").Reports($$"""
        using RabbitMQ.Client;
        class C
        {
            {{factory}}
            async Task A() { using var connection = await _factory.CreateConnectionAsync(); using var channel = await connection.CreateChannelAsync(); await channel.[|BasicPublishAsync|]("", "a", new byte[1]); }
            async Task B() { using var connection = await _factory.CreateConnectionAsync(); using var channel = await connection.CreateChannelAsync(); await channel.[|BasicPublishAsync|]("", "b", new byte[1]); }
        }
        """);

    [Fact]
    public Task SqsQueue_WhoseAddressWasAskedFor_IsThatQueue() => DataLibraries.Erps("queue:erp-orders").WithProperty("endpoint", "queue:erp-orders").Reports("""
        using Amazon.SQS;
        using Amazon.SQS.Model;
        class C(IAmazonSQS sqs)
        {
            async Task A()
            {
                var url = (await sqs.GetQueueUrlAsync("erp-orders")).QueueUrl;
                await sqs.[|SendMessageAsync|](url, "x");
            }

            async Task B()
            {
                var answer = await sqs.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = "erp-orders" });
                await sqs.[|SendMessageAsync|](new SendMessageRequest { QueueUrl = answer.QueueUrl, MessageBody = "x" });
            }

            async Task Own() => await sqs.SendMessageAsync((await sqs.GetQueueUrlAsync("crm-orders")).QueueUrl, "x");
        }
        """);

    [Fact]
    public Task AzureClients_OfTheContainer_GoWhereTheyAreRegistered() => DataLibraries.Erps("erp-sb.servicebus.windows.net").Reports(AzureClientFactory + """
        -- Test0.cs
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using Microsoft.Extensions.Azure;
        static class Registrations
        {
            public static void Add(Action<Action<AzureClientFactoryBuilder>> addAzureClients) => addAzureClients(clients =>
            {
                clients.[|AddServiceBusClientWithNamespace|]("erp-sb.servicebus.windows.net");
                clients.AddQueueServiceClient(new Uri("https://crm.queue.core.windows.net"));
            });
        }
        class C(ServiceBusClient bus)
        {
            async Task M() => await bus.CreateSender("orders").[|SendMessageAsync|](new("x"));
        }
        """);

    [Fact]
    public Task NamedAzureClient_IsNotTheOneThatIsInjected() => DataLibraries.Erps("erp-sb.servicebus.windows.net").Reports(AzureClientFactory + """
        -- Test0.cs
        using Azure.Messaging.ServiceBus;
        using Microsoft.Extensions.Azure;
        static class Registrations
        {
            public static void Add(AzureClientFactoryBuilder clients)
            {
                clients.[|AddServiceBusClientWithNamespace|]("erp-sb.servicebus.windows.net").WithName("erp");
                clients.AddServiceBusClient("Endpoint=sb://crm-sb.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=c2VjcmV0");
            }
        }
        class C(ServiceBusClient bus)
        {
            async Task M() => await bus.CreateSender("orders").SendMessageAsync(new("x"));
        }
        """);

    // Microsoft.Extensions.Azure, as far as its extensions in the clients' own packages need it.
    private const string AzureClientFactory = """
        -- AzureClientFactory.cs
        using Azure.Core;
        using Azure.Core.Extensions;
        namespace Microsoft.Extensions.Azure
        {
            public sealed class AzureClientFactoryBuilder : IAzureClientFactoryBuilder, IAzureClientFactoryBuilderWithCredential
            {
                IAzureClientBuilder<TClient, TOptions> IAzureClientFactoryBuilder.RegisterClientFactory<TClient, TOptions>(Func<TOptions, TClient> clientFactory) => null!;
                IAzureClientBuilder<TClient, TOptions> IAzureClientFactoryBuilderWithCredential.RegisterClientFactory<TClient, TOptions>(Func<TOptions, TokenCredential, TClient> clientFactory, bool requiresCredential) => null!;
            }

            public static class AzureClientBuilderExtensions
            {
                public static IAzureClientBuilder<TClient, TOptions> WithName<TClient, TOptions>(this IAzureClientBuilder<TClient, TOptions> builder, string name) where TOptions : class => builder;
            }
        }

        """;

    [Fact]
    public Task RabbitConnection_ToAListOfEndpoints_GoesThere() => DataLibraries.Erps("erp-broker").Reports("""
        using RabbitMQ.Client;
        class C(ConnectionFactory factory)
        {
            async Task List(ReadOnlyMemory<byte> body)
            {
                var connection = await factory.[|CreateConnectionAsync|](new List<AmqpTcpEndpoint> { new AmqpTcpEndpoint("erp-broker"), new AmqpTcpEndpoint("erp-broker", 5673) });
                var channel = await connection.CreateChannelAsync();
                await channel.[|BasicPublishAsync|]("", "orders", body);
            }

            async Task Variable()
            {
                var endpoints = new List<AmqpTcpEndpoint> { new("erp-broker") };
                await factory.[|CreateConnectionAsync|](endpoints);
            }

            async Task Added()
            {
                var endpoints = new List<AmqpTcpEndpoint>();
                endpoints.Add(new AmqpTcpEndpoint("erp-broker"));
                await factory.[|CreateConnectionAsync|](endpoints);
            }
        }
        """);

    [Fact]
    public Task RabbitQueue_ThatIsBoundOrEmptied_IsReported() => DataLibraries.Erps("queue:erp-orders").Reports("""
        using RabbitMQ.Client;
        class C
        {
            async Task M(IChannel channel)
            {
                await channel.[|QueueBindAsync|]("erp-orders", "events", "created");
                await channel.[|QueuePurgeAsync|]("erp-orders");
                await channel.[|QueueUnbindAsync|]("erp-orders", "events", "created");
                await channel.[|QueueDeleteAsync|]("erp-orders");
                await channel.QueueBindAsync("crm-orders", "events", "created");
                await channel.QueuePurgeAsync("crm-orders");
            }
        }
        """);

    [Theory]
    [InlineData("new Dictionary<string, string> { { \"bootstrap.servers\", \"erp-kafka:9092\" }, { \"acks\", \"all\" } }")]
    [InlineData("new Dictionary<string, string> { [\"bootstrap.servers\"] = \"erp-kafka:9092,erp-kafka2:9092\" }")]
    public Task KafkaCluster_OfADictionary_IsWhereItsSettingSays(string config) => DataLibraries.Erps("kafka://erp-kafka").WithProperty("endpoint", "kafka://erp-kafka:9092/orders").Reports($$"""
        using Confluent.Kafka;
        class C
        {
            async Task M()
            {
                var config = {{config}};
                using var producer = new ProducerBuilder<string, string>(config).Build();
                await producer.[|ProduceAsync|]("orders", new Message<string, string>());
            }
        }
        """);

    [Fact]
    public Task KafkaCluster_OfADictionaryThatIsFilled_IsWhereItsSettingSays() => DataLibraries.Erps("kafka://erp-kafka").Reports("""
        using Confluent.Kafka;
        class C
        {
            async Task M()
            {
                var config = new Dictionary<string, string>();
                config["bootstrap.servers"] = "erp-kafka:9092";
                using var producer = new ProducerBuilder<string, string>(config).Build();
                await producer.[|ProduceAsync|]("orders", new Message<string, string>());
            }

            async Task Own()
            {
                using var producer = new ProducerBuilder<string, string>(new Dictionary<string, string> { ["bootstrap.servers"] = "crm-kafka:9092" }).Build();
                await producer.ProduceAsync("orders", new Message<string, string>());
            }
        }
        """);
}
