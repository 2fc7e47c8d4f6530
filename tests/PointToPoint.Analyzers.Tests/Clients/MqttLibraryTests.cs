using MQTTnet;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>MQTT: a broker is quiet until p2p.json says whose it is.</summary>
public sealed class MqttLibraryTests
{
    private const string Code = """
        using MQTTnet;
        class C
        {
            async Task M(IMqttClient client, MqttApplicationMessage message)
            {
                var options = new MqttClientOptionsBuilder().WithTcpServer("broker.contoso.com", 1883).WithClientId("crm").Build();
                await client.ConnectAsync(options);
                await client.PublishAsync(message);
            }
        }
        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectDataAccess).WithReferences(ReferenceSet.AspNetCore.With(typeof(IMqttClient).Assembly));

    [Fact]
    public Task Broker_IsQuiet() => _test.IsQuiet(Code);

    [Fact]
    public Task BrokerOfAnotherSystem_IsReported() => _test
        .WithManifest("""{ "systems": { "Plant": { "endpoints": ["broker.contoso.com"] } } }""")
        .WithProperty("to", "Plant").WithProperty("endpoint", "mqtt://broker.contoso.com:1883")
        .Reports("""
            using MQTTnet;
            class C
            {
                async Task M(IMqttClient client, MqttApplicationMessage message)
                {
                    var options = new MqttClientOptionsBuilder().[|WithTcpServer|]("broker.contoso.com", 1883).WithClientId("crm").Build();
                    await client.[|ConnectAsync|](options);
                    await client.[|PublishAsync|](message);
                    await client.DisconnectAsync();
                }
            }
            """);

    [Fact]
    public Task MessagesAndOptions_AreQuiet() => _test.WithManifest("""{ "systems": { "Plant": { "endpoints": ["broker.contoso.com"] } } }""").IsQuiet("""
        using MQTTnet;
        class C
        {
            object M() => nameof(IMqttClient.ConnectAsync) + typeof(IMqttClient) + new MqttApplicationMessageBuilder().WithTopic("x").WithPayload("y").Build() + new MqttClientFactory().CreateMqttClient();
        }
        """);
}
