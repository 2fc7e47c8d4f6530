using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Configuration;

/// <summary>Bad configuration stops the start of the host, and says what, why and what next.</summary>
public sealed class ValidationTests
{
    [Fact]
    public async Task GoodConfiguration_Starts()
    {
        Assert.Empty(await GatewayHost.ErrorsAsync("""
            {
              "IntegrationGateway": {
                "AllowSharedAddresses": false,
                "Systems": {
                  "ERP": {
                    "Destination": "https://erp.contoso.com/api", "Origins": [ "https://erp-old.contoso.com", "http://10.0.0.5:8080/legacy/" ],
                    "AllowedPaths": [ "/orders", "/invoices/" ], "Redirects": "none", "Cookies": "PerClient",
                    "InheritHttpClientDefaults": "TRUE", "RejectEncodedTraversal": true
                  },
                  "crm": { "Destination": "http://localhost:5101" }
                }
              }
            }
            """));
    }

    [Theory]
    [InlineData("https://user:hush@erp.contoso.com/", "System 'erp': Destination contains user info (user:password@). Remove it from the address; credentials belong into a handler added with ConfigureSystem.")]
    [InlineData("https://erp.contoso.com/?key=hush", "System 'erp': Destination \"https://erp.contoso.com/\" has a query. Remove it; queries belong to the requests.")]
    [InlineData("https://erp.contoso.com/#part", "System 'erp': Destination \"https://erp.contoso.com/\" has a fragment. Remove it.")]
    [InlineData("ftp://erp.contoso.com/", "System 'erp': Destination \"ftp://erp.contoso.com/\" has the scheme ftp. Only http and https can be routed.")]
    [InlineData("https+http://erp-api", "System 'erp': Destination \"https+http://erp-api/\" has the scheme https+http. Only http and https can be routed.")]
    [InlineData("erp.contoso.com", "IntegrationGateway:Systems:erp:Destination \"erp.contoso.com\" is no address. Write it with scheme and host, such as \"https://host/\".")]
    [InlineData("https://user:hush@:1/", "IntegrationGateway:Systems:erp:Destination is no address. Write it with scheme and host, such as \"https://host/\".")]
    [InlineData("https://crm.gateway.invalid/", "System 'erp': Destination \"https://crm.gateway.invalid/\" is a logical address, which resolves nowhere. Give the address the system really lives at.")]
    [InlineData("", "System 'erp' has no Destination. Give the address it lives at, such as \"https://erp.contoso.com/\".")]
    public async Task BadDestination_IsTold(string destination, string error)
    {
        Assert.Equal([error], await GatewayHost.ErrorsOfSystemsAsync($$"""{ "erp": { "Destination": "{{destination}}" } }"""));
    }

    [Theory]
    [InlineData("https://u:p@old.example", "System 'erp': Origins contains user info (user:password@). Remove it from the address; credentials belong into a handler added with ConfigureSystem.")]
    [InlineData("net.tcp://old.example/", "System 'erp': Origins \"net.tcp://old.example/\" has the scheme net.tcp. Only http and https can be routed.")]
    [InlineData("old", "IntegrationGateway:Systems:erp:Origins:0 \"old\" is no address. Write it with scheme and host, such as \"https://host/\".")]
    public async Task BadOrigin_IsTold(string origin, string error)
    {
        Assert.Equal(
            [error],
            await GatewayHost.ErrorsOfSystemsAsync($$"""{ "erp": { "Destination": "https://erp.contoso.com/", "Origins": [ "{{origin}}" ] } }"""));
    }

    [Theory]
    [InlineData("api", "System 'erp': AllowedPaths \"api\" does not start with a slash. Write a path such as \"/api\".")]
    [InlineData("/api?x", "System 'erp': AllowedPaths \"/api?x\" has a query or fragment. Give the path alone.")]
    [InlineData("/api/../admin", "System 'erp': AllowedPaths \"/api/../admin\" is not what requests contain. Write \"/admin\".")]
    [InlineData("/a b", "System 'erp': AllowedPaths \"/a b\" is not what requests contain. Write \"/a%20b\".")]
    public async Task BadAllowedPath_IsTold(string path, string error)
    {
        Assert.Equal(
            [error],
            await GatewayHost.ErrorsOfSystemsAsync($$"""{ "erp": { "Destination": "https://erp.contoso.com/", "AllowedPaths": [ "{{path}}" ] } }"""));
    }

    [Theory]
    [InlineData("erp api", "System 'erp api': A name consists of 1 to 63 of the letters a to z, digits and hyphens. Write 'erp-api'.")]
    [InlineData("erp.contoso.com", "System 'erp.contoso.com': A name consists of 1 to 63 of the letters a to z, digits and hyphens. Write 'erp-contoso-com'.")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "System '1234567890123456789012345678901234567890123456789012345678901234': A name consists of 1 to 63 of the letters a to z, digits and hyphens. Write '123456789012345678901234567890123456789012345678901234567890123'.")]
    public async Task BadName_IsTold(string name, string error)
    {
        Assert.Equal([error], await GatewayHost.ErrorsOfSystemsAsync($$"""{ "{{name}}": { "Destination": "https://erp.contoso.com/" } }"""));
    }

    [Theory]
    [InlineData("\"Destnation\": \"https://x/\"", "IntegrationGateway:Systems:erp:Destnation is no setting of this gateway. Did you mean Destination? Known settings: Destination, Origins, AllowedPaths, Redirects, Cookies, InheritHttpClientDefaults, RejectEncodedTraversal.")]
    [InlineData("\"Auth\": { \"Scheme\": \"Bearer\" }", "IntegrationGateway:Systems:erp:Auth is no setting of this gateway. Known settings: Destination, Origins, AllowedPaths, Redirects, Cookies, InheritHttpClientDefaults, RejectEncodedTraversal.")]
    [InlineData("\"Redirects\": \"Always\"", "IntegrationGateway:Systems:erp:Redirects is \"Always\". Choose SameSystem or None.")]
    [InlineData("\"Cookies\": \"1\"", "IntegrationGateway:Systems:erp:Cookies is \"1\". Choose PerClient or None.")]
    [InlineData("\"RejectEncodedTraversal\": \"yes\"", "IntegrationGateway:Systems:erp:RejectEncodedTraversal is \"yes\". Write true or false.")]
    [InlineData("\"Origins\": \"https://old.example\"", "IntegrationGateway:Systems:erp:Origins is a single value. Write a list, even of one.")]
    [InlineData("\"Redirects\": [ \"None\" ]", "IntegrationGateway:Systems:erp:Redirects is a section. Write a single value.")]
    public async Task BadSetting_IsTold(string setting, string error)
    {
        Assert.Equal([error], await GatewayHost.ErrorsOfSystemsAsync($$"""{ "erp": { "Destination": "https://erp.contoso.com/", {{setting}} } }"""));
    }

    [Theory]
    [InlineData("Via")]
    [InlineData("CircuitBreaker")]
    public async Task UnknownSettingWithoutAValue_AsksForNothing(string setting)
    {
        Assert.Empty(await GatewayHost.ErrorsOfSystemsAsync($$"""{ "erp": { "Destination": "https://erp.contoso.com/", "{{setting}}": null } }"""));
    }

    [Theory]
    [InlineData("https://corp.example/", "https://corp.example", "Systems 'crm' and 'erp' both claim https://corp.example/. ")]
    [InlineData("https://corp.example/", "https://CORP.example:443/erp", "Systems 'crm' (https://corp.example/) and 'erp' (https://corp.example/erp/) overlap. ")]
    [InlineData("https://corp.example/erp/v2/", "https://corp.example/erp", "Systems 'crm' (https://corp.example/erp/v2/) and 'erp' (https://corp.example/erp/) overlap. ")]
    public async Task AddressOfTwoSystems_IsTold(string crm, string erp, string error)
    {
        var systems = $$"""{ "crm": { "Destination": "{{crm}}" }, "erp": { "Destination": "https://erp.contoso.com/", "Origins": [ "{{erp}}" ] } }""";

        Assert.Equal(
            [error + "An address belongs to one system: give each a path of its own in Destination or AllowedPaths, or set AllowSharedAddresses to true."],
            await GatewayHost.ErrorsOfSystemsAsync(systems));
        Assert.Empty(await GatewayHost.ErrorsAsync($$"""{ "IntegrationGateway": { "AllowSharedAddresses": true, "Systems": {{systems}} } }"""));
    }

    [Theory]
    [InlineData("https://corp.example/crm", "https://corp.example/erp")]
    [InlineData("https://corp.example/erp", "https://corp.example/erp2")]
    [InlineData("https://corp.example/", "http://corp.example/")]
    [InlineData("https://corp.example/", "https://corp.example:8443/")]
    public async Task DifferentAddresses_AreNoOverlap(string crm, string erp)
    {
        Assert.Empty(await GatewayHost.ErrorsOfSystemsAsync($$"""{ "crm": { "Destination": "{{crm}}" }, "erp": { "Destination": "{{erp}}" } }"""));
    }

    [Fact]
    public async Task SystemsBehindOneAddress_AreToldApartByAllowedPaths()
    {
        Assert.Empty(await GatewayHost.ErrorsOfSystemsAsync("""
            {
              "crm": { "Destination": "https://api.example/", "AllowedPaths": [ "/crm" ] },
              "erp": { "Destination": "https://api.example/", "AllowedPaths": [ "/erp/", "/invoices" ] }
            }
            """));
    }

    [Theory]
    [InlineData("{}", "The gateway's configuration section 'IntegrationGateway' is missing or empty. Check its name, and list the systems under 'Systems'.")]
    [InlineData("""{ "IntegrationGateway": { "System": { "erp": { "Destination": "https://erp.contoso.com/" } } } }""", "IntegrationGateway:System is no setting of this gateway. Did you mean Systems? Known settings: Systems, AllowSharedAddresses.")]
    [InlineData("""{ "IntegrationGateway": { "Systems": { "erp": "https://erp.contoso.com/" } } }""", "IntegrationGateway:Systems:erp is a value. Write a section with a Destination.|System 'erp' has no Destination. Give the address it lives at, such as \"https://erp.contoso.com/\".")]
    public async Task WrongShape_IsTold(string json, string errors)
    {
        Assert.Equal(errors.Split('|'), await GatewayHost.ErrorsAsync(json));
    }

    [Fact]
    public async Task EverythingWrong_IsToldAtOnce()
    {
        var errors = await GatewayHost.ErrorsOfSystemsAsync("""
            { "a b": { "Destination": "https://a.example/?q#f" }, "c": { "Cookies": "many" } }
            """);

        Assert.Equal(5, errors.Count);
    }

    [Fact]
    public async Task OptionsSetInCode_AreCheckedToo()
    {
        var errors = await GatewayHost.ErrorsAsync("""{ "IntegrationGateway": { "Systems": {} } }""", options =>
        {
            options.Systems["none"] = null!;
            options.Systems["bad"] = new GatewaySystemOptions
            {
                Destination = new Uri("/relative", UriKind.Relative),
                Origins = { null! },
                Redirects = (GatewayRedirects)7,
                Cookies = (GatewayCookies)8,
            };
        });

        Assert.Equal(
            [
                "System 'bad': Cookies is 8. Choose PerClient or None.",
                "System 'bad': Destination \"/relative\" is a relative address. Write it with scheme and host, such as \"https://host/\".",
                "System 'bad': Origins contains a null.",
                "System 'bad': Redirects is 7. Choose SameSystem or None.",
                "System 'none' has no Destination. Give the address it lives at, such as \"https://none.contoso.com/\".",
            ],
            errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SameNameInAnotherCase_IsOneSystem()
    {
        var options = new IntegrationGatewayOptions();
        options.Systems.Add("erp", new GatewaySystemOptions());

        Assert.Throws<ArgumentException>(() => options.Systems.Add("ERP", new GatewaySystemOptions()));
    }

    [Fact]
    public void WithoutAHost_TheGatewayItselfIsRefused()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Gateways.For("erp", "ftp://erp.contoso.com/"));

        Assert.Contains("Only http and https can be routed", failure.Message, StringComparison.Ordinal);
    }
}
