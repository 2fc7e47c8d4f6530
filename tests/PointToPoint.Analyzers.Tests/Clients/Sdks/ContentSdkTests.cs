namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>SDKs of systems that keep content, issues, source, maps and words.</summary>
public sealed class ContentSdkTests
{
    internal const string Sdks = """
        namespace Contentful.Core.Configuration { public class ContentfulOptions { public string SpaceId { get; set; } } }
        namespace Contentful.Core.Search { public class QueryBuilder<T> { public QueryBuilder<T> Limit(int limit) => this; public string Build() => ""; } }
        namespace Contentful.Core.Models { public class Entry<T> { } }
        namespace Contentful.Core
        {
            public interface IContentfulClient { Task<T> GetEntry<T>(string entryId, string queryString = null, CancellationToken cancellationToken = default); }
            public class ContentfulClient : IContentfulClient { public ContentfulClient(HttpClient httpClient, Configuration.ContentfulOptions options) { } public Task<T> GetEntry<T>(string entryId, string queryString = null, CancellationToken cancellationToken = default) => null; }
        }
        namespace Contentful.AspNetCore { public static class IServiceCollectionExtensions { public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddContentful(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, object configuration) => services; } }
        namespace CloudinaryDotNet.Actions { public class ImageUploadParams { public string PublicId { get; set; } } public class ImageUploadResult { } }
        namespace CloudinaryDotNet
        {
            public class Account { public Account(string cloud, string apiKey, string apiSecret) { } }
            public class Url { public string BuildUrl(string source) => ""; }
            public class Api { public Url UrlImgUp { get; } }
            public class Cloudinary { public Cloudinary(Account account) { } public Api Api { get; } public Actions.ImageUploadResult Upload(Actions.ImageUploadParams parameters) => null; public Task<Actions.ImageUploadResult> UploadAsync(Actions.ImageUploadParams parameters, CancellationToken? cancellationToken = null) => null; public string DownloadPrivate(string publicId) => ""; }
        }
        namespace Algolia.Search.Models.Search { public class SearchParams { } public class BatchWriteParams { } }
        namespace Algolia.Search.Clients
        {
            public interface ISearchClient { Task<object> BatchAsync(string indexName, Models.Search.BatchWriteParams batchWriteParams, object options = null, CancellationToken cancellationToken = default); object Batch(string indexName, Models.Search.BatchWriteParams batchWriteParams, object options = null, CancellationToken cancellationToken = default); }
            public class SearchClient : ISearchClient { public SearchClient(string applicationId, string apiKey, object loggerFactory = null) { } public Task<object> BatchAsync(string indexName, Models.Search.BatchWriteParams batchWriteParams, object options = null, CancellationToken cancellationToken = default) => null; public object Batch(string indexName, Models.Search.BatchWriteParams batchWriteParams, object options = null, CancellationToken cancellationToken = default) => null; public string GenerateSecuredApiKey(string parentApiKey, object restrictions) => ""; }
        }
        namespace Dropbox.Api { public class DropboxClient { public DropboxClient(string oauth2AccessToken) { } public Files.Routes.FilesUserRoutes Files { get; } } }
        namespace Dropbox.Api.Files { public class UploadArg { public string Path { get; set; } } }
        namespace Dropbox.Api.Files.Routes { public class FilesUserRoutes { public Task<object> ListFolderAsync(string path) => null; } }
        namespace DeepL { public interface ITranslator { Task<object> TranslateTextAsync(string text, string sourceLanguageCode, string targetLanguageCode, object options = null, CancellationToken cancellationToken = default); } public class Translator : ITranslator { public Translator(string authKey, object options = null) { } public Task<object> TranslateTextAsync(string text, string sourceLanguageCode, string targetLanguageCode, object options = null, CancellationToken cancellationToken = default) => null; } public sealed class DeepLClient : Translator { public DeepLClient(string authKey, object options = null) : base(authKey, options) { } } }
        namespace NGitLab.Models { public class Project { public string Name { get; set; } } public class ProjectCreate { public string Name { get; set; } } }
        namespace NGitLab
        {
            using NGitLab.Models;
            public abstract class GitLabCollectionResponse<T> : IAsyncEnumerable<T> { public abstract IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default); }
            public interface IProjectClient { Project Create(ProjectCreate project); Task<Project> CreateAsync(ProjectCreate project, CancellationToken cancellationToken = default); }
            public interface IIssueClient { IEnumerable<object> ForProject(long projectId); GitLabCollectionResponse<object> ForProjectAsync(long projectId); }
            public interface IGitLabClient { IProjectClient Projects { get; } IIssueClient Issues { get; } }
            public class GitLabClient : IGitLabClient { public GitLabClient(string hostUrl, string apiToken) { } public IProjectClient Projects { get; } public IIssueClient Issues { get; } }
            public class GitLabException : Exception { }
        }
        namespace GitLabApiClient { public interface IIssuesClient { Task<object> GetAsync(int projectId, int issueIid); } public sealed class GitLabClient { public GitLabClient(string hostUrl, string authenticationToken = "") { } public IIssuesClient Issues { get; } } }
        namespace Octokit.GraphQL
        {
            public class ProductHeaderValue { public ProductHeaderValue(string name) { } }
            public interface IConnection { Task<string> Run(string query, CancellationToken cancellationToken = default); }
            public class Connection : IConnection { public Connection(ProductHeaderValue productInformation, string token) { } public Connection(ProductHeaderValue productInformation, Uri uri, string token) { } public Task<string> Run(string query, CancellationToken cancellationToken = default) => null; }
        }
        namespace GoogleApi.Entities.Maps.Geocoding.Address.Request { public class AddressGeocodeRequest { public string Address { get; set; } public IList<KeyValuePair<string, string>> GetQueryStringParameters() => null; } }
        namespace GoogleApi
        {
            using GoogleApi.Entities.Maps.Geocoding.Address.Request;
            public abstract class HttpEngine<TRequest, TResponse> { public Task<TResponse> QueryAsync(TRequest request, CancellationToken cancellationToken = default) => null; public TResponse Query(TRequest request) => default; }
            public static class GoogleMaps { public static AddressGeocodeApi AddressGeocode => new(); public sealed class AddressGeocodeApi : HttpEngine<AddressGeocodeRequest, object> { } }
        }
        namespace Atlassian.Jira
        {
            public interface IIssueService { Task<Issue> GetIssueAsync(string issueKey, CancellationToken token = default); }
            public class Issue { public string Summary { get; set; } public Task<Issue> SaveChangesAsync(CancellationToken token = default) => null; public void SaveChanges() { } }
            public class Jira { public static Jira CreateRestClient(string url, string username = null, string password = null, object settings = null) => null; public IIssueService Issues { get; } public Issue CreateIssue(string project, string parentIssueKey = null) => null; }
        }
        namespace TMDbLib.Objects.Movies { public class Movie { public string Title { get; set; } } }
        namespace TMDbLib.Client { public class TMDbClient { public TMDbClient(string apiKey, bool useSsl = true, string baseUrl = "api.themoviedb.org") { } public Task<Objects.Movies.Movie> GetMovieAsync(int movieId, CancellationToken cancellationToken = default) => null; public Uri GetImageUrl(string size, string filePath) => null; } }
        namespace MetaBrainz.MusicBrainz { public sealed class Query { public Query(string application, string version, string contact) { } public Task<object> LookupArtistAsync(Guid mbid, CancellationToken cancellationToken = default) => null; public object LookupArtist(Guid mbid) => null; } }
        namespace Anywhere.ArcGIS.Operation { public class Query { public string Where { get; set; } } }
        namespace Anywhere.ArcGIS { public class PortalGatewayBase { public virtual Task<object> Query<T>(Operation.Query queryOptions, CancellationToken ct = default) => null; } public class PortalGateway : PortalGatewayBase { public PortalGateway(string rootUrl, object serializer = null) { } } }
        namespace Microsoft.VisualStudio.Services.Common { public class VssBasicCredential { public VssBasicCredential(string userName, string password) { } } }
        namespace Microsoft.VisualStudio.Services.WebApi
        {
            public abstract class VssHttpClientBase : IDisposable { public void Dispose() { } }
            public class VssConnection { public VssConnection(Uri baseUrl, Common.VssBasicCredential credentials) { } public T GetClient<T>() where T : VssHttpClientBase => null; }
        }
        namespace Microsoft.TeamFoundation.WorkItemTracking.WebApi { public class WorkItemTrackingHttpClient : Microsoft.VisualStudio.Services.WebApi.VssHttpClientBase { public virtual Task<object> GetWorkItemAsync(int id, IEnumerable<string> fields = null, CancellationToken cancellationToken = default) => null; } }
        """;

    [Fact]
    public Task Services_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        class Caller(Contentful.Core.IContentfulClient contentful, NGitLab.IGitLabClient injected, DeepL.ITranslator translator)
        {
            async Task Content(HttpClient http, Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            {
                Contentful.AspNetCore.IServiceCollectionExtensions.AddContentful(services, null); // wires Contentful
                var own = new Contentful.Core.ContentfulClient(http, new() { SpaceId = "1" }); // wires Contentful
                await own.GetEntry<object>("1"); // calls Contentful
                await contentful.GetEntry<object>("1"); // calls Contentful
                var cloudinary = new CloudinaryDotNet.Cloudinary(new CloudinaryDotNet.Account("acme", "key", "secret")); // wires Cloudinary
                await cloudinary.UploadAsync(new() { PublicId = "1" }); // calls Cloudinary
                cloudinary.Upload(new()); // calls Cloudinary
                var algolia = new Algolia.Search.Clients.SearchClient("app", "key"); // wires Algolia
                await algolia.BatchAsync("products", new()); // calls Algolia
                algolia.Batch("products", new()); // calls Algolia
                var dropbox = new Dropbox.Api.DropboxClient("token"); // wires Dropbox
                await dropbox.Files.ListFolderAsync(""); // calls Dropbox
            }
            async Task Words()
            {
                var deepl = new DeepL.Translator("key"); // wires DeepL
                await deepl.TranslateTextAsync("x", "EN", "DE"); // calls DeepL
                await translator.TranslateTextAsync("x", "EN", "DE"); // calls DeepL
                await GoogleApi.GoogleMaps.AddressGeocode.QueryAsync(new() { Address = "x" }); // calls Google Maps
                GoogleApi.GoogleMaps.AddressGeocode.Query(new()); // calls Google Maps
            }
            async Task Software()
            {
                var gitlab = new NGitLab.GitLabClient("https://gitlab.com", "token"); // wires GitLab at https://gitlab.com
                gitlab.Projects.Create(new()); // calls GitLab
                await gitlab.Projects.CreateAsync(new() { Name = "x" }); // calls GitLab
                foreach (var issue in injected.Issues.ForProject(1)) { } // calls GitLab
                var other = new GitLabApiClient.GitLabClient("https://gitlab.com", "token"); // wires GitLab at https://gitlab.com
                await other.Issues.GetAsync(1, 1); // calls GitLab
                var github = new Octokit.GraphQL.Connection(new("app"), "token"); // wires GitHub
                await github.Run("{}"); // calls GitHub
                var jira = Atlassian.Jira.Jira.CreateRestClient("https://acme.atlassian.net", "user", "token"); // wires Jira at https://acme.atlassian.net
                var found = await jira.Issues.GetIssueAsync("X-1"); // calls Jira
                await found.SaveChangesAsync(); // calls Jira
                var movies = new TMDbLib.Client.TMDbClient("key"); // wires The Movie Database
                await movies.GetMovieAsync(1); // calls The Movie Database
                var music = new MetaBrainz.MusicBrainz.Query("app", "1.0", "mailto:app@contoso.com"); // wires MusicBrainz
                await music.LookupArtistAsync(Guid.Empty); // calls MusicBrainz
                music.LookupArtist(Guid.Empty); // calls MusicBrainz
                var maps = new Anywhere.ArcGIS.PortalGateway("https://services.arcgisonline.com/arcgis/"); // wires ArcGIS at https://services.arcgisonline.com/arcgis/
                await maps.Query<object>(new() { Where = "1=1" }); // calls ArcGIS
                var devops = new Microsoft.VisualStudio.Services.WebApi.VssConnection(new Uri("https://dev.azure.com/acme"), new("", "token")); // wires Azure DevOps at https://dev.azure.com/acme
                var items = devops.GetClient<Microsoft.TeamFoundation.WorkItemTracking.WebApi.WorkItemTrackingHttpClient>();
                await items.GetWorkItemAsync(1); // calls Azure DevOps
            }
        }
        """);

    [Fact]
    public Task Builders_NamesAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            object M(CloudinaryDotNet.Cloudinary cloudinary, Algolia.Search.Clients.SearchClient algolia, Atlassian.Jira.Jira jira)
            {
                try { return new Contentful.Core.Search.QueryBuilder<string>().Limit(1).Build() + cloudinary.Api.UrlImgUp.BuildUrl("x") + algolia.GenerateSecuredApiKey("k", new()) + cloudinary.DownloadPrivate("x") + jira.CreateIssue("X").Summary; }
                catch (NGitLab.GitLabException) { return new GoogleApi.Entities.Maps.Geocoding.Address.Request.AddressGeocodeRequest().GetQueryStringParameters().Count + nameof(DeepL.ITranslator.TranslateTextAsync) + typeof(Dropbox.Api.DropboxClient); }
            }
        }
        class FakeProjects : NGitLab.IProjectClient { public NGitLab.Models.Project Create(NGitLab.Models.ProjectCreate project) => new() { Name = project.Name }; public Task<NGitLab.Models.Project> CreateAsync(NGitLab.Models.ProjectCreate project, CancellationToken cancellationToken = default) => Task.FromResult(Create(project)); }
        class Pictures { Uri M(TMDbLib.Client.TMDbClient movies) => movies.GetImageUrl("w92", "x"); }
        class Real { void M(NGitLab.IProjectClient projects) => projects.Create(new()); } // calls GitLab
        """);
}
