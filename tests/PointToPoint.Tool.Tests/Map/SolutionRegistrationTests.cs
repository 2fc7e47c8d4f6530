namespace PointToPoint.Tool.Tests.Map;

/// <summary>Registrations whose address is set by methods of another project.</summary>
public sealed class SolutionRegistrationTests
{
    [Fact]
    public async Task BuilderMethodOfALibrary_GivesTheClientOfTheCallerItsAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Shared/Shared.csproj
            === Shared/ClientExtensions.cs
            namespace Shared
            {
                public static class ClientExtensions
                {
                    public static IHttpClientBuilder At(this IHttpClientBuilder builder, string url) => builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));
                }
            }
            === App/App.csproj
            exe ../Shared/Shared.csproj
            === App/Clients.cs
            public class ErpClient(HttpClient http) { public Task<string> Orders() => http.GetStringAsync("orders"); }
            public class CrmClient(HttpClient http) { public Task<string> Customers() => http.GetStringAsync("customers"); }
            === App/Program.cs
            using Shared;
            var services = new ServiceCollection();
            services.AddHttpClient<ErpClient>().At("https://erp.contoso.com");
            services.AddHttpClient<CrmClient>().At("https://crm.contoso.com");
            """);

        Assert.Equal(
            [
                "App/Clients.cs GET https://erp.contoso.com/orders *",
                "App/Clients.cs GET https://crm.contoso.com/customers *",
                "App/Program.cs wiring https://erp.contoso.com *",
                "App/Program.cs wiring https://crm.contoso.com *",
            ],
            scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task ClientMethodOfALibrary_ThatTheLambdaCalls_SetsTheAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Shared/Shared.csproj
            netstandard
            === Shared/HttpClientExtensions.cs
            namespace Shared
            {
                public static class HttpClientExtensions
                {
                    public static HttpClient Point(this HttpClient client, string url) => client.Set(new Uri(url));
                    private static HttpClient Set(this HttpClient client, Uri url) { client.BaseAddress = url; return client; }
                }
            }
            === App/App.csproj
            exe ../Shared/Shared.csproj
            === App/ErpClient.cs
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class ErpClient(HttpClient http) { public Task<string> Orders() => http.GetStringAsync("orders"); }
            === App/Program.cs
            using Shared;
            var services = new ServiceCollection();
            services.AddOptions<ErpOptions>().BindConfiguration("Erp");
            services.AddHttpClient<ErpClient>((sp, c) => c.Point(sp.GetRequiredService<IOptions<ErpOptions>>().Value.Url));
            """);

        Assert.Equal(["App/ErpClient.cs GET config:Erp:Url/orders *", "App/Program.cs wiring config:Erp:Url *"], scan.Sites());
        Assert.Equal(["typed client ErpClient", "AddHttpClient<ErpClient>", "HttpClientExtensions.Point()", "HttpClientExtensions.Set()"], scan.Call("App/ErpClient.cs").Provenance.Take(4));
        Assert.Empty(scan.Map.Unresolved);
    }
}
