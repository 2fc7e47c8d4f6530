namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Services of the clouds: those that do something for the caller's customers are systems, those that the caller runs on are quiet.</summary>
public sealed class CloudSdkTests
{
    internal const string Sdks = """
        namespace TencentCloud.Common { public class Credential { public string SecretId { get; set; } } public abstract class AbstractClient { } }
        namespace TencentCloud.Trtc.V20190722.Models { public class CreateCloudRecordingRequest { public string RoomId { get; set; } } public class CreateCloudRecordingResponse { } }
        namespace TencentCloud.Trtc.V20190722 { public class TrtcClient : TencentCloud.Common.AbstractClient { public TrtcClient(TencentCloud.Common.Credential credential, string region) { } public Task<Models.CreateCloudRecordingResponse> CreateCloudRecording(Models.CreateCloudRecordingRequest req) => null; public Models.CreateCloudRecordingResponse CreateCloudRecordingSync(Models.CreateCloudRecordingRequest req) => null; } }
        namespace Azure { public enum WaitUntil { Started, Completed } }
        namespace Azure.Communication.Email { public class EmailMessage { public EmailMessage(string senderAddress, string recipientAddress, object content) { } } public class EmailClient { public EmailClient(string connectionString) { } public EmailClient(Uri endpoint, object credential) { } public virtual Task<object> SendAsync(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) => null; public virtual object Send(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.Communication.Sms { public class SmsClient { public SmsClient(string connectionString) { } public virtual Task<object> SendAsync(string from, string to, string message, object options = null, CancellationToken cancellationToken = default) => null; } }
        namespace Amazon { public class RegionEndpoint { public static readonly RegionEndpoint EUWest1; } }
        namespace Amazon.SimpleEmailV2.Model { public class SendEmailRequest { public string FromEmailAddress { get; set; } } public class SendEmailResponse { } }
        namespace Amazon.SimpleEmailV2 { public interface IAmazonSimpleEmailServiceV2 { Task<Model.SendEmailResponse> SendEmailAsync(Model.SendEmailRequest request, CancellationToken cancellationToken = default); } public class AmazonSimpleEmailServiceV2Client : IAmazonSimpleEmailServiceV2 { public AmazonSimpleEmailServiceV2Client(RegionEndpoint region) { } public virtual Task<Model.SendEmailResponse> SendEmailAsync(Model.SendEmailRequest request, CancellationToken cancellationToken = default) => null; } }
        namespace AlibabaCloud.OpenApiClient.Models { public class Config { public string AccessKeyId { get; set; } public string Endpoint { get; set; } } }
        namespace AlibabaCloud.SDK.Dysmsapi20170525.Models { public class SendSmsRequest { public string PhoneNumbers { get; set; } } public class SendSmsResponse { } }
        namespace AlibabaCloud.SDK.Dysmsapi20170525 { public class Client { public Client(AlibabaCloud.OpenApiClient.Models.Config config) { } public Models.SendSmsResponse SendSms(Models.SendSmsRequest request) => null; public Task<Models.SendSmsResponse> SendSmsAsync(Models.SendSmsRequest request) => null; } }
        namespace Aliyun.Acs.Core.Profile { public class DefaultProfile { public static DefaultProfile GetProfile(string regionId, string accessKeyId, string secret) => null; } }
        namespace Aliyun.Acs.Core { public class CommonRequest { public string Domain { get; set; } } public class CommonResponse { } public interface IAcsClient { CommonResponse GetCommonResponse(CommonRequest request); } public class DefaultAcsClient : IAcsClient { public DefaultAcsClient(Profile.DefaultProfile profile) { } public CommonResponse GetCommonResponse(CommonRequest request) => null; } }
        namespace Amazon.BedrockRuntime.Model { public class ConverseRequest { public string ModelId { get; set; } } }
        namespace Amazon.BedrockRuntime { public interface IAmazonBedrockRuntime { Task<object> ConverseAsync(Model.ConverseRequest request, CancellationToken cancellationToken = default); } public class AmazonBedrockRuntimeClient : IAmazonBedrockRuntime { public AmazonBedrockRuntimeClient(RegionEndpoint region) { } public virtual Task<object> ConverseAsync(Model.ConverseRequest request, CancellationToken cancellationToken = default) => null; } }
        namespace Amazon.EventBridge.Model { public class PutEventsRequest { } }
        namespace Amazon.EventBridge { public interface IAmazonEventBridge { Task<object> PutEventsAsync(Model.PutEventsRequest request, CancellationToken cancellationToken = default); } }
        namespace Amazon.Kinesis.Model { public class PutRecordRequest { public string StreamName { get; set; } } }
        namespace Amazon.Kinesis { public interface IAmazonKinesis { Task<object> PutRecordAsync(Model.PutRecordRequest request, CancellationToken cancellationToken = default); } }
        namespace OpenSearch.Client { public class ConnectionSettings { public ConnectionSettings(Uri uri = null) { } } public class OpenSearchClient { public OpenSearchClient(Uri uri) { } public OpenSearchClient(ConnectionSettings settings) { } public Task<object> SearchAsync<T>(object request, CancellationToken ct = default) => null; } }
        namespace Microsoft.Azure.NotificationHubs { public class NotificationHubClient { public static NotificationHubClient CreateClientFromConnectionString(string connectionString, string hubName) => null; public Task<object> SendTemplateNotificationAsync(IDictionary<string, string> properties, string tagExpression) => null; } }
        namespace Google.Cloud.PubSub.V1
        {
            public class TopicName { public TopicName(string projectId, string topicId) { } public static TopicName FromProjectTopic(string projectId, string topicId) => null; }
            public abstract class PublisherClient { public static PublisherClient Create(TopicName topicName) => null; public static Task<PublisherClient> CreateAsync(TopicName topicName) => null; public virtual Task<string> PublishAsync(string message) => null; }
        }
        namespace EasyNetQ
        {
            public interface ISendReceive { Task SendAsync<T>(string queue, T message, Action<object> configure = null, CancellationToken cancellationToken = default); }
            public interface IBus { ISendReceive SendReceive { get; } }
            public static class RabbitHutch { public static IBus CreateBus(string connectionString) => null; }
        }
        """;

    [Fact]
    public Task MailAndModels_AreSystems() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Amazon.BedrockRuntime.IAmazonBedrockRuntime injected)
        {
            async Task M()
            {
                var mail = new Azure.Communication.Email.EmailClient("endpoint=https://acme.europe.communication.azure.com/;accesskey=x"); // wires Azure Communication Services
                await mail.SendAsync(Azure.WaitUntil.Started, new("a@contoso.com", "b@contoso.com", null)); // calls Azure Communication Services
                await new TencentCloud.Trtc.V20190722.TrtcClient(new() { SecretId = "x" }, "ap-guangzhou").CreateCloudRecording(new() { RoomId = "1" }); // calls Tencent Cloud
                var ses = new Amazon.SimpleEmailV2.AmazonSimpleEmailServiceV2Client(Amazon.RegionEndpoint.EUWest1); // wires Amazon SES
                await ses.SendEmailAsync(new() { FromEmailAddress = "a@contoso.com" }); // calls Amazon SES
                var config = new AlibabaCloud.OpenApiClient.Models.Config { AccessKeyId = "x", Endpoint = "dysmsapi.aliyuncs.com" };
                var sms = new AlibabaCloud.SDK.Dysmsapi20170525.Client(config); // wires Alibaba Cloud
                sms.SendSms(new() { PhoneNumbers = "1" }); // calls Alibaba Cloud
                await sms.SendSmsAsync(new()); // calls Alibaba Cloud
                Aliyun.Acs.Core.IAcsClient acs = new Aliyun.Acs.Core.DefaultAcsClient(Aliyun.Acs.Core.Profile.DefaultProfile.GetProfile("ap-southeast-1", "x", "y")); // wires Alibaba Cloud
                acs.GetCommonResponse(new() { Domain = "dysmsapi.ap-southeast-1.aliyuncs.com" }); // calls Alibaba Cloud
                var texts = new Azure.Communication.Sms.SmsClient("endpoint=https://acme.europe.communication.azure.com/;accesskey=x"); // wires Azure Communication Services
                await texts.SendAsync("+1", "+2", "x"); // calls Azure Communication Services
                var bedrock = new Amazon.BedrockRuntime.AmazonBedrockRuntimeClient(Amazon.RegionEndpoint.EUWest1); // wires Amazon Bedrock
                await bedrock.ConverseAsync(new() { ModelId = "x" }); // calls Amazon Bedrock
                await injected.ConverseAsync(new()); // calls Amazon Bedrock
            }
        }
        """);

    [Fact]
    public Task WhatTheCallerRunsOn_IsQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Amazon.EventBridge.IAmazonEventBridge events, Amazon.Kinesis.IAmazonKinesis kinesis, Amazon.BedrockRuntime.IAmazonBedrockRuntime bedrock)
        {
            async Task M()
            {
                await events.PutEventsAsync(new());
                await kinesis.PutRecordAsync(new() { StreamName = "orders" });
                await new OpenSearch.Client.OpenSearchClient(new Uri("https://search.contoso.com:9200")).SearchAsync<object>(new());
                await Microsoft.Azure.NotificationHubs.NotificationHubClient.CreateClientFromConnectionString("Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=x", "hub").SendTemplateNotificationAsync(null, "tag");
                var publisher = await Google.Cloud.PubSub.V1.PublisherClient.CreateAsync(Google.Cloud.PubSub.V1.TopicName.FromProjectTopic("acme", "orders"));
                await publisher.PublishAsync("x");
                await EasyNetQ.RabbitHutch.CreateBus("host=rabbit.contoso.com").SendReceive.SendAsync("orders", "x");
                await bedrock.ConverseAsync(new()); // calls Amazon Bedrock
            }
        }
        """);

    [Fact]
    public Task QueueOfAnotherSystem_IsThatSystems() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Amazon.Kinesis.IAmazonKinesis kinesis)
        {
            async Task M()
            {
                await kinesis.PutRecordAsync(new() { StreamName = "erp-orders" }); // calls ERP
                var publisher = await Google.Cloud.PubSub.V1.PublisherClient.CreateAsync(Google.Cloud.PubSub.V1.TopicName.FromProjectTopic("acme", "erp-orders"));
                await publisher.PublishAsync("x"); // calls ERP
                await EasyNetQ.RabbitHutch.CreateBus("host=rabbit.contoso.com").SendReceive.SendAsync("erp-orders", "x"); // calls ERP
            }
        }
        """, """{ "systems": { "ERP": { "endpoints": ["queue:erp-orders"] } } }""");
}
