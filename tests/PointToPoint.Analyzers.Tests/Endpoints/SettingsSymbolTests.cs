using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Where nobody knows the value of a setting, its name says which system is called.</summary>
public sealed class SettingsSymbolTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test;

    [Fact]
    public Task PropertyThatADeviceStores_NamesTheSystem() => _test
        .WithProperty("to", "Orders").WithProperty("endpoint", "config:SettingsService:OrdersEndpoint/api/orders").WithProperty("provenance", "settings SettingsService.OrdersEndpoint")
        .Reports("""
        interface ISettingsService { string OrdersEndpoint { get; set; } }
        class SettingsService(Func<string, string, string> store) : ISettingsService
        {
            public string OrdersEndpoint { get => store("orders", string.Empty); set => store("orders", value); }
        }
        class Orders(HttpClient http, ISettingsService settings) { Task M() => http.[|GetAsync|](settings.OrdersEndpoint + "/api/orders"); }
        """);

    [Theory]
    [InlineData("class CrmSettings { public string ErpUrl { get; set; } = \"\"; }")]
    [InlineData("class CrmSettings { public required string ErpUrl { get; init; } }")]
    [InlineData("class CrmSettings { public string? ErpUrl; }")]
    [InlineData("record CrmSettings(string ErpUrl);")]
    [InlineData("class CrmArgs { [Option] public string ErpUrl { get; set; } = \"\"; } class OptionAttribute : Attribute;")]
    public Task SettingsThatNobodyBinds_NameTheSystem(string settings) => _test.WithProperty("to", "Erp").Reports($$"""
        {{settings}}
        class Orders(HttpClient http, {{settings.Split(' ', '(')[1]}} settings) { Task M() => http.[|GetAsync|]($"{settings.ErpUrl}/api/orders"); }
        """);

    [Theory]
    [InlineData("class Customer { public string CallbackUrl { get; set; } = \"\"; }", "CallbackUrl")]
    [InlineData("class Customer { public string Note { get; set; } = \"\"; }", "Note")]
    [InlineData("class FetchArgs { [JsonName] public string Url { get; set; } = \"\"; } class JsonNameAttribute : Attribute;", "Url")]
    [InlineData("class CustomerSettings { public string Name { get; set; } = \"\"; }", "Name")]
    public Task Data_StaysUnknown(string type, string property) => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        {{type}}
        class Hooks(HttpClient http, {{type.Split(' ')[1]}} data) { Task M() => http.[|GetAsync|](data.{{property}}); }
        """);

    [Fact]
    public Task WhatACallerGives_IsTheCallers() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class RequestOptions { public string Url { get; set; } = ""; }
        class Api(HttpClient http) { public Task Send(RequestOptions options) => http.GetAsync(options.Url); }
        class Orders(Api api) { Task M() => api.[|Send|](new RequestOptions { Url = "https://erp.contoso.com/orders" }); }
        """);
}
