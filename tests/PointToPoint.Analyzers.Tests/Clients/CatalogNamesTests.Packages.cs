namespace PointToPoint.Analyzers.Tests.Clients;

public sealed partial class CatalogNamesTests
{
    /// <summary>The packages that have a library's names, with those that these need to bind. A new library belongs either here or below.</summary>
    private static readonly Dictionary<string, string[]> _packages = new(StringComparer.Ordinal)
    {
        ["Amazon DynamoDB"] = ["AWSSDK.Core", "AWSSDK.DynamoDBv2"],
        ["Anthropic"] = ["Anthropic"],
        ["AWS"] = ["AWSSDK.Core", "AWSSDK.S3", "AWSSDK.SecurityToken", "AWSSDK.SimpleSystemsManagement"],
        ["Azure AI Search"] = ["Azure.Core", "System.ClientModel", "Azure.Search.Documents"],
        ["Azure Identity"] = ["Azure.Core", "System.ClientModel", "Azure.Identity", "Microsoft.Identity.Client"],
        ["Azure Key Vault"] = ["Azure.Core", "System.ClientModel", "Azure.Security.KeyVault.Secrets", "Azure.Security.KeyVault.Certificates", "Microsoft.Azure.KeyVault"],
        ["Azure OpenAI"] = ["Azure.Core", "System.ClientModel", "OpenAI", "Azure.AI.OpenAI", "Azure.AI.Inference", "Microsoft.Extensions.AI.Abstractions"],
        ["Azure Resource Manager"] = ["Azure.Core", "System.ClientModel", "Azure.ResourceManager"],
        ["Azure Storage"] = ["Azure.Core", "System.ClientModel", "Azure.Storage.Common", "Azure.Storage.Blobs", "Azure.Storage.Files.Shares"],
        ["Azure Storage (before version 12)"] = ["Microsoft.Azure.Storage.Blob"],
        ["Azure Tables"] = ["Azure.Core", "System.ClientModel", "Azure.Data.Tables"],
        ["DNS (DnsClient)"] = ["DnsClient"],
        ["Docker"] = ["Docker.DotNet"],
        ["Durable Task"] = ["Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client", "Microsoft.Azure.DurableTask.Core", "Microsoft.Azure.WebJobs.Extensions.DurableTask"],
        ["Elasticsearch (NEST)"] = ["NEST", "Elasticsearch.Net"],
        ["Feature flags"] = ["Microsoft.FeatureManagement"],
        ["FHIR"] = ["Hl7.Fhir.Base", "Hl7.Fhir.R4"],
        ["GitHub (Octokit)"] = ["Octokit"],
        ["Google APIs"] = ["Google.Apis.Core", "Google.Apis"],
        ["Google Cloud"] = ["Google.Apis.Core", "Google.Apis", "Google.Apis.Storage.v1", "Google.Cloud.Storage.V1"],
        ["GOV.UK Notify"] = ["GovukNotify"],
        ["Hangfire"] = ["Hangfire.Core"],
        ["IdentityModel"] = ["IdentityModel"],
        ["IdentityModel (Duende)"] = ["Duende.IdentityModel"],
        ["InfluxDB"] = ["InfluxDB.Client", "InfluxDB.Client.Core", "InfluxDB3.Client"],
        ["Maskinporten"] = ["Altinn.ApiClients.Maskinporten"],
        ["Microsoft Entra ID (MSAL)"] = ["Microsoft.Identity.Client", "Microsoft.Identity.Web.TokenAcquisition"],
        ["Microsoft Graph"] = ["Microsoft.Graph", "Microsoft.Graph.Core", "Microsoft.Kiota.Abstractions", "Azure.Core", "System.ClientModel"],
        ["Microsoft.Extensions.AI"] = ["Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI"],
        ["Minio"] = ["Minio"],
        ["OIDC client (Duende)"] = ["Duende.IdentityModel", "Duende.IdentityModel.OidcClient"],
        ["Ollama"] = ["OllamaSharp", "Microsoft.Extensions.AI.Abstractions"],
        ["OpenAI"] = ["System.ClientModel", "OpenAI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI.OpenAI"],
        ["PostgreSQL (Npgsql)"] = ["Npgsql"],
        ["RestSharp"] = ["RestSharp"],
        ["Semantic Kernel"] = ["Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Core", "Microsoft.Extensions.AI.Abstractions"],
        ["Semantic Kernel (Azure OpenAI)"] = ["Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Core", "Microsoft.SemanticKernel.Connectors.AzureOpenAI"],
        ["Semantic Kernel (OpenAI)"] = ["Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Core", "Microsoft.SemanticKernel.Connectors.OpenAI"],
        ["SendGrid"] = ["SendGrid"],
        ["SMTP (System.Net.Mail)"] = [],
        ["Stripe"] = ["Stripe.net"],
        ["Telegram"] = ["Telegram.Bot"],
        ["Telemetry"] = ["Microsoft.ApplicationInsights"],
        ["Twilio"] = ["Twilio"],
        ["WebClient"] = [],
        ["WebRequest"] = [],
    };

    private const string NotServed = "its package is not served where the tests are run";
    private const string TooLarge = "its package is too large to be downloaded for its names; they were looked up by hand";

    /// <summary>The libraries whose names nobody looks up here, and why.</summary>
    private static readonly Dictionary<string, string> _withoutPackage = new(StringComparer.Ordinal)
    {
        ["Adyen"] = NotServed,
        ["Algolia"] = NotServed,
        ["Amazon Pay"] = NotServed,
        ["Auth0"] = NotServed,
        ["Avalara"] = NotServed,
        ["Azure App Configuration"] = NotServed,
        ["Azure DevOps"] = NotServed,
        ["Braintree"] = NotServed,
        ["Brevo"] = NotServed,
        ["ClamAV (nClam)"] = NotServed,
        ["Cloudinary"] = NotServed,
        ["Consul"] = NotServed,
        ["Contentful"] = NotServed,
        ["Dataverse"] = NotServed,
        ["DeepL"] = NotServed,
        ["DocuSign"] = NotServed,
        ["Dropbox"] = NotServed,
        ["Elasticsearch"] = TooLarge,
        ["Firebase"] = NotServed,
        ["GitHub (Octokit GraphQL)"] = NotServed,
        ["GitLab"] = NotServed,
        ["Google Maps"] = NotServed,
        ["gRPC"] = NotServed,
        ["HashiCorp Vault"] = NotServed,
        ["HubSpot"] = NotServed,
        ["Jira (Atlassian)"] = NotServed,
        ["Keycloak (admin)"] = NotServed,
        ["Kubernetes"] = TooLarge,
        ["LaunchDarkly"] = NotServed,
        ["Mailchimp"] = NotServed,
        ["Mailchimp Transactional (Mandrill)"] = NotServed,
        ["Mailgun"] = NotServed,
        ["Mailjet"] = NotServed,
        ["Microsoft Teams"] = NotServed,
        ["Mollie"] = NotServed,
        ["NetCoreForce"] = NotServed,
        ["NHS MESH"] = NotServed,
        ["OIDC client (IdentityModel)"] = NotServed,
        ["Okta"] = NotServed,
        ["PayPal"] = NotServed,
        ["Plaid"] = NotServed,
        ["Postmark"] = NotServed,
        ["QuickBooks"] = NotServed,
        ["Salesforce (Force.com)"] = NotServed,
        ["SAP .NET Connector"] = NotServed,
        ["SAP Business One"] = NotServed,
        ["Shopify"] = NotServed,
        ["Slack (SlackNet)"] = NotServed,
        ["Slack (webhooks)"] = NotServed,
        ["Square"] = NotServed,
        ["TaxJar"] = NotServed,
        ["Temporal"] = NotServed,
        ["Vonage"] = NotServed,
        ["Xero"] = NotServed,
        ["Zendesk"] = NotServed,
    };

    /// <summary>Beginnings of names in packages that aren't served, of libraries that have others which are.</summary>
    private static readonly string[] _elsewhere =
    [
        "Amazon.CloudWatch", "Amazon.CognitoIdentityProvider", "Amazon.EC2", "Amazon.ECS", "Amazon.KeyManagementService", "Amazon.Lambda", "Amazon.SecretsManager", "Amazon.SimpleEmail", "Amazon.StepFunctions",
        "Anthropic.SDK",
        "Azure.AI.OpenAI.OpenAIClient",
        "Azure.Security.KeyVault.Keys",
        "Azure.Storage.Files.DataLake",
        "ConfigCat.Client", "Flagsmith", "Unleash",
        "Datadog.Trace", "Segment.Analytics", "Sentry",
        "Google.Cloud.Logging", "Google.Cloud.SecretManager",
        "Microsoft.Azure.Management",
        "Microsoft.Azure.Storage.File", "Microsoft.WindowsAzure.Storage",
        "Microsoft.Extensions.Hosting.Aspire",
        "Microsoft.Identity.Abstractions", "Microsoft.IdentityModel.Clients",
        "SendGrid.Extensions",
    ];

    /// <summary>Names that only other versions of a package have.</summary>
    private static readonly HashSet<string> _ofOtherVersions =
    [
        "P:RestSharp.IRestClient.BaseUrl", "P:RestSharp.RestClient.BaseUrl",
        .. from type in new[] { "IRestClient", "RestClient" }
           from name in new[] { "Execute", "ExecuteTaskAsync", "ExecuteGetAsync", "ExecuteGetTaskAsync", "ExecutePostAsync", "ExecutePostTaskAsync", "ExecuteAsGet", "ExecuteAsPost", "DownloadData" }
           select $"M:RestSharp.{type}.{name}",
        .. from name in new[] { "ExecuteTaskAsync", "DownloadStreamAsync", "GetTaskAsync", "DeleteTaskAsync", "PostTaskAsync", "PutTaskAsync", "PatchTaskAsync" }
           select $"M:RestSharp.RestClientExtensions.{name}",
    ];
}
