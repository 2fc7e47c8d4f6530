using System.Globalization;

using PointToPoint.Analyzers.Endpoints.Settings;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Configuration holds secrets beside addresses: none of them may get into a message, a property or a map.</summary>
public sealed class SecretTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test
        .IgnoringRules(RuleIds.DirectWiring)
        .WithAdditionalFile("appsettings.json", """
            {
              "Erp": "https://user:password@erp.contoso.com/x?key=secret",
              "Telegram": { "Url": "https://api.telegram.org", "BotToken": "hush-hush", "PathKey": "/hush-hush", "ChatPath": "chats/42" },
              "Hook": { "Url": "https://hooks.contoso.com/services/T0/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/in", "Secret": "https://hooks.contoso.com/services/hush-hush?v=1" },
              "Storage": { "Url": "https://files.contoso.com/box", "Sas": "?sv=2024&sig=hush-hush", "AccessKey": "hush-hush/deep?hush" },
              "Crm": "Server=crm;Password=hush/hush", "Login": "hush:hush@crm.contoso.com/x",
              "TokenEndpoint": "https://login.contoso.com/connect/issue"
            }
            """);

    [Theory]
    [InlineData("\"https://api.telegram.org/bot123:AAxyz/send\"", "https://api.telegram.org/{}/send")]
    [InlineData("\"https://api.telegram.org/bot\" + \"123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw\" + \"/send\"", "https://api.telegram.org/{}/send")]
    [InlineData("$\"https://api.telegram.org/bot{BotToken}/send\"", "https://api.telegram.org/bot{}/send")]
    [InlineData("\"https://api.telegram.org/bot\" + BotToken + \"/send\"", "https://api.telegram.org/bot{}/send")]
    [InlineData("\"https://api.telegram.org/bot\" + _token + \"/send\"", "https://api.telegram.org/bot{}/send")]
    [InlineData("new Uri(new Uri(\"https://hooks.contoso.com/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/\"), \"in\")", "https://hooks.contoso.com/{}/in")]
    [InlineData("\"https://erp.contoso.com/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301/lines\"", "https://erp.contoso.com/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301/lines")]
    [InlineData("\"https://erp.contoso.com/v1/BoxScoreByScoreIdV3/x\"", "https://erp.contoso.com/v1/BoxScoreByScoreIdV3/x")]
    [InlineData("\"https://erp.contoso.com/v1/abcdefghijklmnopqrst1234/x\"", "https://erp.contoso.com/v1/{}/x")]
    [InlineData("\"https://erp.contoso.com/v1/QWERTYASDFGHZXCVBN99/x\"", "https://erp.contoso.com/v1/{}/x")]
    [InlineData("\"https://erp.contoso.com/v1/deadbeefdeadbeef2024/x\"", "https://erp.contoso.com/v1/{}/x")]
    [InlineData("\"https://erp.contoso.com/v1/kJhGfDsAqWeRtYuIoP7/x\"", "https://erp.contoso.com/v1/{}/x")]
    [InlineData("\"https://erp.contoso.com/v1/BoxScoreByScoreId20245/x\"", "https://erp.contoso.com/v1/{}/x")]
    [InlineData("\"https://erp.contoso.com/v1/projects/42:undelete\"", "https://erp.contoso.com/v1/projects/42:undelete")]
    public async Task SecretInCode_NeverShows(string address, string endpoint) => await EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", endpoint).Reports($$"""
        class Api(HttpClient http)
        {
            const string BotToken = "hush-hush";
            static readonly string _token = "hush-hush";
            Task M() => http.[|GetAsync|]({{address}});
        }
        """);

    [Theory]
    [InlineData("configuration[\"Erp\"]", "https://erp.contoso.com/x")]
    [InlineData("$\"{configuration[\"Telegram:Url\"]}/bot{configuration[\"Telegram:BotToken\"]}/send\"", "https://api.telegram.org/bot{}/send")]
    [InlineData("configuration[\"Telegram:Url\"] + \"/bot\" + configuration.GetValue<string>(\"Telegram:BotToken\").Trim() + \"/send\"", "https://api.telegram.org/bot{}/send")]
    [InlineData("new Uri(new Uri(configuration[\"Telegram:Url\"]), \"bot\" + configuration[\"Telegram:BotToken\"] + \"/send\")", "https://api.telegram.org/bot{}/send")]
    [InlineData("$\"https://api.telegram.org/{configuration[\"Telegram:BotToken\"]}\"", "https://api.telegram.org/{}")]
    [InlineData("$\"https://user:{configuration[\"Telegram:BotToken\"]}@erp.contoso.com/x\"", "https://erp.contoso.com/x")]
    [InlineData("$\"https://{configuration[\"Telegram:BotToken\"]}.erp.contoso.com/x\"", "https://{}.erp.contoso.com/x")]
    [InlineData("configuration[\"Telegram:Url\"] + configuration[\"Telegram:PathKey\"]", "https://api.telegram.org/{}")]
    [InlineData("\"https://crm.contoso.com/a/\" + configuration[\"Crm\"]", "https://crm.contoso.com/a/{}")]
    [InlineData("\"https://crm.contoso.com/\" + configuration[\"Login\"] + \"/tail\"", "https://crm.contoso.com/{}/tail")]
    [InlineData("configuration[\"Hook:Url\"]", "https://hooks.contoso.com/services/T0/{}/in")]
    [InlineData("configuration[\"Hook:Secret\"]", "https://hooks.contoso.com/{}")]
    [InlineData("configuration[\"Storage:Url\"] + configuration[\"Storage:Sas\"]", "https://files.contoso.com/box")]
    [InlineData("configuration[\"Storage:Url\"] + \"/\" + configuration[\"Storage:AccessKey\"] + \"/tail\"", "https://files.contoso.com/box/{}")]
    public Task SecretInAValue_NeverShows(string address, string endpoint) => Shows(address, endpoint);

    [Theory]
    [InlineData("$\"{configuration[\"Telegram:Url\"]}/{configuration[\"Telegram:ChatPath\"]}/send\"", "https://api.telegram.org/chats/42/send")]
    [InlineData("configuration[\"TokenEndpoint\"]", "https://login.contoso.com/connect/issue")]
    public Task OtherValues_Show(string address, string endpoint) => Shows(address, endpoint);

    [Theory]
    [InlineData("EmailPasswordReset", "https://raw.contoso.com/x/y/EmailPasswordReset.html", "https://raw.contoso.com/x/y/EmailPasswordReset.html")]
    [InlineData("PasswordReset", "https://user:hush@erp.contoso.com/reset?token=hush", "https://erp.contoso.com/reset")]
    [InlineData("SlackWebhookSecret", "https://hooks.contoso.com/services/T0/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "https://hooks.contoso.com/services/T0/{}")]
    [InlineData("BotToken", "https://api.contoso.com/bot123456:AAhush/send", "https://api.contoso.com/{}/send")]
    public async Task AddressThatIsWrittenOut_IsNoSecretByItsName(string name, string address, string endpoint)
    {
        foreach (var declaration in (string[])[$"const string {name} = \"{address}\";", $"static readonly string {name} = \"{address}\";"])
        {
            await EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", endpoint).Reports($$"""
                class Api(HttpClient http)
                {
                    {{declaration}}
                    Task A() => http.[|GetAsync|]({{name}});
                    Task B() => [|Get|]({{name}});
                    Task Get(string url) => http.GetAsync(url);
                }
                """);
        }
    }

    [Theory]
    [InlineData("Telegram:BotToken", true)]
    [InlineData("API_KEY", true)]
    [InlineData("apikey", true)]
    [InlineData("Services:Erp:ClientSecrets", true)]
    [InlineData("StorageSAS", true)]
    [InlineData("DbPwd", true)]
    [InlineData("Tokens:Erp", false)]
    [InlineData("KeyVaultName", false)]
    [InlineData("Keycloak:Authority", false)]
    [InlineData("TOKEN_URL", false)]
    [InlineData("Signal", false)]
    [InlineData("", false)]
    public void KeyThatIsNamedLikeASecret(string key, bool isSecret) => Assert.Equal(isSecret, Secrets.IsSecret(key));

    private static async Task Shows(string address, string endpoint)
    {
        var code = $$"""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|]({{address}}); }
            """;
        await _test.WithProperty("endpoint", endpoint).Reports(code);

        foreach (var diagnostic in await _test.Diagnostics(code))
        {
            Assert.DoesNotContain("hush", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.DoesNotContain(diagnostic.Properties.Values, value => value?.Contains("hush", StringComparison.Ordinal) ?? false);
        }
    }
}
