namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that know who somebody is.</summary>
public sealed class IdentitySdkTests
{
    internal const string Sdks = """
        namespace SFA.DAS.GovUK.Auth.Services { public interface IGovUkAuthenticationService { Task<object> GetAccountDetails(string accessToken); } public interface IOidcService { object GetToken(object message); Task<object> GetAccountDetails(object context); } }
        namespace Altinn.Common.PEP.Interfaces { public interface IPDP { Task<object> GetDecisionForRequest(object xacmlJsonRequest); Task<bool> GetDecisionForUnvalidateRequest(object xacmlJsonRequest, object user); } }
        namespace Auth0.AuthenticationApi.Models { public class ClientCredentialsTokenRequest { public string ClientId { get; set; } } public class AccessTokenResponse { } }
        namespace Auth0.AuthenticationApi.Builders { public class AuthorizationUrlBuilder { public Uri Build() => null; } }
        namespace Auth0.AuthenticationApi
        {
            using Models;
            public interface IAuthenticationApiClient : IDisposable { Task<AccessTokenResponse> GetTokenAsync(ClientCredentialsTokenRequest request, CancellationToken cancellationToken = default); }
            public class AuthenticationApiClient : IAuthenticationApiClient
            {
                public AuthenticationApiClient(Uri baseUri, object connection = null) { }
                public AuthenticationApiClient(string domain, object connection = null) { }
                public Task<AccessTokenResponse> GetTokenAsync(ClientCredentialsTokenRequest request, CancellationToken cancellationToken = default) => null;
                public void Dispose() { }
            }
            public static class AuthenticationApiClientExtensions { public static Builders.AuthorizationUrlBuilder BuildAuthorizationUrl(this IAuthenticationApiClient client) => null; }
        }
        namespace Auth0.ManagementApi.Models { public class UserCreateRequest { public string Email { get; set; } } public class User { } }
        namespace Auth0.ManagementApi.Clients { public interface IUsersClient { Task<Models.User> CreateAsync(Models.UserCreateRequest request, CancellationToken cancellationToken = default); } }
        namespace Auth0.ManagementApi
        {
            public interface IManagementApiClient : IDisposable { Clients.IUsersClient Users { get; } }
            public class ManagementApiClient : IManagementApiClient
            {
                public ManagementApiClient(string token, string domain, object managementConnection = null) { }
                public ManagementApiClient(string token, Uri baseUri, object managementConnection = null) { }
                public Clients.IUsersClient Users { get; }
                public void UpdateAccessToken(string token) { }
                public void Dispose() { }
            }
        }
        namespace Okta.Sdk.Model { public class User { public string Id { get; set; } } public class CreateUserRequest { public string ToJson() => ""; } }
        namespace Okta.Sdk.Client { public interface IReadableConfiguration { } public class Configuration : IReadableConfiguration { public string OktaDomain { get; set; } public string Token { get; set; } } public interface IOktaCollectionClient<T> : IAsyncEnumerable<T> { } public class ApiException : Exception { } }
        namespace Okta.Sdk.Api
        {
            using Okta.Sdk.Client;
            using Okta.Sdk.Model;
            public interface IUserApi { Task<User> CreateUserAsync(CreateUserRequest body, bool? activate = default, bool? provider = default); IOktaCollectionClient<User> ListUsers(string contentType = default, string search = default); }
            public class UserApi : IUserApi
            {
                public UserApi(Configuration configuration = null, object oAuthTokenProvider = null, object webProxy = null) { }
                public string GetBasePath() => "";
                public Task<User> CreateUserAsync(CreateUserRequest body, bool? activate = default, bool? provider = default) => null;
                public IOktaCollectionClient<User> ListUsers(string contentType = default, string search = default) => null;
            }
        }
        namespace Keycloak.Net.Models.Users { public class User { public string UserName { get; set; } } }
        namespace Keycloak.Net
        {
            public class KeycloakClient
            {
                public KeycloakClient(string url, string userName, string password) { }
                public KeycloakClient(string url, Func<string> getToken) { }
                public void SetSerializer(object serializer) { }
                public Task<bool> CreateUserAsync(string realm, Models.Users.User user) => null;
                public Task<IEnumerable<Models.Users.User>> GetUsersAsync(string realm, bool? briefRepresentation = null, string email = null) => null;
            }
        }
        namespace Keycloak.AuthServices.Sdk.Admin { public interface IKeycloakUserClient { Task<object> GetUserAsync(string realm, string userId, bool includeUserProfileMetadata = false, CancellationToken cancellationToken = default); } }
        namespace FS.Keycloak.RestApiClient.Api { public class UsersApi { public object GetUsers(string realm) => null; public Task<object> GetUsersAsync(string realm, CancellationToken cancellationToken = default) => null; } }
        """;

    [Fact]
    public Task Providers_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Login(SFA.DAS.GovUK.Auth.Services.IGovUkAuthenticationService login)
        {
            async Task M() => await login.GetAccountDetails("token"); // calls GOV.UK One Login
        }
        class Pep(Altinn.Common.PEP.Interfaces.IPDP pdp)
        {
            async Task M() => await pdp.GetDecisionForRequest(new()); // calls Altinn Authorization
        }
        class Auth0Caller(Auth0.ManagementApi.IManagementApiClient injected)
        {
            async Task M()
            {
                var login = new Auth0.AuthenticationApi.AuthenticationApiClient(new Uri("https://acme.eu.auth0.com")); // wires Auth0 at https://acme.eu.auth0.com
                await login.GetTokenAsync(new() { ClientId = "1" }); // calls Auth0
                var management = new Auth0.ManagementApi.ManagementApiClient("token", new Uri("https://acme.eu.auth0.com/api/v2")); // wires Auth0 at https://acme.eu.auth0.com/api/v2
                await management.Users.CreateAsync(new() { Email = "a@contoso.com" }); // calls Auth0
                var other = new Auth0.ManagementApi.ManagementApiClient("token", "acme.eu.auth0.com"); // wires Auth0
                await injected.Users.CreateAsync(new()); // calls Auth0
            }
        }
        class OktaCaller(Okta.Sdk.Api.IUserApi injected)
        {
            async Task M()
            {
                var users = new Okta.Sdk.Api.UserApi(new Okta.Sdk.Client.Configuration { OktaDomain = "https://acme.okta.com", Token = "x" }); // wires Okta at https://acme.okta.com
                await users.CreateUserAsync(new()); // calls Okta at https://acme.okta.com
                await foreach (var user in injected.ListUsers()) { } // calls Okta
            }
        }
        class KeycloakCaller(Keycloak.AuthServices.Sdk.Admin.IKeycloakUserClient injected, FS.Keycloak.RestApiClient.Api.UsersApi generated)
        {
            async Task M()
            {
                var keycloak = new Keycloak.Net.KeycloakClient("https://login.contoso.com", "admin", "word"); // wires login.contoso.com at https://login.contoso.com
                await keycloak.CreateUserAsync("realm", new() { UserName = "x" }); // calls login.contoso.com
                await injected.GetUserAsync("realm", "1"); // calls Keycloak
                generated.GetUsers("realm"); // calls Keycloak
            }
        }
        """);

    [Fact]
    public Task Builders_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using Auth0.AuthenticationApi;
        using Auth0.AuthenticationApi.Models;
        class Quiet
        {
            object M(IAuthenticationApiClient auth0, Auth0.ManagementApi.ManagementApiClient management, Okta.Sdk.Api.UserApi okta, Keycloak.Net.KeycloakClient keycloak)
            {
                management.UpdateAccessToken("token");
                keycloak.SetSerializer(new());
                try { return auth0.BuildAuthorizationUrl().Build() + okta.GetBasePath() + new Okta.Sdk.Model.CreateUserRequest().ToJson(); }
                catch (Okta.Sdk.Client.ApiException) { return nameof(Okta.Sdk.Api.IUserApi.ListUsers) + typeof(Keycloak.Net.KeycloakClient); }
            }
        }
        class FakeAuth0 : IAuthenticationApiClient { public Task<AccessTokenResponse> GetTokenAsync(ClientCredentialsTokenRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new AccessTokenResponse()); public void Dispose() { } }
        class Real { Task M(IAuthenticationApiClient auth0) => auth0.GetTokenAsync(new()); } // calls Auth0
        """);
}
