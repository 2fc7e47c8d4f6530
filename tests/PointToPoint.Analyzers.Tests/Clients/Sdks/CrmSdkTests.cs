namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that keep customers.</summary>
public sealed class CrmSdkTests
{
    internal const string Sdks = """
        namespace Salesforce.Common
        {
            public interface IAuthenticationClient : IDisposable { Task UsernamePasswordAsync(string clientId, string clientSecret, string username, string password); }
            public class AuthenticationClient : IAuthenticationClient
            {
                public AuthenticationClient(string apiVersion = "v36.0") { }
                public string InstanceUrl { get; set; }
                public string AccessToken { get; set; }
                public Task UsernamePasswordAsync(string clientId, string clientSecret, string username, string password) => null;
                public void Dispose() { }
            }
            public class ForceException : Exception { }
        }
        namespace Salesforce.Common.Models.Json { public class QueryResult<T> { public List<T> Records { get; set; } } public class SuccessResponse { public string Id { get; set; } } }
        namespace Salesforce.Force
        {
            using Salesforce.Common.Models.Json;
            public interface IForceClient : IDisposable { Task<QueryResult<T>> QueryAsync<T>(string query); Task<SuccessResponse> CreateAsync(string objectName, object record); }
            public class ForceClient : IForceClient
            {
                public ForceClient(string instanceUrl, string accessToken, string apiVersion) { }
                public Task<QueryResult<T>> QueryAsync<T>(string query) => null;
                public Task<SuccessResponse> CreateAsync(string objectName, object record) => null;
                public void Dispose() { }
            }
        }
        namespace NetCoreForce.Client
        {
            public class ForceClient
            {
                public ForceClient(string instanceUrl, string apiVersion, string accessToken, HttpClient httpClient = null) { }
                public string ApiVersion { get; }
                public Task<List<T>> Query<T>(string queryString, bool queryAll = false) => null;
                public IAsyncEnumerable<T> QueryAsync<T>(string queryString, bool queryAll = false, int? batchSize = null, CancellationToken cancellationToken = default) => null;
                public bool TestConnection(string currentInstanceUrl = null) => true;
                public void Dispose() { }
            }
            public class AuthenticationClient
            {
                public AuthenticationClient() { }
                public void UsernamePassword(string clientId, string clientSecret, string username, string password, string tokenRequestEndpointUrl) { }
                public Task UsernamePasswordAsync(string clientId, string clientSecret, string username, string password, string tokenRequestEndpointUrl) => null;
            }
        }
        namespace Microsoft.Xrm.Sdk
        {
            public class Entity { public Entity(string entityName) { } public Guid Id { get; set; } public object this[string name] { get => null; set { } } public T GetAttributeValue<T>(string name) => default; }
            public class EntityCollection { public List<Entity> Entities { get; } }
            public class OrganizationRequest { }
            public class OrganizationResponse { }
            public interface IOrganizationService
            {
                Guid Create(Entity entity);
                void Update(Entity entity);
                OrganizationResponse Execute(OrganizationRequest request);
                EntityCollection RetrieveMultiple(Query.QueryBase query);
            }
        }
        namespace Microsoft.Xrm.Sdk.Query { public abstract class QueryBase { } public class QueryExpression : QueryBase { public QueryExpression(string entityName) { } public void AddOrder(string name) { } } }
        namespace Microsoft.Xrm.Sdk.Client
        {
            public class OrganizationServiceContext : IDisposable
            {
                public OrganizationServiceContext(IOrganizationService service) { }
                public IQueryable<Entity> CreateQuery(string entityLogicalName) => null;
                public void AddObject(Entity entity) { }
                public object SaveChanges() => null;
                public void Dispose() { }
            }
            public class OrganizationServiceProxy : IOrganizationService
            {
                public OrganizationServiceProxy(Uri uri, Uri homeRealmUri, object clientCredentials, object deviceCredentials) { }
                public Guid Create(Entity entity) => default;
                public void Update(Entity entity) { }
                public OrganizationResponse Execute(OrganizationRequest request) => null;
                public EntityCollection RetrieveMultiple(Query.QueryBase query) => null;
            }
        }
        namespace Microsoft.PowerPlatform.Dataverse.Client
        {
            using Microsoft.Xrm.Sdk;
            public interface IOrganizationServiceAsync : IOrganizationService { Task<Guid> CreateAsync(Entity entity); }
            public interface IOrganizationServiceAsync2 : IOrganizationServiceAsync { Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken); }
            public class ServiceClient : IOrganizationServiceAsync2
            {
                public ServiceClient(string dataverseConnectionString, object logger = null) { }
                public ServiceClient(Uri instanceUrl, string clientId, string clientSecret, bool useUniqueInstance, object logger = null) { }
                public bool IsReady { get; }
                public Guid Create(Entity entity) => default;
                public Task<Guid> CreateAsync(Entity entity) => null;
                public Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken) => null;
                public void Update(Entity entity) { }
                public OrganizationResponse Execute(OrganizationRequest request) => null;
                public EntityCollection RetrieveMultiple(Microsoft.Xrm.Sdk.Query.QueryBase query) => null;
            }
        }
        namespace Microsoft.PowerPlatform.Dataverse.Client.Extensions
        {
            public static class CRUDExtentions { public static bool DeleteEntity(this ServiceClient serviceClient, string entityType, Guid entityId, Guid batchId = default, bool bypassPluginExecution = false) => true; }
            public static class BatchExtensions { public static void ReleaseBatchInfoById(this ServiceClient serviceClient, Guid batchId) { } }
            public sealed class PickListMetaElement { public string DisplayValue { get; } }
            public static class MetadataExtensions
            {
                public static PickListMetaElement GetPickListElementFromMetadataEntity(this ServiceClient serviceClient, string targetEntity, string attribName) => null;
                public static string GetEntityDisplayName(this ServiceClient serviceClient, string entityName, int entityTypeCode = -1) => null;
                public static bool PublishEntity(this ServiceClient serviceClient, string entityName) => true;
                public static void ResetLocalMetadataCache(this ServiceClient serviceClient, string entityName = "") { }
            }
            public static class DeploymentExtensions { public static Guid ImportSolution(this ServiceClient serviceClient, string solutionPath, out Guid importId, bool activatePlugIns = true) { importId = default; return default; } }
        }
        namespace Microsoft.PowerPlatform.Dataverse.Client.Dynamics { public static class ServiceClientExtensions { public static Guid CancelSalesOrder(this ServiceClient serviceClient, Guid salesOrderId, Dictionary<string, object> fieldList, int orderStatusCode = 4) => default; } }
        namespace Microsoft.Xrm.Tooling.Connector
        {
            using Microsoft.Xrm.Sdk;
            public class CrmServiceClient : IOrganizationService
            {
                public CrmServiceClient(string crmConnectionString) { }
                public string LastCrmError { get; }
                public Guid Create(Entity entity) => default;
                public void Update(Entity entity) { }
                public OrganizationResponse Execute(OrganizationRequest request) => null;
                public EntityCollection RetrieveMultiple(Microsoft.Xrm.Sdk.Query.QueryBase query) => null;
            }
        }
        namespace HubSpot.NET.Core.Interfaces
        {
            using HubSpot.NET.Api.Contact.Dto;
            public interface IHubSpotModel { string RouteBasePath { get; } void ToHubSpotDataEntity(ref object dataEntity); }
            public interface ICRUDable { void Delete(long id); }
            public interface ICRUDable<T> : ICRUDable { T Create(T entity); T GetById(long id); T Update(T entity); }
            public interface IHubSpotContactApi<T> : ICRUDable<T> where T : IHubSpotModel { T CreateOrUpdate(T entity); T GetByEmail(string email, bool IncludeHistory = true); }
            public interface IHubSpotContactApi : IHubSpotContactApi<ContactHubSpotModel> { }
            public interface IHubSpotTimelineApi { void CreateOrUpdateEvent(object entity); }
            public interface IHubSpotApi { IHubSpotContactApi Contact { get; } }
        }
        namespace HubSpot.NET.Core
        {
            using HubSpot.NET.Core.Interfaces;
            public class HubSpotApi : IHubSpotApi { public HubSpotApi(string apiKey) { } public IHubSpotContactApi Contact { get; } public IHubSpotTimelineApi Timelines { get; } }
            public class HubSpotException : Exception { }
        }
        namespace HubSpot.NET.Api.Contact { public class HubSpotContactApi { public Dto.ContactHubSpotModel GetByUserToken(string userToken, bool IncludeHistory = true) => null; } }
        namespace HubSpot.NET.Api.Contact.Dto
        {
            public class ContactHubSpotModel : HubSpot.NET.Core.Interfaces.IHubSpotModel { public string Email { get; set; } public string RouteBasePath => ""; public virtual void ToHubSpotDataEntity(ref object dataEntity) { } }
        }
        namespace ZendeskApi_v2.Models.Tickets { public class Ticket { public string Subject { get; set; } } public class IndividualTicketResponse { public Ticket Ticket { get; set; } } }
        namespace ZendeskApi_v2.Requests
        {
            using ZendeskApi_v2.Models.Tickets;
            public interface ITickets { IndividualTicketResponse CreateTicket(Ticket ticket); Task<IndividualTicketResponse> CreateTicketAsync(Ticket ticket); }
        }
        namespace ZendeskApi_v2
        {
            public interface IZendeskApi { Requests.ITickets Tickets { get; } }
            public class ZendeskApi : IZendeskApi { public ZendeskApi(string yourZendeskUrl, string user, string apiToken, string locale) { } public Requests.ITickets Tickets { get; } public string ZendeskUrl { get; } }
        }
        """;

    [Fact]
    public Task Crms_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.PowerPlatform.Dataverse.Client;
        using Microsoft.PowerPlatform.Dataverse.Client.Extensions;
        using Microsoft.Xrm.Sdk;
        using Microsoft.Xrm.Sdk.Client;
        using Microsoft.Xrm.Sdk.Query;
        using Microsoft.Xrm.Tooling.Connector;
        using HubSpot.NET.Api.Contact.Dto;
        class Toolkit
        {
            async Task M()
            {
                var login = new Salesforce.Common.AuthenticationClient();
                await login.UsernamePasswordAsync("id", "secret", "user", "word"); // calls Salesforce
                var force = new Salesforce.Force.ForceClient("https://acme.my.salesforce.com", login.AccessToken, "v36.0"); // wires Salesforce at https://acme.my.salesforce.com
                var found = await force.QueryAsync<object>("SELECT Id FROM Account"); // calls Salesforce at https://acme.my.salesforce.com
            }
            async Task M(Salesforce.Force.IForceClient force) => await force.CreateAsync("Account", new { Name = "x" }); // calls Salesforce
        }
        class Core
        {
            async Task M()
            {
                new NetCoreForce.Client.AuthenticationClient().UsernamePassword("id", "secret", "user", "word", "https://login.salesforce.com/services/oauth2/token"); // calls Salesforce
                var force = new NetCoreForce.Client.ForceClient("https://acme.my.salesforce.com", "v60.0", "token"); // wires Salesforce
                await force.Query<object>("SELECT Id FROM Account"); // calls Salesforce
                await foreach (var one in force.QueryAsync<object>("SELECT Id FROM Account")) { } // calls Salesforce
            }
        }
        class Dataverse
        {
            void M(IOrganizationService service, OrganizationServiceContext context)
            {
                service.Create(new Entity("account")); // calls Dynamics 365
                var all = service.RetrieveMultiple(new QueryExpression("account")); // calls Dynamics 365
                context.AddObject(new Entity("account"));
                context.SaveChanges(); // calls Dynamics 365
            }
            async Task Modern()
            {
                var client = new ServiceClient(new Uri("https://acme.crm4.dynamics.com"), "id", "secret", true); // wires Dynamics 365 at https://acme.crm4.dynamics.com
                await client.CreateAsync(new Entity("account")); // calls Dynamics 365 at https://acme.crm4.dynamics.com
                client.Create(new Entity("account")); // calls Dynamics 365
                client.DeleteEntity("account", Guid.Empty); // calls Dynamics 365
                client.ReleaseBatchInfoById(Guid.Empty);
                var choices = client.GetPickListElementFromMetadataEntity("account", "industrycode"); // calls Dynamics 365 at https://acme.crm4.dynamics.com
                client.GetEntityDisplayName(choices.DisplayValue); // calls Dynamics 365
                client.PublishEntity("account"); // calls Dynamics 365
                client.ResetLocalMetadataCache();
                client.ImportSolution("solution.zip", out var import); // calls Dynamics 365
                Microsoft.PowerPlatform.Dataverse.Client.Dynamics.ServiceClientExtensions.CancelSalesOrder(client, Guid.Empty, new()); // calls Dynamics 365
                using var context = new OrganizationServiceContext(client);
                var accounts = context.CreateQuery("account").ToList(); // calls Dynamics 365
            }
            void Older()
            {
                var client = new CrmServiceClient("AuthType=Office365;Url=https://acme.crm.dynamics.com;Username=u;Password=p"); // wires Dynamics 365
                client.Update(new Entity("account")); // calls Dynamics 365
                var proxy = new OrganizationServiceProxy(new Uri("https://acme.api.crm.dynamics.com/XRMServices/2011/Organization.svc"), null, null, null); // wires Dynamics 365
                proxy.Execute(new OrganizationRequest()); // calls Dynamics 365
            }
        }
        class Contacts
        {
            void M(HubSpot.NET.Core.Interfaces.IHubSpotApi injected)
            {
                var api = new HubSpot.NET.Core.HubSpotApi("key"); // wires HubSpot
                api.Contact.Create(new ContactHubSpotModel { Email = "a@contoso.com" }); // calls HubSpot
                api.Timelines.CreateOrUpdateEvent(new object()); // calls HubSpot
                injected.Contact.GetByEmail("a@contoso.com"); // calls HubSpot
                injected.Contact.Delete(1); // calls HubSpot
            }
        }
        class Zendesk
        {
            async Task M()
            {
                var api = new ZendeskApi_v2.ZendeskApi("https://acme.zendesk.com/api/v2", "user", "token", "en"); // wires Zendesk at https://acme.zendesk.com/api/v2
                await api.Tickets.CreateTicketAsync(new()); // calls Zendesk
                api.Tickets.CreateTicket(new()); // calls Zendesk
            }
        }
        """);

    [Fact]
    public Task Models_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Microsoft.Xrm.Sdk;
        using Microsoft.Xrm.Sdk.Query;
        using HubSpot.NET.Core.Interfaces;
        using HubSpot.NET.Api.Contact.Dto;
        class Quiet
        {
            object M(Entity entity, ContactHubSpotModel contact, object data, Salesforce.Force.ForceClient force, NetCoreForce.Client.ForceClient other)
            {
                try { contact.ToHubSpotDataEntity(ref data); entity["name"] = entity.GetAttributeValue<string>("name"); other.Dispose(); force.Dispose(); }
                catch (HubSpot.NET.Core.HubSpotException problem) { return problem.Message; }
                catch (Salesforce.Common.ForceException problem) { return problem.Message; }
                new QueryExpression("account").AddOrder("name");
                return nameof(IOrganizationService.Create) + typeof(ZendeskApi_v2.ZendeskApi) + other.ApiVersion;
            }
        }
        class FakeContacts : IHubSpotContactApi
        {
            private readonly Dictionary<long, ContactHubSpotModel> _all = new();
            public ContactHubSpotModel Create(ContactHubSpotModel entity) => _all[1] = entity;
            public ContactHubSpotModel CreateOrUpdate(ContactHubSpotModel entity) => Create(entity);
            public ContactHubSpotModel GetByEmail(string email, bool IncludeHistory = true) => GetById(1);
            public ContactHubSpotModel GetById(long id) => _all[id];
            public ContactHubSpotModel Update(ContactHubSpotModel entity) => entity;
            public void Delete(long id) => _all.Remove(id);
        }
        class Real { void M(IHubSpotContactApi contacts) => contacts.Update(new()); } // calls HubSpot
        """);
}
