namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Members that are filled when they are first asked for: <c>_path ??= "orders"</c>.</summary>
public sealed class FilledOnDemandTests
{
    [Theory]
    [InlineData("\"https://erp.contoso.com/\" + (_path ??= \"orders\")")]
    [InlineData("\"https://erp.contoso.com/\" + (Path ??= \"orders\")")]
    [InlineData("\"https://erp.contoso.com/\" + (Shown ??= \"orders\")")]
    [InlineData("\"https://erp.contoso.com/\" + Lazy")]
    [InlineData("\"https://erp.contoso.com/\" + Reset")]
    public Task ValueStandsAlone(string expression) => EndpointTest.Resolves(expression, "https://erp.contoso.com/orders", """
        string? _path, _lazy, _reset;
            string? Path { get; set; }
            public string? Shown { get; set; }
            string Lazy => _lazy ??= "orders";
            string Reset => _reset ??= "orders";
            public void Forget() => _reset = null;
        """);

    [Theory]
    [InlineData("_path ??= \"orders\"; var url = \"https://erp.contoso.com/\" + _path;", "https://erp.contoso.com/orders")]
    [InlineData("if (_path == null) { _path = \"orders\"; } var url = \"https://erp.contoso.com/\" + _path;", "https://erp.contoso.com/orders")]
    [InlineData("string? path = null; path ??= \"orders\"; var url = \"https://erp.contoso.com/\" + path;", "https://erp.contoso.com/orders")]
    [InlineData("_other ??= \"orders\"; var url = \"https://erp.contoso.com/\" + _other;", "https://erp.contoso.com/customers | https://erp.contoso.com/orders")]
    public Task WhatElseIsSet_StandsBesideIt(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint, "string? _path, _other; public void Use() => _other = \"customers\";");
}
