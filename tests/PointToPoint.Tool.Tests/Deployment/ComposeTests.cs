namespace PointToPoint.Tool.Tests.Deployment;

public sealed class ComposeTests
{
    private const string Crm = "Crm/Crm.csproj";

    [Fact]
    public void Environment_IsReadAsListAndAsMap()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Erp/Erp.csproj
            === docker-compose.yml
            services:
              crm:
                build: ./Crm
                environment:
                  - Erp__BaseUrl=http://erp:8080/api?a=b
                  - "Quoted=http://quoted"
              erp:
                build: { context: Erp }
                environment:
                  Crm__BaseUrl: http://crm
                  Retries: 3
                  Nothing:
            """);

        Assert.Equal(["http://erp:8080/api?a=b (docker-compose.yml:5)"], folder.Find(Crm, "Erp:BaseUrl"));
        Assert.Equal(["http://quoted (docker-compose.yml:6)"], folder.Find(Crm, "Quoted"));
        Assert.Equal(["http://crm (docker-compose.yml:10)"], folder.Find("Erp/Erp.csproj", "Crm:BaseUrl"));
        Assert.Equal(["3 (docker-compose.yml:11)"], folder.Find("Erp/Erp.csproj", "Retries"));
        Assert.Empty(folder.Find("Erp/Erp.csproj", "Nothing"));
    }

    [Theory]
    [InlineData("crm.env")]
    [InlineData("[crm.env]")]
    [InlineData("[{ path: ./crm.env, required: false }]")]
    public void EnvironmentFile_IsReadInEveryFormAndYieldsToEnvironment(string form)
    {
        using var folder = new DeployedFolder($$"""
            === Crm/Crm.csproj
            === crm.env
            ErpUrl=http://erp
            BillingUrl=http://old
            === compose.yaml
            services:
              crm:
                build: Crm
                env_file: {{form}}
                environment:
                  BillingUrl: http://billing
            """);

        Assert.Equal(["http://erp (crm.env:1)"], folder.Find(Crm, "ErpUrl"));
        Assert.Equal(["http://billing (compose.yaml:6)"], folder.Find(Crm, "BillingUrl"));
    }

    [Fact]
    public void EnvironmentFileThatIsNotCheckedIn_IsReadFromItsTemplate()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === crm.env.example
            ErpUrl=http://erp
            === compose.yaml
            services:
              crm: { build: Crm, env_file: crm.env }
            """);

        Assert.Equal(["http://erp (crm.env.example:1)"], folder.Find(Crm, "ErpUrl"));
    }

    [Fact]
    public void AnchorsAndMergeKeys_AreFollowed()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === compose.yml
            x-urls: &urls
              ErpUrl: http://erp
              BillingUrl: http://old
            x-service: &service
              build: Crm
            services:
              crm:
                <<: *service
                environment:
                  <<: [*urls]
                  BillingUrl: http://billing
            """);

        Assert.Equal(["http://erp (compose.yml:2)"], folder.Find(Crm, "ErpUrl"));
        Assert.Equal(["http://billing (compose.yml:11)"], folder.Find(Crm, "BillingUrl"));
    }

    [Fact]
    public void Override_WinsAndOtherFilesAreAlternatives()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === docker-compose.yml
            services:
              crm: { build: Crm, environment: [ErpUrl=http://old, BillingUrl=http://billing] }
            === docker-compose.override.yml
            services:
              crm: { environment: [ErpUrl=http://erp] }
            === docker-compose.prod.yml
            services:
              crm: { environment: [ErpUrl=https://erp.contoso.com] }
            """);

        Assert.Equal(["http://erp (docker-compose.override.yml:2)", "https://erp.contoso.com (docker-compose.prod.yml:2)"], folder.Find(Crm, "ErpUrl"));
        Assert.Equal(["http://billing (docker-compose.yml:2)"], folder.Find(Crm, "BillingUrl"));
    }

    [Fact]
    public void ReplacingTag_DropsWhatTheBaseSays()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === compose.yaml
            services:
              crm: { build: Crm, environment: { ErpUrl: "http://erp", BillingUrl: "http://billing" } }
            === compose.override.yaml
            services:
              crm:
                environment: !override
                  ErpUrl: http://new
            """);

        Assert.Equal(["http://new (compose.override.yaml:4)"], folder.Find(Crm, "ErpUrl"));
        Assert.Empty(folder.Find(Crm, "BillingUrl"));
    }

    [Fact]
    public void Extends_InheritsFromThisFileAndFromAnother()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === common.yml
            services:
              base: { environment: [ErpUrl=http://erp, BillingUrl=http://old] }
            === compose.yml
            services:
              middle:
                extends: { file: common.yml, service: base }
                environment: [BillingUrl=http://billing]
              crm:
                extends: middle
                build: Crm
            """);

        Assert.Equal(["http://erp (common.yml:2)"], folder.Find(Crm, "ErpUrl"));
        Assert.Equal(["http://billing (compose.yml:4)"], folder.Find(Crm, "BillingUrl"));
    }

    [Fact]
    public void ServiceThatExtendsItself_IsTold()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === compose.yml
            services:
              crm: { extends: crm, build: Crm, environment: [ErpUrl=http://erp] }
            """);

        Assert.Contains("extends more than", Assert.Single(folder.Problems));
        Assert.Single(folder.Find(Crm, "ErpUrl"));
    }

    [Theory]
    [InlineData("[infra/crm.yml]")]
    [InlineData("[{ path: [infra/crm.yml] }]")]
    public void Include_IsFollowed(string form)
    {
        using var folder = new DeployedFolder($$"""
            === Crm/Crm.csproj
            === compose.yml
            include: {{form}}
            === infra/crm.yml
            services:
              crm: { build: ../Crm, environment: [ErpUrl=http://erp] }
            """);

        Assert.Equal(["http://erp (infra/crm.yml:2)"], folder.Find(Crm, "ErpUrl"));
    }

    [Theory]
    [InlineData("\"8080:80\"", "http://localhost:8080 (compose.yml:2)")]
    [InlineData("\"127.0.0.1:8080:80/tcp\"", "http://localhost:8080 (compose.yml:2)")]
    [InlineData("{ target: 80, published: 8080 }", "http://localhost:8080 (compose.yml:2)")]
    [InlineData("\"80\"", null)]
    [InlineData("\"9090-9091:80-81\"", null)]
    public void PublishedPort_IsTheProjectsOwnAddress(string port, string? address)
    {
        using var folder = new DeployedFolder($$"""
            === Crm/Crm.csproj
            === compose.yml
            services:
              crm: { build: Crm, ports: [ {{port}} ] }
            """);

        Assert.Equal(address is null ? [] : [address], folder.Addresses(Crm));
    }
}
