namespace PointToPoint.Tool.Tests.Deployment;

public sealed class AppHostTests
{
    [Fact]
    public void Projects_AreKnownByTheNamesTheAppHostGivesThem()
    {
        using var folder = new DeployedFolder("""
            === src/Catalog.API/Catalog.API.csproj
            === src/Web/Web.csproj
            === src/Job/Job.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/Program.cs
            const string Job = "nightly";
            var builder = DistributedApplication.CreateBuilder(args);
            var redis = builder.AddRedis("redis");
            var catalog = builder.AddProject<Projects.Catalog_API>("products").WithReference(redis);
            builder.AddProject("front", @"..\src\Web\Web.csproj");
            builder.AddAzureFunctionsProject<global::Projects.Job>(Job);
            builder.AddProject<Projects.Unknown>("unknown");
            """);

        Assert.Equal(["front = src/Web/Web.csproj", "nightly = src/Job/Job.csproj", "products = src/Catalog.API/Catalog.API.csproj"], folder.Names());
    }

    [Fact]
    public void ReferencesAndVariables_AreValuesOfTheProjectThatGetsThem()
    {
        using var folder = new DeployedFolder("""
            === src/Identity/Identity.csproj
            === src/Web/Web.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/Program.cs
            var identity = builder.AddProject<Projects.Identity>("identity-api", launchProfile).WithExternalHttpEndpoints();
            var endpoint = identity.GetEndpoint("https");
            var web = builder.AddProject<Projects.Web>("web")
                .WithReference(identity)
                .WithEnvironment("IdentityUrl", endpoint)
                .WithEnvironment("Erp__Url", "https://erp.contoso.com");
            web.WithEnvironment("CallBackUrl", web.GetEndpoint("http"));
            identity.WithEnvironment(ctx => { });
            """);

        const string Web = "src/Web/Web.csproj";
        Assert.Equal(["https://identity-api (Shop.AppHost/Program.cs:5)"], folder.Find(Web, "IdentityUrl"));
        Assert.Equal(["https://erp.contoso.com (Shop.AppHost/Program.cs:6)"], folder.Find(Web, "Erp:Url"));
        Assert.Equal(["http://identity-api (Shop.AppHost/Program.cs:4)"], folder.Find(Web, "services:identity-api:http:0"));
        Assert.Equal(["http://web (Shop.AppHost/Program.cs:7)"], folder.Find(Web, "CallBackUrl"));
        Assert.Empty(folder.Find("src/Identity/Identity.csproj", "IdentityUrl"));
    }

    [Fact]
    public void OrdinaryProject_IsNoAppHost()
    {
        using var folder = new DeployedFolder("""
            === src/Web/Web.csproj
            === src/Tools/Tools.csproj
            === src/Tools/Program.cs
            builder.AddProject<Projects.Web>("front");
            """);

        Assert.Empty(folder.Names());
    }
}
