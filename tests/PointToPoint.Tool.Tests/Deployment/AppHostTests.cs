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
    public void ProjectWhoseNamespaceAUsingBrings_IsKnown()
    {
        using var folder = new DeployedFolder("""
            === src/Catalog.API/Catalog.API.csproj
            === src/Web/Web.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/Program.cs
            using Projects;
            var catalog = builder.AddProject<Catalog_API>("products");
            builder.AddProject<Web>("front").WithEnvironment("ApiEndpoint", $"{catalog.GetEndpoint("http")}/api/v1");
            builder.AddThing<Web>("thing");
            """);

        Assert.Equal(["front = src/Web/Web.csproj", "products = src/Catalog.API/Catalog.API.csproj"], folder.Names());
        Assert.Equal(["http://products/api/v1 (Shop.AppHost/Program.cs:3)"], folder.Find("src/Web/Web.csproj", "ApiEndpoint"));
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

    [Theory]
    [InlineData("builder.AddExternalService(\"erp\", \"https://erp.contoso.com/\")")]
    [InlineData("builder.AddExternalService(\"erp\", new Uri(\"https://erp.contoso.com/\"))")]
    [InlineData("builder.AddExternalService(\"erp\", builder.AddParameter(\"erp-url\"))")]
    [InlineData("builder.AddExternalService(\"erp\", builder.AddParameter(\"other\", \"https://erp.contoso.com/\")).WithHttpHealthCheck(\"/up\")")]
    [InlineData("builder.AddExternalService(\"erp\", url)")]
    public void ExternalService_IsAValueOfTheProjectThatReferencesIt(string external)
    {
        using var folder = new DeployedFolder($$"""
            === src/Web/Web.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/appsettings.json
            { "Parameters": { "erp-url": "https://erp.contoso.com/" } }
            === Shop.AppHost/Program.cs
            var url = builder.AddParameter("erp-url");
            var erp = {{external}};
            builder.AddProject<Projects.Web>("web").WithReference(erp)
                .WithEnvironment("Services__Erp__Url", erp);
            builder.AddProject<Projects.Web>("again")
                .WithReference({{external.Replace("\"erp\"", "\"crm\"")}});
            """);

        const string Web = "src/Web/Web.csproj";
        Assert.Equal(["https://erp.contoso.com/ (Shop.AppHost/Program.cs:3)"], folder.Find(Web, "services:erp:https:0"));
        Assert.Equal(["https://erp.contoso.com/ (Shop.AppHost/Program.cs:4)"], folder.Find(Web, "Services:Erp:Url"));
        Assert.Equal(["https://erp.contoso.com/ (Shop.AppHost/Program.cs:6)"], folder.Find(Web, "services:crm:https:0"));
    }

    [Fact]
    public void CallbacksAndParameters_SetVariables()
    {
        using var folder = new DeployedFolder("""
            === src/Erp/Erp.csproj
            === src/Web/Web.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/Program.cs
            var erp = builder.AddProject<Projects.Erp>("erp");
            var url = builder.AddParameter("url", "https://crm.contoso.com");
            var hush = builder.AddParameter("hush", "https://hush.contoso.com", secret: true);
            builder.AddProject<Projects.Web>("web").WithReference(erp)
                .WithEnvironment("Services__Erp__Url", erp.GetEndpoint("https"))
                .WithEnvironment("Path", $"{erp.GetEndpoint("http")}/api")
                .WithEnvironment("Crm", url).WithEnvironment("Hush", hush)
                .WithEnvironment(context => context.EnvironmentVariables["One"] = "https://one.contoso.com")
                .WithEnvironment(context =>
                {
                    context.EnvironmentVariables["Two"] = erp.GetEndpoint("http");
                    context.EnvironmentVariables.Add("Three", "https://three.contoso.com");
                    context.Other["Four"] = "https://four.contoso.com";
                });
            """);

        const string Web = "src/Web/Web.csproj";
        Assert.Equal(["https://erp (Shop.AppHost/Program.cs:5)"], folder.Find(Web, "Services:Erp:Url"));
        Assert.Equal(["http://erp/api (Shop.AppHost/Program.cs:6)"], folder.Find(Web, "Path"));
        Assert.Equal(["https://crm.contoso.com (Shop.AppHost/Program.cs:7)"], folder.Find(Web, "Crm"));
        Assert.Equal(["https://one.contoso.com (Shop.AppHost/Program.cs:8)"], folder.Find(Web, "One"));
        Assert.Equal(["http://erp (Shop.AppHost/Program.cs:11)"], folder.Find(Web, "Two"));
        Assert.Equal(["https://three.contoso.com (Shop.AppHost/Program.cs:12)"], folder.Find(Web, "Three"));
        Assert.Empty(folder.Find(Web, "Four"));
        Assert.Empty(folder.Find(Web, "Hush"));
    }
}
