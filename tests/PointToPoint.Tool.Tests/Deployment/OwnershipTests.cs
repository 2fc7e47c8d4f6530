namespace PointToPoint.Tool.Tests.Deployment;

public sealed class OwnershipTests
{
    private const string TwoServices = """
        === compose.yml
        services:
          first: { build: { context: ., dockerfile: docker/First.Dockerfile }, environment: [Url=http://one] }
          second: { image: contoso/second, environment: [Url=http://two] }

        """;

    [Theory]
    [InlineData("ENTRYPOINT [\"dotnet\", \"Sales.Api.dll\"]")]
    [InlineData("CMD dotnet Sales.Api.dll")]
    [InlineData("RUN dotnet publish -c Release \\\n  src/Sales.Api/Sales.Api.csproj -o /app")]
    [InlineData("RUN cd /src && dotnet build \"Sales.Api.csproj\"")]
    [InlineData("COPY [\"src/Sales.Api/Sales.Api.csproj\", \"src/\"]")]
    [InlineData("COPY --link ./src/Sales.Api/ /src")]
    public void DockerfileElsewhere_TellsByItsWordsWhatItBuilds(string line)
    {
        using var folder = new DeployedFolder(TwoServices + $"=== src/Sales.Api/Sales.Api.csproj\n=== src/Other/Other.csproj\n=== docker/First.Dockerfile\nFROM sdk AS build\n{line}\n");

        Assert.Equal(["http://one (compose.yml:2)"], folder.Find("src/Sales.Api/Sales.Api.csproj", "Url"));
        Assert.Equal(["http://one (compose.yml:2)", "http://two (compose.yml:3)"], folder.Find("src/Other/Other.csproj", "Url"));
    }

    [Theory]
    [InlineData("COPY --from=build src/Sales.Api /app")]
    [InlineData("RUN dotnet publish src/Sales.Api/Sales.Api.csproj && dotnet publish src/Other/Other.csproj")]
    [InlineData("RUN dotnet publish *.csproj")]
    public void DockerfileThatNamesNoSingleProject_BelongsToNone(string line)
    {
        using var folder = new DeployedFolder(TwoServices + $"=== src/Sales.Api/Sales.Api.csproj\n=== src/Other/Other.csproj\n=== docker/First.Dockerfile\n{line}\n");

        Assert.Equal(2, folder.Find("src/Sales.Api/Sales.Api.csproj", "Url").Count());
    }

    [Fact]
    public void WhatIsStarted_CountsMoreThanWhereTheDockerfileLies()
    {
        using var folder = new DeployedFolder("""
            === Repo.csproj
            === src/Sales/Sales.csproj
            OutputType=Exe AssemblyName=Contoso.Sales
            === docker/Dockerfile
            ENTRYPOINT ["dotnet", "Contoso.Sales.dll"]
            === compose.yml
            services:
              s: { build: { context: ., dockerfile: docker/Dockerfile }, environment: [Url=http://one] }
            """);

        Assert.Equal(["s = src/Sales/Sales.csproj"], folder.Names());
    }

    [Fact]
    public void StageThatIsBuilt_TellsWhatIsStarted()
    {
        using var folder = new DeployedFolder("""
            === Billing/Billing.csproj
            === Mail/Mail.csproj
            === Web/Web.csproj
            === Dockerfile
            FROM --platform=linux/amd64 sdk AS build
            RUN dotnet publish Billing/Billing.csproj && dotnet publish Mail/Mail.csproj && dotnet publish Web/Web.csproj
            FROM runtime AS billing
            ENTRYPOINT ["dotnet", "Billing.dll"]
            FROM runtime AS mailing
            ENTRYPOINT ["dotnet", "Mail.dll"]
            FROM mailing AS mailer
            ENV QUIET=1
            FROM runtime
            CMD dotnet Web.dll
            === compose.yml
            services:
              a: { build: { context: ., target: billing } }
              b: { build: { context: ., target: mailer } }
              c: { build: . }
            """);

        Assert.Equal(["a = Billing/Billing.csproj", "b = Mail/Mail.csproj", "c = Web/Web.csproj"], folder.Names());
    }

    [Fact]
    public void DockerfileInTheProjectsFolder_IsTheProjectsEvenIfItIsMissing()
    {
        using var folder = new DeployedFolder("""
            === src/Sales/Sales.csproj
            === src/Crm/Crm.csproj
            === compose.yml
            services:
              a: { build: { context: ./src, dockerfile: Sales/Dockerfile }, environment: [Url=http://one] }
              b: { build: src/Crm, environment: [Url=http://two] }
            """);

        Assert.Equal(["http://one (compose.yml:2)"], folder.Find("src/Sales/Sales.csproj", "Url"));
        Assert.Equal(["http://two (compose.yml:3)"], folder.Find("src/Crm/Crm.csproj", "Url"));
    }

    [Theory]
    [InlineData("catalog-api: { image: contoso/x, environment: [Url=http://one] }")]
    [InlineData("c1: { image: \"${REGISTRY:-eshop}/catalog.api:${TAG:-latest}\", environment: [Url=http://one] }")]
    [InlineData("Catalog_API: { environment: [Url=http://one] }")]
    public void ServiceWithoutBuild_BelongsToTheProjectOfItsName(string service)
    {
        using var folder = new DeployedFolder($$"""
            === src/Catalog.API/Catalog.API.csproj
            === compose.yml
            services:
              {{service}}
              other: { environment: [Url=http://two] }
            """);

        Assert.Equal(["http://one (compose.yml:2)"], folder.Find("src/Catalog.API/Catalog.API.csproj", "Url"));
    }

    [Fact]
    public void OwnedProjectWithoutTheKey_GetsNobodyElses()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === compose.yml
            services:
              crm: { build: Crm }
              other: { environment: [Url=http://two] }
            """);

        Assert.Empty(folder.Find("Crm/Crm.csproj", "Url"));
    }

    [Fact]
    public void ComposeFilesOfTests_CountOnlyWhereNoOtherGivesTheKey()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === docker-compose.yml
            services:
              crm: { build: Crm, environment: [Url=http://one] }
            === docker-compose-tests.yml
            services:
              crm: { build: Crm, environment: [Url=http://mock, Only=http://only] }
            """);

        Assert.Equal(["http://one (docker-compose.yml:2)"], folder.Find("Crm/Crm.csproj", "Url"));
        Assert.Equal(["http://only (docker-compose-tests.yml:2)"], folder.Find("Crm/Crm.csproj", "Only"));
    }

    [Fact]
    public void DeployedValues_StandBeforeThoseOfTheDevelopersMachine()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Crm/Properties/launchSettings.json
            { "profiles": { "Crm": { "environmentVariables": { "Url": "http://localhost:5001", "Same": "http://erp" } } } }
            === compose.yml
            services:
              crm: { build: Crm, environment: [Url=http://erp, Same=http://erp] }
            """);

        Assert.Equal(["http://erp (compose.yml:2)", "http://localhost:5001 (Crm/Properties/launchSettings.json:1)"], folder.Find("Crm/Crm.csproj", "Url"));
        Assert.Equal(["http://erp (compose.yml:2)"], folder.Find("Crm/Crm.csproj", "Same"));
    }

    [Fact]
    public void ServiceNames_AreAllThatOthersCanCallAndNoneThatTwoProjectsHave()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Erp/Erp.csproj
            === compose.yml
            services:
              sales:
                build: Crm
                container_name: sales-1
                hostname: sales-host
                networks: { default: { aliases: [sales.internal] } }
              shared: { build: Crm }
            === other/compose.yml
            services:
              shared: { build: ../Erp }
            """);

        Assert.Equal(["sales = Crm/Crm.csproj", "sales-1 = Crm/Crm.csproj", "sales-host = Crm/Crm.csproj", "sales.internal = Crm/Crm.csproj"], folder.Names());
    }
}
