namespace PointToPoint.Tool.Tests.Deployment;

public sealed class SettingsFileTests
{
    [Fact]
    public void LaunchProfiles_GiveTheirVariablesAndTheProjectsOwnAddresses()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Crm/Properties/launchSettings.json
            {
              // What F5 starts.
              "iisSettings": { "iisExpress": { "applicationUrl": "http://localhost:57424/", "sslPort": 44301 } },
              "profiles": {
                "Crm": {
                  "applicationUrl": "https://localhost:7001;http://localhost:5001",
                  "environmentVariables": { "Erp__BaseUrl": "http://erp:8080", "Empty": "", "Later": "<url>", },
                },
              },
            }
            """);

        Assert.Equal(["http://erp:8080 (Crm/Properties/launchSettings.json:7)"], folder.Find("Crm/Crm.csproj", "erp:baseurl"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "Empty"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "Later"));
        Assert.Equal(
            ["http://localhost:57424/ (Crm/Properties/launchSettings.json:3)", "https://localhost:7001 (Crm/Properties/launchSettings.json:6)", "http://localhost:5001 (Crm/Properties/launchSettings.json:6)", "https://localhost:44301 (Crm/Properties/launchSettings.json:3)"],
            folder.Addresses("Crm/Crm.csproj"));
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void LaunchSettingsElsewhere_AreNoneOfVisualStudio()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Crm/launchSettings.json
            { "profiles": { "Crm": { "environmentVariables": { "ErpUrl": "http://erp" } } } }
            """);

        Assert.Empty(folder.Find("Crm/Crm.csproj", "ErpUrl"));
    }

    [Fact]
    public void LocalSettings_AreReadWithEitherSeparator()
    {
        using var folder = new DeployedFolder("""
            === Job/Job.csproj
            === Job/local.settings.json
            {
              "IsEncrypted": false,
              "Values": {
                "Erp:BaseUrl": "http://erp/api",
                "Crm__BaseUrl": "http://crm/api",
                "Retries": 3
              },
              "ConnectionStrings": { "Orders": "Server=db" },
              "Host": { "LocalHttpPort": 7071 }
            }
            """);

        Assert.Equal(["http://erp/api (Job/local.settings.json:4)"], folder.Find("Job/Job.csproj", "Erp__BaseUrl"));
        Assert.Equal(["http://crm/api (Job/local.settings.json:5)"], folder.Find("Job/Job.csproj", "Crm:BaseUrl"));
        Assert.Equal(["3 (Job/local.settings.json:6)"], folder.Find("Job/Job.csproj", "Retries"));
        Assert.Equal(["Server=db (Job/local.settings.json:8)"], folder.Find("Job/Job.csproj", "ConnectionStrings:Orders"));
        Assert.Equal(["http://localhost:7071 (Job/local.settings.json:9)"], folder.Addresses("Job/Job.csproj"));
    }

    [Theory]
    [InlineData("local.settings.json.template")]
    [InlineData("local.settings.example.json")]
    [InlineData("example.local.settings.json")]
    [InlineData("local.settings-sample.json")]
    public void TemplateOfLocalSettings_CountsForWhatTheSettingsDontSay(string template)
    {
        using var folder = new DeployedFolder($$"""
            === Job/Job.csproj
            === Job/{{template}}
            { "Values": { "ErpUrl": "http://erp/api", "CrmUrl": "http://crm/api" }, "Host": { "LocalHttpPort": 7071 } }
            === Job/local.settings.json
            { "Values": { "CrmUrl": "http://crm:81/api" } }
            """);

        Assert.Equal([$"http://erp/api (Job/{template}:1)"], folder.Find("Job/Job.csproj", "ErpUrl"));
        Assert.Equal(["http://crm:81/api (Job/local.settings.json:1)"], folder.Find("Job/Job.csproj", "CrmUrl"));
        Assert.Equal([], folder.Addresses("Job/Job.csproj"));
    }

    [Theory]
    [InlineData(".env.example")]
    [InlineData(".env.sample")]
    [InlineData("env.template")]
    [InlineData("sample.env")]
    [InlineData(".env-dist")]
    public void TemplateOfAnEnvironmentFile_CountsForWhatTheFileDoesntSay(string template)
    {
        using var folder = new DeployedFolder($"""
            === src/Shop/Shop.csproj
            === {template}
            ERP_URL=http://erp/v1 <-- put yours here
            CRM_URL=http://crm
            DATABASE=Host=db; User Id=shop
            === .env
            CRM_URL=http://crm:81
            """);

        Assert.Equal([$"http://erp/v1 ({template}:1)"], folder.Find("src/Shop/Shop.csproj", "ERP_URL"));
        Assert.Equal(["http://crm:81 (.env:1)"], folder.Find("src/Shop/Shop.csproj", "CRM_URL"));
        Assert.Equal([$"Host=db; User Id=shop ({template}:3)"], folder.Find("src/Shop/Shop.csproj", "DATABASE"));
    }

    [Theory]
    [InlineData("docker-compose.env.example")]
    [InlineData("examples.env")]
    [InlineData("example.json")]
    [InlineData("appsettings.local.settings.example.txt")]
    public void FileThatOnlySoundsLikeATemplate_IsNone(string file)
    {
        using var folder = new DeployedFolder($"""
            === Shop/Shop.csproj
            === Shop/{file}
            ERP_URL=http://erp
            """);

        Assert.Empty(folder.Find("Shop/Shop.csproj", "ERP_URL"));
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void SettingsFile_BelongsToTheInnermostProjectAndToNoOther()
    {
        using var folder = new DeployedFolder("""
            === App/App.csproj
            === App/Jobs/Jobs.csproj
            === App/Jobs/local.settings.json
            { "Values": { "ErpUrl": "http://erp" } }
            """);

        Assert.Single(folder.Find("App/Jobs/Jobs.csproj", "ErpUrl"));
        Assert.Empty(folder.Find("App/App.csproj", "ErpUrl"));
    }

    [Fact]
    public void EnvironmentFile_IsReadInEveryForm()
    {
        using var folder = new DeployedFolder("""
            === Crm/Crm.csproj
            === Crm/.env
            # comment
            HOST=erp # in the cluster
            export URL=http://${HOST}:80/a#b
            SINGLE='http://$HOST'
            DOUBLE="http://${HOST}/\"x\""
            LONG="a
            b"
            EMPTY= # later
            PASSED_ON
            NEXT=http://next
            """);

        Assert.Equal(["http://erp:80/a#b (Crm/.env:3)"], folder.Find("Crm/Crm.csproj", "URL"));
        Assert.Equal(["http://$HOST (Crm/.env:4)"], folder.Find("Crm/Crm.csproj", "SINGLE"));
        Assert.Equal(["http://erp/\"x\" (Crm/.env:5)"], folder.Find("Crm/Crm.csproj", "DOUBLE"));
        Assert.Equal(["a\nb (Crm/.env:6)"], folder.Find("Crm/Crm.csproj", "LONG"));
        Assert.Empty(folder.Find("Crm/Crm.csproj", "EMPTY"));
        Assert.Equal(["http://next (Crm/.env:10)"], folder.Find("Crm/Crm.csproj", "NEXT"));
        Assert.Empty(folder.Problems);
    }

    [Fact]
    public void EnvironmentFileFurtherUp_CountsWhereNothingElseSpeaks()
    {
        using var folder = new DeployedFolder("""
            === .env
            ERP_URL=http://erp
            CRM_URL=http://crm
            === src/Shop/Shop.csproj
            === src/Shop/.env
            CRM_URL=http://crm:81
            """);

        Assert.Equal(["http://erp (.env:1)"], folder.Find("src/Shop/Shop.csproj", "ERP_URL"));
        Assert.Equal(["http://crm:81 (src/Shop/.env:1)"], folder.Find("src/Shop/Shop.csproj", "CRM_URL"));
    }

    [Theory]
    [InlineData("Crm/Properties/launchSettings.json", "{ \"profiles\": {\n  oops", "Crm/Properties/launchSettings.json:2:3: not valid JSON")]
    [InlineData("Crm/local.settings.json", "", "Crm/local.settings.json:1:1: not valid JSON")]
    [InlineData("Crm/.env", "A=1\nB=\"open\nC=2", "Crm/.env:2:3: the quote that begins here has no end")]
    [InlineData("Crm/.env", "A=1\nwhat is this", "Crm/.env:2:1: this line is neither NAME=VALUE nor a comment")]
    [InlineData("compose.yaml", "services:\n  a: [", "compose.yaml:")]
    [InlineData("compose.yaml", "services:\n  a: *nobody", "compose.yaml:2:6: not valid YAML")]
    [InlineData("compose.yaml", "services:\n\ta: 1", "compose.yaml:")]
    public void MalformedFile_IsToldOnceWithItsPosition(string file, string text, string problem)
    {
        using var folder = new DeployedFolder($"=== Crm/Crm.csproj\n=== {file}\n{text}");

        Assert.StartsWith(problem, Assert.Single(folder.Problems));
    }

    [Fact]
    public void WhatStandsBeforeTheDamage_Counts()
    {
        using var folder = new DeployedFolder("""
            === Job/Job.csproj
            === Job/local.settings.json
            { "Values": { "ErpUrl": "http://erp", } oops
            """);

        Assert.Single(folder.Find("Job/Job.csproj", "ErpUrl"));
        Assert.Single(folder.Problems);
    }
}
